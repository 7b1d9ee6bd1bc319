"""Verbs of scope corpus: what the documents of a corpus share. One module is one verb, as in `detectors`.

    detect(tables, *, <keyword-only parameters>) -> str

The answer is a query with a row for each document and group that the rule finds: `shared` (anything that names the
group and can be sorted), `key` of the document, `text` that they share, `says`: what tells this one from the others.

Queries are SQL that DuckDB and Daft both read, over these tables, of documents that were audited:

- `documents`: key (64 bits), id, source, url, host, title
- `signatures`: key, words, minhash, skeleton, vocabulary, outline
- `paragraphs`, `headlines`, `biographies`, `quotations`: key, host, hash, words, text, name, person

`name` is the author or speaker as printed, `person` its parts without titles; both are empty for paragraphs and
headlines. Four functions stand in for what the dialects do not share:

- `bands(signature)`: a hash of every four values
- `alike(x, y)`: the share of equal values of two signatures, which estimates the Jaccard similarity of two texts
- `words_of(text)`: its different words, lower case, divided at blanks; single letters in scripts that write none
- `overlap(x, y)`: the share of the words of the shorter of two texts that the other has, too
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol

Passages = Literal["paragraphs", "headlines", "biographies", "quotations"]


class Tables(Protocol):
    """A corpus in an engine that reads SQL."""

    def keep(self, name: str, query: str) -> None:
        """Make a table of a query's answer; one of the same name goes."""

    def has(self, name: str) -> bool:
        """Whether there is a table of this name."""

    def give(self, name: str, columns: Mapping[str, Sequence[int]]) -> None:
        """Make a table of 64-bit numbers."""

    def read(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query's answer."""
