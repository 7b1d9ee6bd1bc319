"""Labels in the place of a source, weighed by their words and shapes."""

import pytest

import auditor
from auditor.text.labels import shape, telling_words, traits
from auditor.text.noun_phrases import noun_phrases, speaks
from auditor.words.weights import languages_of, weights

_BEFORE = "The bakery on the island opens when the boat is in, and closes when the last loaf is sold."
_AFTER = "In the winter nobody comes, and the baker mends nets with his sister until the ice has gone."


def _found(text: str, title: str = "The boat is late again", more: str = "") -> list[auditor.Finding]:
    source = "\n\n".join(filter(None, [title, _BEFORE, text, more, _AFTER]))
    report = auditor.audit(source, format="text")
    return [finding for finding in report.findings if finding.rule == "label-as-source"]


def _labels(text: str) -> list[str]:
    return [place.evidence for finding in _found(text) for place in (finding, *finding.related)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("According to Source D, the pier was sold in the spring.", "Source D"),
        ("“Nobody slept,” said Snippet 6, and went home.", "Snippet 6"),
        ("The Input Passage claims that the lamp was never lit.", "Input Passage"),
        ("“It was wet,” recalls Speaker Placeholder, who was on deck.", "Speaker Placeholder"),
        ("As noted by User Prompt, the ferry is older than the pier.", "User Prompt"),
        ("The captain, says source_name, had seen the rock.", "source_name"),
        ("Dr. Lastname insists that the water is clean.", "Dr. Lastname"),
        ("In the words of Example Resident B, the pier is “a bench with a view”.", "Example Resident B"),
    ],
)
def test_a_label_that_speaks_is_found(text: str, label: str) -> None:
    assert _labels(text) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Captain Page said that nobody was asked. “It was wet,” added Ida Field, who was on deck.",
        "The letter says that the pier was sold. According to the museum, it was a gift.",
        "A source close to the owner said that the pier was sold. Sources say that it was a gift.",
        "“Source D says that the pier was sold,” the boy read out from his screen.",
        "The second paragraph of the treaty states that the ferry is free.",
        "The user said that the prompt was too long. Each speaker told the council of the noise.",
        "{{source_name}} said that the book was late, and [Source Name] blamed the printer.",
        "Source Publishing said that the book was late, and Context Records blamed the printer.",
    ],
)
def test_whoever_may_speak_is_not(text: str) -> None:
    assert not _found(text)


def test_a_label_that_the_page_names_or_discusses_is_known() -> None:
    label = "Snippet 6 says that the pier was sold in the spring."
    assert _found(label)
    assert not _found(label, title="What Snippet 6 tells us of the boats")
    assert not _found(
        label, more="Each snippet was torn from a page. The best snippet is in red, and one snippet is wet."
    )


def test_a_surname_is_told_by_its_first_name() -> None:
    label = "“It was too late,” said Excerpt, and nobody answered."
    assert _found(label)
    assert not _found(label, more="The pilot Jonah Excerpt has steered the ferry for nine years.")


def test_numbered_people_of_courts_have_their_names_hidden() -> None:
    label = "“It was dark,” said Speaker 3, who was on deck."
    assert _found(label)
    assert not _found(label, more="The court hides the names of all who testified, and the jury was told so.")


def test_several_labels_are_one_finding() -> None:
    (finding,) = _found("According to Source D, it rained. According to Source E, the pier was sold in the spring.")
    assert [finding.evidence, *(place.evidence for place in finding.related)] == ["Source D", "Source E"]


def test_two_places_need_less_weight_than_one() -> None:
    one = "“It was wet,” said the Caption, and nobody answered."
    assert not _found(one)
    assert len(_found(f"{one} “It was dark,” said the Caption.")) == 1


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Key Takeaways points out that the lamp was never lit.", "Key Takeaways"),
        ("According to Talking Point, the pier was sold in the spring.", "Talking Point"),
        ("As Story Angle notes, the pier was sold in the spring.", "Story Angle"),
        ("“It was wet,” said Opposing View, and went home.", "Opposing View"),
    ],
)
def test_a_name_of_common_words_that_speaks_once(text: str, label: str) -> None:
    assert _labels(text) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Downing Street said that the lamp was never lit. Officials say so, too.",  # weighs -3.8
        "Residents said that the lamp was never lit.",
        "The captain told Opposing View that it was wet.",
        "Pilot B said that it was wet.",  # people and things have numbers and letters
        "Expert points for the lamp go to the captain.",
    ],
)
def test_names_that_may_be_somebodys(text: str) -> None:
    assert not _found(text)


def test_a_text_that_has_such_names_knows_whose_they_are() -> None:
    label = "Key Takeaways points out that the lamp was never lit."
    assert _found(label)
    assert not _found(label, more="The names of the boats are odd.")
    assert not _found(label, more="The takeaways on the pier are shut.")
    assert not _found(label, more="He rowed behind Column and caught nothing.")


def test_members_of_a_forum_may_have_names_like_fields() -> None:
    label = "“It was wet,” wrote placeholder_name, and nobody answered."
    assert _found(label)
    assert not _found(label, more="The names here are odd. He took the name in a hurry, and his name is Steve.")


