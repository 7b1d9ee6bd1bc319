"""Daft on Ray: what a run makes on this machine's cores it makes on a cluster, whatever happens to the cluster."""

import os
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
from making import errors, lines, page, warc
from msgspec import json

from auditor import corpus
from auditor.corpus.running import cluster
from auditor.corpus.running.job import Job

ROOT = Path(__file__).parent.parent.parent
MISSING = [name for name in ("daft", "ray") if not find_spec(name)]
needs_ray = pytest.mark.skipif(bool(MISSING), reason=f"article-auditor[machines]: {', '.join(MISSING)} is missing")
slow = pytest.mark.slow
PATIENCE = 1_800  # seconds: a Ray that waits for its turn on a busy machine is no fault; one that hangs ends some day

MACHINES = """
import sys
from ray.cluster_utils import Cluster
memory = 80 * 2**20
cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False,
    "object_store_memory": memory})
other = cluster.add_node(num_cpus=1, object_store_memory=memory)
print(cluster.address, flush=True)
for line in sys.stdin:
    cluster.remove_node(other, allow_graceful=False)
    print("gone", flush=True)
cluster.shutdown()
"""


def environment(**more):
    """Without what pytest's own process has been told; workers import the tests' audits by their names."""
    path = os.pathsep.join([str(ROOT), str(Path(__file__).parent), *sys.path])
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RAY_", "DAFT_"))}
    return kept | {"PYTHONPATH": path, "NO_COLOR": "1"} | more


@pytest.fixture
def machines():
    """A Ray cluster of a head and one more machine with a core each: its process, and its address."""
    command = [sys.executable, "-c", MACHINES]
    how = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen(command, env=environment(RAY_USAGE_STATS_ENABLED="0"), **how) as process:
        yield process, process.stdout.readline().strip()
        process.stdin.close()
        process.wait(60)


def auditor(*arguments, **how):
    command = [sys.executable, "-m", "auditor", "corpus", *map(str, arguments)]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=environment(),
        timeout=PATIENCE,
        **how,
    )


def test_without_the_extra_it_is_named(tmp_path):
    """Where nothing but Daft and Ray is hidden from the interpreter."""
    hide = "import sys; sys.modules.update(daft=None, ray=None); from auditor.cli import run; "
    arguments = ["auditor", "corpus", "run", str(ROOT / "samples"), "-o", str(tmp_path / "out"), "--engine", "daft"]
    command = [sys.executable, "-c", f"{hide}sys.argv = {arguments!r}; run()"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
    assert ran.returncode == 2
    assert "install article-auditor[cluster]" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--engine", "daft", "--ray", "127.0.0.1:9"], "no Ray cluster answers at 127.0.0.1:9"),
        (["--engine", "daft", "--ray", "nonsense"], "'nonsense' is no address of a Ray cluster"),
        (["--engine", "daft", "--ray", "ray://nohost.invalid:10001"], "no Ray cluster answers at ray://nohost.invalid"),
        (["--ray", "127.0.0.1:6379"], "--ray is the address of a cluster for --engine daft"),
    ],
)
@needs_ray
def test_an_address_that_is_none_is_told(tmp_path, given, said):
    ran = auditor("run", ROOT / "samples", "-o", tmp_path / "out", *given)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "out").exists()


def job(out, **more):
    settings = corpus.Settings()
    own = {"settings": settings, "documents": 4, "fingerprint": settings.fingerprint(settings.ruleset())}
    return Job(out=str(out), **(own | more))


def on_worker(work, given, what, folder="/"):
    """What a worker answers, without a cluster around it."""
    here = Path.cwd()
    try:
        answer = work(json.encode(given).decode(), folder, json.encode(what).decode())
    finally:
        os.chdir(here)
    return json.decode(answer[0] if isinstance(answer, list) else answer, type=cluster._Answer)


