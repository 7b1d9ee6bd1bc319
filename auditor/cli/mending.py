"""`--fix` and `--diff`: a source with all mended that a program may mend, and every other byte as it was."""

import os
from collections.abc import Callable
from pathlib import Path

from msgspec import structs

import auditor
from auditor.cli.jobs import Job, Mends
from auditor.fixing.applying import Mended, mended
from auditor.gate.files import replace
from auditor.masking import covered
from auditor.model import Document, Exemptions, Report, RuleSet
from auditor.parsing.decode import MARKS
from auditor.reporters.page import Mending
from auditor.sources import Source

Judge = Callable[[str], Report]


def mend(
    source: Source, data: bytes, document: Document, *, job: Job, rules: RuleSet, exemptions: Exemptions
) -> tuple[bytes, Mending]:
    """The bytes of a source after its fixes, written where that was asked for, and what was done.

    Raises:
        OSError: the file cannot be written.
    """
    if reason := _unwritable(document, data, job):
        return data, Mending(reason=reason)
    judge = _judge(document, job, rules, exemptions)
    found = mended(document.source, judge, unsafe=job.unsafe)
    if found.text == document.source:
        return data, Mending(refused=found.refused)
    places = len({(rule, fix.place) for rule, fix in found.fixes})
    body = document.source.encode(document.encoding or "utf-8")
    changed = data[: len(data) - len(body)] + found.text.encode(document.encoding or "utf-8")
    if job.mends is Mends.SHOWN:
        diff = _shown(document, found, judge, job, rules)
        return data, Mending(fixed=places, refused=found.refused, diff=diff)
    if source.path and source.data is None:
        _write(source.path, data, changed)
    return changed, Mending(fixed=places, refused=found.refused, data=changed)


def _unwritable(document: Document, data: bytes, job: Job) -> str:
    """Why a source cannot be written again with nothing changed but what is mended; empty where it can."""
    if document.is_unpacked:
        return f"files of {'JSON' if document.origin else 'Word'} are not changed"
    if document.lines_before or data[:1] == b" ":
        return "items of feeds are not changed; mend the post where it was written"
    if len(document.source) >= job.max_chars:
        return f"only the first {job.max_chars:,} characters were read"
    encoding = document.encoding or "utf-8"
    try:
        body = document.source.encode(encoding)
    except UnicodeError:
        return f"some of it cannot be written as {encoding}"
    mark = data[: len(data) - len(body)]
    if data != mark + body or mark not in (b"", *MARKS):
        return f"some bytes are not {encoding}"
    return ""


def _judge(document: Document, job: Job, rules: RuleSet, exemptions: Exemptions) -> Judge:
    def judge(text: str) -> Report:
        read = auditor.parse(text, format=document.format, name=document.name, zone=job.zone, max_chars=job.max_chars)
        return auditor.audit(
            structs.replace(read, encoding=document.encoding),
            rules=rules,
            gates=job.gates,
            reveal_private=True,
            exemptions=exemptions,
        )

    return judge


def _shown(document: Document, found: Mended, judge: Judge, job: Job, rules: RuleSet) -> str:
    from auditor.cli.differing import unified  # noqa: PLC0415 - only `--diff` needs it

    texts = document.source, found.text
    shown = texts if job.reveal_private else tuple(covered(text, judge(text), rules) for text in texts)
    return unified(document.name, texts, (shown[0], shown[1]))


def _write(path: str, before: bytes, after: bytes) -> None:
    """Aside and renamed, and through a link into the file that it leads to; not where others wrote meanwhile."""
    file = Path(os.path.realpath(path))
    if not os.access(file, os.W_OK):
        raise PermissionError(13, "is write-protected", str(file))
    if file.read_bytes() != before:
        raise OSError(11, "changed while it was mended; run it again", str(file))
    replace(file, after)
