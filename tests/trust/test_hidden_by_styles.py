"""What the styles of a page hide or turn round is read as it is shown, whatever its classes are called."""

import re
import time

import pytest

import auditor
from auditor.text.backwards import is_backwards, may_stand

TEXT = "The lock was rebuilt twice, and both times the keeper stayed in his hut while the masons worked on the gates. "
LEAK = "As an AI language model, I cannot visit the lock."


def in_words(markup):
    return re.sub(r"[A-Za-z]{4,}", lambda word: f"{word[0][:2]}{markup}{word[0][2:]}", LEAK)


def report(markup, style=""):
    head = f"<title>The lock</title><style>body {{ margin: 0 }} {style}</style>"
    page = f'<html lang="en">{head}<article><h1>The lock</h1><p>{TEXT * 3}</p><p>{markup}</p></article>'
    return auditor.audit(page, format="html")


HIDING = {
    "a class": ('<span class="k x">q</span>', ".x { display: none }"),
    "a class after others": ('<span class="x">q</span>', "p > .k, article .x{color:red;visibility:hidden}"),
    "a name": ('<i id="x">q</i>', "#x{font-size:0}"),
    "a tag": ("<s>q</s>", "h1, s {position: absolute; left: -9999px}"),
    "a screen": ('<b class="x">q</b>', "@media screen { .x { opacity: 0; position: absolute } }"),
    "of its own": ('<i style="position:absolute; opacity:0">q</i>', ""),
}


@pytest.mark.parametrize("way", HIDING)
def test_letters_that_a_style_hides_inside_words_are_left_out(way):
    markup, style = HIDING[way]
    found = report(in_words(markup), style)
    assert {"assistant-speaking", "disguised-words"} <= {finding.rule for finding in found.findings}


def test_so_are_many_words_between_others():
    assert "assistant-speaking" in rules(report(LEAK.replace(" ", " <s>of the lock</s> "), "s { display: none }"))
    assert "assistant-speaking" not in rules(report(LEAK.replace(" ", " <s>of the lock</s> ")))


def test_so_is_small_print_over_the_words():
    ruby = LEAK.replace(" ", "<rt>lock</rt> ")
    assert "assistant-speaking" in rules(report(f"<ruby>{ruby}</ruby>"))


def rules(found):
    return {finding.rule for finding in found.findings}


SHOWN = {
    "another class": ('<span class="y">q</span>', ".x { display: none }"),
    "a part of a name": ('<span class="x">q</span>', ".xy, .k.x-y { display: none }"),
    "before it": ('<span class="x">q</span>', ".x::before { display: none }"),
    "something inside it": ('<span class="x">q</span>', ".x img { display: none }"),
    "a colour": ('<span class="x">q</span>', ".x { color: red } .y { display: none }"),
}


@pytest.mark.parametrize("way", SHOWN)
def test_letters_that_no_style_hides_stay(way):
    assert "disguised-words" not in rules(report(in_words(SHOWN[way][0]), SHOWN[way][1]))


TURNED = {
    "a paragraph": f'</p><p style="direction:rtl; unicode-bidi:bidi-override">{LEAK[::-1]}',
    "a class": f'</p><p class="x">{LEAK[::-1]}',
    "an element": f'<bdo dir="rtl">{LEAK[::-1]}</bdo>',
}


@pytest.mark.parametrize("way", TURNED)
def test_a_paragraph_that_stands_backwards_is_read_forwards(way):
    found = report(TURNED[way])
    assert "assistant-speaking" in rules(found)
    (leak,) = [finding for finding in found.findings if finding.rule == "assistant-speaking"]
    assert leak.evidence[::-1].startswith("As an AI language model")


@pytest.mark.parametrize(
    "text",
    [
        LEAK,
        "",
        "saw dna part live mood lived",
        "Si Na, Ni Sa, Fo Ot, Yb Ro, Li Os and others",
        "Oslo, Bergen, Trondheim, Tromsø, Narvik, Bodø, Molde",
        "Er sah not und ton, nie war es ein reis",
        "船は港を出た。",
    ],
)
def test_what_reads_forwards_is_not_turned(text):
    assert not is_backwards(text, "en", "de")


def test_blocks_are_looked_at_where_one_of_them_may_stand_backwards():
    forwards = (LEAK, TEXT, "Si Na, Ni Sa", "saw dna")
    for text in (LEAK[::-1], LEAK[::-1].upper(), "The keeper said (eht) kcol."):
        assert may_stand((*forwards[:3], text, TEXT), "en", "de")
    assert not may_stand(forwards[:3], "en", "de")
    assert not may_stand((*forwards, LEAK[::-1]), "xx")


def test_words_that_styles_print_are_counted():
    def styles(count):
        words = ["".join(chr(97 + int(figure)) for figure in str(number)) + "ly" for number in range(count)]
        return "".join(f".w{n}::before{{content:'{word}'}}" for n, word in enumerate(words))

    assert report("The lock.", styles(60)).audited == "part"
    assert "that styles print was not read" in report("The lock.", styles(60)).coverage.reason
    assert report("The lock.", styles(20)).audited == "full"
    generated = "".join(f".w{n}{{content:'{chr(97 + n % 26) * (2 + n // 26)},'}}" for n in range(90))
    assert report("The lock.", generated).audited == "full"


@pytest.mark.parametrize("unit", ["<i class=x>q</i>", "a<s>", ".x{", "<style>.x{", ".x, "])
def test_many_cost_in_proportion(unit):
    few, many = (min(cpu(unit * (size // len(unit))) for _ in range(2)) for size in (60_000, 240_000))
    assert many < 6 * few + 0.3


def cpu(text):
    begun = time.process_time()
    report(f"a<i class=x>q</i>b {text}", f"{text} .x {{ display: none }}")
    return time.process_time() - begun
