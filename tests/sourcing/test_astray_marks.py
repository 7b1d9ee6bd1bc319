"""Quotations whose marks stand in the wrong places, or that have nothing in them or nobody behind them."""

import pytest

import auditor

BEFORE = "The barn was empty when they came, and nobody had left a note.\n\n"
BEHIND = "\n\nThe council has no men. It will ask for some in May."


def faults(text: str) -> list[str]:
    rules = auditor.load_rules(select="cut-quotation,spliced-quotation")
    report = auditor.audit(BEFORE + text + BEHIND, format="text", rules=rules)
    return [found.message for found in report.findings if found.rule.endswith("-quotation")]


@pytest.mark.parametrize(
    "text",
    [
        "“We had no choice but to sell the land that year,” who runs the yard by the river.",
        "“We had no choice but to sell the land that year,” of the harbour board. Nobody laughed.",
        "“We had no choice but to sell the land that year,” said .",
        "“We had no choice but to sell the land that year,” said the.",
        "“We had no choice but to sell the land that year said the ferryman.” Nobody laughed.",
        "“He said ‘come in and sit down. I did that and I never left it.” Nobody laughed.",
        '"He said \'come in and sit down. I did that and I never left it." Nobody laughed.',
        "“We had no choice but to sell all\n\nThe barn has five doors.\n\nof it that year,” said Ann Lund.",
        "“We had no choice but to sell, and it was so hard on the neighb…” said Ann Lund.",
        "Asked about it, Ann Lund replied, “”. Nobody laughed.",
        '"" said Ann Lund. Nobody laughed.',
        "“We had no choice,” said Ann Lund, “. And that is why.”",
        "“We had no choice but to sell” the land that year and I never once regretted it, said Ann Lund.",
        "'We didn' said the man, 't have a choice in the matter,'",
        '"We had no choice but to sell the land, Ann Lund told the meeting. Others spoke of owls.',
        '"It is sold," said Ann Lund. "An owl wants a dry barn and a high one. She has orders until the spring.',
        "“We had to sell it to a man who. He never told us why.” Nobody laughed.",
    ],
)
def test_one_mark_or_one_voice_is_wrong(text: str) -> None:
    assert len(faults(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "“We had no choice but to sell the land that year,” said Ann Lund, who runs the yard by the river.",
        "Copy such a page and you may get “the of ce on the rst oor” for “the office on the first floor”.",
        "“The Long and the Short of It and Other Tales,” of the same year, is better.",
        "“We had no choice but to sell,” she said. “It was hard.” The field says “” and the next one too.",
        "“He said ‘come in and sit down’ and so I did that and I never left it.” Nobody laughed.",
        '"It was \'cause we had an owl in the barn all year and I never left it." Nobody laughed.',
        "“We had no choice but to sell the land that year.\n\n“It was hard,” said Ann Lund.",
        "“And then I thought, so what would you do, and when would you do it?” she said.",
        "“We had to sell it to a man I knew. He never told us why.” Nobody laughed.",
        "“The neighbours saw it and it was so hard…” said Ann Lund.",
        "“We had no choice but to sell” the land, and it is not known whether they regret it, said Ann Lund.",
    ],
)
def test_whole_ones_are_left_alone(text: str) -> None:
    assert not faults(text)


@pytest.mark.parametrize("told", ["and there the chisel stopped", "and nothing more", "where it breaks off"])
def test_what_the_text_calls_unfinished_is_quoted_as_it_is(told):
    assert faults(f"The stone reads “Here lieth one who cut the”, {told}.") == []
    assert faults("The stone reads “Here lieth one who cut the”, as all can see.") != []
