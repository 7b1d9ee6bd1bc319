"""Private data stays masked in all that is said of a page, whoever says it."""

import pytest
from typer.testing import CliRunner

import auditor
from auditor.cli.app import app
from auditor.masking import dotted, mask
from auditor.reporters import SHIPPED

PAGE = """<!DOCTYPE html><html lang="en"><head>
<title>Ida Moor, 17 Birch Lane, Alderbrook, ME 04401, and her loom</title>
<meta name="description" content="Ida Moor lives at 17 Birch Lane, Alderbrook, ME 04401; call 207 555 4417.">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ida Moor",
"author":{"@type":"Person","name":"Ida Moor","telephone":"(207) 555-4417","birthDate":"9 May 1979",
"address":{"streetAddress":"17 Birch Lane","postalCode":"04401"}}}</script></head>
<body><h1>Ida Moor, 17 Birch Lane, Alderbrook, ME 04401, and her loom</h1>
<p>Call Ida at (207) 555-4417. As an AI language model, I know 2075554417 by heart, {{phone 207-555-4417}} and
[Insert 207-555-4417 here].</p>
<p>Ida was born on May 9, 1979, which is the 9th of May 1979 or 09.05.1979.</p>
<p>Letters go to 17 Birch Lane, Alderbrook. Letters go to 17 Birch Lane, Alderbrook, as they always did before.</p>
<div class="author-profile"><h3>Detail Author:</h3><ul>
<li>Name : Ida Moor</li><li>Username : ida.moor</li><li>Email : ida.moor@alder-post.org</li>
<li>Birthdate : 1979-05-09</li><li>Address : 17 Birch Lane, Alderbrook, VT 04401</li><li>Phone : 207-555-4417</li>
<li>Bio : Quo consequatur optio ducimus natus sunt qui. Hic optio rerum ipsa et et. Voluptatem 207-555-4417.</li>
</ul></div></body></html>"""
DAYS = ("1979-05-09", "9 May 1979", "May 9, 1979", "9th of May 1979", "09.05.1979")
SECRETS = ("5554417", "555-4417", "555 4417", "Birch Lane", "04401", *DAYS)


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ida.html").write_text(PAGE)
    return tmp_path


@pytest.mark.parametrize("form", SHIPPED)
def test_no_format_shows_private_data(page, form):
    said = CliRunner().invoke(app, ["check", "ida.html", "--format", form]).stdout
    assert "private-data" in said or "private data" in said
    assert [secret for secret in SECRETS if secret in said] == []
    shown = CliRunner().invoke(app, ["check", "ida.html", "--format", form, "--reveal-private"]).stdout
    assert any(secret in shown for secret in SECRETS)


def test_the_cache_holds_none(page):
    CliRunner().invoke(app, ["check", "ida.html", "--format", "html"])
    kept = b"".join(path.read_bytes() for path in (page / ".auditor_cache").rglob("*") if path.is_file())
    assert kept
    assert [secret for secret in SECRETS if secret.encode() in kept] == []


def test_a_mask_knows_a_number_in_any_spelling_and_leaves_the_rest():
    hidden = mask(["207-555-4417", "17 Birch Lane, Alderbrook"])
    assert hidden.text("Call +1 (207) 555 4417 or 2075554418.") == "Call +1 (2••) 5•• 4••• or 2075554418."
    assert hidden.text("in Birch   Lane, Alderbrook; a birch, a lane") == "in B••••   L•••, Alderbrook; a birch, a lane"
    assert mask([]).text("Birch Lane") == "Birch Lane"


def test_a_mask_knows_a_day_in_any_spelling_and_leaves_others():
    hidden = mask(["1979-05-09"])
    assert [day for day in DAYS if day in hidden.text(f"born {day}")] == []
    assert mask(["9.5.1979"]).text("5/9/1979") == "5/•/••••"
    others = "on 10 May 1979, on 9 May 1980, in May 1979, 1979-05-19"
    assert hidden.text(others) == others


def test_dots_keep_the_length():
    assert dotted("17 Birch Lane") == "1• B•••• L•••"


def test_a_baseline_knows_whose_data_stood_there_without_telling_it(page):
    """Four bits of a hash: of twenty others most are new; the same data are known where they stand."""

    def prints(number):
        report = auditor.audit(PAGE.replace("555-4417", f"555-{number}"), format="html")
        return [found.places for found in report.findings if found.rule == "private-data"]

    known = prints(4417)
    assert prints(4417) == known
    assert sum(prints(number) == known for number in range(2000, 2020)) <= 5
