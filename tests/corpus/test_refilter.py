"""`auditor corpus refilter`: stored findings judged by other settings say what a fresh audit says."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import audited, errors, page
from msgspec import to_builtins
from test_command import auditor

from auditor import corpus, load_rules, rulebook
from auditor.corpus.compare.siblings import siblings
from auditor.corpus.judging.judged import judged
from auditor.corpus.judging.profile import Profile
from auditor.corpus.read import Item
from auditor.corpus.running.columns import table
from auditor.corpus.running.examine import Examiner
from auditor.model import Severity
from auditor.scoring import Gates

ROOT = Path(__file__).parent.parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.*"))
RULES = rulebook.default_rules()
IDS = [rule.id for rule in RULES.rules]
TRACES = {"minhash", "skeleton", "vocabulary", "outline", "paragraphs", "headlines", "biographies", "quotations"}
FAULTS = [
    'The "Quelltext {n}" clearly states that turbine {n} is loud.',
    "As an AI language model, I cannot climb roof {n}.",
    "[Insert photo {n} here]",
    "Welcome to {{{{city_name}}}}, harbour {n}.",
    "It was on 31 February 20{n:02} that the bridge fell.",
    "Itâ€™s not the harbour, itâ€™s the quay, and thatâ€™s that in {n} words.",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor {n}.",
    "The mayor has said that the council of the town will decide on the",
    "Die Brücke wurde am Montag von der Bürgermeisterin eröffnet, und alle waren da, auch die Kinder aus Haus {n}.",
]
CARD = """<html><body><article><h1>The ferry waits</h1><p>The ferry will not sail before noon, the mayor said.</p>
<p>Write to the skipper: [Insert the number 206-684-4075 here].</p></article>
<section class="author-box"><h3>About the author</h3><p>Name: Nora Feld</p><p>Birthdate: 1981-03-14</p>
<p>Phone: 206-684-4075</p></section></body></html>"""
PAGES = st.lists(
    st.lists(st.tuples(st.sampled_from(FAULTS), st.integers(1, 5)), max_size=4).map(
        lambda faults: page(7, " ".join(f"</p><p>{fault.format(n=n)}" for fault, times in faults for n in range(times)))
    ),
    min_size=1,
    max_size=4,
)
PROFILES = st.fixed_dictionaries({
    # What a private rule found is masked in the findings of others, too, and stays so: see below.
    "ignore": st.lists(st.sampled_from([*IDS, *RULES.dimensions]).filter(lambda n: n not in PRIVATE), max_size=12),
    "severity": st.dictionaries(st.sampled_from(IDS), st.sampled_from(list(Severity)), max_size=30),
    "gates": st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted),
})  # fmt: skip
PRIVATE = {"private-data", "authorship"}
ODD = [
    "港は今日も閉まっています。船は出ません。".encode() * 40,
    b"",
    b"\x00\x01\x02\xff" * 99,
    b"Der Hafen ist zu. " * 40,
    b"<html><script>x()</script></html>",
]


def rows(contents, rules, gates):
    examiner = Examiner(corpus.Settings(gates=gates), rules, None)
    items = [Item(id=str(n), name=f"{n}", data=data) for n, data in enumerate(contents)]
    return table([to_builtins(examiner.row("made", item)) for item in items])


def contents(pages):
    return [*(path.read_bytes() for path in SAMPLES), *ODD, *(one.encode() for one in pages)]


@settings(max_examples=25)
@given(pages=PAGES, profile=PROFILES)
def test_rows_are_those_of_a_fresh_audit(pages, profile):
    rules = rulebook.choose(rulebook.reclass(RULES, profile["severity"]), ignore=profile["ignore"])
    gates = Gates(*profile["gates"])
    stored = rows(contents(pages), rulebook.choose(RULES), Gates())
    assert not set(rules.rules) - set(rulebook.reclass(rulebook.choose(RULES), profile["severity"]).rules)
    again, fresh = judged(stored, Profile(rules, gates)), rows(contents(pages), rules, gates)
    assert again.schema.equals(fresh.schema)
    assert again.to_pylist() == fresh.to_pylist()


def test_many_places_raise_a_class_and_a_decision_stops_that():
    broken = [page(1, " </p><p>".join(f"Itâ€™s the {n}th of them" for n in range(20)))]
    stored = rows([broken[0].encode()], rulebook.choose(RULES), Gates())
    assert {f["severity"] for f in stored["findings"].to_pylist()[0] if f["rule"] == "mojibake"} == {"critical"}
    decided = rulebook.choose(rulebook.reclass(RULES, {"mojibake": Severity.WARNING}))
    (found,) = judged(stored, Profile(decided, Gates()))["findings"].to_pylist()
    assert {f["severity"] for f in found if f["rule"] == "mojibake"} == {"warning"}


def test_what_was_masked_stays_masked_and_costs_what_it_costs():
    card = [page(3).encode(), CARD.encode()]
    every = rows(card, rulebook.choose(RULES), Gates())
    without = rulebook.choose(RULES, ignore=["private-data"])
    again, fresh = judged(every, Profile(without, Gates())), rows(card, without, Gates())
    assert "•" in str(again["findings"].to_pylist())
    assert "•" not in str(fresh["findings"].to_pylist())
    for name in ("score", "verdict", "dimensions", "audited"):
        assert again[name].to_pylist() == fresh[name].to_pylist()
    for ours, theirs in zip(again["findings"].to_pylist(), fresh["findings"].to_pylist(), strict=True):
        keys = ("rule", "severity", "points", "offset", "length")
        assert [[f[key] for key in keys] for f in ours] == [[f[key] for key in keys] for f in theirs]


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("refilter")
    made = [{"id": f"m{n}", "text": page(n, "</p><p>".join(FAULTS[n % 5 :]).format(n=n))} for n in range(12)]
    lines = "".join(json.dumps(row) + "\n" for row in made) + '{"id": "bad"}\n'
    (folder / "in.jsonl").write_text(lines, "utf-8")
    told = auditor("run", folder / "in.jsonl", ROOT / "samples", "-o", folder / "once", "--shard", 5,
                   "--jsonl", folder / "once.jsonl")  # fmt: skip
    assert told.returncode == 0, told.stderr
    (folder / "strict.toml").write_text(
        'reject-under = 70\nignore = ["keywords"]\nseverity = { missing-date = "error", pseudo-source = "info" }\n'
    )
    fresh = auditor("run", folder / "in.jsonl", ROOT / "samples", "-o", folder / "fresh", "--shard", 5,
                    "--config", folder / "strict.toml", "--jsonl", folder / "fresh.jsonl")  # fmt: skip
    assert fresh.returncode == 0, fresh.stderr
    return folder


def refiltered(folder, source, out, *more):
    ran = auditor("refilter", folder / source, "--profile", folder / "strict.toml", "-o", folder / out, *more)
    assert ran.returncode == 0, ran.stderr
    return ran


def test_a_folder(done):
    ran = refiltered(done, "once", "whole", "--whole")
    fresh = list(corpus.rows(str(done / "fresh")))
    assert list(corpus.rows(str(done / "whole"))) == fresh
    assert len(errors({row["id"]: row for row in fresh})) == 1
    one, other = (corpus.manifest(str(done / name)) for name in ("whole", "fresh"))
    assert (one.settings, one.rules, one.ran, one.documents) == (
        other.settings,
        other.rules,
        other.ran,
        other.documents,
    )
    assert sum(part.documents for part in one.parts) == sum(part.documents for part in other.parts) == len(fresh)
    assert {name for given in one.inputs for name in given.parts} == {part.name for part in one.parts}
    assert len(one.parts) == len({part.source for part in other.parts}) < len(other.parts)
    (schema,) = {str(pq.read_schema(path)) for name in ("whole", "fresh") for path in corpus.files(str(done / name))}
    assert "schema_version" in schema
    last = ran.stdout.splitlines()[-2].split()
    assert last[:2] == ["all", "now"]
    verdicts = [row["verdict"] for row in fresh]
    assert [int(n) for n in last[2:]] == [
        *(verdicts.count(v) for v in ("pass", "review", "reject", None)), len(fresh),
    ]  # fmt: skip


def test_without_traces_all_else_is_there_and_siblings_says_where_they_are(done):
    refiltered(done, "once", "slim")
    fresh = [{k: v for k, v in row.items() if k not in TRACES} for row in corpus.rows(str(done / "fresh"))]
    assert list(corpus.rows(str(done / "slim"))) == fresh
    with pytest.raises(ValueError, match="once"):
        list(siblings(str(done / "slim"), RULES.corpus))
    assert auditor("summary", done / "slim", "--all").stdout == auditor("summary", done / "fresh", "--all").stdout
    back = auditor("refilter", done / "slim", "-o", done / "back", "--config", "x=1")
    assert back.returncode == 2


def test_json_lines_byte_for_byte(done):
    refiltered(done, "once.jsonl", "again.jsonl")
    assert (done / "again.jsonl").read_bytes() == (done / "fresh.jsonl").read_bytes()


def test_one_parquet_file(done):
    everything = pq.read_table(done / "once" / "parts")
    pq.write_table(everything, done / "rows.parquet")
    refiltered(done, "rows.parquet", "judged.parquet")
    verdicts = dict(
        zip(*(pq.read_table(done / "judged.parquet")[n].to_pylist() for n in ("id", "verdict")), strict=True)
    )
    assert verdicts == {row["id"]: row["verdict"] for row in corpus.rows(str(done / "fresh"))}


def test_a_part_says_which_rules_ran(done):
    """So of a file alone, rules can be selected, and those that did not run are told; what comes out says it, too."""
    audited(done / "two", done / "in.jsonl", select=("mojibake", "bracket-placeholder"))
    part = next((done / "two" / "parts").glob("*.parquet"))
    ran = auditor("refilter", part, "-o", done / "one.parquet", "--select", "mojibake")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(pq.read_metadata(done / "one.parquet").metadata[b"ran"]) == ["mojibake"]
    rules = {f["rule"] for row in pq.read_table(done / "one.parquet")["findings"].to_pylist() for f in row}
    assert rules == {"mojibake"}
    said = auditor("refilter", done / "one.parquet", "--select", "bracket-placeholder")
    assert (said.returncode, "bracket-placeholder did not run there" in said.stderr) == (2, True)
    assert "did not run then and find nothing" in auditor("refilter", part).stderr


def test_it_only_counts_without_an_output(done):
    said = auditor("refilter", done / "once", "--profile", done / "strict.toml").stdout
    assert said == refiltered(done, "once", "counted").stdout


def test_a_profile_has_a_name_in_a_run_and_after_it(done):
    made = ("run", done / "in.jsonl", "-o", done / "filtered", "--profile", "corpus", "--jsonl", done / "named.jsonl")
    assert auditor(*made, "--config", "reject-under=45").returncode == 0
    again = ("--profile", "corpus", "--profile", "reject-under=45", "-o", done / "renamed", "--whole")
    assert auditor("run", done / "in.jsonl", "-o", done / "all").returncode == 0
    assert auditor("refilter", done / "all", *again).returncode == 0
    fresh = list(corpus.rows(str(done / "filtered")))
    assert list(corpus.rows(str(done / "renamed"))) == fresh
    chosen = {rule.id for rule in load_rules(profile="corpus").rules}
    assert set(corpus.manifest(str(done / "filtered")).ran) == chosen
    assert {f["rule"] for row in fresh for f in row["findings"]} <= chosen
    said = auditor("refilter", done / "all", "--profile", "corpse")
    assert (said.returncode, "no profile is called 'corpse'; did you mean 'corpus'?" in said.stderr) == (2, True)


def test_classes_that_somebody_decided_on_count_in_a_run(done):
    stored = {row["id"]: row for row in corpus.rows(str(done / "fresh"))}
    assert {f["severity"] for row in stored.values() for f in row["findings"] if f["rule"] == "missing-date"} == {
        "error"
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["{done}/nowhere"], "there is no manifest.json"),
        (["{done}/once", "-o", "{done}/once"], "choose another output"),
        (["{done}/once", "--profile", 'severity = {x = "info"}'], "no rule is called 'x'"),
        (["{done}/few", "--select", "pseudo-source,mojibake"], "mojibake did not run there"),
        (["{done}/in.jsonl"], "the rows do not say type, zones"),
    ],
)
def test_wrong_usage_is_told(done, arguments, said):
    if not (done / "few").exists():
        audited(done / "few", done / "in.jsonl", select=("pseudo-source", "missing-date"))
    ran = auditor("refilter", *(argument.replace("{done}", str(done)) for argument in arguments))
    assert ran.returncode == 2
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


def test_rules_that_did_not_run_are_told(done):
    if not (done / "few").exists():
        audited(done / "few", done / "in.jsonl", select=("pseudo-source", "missing-date"))
    ran = auditor("refilter", done / "few")
    assert ran.returncode == 0
    assert "did not run then and find nothing" in ran.stderr


def test_it_loads_neither_parser_nor_pandas(done):
    """No page is read, so nothing that reads pages is there."""
    code = (
        "import sys\nfrom auditor.cli.app import app\ntry:\n    app(sys.argv[1:], standalone_mode=False)\n"
        "finally:\n    print({'fastwarc', 'rensa', 'pandas'} & {*sys.modules})"
    )
    command = [sys.executable, "-c", code, "corpus", "refilter", str(done / "once")]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "set()"
