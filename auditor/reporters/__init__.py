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

_MODULES = {
    "text": "auditor.reporters.text",
    "json": "auditor.reporters.as_json",
    "jsonl": "auditor.reporters.as_json_lines",
    "html": "auditor.reporters.html",
    "markdown": "auditor.reporters.markdown",
    "sarif": "auditor.reporters.sarif",
    "github": "auditor.reporters.github",
    "gitlab": "auditor.reporters.gitlab",
    "junit": "auditor.reporters.junit",
    "rdjson": "auditor.reporters.rdjson",
}
SHIPPED = tuple(_MODULES)
_SPELLED = {"text": IN_TEXT, "github": IN_TEXT, "html": IN_MARKUP, "markdown": IN_MARKUP, "junit": IN_MARKUP}  # or JSON


def names() -> list[str]:
    """The reporters that come with the package, then the installed ones."""
    return [*_MODULES, *sorted(set(_installed()) - set(_MODULES))]


def reporter(name: str) -> Reporter:
    """The reporter of a name.

    Raises:
        ValueError: no reporter has it.
    """
    if name in _MODULES:
        return _inert(import_module(_MODULES[name]).render, _SPELLED.get(name, IN_JSON))
    found = _installed().get(name)
    if found is None:
        raise ValueError(f"no reporter is called {name!r}; there are {', '.join(names())}")
    return found()


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
