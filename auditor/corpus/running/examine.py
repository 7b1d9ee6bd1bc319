"""From one item to its row. The only place where an exception turns into a document's error."""

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

import auditor
from auditor import engine
from auditor.corpus.read import Item
from auditor.corpus.running.row import Row, of_error, of_report
from auditor.corpus.settings import Settings
from auditor.coverage import judged
from auditor.model import Document, Report, RuleSet
from auditor.signals import Signals

_PAGE = (
    "<h1>A lock opens</h1><p>By Ann Marsh</p><p>The new lock opened on Monday, and the first boat was the mayor's.</p>"
)


class NoTextError(Exception):
    """The bytes of a document are no text in any encoding."""


class Examiner(Struct, frozen=True):
    """What is done to every document; made once per process."""

    settings: Settings
    rules: RuleSet
    audit: Callable[..., Report] | None

    @classmethod
    def of(cls, settings: Settings) -> "Examiner":
        module, _, name = settings.audit.partition(":")
        return cls(settings, settings.ruleset(), getattr(import_module(module), name) if name else None)

    def warm_up(self) -> None:
        """Load what a page needs, so that no document pays for it out of its time."""
        signals = Signals(auditor.parse(_PAGE, format="html"), stale=(), wordings=self.rules.wordings)
        engine.audit(signals.written, self.rules, self.settings.gates, signals=signals)

    def row(self, source: str, item: Item) -> Row:
        if item.error:
            return of_error(source, item, "unreadable", item.error)
        if len(item.data) > self.settings.max_bytes:
            most = f"{self.settings.max_bytes:,}"
            return of_error(source, item, "too-large", f"larger than {most} bytes; raise --max-bytes to audit it")
        try:
            return self._audited(source, item)
        except NoTextError as error:
            return of_error(source, item, "unreadable", str(error))
        except MemoryError:
            return of_error(source, item, "memory", "the document needs more memory than a worker may have")
        except Exception as error:  # noqa: BLE001 - one document must not take the others down
            return of_error(source, item, "exception", f"{type(error).__name__}: {error}")

    def _audited(self, source: str, item: Item) -> Row:
        signals = Signals(judged(self._parsed(item)), stale=(), wordings=self.rules.wordings)
        report = self._report(signals)
        if any(broken.error.startswith("MemoryError") for broken in report.rules.errored):
            raise MemoryError
        return of_report(source, item, signals, report)

    def _report(self, signals: Signals) -> Report:
        """The row needs words and quotations that the rules needed before."""
        document, rules, gates = signals.written, self.rules, self.settings.gates
        if self.audit:
            return self.audit(document, rules=rules, gates=gates)
        return engine.audit(document, rules, gates, signals=signals)

    def _parsed(self, item: Item) -> Document:
        try:
            return auditor.parse(
                item.data,
                format=self.settings.format,
                url=item.url,
                name=item.name,
                charset=item.encoding,
                max_chars=self.settings.max_chars,
            )
        except ValueError as error:
            raise NoTextError(str(error)) from error
