"""Repositories of sites: which generator one is for, and which of its files are no articles.

A walk passes by layouts, components, drafts and what is written about the repository itself; a file that is named is
read whatever it is.
"""

import os
import re
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from auditor.expressions import late

LAYOUT, DRAFT, ABOUT = "layouts and components", "drafts", "about the repository"
_HEAD = 4_000  # bytes in which front matter says that a page is a draft
_HIGHEST = 12  # folders above
_OLD_HUGO = ("config.toml", "config.yaml", "config.yml", "config.json")
# What marks the folder of a site, folders of its layouts, and folders of what it has rendered.
_GENERATORS = {
    "Jekyll": (("_config.yml", "_config.yaml", "_config.toml"), ("_layouts", "_includes", "_data"), ("_site",)),
    "Hugo": (("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"), ("layouts", "archetypes", "themes"), ("public",)),
    "Eleventy": (
        (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"),
        ("_includes", "_layouts", "_data", "_components"),
        ("_site", "dist"),
    ),
    "Docusaurus": (
        ("docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"),
        ("src/components", "src/theme"),
        ("build",),
    ),
    "Astro": (
        ("astro.config.mjs", "astro.config.js", "astro.config.ts"), ("src/components", "src/layouts"), ("dist",)
    ),
}  # fmt: skip
_DRAFTS = "_drafts"
_ABOUT = late(
    r"(?:readme|contributing|changelog|changes|history|licen[cs]e|code[-_]of[-_]conduct|security|support|authors"
    r"|maintainers|governance|notice)(?:[.-][\w.-]{1,40})?\.(?:md|markdown|txt|html)",
    re.IGNORECASE,
)
_IS_DRAFT = late(
    r"^(?:draft[ \t]{0,9}[:=][ \t]{0,9}[\"']?true\b|published[ \t]{0,9}[:=][ \t]{0,9}[\"']?false\b)",
    re.MULTILINE | re.IGNORECASE,
)
_FENCE = late(r"(?:\ufeff)?(---|\+\+\+)[ \t]*\r?\n(.{0,4000}?)\n\1", re.DOTALL)


class Site(Struct, frozen=True):
    """A folder that a generator makes a site of."""

    generator: str
    root: str


def generator_of(path: str, data: bytes) -> str | None:
    """The generator that a file, which begins so, is a source for; None for what was rendered or is only copied."""
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100
    site = _above(folder)
    if site is None or _in(_steps(folder, site.root), _GENERATORS[site.generator][2]):
        return None
    if name.lower().endswith((".html", ".htm", ".xhtml")) and not _FENCE.match(_decoded(data)):
        return None  # pages without front matter are copied as they are
    return site.generator


def passed_by(path: str, top: str) -> str:
    """Why a walk that begins at `top` passes by a file of a site; empty where it is an article like any other."""
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100
    site = _above(folder)
    if site is None:
        return ""
    steps = _steps(folder, site.root)
    _, layouts, rendered = _GENERATORS[site.generator]
    if _in(steps, rendered):
        return ""
    walked = _steps(folder, os.path.abspath(top))  # noqa: PTH100 - what is named as a folder is meant
    if _in(steps, layouts) and not _in(_steps(os.path.abspath(top), site.root), layouts):  # noqa: PTH100
        return LAYOUT
    if not steps and _ABOUT.fullmatch(name):
        return ABOUT
    if _DRAFTS in walked or _IS_DRAFT.search(_front(path)):
        return DRAFT
    return ""


def _steps(folder: str, above: str) -> tuple[str, ...]:
    """The names of the folders from one down to another; none where it is not below."""
    inside = os.path.relpath(folder, above)
    return () if inside in {".", ""} or inside.startswith("..") else Path(inside).parts


def _in(steps: tuple[str, ...], folders: tuple[str, ...]) -> bool:
    return any(tuple(one.split("/")) == steps[: one.count("/") + 1] for one in folders)


def _front(path: str) -> str:
    """The front matter of a file, as it is written."""
    try:
        with Path(path).open("rb") as file:
            found = _FENCE.match(_decoded(file.read(_HEAD)))
    except OSError:
        return ""
    return found[2] if found else ""


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


@lru_cache(4_096)
def _above(folder: str, left: int = _HIGHEST) -> Site | None:
    """The site that a folder belongs to, within its repository."""
    for generator, (marks, _, _) in _GENERATORS.items():
        if any(os.path.isfile(os.path.join(folder, mark)) for mark in marks):  # noqa: PTH113, PTH118 - for every folder
            return Site(generator, folder)
    if _is_old_hugo(folder):
        return Site("Hugo", folder)
    above = os.path.dirname(folder)  # noqa: PTH120
    if above == folder or not left or os.path.exists(os.path.join(folder, ".git")):  # noqa: PTH110, PTH118
        return None
    return _above(above, left - 1)


def _is_old_hugo(folder: str) -> bool:
    """Hugo's settings were called like anybody's; then its folders tell."""
    if not any(os.path.isfile(os.path.join(folder, name)) for name in _OLD_HUGO):  # noqa: PTH113, PTH118
        return False
    there = [os.path.isdir(os.path.join(folder, name)) for name in ("content", "layouts", "themes", "archetypes")]  # noqa: PTH112, PTH118
    return there[0] and any(there[1:])
