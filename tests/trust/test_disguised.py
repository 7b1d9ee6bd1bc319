"""Much that is written otherwise than it looks is a finding of its own; what typesetters and keyboards do is none."""

import re

import pytest

import auditor

RULE = "disguised-words"
TEXT = "The keeper of the harbour sells herring at noon, and nobody leaves without some bread. "


def in_each_word(sign, after=1):
    return re.sub(r"[A-Za-z]{4,}", lambda word: word[0][:after] + sign + word[0][after:], TEXT)


def found(text, form="text"):
    return [finding for finding in auditor.audit(text, format=form).findings if finding.rule == RULE]


def swapped(pairs):
    return TEXT.translate(str.maketrans(pairs))


DISGUISES = {
    "zero-width space": in_each_word("\u200b"),
    "word joiner": in_each_word("\u2060"),
    "variation selector": in_each_word("\ufe0f"),
    "tag": in_each_word("\U000e0061"),
    "filler": in_each_word("\u3164"),
    "soft hyphen after the first letter": in_each_word("\u00ad"),
    "Cyrillic": swapped({"e": "\u0435", "a": "\u0430"}),
    "Armenian": swapped({"o": "\u0585", "n": "\u0578"}),
    "mathematical letters": swapped({"e": "\U0001d41e", "a": "\U0001d41a", "o": "\U0001d428"}),
    "Latin alpha": swapped({"a": "\u0251"}),
}
HONEST = {
    "soft hyphens": in_each_word("\u00ad", 2),
    "marks over letters": in_each_word("\u0301"),
    "long s": "It ſeems that ſome ſailors ſaw the ſame ſun riſe, and the ſea was ſtill. ",
    "broken characters": in_each_word("\x92"),
    "control characters": in_each_word("\x07"),
    "no ligature": "Auf\u200clage, Schif\u200cfahrt, Hof\u200chund, Tief\u200cbau, Kauf\u200chaus, Schilf\u200cland. ",
    "sounds": "Say /ˈhɑːbə/, /ˈkiːpə/, /ˈherɪŋ/, /nuːn/, /ɡet/, /ɡɪt/, /pɪt/, /ɡɑs/, /tɪk/, /tɑp/ and /ˈlɪvz/. ",
    "another alphabet": "The words вода, рука, роса, хор, сор, уха, оса, сок and рост are Russian, he said to her. ",
    "letters of Turkish": "Diyarbakır, Yıldız, Altınordu, Kırşehir, Ağrı, Iğdır, Kırklareli and Ispartayı in Turkey. ",
    "superscripts": "The 1ᵉʳ, the Mᵐᵉ, the Mˡˡᵉ, the Dʳ, the Mᵍʳ, the Stᵉ and the Sʳ are titles of this house. ",
    "an alphabet as ornament": "".join(chr(ord(c) + 0x1D3B9) if c.islower() else c for c in TEXT),
}


@pytest.mark.parametrize("name", DISGUISES)
def test_words_that_are_written_otherwise_than_they_look_are_an_error(name):
    (finding,) = found(DISGUISES[name] * 2)
    assert finding.severity == "error"
    assert finding.facts["times"] >= 5


@pytest.mark.parametrize("name", HONEST)
def test_what_languages_typesetters_and_damage_do_is_none(name):
    assert not found(HONEST[name] * 2)


def test_five_different_words_are_much_and_one_that_returns_is_not():
    words = ["h\u200barbour", "k\u200beeper", "h\u200berring", "n\u200boon", "b\u200bread"]
    assert found(f"These are {', '.join(words)} and no more of them, as the log says.")
    assert not found(f"These are {', '.join(words[:4] * 3)} and no more of them, as the log says.")


def test_a_page_that_needs_it_to_get_through_is_sent_back_with_the_place_of_each_word():
    page = f"<h1>Herring at noon</h1><p>{TEXT.replace('e', '<span style=display:none>q</span>e')}</p>"
    (finding,) = found(page, "html")
    for place in (finding, *finding.related):
        assert "<span" in page[place.offset : place.offset + place.length]
    assert auditor.audit(page, format="html").verdict != "pass"
