"""Characters without width go. Those that turn the direction of the text stay: without them it is read otherwise."""

from collections.abc import Iterator

from auditor.fixing.reading import Asked, Character, Edit, Spot

_WITHOUT_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff")

_WORD = 100  # characters that are looked at behind a place


def edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]:
    for spot in asked.spots:
        word = _word(asked, spot)
        if all(one.text.isalpha() or one.text in _WITHOUT_WIDTH for one in word):
            yield from ((spot, Edit(one.start, one.end)) for one in word if one.text in _WITHOUT_WIDTH)


def _word(asked: Asked, spot: Spot) -> list[Character]:
    """The place, and what of the word it begins follows: with its first such character gone, nothing finds the next."""
    first, last = asked.reading.within(spot)
    whole = asked.reading.characters(spot.block)
    most = min(len(whole), last + _WORD)
    while last < most and (whole[last].text.isalpha() or whole[last].text in _WITHOUT_WIDTH):
        last += 1
    return whole[first:last]
