"""One document a file."""

from collections.abc import Iterable, Iterator

from auditor.corpus.read import Item, storage
from auditor.corpus.settings import Settings


def read(paths: Iterable[str], settings: Settings) -> Iterator[Item]:
    for path in paths:
        try:
            with storage.open_for_reading(path) as stream:
                data = stream.read(settings.max_bytes + 1)
        except (OSError, ValueError) as error:
            yield Item(id=path, error=f"cannot be read: {getattr(error, 'strerror', None) or error}")
            continue
        yield Item(id=path, data=data, name=path)
