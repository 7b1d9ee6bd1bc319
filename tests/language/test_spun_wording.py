"""Fixed phrases with a neighbour from a thesaurus in place of their only word."""

import auditor

SPUN = ["over the lengthy haul", "and learn extra about it", "for peace of thoughts", "without facet effects"]


def found(rule: str, source: str, form: str = "text") -> tuple[auditor.Finding, ...]:
    return auditor.audit(source, format=form, rules=auditor.load_rules(select=[rule])).findings


def text(count: int) -> str:
    return f"The heater runs {' '.join(SPUN[:count])} as the seller told us. We wait and see."


def test_one_is_a_slip_and_two_are_an_error():
    said = [[str(f.severity) for f in found("spun-text", text(n))] for n in range(4)]
    assert said == [[], [], ["error"], ["error"]]


def test_two_far_from_each_other_are_a_warning():
    calm = "The heater in the old hall runs all day and all night, and nobody has counted the costs. " * 35
    apart = f"{text(1)} {calm} It came without facet effects."
    assert [str(f.severity) for f in found("spun-wording", apart)] == ["warning"]
    assert not found("spun-text", apart)


def test_the_same_phrase_again_is_no_further_sign():
    assert not found("spun-wording", "Over the lengthy haul it pays. Over the lengthy haul it lasts.")


def test_every_place_is_shown():
    source = text(3)
    (finding,) = found("spun-text", source)
    places = [(finding.offset, finding.length), *((p.offset, p.length) for p in finding.related)]
    assert [source[a : a + n] for a, n in places] == ["lengthy haul", "learn extra about", "peace of thoughts"]


def test_quoted_phrases_and_texts_about_spinning_are_left_alone():
    assert not found("spun-wording", "He wrote “lengthy haul” and “facet effects” and laughed.")
    assert not found("spun-wording", f"Article spinners give themselves away.\n\n{text(4)}")
    assert not found("spun-wording", f"```\nspin(text, rate=4);\n{text(4)}\n```", "markdown")


def test_a_text_that_is_all_a_code_block_is_no_code():
    assert found("spun-wording", f"```\n{text(4)}\n```", "markdown")


def test_words_of_two_sentences_make_no_phrase():
    assert not found("spun-wording", "He wrote so. A lot came back. It was for the primary. Time went by.")
