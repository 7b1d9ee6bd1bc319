"""Sources and quotations through the public door, beyond what the cards' own examples show."""

import time

import pytest

import auditor
from auditor.signals import Signals

SOURCING = auditor.load_rules(select=["sourcing"])
PLACES = [
    'The "{}" states that "the bridge closed in March." Nobody was told.',
    'One of the reasons mentioned in the "{}" is the storm. It was loud.',
    'The "{}" also indicates that "no date is set." People wait.',
]


def found(source: str, rule: str, form: str = "text") -> list[auditor.Finding]:
    report = auditor.audit(source, format=form, rules=SOURCING)
    assert report.rules.errored == ()
    return [f for f in report.findings if f.rule == rule]


def article(label: str, mark: str = '"') -> str:
    return "\n\n".join(["The bridge of the old town"] + [p.format(label).replace('"', mark) for p in PLACES])


@pytest.mark.parametrize(
    "label", ["Data Kalimat", "Kifungu Kikuu", "Source text 2", "passage_text", "原文", "Quelle B"]
)
def test_one_finding_holds_every_place_of_a_label(label):
    source = article(label)
    (finding,) = found(source, "pseudo-source")
    places = [finding.offset, *(p.offset for p in finding.related)]
    assert [source[p : p + len(label)] for p in places] == [label] * 3
    assert [p.evidence for p in finding.related] == [label] * 2


def test_two_labels_are_two_findings():
    source = article("Data Kalimat") + "\n\n" + article("Teks Sumber").split("\n\n", 1)[1]
    assert [f.facts["label"] for f in found(source, "pseudo-source")] == ["Data Kalimat", "Teks Sumber"]


def test_the_same_places_in_html():
    page = "".join(f"<p>{p.format('Data <b>Kalimat</b>')}</p>" for p in PLACES)
    (finding,) = found(f"<article><h1>The bridge</h1>{page}</article>", "pseudo-source", "html")
    assert len(finding.related) == 2


@pytest.mark.parametrize(
    "frame",
    [
        "The book {} tells the story of a town.",
        "She wrote {} in 1962.\n\nA film, {}, by Ann Lund followed, and {} by Per Lund.",
    ],
)
def test_a_label_that_is_introduced_as_a_work_is_none(frame):
    name = '"Kalimat Road"'
    source = article("Kalimat Road")
    assert found(source, "pseudo-source")
    assert not found(f"{source}\n\n{frame.replace('{}', name)}", "pseudo-source")


def test_a_label_that_is_a_heading_is_the_topic():
    assert not found("# Kalimat Road\n\n" + article("Kalimat Road"), "pseudo-source", "markdown")


def test_a_label_that_is_a_link_can_be_looked_up():
    page = "".join(f"<p>{p.format('Kalimat Road')}</p>" for p in PLACES)
    link = '<p>Read <a href="/kalimat">Kalimat Road</a> yourself, it is short.</p>'
    assert not found(f"<article><h1>The bridge</h1>{page}{link}</article>", "pseudo-source", "html")


def test_a_label_says_one_thing_only():
    assert not found('The "Data Kalimat" states that "the bridge closed in March." Nobody was told.', "pseudo-source")


def test_a_block_quotation_is_somebody_elses_text():
    quoted = "\n>\n".join("> " + p.format("Data Kalimat") for p in PLACES)
    assert not found(f"# The bridge\n\nA reader sent us this:\n\n{quoted}", "pseudo-source", "markdown")


def test_two_cut_quotations_stand_apart_and_three_together():
    broken = [f'"The {what} had been closed by the council for" days on end.' for what in ("bridge", "school", "pier")]
    two, three = "\n\n".join(broken[:2]), "\n\n".join(broken)
    assert [f.severity for f in found(two, "cut-quotation")] == ["error", "error"]
    assert not found(two, "truncated-quotation")
    assert not found(three, "cut-quotation")
    (finding,) = found(three, "truncated-quotation")
    assert (finding.severity, len(finding.related)) == ("error", 2)


def test_a_quotation_inside_a_longer_one_counts_as_used_again():
    source = (
        'She said that "the old mill will be saved by those who love it." It was on Monday in the hall of the town.\n\n'
        'He wrote that "one day the old mill will be saved by those who love it, I hope." Nobody answered that week.'
    )
    (finding,) = found(source, "repeated-quotation")
    assert finding.facts == {"times": 2, "words": 11}


@pytest.mark.parametrize(
    "source",
    [
        'The "Data Kalimat" states that "a b c d" ' * 6_000,
        "".join(f'The "Label {n}" states that "x". The "Label {n}" notes that "y".\n\n' for n in range(3_000)),
        '"One two three four five six seven the" and ' * 6_000,
        "".join(f'"One two three four five six {n} eight." ' for n in range(3_000)),
        '"' + "said " * 60_000,
        "said that " * 20_000,
        "{" * 200_000 + " states that",
        '"x" ' * 20_000,
    ],
)
def test_hostile_input_is_linear(source):
    signals = Signals(auditor.parse(source, format="text"))
    start = time.process_time()
    for rule in SOURCING.rules:
        hits = list(rule.detect([b for b in signals.document.blocks if b.zone in rule.zones], signals))
        assert all(len(hit.related) <= 100 for hit in hits)
    assert time.process_time() - start < 3
