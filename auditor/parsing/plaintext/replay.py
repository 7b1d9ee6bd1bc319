"""Plain text: white space is collapsed, nothing else."""

from auditor.expressions import late

_WORD = late(r"\S+")


def text(source: str, start: int, end: int) -> tuple[str, list[int], list[int]]:
    """The text of `source[start:end]`, and for each character the start and end of its source.

    A collapsed space stands for its whole gap.
    """
    words = [m.span() for m in _WORD.finditer(source, start, end)]
    starts: list[int] = []
    ends: list[int] = []
    for i, (first, last) in enumerate(words):
        if i:
            starts.append(words[i - 1][1])
            ends.append(first)
        starts.extend(range(first, last))
        ends.extend(range(first + 1, last + 1))
    return " ".join(source[first:last] for first, last in words), starts, ends