def test_a_worker_of_another_version_stops_the_run(tmp_path):
    (tmp_path / "in.jsonl").write_bytes(lines(2))
    order = cluster._Order((0, 0), corpus.Shard.whole(str(tmp_path / "in.jsonl")))
    answer = on_worker(cluster._run, cluster._Answer(order), job(tmp_path / "out", fingerprint="of another version"))
    assert "another version of auditor or other cards" in answer.error
    with pytest.raises(corpus.WorkerError, match="another version"):
        cluster._made(job(tmp_path / "out"), answer)


def test_inputs_and_output_must_be_where_all_machines_are(tmp_path):
    given = cluster._Given(0, (str(tmp_path / "in.jsonl"),), is_here=True)
    assert "inputs must be where all machines are" in on_worker(cluster._cut, given, job(tmp_path / "out")).error
    (tmp_path / "in.jsonl").write_bytes(lines(2))
    cut = on_worker(cluster._cut, cluster._Given(0, ("in.jsonl",), is_here=True), job("out"), str(tmp_path))
    made = on_worker(cluster._run, cut, job("out"), str(tmp_path))
    assert (made.part.documents, made.part.errors, made.audited) == (2, 0, 2)
    assert cluster._made(job(tmp_path / "out"), made) == (made.order, made.part)
    with pytest.raises(corpus.WorkerError, match="the output must be where all machines are"):
        cluster._made(job(tmp_path / "elsewhere"), made)


def mixed(tmp_path):
    """Forty documents of three kinds of input; five of them do their worst."""
    worst = {2: "please raise", 5: "please crash", 9: "please hang", 13: "please eat", 16: "please spin in C"}
    (tmp_path / "in.jsonl").write_bytes(lines(20, worst))
    warc(tmp_path / "in.warc.gz", [page(n) for n in range(12)])
    (tmp_path / "pages").mkdir()
    for n in range(8):
        (tmp_path / "pages" / f"{n}.html").write_text(page(n))
    return [str(tmp_path / name) for name in ("pages", "in.jsonl", "in.warc.gz", "gone.jsonl")]


SETTINGS = corpus.Settings(audit="faulty_audit:audit", seconds=3, memory=1_000_000_000)
PROGRAM = """
import sys
from auditor import corpus
from auditor.corpus.running.cluster import on_ray
settings = corpus.Settings(audit="faulty_audit:audit", seconds=3, memory=1_000_000_000)
how = {"documents": 4, "engine": on_ray(sys.argv[2]), "keep_going": True}
print(corpus.run(sys.argv[3:], sys.argv[1], settings, **how).documents)
"""


def on_cluster(out, address, *inputs, **how):
    command = [sys.executable, "-c", PROGRAM, str(out), address, *map(str, inputs)]
    return subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how
    )


def finished(process):
    said, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, told
    return int(next(line for line in said.splitlines() if line.isdigit()))  # Ray prints there, too


def rows(out):
    found = list(corpus.rows(str(out)))
    assert len({row["id"] for row in found}) == len(found)
    return found


def parts(out):
    return {path.name: path.stat().st_mtime_ns for path in Path(out, "parts").glob("*.parquet")}


@slow
@needs_ray
def test_two_machines_make_what_one_makes(tmp_path, machines):
    inputs = mixed(tmp_path)
    _, address = machines
    corpus.run(inputs, str(tmp_path / "here"), SETTINGS, documents=4, workers=2, keep_going=True)
    there = tmp_path / "there"
    assert finished(on_cluster(there, address, *inputs)) == 41
    assert rows(there) == rows(tmp_path / "here")
    assert corpus.manifest(str(there)) == corpus.manifest(str(tmp_path / "here"))
    assert sorted(errors({row["id"]: row for row in rows(there)}).values()) == [
        "crash", "exception", "memory", "time", "time", "unreadable",
    ]  # fmt: skip
    before = parts(there)
    assert len(before) == 11
    assert finished(on_cluster(there, address, *inputs)) == 41
    assert parts(there) == before


def parent(pid):
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except FileNotFoundError:
        return 0


def is_below(pid, top):
    while pid > 1 and pid != top:
        pid = parent(pid)
    return pid == top


