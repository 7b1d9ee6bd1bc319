"""Words that a program put in the place of others, told by the words beside them."""

import auditor
from auditor.text.replaced import replaced, rows

PLAIN = (
    "Begin with a reliable timetable and keep the shutters closed. The men carry the boxes down to the boat, and the "
    "boys count them on the quay. In the evening the cook lights the stove, and everybody who has come in from the "
    "rain sits down beside it with a cup of tea."
)
SPUN = [
    "You should take activity when the back agony is strong.",
    "A blood exam may make issues worse.",
    "Keep a first assist kit, for illustration.",
    "You will likewise encounter modest quantities of dust.",
    "You require to go a long manner in the town corridor.",
]


def found(source: str, form: str = "text") -> tuple[auditor.Finding, ...]:
    return auditor.audit(source, format=form, rules=auditor.load_rules(select=["exchanged-words"])).findings


def words(text: str) -> dict[str, str]:
    return {text[one.start : one.end]: one.instead for row in rows(text) for one in replaced(row)}


def test_what_is_usual_between_the_neighbours_is_known():
    assert words("He will take activity when it rains.")["take activity when"] == "action"
    assert words("The blood exam costs nothing.")["blood exam costs"] == "test"
    assert not words("He will take action when it rains.")
    assert not words("A blood test costs nothing.")


def test_a_few_such_words_are_chance_and_many_are_none():
    told = [len(found(f"{PLAIN} {' '.join(SPUN[:count])}")) for count in range(len(SPUN) + 1)]
    assert told[0] == told[1] == 0
    assert told[-1] == told[-2] == 1


def test_places_and_what_is_usual_there_are_shown():
    source = f"{PLAIN} {' '.join(SPUN)}"
    (finding,) = found(source)
    assert str(finding.severity) == "warning"
    assert "“make issues worse” (matters)" in finding.message
    places = {(finding.offset, finding.length), *((p.offset, p.length) for p in finding.related)}
    assert "take activity when" in {source[a : a + n] for a, n in places}


def test_the_same_words_again_are_no_further_sign():
    assert not found(f"{PLAIN} {SPUN[0]} {SPUN[0]} {SPUN[0]} {SPUN[0]}")


def test_names_quotations_and_texts_about_spinning_are_left_alone():
    assert not found(f"{PLAIN} “{' '.join(SPUN)}”")
    assert not found(f"{PLAIN} {' '.join(SPUN).title()}")
    assert not found(f"{PLAIN} {' '.join(SPUN)} So write article spinners.")


def test_marks_divide_words_and_capitals_after_them_are_no_names():
    known = [[word.known is not None for word in row] for row in rows("Take it. Walk on, Friend; the DOG sits.")]
    assert known == [[True, True], [True, True], [False], [True, False, True]]


def test_most_of_a_long_text_is_not_read_where_its_beginning_is_sound():
    assert not found("\n\n".join([PLAIN] * 8 + [" ".join(SPUN)] * 2))
