"""`auditor: {ignore: {RULE: reason}}` in front matter; a value may also be `{reason: ..., until: DATE}`."""

from collections.abc import Iterator
from typing import Any

from auditor import toml
from auditor.expressions import late
from auditor.model import Suppression
from auditor.parsing.markdown import front_matter
from auditor.parsing.unshown import unshown

_FIRST_LINE = late(r"[^\r\n]*(?:\r\n|\r|\n)")


def read(source: str) -> Iterator[Suppression]:
    """One suppression of the whole file for each rule; nothing where the front matter cannot be read."""
    head = source[: front_matter.read(source).end]
    opened = _FIRST_LINE.match(head)
    if not opened or "auditor" not in head:
        return
    start, end = opened.end(), len(head.rstrip())
    end = max(head.rfind("\n", 0, end), head.rfind("\r", 0, end)) + 1
    for rule, value, first, last in list(_toml(head, start, end) if "+++" in opened[0] else _yaml(head, start, end)):
        yield _suppression(rule, value, source, first, last)


def _suppression(rule: str, value: Any, source: str, start: int, end: int) -> Suppression:
    stated = value if isinstance(value, dict) else {"reason": value}
    return Suppression(
        rules=(rule,),
        reason=str(stated.get("reason") or "").strip(),
        until=str(stated.get("until") or ""),
        origin="front matter",
        place=unshown(source, start, end, "front matter"),
    )


def _yaml(source: str, start: int, end: int) -> Iterator[tuple[str, Any, int, int]]:
    import yaml  # noqa: PLC0415 - few pages say so in their front matter

    try:
        root: Any = yaml.compose(source[start:end], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return  # the reader has noted it
    for name in ("auditor", "ignore"):
        root = _below(root, name)
    for key, value in root.value if _is(root, "mapping") else ():
        if _is(key, "scalar"):
            yield key.value, _plain(value), start + key.start_mark.index, start + key.end_mark.index


def _plain(node: Any) -> Any:
    """A scalar or a flat table of scalars. What is nested says nothing, and aliases make it grow without bound."""
    if _is(node, "mapping"):
        return {k.value: v.value for k, v in node.value if _is(k, "scalar") and _is(v, "scalar")}
    return node.value if _is(node, "scalar") else ""


def _below(node: Any, name: str) -> Any:
    pairs = node.value if _is(node, "mapping") else ()
    return next((value for key, value in pairs if key.value == name), None)


def _is(node: Any, kind: str) -> bool:
    return node is not None and node.id == kind


def _toml(source: str, start: int, end: int) -> Iterator[tuple[str, Any, int, int]]:
    import tomllib  # noqa: PLC0415 - as above

    try:
        table: Any = toml.read(source[start:end].replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    for name in ("auditor", "ignore"):
        table = table.get(name) if isinstance(table, dict) else None
    for rule, value in table.items() if isinstance(table, dict) else ():
        at = max(start, source.find(rule, start, end))
        yield rule, value, at, at + len(rule)
