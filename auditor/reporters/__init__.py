"""A reporter is one function, `render(pages, run) -> Iterator[str]`: pages in, pieces of the report out.

It sees what `auditor.reporters.page` defines and nothing else. Others are installed as entry points of the group
`auditor.reporters`. Its module may say more: `WANTS_PASSAGES = True`, then pages carry their blocks;
`WANTS_PATHS = True`, then they carry their paths from the top of the repository; and `folder(pages, run)`, which writes
files by their paths below a folder.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from importlib import import_module

from auditor.reporters.log_commands import IN_JSON, IN_MARKUP, IN_TEXT, inert
from auditor.reporters.page import Page, Run

Reporter = Callable[[Iterable[Page], Run], Iterator[str]]
Folder = Callable[[Iterable[Page], Run], Iterator[tuple[str, str]]]

SHIPPED = ("text", "json", "jsonl", "html", "markdown", "sarif", "github", "gitlab", "junit", "rdjson")
_SPELLED = {"text": IN_TEXT, "github": IN_TEXT, "html": IN_MARKUP, "markdown": IN_MARKUP, "junit": IN_MARKUP}  # or JSON


def names() -> list[str]:
    """The reporters that come with the package, then the installed ones."""
    return [*SHIPPED, *sorted(set(_installed()) - set(SHIPPED))]


def reporter(name: str) -> Reporter:
    """The reporter of a name.

    Raises:
        ValueError: no reporter has it.
    """
    if shipped := _shipped(name):
        return _inert(shipped, _SPELLED.get(name, IN_JSON))
    found = _installed().get(name)
    if found is None:
        raise ValueError(f"no reporter is called {name!r}; there are {', '.join(names())}")
    return found()


def _shipped(name: str) -> Reporter | None:
    """A reporter of the package, imported when it is asked for."""
    match name:
        case "text":
            from auditor.reporters.text import render  # noqa: PLC0415
        case "json":
            from auditor.reporters.as_json import render  # noqa: PLC0415
        case "jsonl":
            from auditor.reporters.as_json_lines import render  # noqa: PLC0415
        case "html":
            from auditor.reporters.html import render  # noqa: PLC0415
        case "markdown":
            from auditor.reporters.markdown import render  # noqa: PLC0415
        case "sarif":
            from auditor.reporters.sarif import render  # noqa: PLC0415
        case "github":
            from auditor.reporters.github import render  # noqa: PLC0415
        case "gitlab":
            from auditor.reporters.gitlab import render  # noqa: PLC0415
        case "junit":
            from auditor.reporters.junit import render  # noqa: PLC0415
        case "rdjson":
            from auditor.reporters.rdjson import render  # noqa: PLC0415
        case _:
            return None
    return render


def wants_passages(render: Reporter) -> bool:
    """Whether pages must carry their blocks."""
    return bool(getattr(import_module(render.__module__), "WANTS_PASSAGES", False))


def wants_paths(render: Reporter) -> bool:
    """Whether pages must carry their paths from the top of the repository."""
    return bool(getattr(import_module(render.__module__), "WANTS_PATHS", False))


def folder(render: Reporter) -> Folder | None:
    """The same report as a folder of files, where the reporter can make one."""
    return getattr(import_module(render.__module__), "folder", None)


def _inert(render: Reporter, spelled: str) -> Reporter:
    return wraps(render)(lambda pages, run: inert(render(pages, run), spelled))


def _installed() -> dict[str, Callable[[], Reporter]]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - needed only for reporters of others

    return {point.name: point.load for point in entry_points(group="auditor.reporters")}
