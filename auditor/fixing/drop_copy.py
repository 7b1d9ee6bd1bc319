"""What stands in a text more than once, word for word, stays once: the first, or the one that is a link."""

from collections.abc import Iterator

from auditor.fixing.reading import Asked, Edit, Spot
from auditor.fixing.removal import removed
from auditor.model import Block


def edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]:
    spots = sorted(asked.spots, key=lambda spot: spot.start)
    whole = [spot for spot in spots if _is_whole(spot, asked)]
    kept = next((spot for spot in whole if spot.block.links), whole[0] if whole else None)
    for spot in whole:
        if kept and spot is not kept and _repeats(spot.block, kept.block):
            edit = removed(asked.source, spot.block)
            if edit:
                yield spot, edit


def _is_whole(spot: Spot, asked: Asked) -> bool:
    """Whether a place is all of its block; mostly the source says so, without a look at each of its characters."""
    written, text = asked.source[spot.start : spot.end], spot.block.text
    return written == text or (len(written) >= len(text) and asked.reading.text(spot) == text)


def _repeats(copy: Block, kept: Block) -> bool:
    """To the letter, and it leads nowhere else."""
    leads = {link.href for link in copy.links}
    return copy.text == kept.text and copy.start != kept.start and leads <= {link.href for link in kept.links}
