"""One card on real files: what it finds, and how often, for `auditor rules try` and `rules measure`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

import auditor
from auditor import card_files, engine, sources
from auditor.binding import bind
from auditor.card import Card
from auditor.cli.rates import at_least, at_most, percent
from auditor.config import Settings
from auditor.model import Document, Finding, Outcome, Rule, RuleSet, Status
from auditor.reporters.paint import one_line
from auditor.reporters.totals import number
from auditor.signals import Signals

_EVIDENCE = 120  # characters


class Tried(Struct):
    """What came of it on some files."""

    found: list[tuple[str, tuple[Finding, ...]]]
    silent: int = 0
    mute: int = 0  # it could not judge them: no such zone, another language, another type of page
    unread: list[str] = []

    @property
    def judged(self) -> int:
        return len(self.found) + self.silent


class Library:
    """Documents, parsed once and again when their files change."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = list(paths)
        self._kept: dict[str, tuple[int, Document | str]] = {}

    def files(self) -> list[str]:
        return [source.path for source in sources.find(self._paths) if source.path]

    def document(self, path: str) -> Document | str:
        """The document, or why there is none."""
        try:
            time = Path(path).stat().st_mtime_ns
            if self._kept.get(path, (0, ""))[0] != time:
                data = sources.read(sources.Source(path, path), Settings().max_bytes)
                self._kept[path] = time, auditor.parse(data, name=sources.shown_name(path))
        except (OSError, ValueError) as error:
            return f"{path}: cannot be read: {error}"
        return self._kept[path][1]


def rule_of(path: Path) -> Rule:
    """The rule of a card.

    Raises:
        CardError: it cannot be read or bound.
    """
    card: Card = card_files.read(path, Card)
    return bind(path, card)


def tried(rule: Rule, library: Library) -> Tried:
    """The rule on every file."""
    done = Tried([], unread=[])
    wordings = RuleSet((rule,), (rule.dimension,)).wordings
    for path in library.files():
        document = library.document(path)
        if isinstance(document, str):
            done.unread.append(document)
            continue
        outcome = engine.run(rule, Signals(document, wordings=wordings))
        _count(done, document.name, outcome)
    return done


def _count(done: Tried, name: str, outcome: Outcome) -> None:
    if outcome.status is Status.ERRORED:
        done.unread.append(f"{name}: {outcome.error}")
    elif outcome.findings:
        done.found.append((name, outcome.findings))
    elif outcome.status is Status.NOT_APPLICABLE:
        done.mute += 1
    else:
        done.silent += 1


def shown(done: Tried, most: int) -> Iterator[str]:
    """The findings of some files, then how many there are and how sure that is."""
    for name, findings in done.found[:most]:
        for finding in findings:
            said = one_line(finding.message)
            yield f"{name}:{finding.line}:{finding.column}: {said}"
            if finding.evidence and finding.evidence not in said:
                yield f"    {one_line(finding.evidence)[:_EVIDENCE]}"
    if len(done.found) > most:
        yield f"and {len(done.found) - most:,} more files; --show N shows more"
    yield from done.unread
    yield summary(done)


def summary(done: Tried) -> str:
    mute = f"; {done.mute:,} more it could not judge (no such zone, another language or type)" if done.mute else ""
    if not done.judged:
        return f"No file could be judged{mute}."
    hits = len(done.found)
    most = percent(at_most(hits, done.judged))
    share = f"{percent(hits / done.judged)}, and with 95% confidence at most {most}"
    return f"Flags {hits:,} of {number(done.judged, 'file')}: {share}{mute}."


def basis(bad: Tried, good: Tried) -> str:
    """What was measured, as it stands on a card."""
    said = []
    for done, kind, bound, word in (
        (bad, "texts that have the fault", at_least, "least"),
        (good, "honest ones", at_most, "most"),
    ):
        if done.judged:
            hits = len(done.found)
            sure = f"{percent(hits / done.judged)}, at {word} {percent(bound(hits, done.judged))}"
            said.append(f"in {hits:,} of {done.judged:,} {kind} ({sure})")
    return f"Found {' and '.join(said)}"


def with_basis(text: str, basis: str) -> str:
    """A card's text with another basis; everything else, comments too, stays as it is."""
    import yaml  # noqa: PLC0415 - as heavy as reading a card

    line = f"{basis}; bounds of 95% confidence."
    root = yaml.compose(text, yaml.SafeLoader)
    for key, value in root.value if root else ():
        if key.value == "basis":
            end = len(text[: value.end_mark.index].rstrip())
            return f"{text[: key.start_mark.index]}basis: {_quoted(line)}{text[end:]}"
    return f"{text.rstrip()}\nbasis: {_quoted(line)}\n"


def _quoted(text: str) -> str:
    return text if ": " not in text and " #" not in text else "'" + text.replace("'", "''") + "'"
