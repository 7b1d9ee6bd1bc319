"""Pages that were filled from a list of towns, and honest ones that name a place often."""

import auditor

TOWNS = ["Easton", "Norton", "Upper Alby", "Sundon", "Kelling"]
FRAME = "Whoever lives in {0} can call our {0} crew at night, and we will come."
PLAIN = "The van is old and the kettle is older. Both were bought from a circus that had to sell. " * 2


def found(rule: str, paragraphs: list[str]) -> tuple[auditor.Finding, ...]:
    source = "\n\n".join(["Drains", *paragraphs])
    return auditor.audit(source, format="text", rules=auditor.load_rules(select=[rule])).findings


def test_town_after_town_is_one_finding_with_all_places():
    (finding,) = found("name-after-name", [FRAME.format(town) for town in TOWNS])
    assert [finding.evidence, *(place.evidence for place in finding.related)] == [FRAME.format(t) for t in TOWNS]


def test_three_towns_or_a_small_part_of_a_text_are_no_list():
    assert not found("name-after-name", [FRAME.format(town) for town in TOWNS[:3]])
    assert found("name-after-name", [*(FRAME.format(town) for town in TOWNS[:4]), PLAIN])
    assert not found("name-after-name", [*(FRAME.format(town) for town in TOWNS), *[PLAIN + "So it goes. "] * 12])


def test_sentences_that_differ_in_numbers_alone_are_a_table_in_words():
    assert not found(
        "name-after-name", [f"The boat for the island leaves the pier at {n} past the hour." for n in range(9)]
    )


def test_other_languages_and_names_of_several_words():
    towns = ["Vila Nova", "Monte Claro", "Porto Alto", "Campo Belo"]
    assert found("name-after-name", [f"O melhor canalizador de {t} mora em {t} e chega sempre a tempo." for t in towns])


SAID_OFTEN = [
    "In Easton everybody knows that Easton is wet. Nobody from Easton minds.",
    "Our Easton shop serves Easton well. We love Easton and all who call Easton home.",
    "Come to Easton by boat, for Easton has a pier. Ask in Easton about us.",
]


def test_a_name_in_every_sentence():
    (finding,) = found("crowded-name", SAID_OFTEN)
    assert finding.facts["name"] == "Easton"
    assert finding.facts["times"] == 10


def test_a_name_that_stands_without_a_capital_too_is_a_word():
    assert not found("crowded-name", [*SAID_OFTEN, "An easton is also a cake."])


def test_a_name_that_the_text_needs():
    assert not found("crowded-name", [*SAID_OFTEN, *[PLAIN] * 3])
