"""Findings that were there before the gate: one a line, sorted.

A line is `{"path", "rule", "fingerprint", "places", "message", "at"}`; paths are relative to the file's folder. The
fingerprint is that of a place, where each is a fault of its own, or of a finding, which is known as long as it stands
at no more places than it did, or at those that `at` names; rule and message are for readers. Files of 0.1.0 have
findings only, and do not say where.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from auditor.gate.files import relative, replace
from auditor.gate.git import top
from auditor.model import Finding

NAME = "auditor-baseline.jsonl"
_MESSAGE = 200  # characters


class Known(Struct, frozen=True, order=True):
    """A finding of the baseline."""

    path: str
    rule: str
    fingerprint: str
    places: int = 1
    message: str = ""
    at: tuple[str, ...] = ()  # fingerprints of the places of a finding

    @property
    def key(self) -> tuple[str, str]:
        return self.path, self.fingerprint


class BaselineError(ValueError):
    """A baseline that cannot be used; the text names file, line and remedy."""


def load(file: Path) -> list[Known]:
    """The findings of a baseline, each once; of doubled lines, as a merge may leave them, the one with most places.

    Raises:
        BaselineError: it cannot be read, or a line is no finding.
    """
    try:
        lines = file.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeError) as error:
        remedy = "write it with `auditor baseline create`"
        raise BaselineError(
            f"{file}: the baseline cannot be read: {getattr(error, 'strerror', None) or error}; {remedy}"
        ) from error
    return _once(_parsed(file, number, line) for number, line in enumerate(lines, 1) if line.strip())


def save(file: Path, findings: Iterable[Known]) -> None:
    replace(file, b"".join(map(_line, sorted(_once(findings)))))


def called(name: str, folder: Path) -> str:
    """How a baseline in `folder` calls a file: in one form of Unicode, whatever the file system's is."""
    return unicodedata.normalize("NFC", relative(name, folder))


def exists(file: Path, path: str) -> bool:
    """Whether a file that the baseline `file` names is there, in either form."""
    return any((file.parent / unicodedata.normalize(form, path)).exists() for form in ("NFC", "NFD"))


def moved(findings: Iterable[Known], file: Path) -> dict[str, int]:
    """The marks of files that are gone: what has them at a new path was renamed."""
    by_file = by_path(findings)
    lost = (own.items() for path, own in by_file.items() if not exists(file, path))
    return {mark: places for marks_of_one in lost for mark, places in marks_of_one}


def merge_lines(file: Path) -> None:
    """Have git merge a baseline line by line: two branches that add neighbours to a sorted file conflict otherwise.

    Raises:
        OSError: `.gitattributes` cannot be written.
    """
    attributes = file.parent / ".gitattributes"
    before = attributes.read_text("utf-8", "surrogateescape") if attributes.exists() else ""
    if top(str(file.parent)) and file.name not in before.split():
        text = f"{before.rstrip()}\n{file.name} merge=union\n".lstrip("\n")
        replace(attributes, text.encode("utf-8", "surrogateescape"))


def known(file: Path, name: str, finding: Finding) -> list[Known]:
    """A finding of the source `name` as the baseline keeps it: a line for each place that is a fault of its own."""
    path, message = called(name, file.parent), " ".join(finding.message.split())[:_MESSAGE]
    if finding.needs == 1:
        return [Known(path, finding.rule, place, 1, message) for place in finding.places]
    return [Known(path, finding.rule, finding.fingerprint, 1 + len(finding.related), message, finding.places)]


def marks(findings: Iterable[Known]) -> dict[str, int]:
    """The fingerprints of findings, with the number of their places, and of the places, with 0."""
    found: dict[str, int] = {}
    for one in findings:
        found[one.fingerprint] = one.places
        found |= dict.fromkeys(one.at, 0)
    return found


def upgraded(before: Iterable[Known], file: Path, findings: Iterable[tuple[str, Finding]]) -> list[Known]:
    """The findings that 0.1.0 wrote as a whole, as the places that they stand at; what has gained places stays."""
    known_before = {one.key: one for one in before}
    for name, finding in findings:
        key = called(name, file.parent), finding.fingerprint
        if finding.needs == 1 and key in known_before and len(finding.places) <= known_before[key].places:
            del known_before[key]
            known_before |= {one.key: one for one in known(file, name, finding)}
    return list(known_before.values())


def by_path(findings: Iterable[Known]) -> dict[str, Mapping[str, int]]:
    """For each path its marks."""
    paths: dict[str, list[Known]] = {}
    for one in findings:
        paths.setdefault(one.path, []).append(one)
    return {path: marks(own) for path, own in paths.items()}


def covers(before: Mapping[str, int], one: Known) -> bool:
    """Whether a finding of now was known: it stands at no more places than it did, or only where it did."""
    return one.places <= before.get(one.fingerprint, 0) or (bool(one.at) and before.keys() >= set(one.at))


def _line(known: Known) -> bytes:
    fields = msgspec.structs.asdict(known)
    return msgspec.json.encode({name: fields[name] for name in fields if name != "at" or known.at}) + b"\n"


def _parsed(file: Path, number: int, line: str) -> Known:
    try:
        return msgspec.json.decode(line, type=Known)
    except (msgspec.MsgspecError, RecursionError) as error:
        remedy = "resolve the merge, or write it again" if line[:1] in "<=>" else "write it again"
        raise BaselineError(f"{file}:{number}: no finding of a baseline: {error}; {remedy}") from error


def _once(findings: Iterable[Known]) -> list[Known]:
    most: dict[tuple[str, str], Known] = {}
    for one in findings:
        if one.key not in most or (most[one.key].places, most[one.key].at) < (one.places, one.at):
            most[one.key] = one
    return list(most.values())
