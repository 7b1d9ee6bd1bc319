"""Quotations that lost something in their middle, or end in half a word, in a block, or where a clause just began."""

import pytest

import auditor

TEXT = "The ferry lay at the pier since noon, and whoever was on board waited for the captain, who did not come."


def broken(text, kind="text"):
    report = auditor.audit(f"{TEXT}\n\n{text}", format=kind, zone=auditor.Zone.BODY)
    return [f.message.partition(": ")[2] for f in report.findings if f.rule in ("cut-quotation", "spliced-quotation")]


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("“The first thing was to ask the neighbours to of them came with spades.” He laughed.", '"to of" cannot meet'),
        ("“We sawed for the is not enough.” That is the answer.", '"the is" cannot meet'),
        ("She said: “By the end we had asked Nobody came to the pier.”", '"asked Nobody" cannot meet'),
        ("“Every September the new men bring” she explains.", 'it breaks off at "bring"'),
        ("“The man before me, who was better than I am, planted” Stott tells us.", 'it breaks off at "planted"'),
        (
            "“You don't choose a boat, it chooses you, it chooses you, like a cat, like a cat.”",
            'it says "it chooses you" twice',
        ),
        ("“You rake slowly, as if the we coaxed out of the sea,” she said.", '"the we" cannot meet'),
        ("“A piano is tuned when I between they sing to suit it.” That is the answer.", '"I between" cannot meet'),
        ("She said: “It was built never to break We sawed for an hour.”", '"break We" cannot meet'),
        ("“In the third end the stone took pi” and nobody moved.", 'it breaks off in mid-word ("pi")'),
        ("“The field next door has it alr” and that has not changed.", 'it breaks off in mid-word ("alr")'),
        ("She said: “A chain never breaks on the day when you.”", 'it breaks off at "you"'),
        ("“I carve the face from the minutes, and only”, she says.", 'it breaks off at "only"'),
        ("“A muscle heals like a seam, so it is” was how she put it.", 'it breaks off at "is"'),
        ("Mace told us: “whole house leans with you.”", "it ends as a whole sentence, but its beginning is missing"),
    ],
)
def test_what_is_missing_is_told(sentence, fault):
    assert broken(sentence) == [fault]


@pytest.mark.parametrize(
    "sentence",
    [
        "“It was you whom they saw, and only then did we go,” she said.",
        "“That is how it is, and so it was,” she said. “They say it is not safe, but it is,” said Ann Lund.",
        "“We wanted a pier of the kind that one and only,” she began.",
        "“There was nobody to talk to”: that is how she sums it up.",
        "“In case of crisis or war” is the title of a leaflet, and “the movie They Live” that of another.",
        "“We support Anders Tegnell & co” is a group of nine thousand, “the lamp and the loch” another.",
        "“We wanted the boat that they bring” she explains. “It was the best that was ever made” says Ann Lund.",
        "“We chose brand A over brand B, and there is a She on the lid,” she said.",
        "“We got her, we got her!” they sang. “Lamps are lamps made of lamps made of lamps,” she said.",
        "“…as they said, the lamps burned low.” Nobody knew more.",
        "She saw it, and it was what she had hoped for: “fast, easy, and cheap.”",
        "“The shop says you need to replace the pair of them, the mayor said he would not,” she told us.",
        "“They said, ‘We have a report,’ and then, the warden said, ‘Oh, he left,’ and so he had.”",
        "“It was damp,” she said. “until it was dry.”",
        "“iPads are for the children, not for us.” That is how she put it.",
        'He stood 6\'2" in his socks." Nobody had said so.',
        "The ferry waits. “Bread and “roses” for all of us,” they sang.",
        "The pier, which Ann Lund says: “can hold a ship.”",
        "On the board stands: “Nobody, not even the mayor, is to touch the.” Some joker has sawn off the rest.",
    ],
)
def test_odd_ends_are_left_alone(sentence):
    assert not broken(sentence)


@pytest.mark.parametrize(
    ("paragraph", "fault"),
    [
        ("“until the second man put down his saw and left the yard.” Nobody laughed.", "its beginning is missing"),
        (
            "“The birds come back every year, the warden told us, pointing with a stick.” He is old.",
            "the reporter speaks",
        ),
        (
            "“It was our best season, said the club’s treasurer as she closed the book.” The bar was open.",
            "the reporter speaks",
        ),
        (
            '"The judges want a leek with a straight flag "You could drive it into the ground." He laughed.',
            "another opens",
        ),
        ("“I told the board it would not last a winter “They told me to buy a bucket.” He did.", "another opens"),
        ("Asked whether she would stand, she laughed and replied I have eleven children.”", "nothing opened it"),
        ('She put the lid back on the tin and said well, that is the last of the damsons."', "nothing opened it"),
        (
            "\"There isn't a street in this town that hasn't got one of our chairs in it,",
            "at a comma and is never closed",
        ),
        (
            '"We open on Saturday whatever happens, and there will be soup for anybo',
            'in mid-word ("anybo") and is never',
        ),
        ('"The ferry men knew us by name and by what we were carryi" said Agnes Holloway.', 'in mid-word ("carryi")'),
    ],
)
def test_lost_marks_and_beginnings(paragraph, fault):
    found = broken(f"{paragraph}\n\nThe ferry lay at the pier, and nobody left it.")
    assert len(found) == 1
    assert fault in found[0]


def test_speech_goes_on_in_the_next_paragraph():
    assert not broken("“There is not a street without one of our chairs,\n\n“and they last,” she said.")
    assert not broken("“We came by night.\n\nAnd nobody saw us, she said, who was there.”")


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("> The owls came back in a week, and then the", True),
        ('> "The wind blows the paint onto the"', True),
        ("> The owls came back in a week, and then they slept", False),
        ("> The owls came back in a week, and then the ...", False),
        ("> The owls came back in a week, and then the\n\n> moon rose.", False),
    ],
)
def test_a_block_quotation_that_ends_where_nothing_ends(block, found):
    assert bool(broken(f"{block}\n\nNobody slept.", "markdown")) is found
