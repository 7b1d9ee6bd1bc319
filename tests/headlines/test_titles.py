"""Headlines and titles against the text and against each other."""

import pytest
from bakery import BAKERY, FOREIGN, HEADLINE, found, html, text

import auditor

GERMAN = "Warum die Bäckerei in der Mühlgasse nach hundert Jahren den Besitzer wechselt"
GERMAN_TEXT = """Die Bäckerei in der Mühlgasse backt seit 1921 das gleiche Brot, und das soll auch so bleiben, sagt die
Besitzerin, die jeden Morgen um drei den Teig ansetzt und ruhen lässt, bis die ersten Kunden an die Tür klopfen."""
MISMATCH = "headline-body-mismatch"


def test_a_foreign_headline_is_told_with_the_words_that_are_missing():
    (finding,) = found(text(FOREIGN), MISMATCH)
    assert finding.evidence == FOREIGN
    assert finding.severity == "info"
    assert {"krakatoa", "volcano", "airlines"} <= set(finding.facts["uncovered"])
    assert finding.facts["coverage"] < 0.26


def test_the_headline_that_readers_see_is_named_first():
    (finding,) = found(html(FOREIGN, head=f"<title>{FOREIGN} | Site</title>"), MISMATCH)
    assert finding.evidence == FOREIGN
    assert [place.evidence for place in finding.related] == [f"{FOREIGN} | Site"]


@pytest.mark.parametrize(
    "source",
    [
        text("Ten new owners wanted for a loaf from the year 1921"),  # no name, but its subject
        text("Rising to the occasion"),  # witty, and too light to be judged
        html("Rising to the occasion: a slice of quiet revolution", head=f"<title>{HEADLINE}</title>"),
        text("The Loaf That Refused to Die: how Mill Lane kept its baker", "Nobody slept.", *BAKERY),  # anecdote first
        text("WHO counts salt in rye", *(p.replace("Greta Holm", "the World Health Organization") for p in BAKERY)),
        text("Gretta Holmes parts with her backery"),  # misspelt
        text(f"{HEADLINE} | Morning Quokka Gazette of Wagga Wagga"),  # the site's name is not the subject
        text(FOREIGN, "Ash everywhere. More follows."),  # too short to be judged
        text(FOREIGN, GERMAN_TEXT),
        "\n\n".join(BAKERY),  # no headline at all
    ],
)  # fmt: skip
def test_honest_headlines_are_left_alone(source):
    assert found(source, MISMATCH) == []


def test_a_fragment_has_no_headline_to_judge():
    report = auditor.audit("\n\n".join(BAKERY), format="text", zone="body")
    assert MISMATCH in report.rules.not_applicable


@pytest.mark.parametrize("head", [f'<meta property="og:title" content="{FOREIGN}">', f"<title>{FOREIGN}</title>"])
def test_one_foreign_title_conflicts_with_the_others(head):
    (finding,) = found(html(head=head), "title-conflict")
    assert finding.evidence == FOREIGN
    assert finding.related[0].evidence == HEADLINE
    assert found(html(head=head), MISMATCH) == []


@pytest.mark.parametrize(
    "source",
    [
        html(head=f"<title>{HEADLINE} | Wagga Wagga Quokka Gazette</title>"),
        html("Rising to the occasion", head=f"<title>{HEADLINE}</title>"),
        html(
            "Wagga Wagga Quokka Gazette",
            head=f'<title>{HEADLINE}</title><meta property="og:site_name" content="Wagga Wagga Quokka Gazette">',
        ),
        html(head="<title>Home</title>"),
        html(FOREIGN, head=f"<title>{FOREIGN}</title>"),  # all foreign: a mismatch, no conflict
    ],
)
def test_titles_that_differ_honestly_are_left_alone(source):
    assert found(source, "title-conflict") == []


def test_a_foreign_description_is_information():
    description = f'<meta name="description" content="{FOREIGN} between Jakarta and Perth, says the tower.">'
    (finding,) = found(html(head=description), "description-mismatch")
    assert finding.severity == "info"
    own = '<meta name="description" content="Greta Holm sells the bakery on Mill Lane to her apprentice.">'
    assert found(html(head=own), "description-mismatch") == []


