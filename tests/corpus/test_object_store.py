"""Inputs and output in an object store: what is promised of a local disk holds there."""

import json
import os
import signal
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path

import pytest
from making import audited, errors, lines, page, warc

from auditor import corpus
from auditor.corpus.show.summary import summary

MISSING = [name for name in ("s3fs", "moto", "flask", "boto3") if not find_spec(name)]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"pip install article-auditor[machines]: {', '.join(MISSING)} is missing"),
]
BUCKET = "s3://corpora"


@pytest.fixture(scope="module")
def client():
    """A server on this machine that speaks S3."""
    import boto3  # noqa: PLC0415 - any of them may be missing
    import s3fs  # noqa: PLC0415
    from moto.server import ThreadedMotoServer  # noqa: PLC0415

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "AWS_ENDPOINT_URL": f"http://{host}:{port}",
            "AWS_ACCESS_KEY_ID": "none",
            "AWS_SECRET_ACCESS_KEY": "none",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        }.items():
            patch.setenv(name, value)
        client = boto3.client("s3")
        client.create_bucket(Bucket="corpora")
        yield client
    s3fs.S3FileSystem.clear_instance_cache()
    server.stop()


@pytest.fixture
def put(client, tmp_path):
    """A function that uploads a file under a folder of this test, and tells its address."""

    def upload(path):
        key = f"{tmp_path.name}/{path.name}"
        client.upload_file(str(path), "corpora", key)
        return f"{BUCKET}/{key}"

    return upload


@pytest.fixture
def out(client, tmp_path):
    return f"{BUCKET}/{tmp_path.name}/out"


def keys(client, out):
    prefix = out.removeprefix(f"{BUCKET}/")
    found = client.list_objects_v2(Bucket="corpora", Prefix=prefix).get("Contents", [])
    return {one["Key"].removeprefix(f"{prefix}/"): (one["ETag"], one["LastModified"]) for one in found}


def without_places(rows):
    """Rows of the same documents, read from two places."""
    said = json.dumps([{k: v for k, v in row.items() if k not in {"source", "key"}} for row in rows.values()])
    return json.loads(said)


def test_rows_are_those_of_a_local_run(tmp_path, put, out):
    (tmp_path / "in.jsonl").write_bytes(lines(12, {3: "please raise"}))
    warc(tmp_path / "in.warc.gz", [page(n) for n in range(7)])
    inputs = [tmp_path / "in.jsonl", tmp_path / "in.warc.gz"]
    here = audited(tmp_path / "out", *inputs, documents=5, audit="faulty_audit:audit")
    there = audited(out, *map(put, inputs), documents=5, audit="faulty_audit:audit")
    assert without_places(there) == without_places(here)
    assert errors(there) == {"d3": "exception"}
    assert len(corpus.files(out)) == len(corpus.files(str(tmp_path / "out"))) == 5


def test_what_lies_under_a_prefix_is_read(tmp_path, put, out):
    for n in range(4):
        (tmp_path / f"{n}.html").write_text(page(n))
        put(tmp_path / f"{n}.html")
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    put(tmp_path / "logo.png")
    rows = audited(out, f"{BUCKET}/{tmp_path.name}/")
    assert [Path(key).name for key in rows] == [f"{n}.html" for n in range(4)]
    assert errors(rows) == {}


def test_a_closed_run_is_summed_up(tmp_path, put, out):
    (tmp_path / "in.jsonl").write_bytes(lines(9) + b'{"id": "bad"}\n')
    audited(out, put(tmp_path / "in.jsonl"), documents=4)
    sheets = {sheet.title: sheet for sheet in summary(out)}
    assert sheets["Documents"].lines == [("audited", 9), ("with an error", 1)]


DRIVER = """
import os, sys
os.environ["AUDITOR_TEST_DRIVER"] = str(os.getpid())
from auditor import corpus
corpus.run([sys.argv[1]], sys.argv[2], corpus.Settings(audit="faulty_audit:audit"), documents=4, workers=2)
"""


