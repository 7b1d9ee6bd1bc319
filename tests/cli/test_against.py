"""`auditor parse --against`: two extractions of a page side by side, in one safe file."""

import json
import webbrowser
from types import SimpleNamespace

import pytest
from selectolax.lexbor import LexborHTMLParser

from auditor.extractions import Extraction, Part
from auditor.extractions.lining_up import COMPARED, Side, lined_up

FERRY = "The ferry sailed at noon on Tuesday, and nobody on the quay was late for it on that quiet day."
TOWER = "The tower on the hill was painted green last summer by three painters from the village below."
BRIDGE = "The bridge will stay closed until the council has agreed who pays for the new beams of oak."
ADVERT = "Subscribe now and get the first four weeks of our paper for the price of a cup of coffee."
PAGE = (
    f"<title>Tides</title><article><h1>Tides</h1><p>{FERRY}</p><p>{TOWER}</p><p>{BRIDGE}</p>"
    f"</article><footer><p>{ADVERT}</p></footer>"
)
EVIL = '"><img src=x onerror=pwned()><script>pwned()</script> javascript:pwned() \u202e \x1b[31m'


def side(*texts, elsewhere=()):
    return Extraction(name="x", body=[Part(text=t) for t in texts], elsewhere=[Part(text=t) for t in elsewhere])


def sides(found):
    return [row.side for row in found.rows]


@pytest.fixture
def shown(call, write, desk):
    """The page of a source against the other file."""

    def show(other, name="other.txt", page=PAGE):
        made = call("parse", write("page.html", page), "--against", write(name, other), "-o", "out.html")
        assert made.exit_code == 0, made.output
        return LexborHTMLParser((desk / "out.html").read_text("utf-8"))

    return show


def states(page):
    return [row.attributes["class"] for row in page.css(".beside li")]


def test_text_is_lined_up_by_paragraph(shown):
    page = shown(f"{FERRY}\n\n{BRIDGE.replace('oak', 'steel')}\n\n{ADVERT}\n")
    assert states(page) == ["both", "here", "differs", "there"]
    assert [mark.text() for mark in page.css(".differs mark")] == ["oak", "steel"]
    assert page.css_first(".there .where").text().startswith("Stands left in the boilerplate, line 1: <footer>")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("peer.json", json.dumps({"title": "Tides", "text": f"{FERRY}\n\n{TOWER}\n\n{BRIDGE}"})),
        ("peer.md", f"# Tides\n\n{FERRY}\n\n{TOWER}\n\n{BRIDGE}\n"),
        ("peer.html", f"<div><h1>Tides</h1><p>{FERRY}</p><p>{TOWER}</p><p>{BRIDGE}</p></div>"),
    ],
)
def test_other_formats_are_read(shown, name, other):
    page = shown(other, name)
    assert states(page) == ["there", "both", "both", "both"]
    assert "Stands left in the headline" in page.css_first(".there .where").text()


def test_an_earlier_run_is_read_with_its_zones(call, write, shown):
    earlier = call("parse", write("page.html", PAGE), "--format", "json").stdout
    page = shown(earlier, "earlier.json", PAGE.replace("<footer>", "<div>").replace("</footer>", "</div>"))
    assert set(states(page)) <= {"both", "here"}
    assert page.css_first("tbody td").text() == "Tides"


def test_paragraphs_that_another_tool_divides_otherwise_stand_beside_each_other():
    found = lined_up(side(f"{FERRY} {TOWER}", BRIDGE), side(FERRY, TOWER, BRIDGE))
    assert sides(found) == [Side.BOTH, Side.BOTH]
    assert [len(row.theirs) for row in found.rows] == [2, 1]


def test_small_words_in_common_make_no_pair():
    assert sides(lined_up(side(FERRY), side(ADVERT))) == [Side.HERE, Side.THERE]


def test_half_of_the_shorter_one_in_common_does():
    words = [f"w{n}" for n in range(10)]
    other = [f"v{n}" for n in range(10)]
    assert sides(lined_up(side(" ".join(words)), side(" ".join(words[:5] + other[5:])))) == [Side.DIFFERS]
    assert Side.HERE in sides(lined_up(side(" ".join(words)), side(" ".join(words[:4] + other[4:]))))


def test_what_moved_is_said_to_have_moved():
    found = lined_up(side(FERRY, TOWER, BRIDGE), side(TOWER, BRIDGE, FERRY))
    assert [(row.side, row.found is not None) for row in found.rows if row.side is not Side.BOTH] == [
        (Side.HERE, True),
        (Side.THERE, True),
    ]


def test_scripts_without_blanks_are_lined_up():
    one = "山田さんは昨日、新しい橋の工事について市役所で説明した。"
    assert sides(lined_up(side(one), side(one.replace("昨日", "今日")))) == [Side.DIFFERS]


def test_memory_is_bounded():
    found = lined_up(side("word " * COMPARED * 2), side("word " * COMPARED * 2))
    assert found.is_cut
    assert found.ours == COMPARED


def test_hostile_text_stays_text(shown):
    page = shown(json.dumps({"document": {"title": EVIL}, "blocks": [{"zone": "body", "text": EVIL, "reason": EVIL}]}),
                 "x.json", f"<title>{EVIL}</title><p>{FERRY} {EVIL}</p>")  # fmt: skip
    assert page.css("main :is(script, img, a, iframe)") == []
    assert len(page.css("script")) == 1
    assert "\u202e" not in page.html
    assert "\x1b" not in page.html
    policy = page.css_first("meta[http-equiv]").attributes["content"]
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize(
    "other", ['{"blocks": [1, {"text": 3}], "document": []}', '{"blocks": []}', "", '{"a": [' * 90]
)
def test_odd_files_are_no_crash(call, write, other):
    made = call("parse", write("page.html", PAGE), "--against", write("odd.json", other), "-o", "out.html")
    assert made.exit_code in {0, 2}
    assert made.exception is None or isinstance(made.exception, SystemExit)


def test_text_of_the_right_runs_to_the_left(shown):
    page = shown("أبحرت العبارة ظهر يوم الثلاثاء ولم يتأخر أحد عنها في ذلك اليوم الهادئ.\n")
    assert page.css_first(".there .right p").attributes["dir"] == "rtl"


def test_without_a_file_it_is_opened(call, write, monkeypatch):
    opened = SimpleNamespace(urls=[])
    monkeypatch.setattr(webbrowser, "open", opened.urls.append)
    made = call("parse", write("page.html", PAGE), "--against", write("other.txt", FERRY))
    assert made.exit_code == 0
    assert opened.urls[0].endswith("/against.html")
    assert "written to" in made.stderr


def test_what_cannot_be_read_is_said(call, write):
    made = call("parse", write("page.html", PAGE), "--against", "gone.txt")
    assert made.exit_code == 2
    assert "gone.txt: cannot be read" in made.stderr
