"""Two extractions side by side as one HTML file, in the look of the report: it asks the network for nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.extractions import Extraction, Part
from auditor.extractions.lining_up import COMPARED, LinedUp, Row, Side, Spans
from auditor.reporters.html import shell
from auditor.reporters.html.markup import Markup, direction, join, tag

_SIDES = {
    Side.BOTH: "The same",
    Side.DIFFERS: "Differs",
    Side.HERE: "Only left",
    Side.THERE: "Only right",
}
_FACTS = {"title": "Title", "byline": "By-line", "published": "Published", "type": "Type"}


def page(ours: Extraction, theirs: Extraction, found: LinedUp) -> Iterator[str]:
    """The page: figures, what either says of the page, and the paragraphs of both."""
    names = tag("div", *(tag("h2", tag("bdi", one.name)) for one in (ours, theirs)), class_="pair heads")
    content = join(
        tag("header", *_head(ours, theirs, found), class_="extractions"),
        tag(
            "section",
            tag("div", names, _chips(found.rows), class_="controls"),
            tag("ol", (_row(row, ours, theirs) for row in found.rows)),
            class_="beside",
            aria_label="Paragraphs of both",
        ),
    )
    yield shell.document(f"{ours.name} against {theirs.name}", content)


def _head(ours: Extraction, theirs: Extraction, found: LinedUp) -> Iterator[Markup]:
    yield tag("h1", tag("bdi", ours.name), " against ", tag("bdi", theirs.name))
    shares = [
        f"{found.both / of:.1%} of those {side}" for of, side in ((found.ours, "left"), (found.theirs, "right")) if of
    ]
    words = f"{found.ours:,} words left, {found.theirs:,} right"
    yield tag("p", words, f"; {found.both:,} in both: {', '.join(shares)}." if shares else ".", class_="about")
    if found.is_cut:
        yield tag("p", f"Only the first {COMPARED:,} words of each are compared.", class_="note")
    rows = [
        tag("tr", *_fact(key, label, ours, theirs))
        for key, label in _FACTS.items()
        if ours.facts.get(key) or theirs.facts.get(key)
    ]
    heads = tag("tr", tag("td"), tag("th", "Left", scope="col"), tag("th", "Right", scope="col"))
    if rows:
        yield tag("table", tag("thead", heads), tag("tbody", rows))


def _fact(key: str, label: str, ours: Extraction, theirs: Extraction) -> Iterator[Markup]:
    left, right = ours.facts.get(key, ""), theirs.facts.get(key, "")
    yield tag("th", label, scope="row")
    for said in (left, right):
        yield tag("td", said or "-", class_="other" if left != right else None, dir=direction(said))


def _chips(rows: Sequence[Row]) -> Markup:
    counts = Counter(row.side for row in rows)
    chips = (
        tag("button", f"{label} {counts[side]:,}", type="button", data_is=side.value, aria_pressed="true")
        for side, label in _SIDES.items()
        if counts[side]
    )
    state = tag("span", class_="quiet at", aria_live="polite")
    step = (tag("kbd", "j"), " next difference, ", tag("kbd", "k"), " the one before")
    return tag("div", chips, state, tag("span", step, class_="hint"), class_="chips", role="group", aria_label="Shown")


def _row(row: Row, ours: Extraction, theirs: Extraction) -> Markup:
    differs = row.side is not Side.BOTH
    label = tag("span", _SIDES[row.side], class_="state") if differs else ""
    cells = (_cell(row.ours, "left"), _cell(row.theirs, "right"))
    note = _where(row, theirs if row.side is Side.HERE else ours)
    kind = {"class_": row.side.value, "tabindex": "-1" if differs else None}
    return tag("li", label, tag("div", cells, class_="pair"), note, **kind)


def _cell(parts: Sequence[tuple[Part, Spans]], side: str) -> Markup:
    return tag("div", (_paragraph(part, spans) for part, spans in parts), class_=side)


def _paragraph(part: Part, spans: Spans) -> Markup:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [part.text[at:start], tag("mark", part.text[start:end])]
        at = end
    kind = "heading" if part.is_heading else None
    line = f"{part.line}" if part.line else None
    return tag("p", pieces, part.text[at:], class_=kind, dir=direction(part.text), data_line=line)


def _where(row: Row, other: Extraction) -> Markup | str:
    """Where the other side has a part, and why there: what somebody who tunes wants to know first."""
    found = row.found
    if not found:
        return ""
    side = "right" if row.side is Side.HERE else "left"
    zone = found.zone if any(found is one for one in other.elsewhere) else "text, in another place"
    line = f", line {found.line}" if found.line else ""
    why = f": {found.reason}" if found.reason else ""
    return tag("p", f"Stands {side} in the {zone}{line}{why}", class_="where")