def test_a_killed_run_goes_on_where_it_was(tmp_path, client, put, out):
    (tmp_path / "in.jsonl").write_bytes(lines(12, {9: f"please kill the driver once mark={tmp_path / 'mark'} "}))
    address = put(tmp_path / "in.jsonl")
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    first = subprocess.run([sys.executable, "-c", DRIVER, address, out], env=env, capture_output=True, check=False)
    assert first.returncode == -signal.SIGKILL
    before = keys(client, out)
    assert "manifest.json" not in before
    assert any(key.startswith("parts/") for key in before)
    rows = audited(out, address, audit="faulty_audit:audit", documents=4)
    assert set(rows) == {f"d{n}" for n in range(12)}
    assert errors(rows) == {}
    after = keys(client, out)
    assert {key: after[key] for key in before} == before
    assert sorted(key.split("/")[0] for key in after) == ["manifest.json", "parts", "parts", "parts"]


def test_run_again_and_nothing_is_made_again(tmp_path, client, put, out):
    (tmp_path / "in.jsonl").write_bytes(lines(8))
    address = put(tmp_path / "in.jsonl")
    audited(out, address, documents=4)
    before = keys(client, out)
    audited(out, address, documents=4)
    after = keys(client, out)
    assert {key: after[key] for key in before if "parts" in key} == {k: v for k, v in before.items() if "parts" in k}
    (tmp_path / "in.jsonl").write_bytes(lines(9))
    assert len(audited(out, put(tmp_path / "in.jsonl"), documents=4)) == 9


def test_two_runs_race_on_one_output(tmp_path, client, put, out):
    (tmp_path / "in.jsonl").write_bytes(lines(20))
    address = put(tmp_path / "in.jsonl")
    runs = [threading.Thread(target=corpus.run, args=([address], out), kwargs={"documents": 5}) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert sorted(key.split("/")[0] for key in keys(client, out)) == ["manifest.json", *["parts"] * 4]
    rows = audited(out, address, documents=5)
    assert (len(rows), errors(rows)) == (20, {})


def test_poison_is_written_down(tmp_path, client, put, out):
    (tmp_path / "in.jsonl").write_bytes(lines(4, {2: "please crash"}))
    rows = audited(out, put(tmp_path / "in.jsonl"), audit="faulty_audit:audit")
    assert errors(rows) == {"d2": "crash"}
    assert not any(key.startswith("deaths/") for key in keys(client, out))


def test_an_object_that_is_not_there_has_a_row(out):
    with pytest.raises(corpus.MissingError, match="there is no such object"):
        audited(out, f"{BUCKET}/gone.warc.gz")
    rows = audited(out, f"{BUCKET}/gone.warc.gz", f"{BUCKET}/gone.html", keep_going=True)
    assert sorted(errors(rows).values()) == ["unreadable", "unreadable"]


def test_a_store_that_fails_is_no_documents_error(tmp_path, put, out, monkeypatch):
    (tmp_path / "in.jsonl").write_bytes(lines(4))
    address = put(tmp_path / "in.jsonl")
    with pytest.raises(corpus.WorkerError, match="the store is asleep"):
        corpus.run([address], out, corpus.Settings(audit="sleeping_store:audit"))
    with pytest.raises(ValueError, match="run it again"):
        corpus.files(out)
    assert len(audited(out, address)) == 4


def test_a_bucket_that_is_not_there_stops_the_run(tmp_path, client):
    (tmp_path / "in.jsonl").write_bytes(lines(2))
    with pytest.raises(corpus.WorkerError, match="s3://nowhere/out"):
        corpus.run([str(tmp_path / "in.jsonl")], "s3://nowhere/out")


def test_a_store_that_does_not_answer_is_told(tmp_path, client, monkeypatch):
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "AWS_ENDPOINT_URL": "http://127.0.0.1:9"}
    command = [sys.executable, "-m", "auditor", "corpus", "run", f"{BUCKET}/in.jsonl", "-o", str(tmp_path / "out")]
    ran = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert f"{BUCKET}/in.jsonl: EndpointConnectionError" in ran.stderr
    assert "Traceback" not in ran.stderr