def at_work(machines):
    """The process of a cluster that drives a child at the moment."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = subprocess.run(
            ["pgrep", "-f", "auditor.corpus.running.child"], capture_output=True, text=True, check=False
        )
        for driver in map(parent, map(int, found.stdout.split())):
            if is_below(driver, machines.pid):
                return driver
    raise AssertionError("no worker was found at work")


@slow
@needs_ray
@pytest.mark.parametrize("victim", ["a task's process", "a machine", "the driver"])
def test_who_dies_in_the_middle_costs_no_document(tmp_path, machines, victim):
    if not Path("/proc/self/stat").exists():
        pytest.skip("processes are found through /proc")
    (tmp_path / "in.jsonl").write_bytes(lines(60))
    process, address = machines
    out = tmp_path / "out"
    run = on_cluster(out, address, tmp_path / "in.jsonl")
    deadline = time.monotonic() + PATIENCE
    while len(parts(out)) < 3:
        assert run.poll() is None, run.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.05)
    if victim == "a machine":
        process.stdin.write("remove\n")
        process.stdin.flush()
        assert process.stdout.readline() == "gone\n"
    else:
        os.kill(run.pid if victim == "the driver" else at_work(process), signal.SIGKILL)
    run.communicate(timeout=PATIENCE)
    before = parts(out)
    assert len(before) >= 3
    if victim == "the driver":
        assert run.returncode == -signal.SIGKILL
        assert not (out / "manifest.json").exists()
    assert finished(on_cluster(out, address, tmp_path / "in.jsonl")) == 60
    assert {row["id"] for row in rows(out)} == {f"d{n}" for n in range(60)}
    assert errors({row["id"]: row for row in rows(out)}) == {}
    assert {name: parts(out)[name] for name in before} == before


@slow
@needs_ray
def test_a_ray_of_ones_own(tmp_path):
    """On the command line, with paths that only the driver's folder explains; and nothing of it is left running."""
    (tmp_path / "in.jsonl").write_bytes(lines(12))
    arguments = ["in.jsonl", "-o", "out", "--shard", "4", "-j", "2"]
    ran = auditor("run", *arguments, "--engine", "daft", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    told = ran.stderr.splitlines()
    assert told[-1] == "auditor: 12 documents, in 3 parts; auditor corpus summary out"
    assert len(told) == 4
    before = parts(tmp_path / "out")
    manifest = (tmp_path / "out" / "manifest.json").read_bytes()
    assert auditor("run", *arguments, cwd=tmp_path).returncode == 0
    assert (parts(tmp_path / "out"), (tmp_path / "out" / "manifest.json").read_bytes()) == (before, manifest)


@slow
@needs_ray
def test_a_full_disk_stops_the_cluster(tmp_path, machines):
    (tmp_path / "in.jsonl").write_bytes(lines(8))
    (tmp_path / "out").write_text("a file where the folder should be")
    process = on_cluster(tmp_path / "out", machines[1], tmp_path / "in.jsonl")
    _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert "WorkerError" in told.splitlines()[-1]
    assert "out/parts" in told.splitlines()[-1]


ASK = """
import sys
from auditor.corpus.running.cluster import connected
def is_silent(_) -> str:
    from daft.scarf_telemetry import opted_out
    from ray._common.usage.usage_lib import usage_stats_enabled
    return f"{opted_out()} {usage_stats_enabled()}"
with connected(sys.argv[1], 1) as daft:
    asked = daft.func(is_silent, return_dtype=daft.DataType.string(), use_process=False)
    rows = daft.from_pydict({"n": list(range(4))}).into_batches(1)
    print({row["n"] for row in rows.select(asked(rows["n"])).iter_rows()}, is_silent(0))
"""


@slow
@needs_ray
def test_neither_driver_nor_workers_report_to_anybody(machines):
    command = [sys.executable, "-c", ASK, machines[1]]
    ran = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert ran.stdout.strip() == "{'True False'} True False", ran.stderr
