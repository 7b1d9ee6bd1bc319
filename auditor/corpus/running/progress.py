"""How far a run is."""

from collections.abc import Callable
from threading import Lock

from auditor.corpus.read.shard import Shard
from auditor.corpus.running.parts import Part


class Progress:
    """How far a run is; `changed` is called after each document, and with the part after each part."""

    def __init__(self, changed: Callable[["Progress", Part | None], None] = lambda _, __: None) -> None:
        self.documents = self.errors = self.parts = self.found = 0
        self.fresh = self.known = 0.0  # bytes of the inputs whose parts were made by this run, or there before
        self._changed = changed
        self._lock = Lock()

    def document(self, has_error: bool) -> None:
        self.audited(1, int(has_error))

    def audited(self, documents: int, errors: int) -> None:
        with self._lock:
            self.documents += documents
            self.errors += errors
            self._changed(self, None)

    def part(self, shard: Shard, part: Part, *, found: bool) -> None:
        """A part is there; `found`: it was there before."""
        with self._lock:
            self.parts += 1
            if found:
                self.found += part.documents
                self.known += shard.weight
            else:
                self.fresh += shard.weight
            self._changed(self, part)
