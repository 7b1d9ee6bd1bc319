"""A unified diff to be read: what would do harm on a terminal is spelt out, and private data is dots."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from auditor.expressions import late
from auditor.reporters.paint import visible

_LINE = late(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")

Texts = tuple[str, str]
Code = tuple[str, int, int, int, int]


def unified(name: str, texts: Texts, shown: Texts) -> str:
    """The difference of two texts, whose lines are printed as they are in `shown`; empty where there is none."""
    old, new = (_LINE.findall(text) for text in texts)
    printed = [[visible(line.rstrip("\r\n")) for line in _LINE.findall(text)] for text in shown]
    groups = SequenceMatcher(None, old, new).get_grouped_opcodes()
    lines = [line for group in groups for line in _hunk(group, *printed)]
    return "".join(f"{line}\n" for line in (f"--- {visible(name)}", f"+++ {visible(name)}", *lines)) if lines else ""


def _hunk(group: Sequence[Code], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    first, last = group[0], group[-1]
    yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@"
    for tag, i, i_end, j, j_end in group:
        if tag == "equal":
            yield from (f" {line}" for line in old[i:i_end])
        else:
            yield from (f"-{line}" for line in old[i:i_end])
            yield from (f"+{line}" for line in new[j:j_end])


def _range(start: int, end: int) -> str:
    """As `diff -u` writes it: lines from 1, and the line before where there are none."""
    count = end - start
    return f"{start + 1}" if count == 1 else f"{start + bool(count)},{count}"