def test_what_older_rules_find_too_is_charged_once() -> None:
    report = auditor.audit(
        f"The boat\n\n{_BEFORE}\n\nAccording to Source 3, nobody was asked.\n\n{_AFTER}", format="text"
    )
    (cause,) = [cause for cause in report.causes if cause.kind == "pseudo-source"]
    assert {report.findings[number].rule for number in cause.findings} == {"lone-slot", "label-as-source"}


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Ann Lund said that it rained.", ["Ann Lund"]),
        ("It rained, said Ann Lund.", ["Ann Lund"]),
        ("According to Ann Lund, it rained.", ["Ann Lund"]),
        ("The baker, a friend of hers, has often said so.", ["The baker"]),
        ("As Ann Lund puts it, the boat is late.", ["Ann Lund"]),
        ("The boat of the baker sails in the rain.", []),
    ],
)
def test_who_speaks_in_a_sentence(sentence: str, speakers: list[str]) -> None:
    found = [phrase for phrase in noun_phrases(sentence, "en") if speaks(phrase, "en")]
    assert [sentence[phrase.start : phrase.end] for phrase in found] == speakers


def test_traits_are_words_with_their_shapes() -> None:
    (phrase,) = noun_phrases("the Source 4", "en")
    assert traits(phrase, "en", {"source": 9.0}) >= {
        "article the",
        "shapes the C 0",
        "w source",
        "two source 0",
        "last 0",
    }


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("4", "0"),
        ("source_4", "@"),
        ("(baker)", "("),
        ("B", "X"),
        ("USER", "XX"),
        ("q4", "x0"),
        ("Source", "C"),
        ("Lund", "N"),
    ],
)
def test_shapes(text: str, form: str) -> None:
    assert shape(text, {"source": 9.0}) == form


def test_telling_words_are_heavy_as_they_are_written() -> None:
    assert telling_words({"": -3.0, "C source": 1.5, "last text": 4.0, "c text": 2.0}, 1.0) == {"Source", "text"}


def test_every_table_has_its_small_words() -> None:
    assert languages_of("sources") == languages_of("small")
    assert len(weights("en", "small")) > 9_000


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Counterargument, however, insists that the boats lose money everywhere.", "Counterargument"),
        ("Dénouement later conceded that the money had been there.", "Dénouement later"),
        ("According to Context, the dam holds a million cubic metres.", "Context"),
        ("Alt text testified that the three men had never met.", "Alt text"),
        ("As the Client Brief notes, the cork is “new”.", "Client Brief"),
        ("That the vine is old is claimed by Internal Notes, and by nobody else.", "Internal Notes"),
        ("Evidence #2 (2014) argues that the Romans had rabbits.", "Evidence #2 (2014)"),
    ],
)
def test_a_part_of_a_text_that_speaks_is_found(text: str, label: str) -> None:
    assert _labels(text) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Caption details were various: “Bird,” said one, and nobody knew which.",
        "The counterargument says that the boats lose money. A context says little, and each row shows one fare.",
        "Paragraph 3 says that the ferry is free, and Table 2 shows the fare.",
        "Evidence suggests that the boats lose money, and data show why.",
    ],
)
def test_a_part_with_its_article_or_of_a_statute_is_not(text: str) -> None:
    assert not _found(text)


def test_a_text_about_texts_tells_of_their_parts() -> None:
    label = "Counterargument insists that the boats lose money everywhere."
    assert _found(label)
    more = "An essay has a thesis, a hook, a premise, a rebuttal, an anecdote and a conclusion."
    assert not _found(label, more=more)


def test_a_name_that_the_text_has_elsewhere_is_one() -> None:
    label = "Footnote said that the fee was too low."
    assert _found(label)
    assert not _found(label, more="The council had asked Footnote to play at the opening of the pier.")
    assert _found(label, more="The fee, said Footnote, was a joke.")


@pytest.mark.parametrize(
    "text",
    [
        "Context shows that the vote was close. Transition says it all, and Definition tells you nothing.",
        "Conclusion states the obvious: the pier is old. Anecdote suggests that gulls are larger now.",
        "Token told investors that it would close. The start-up had raised a million.",
        "Recap said on Monday that its films would be free. The firm is based in Leeds.",
        "Motif asked for time. Its lawyers told the court so.",
        "According to Overview, the free paper in Brae, nobody was asked.",
        "Hook said that he would sail. The old captain, Peter Hook, was tired.",
    ],
)
def test_nouns_that_need_no_article_and_firms_of_the_name_are_not(text: str) -> None:
    assert not _found(text)


def test_what_only_people_do_makes_a_label_of_them() -> None:
    assert _labels("Context believes that the vote was close.") == ["Context"]
    assert _labels("Conclusion adds that the vote was close.") == ["Conclusion"]


def test_a_team_that_the_text_presents_may_be_called_anything() -> None:
    text = "Answer Key says that horns are part of a giraffe."
    assert _labels(text) == ["Answer Key"]
    assert _labels(f"The cup went to Answer Key, a team of three sisters. {text}") == []


def test_numbers_in_the_place_of_names_speak_for_people() -> None:
    text = "Driver 31 says that he always waited for one old man, and Driver 17 says that he never did."
    assert _labels(text)
    assert _labels(f"The drivers were promised numbers in place of names. {text}") == []
