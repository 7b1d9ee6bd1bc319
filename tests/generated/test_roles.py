"""The grammar of roles: every frame and every list has its reason to exist."""

import time

import msgspec
import pytest

from auditor import rulebook
from auditor.binding import bind
from auditor.card import Card
from auditor.engine import run
from auditor.examples import unmark
from auditor.model import Format, Zone
from auditor.parsing import read
from auditor.signals import Signals
from auditor.text.roles import Frame, readings
from auditor.text.words import words
from auditor.words import languages, phrases, subject
from auditor.words.automaton import automaton
from auditor.words.notation import expression
from auditor.words.spotting import Spotter, spotter, tokens

FRAMED = ["assistant-speaking", "assistant-offer", "knowledge-cutoff", "prompt-leak"]
FOLDER = rulebook.rules_folder() / "generated"


def _finds(card: Card, frames: list[str], example: str) -> bool:
    path = FOLDER / "without-a-frame.yml"
    rule = bind(path, msgspec.structs.replace(card, parameters=card.parameters | {"frames": frames}))
    document = read(unmark(example)[0], format=Format.TEXT, zone=Zone.BODY)
    return bool(run(rule, Signals(document)).findings)


@pytest.mark.parametrize("name", FRAMED)
def test_every_frame_has_an_example_that_only_it_finds(name):
    card = rulebook.read_card(FOLDER / f"{name}.yml")
    frames = card.parameters["frames"]
    for frame in frames:
        others = [one for one in frames if one != frame]
        assert not all(_finds(card, others, example) for example in card.bad), frame


@pytest.mark.parametrize("code", languages())
def test_phrases_can_be_read(code):
    for role in subject(code, "assistant"):
        for phrase in phrases("assistant", role, code):
            expression(phrase)


def test_frames_name_roles_that_exist():
    known = set(subject("en", "assistant"))
    for name in FRAMED:
        for frame in map(Frame.of, rulebook.read_card(FOLDER / f"{name}.yml").parameters["frames"]):
            assert known >= {role for slot in frame.wanted for role in slot.names} | frame.unwanted


def test_other_languages_use_the_same_roles():
    known = set(subject("en", "assistant"))
    for code in languages():
        assert known >= set(subject(code, "assistant")), code


def _spotted(text: str) -> set[tuple[str, str]]:
    words = tokens(text.lower().split())
    return {(one.key, " ".join(words[one.start : one.end])) for one in spotter("assistant").spot(words)}


def test_phrases_are_spotted_in_any_form_that_the_notation_allows():
    assert ("offer", "would you like me to") in _spotted("Would you like me to go")
    assert ("part", "headlines") in _spotted("some headlines here")
    assert ("offer", "i can also") in _spotted("and i can also go")
    assert ("length-told", "word count 312") in _spotted("word count 312")
    assert ("promise", "so that i can") in _spotted("so that i can")
    assert ("promise", "so i can") in _spotted("so i can")
    assert ("user", "the user’s".replace("’", "'")) in _spotted("the user’s wish")


def test_a_role_is_filled_by_words_of_its_own():
    block = read("Here is a draft.", format=Format.TEXT, zone=Zone.BODY).blocks[0]
    (reading,) = readings(block, "assistant")
    assert reading.fits(Frame.of("presenting work"))
    assert not reading.fits(Frame.of("work part"))  # one word, "draft", fills both
    assert not reading.fits(Frame.of("^work presenting"))
    assert not reading.fits(Frame.of("presenting !work"))


def test_the_walk_is_linear():
    spot = spotter("assistant").spot
    costs = []
    for times in (2_000, 20_000):
        words = ("the user wants me to write as an ai " * times).split()
        start = time.process_time()
        for _ in spot(words):
            pass
        costs.append(time.process_time() - start)
    assert costs[1] < 30 * max(costs[0], 0.005)


def test_an_unknown_subject_spots_nothing():
    assert list(Spotter(automaton("no-such-subject")).spot(["would", "you", "like"])) == []


def test_a_list_is_hinted_at_wherever_a_phrase_of_it_stands():
    """The hint spares a block the walk, so it must never miss what the walk would find."""
    spot = spotter("assistant")
    for name in FOLDER.glob("*.yml"):
        card = rulebook.read_card(name) if not name.stem.startswith("_") else None
        for example in (*card.bad, *card.good) if card else ():
            told = words(example if isinstance(example, str) else example.source)
            hinted = spot.standing(dict.fromkeys((*told, *tokens(told)), 1))
            for one in spot.spot(tokens(told)):
                assert hinted[one.language][one.key] == 1, (name.stem, one)


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("As an artificial intelligence model, I believe the pier has improved a great deal.", "assistant-speaking"),
        ("As an artificial intelligence chatbot, I think the pier is worth a visit.", "assistant-speaking"),
        ("As an AI-powered chatbot, I think the pier is worth a visit.", "assistant-speaking"),
        ("I'm an artificial intelligence model and my views of piers are limited.", "assistant-speaking"),
        ("En tant qu'IA, je pense que le quai est beau.", "assistant-speaking"),
        ("Sorry, I'm not able to help with that.", "assistant-speaking"),
        ("Up to my most recent cutoff, no date had been set.", "knowledge-cutoff"),
    ],
)
def test_other_wordings_of_a_frame_are_read(said, rule):
    document = read(said, format=Format.TEXT, zone=Zone.BODY)
    found = run(next(r for r in rulebook.default_rules().rules if r.id == rule), Signals(document))
    assert len(found.findings) == 1
