"""Two articles in one, and a paragraph of another one among those of an article."""

import pytest

import auditor

BEES = """\
The beekeeper opens the first hive at ten, when the sun is on the entrance and most of the bees have left for the \
clover. She lifts the frames one after the other, looks for eggs and for the queen, and closes the hive before the \
brood is cold.

A colony that is short of honey in March is fed with syrup, and one that has too much is given an empty box for the \
nectar of the lime trees. Weak colonies are joined in autumn, with a sheet of paper between the boxes.

Swarms come in May. A swarm hangs in an apple tree for an hour or two, and whoever has a straw basket and a white \
sheet can shake it down and carry it home. The old queen is in it, and the young one stays in the hive.

In July the honey is ripe. The beekeeper brushes the bees from the combs, cuts the wax lids off with a long knife and \
turns the frames in a drum until the honey runs down its wall. One hive gives fifteen kilos in a good summer.""".split(
    "\n\n"
)
TRAINS = """\
The station lost its last ticket clerk in 1994, and since then passengers have bought from a machine on the platform. \
It takes cards and no coins, and on frosty mornings it takes neither, so that commuters board without a ticket.

Trains to the city run twice an hour until seven and once an hour after that. The railway company says that it would \
run more of them if the single track over the viaduct were doubled, which the ministry has promised in four budgets.

Passengers have formed a committee. It counts delays, and by its count every third train of last winter was late by \
ten minutes or more, mostly because an express had been let through first. The company counts a train as \
punctual that is nine minutes late.

A new timetable is due in December. The early train will leave at 5.48 instead of 5.52, to meet the express at the \
junction, and the last one back will stop at every halt. The committee asked for a bus from the station to the hospital.

The station house itself stands empty. The railway has offered it to the council for one pound, with its leaking roof, \
and the passengers of the committee would like a waiting room with a stove in it. Until somebody pays for the roof, \
commuters wait for late trains under the clock on the platform, which is late as well.

In winter the passengers of the early train bring a flask for the guard, who has the coldest job on the railway, and \
he holds the train for whoever is still running up the road to the station.""".split("\n\n")
SWARM = BEES[2]


def found(rule: str, paragraphs: list[str]) -> list[str]:
    report = auditor.audit("\n\n".join(paragraphs), format="text", rules=auditor.load_rules(select=[rule]))
    return [finding.evidence for finding in report.findings]


def test_a_text_that_goes_on_with_another():
    (place,) = found("joined-articles", [*BEES, *TRAINS])
    assert place.startswith(TRAINS[0][:20])
    (place,) = found("joined-articles", [*TRAINS, *BEES])
    assert place.startswith(BEES[0][:20])


@pytest.mark.parametrize(
    "paragraphs",
    [
        BEES,
        TRAINS,
        [*BEES, TRAINS[0]],  # shorter than a part
        [one for pair in zip(BEES, TRAINS, strict=False) for one in pair],  # jumps all along
        [*BEES[:2], *TRAINS[:2], *BEES[2:], *TRAINS[2:]],  # comes back to what it left
    ],
)
def test_a_text_that_is_one(paragraphs: list[str]):
    assert not found("joined-articles", paragraphs)


def test_a_paragraph_of_another_text():
    (place,) = found("strange-paragraph", [*TRAINS[:2], SWARM, *TRAINS[2:]])
    assert place.startswith(SWARM[:20])


@pytest.mark.parametrize(
    "paragraphs",
    [
        [SWARM, *TRAINS],  # an anecdote
        [*TRAINS, SWARM],  # a credit, a note
        [*TRAINS[:2], " ".join(SWARM.split()[:29]), *TRAINS[2:]],  # too short
        [*TRAINS[:2], SWARM, *TRAINS[2:4]],  # a text too short to be about something
        [*TRAINS[:2], f"The guard of the early train keeps bees at the station. {SWARM}", *TRAINS[2:]],  # says why
        [*TRAINS[:2], SWARM, *TRAINS[2:5], *BEES[:2], TRAINS[5]],  # comes back
    ],
)
def test_a_paragraph_that_belongs_here(paragraphs: list[str]):
    assert not found("strange-paragraph", paragraphs)


def test_other_languages_are_not_judged():
    text = ["Die Imkerin öffnet die Stöcke um zehn, und die Bienen sind dann schon im Klee auf der Wiese am Bach."] * 9
    assert not found("strange-paragraph", text)
