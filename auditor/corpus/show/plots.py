"""Pictures of a corpus, as SVG that holds no text of an article but what `markup` has escaped."""

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import Any

from auditor.corpus.compare.siblings import Siblings
from auditor.corpus.show.summary import Sheet
from auditor.reporters.html.markup import Markup, join, tag
from auditor.reporters.paint import clip

_HEIGHT, _STEP = 120, 24  # of columns, and from one to the next
_CELL = 26
_NAME = 230  # beside a matrix
_LABEL = 30  # characters
_WIDTH = 900  # in which circles are laid out
_UNIT, _LARGEST = 8, 60  # radius of the circle of one document, and of any
_LEAST = 1.5  # height of a column that holds one document among millions


def columns(sheet: Sheet) -> Markup:
    """Lines as columns from left to right, the parts of each on top of each other."""
    totals = [sum(line[sheet.columns.index(name)] for name in sheet.bars) for line in sheet.lines]
    tallest, width = max(totals) or 1, len(totals) * _STEP
    every = 1 if len(str(sheet.lines[0][0])) < 4 else 3
    return tag(
        "svg",
        (_column(sheet, line, number, _HEIGHT / tallest) for number, line in enumerate(sheet.lines)),
        tag("line", x1=0, x2=width, y1=_HEIGHT, y2=_HEIGHT),
        (
            tag("text", str(line[0]), x=(number + 0.5) * _STEP, y=_HEIGHT + 16, class_="mid")
            for number, line in enumerate(sheet.lines)
            if number % every == 0
        ),
        tag("text", f"{tallest:,}", x=-6, y=10, class_="end"),
        tag("text", "0", x=-6, y=_HEIGHT, class_="end"),
        viewBox=f"-60 -6 {width + 84} {_HEIGHT + 30}",
        width=width + 84,
        role="img",
        aria_label=sheet.title,
    )


def _column(sheet: Sheet, line: Sequence[Any], number: int, scale: float) -> Iterator[Markup]:
    top = float(_HEIGHT)
    for name in sheet.bars:
        count = line[sheet.columns.index(name)]
        if count:
            height = max(_LEAST, count * scale)
            top -= height
            box = {"x": number * _STEP + 2, "width": _STEP - 4, "y": round(top, 1), "height": round(height, 1)}
            yield tag("rect", tag("title", f"{line[0]}: {count:,} {name}"), class_=name, **box)


def bar(sheet: Sheet, line: Sequence[Any], most: float) -> Markup:
    """The parts of one line beside each other, on the scale of the whole sheet."""
    at, found = 0.0, list[Markup]()
    for name in sheet.bars:
        count = line[sheet.columns.index(name)]
        width = 300 * count / most
        found.append(tag("rect", class_=name, x=round(at, 1), width=round(width, 1), height=12) if count else Markup())
        at += width
    return tag("svg", found, width=300, height=12, aria_hidden="true")


def matrix(sheet: Sheet) -> Markup:
    """Lines of (row, column, count, share) as a field of cells: the darker, the larger the share of the row."""
    rows, names = (list(dict.fromkeys(line[i] for line in sheet.lines)) for i in (0, 1))
    return tag(
        "svg",
        (
            tag("text", clip(str(row), _LABEL), x=-8, y=number * _CELL + 17, class_="end")
            for number, row in enumerate(rows)
        ),
        (
            tag("text", str(name), transform=f"translate({number * _CELL + 16} -8) rotate(-50)")
            for number, name in enumerate(names)
        ),
        (_cell(line, rows.index(line[0]), names.index(line[1])) for line in sheet.lines),
        viewBox=f"{-_NAME} -150 {_NAME + len(names) * _CELL + 130} {len(rows) * _CELL + 154}",
        width=_NAME + len(names) * _CELL + 130,
        role="img",
        aria_label=sheet.title,
    )


def _cell(line: Sequence[Any], row: int, column: int) -> Markup:
    title = tag("title", f"{line[0]}, {line[1]}: {line[2]:,} documents, {line[3]:.0%} of the host's")
    opacity = round(0.15 + 0.85 * min(1.0, line[3]), 2)
    place = {"x": column * _CELL + 1, "y": row * _CELL + 1, "width": _CELL - 2, "height": _CELL - 2}
    return tag("rect", title, class_="documents", fill_opacity=opacity, **place)


def circles(found: Sequence[Siblings]) -> Markup:
    """Groups of siblings: the area of a circle is the number of documents."""
    placed = list(_placed((one, min(_LARGEST, _UNIT * sqrt(one.documents))) for one in found))
    bottom = max(y + radius for _, _, y, radius in placed)
    return tag(
        "svg",
        (_circle(*one) for one in placed),
        viewBox=f"0 0 {_WIDTH} {bottom + 4:.0f}",
        width=_WIDTH,
        role="img",
        aria_label=f"{len(found)} groups of documents, the largest of {max(one.documents for one in found):,}",
    )


def _placed(sized: Iterable[tuple[Siblings, float]]) -> Iterator[tuple[Siblings, float, float, float]]:
    """In rows from left to right; the first of a row is its largest, as they come in that order."""
    x, top, tallest = 0.0, 2.0, 0.0
    for one, radius in sized:
        if x and x + 2 * radius > _WIDTH:
            x, top, tallest = 0.0, top + tallest + 4, 0.0
        tallest = max(tallest, 2 * radius)
        yield one, x + radius, top + tallest / 2, radius
        x += 2 * radius + 4


def _circle(one: Siblings, x: float, y: float, radius: float) -> Markup:
    title = tag("title", f"{one.documents:,} documents, {one.hosts:,} hosts: {one.message}")
    shape = tag("circle", title, cx=round(x, 1), cy=round(y, 1), r=round(radius, 1), class_="documents")
    number = tag("text", f"{one.documents:,}", x=round(x, 1), y=round(y + 4, 1), class_="mid on")
    return join(shape, number if radius > _UNIT else "")
