"""Private data in the file itself: of each word only the first letter stays, wherever its words stand in the source."""

from collections.abc import Iterator

from auditor.fixing.reading import Asked, Character, Edit, Spot
from auditor.fixing.spelling import spelled
from auditor.masking import dotted
from auditor.masking import mask as mask_of


def edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]:
    dot = spelled("•", asked.spots[0].block.syntax, asked.reading.document) if asked.spots else None
    if dot is None:
        return
    for spot in asked.spots:
        first, last = asked.reading.within(spot)
        yield from ((spot, edit) for edit in _dots(asked.reading.characters(spot.block)[first:last], dot))
    if dot == "•":
        private = {asked.source[spot.start : spot.end] for spot in asked.spots}
        for start, length in mask_of(private).places(asked.source):
            own = next((s for s in asked.spots if s.start <= start < s.end), None)
            if own is None:
                yield asked.spots[0], Edit(start, start + length, dotted(asked.source[start : start + length]))


def _dots(written: list[Character], dot: str) -> Iterator[Edit]:
    shown = dotted("".join(one.text for one in written))
    for character, masked in zip(written, shown, strict=True):
        if masked != character.text:
            yield Edit(character.start, character.end, dot)
