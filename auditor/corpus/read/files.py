"""One document a file; one that is packed is taken as what it holds."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from auditor.corpus.read import storage
from auditor.corpus.read.inflating import unpacked
from auditor.corpus.read.item import Item, Tally
from auditor.corpus.read.pages import kind_of
from auditor.corpus.settings import Settings


def read(paths: Iterable[str], settings: Settings, tally: Tally) -> Iterator[Item]:
    for path in paths:
        tally.records += 1
        yield _item(path, settings.max_bytes)


def _item(path: str, most: int) -> Item:
    own = Item(id=path, source=path)
    try:
        with storage.open_for_reading(path) as stream:
            data = stream.read(most + 1)
    except (OSError, ValueError) as error:
        return structs.replace(own, error=f"cannot be read: {getattr(error, 'strerror', None) or error}")
    return page(own, path, data, most)


def page(own: Item, name: str, data: bytes, most: int, *, is_named: bool = True) -> Item:
    """A file or a member of an archive as a document; `is_named`: its name promises an article."""
    inside, is_whole = unpacked(data, name, most)
    if inside is not data and not is_whole:
        own = structs.replace(own, truncated="coding")
    kind = kind_of("text/html" if is_named else "", inside)
    if kind.passed:
        return structs.replace(own, skipped=kind.passed)
    return structs.replace(own, data=inside, name=name.lower().removesuffix(".gz") if is_named else kind.suffix)
