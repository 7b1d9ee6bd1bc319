"""What a rule does alone, which rules go together, and findings to read: `summary`, `sample`, `host`."""

import json
import random

import pytest
from making import page
from test_command import auditor

from auditor import corpus
from auditor.corpus.judging.refilter import refilter
from auditor.corpus.show.samples import host, sample
from auditor.corpus.show.summary import summary
from auditor.rulebook import rules_folder

FAULTS = {
    "pseudo-source": 'The "Quelltext {n}" states that turbine {n} is loud.</p><p>The "Quelltext {n}" indicates it.',
    "assistant-speaking": "As an AI language model, I cannot climb roof {n}.",
    "bracket-placeholder": "[Insert photo {n} here]",
    "unrendered-template": "Welcome to {{{{city_name}}}}, harbour {n}.",
    "impossible-date": "It was on 31 February 20{n:02} that the bridge fell.",
    "mojibake": "Itâ€™s not the harbour, itâ€™s the quay, and thatâ€™s that in {n} words.",
    "knowledge-cutoff": "My knowledge was last updated in September 2021, so I do not know harbour {n}.",
}


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder, chance = tmp_path_factory.mktemp("reading"), random.Random(3)
    rows = []
    for n in range(60):
        faults = chance.sample(sorted(FAULTS.values()), chance.choice([0, 1, 1, 2, 3]))
        extra = "".join(f"</p><p>{fault.format(n=1 + n % 28)}" for fault in faults)
        name = ["a.example", "news.a.example", "b.example", "aa.example"][n % 4]
        rows.append({"id": f"d{n}", "text": page(n, extra), "url": f"https://www.{name}/{n}"})
    (folder / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + '{"id": "bad"}\n', "utf-8")
    ran = auditor("run", folder / "in.jsonl", "-o", folder / "out", "--shard", 20)
    assert ran.returncode == 0, ran.stderr
    return str(folder / "out")


def sheet(out, beginning):
    return next(one for one in summary(out) if one.title.startswith(beginning))


def test_marginal_drops_are_what_changes_where_one_rule_is_off(done):
    told = {rule: (rejects, reviews) for rule, rejects, reviews in sheet(done, "Marginal drops").lines}
    assert any(rejects for rejects, _ in told.values())
    assert any(reviews for _, reviews in told.values())
    flagged = {f["rule"] for row in corpus.rows(done) for f in row["findings"]}
    for rule in flagged:
        moved = refilter(done, None, corpus.Settings(ignore=(rule,))).moved
        rejects = sum(n for (was, now), n in moved.items() if was == "reject" != now)
        reviews = sum(n for (was, now), n in moved.items() if (was, now) == ("review", "pass"))
        assert told.get(rule, (0, 0)) == (rejects, reviews), rule


def test_house_cards_that_cost_nothing_drop_nothing(tmp_path):
    """What is charged is what the cards of the run say, not those that are shipped."""
    card = (rules_folder() / "generated" / "assistant-speaking.yml").read_text("utf-8")
    (tmp_path / "cards" / "generated").mkdir(parents=True)
    folder = tmp_path / "cards"
    (folder / "generated" / "assistant-speaking.yml").write_text(f"charged: false\n{card}", "utf-8")
    rows = [{"id": str(n), "text": page(n, f"</p><p>{fault.format(n=n)}")} for n, fault in enumerate(FAULTS.values())]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    out = str(tmp_path / "out")
    corpus.run([str(tmp_path / "in.jsonl")], out, corpus.Settings(rules=(str(folder),)))
    assert "assistant-speaking" in {f["rule"] for row in corpus.rows(out) for f in row["findings"]}
    told = {rule: (rejects, reviews) for rule, rejects, reviews in sheet(out, "Marginal drops").lines}
    for rule in {f["rule"] for row in corpus.rows(out) for f in row["findings"]}:
        moved = refilter(out, None, corpus.Settings(rules=(str(folder),), ignore=(rule,))).moved
        rejects = sum(n for (was, now), n in moved.items() if was == "reject" != now)
        reviews = sum(n for (was, now), n in moved.items() if (was, now) == ("review", "pass"))
        assert told.get(rule, (0, 0)) == (rejects, reviews), rule


def test_rules_that_share_a_cause_do_not_drop_alone_what_the_other_drops_too(done):
    """Two traces of a tool on one page are one cause: either alone rejects it."""
    told = {rule: rejects for rule, rejects, _ in sheet(done, "Marginal drops").lines}
    rejected = [{f["rule"] for f in row["findings"]} for row in corpus.rows(done) if row["verdict"] == "reject"]
    assert told["assistant-speaking"] < sum("assistant-speaking" in rules for rules in rejected)


