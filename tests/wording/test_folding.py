"""What hides a fault from a search and not from a reader is folded away; places stay exact, other text stays itself."""

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor
from auditor.model import Format, Zone
from auditor.parsing import read
from auditor.signals import Signals
from auditor.text.folding import fold


def between(sign):
    """The sign between any two letters."""
    return lambda text: re.sub(r"(?<=[^\W\d_])(?=[^\W\d_])", sign, text)


def mapped(pairs):
    table = str.maketrans(pairs)
    return lambda text: text.translate(table)


def shifted(lower, upper):
    """Small letters from one place of Unicode on, capitals from another."""
    pairs = {chr(97 + i): chr(lower + i) for i in range(26)} | {chr(65 + i): chr(upper + i) for i in range(26)}
    return mapped(pairs)


INVISIBLE = {
    "soft hyphen": "\u00ad",
    "grapheme joiner": "\u034f",
    "hangul filler": "\u3164",
    "zero width space": "\u200b",
    "zero width non-joiner": "\u200c",
    "zero width joiner": "\u200d",
    "word joiner": "\u2060",
    "byte-order mark": "\ufeff",
    "variation selector": "\ufe0f",
    "mongolian selector": "\u180e",
    "left-to-right mark": "\u200e",
    "left-to-right embedding": "\u202a",
    "left-to-right override": "\u202d",
    "isolate": "\u2066",
    "invisible times": "\u2062",
    "tag": "\U000e0061",
    "supplementary selector": "\U000e0101",
}
TRICKS = {name: between(sign) for name, sign in INVISIBLE.items()} | {
    "dot below": between("\u0323"),
    "acute": between("\u0301"),
    "overlay": between("\u0336"),
    "full width": lambda text: "".join(chr(ord(c) + 0xFEE0) if c.isalnum() and c.isascii() else c for c in text),
    "bold": shifted(0x1D41A, 0x1D400),
    "sans": shifted(0x1D5BA, 0x1D5A0),
    "monospace": shifted(0x1D68A, 0x1D670),
    "circled": shifted(0x24D0, 0x24B6),
    "Cyrillic": mapped({"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "A": "А", "I": "І", "T": "Т"}),
    "a single o": mapped({"o": "ο"}),
    "Greek": mapped({"o": "ο", "u": "υ", "v": "ν", "I": "Ι", "A": "Α"}),
    "Armenian": mapped({"o": "օ", "n": "ո", "u": "ս", "g": "ց"}),
    "Cherokee": mapped({"A": "Ꭺ", "I": "Ꮖ", "T": "Ꭲ"}),
    "alpha": mapped({"a": "ɑ", "g": "ɡ"}),
    "dotless i": mapped({"i": "ı"}),
    "small capitals": mapped(dict(zip("abcdeghijklmnoprtuvwyz", "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ", strict=True))),
    "Roman numerals": mapped({"i": "ⅰ", "l": "ⅼ", "m": "ⅿ", "c": "ⅽ", "d": "ⅾ"}),
    "hyphens": mapped({"-": "\u2011"}),
    "turned": lambda text: f"\u202e{text[::-1]}\u202c",
}
FAULTS = {
    "assistant-speaking": "As an AI language model, I cannot say when the ferry sails.",
    "knowledge-cutoff": "As of my last knowledge update the ferry sailed at noon.",
    "unrendered-template": "The ferry of [object Object] sails at noon, as all the island can tell.",
    "tool-tokens": "The ferry is old oaicite:4 and long, as all the island can tell.",
    "bracket-placeholder": "The ferry sails at noon. [insert name of skipper here] is at the wheel.",
    "filler-text": "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.",
}
HONEST = (
    "The harbour of the island was built by three brothers who came over the water with their tools and a goat. It "
    "took them nine summers, and the goat is still remembered in the name of the square behind the church."
)


def audited(fault: str) -> auditor.Report:
    return auditor.audit(f"<h1>The harbour</h1><p>{HONEST}</p><p>{fault}</p><p>{HONEST[:90]}.</p>", format="html")


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("rule", FAULTS)
def test_a_trick_hides_no_fault(trick, rule):
    assert rule in {f.rule for f in audited(FAULTS[rule]).findings}
    report = audited(TRICKS[trick](FAULTS[rule]))
    assert rule in {f.rule for f in report.findings}


@pytest.mark.parametrize("sign", INVISIBLE.values(), ids=INVISIBLE)
def test_a_place_holds_what_the_source_has_there(sign):
    source = f"The pier is old. {between(sign)('As an AI language model, I')} saw it, and I {sign}liked it."
    found = [f for f in auditor.audit(source, format="text").findings if f.rule == "assistant-speaking"]
    assert len(found) == 1
    place = source[found[0].offset : found[0].offset + found[0].length]
    assert place.replace(sign, "").startswith("As an AI language model")
    assert found[0].evidence == place


def test_a_place_in_turned_text():
    source = "The pier is old. \u202eI ,ledom egaugnal IA na sA\u202c saw it."
    found = next(f for f in auditor.audit(source, format="text").findings if f.rule == "assistant-speaking")
    assert source[found.offset : found.offset + found.length].startswith("I ,ledom egaugnal IA na sA")


ORDINARY = {
    "English": "“Don’t” — it’s the café’s naïve façade…",
    "Russian": "Как языковая модель, а не человек, он с ней согласен. COVIDный год в IT-компании.",
    "Greek": "Η ελληνική γλώσσα και ο τόπος της.",
    "Turkish": "Yapay zekâ ve ılık bir gün, ışık söndü.",
    "Vietnamese": "Bến cảng được xây dựng bởi ba anh em.",
    "Persian": "این بندر را سه برادر ساختند و می‌شود آن را دید.",
    "Hindi": "क्षेत्र में पुराना बंदरगाह है।",
    "Japanese": "港は三人の兄弟が建てた。「本当に？」と聞いた！（二〇二五年）",
    "Chinese": "港口，由三兄弟建造；他们问：“真的？”",
    "Korean": "항구는 세 형제가 지었다.",
    "signs": "5 µm, Δt = 3 ℃, № 7, ™, ½, x², CO₂, 10 Ω",
}


@pytest.mark.parametrize("language", ORDINARY)
def test_ordinary_text_is_its_own_copy(language):
    assert fold(ORDINARY[language]) is None


def test_letters_with_their_marks_apart_are_the_letters():
    for language in ("English", "Turkish", "Vietnamese"):
        whole = ORDINARY[language]
        apart = unicodedata.normalize("NFD", whole)
        found = fold(apart)
        assert found is not None
        assert found.text == whole


STRANGE = st.text("ab AI.\u00ad\u200b\u202e\u202c\u0301\u0323аоοıɑﬁⅣｆ！𝐚🄰й世", max_size=60)


@settings(deadline=None)
@given(STRANGE, st.booleans())
def test_each_character_of_a_copy_knows_its_place(text, accents):
    found = fold(text, accents=accents)
    if found:
        assert len(found.text) == len(found.places)
        assert all(0 <= place < len(text) for place in found.places)
        for character, place in zip(found.text, found.places, strict=True):
            assert unicodedata.normalize("NFD", character)[0] == text[place] or not text[place].isascii()


@settings(deadline=None, max_examples=50)
@given(STRANGE)
def test_an_audit_of_strange_text_places_every_finding(text):
    source = f"{text} As an AI language model, I {text}\n\n{text} [insert name here]"
    for finding in auditor.audit(read(source, format=Format.TEXT, zone=Zone.BODY)).findings:
        place = source[finding.offset : finding.offset + finding.length]
        assert place.split() == finding.evidence.split()


@pytest.mark.parametrize("piece", ["\u202e", "\u202ea\u202c", "a\u0301", "\u0301", "а a ", "ａ！", "\u00ad", "аa"])
def test_four_times_the_text_costs_no_more_than_six_times_the_time(piece):
    def cpu(times: int) -> float:
        start = time.process_time()
        fold(f"x{piece * times}", accents=False)
        return time.process_time() - start

    small, large = (min(cpu(n) for _ in range(3)) for n in (10_000, 40_000))
    assert large < 6 * small + 0.05


def test_rules_about_characters_read_the_text_as_it_is_written():
    source = "A har\u200bbour and a fer\u200bry with gno\u200bmes."
    assert "invisible-character" in {f.rule for f in audited(source).findings}
    assert "mixed-scripts" in {f.rule for f in audited("The hаrbour is old.").findings}


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad\u200d", "\ufeff\u2060", "\U000e0041"])
def test_lines_of_invisible_characters_break_no_rule(sign):
    lines = f"<p>{sign}</p><p>{sign}</p><li>{sign} {sign}</li><h2>{sign}</h2><h2>{sign}</h2>"
    page = f"<title>Tides</title><article><h1>Tides</h1><p>The tide comes in at six.</p>{lines}</article>"
    for source, form in ((page, "html"), (f"# Tides\n\n{sign}\n\n{sign}\n\n- {sign}\n", "markdown"), (sign, "text")):
        assert auditor.audit(source, format=form).rules.errored == ()


def found_in(markup: str) -> set[str]:
    return {f.rule for f in auditor.audit(f"<h1>The harbour</h1><p>{HONEST}</p>{markup}", format="html").findings}


HIDING = {
    "a letter that is not shown": '<span style="display:none">q</span>',
    "a letter without size": "<i style='font-size: 0'>q</i>",
    "a hidden element": "<b hidden>xyz</b>",
    "a break that is not shown": '<br style="display:none">',
    "a control character": "\x01",
    "a control character of a second kind": "\x80",
    "an anchor of annotations": "\ufff9",
}


@pytest.mark.parametrize("piece", HIDING.values(), ids=HIDING)
def test_what_is_hidden_inside_words_cuts_no_wording(piece):
    assert "assistant-speaking" in found_in(f"<p>As an AI lan{piece}guage mod{piece}el, I cannot say.</p>")


def test_what_is_hidden_between_words_was_said_all_the_same():
    said = '<span style="display:none">As an AI language model, I cannot say.</span>'
    assert "assistant-speaking" in found_in(f"<p>The ferry sails. {said} It comes back.</p>")


def test_words_that_are_turned_by_an_element_are_read_as_they_are_shown():
    assert "assistant-speaking" in found_in('<p>As an AI <bdo dir="rtl">ledom egaugnal</bdo>, I cannot say.</p>')
    document = read('<p>שלום <bdo dir="rtl">עולם</bdo></p>', format=Format.HTML)
    assert Signals(document).document.blocks == document.blocks


def test_a_place_around_hidden_letters_holds_them():
    page = '<p>As an AI lan<span style="display:none">q</span>guage model, I cannot say.</p>'
    (found,) = [f for f in auditor.audit(page, format="html").findings if f.rule == "assistant-speaking"]
    assert page[found.offset : found.offset + found.length].startswith("As an AI lan<span")


def test_old_letters_and_blanks_of_braille_are_read_as_what_they_show():
    assert fold("the ſea is deep").text == "the sea is deep"
    assert fold("the\u2800sea").text == "the sea"
    assert fold("It\u00e2\u0080\u0099s") is None  # a broken character is no disguise
