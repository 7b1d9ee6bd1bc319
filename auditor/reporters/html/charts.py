"""Pictures, as SVG without any style of its own: a strict content security policy forbids style attributes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from auditor.model import Dimension, Verdict
from auditor.reporters.html.markup import Markup, tag
from auditor.reporters.page import shown

_ROUNDS = 256  # rings that are kept: scores are whole numbers
_RADIUS = 52
_ROUND = 2 * 3.14159265 * _RADIUS
_BINS = 20
_HEIGHT, _WIDTH = 100, 24  # of the plot and of one bin, in units of the picture
_DIGIT, _LINE = 10, 16  # of a figure on a phone: the width of a digit, the height of a line
_LEAST = 1  # height of a column that holds one article among thousands
_ROUNDED = 0.1  # points below which a mean is not told exactly


@lru_cache(_ROUNDS)
def gauge(score: float | None, verdict: Verdict) -> Markup:
    """The score as a ring."""
    arc = round(_ROUND * (score or 0) / 100, 1)
    ring = {"cx": 60, "cy": 60, "r": _RADIUS, "pathLength": round(_ROUND, 1)}
    return tag(
        "svg",
        tag("circle", class_="track", **ring),
        tag("circle", class_="arc", stroke_dasharray=f"{arc} {_ROUND:.1f}", **ring) if arc else "",
        tag("text", shown(score), x=60, y=68, class_="score"),
        tag("text", "of 100", x=60, y=86, class_="of"),
        viewBox="0 0 120 120",
        class_=f"gauge {verdict}",
        role="img",
        aria_label=f"Score {shown(score)} of 100",
    )


def costs(dimensions: Mapping[str, Dimension], *, mean: int = 0) -> Markup:
    """What each dimension cost, the costliest first; those that cost nothing in one line.

    Args:
        mean: the number of articles that the figures are the mean of, for the heading.
    """
    widest = max(100.0, *(d.lost for d in dimensions.values())) if dimensions else 100.0
    lossy = sorted((item for item in dimensions.items() if item[1].lost), key=lambda item: -item[1].lost)
    clean = [name for name, d in dimensions.items() if not d.lost and d.score is not None]
    unjudged = [name for name, d in dimensions.items() if d.score is None]
    return tag(
        "section",
        tag("h2", "Mean points lost by dimension" if mean else "Points lost by dimension"),
        tag("ul", (_cost(name, dimension, widest) for name, dimension in lossy)) if lossy else "",
        tag("p", tag("b", "No loss in: " if lossy else "No loss."), ", ".join(clean) if lossy else ""),
        tag("p", tag("b", "Could not be judged: "), ", ".join(unjudged)) if unjudged else "",
        class_="costs",
    )


def _cost(name: str, dimension: Dimension, widest: float) -> Markup:
    lost = round(100 * dimension.lost / widest, 2)
    bar = tag(
        "svg",
        tag("rect", class_="share", width=100, height=8),
        tag("rect", class_="lost", width=lost, height=8),
        viewBox="0 0 100 8",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
    figures = tag("b", f"−{dimension.lost:g}" if dimension.lost >= _ROUNDED else f"under {_ROUNDED:g}")
    return tag("li", tag("span", name.capitalize(), class_="name"), bar, tag("span", figures, class_="figures"))


def share(part: int, most: int) -> Markup:
    """A thin bar, as long as a part of the largest."""
    return tag(
        "svg",
        tag("rect", width=round(100 * part / most, 2), height=4),
        viewBox="0 0 100 4",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def histogram(scores: Iterable[tuple[float, Verdict, int]]) -> Markup:
    """How many articles have which score, five points a column, verdicts on top of each other."""
    columns: list[dict[Verdict, int]] = [dict.fromkeys(Verdict, 0) for _ in range(_BINS)]
    for score, verdict, count in scores:
        columns[min(_BINS - 1, int(score * _BINS / 100))][verdict] += count
    totals = [*(sum(column.values()) for column in columns), 0]
    tallest = max(totals) or 1
    return tag(
        "svg",
        (
            _column(number, column, tallest, (totals[number - 1] if number else 0, totals[number + 1]))
            for number, column in enumerate(columns)
        ),
        tag("line", x1=0, x2=_BINS * _WIDTH, y1=_HEIGHT, y2=_HEIGHT),
        (tag("text", str(mark), x=mark * _BINS * _WIDTH / 100, y=_HEIGHT + 16) for mark in range(0, 101, 20)),
        viewBox=f"-16 -16 {_BINS * _WIDTH + 32} {_HEIGHT + 38}",
        class_="histogram",
        role="img",
        aria_label=f"Distribution of scores: {_told(columns)}",
    )


def _column(number: int, column: Mapping[Verdict, int], tallest: int, beside: Sequence[int]) -> Iterator[Markup]:
    total, top = sum(column.values()), float(_HEIGHT)
    for verdict in (Verdict.REJECT, Verdict.REVIEW, Verdict.PASS):
        height = max(_LEAST, total * _HEIGHT / tallest) * column[verdict] / max(1, total)
        if column[verdict]:
            top -= height
            title = tag("title", f"{_span(number)}: {column[verdict]:,} {verdict}")
            yield tag("g", title, _box(number, top, height, verdict))
    if total:
        crowded = " crowded" * any(_collide(total, one, tallest) for one in beside if one)
        yield tag("text", f"{total:,}", x=(number + 0.5) * _WIDTH, y=round(top - 4, 2), class_=f"count{crowded}")


def _collide(total: int, other: int, tallest: int) -> bool:
    """Whether the figure above a column runs into that of a higher one beside it, where the picture is small."""
    apart = (other - total) * _HEIGHT / tallest
    return 0 <= apart < _LINE and (len(f"{total:,}") + len(f"{other:,}")) * _DIGIT > 2 * _WIDTH


def _box(number: int, top: float, height: float, verdict: Verdict) -> Markup:
    shape = {"x": number * _WIDTH + 1.5, "y": round(top, 2), "width": _WIDTH - 3, "height": round(height, 2)}
    return tag("rect", class_=verdict.value, **shape)


def _span(number: int) -> str:
    step = 100 // _BINS
    return f"{number * step} to {number * step + step - (number < _BINS - 1)}"


def _told(columns: Sequence[Mapping[Verdict, int]]) -> str:
    filled = ((number, sum(column.values())) for number, column in enumerate(columns))
    return "; ".join(f"{_span(number)}: {total}" for number, total in filled if total) or "no articles"
