"""The notation in which phrases stand in the word folders."""

import re

import pytest

from auditor.words import languages, subject
from auditor.words.notation import expression, matcher

CASES = {
    "may also like": (["may also like", "May  Also like"], ["may like", "may also likely"]),
    "[also] read": (["read", "also read"], ["alsoread"]),
    "read [more/next]": (["read", "read more", "read next"], ["readmore"]),
    "article[s]": (["article", "articles"], ["article s"]),
    "{article/blog post} tags": (["article tags", "blog post tags"], ["blog tags"]),
    "[you] {may/might} [also] like": (["you may like", "might also like"], ["you like"]),
    "about *": (["about ferries"], ["about"]),
    "more from ...": (["more from the harbour", "more from us"], ["more from"]),
    "related [news] [today]": (["related", "related news", "related today"], ["related "]),
    "[the] [new] post": (["post", "new post", "the post", "the new post"], [" post"]),
    "most{ /-}read": (["most read", "most-read"], ["mostread"]),
    "ads by ___": (["ads by Salt & Roads – Media"], ["ads by", "ads by "]),
    "# replies": (["12 replies"], ["replies"]),
    "don't miss": (["don’t miss", "don't miss"], ["dont miss"]),
    "a.b": (["a.b"], ["axb"]),
}


@pytest.mark.parametrize("phrase", CASES)
def test_phrases_match_what_they_say(phrase):
    yes, no = CASES[phrase]
    assert [text for text in yes if not matcher((phrase,)).fullmatch(text)] == []
    assert [text for text in no if matcher((phrase,)).fullmatch(text)] == []


@pytest.mark.parametrize("phrase", ["[open", "{open", "shut]", "[crossed}"])
def test_a_bracket_without_its_partner_is_an_error(phrase):
    with pytest.raises(ValueError, match="close"):
        expression(phrase)


def test_a_phrase_is_found_as_whole_words():
    assert matcher(("read on",)).search("Spread on bread") is None
    assert re.fullmatch(expression("read on"), "read on")


def test_languages_are_folders_and_english_comes_first():
    assert languages()[0] == "en"
    assert subject("en", "no such subject") == {}
