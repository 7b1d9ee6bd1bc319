"""Rows of search words, towns hung on them, sentences that say a phrase again and again."""

import pytest

import auditor

PROSE = "The keeper of the old lamp walked to the end of the pier and sat down on a box of rope. "
ROW = (
    "cheap lamps, used lamps, lamps online, lamp repair, lamp parts, lamp oil, lamp shops, oil lamps, old lamps wanted"
)


def found(rule: str, source: str) -> tuple[auditor.Finding, ...]:
    return auditor.audit(source, format="text", rules=auditor.load_rules(select=[rule])).findings


@pytest.mark.parametrize(("rows", "lines", "told"), [(1, 1, True), (1, 4, False), (2, 4, True), (3, 14, False)])
def test_rows_count_from_three_words_in_ten(rows, lines, told):
    source = "\n\n".join([PROSE * lines, *(f"{ROW}, lamp number {'abcdef'[n]}" for n in range(rows))] * 2)
    assert bool(found("rows-of-words", source)) is told


def test_rows_of_figures_and_names_are_read():
    prices = "lamp 12, oil 3, rope 14, box 7, key 2, mast 90, sail 55, oar 21, net 33, hook 1, tar 8, paint 16" * 3
    names = (
        "Ada Lund, Bram Holt, Cleo Marsh, Dov Stern, Edda Falk, Finn Moor, Gerda Haas, Hugo Beck, Irma Vogt, Jo Kern "
        * 4
    )
    assert not found("rows-of-words", f"{prices}\n\n{names}")


@pytest.mark.parametrize(("times", "said"), [(2, []), (3, ["warning"]), (4, ["warning"]), (5, ["error"])])
def test_a_phrase_in_one_sentence_by_its_times(times, said):
    again = " and ".join(["a small fishing boat"] * times)
    source = f"Whoever wants {again} may come to our quay and look. {PROSE}"
    assert [str(one.severity) for one in found("crowded-sentence", source)] == said


@pytest.mark.parametrize(("lines", "told"), [(20, True), (27, False)])
def test_one_such_sentence_in_a_long_text_is_a_slip(lines, told):
    source = (
        f"Whoever wants {' and '.join(['a small fishing boat'] * 3)} may come to our quay and look. {PROSE * lines}"
    )
    assert bool(found("crowded-sentence", source)) is told


def test_numbers_and_names_make_a_difference():
    assert not found(
        "crowded-sentence",
        "It is 3 pounds a fishing boat, 4 a fishing boat, 5 a fishing boat and fishing boat.",
    )
    assert not found(
        "crowded-sentence",
        "Our Harbour Office staff met Harbour Office staff when the Harbour Office staff of Brae came.",
    )


TOWN = "Plumber Easton\n\nNobody in Easton should wait. {}"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Drain cleaning Easton"], False),
        (["Drain cleaning Easton", "Leak detection Easton"], True),
        (["Drain cleaning in Easton", "Leak detection in Easton", "Boilers in Easton"], False),
        (["Greater Easton", "We visit downtown Easton", "Near Easton"], False),
        (["Drain cleaning Easton WI"], True),
        (["Drain cleaning Easton, WI 54612"], False),
    ],
)
def test_a_town_behind_services(lines, told):
    assert bool(found("bare-town", TOWN.format("\n\n".join(["", *lines])))) is told


def test_long_texts_and_common_words_are_no_doorways():
    lines = ["Drain cleaning Easton", "Leak detection Easton", "Boiler repair Easton"]
    assert not found("bare-town", TOWN.format("\n\n".join([PROSE * 50, *lines])))
    tutoring = TOWN.replace("Easton", "Tutoring").format(
        "\n\n".join(["Good tutoring helps.", *lines]).replace("Easton", "Tutoring")
    )
    assert not found("bare-town", tutoring)
