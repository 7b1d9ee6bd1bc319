"""A line that does not belong goes, where it stands by itself. A sentence among others is left to people."""

from collections.abc import Iterator

from auditor.fixing.reading import Asked, Edit, Spot
from auditor.fixing.removal import removed


def edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]:
    for spot in asked.spots:
        alone = spot.block.text.strip() == asked.reading.text(spot).strip()
        if alone and (edit := removed(asked.source, spot.block)):
            yield spot, edit
