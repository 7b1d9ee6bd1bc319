"""`auditor corpus`: what it says, writes and answers."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys

import jsonschema
import msgspec
import pyarrow.parquet as pq
import pytest
from corpus_command import ROOT, auditor
from making import errors, lines

from auditor import corpus
from auditor.corpus.running.columns import SCHEMA
from auditor.corpus.running.row import Row, schema
from auditor.corpus.show.summary import summary


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("done")
    (folder / "in.jsonl").write_bytes(lines(9) + b'{"id": "bad"}\n')
    ran = auditor("run", folder / "in.jsonl", ROOT / "samples", "-o", folder / "out", "--jsonl", folder / "rows.jsonl")
    assert ran.returncode == 0, ran.stderr
    return folder, ran


def test_a_run_tells_each_part_and_the_end(done):
    _, ran = done
    told = ran.stderr.splitlines()
    assert len(told) == 3
    assert "10 documents, 1 with an error, of" in told[0]
    assert told[-1].startswith("auditor: 16 documents, 1 with an error, in 2 parts")
    assert ran.stdout == ""


def test_rows_as_json_lines_fit_the_published_schema(done):
    folder, _ = done
    rows = [json.loads(line) for line in (folder / "rows.jsonl").read_text("utf-8").splitlines()]
    assert rows == json.loads(json.dumps(list(corpus.rows(str(folder / "out")))))
    for row in rows:
        jsonschema.Draft202012Validator(schema()).validate(row)
    assert errors({row["id"]: row for row in rows}) == {"bad": "unreadable"}
    assert any(finding["related"] for row in rows for finding in row["findings"])
    assert any(finding["places"] for row in rows for finding in row["findings"])


def test_rows_say_what_is_wrong_and_how_much_was_judged(done):
    folder, _ = done
    rows = [row for row in corpus.rows(str(folder / "out")) if row["error_class"] is None]
    for row in rows:
        assert row["audited"] in {"full", "part", "none"}
        assert bool(row["not_audited"]) == (row["audited"] != "full")
        indices = sorted(i for cause in row["causes"] for i in cause["findings"])
        assert indices == list(range(len(row["findings"])))
        if row["score"] is not None:
            assert row["score"] == max(0, 100 - sum(cause["points"] for cause in row["causes"]))
    assert any(len(cause["findings"]) > 1 for row in rows for cause in row["causes"])


def test_the_schema_is_published_and_that_of_the_parts(done):
    folder, _ = done
    said = json.loads(auditor("schema").stdout)
    assert said == schema()
    assert said == json.loads((ROOT / "docs" / "schema" / "corpus-row.json").read_text("utf-8")), (
        "run `auditor corpus schema > docs/schema/corpus-row.json`"
    )
    assert SCHEMA.names == [field.name for field in msgspec.structs.fields(Row)]
    for path in corpus.files(str(folder / "out")):
        own = pq.read_schema(path)
        assert own.equals(SCHEMA)
        assert own.metadata[b"schema_version"] == b"2.2"


def test_run_again_and_nothing_is_made_again(done):
    folder, ran = done
    before = {path: path.stat().st_mtime_ns for path in (folder / "out" / "parts").iterdir()}
    again = auditor("run", folder / "in.jsonl", ROOT / "samples", "-o", folder / "out")
    assert again.stderr == ran.stderr
    assert {path: path.stat().st_mtime_ns for path in (folder / "out" / "parts").iterdir()} == before


def test_summary_begins_with_the_worst_documents(done):
    folder, _ = done
    said = auditor("summary", folder / "out")
    assert (said.returncode, said.stderr) == (0, "")
    told = said.stdout.splitlines()
    assert re.fullmatch(r"15 documents of 2 sites: \d reject, 1 review, \d+ pass; mean score [\d.]+", told[0])
    assert told[1] == "1 document could not be audited"
    assert told[3] == "The worst documents"
    assert "       0  " in told[4]
    assert '            -100  Invented author: "Mrs. Odessa' in told[5]
    assert any(line.startswith("critical  Invented source: ") for line in told)
    assert len(told) < 60


def test_summary_in_tables(done):
    folder, _ = done
    said = auditor("summary", folder / "out", "--all")
    assert (said.returncode, said.stderr) == (0, "")
    assert "Verdicts\n" in said.stdout
    scores = said.stdout.split("\nScores\n")[1].split("\n\n")[0].splitlines()[1:]
    assert all(int(line.split()[1]) > 0 for line in scores)


def test_summary_as_a_page_that_asks_for_nothing(done):
    folder, _ = done
    assert auditor("summary", folder / "out", "--html", folder / "page.html", "--siblings").returncode == 0
    page = (folder / "page.html").read_text("utf-8")
    assert page.index("The worst documents") < page.index("What goes wrong most") < page.index("All figures")
    assert "<svg" in page
    assert "default-src &#x27;none&#x27;" in page
    assert set(re.findall(r"<link[^>]* href=\"?(\w+:)", page)) == {"data:"}
    assert " src=" not in page


def test_summary_as_a_spreadsheet(done):
    folder, _ = done
    assert auditor("summary", folder / "out", "--csv", folder / "all.csv").returncode == 0
    text = (folder / "all.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 16
    scores = [float(row["score"]) for row in rows if row["score"]]
    assert scores == sorted(scores)
    assert len(scores) == 15
    assert rows[0]["causes"].startswith("Invented author; Invented source")
    assert rows[0]["evidence"].startswith("Mrs. Odessa")
    assert "filler-latin-bio" in rows[0]["rules"].split()
    assert rows[-1]["error"]


def test_the_numbers_of_a_summary(done):
    folder, _ = done
    rows = list(corpus.rows(str(folder / "out")))
    sheets = {sheet.title: sheet for sheet in summary(str(folder / "out"))}
    assert sheets["Documents"].lines == [("audited", 15), ("with an error", 1)]
    verdicts = [row["verdict"] for row in rows if row["verdict"]]
    assert dict(sheets["Verdicts"].lines) == {verdict: verdicts.count(verdict) for verdict in set(verdicts)}
    assert (
        sum(line[1] for line in sheets["Scores"].lines) == sum(sum(line[2:]) for line in sheets["Scores"].lines) == 15
    )
    flagged = {}
    for row in rows:
        for rule in {finding["rule"] for finding in row["findings"]}:
            flagged[rule] = flagged.get(rule, 0) + 1
    for rule, _, documents, _, *verdicts in sheets["Rules, by the documents that they flag"].lines:
        assert documents == flagged[rule] == sum(verdicts)


def test_siblings_on_the_terminal_and_as_lines(done):
    folder, _ = done
    said = auditor("siblings", folder / "out", "--select", "near-duplicate")
    assert "Near-identical articles (near-duplicate, warning)" in said.stdout
    assert auditor("siblings", folder / "out", "--jsonl", folder / "siblings.jsonl").returncode == 0
    found = [json.loads(line) for line in (folder / "siblings.jsonl").read_text("utf-8").splitlines()]
    assert "near-duplicate" in {one["rule"] for one in found}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["summary", "nowhere"], "nowhere: there is no manifest.json"),
        (["siblings", "nowhere"], "nowhere: there is no manifest.json"),
        (["siblings", "nowhere", "--select", "near-twins"], "no rule or dimension is called 'near-twins'"),
        (["siblings", "nowhere", "--select", "debris"], "no rule that compares documents is chosen"),
        (["siblings", "nowhere", "--ray", "127.0.0.1:1"], "add --engine daft"),
        (["siblings", "nowhere", "--engine", "daft"], "nowhere: there is no manifest.json"),
        (
            ["run", "samples", "-o", "{tmp}", "--select", "no-such-rule"],
            "no rule or dimension is called 'no-such-rule'",
        ),
        (["run", "@nowhere", "-o", "{tmp}"], "nowhere"),
    ],
)
def test_wrong_usage_is_told(tmp_path, arguments, said):
    ran = auditor(*(argument.replace("{tmp}", str(tmp_path / "out")) for argument in arguments))
    assert ran.returncode == 2
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


# What a shell starts in the background ignores the interrupt, and so would all that these tests start there.
HEEDING = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "runpy.run_module('auditor', run_name='__main__')"
)


def interrupted(folder, documents):
    """A run that gets Ctrl-C after its first line: how it ended, the line, and what it said after."""
    folder.mkdir()
    (folder / "in.jsonl").write_bytes(lines(documents))
    command = [sys.executable, "-c", HEEDING, "corpus", "run", "in.jsonl", "-o", "out", "--shard", "5"]
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env, cwd=folder) as process:
        first = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        return first, process.stderr.read(), process


def test_ctrl_c_leaves_a_valid_state(tmp_path):
    # On a busy machine a short run is over before the signal arrives.
    for documents in (150, 2_000):
        folder = tmp_path / str(documents)
        first, rest, process = interrupted(folder, documents)
        if process.returncode:
            break
    assert "5 documents" in first
    assert process.returncode == 130
    assert "run it again to go on" in rest
    assert "Traceback" not in rest
    assert not (folder / "out" / "manifest.json").exists()
    assert auditor("run", folder / "in.jsonl", "-o", folder / "out", "--shard", "5").returncode == 0
    rows = list(corpus.rows(str(folder / "out")))
    assert sorted(row["id"] for row in rows) == sorted(f"d{n}" for n in range(documents))


def test_a_run_that_could_audit_nothing_is_no_success(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.jsonl").write_bytes(lines(2))
    none = auditor("run", tmp_path / "empty", "-o", tmp_path / "none")
    assert none.returncode == 2
    assert "hold no document; --allow-empty accepts it" in none.stderr
    assert auditor("run", tmp_path / "empty", "-o", tmp_path / "none", "--allow-empty").returncode == 0
    wrong = auditor("run", tmp_path / "a.jsonl", "-o", tmp_path / "wrong", "--text-field", "body")
    assert wrong.returncode == 2
    assert "nothing could be audited; the first error: the field 'body' holds no text; the fields are:" in wrong.stderr
