"""Biographies of another person, of two at once, and scenes of stories; and honest ones that only look so."""

import pytest

import auditor
from auditor.world import nonsense


def _why(bio: str, name: str = "Nora Feld") -> list[str]:
    found = auditor.audit(f"Name: {name}\n\nBio: {bio}", format="text", zone="author").findings
    return [f.message.partition(": ")[2] for f in found if f.rule == "no-biography"]


@pytest.mark.parametrize(
    "bio",
    [
        "Peter Lund has kept lamps for thirty years and lives by the sea.",
        "Gareth covers boxing and lives with his husband in Brae.",
        "Zvonimir Hale is a freelance writer and collects tide tables.",
        "Dr. Peter Lund, our man at the pier, studied tides. He lives in Oslo.",
        "Before joining us Grace ran a lamp shop, and an old sailor still owns it.",
        "Hi, I'm Grace and this is my little corner of the harbour.",
        "Nora Feld is our harbour reporter. I'm Dr Zvon Hale, a consultant, and my clinic is in Brae.",
    ],
)
def test_the_life_of_somebody_else(bio):
    assert _why(bio) == ["it is about somebody else"]


@pytest.mark.parametrize(
    ("name", "bio"),
    [
        ("Nora Feld", "Peter Lund has kept lamps; Nora Feld, his heir, keeps them now."),
        ("The Harbour Desk", "Peter Lund has kept lamps for thirty years and lives by the sea."),
        ("Margaret Feld", "Maggie has kept lamps for thirty years and lives by the sea."),
        ("Mary Fox", "Molly covers racing and keeps whippets."),
        ("Nora Feld", "Harbour Lamps is a maker of lamps in Brae. It has kept the light since 1901."),
        ("Nora Feld", "When Peter moved to sea, she took over his lamps."),
        ("Nora Feld", "As Oscar said, be yourself, for everybody else is taken by now."),
        ("Nora Feld", "I'm Irish, a mother and the keeper of eleven lamps."),
        ("Nora Feld", "I'm Lamp Keeper at Brae, and Nora to my friends."),
    ],
)
def test_the_author_by_another_name_or_nobody_at_all(name, bio):
    assert not _why(bio, name)


@pytest.mark.parametrize(
    "bio",
    [
        "She covers the courts for us. He lives in Derby with two lamps and a boat.",
        "A father of three, she edits the books page.",
        "By day she sells lamps; by night he is a drummer.",
    ],
)
def test_two_sexes(bio):
    assert _why(bio) == ["it speaks of a man and of a woman"]


@pytest.mark.parametrize(
    "bio",
    [
        "Petra and her husband keep goats. She makes the cheese; he makes the fences.",
        "She writes about Peter and his lamps.",
        "Every keeper knows that he or she must trim the lamp. Nora trims hers.",
        "She lives by the sea with a parrot who has lost his voice.",
        "They keep lamps, and their boat keeps them.",
    ],
)
def test_others_are_he_or_she(bio):
    assert not _why(bio)


@pytest.mark.parametrize(
    "bio",
    [
        "It was the dampest of summers, it was the driest of winters, and the lamps burned low. Nora.",
        "One night, when Peter woke, he found the whole sea gone from the bay.",
        "The old keeper climbed the stairs and the wind was knocking at the lamp again.",
    ],
)
def test_scenes_of_stories(bio):
    assert _why(bio) == ["it is a scene of a story"]


@pytest.mark.parametrize(
    "bio",
    [
        "It all began with a broken lamp.",
        "I left the harbour when the lamp was sold and never went back to the sea.",
        "For twelve years I was a flight nurse. Now I teach first aid in village halls.",
        "He was a fisherman for most of his life and wrote only when the boat was sold.",
        "The lamp was out when Nora Feld came to the harbour, and she stayed to mend it.",
        "Was once bitten by a swan and had to be carried home by the harbour master.",
        "The keeper of the lamp in Oslo was her teacher, and the sea did the rest.",
    ],
)
def test_lives_in_the_past(bio):
    assert not _why(bio)


@pytest.mark.parametrize(
    ("bio", "struck"),
    [
        ("jkl; fdsa jkl;", True),
        ("dfgdfg, dfgdfg, dfgdfg.", True),
        ("123123 qweqwe", True),
        ("zzzz hhhh", True),
        ("We were poor", False),
        ("Mama, papa, dada", False),
        ("1984 2001", False),
        ("Selbstständige Forschungsgruppen", False),
    ],
)
def test_keys_in_rows(bio, struck):
    assert nonsense.is_struck(bio) is struck


def test_the_dead_do_nothing():
    assert _why("Nora Feld is our harbour reporter; her lamps hang in Oslo and she died in Brae in 1831.")
    assert not _why("Nora Feld is remembered for her lamps; she died in March.")
    assert not _why("Nora Feld kept lamps for this paper until she died in 2019.")


@pytest.mark.parametrize(
    ("bio", "why"),
    [
        ("Unable to load biography: timed out after 500 ms", "it is a message of a program"),
        ("[object Object]", "it is a message of a program"),
        ("Unable to load lamps in a storm, Nora Feld took up writing about harbours and has not looked back.", ""),
        ("Years with us: (number). Beat: (choose one). Lives in: (town).", "a pattern that nobody filled in"),
        ("Lives in Brae: (the harbour, not the hill).", ""),
    ],
)
def test_messages_and_forms(bio, why):
    assert _why(bio) == ([why] if why else [])


@pytest.mark.parametrize(
    ("bio", "met"),
    [
        ("Quickly lamp the because run blue of seven.", "the because"),
        ("Her lamps have been seen across of the harbour, and she believes deeply.", "across of"),
        ("Nora sings in an a cappella group called The Lamps, and by the by keeps bees.", ""),
        ("The you I knew kept lamps and wrote about them.", ""),
    ],
)
def test_words_that_stand_in_no_sentence(bio, met):
    assert _why(bio) == ([f'"{met}" belongs in no sentence'] if met else [])


def test_a_box_without_a_name_takes_that_of_its_text():
    page = "<h2>About the author</h2><p>Zvon Whitlock, 34, is a father of three from Brae. She writes about crafts.</p>"
    found = auditor.audit(page, format="html", zone="author").findings
    assert [f.rule for f in found if f.rule == "no-biography"]
