"""Patterns as in `.gitignore`, read as git reads them, in linear time.

A matrix of 200 ignore files in the tests holds both together; the package pathspec reads 16 of them otherwise than git.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, islice, takewhile
from pathlib import Path

from auditor.expressions import late
from auditor.gate.files import relative

_MAGIC = frozenset("*?[]!\\#/")
_SIGN = late(r"\\.|\[[!^]?\]?(?:\[:[a-z]{1,9}:\]|\\.|[^\]\\])*\]|\*+|.", re.DOTALL)
_NAMED = late(r"\[:([a-z]{1,9}):\]")
_HEAD = late(r"[^*?\[\]!\\#]*")
_CLASSES = {
    "alpha": "A-Za-z", "digit": "0-9", "alnum": "A-Za-z0-9", "upper": "A-Z", "lower": "a-z", "space": r"\s",
    "blank": r" \t", "punct": r"!-.:-@\[-`{-~", "xdigit": "0-9A-Fa-f",
}  # fmt: skip


def matches(path: str, patterns: Sequence[str], root: Path) -> bool:
    """Whether a path, or a folder above it, matches; patterns count from `root`, a path of a folder ends in a slash."""
    if not patterns:
        return False
    inside = _inside(path, root)
    if all(_MAGIC.isdisjoint(pattern) and not pattern.endswith(" ") for pattern in patterns):
        return not set(patterns).isdisjoint(inside.split("/"))
    compiled = read(tuple(patterns))
    above = accumulate(f"{folder}/" for folder in inside.split("/")[:-1])
    return any(compiled.say(folder) for folder in above) or bool(compiled.say(inside + "/" * path.endswith("/")))


def _inside(path: str, root: Path) -> str:
    inside = relative(path, root)
    while inside.startswith("../"):
        inside = inside[3:]
    return inside


def idle(patterns: Sequence[str], paths: Iterable[str], root: Path) -> list[str]:
    """The patterns that match none of the paths and no folder above one.

    Each is only held against what its first characters leave open, or, where it names no folder, against the names of
    files and folders: files times patterns would cost more than a second at some thousands of the one and tens of the
    other.
    """
    inside = {_inside(path, root) for path in paths}
    above = {folder for path in inside for folder in accumulate(f"{part}/" for part in path.split("/")[:-1])}
    names = sorted({f"{path.rstrip('/').rpartition('/')[2]}{'/' * path.endswith('/')}" for path in inside | above})
    whole = sorted(inside | above)
    return [pattern for pattern in patterns if not _matches_any(pattern, whole, names)]


def _matches_any(pattern: str, whole: Sequence[str], names: Sequence[str]) -> bool:
    candidates = whole if "/" in pattern.rstrip("/") else names
    start = _HEAD.findall(pattern.removeprefix("/"))[0].rstrip(" ")
    possible = islice(candidates, bisect_left(candidates, start), None)
    say = read((pattern,)).say
    return any(say(path) for path in takewhile(lambda path: path.startswith(start), possible))


def is_plain(pattern: str) -> bool:
    """Whether a pattern is the one path that it names: it begins with a slash and has no wildcard."""
    return pattern.startswith("/") and _MAGIC.isdisjoint(pattern.replace("/", ""))


def plain(path: str) -> str:
    """The pattern that names a path and nothing else."""
    return "/" + "".join(f"\\{c}" if c in "*?[]!\\#" else c for c in path)


class Patterns:
    """Those of one file: the last that matches decides."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._runs: list[tuple[bool, re.Pattern[str]]]
        expressions = [found for line in lines if (found := _expression(line))]
        runs = groupby(expressions, key=lambda found: found[0])
        self._runs = [(taken, re.compile("|".join(text for _, text in run), re.DOTALL)) for taken, run in runs][::-1]

    def say(self, path: str) -> bool | None:
        """Whether a path from the file's folder matches (one of a folder ends in a slash); None: it says nothing."""
        for taken, expression in self._runs:
            if expression.fullmatch(path):
                return taken
        return None


@lru_cache(maxsize=1024)
def read(lines: tuple[str, ...]) -> Patterns:
    return Patterns(lines)


def _expression(line: str) -> tuple[bool, str] | None:
    """Whether what matches is taken, and the expression of a line; None for one that matches nothing."""
    text = re.sub(r"(?<!\\)(?:(?<=\\\\) )? +$", "", line.rstrip("\r\n"))
    if not text or text.startswith("#"):
        return None
    taken, text = not text.startswith("!"), text.removeprefix("!")
    end, text = ("/", text[:-1]) if text.endswith("/") else ("/?", text)
    anchored, segments = "/" in text, text.removeprefix("/").split("/")
    parts = [_segment(segment) for segment in segments]
    if not text or None in parts:
        return None
    if not anchored:
        return taken, rf"(?:[^/]++/)*{parts[0]}{end}"
    return taken, _path(segments, [part or "" for part in parts], end)


def _path(segments: Sequence[str], parts: Sequence[str], end: str) -> str:
    """Segments between slashes, where `**` is any number of them. All but the last such number are the least."""
    made, open_groups = "", 0
    many = [i for i, segment in enumerate(segments) if segment == "**"]
    for i, part in enumerate(parts):
        last = i == len(parts) - 1
        if segments[i] != "**":
            made += part if last else f"{part}/"
        elif last:
            return made + "." + ("+" if i else "*") + ")" * open_groups
        else:
            least = i != many[-1]
            made += ")" * open_groups + ("(?>(?:[^/]+/)*?" if least else "(?:[^/]+/)*")
            open_groups = int(least)
    return made + ")" * open_groups + end


def _segment(text: str) -> str | None:
    """A segment without slashes as an expression that takes linear time: all but its last star are the least."""
    pieces = [""]
    signs = _SIGN.findall(text)
    for sign in signs:
        if sign[0] == "*":
            pieces.append("")
        elif sign == "?":
            pieces[-1] += "[^/]"
        elif sign[0] == "[" and len(sign) > 1:
            pieces[-1] += _one_of(sign[1:-1])
        elif sign in {"\\", "["}:
            return None  # git: a pattern that does not end never matches
        else:
            pieces[-1] += re.escape(sign[-1])
    head, *middle = pieces
    if not middle:
        return head
    return "(?=[^/])" + head + "".join(f"(?>[^/]*?{piece})" for piece in middle[:-1] if piece) + f"[^/]*{middle[-1]}"


def _one_of(inside: str) -> str:
    """A set of characters; a slash is in none."""
    negated = inside[:1] in ("!", "^")
    named = _NAMED.split(inside[negated:])
    chosen = "".join(_CLASSES.get(part, "") if i % 2 else _literal(part) for i, part in enumerate(named))
    if not chosen:
        return "(?!)"
    expression = f"[{'^' if negated else ''}{chosen}]"
    try:
        re.compile(expression)
    except re.error:  # a range that runs backwards holds nothing
        return "[^/]" if negated else "(?!)"
    return f"(?!/){expression}"


def _literal(text: str) -> str:
    unescaped = re.sub(r"\\(.)", lambda found: f"\x00{found[1]}", text, flags=re.DOTALL)
    return re.sub(r"\x00(.)|([\[\]\\^&~|])", lambda found: re.escape(found[1] or found[2]), unescaped, flags=re.DOTALL)
