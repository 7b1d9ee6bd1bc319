"""One report a line, as soon as it is there, see `docs/schema/report.json`; a source without one is a line of its
name and error."""

from collections.abc import Iterable, Iterator

from msgspec import json

from auditor.reporters.page import Page, Run
from auditor.reporters.summary import Unread


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:  # noqa: ARG001 - every reporter takes both
    for page in pages:
        yield json.encode(page.report or Unread(page.name, page.error)).decode() + "\n"
