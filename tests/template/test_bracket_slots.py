"""Slots that nobody filled, and brackets that a writer meant."""

import pytest

import auditor

RULES = auditor.load_rules(select=["bracket-placeholder", "unrendered-template", "spintax", "empty-slot", "shortcode"])
HONEST = "The ferry takes forty people and a dog. It leaves at noon, and the bakery opens when the boat is in."


def findings(text: str, title: str = "Two lists and a boat") -> tuple:
    return auditor.audit(f"{title}\n\n{HONEST}\n\n{text}\n\n{HONEST}", format="text", rules=RULES).findings


@pytest.mark.parametrize(
    "slot",
    [
        "[Your Company]",
        "[your dog's name]",
        "[Name of Institution]",
        "[insert a sentence about the crew]",
        "[Add a quote from the keeper]",
        "[enter number]",
        "[photo of the quay here]",
        "[HARBOUR_NAME]",
        "[XXX]",
        "[TBD]",
        "[City]",
        "[Hiring Manager's Name]",
        "[Vorname Nachname]",
        "[hier Zitat einfügen]",
        "[insertar nombre]",
        "[votre nom]",
        "[nome da empresa]",
        "[inserire il nome del porto]",
        "[uw naam]",
        "[masukkan nama]",
        "[[Company Name]]",
        "{Company Name}",
        "{last_name}",
        "<Your City>",
        "(insert name of boat here)",
        "YOUR_HARBOUR_HERE",
        "€XX",
        "2026-xx-xx",
        "__TITLE__",
    ],
)
def test_a_slot_is_named(slot):
    assert [f.evidence for f in findings(f"The boat of {slot} has sailed.")] == [slot]


@pytest.mark.parametrize(
    "slot",
    [
        "{{ harbour_name }}", "{{boat.crew | upcase}}", "{{#each boats}}", "%%harbour%%", "%LASTNAME%",
        "*|LNAME|*", "${boat}", "<%= boat %>",
        "{% if crew %}", "[[+harbour]]", "@@harbour@@", "#{harbour}", "{page.heroTitle}",
        '<PriceTag id="4" />', "[object Object]",
        "Invalid Date", "#VALUE!", "£NaN", "<?php echo $boat ?>", '[boat_price id="4"]',
    ],
)  # fmt: skip
def test_a_variable_is_named(slot):
    assert [f.evidence for f in findings(f"The boat of {slot} has sailed.")] == [slot]


@pytest.mark.parametrize(
    "text",
    [
        "“We told [the mayor] that [his] boat was late,” she said [laughs].",
        "The date [of the ferry] is unknown [1], as [Smith 2001] says [sic].",
        "Watch it here [video], or read the report [link].",
        "He wrote that [i]t was late, and that [n]obody came to [City Hall].",
        "Let {a, b} be a set and <x, y> a pair; {x_1} is in it.",
        "Insert the card here. Insert a coin there.",
        "Super Bowl XXX, Louis XX, and Malcolm X were on the list.",
        "Interest rose from 5% in May to 7% in June and 9% after.",
        "The role of the keeper was undefined, and the contract is null and void.",
        "His duties were undefined from the start of the year.",
        "Call it with {start|stop}.",
        "He came in , sat down , and read.",
        "Naan is bread, and Nan is my grandmother.",
        "Opening hours:",
        "The year she was born in, the house she lived in: all gone.",
        "It is 5 < 6 and 7 > 6, said <the> clerk.",
        "[Music] [Applause] The keeper speaks.",
        "[Editor's note: the name was changed.]",
        "Dear “[Your Name]”, it said on every letter.",
        "The pool is 100 m x 25 m, xx as they say, and costs $20.",
    ],
)
def test_honest_brackets_stay(text):
    assert findings(text) == ()


@pytest.mark.parametrize("title", ["A template for your resignation letter", "How our placeholders work", "Changelog"])
def test_a_text_about_slots_may_show_them(title):
    assert findings("Dear [Your Name], {{ first_name }} is undefined metres late.", title=title) == ()


def test_three_slots_are_an_error_and_each_is_a_place():
    text = "[Company] was founded in [Year] by [Founder's Name]. It takes [X] people, as [University] found ([source])."
    (finding,) = findings(text)
    assert (finding.severity, 1 + len(finding.related)) == ("error", 6)


def test_one_slot_is_an_error():
    assert [f.severity for f in findings("[Your Company] keeps boats.")] == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm was founded in , and sails.",
        "It is located in .",
        "Lists of boats, published by on Monday.",
        "The membership costs per month.",
        "The keeper is years old.",
        "Preis pro Liter: €",
    ],
)
def test_a_hole_shows(text):
    assert [f.rule for f in findings(text)] == ["empty-slot"]


def test_spinning_syntax_is_critical():
    (finding,) = findings("The {ferry|boat|ship} {leaves|departs} at noon.")
    assert (finding.rule, finding.severity) == ("spintax", "critical")


def test_a_description_is_searched():
    source = f'<meta name="description" content="Boats in [City Name]"><h1>Boats</h1><p>{HONEST}</p>'
    assert [f.zone for f in auditor.audit(source, format="html", rules=RULES).findings] == ["metadata"]