def parts(*headings: str) -> str:
    filling = "A wooden box lets the loaf breathe and keeps its crust from going soft before Sunday comes."
    return "".join(f"<h2>{heading}</h2><p>{filling}</p>" for heading in headings)


def promising(headline: str, rest: str) -> str:
    return f"<article><h1>{headline}</h1><p>{BAKERY[0]}</p>{rest}</article>"


@pytest.mark.parametrize(
    "headline", ["7 ways to keep bread", "Seven quick and cheap ways to keep bread", "Keep bread: 7 tips"]
)
def test_a_promise_of_seven_with_five_numbered_parts(headline):
    (finding,) = found(
        promising(headline, parts("1. Box", "2. Linen", "3. Ice", "4. Toast", "5. Crumbs")), "promised-number"
    )
    assert (finding.facts["promised"], finding.facts["found"]) == (7, 5)
    assert [place.evidence for place in finding.related] == ["1. Box", "2. Linen", "3. Ice", "4. Toast", "5. Crumbs"]


@pytest.mark.parametrize(
    ("headline", "rest"),
    [
        ("5 ways to keep bread", parts("1. Box", "2. Linen", "3. Ice", "4. Toast", "5. Crumbs", "Bonus: rusks")),
        (
            "7 ways to keep bread",
            parts("1. Box", "2. Linen", "4. Ice", "5. Toast", "7. Crumbs"),
        ),  # parts were lost on the way
        ("7 ways to keep bread", parts("1. Box", "2. Linen", "3. Ice") + "<ul>" + "<li>Crumbs</li>" * 4 + "</ul>"),
        (
            "Top 6 tips for bread",
            parts("5. Box", "4. Linen", "3. Ice", "2. Toast", "1. Crumbs"),
        ),  # the sixth may be lost
        ("Bread lasts 7 days in 3 steps", parts("1. Box", "2. Linen", "3. Ice")),
        ("In 1921 a bakery opened", parts("1. Box", "2. Linen", "3. Ice")),
        ("7 ways to keep bread", parts("Why it dries out", "What helps") + "<p>Keep it dry.</p>" * 7),
        ("39 tools of the baker", parts("1. Box", "2. Linen", "3. Ice") + "<p>4. A knife</p><p>5. A board</p>"),
    ],
)
def test_promises_that_may_be_kept_are_left_alone(headline, rest):
    assert found(promising(headline, rest), "promised-number") == []


def test_a_headline_in_another_language():
    (finding,) = found(text(GERMAN), "headline-language")
    assert (finding.facts["headline"], finding.facts["text"]) == ("de", "en")


@pytest.mark.parametrize(
    "headline",
    [
        "La dolce vita di Mill Lane",  # too short to tell
        "10 Things I Wish I Knew Before I Sold The Bakery I Loved",  # "i" is a word of other languages too
        "Das Boot, Der Untergang and Die Welle: three films on the till of Mill Lane",
        HEADLINE,
        "Nyuki Mwanambee Kisiwa Bahari Nyumba Mkate Chumvi Maji",  # no language that is known
    ],
)
def test_headlines_in_the_language_of_the_text(headline):
    assert found(text(headline), "headline-language") == []


@pytest.mark.parametrize(
    "headline",
    [
        "You won't believe what this baker sold",
        "This simple trick keeps bread fresh",
        "What happened next will surprise you",
    ],
)
def test_the_form_of_clickbait_is_information(headline):
    findings = found(text(headline), "clickbait-form")
    assert {finding.severity for finding in findings} == {"info"}


@pytest.mark.parametrize(
    "headline",
    [
        "Why the baker of Mill Lane is selling",
        "7 ways to keep bread fresh",
        'Village amused by "you won\'t believe" flyer',
        "Magician explains the rope trick",
        "What the council will do next",
    ],
)
def test_plain_headlines_are_no_clickbait(headline):
    assert found(text(headline), "clickbait-form") == []
