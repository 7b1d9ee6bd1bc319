"""`parse`, `audit` and `load_rules`, as a caller meets them."""

import json
from concurrent.futures import ThreadPoolExecutor

import bs4
import msgspec
import pytest

import auditor

PAGE = """<html lang="en"><title>Harbour</title><article><h1>Harbour</h1>
<p>The harbour was built by monks who had tired of the hills.</p>
<p>As an AI language model, I cannot say which of them could swim.</p></article></html>"""


def rules_hit(report: auditor.Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_bytes_text_and_soup_give_the_same_findings():
    soup = bs4.BeautifulSoup(PAGE, "html.parser")
    reports = [auditor.audit(source, format="html") for source in (PAGE, PAGE.encode("utf-16"), soup)]
    assert all("assistant-speaking" in rules_hit(report) for report in reports)
    assert len({report.score for report in reports}) == 1


def test_a_tag_of_a_soup_is_taken_as_html():
    tag = bs4.BeautifulSoup(PAGE, "html.parser").article
    assert auditor.parse(tag).format is auditor.Format.HTML


def test_places_of_a_soup_count_from_what_it_writes():
    soup = bs4.BeautifulSoup("<h1>Port<p   class = a>[Insert photo here]", "html.parser")
    (finding,) = [one for one in auditor.audit(soup).findings if one.rule == "bracket-placeholder"]
    assert str(soup)[finding.offset : finding.offset + finding.length] == "[Insert photo here]"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (PAGE, "html"),
        ("# Harbour\n\nSee [the chart](/chart) and **the bell**.", "markdown"),
        ("Harbour\n\nMonks.", "text"),
    ],
)
def test_formats_are_sniffed(source, expected):
    assert auditor.parse(source).format == expected


def test_a_name_decides_before_the_text_does():
    assert auditor.parse("Harbour", name="a/b.md").format is auditor.Format.MARKDOWN


def test_unknown_formats_and_types_are_refused():
    with pytest.raises(ValueError, match="latex"):
        auditor.parse("x", format="latex")
    with pytest.raises(TypeError, match="int"):
        auditor.parse(7)


def test_a_document_can_be_audited_again_with_other_rules():
    document = auditor.parse(PAGE)
    assert "assistant-speaking" in rules_hit(auditor.audit(document))
    assert (
        rules_hit(auditor.audit(document, rules=auditor.load_rules(ignore=["generated", "structure", "authorship"])))
        == []
    )


def test_selecting_what_does_not_exist_names_the_nearest():
    with pytest.raises(ValueError, match="assistant-speaking"):
        auditor.load_rules(select=["asistant-speaking"])


def test_results_are_frozen():
    report = auditor.audit(PAGE)
    with pytest.raises(AttributeError):
        report.score = 100
    with pytest.raises(AttributeError):
        auditor.parse(PAGE).blocks[0].zone = "body"


def test_dictionaries_are_json_and_say_where():
    report = auditor.audit(PAGE).to_dict()
    assert json.loads(json.dumps(report)) == report
    (found,) = [f for f in report["findings"] if f["rule"] == "assistant-speaking"]
    assert PAGE[found["offset"] : found["offset"] + found["length"]] == found["evidence"]
    assert (found["line"], found["column"]) == (3, 4)
    parsed = auditor.parse(PAGE).to_dict()
    assert json.loads(json.dumps(parsed)) == parsed
    assert {"headline", "body"} <= {block["zone"] for block in parsed["blocks"]}


def test_lone_surrogates_become_replacement_characters():
    report = auditor.audit("The har\ud800bour was built by monks.\n\nThey had tired of hills.").to_dict()
    assert json.dumps(report).isascii()


def test_threads_give_what_one_thread_gives():
    sources = [PAGE.replace("monks", f"monks number {i}") for i in range(40)]
    with ThreadPoolExecutor(4) as pool:
        parallel = list(pool.map(auditor.audit, sources))
    assert msgspec.json.encode(parallel) == msgspec.json.encode([auditor.audit(s) for s in sources])


def test_a_profile_of_its_own_is_audited_as_an_author():
    report = auditor.audit(
        "Name : Odo Lamb\nBio : Quia ut nihil sequi dolores et voluptas rerum quo velit.", zone="author"
    )
    assert {f.zone for f in report.findings if f.dimension == "authorship"} == {"author"}
    assert report.verdict is auditor.Verdict.REJECT
