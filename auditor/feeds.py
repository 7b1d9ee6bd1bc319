"""A feed that was named, as the sources of its items."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from auditor.feed_index import SUFFIXES, FeedError, is_feed, items
from auditor.sources import Source

_HEAD = 4_000  # bytes that show whether a file is a feed


def of_feed(source: Source, passed: Counter[str]) -> Iterator[Source]:
    """The items of a feed, each a source; any other source as it is."""
    if source.error or source.data is not None or not source.path.lower().endswith(SUFFIXES):
        yield source
        return
    try:
        with Path(source.path).open("rb") as file:
            if not is_feed(file.read(_HEAD), source.path):
                yield source
                return
            file.seek(0)
            for item in items(file, passed):
                yield structs.replace(source, name=f"{source.name}#{item.key}", item=item)
    except FeedError as error:
        yield structs.replace(source, error=str(error))
    except OSError:
        yield source  # whoever reads it says why it cannot be read
