"""Text of the body that the page prints once more elsewhere."""

from collections.abc import Sequence

import pytest

from auditor import audit, parse
from auditor.model.blocks import COPY

WORDS = "ferry harbour island winter boat crew mate ticket dog bicycle queue morning office list month".split()


def paragraphs(count: int, start: int = 0) -> list[str]:
    """Of 25 words each, all different."""
    spans = (range(n * 3, n * 3 + 24) for n in range(start, start + count))
    return [f"The {' '.join(WORDS[i * (n + 2) % 15] for n, i in enumerate(span))} was {span[0]}." for span in spans]


def marked(texts: Sequence[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(first: str, second: str, texts: Sequence[str], again: Sequence[str]) -> str:
    return (
        f"<title>Ferry</title><body><div {first}><h1>Ferry</h1>{marked(texts)}</div><div {second}>{marked(again)}</div>"
    )


def rules(source: str) -> set[str]:
    return {finding.rule for finding in audit(source, format="html").findings}


TEXT = paragraphs(6)


@pytest.mark.parametrize("second", ['class="story"', 'class="related"', "", 'id="again"'])
def test_text_that_stands_twice_is_found(second: str) -> None:
    assert "printed-again" in rules(page('class="story"', second, TEXT, TEXT))


@pytest.mark.parametrize(
    "other",
    [
        'class="mobile-only"',
        'id="story-desktop"',
        'class="hide-for-small"',
        'style="display: none"',
        "hidden",
        'class="gated"',
        'class="w-condition-invisible"',
        'class="print"',
    ],
)
def test_a_copy_for_some_is_left_alone(other: str) -> None:
    source = page('class="story"', other, TEXT, TEXT)
    assert not any(block.label == COPY for block in parse(source, format="html").blocks)
    assert "printed-again" not in rules(source)


def test_what_holds_both_copies_says_nothing_of_either() -> None:
    source = page("", "", TEXT, TEXT).replace("<body>", '<body class="desktop"><div class="tabs">') + "</div>"
    assert "printed-again" in rules(source)


def test_half_of_the_words_are_needed() -> None:
    texts = paragraphs(12)
    assert "printed-again" not in rules(page("", "", texts, texts[:5]))
    assert "printed-again" in rules(page("", "", texts, texts[:7]))


def test_and_a_hundred() -> None:
    texts = paragraphs(5)
    assert "printed-again" not in rules(page("", "", texts, texts[:3]))
    assert "printed-again" in rules(page("", "", texts, texts))