def test_overlap_counts_documents_that_both_rules_flag(done):
    rules = [{f["rule"] for f in row["findings"] if f["severity"] != "info"} for row in corpus.rows(done)]
    lines = sheet(done, "Rules together").lines
    assert lines
    for one, other, documents, of_one, of_other in lines:
        both = sum({one, other} <= flagged for flagged in rules)
        assert (documents, of_one) == (both, round(both / sum(one in flagged for flagged in rules), 2))
        assert of_other == round(both / sum(other in flagged for flagged in rules), 2)


def test_a_sample_shows_the_words_and_is_always_the_same(done):
    stored = {row["id"]: row for row in corpus.rows(done)}
    few, more = (sample(done, "pseudo-source", most) for most in (4, 8))
    assert few == more[:4] == sample(done, "pseudo-source", 4)
    assert len({spot.id for spot in more}) == len(more) == 8
    for spot in more:
        (found,) = [f for f in stored[spot.id]["findings"] if f["rule"] == "pseudo-source"]
        assert (spot.line, spot.column, spot.evidence) == (found["line"], found["column"], found["evidence"])
        assert [p["evidence"] for p in spot.others] == [p["evidence"] for p in found["related"]]
    said = auditor("sample", done, "--rule", "pseudo-source", "-n", "4")
    assert said.returncode == 0, said.stderr
    for spot in few:
        assert f"{spot.line}:{spot.column} {spot.severity}[pseudo-source]" in said.stdout
        assert f"   | {spot.evidence}\n" in said.stdout


def test_a_sample_does_not_depend_on_how_documents_were_cut_into_parts(done, tmp_path):
    source = done.removesuffix("out") + "in.jsonl"
    assert auditor("run", source, "-o", tmp_path / "out", "--shard", 7).returncode == 0
    assert sample(str(tmp_path / "out"), "mojibake", 5) == sample(done, "mojibake", 5)


def test_a_sample_of_one_verdict_as_lines(done, tmp_path):
    ran = auditor("sample", done, "--rule", "mojibake", "--verdict", "reject", "--jsonl", tmp_path / "some.jsonl")
    assert ran.returncode == 0, ran.stderr
    lines = [json.loads(line) for line in (tmp_path / "some.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in corpus.rows(done) if row["verdict"] == "reject"]
    assert len(lines) == sum(any(f["rule"] == "mojibake" for f in row["findings"]) for row in rows) > 0
    assert {line["verdict"] for line in lines} == {"reject"}


def test_a_host_with_shares_and_evidence(done):
    own = [row for row in corpus.rows(done) if row["host"] in {"a.example", "news.a.example"}]
    found = host(done, "A.example")
    verdicts = {verdict: (pages, share) for verdict, pages, share, _ in found.sheets[0].lines}
    for verdict in ("pass", "review", "reject"):
        pages = sum(row["verdict"] == verdict for row in own)
        assert verdicts[verdict] == (pages, round(pages / len(own), 3))
    for _, rule, _, pages, _, _ in found.sheets[-1].lines:
        assert pages == sum(any(f["rule"] == rule for f in row["findings"]) for row in own), rule
    assert [spot.rule for spot in found.evidence] == [line[1] for line in found.sheets[-1].lines]
    assert {spot.host for spot in found.evidence} <= {"a.example", "news.a.example"}
    said = auditor("host", done, "a.example")
    assert said.returncode == 0, said.stderr
    assert "Pages by verdict, and in the whole corpus" in said.stdout
    assert all(spot.evidence in said.stdout for spot in found.evidence)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["sample", "{out}", "--rule", "pseudo-sources"], 2, "did you mean 'pseudo-source'"),
        (["sample", "{out}", "--rule", "fictional-phone"], 0, ""),
        (["sample", "nowhere", "--rule", "mojibake"], 2, "there is no manifest.json"),
        (["host", "{out}", "c.example"], 2, "no page of c.example was audited"),
        (["host", "{out}", "'; drop table rows; --"], 2, "was audited"),
    ],
)
def test_wrong_usage_is_told(done, arguments, code, said):
    ran = auditor(*(argument.replace("{out}", done) for argument in arguments))
    assert (ran.returncode, "Traceback" in ran.stderr) == (code, False)
    assert said in ran.stderr


def test_what_a_page_says_is_no_control_code(tmp_path):
    text = page(1, "</p><p>[Insert \x1b[31m photo \u202e here]")
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "\x1b[2J", "text": text}) + "\n")
    assert auditor("run", tmp_path / "in.jsonl", "-o", tmp_path / "out").returncode == 0
    said = auditor("sample", tmp_path / "out", "--rule", "bracket-placeholder").stdout
    assert "photo" in said
    assert not set("\x1b\u202e") & set(said)
