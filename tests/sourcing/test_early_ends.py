"""Quotations that stop early, lost a mark or are given to two people; and honest ones that look like them."""

import pytest

import auditor

TEXT = "The ferry lay at the pier since noon, and whoever was on board waited for the captain, who did not come."


def faults(text, kind="text", rule="cut-quotation"):
    report = auditor.audit(f"{TEXT}\n\n{text}", format=kind, zone=auditor.Zone.BODY)
    return [f.message.partition(": ")[2] for f in report.findings if f.rule == rule]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("“We had been trying for years to mend it, and all that time,”\n\nThe pier is shut.", "it stops at a comma"),
        ("“If you keep the crew small, and keep it dry,” The crew has five members.", "it stops at a comma"),
        (
            "“In the end it was a part for four pence, and the yard refuses to sell” The yard is shut.",
            "it stops without a full stop, and another sentence begins",
        ),
        (
            "“We rowed out before the storm came, and nobody says they’re.” He left.",
            'it breaks off at "they’re"',
        ),
        ("“We rowed out every day and found all kinds of things, including.” He left.", 'it breaks off at "including"'),
        ("“I had soup on the pier, which had never once hap,” said Ann Lund.", 'it breaks off in mid-word ("hap")'),
        (
            "“I leave the dents if there’s a story, he said, reaching for a globe. Somebody sat on it.”",
            'the reporter speaks in it ("he said")',
        ),
        ("I knelt down to look at it and it was a lens,” she said.", "it closes, and nothing opened it"),
        (
            "She said it was like rowing, except that I never once fell out of my boat.",
            "words of whoever speaks stand outside any marks",
        ),
    ],
)
def test_what_was_lost_is_told(text, fault):
    assert faults(text) == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "“We had been trying for years to mend it, and all that time,” the captain says, “it rained.”",
        "“If you keep the crew small, and keep it dry,” Wilgus clarifies. “Then it may work.”",
        "“If you keep the crew small, and keep it dry,” The crew said so.",
        "“A Pier That Nobody Refuses To Sell” The film is old.",
        "“We rowed out every day” In May he left.",
        "“We said it was my mother’s,” she told us.",
        "She said that I could stay until the boat came. I stayed. My bag was wet.",
        "Lund said I could row the boat.",
        "“It is hard for her, she says. She is sick. Somebody must go.” Nobody went.",
        "I kept the old lamp, since the captain said that buyers would love it.",
        "The captain told me that it rained. He said I asked too much.",
        "“I went to him and he said, ‘no’, reaching for a globe. It was old.”",
    ],
)
def test_honest_speech_is_left_alone(text):
    assert not faults(text)


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (
            "> And if ever I hear a bell of mine ring false, I will\n\nThe yard is shut.",
            ['it breaks off at "will"'],
        ),
        (
            "> and the horses was running down the road with nobody on them.\n\nThe yard is shut.",
            ["it ends as a whole sentence, but its beginning is missing"],
        ),
        (
            "> haul her by the arm, haul her by the\n> haul her by the arm, haul her by the\n\nIt is a song.",
            [],
        ),
        ("> and nobody slept\n\nIt is a line.", []),
        ("> and so we went to bed, but nobody slept, and the lamp was out\n\n> and so it went.\n\nIt is verse.", []),
    ],
)
def test_blocks(block, found):
    assert faults(block, "markdown") == found


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("“We said we would have a roof,” said Ann Lund, the clerk Tom Hale said.", "Tom Hale|Ann Lund"),
        ("As Ann Lund, who rows, puts it: “Nobody was ever asked for the fare,” explained Hale.", "Hale|Ann Lund"),
        ("Lund said: “Nobody was ever asked for the fare,” Hale told her.", "Hale|Lund"),
        (
            "“It was asked of nobody then,” said Ann Lund.\n\n“It was asked of nobody then,” said the clerk, Tom Hale.",
            "Tom Hale|Ann Lund",
        ),
        ("As Ann Lund puts it: “Nobody was ever asked for the fare,” says Lund.", ""),
        ("“Nobody was asked,” said Ann Lund, and Tom Hale said that it rained.", ""),
    ],
)
def test_a_quotation_of_two_people(text, two):
    report = auditor.audit(f"{TEXT}\n\n{text}", format="text", zone=auditor.Zone.BODY)
    found = [f.facts for f in report.findings if f.rule == "two-speakers"]
    assert "".join(f"{one['other']}|{one['one']}" for one in found) == two
