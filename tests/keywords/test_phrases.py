"""Which phrases a text repeats, and how they stand in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

import auditor
from auditor.model import Format, Span, Zone
from auditor.parsing import read
from auditor.signals import Signals
from auditor.text.passages import OPEN
from auditor.text.phrases import apart, is_searchable, repeated, surprise, tokens

PARAGRAPHS = """Cheap oak tables for two

Cheap oak tables last. Ours has seen forty winters. Nobody counts the cheap oak tables of the world.

Look at the joints first. Then look at the price of cheap oak tables before you pay.

Glue is no joint, whatever the seller says of it. Cheap oak tables have none. We checked.

See all cheap oak tables
"""


def signals(source: str, **given) -> Signals:
    return Signals(read(source, format=Format.TEXT, **given))


def phrase(source: str, words: str):
    return signals(source).phrases[tuple(words.split())]


def test_places_in_order_and_none_over_another():
    found = phrase("Old\n\n" + "ha ha ha ha ha ha ha ha and that was the end of it.", "ha ha")
    assert [i for _, i in found.places] == [0, 2, 4, 6]


def test_where_a_phrase_stands():
    found = phrase(PARAGRAPHS, "cheap oak tables")
    assert len(found.places) == 5
    assert len(found.running) == 4
    assert len(found.closed) == 2
    assert len(found.lines) == len(found.line_ends) == 1
    assert (found.edges, len(found.longer), found.edge_chance) == (2, 3, 2)
    assert found.contexts(free_borders=False) == 5
    assert found.fixed == 1
    assert not found.is_name


def test_chance_is_what_even_spread_would_close():
    assert phrase(PARAGRAPHS, "cheap oak tables").chance == 2 / 3 + 1 / 2 + 1 / 3


def test_spans_are_the_phrase_itself():
    assert {" ".join(tokens(span.text)) for span in phrase(PARAGRAPHS, "cheap oak tables").spans(9)} == {
        "cheap oak tables"
    }


def test_a_phrase_that_is_the_whole_last_sentence_is_a_refrain():
    verses = "\n\n".join(f"The {thing} was low. Bring the long boats home." for thing in ("tide", "moon", "fire"))
    assert phrase("Songs\n\n" + verses, "bring the long boats home").closed == []


def test_curly_and_straight_apostrophes_are_one():
    text = "Bread\n\n" + "\n\n".join(f"A baker{mark}s dozen is thirteen loaves of bread here." for mark in "’'’")
    assert len(phrase(text, "baker's dozen").places) == 3


def test_names_keep_their_capitals():
    text = "Islands\n\n" + "\n\n".join(f"In {year} a storm closed Old Harbour Island for weeks." for year in range(3))
    assert phrase(text, "old harbour island").is_name
    assert not phrase(text.replace("Island ", "island ").replace("Harbour", "harbour"), "old harbour island").is_name


def test_tables_code_and_quotations_are_not_counted():
    source = (
        "# Shed\n\n> cheap shed paint\n\n```\ncheap shed paint\n```\n\nWe bought cheap shed paint at the harbour shop."
    )
    assert ("cheap", "shed", "paint") not in Signals(read(source * 2, format=Format.MARKDOWN)).phrases


def test_title_address_and_keywords_say_what_is_sought():
    page = (
        "<html><head><title>Oak tables for two</title><meta name='keywords' content='pine benches, ash stools'></head>"
        "<body><article><h1>Oak tables for two</h1><p>They last longer than we do, and they cost less.</p></article>"
    )
    document = read(page, format=Format.HTML, url="https://wood.example.org/shop/elm-wood-chairs.html")
    sought = Signals(document).sought
    assert {("oak", "tables"), ("pine", "benches"), ("elm", "wood", "chairs")} <= sought
    assert ("shop", "elm") not in sought


def test_the_names_of_site_and_author_are_not_sought():
    page = (
        "<html><head><title>Oak tables for two | Elm Street Joiners</title><meta property='og:site_name' "
        "content='Elm Street Joiners'></head><body><article><h1>Oak tables for two</h1><p>They last for ever.</p>"
    )
    sought = Signals(read(page, format=Format.HTML)).sought
    assert ("oak", "tables") in sought
    assert ("elm", "street", "joiners") not in sought


def test_loose_ends_and_single_words_are_not_searchable():
    assert is_searchable(("bread", "for", "beginners"))
    assert not is_searchable(("for", "beginners"))
    assert not is_searchable(("bread", "for"))
    assert not is_searchable(("bread", "bread"))
    assert not is_searchable(("5", "g", "x"))


def test_phrases_over_one_another_count_once():
    found = signals(PARAGRAPHS).phrases
    longest_first = sorted(found.values(), key=lambda p: -len(p.words))
    assert [" ".join(p.words) for p in apart(longest_first)] == ["cheap oak tables"]


def naive(texts: list[list[str]], at_least: int) -> dict[tuple[str, ...], int]:
    counts: dict[tuple[str, ...], int] = {}
    for n in range(2, 7):
        for words in {tuple(t[i : i + n]) for t in texts for i in range(len(t) - n + 1)}:
            times = 0
            for text in texts:
                i = 0
                while i <= len(text) - n:
                    hit = tuple(text[i : i + n]) == words
                    times += hit
                    i += n if hit else 1
            if times >= at_least and words[0] not in OPEN:
                counts[words] = times
    return counts


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(["a", "b", "c"]), max_size=14), min_size=1, max_size=5), st.integers(2, 4))
def test_repeated_phrases_are_those_that_counting_finds(texts, at_least):
    source = "\n\n".join(" ".join(text) for text in texts if text) or "x"
    body = Signals(read(source, format=Format.TEXT, zone=Zone.BODY))
    found = {words: len(p.places) for words, p in repeated(body.passages, at_least).items()}
    assert found == naive([list(p.words) for p in body.passages.all], at_least)


@given(st.integers(0, 40), st.integers(1, 40), st.floats(0.01, 40))
def test_surprise_grows_with_what_was_not_expected(times, trials, expected):
    times, expected = min(times, trials), min(expected, trials)
    found = surprise(times, expected, trials)
    assert found >= 0
    assert (found == 0) is (times <= expected) or abs(times - expected) < 1e-6
    if times < trials:
        assert surprise(times + 1, expected, trials) >= found


def test_surprise_is_the_log_likelihood_ratio():
    assert round(surprise(6, 2.4, 10), 2) == 5.86


def test_no_passages():
    empty = signals("")
    assert empty.phrases == {}
    assert empty.passages.length == 0


def test_spans_belong_to_their_block():
    found = phrase(PARAGRAPHS, "cheap oak tables")
    for span in found.spans(9):
        assert isinstance(span, Span)
        assert 0 <= span.start < span.end <= len(span.block.text)


def test_a_phrase_beside_letters_of_a_script_without_blanks_has_its_place():
    """Such letters are words of their own wherever words are counted, so also where a phrase is placed."""
    says = "wind pays off"
    page = f"<h1>Wind Pays Off</h1>字o wk. S p {says}<p>wl. O e r {says}.2<p>e r n os. N {says}"
    report = auditor.audit(page, format="html")
    assert not report.rules.errored
    placed = [(f, *f.related) for f in report.findings if f.rule == "title-phrase-stuffing"]
    assert {page[spot.offset : spot.offset + spot.length] for spots in placed for spot in spots} == {says}
