"""The article as it was parsed: zones in order, every place of a finding marked and numbered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from auditor.model import Kind, Zone
from auditor.reporters.html.markup import Markup, direction, join, tag
from auditor.reporters.html.ranking import Numbered
from auditor.reporters.page import Mark, Passage

ZONES = {
    Zone.HEADLINE: "Headline",
    Zone.BYLINE: "Byline",
    Zone.DATELINE: "Dateline",
    Zone.BODY: "Body",
    Zone.AUTHOR: "Author",
    Zone.LINKS: "Links",
    Zone.COMMENTS: "Comments",
    Zone.BOILERPLATE: "Boilerplate",
    Zone.HIDDEN: "Hidden",
    Zone.METADATA: "Metadata",
}
# Folded away unless something is marked in it.
_ASIDE = frozenset({Zone.BOILERPLATE, Zone.HIDDEN, Zone.METADATA, Zone.COMMENTS})
_CLEAN = 60  # blocks of such a run without a mark that are shown; pages with thousands of links exist
_NAMES = {Kind.CAPTION: "Caption", Kind.ALT: "Image text", Kind.CODE: "Code"}


def reading(passages: Sequence[Passage], numbered: Mapping[int, Numbered]) -> Markup:
    """All zones of a page. `numbered` gives the finding of an index in the report."""
    runs = (list(run) for _, run in groupby(passages, key=lambda passage: passage.zone))
    seen: set[str] = set()
    return join(*(_zone(run, numbered, seen) for run in runs))


def anchor(finding: Numbered, place: int) -> str:
    """The id of a place in the text."""
    return f"at-{finding.id}{f'-{place}' if place else ''}"


def anchors(passages: Iterable[Passage], numbered: Mapping[int, Numbered]) -> frozenset[str]:
    """The places that the text shows."""
    return frozenset(anchor(numbered[m.finding], m.place) for p in passages for m in p.marks if m.finding in numbered)


def _zone(run: Sequence[Passage], numbered: Mapping[int, Numbered], seen: set[str]) -> Markup:
    zone, marked = run[0].zone, any(passage.marks for passage in run)
    kept = run if zone not in _ASIDE else _kept(run)
    text = [_block(passage, numbered, seen) for passage in kept]
    if len(kept) < len(run):
        text.append(tag("p", f"and {len(run) - len(kept):,} more blocks without findings", class_="more"))
    head = tag("h3", ZONES[zone])
    if zone not in _ASIDE:
        return tag("section", head, text, class_=f"zone {zone}")
    count = "1 block" if len(run) == 1 else f"{len(run):,} blocks"
    summary = tag("summary", head, tag("span", count))
    return tag("details", summary, text, class_=f"zone {zone}", open=marked)


def _kept(run: Sequence[Passage]) -> Sequence[Passage]:
    clean = [number for number, passage in enumerate(run) if not passage.marks]
    dropped = set(clean[_CLEAN:])
    return [passage for number, passage in enumerate(run) if number not in dropped] if dropped else run


def _block(passage: Passage, numbered: Mapping[int, Numbered], seen: set[str]) -> Markup:
    level = f" l{min(passage.level, 6)}" if passage.level else ""
    pieces = _marked(passage, numbered, seen) if passage.marks else (passage.text,)
    way = direction(passage.text)
    return tag("p", _lead(passage), pieces, class_=f"{passage.kind}{level}", data_line=passage.line, dir=way)


def _lead(passage: Passage) -> Markup:
    name = _NAMES.get(passage.kind, "")
    if passage.zone is Zone.METADATA or (passage.label and passage.kind is Kind.FIELD):
        name = "" if passage.label in passage.text else passage.label
    return tag("span", name, class_="lead") if name else Markup("")


def _marked(passage: Passage, numbered: Mapping[int, Numbered], seen: set[str]) -> Iterator[Markup | str]:
    """The text cut at every border of a mark, so that overlapping places need no overlapping elements."""
    marks = sorted((m for m in passage.marks if m.finding in numbered), key=lambda m: (m.start, m.end))
    borders = sorted({0, len(passage.text)} | {m.start for m in marks} | {m.end for m in marks})
    waiting, active = iter([*marks, None]), []
    following = next(waiting)
    for start, end in pairwise(borders):
        while following and following.start <= start:
            active.append(following)
            following = next(waiting)
        active = [mark for mark in active if mark.end > start]
        yield _piece(passage.text[start:end], active, numbered, seen)
        closed = sorted((mark for mark in active if mark.end == end), key=lambda m: numbered[m.finding].number)
        yield from (_number(numbered[mark.finding], mark) for mark in closed)


def _piece(text: str, active: Sequence[Mark], numbered: Mapping[int, Numbered], seen: set[str]) -> Markup | str:
    """Text under the marks that cover it. The shortest leads: it says most exactly what is meant."""
    if not active:
        return text
    found = [numbered[mark.finding] for mark in sorted(active, key=lambda m: (m.end - m.start, m.finding))]
    worst = max(found, key=lambda f: f.finding.severity.rank).finding.severity
    first = [id_ for id_ in (anchor(numbered[m.finding], m.place) for m in active) if id_ not in seen]
    seen.update(first)
    targets = (tag("span", id=id_) for id_ in dict.fromkeys(first))
    numbers = " ".join(dict.fromkeys(str(f.number) for f in found))
    return tag("mark", targets, text, class_=worst.value, data_f=numbers)


def _number(found: Numbered, mark: Mark) -> Markup:
    where = f"Finding {found.number}" if not mark.place else f"Finding {found.number}, place {mark.place + 1}"
    link = tag("a", str(found.number), href=f"#{found.id}", aria_label=where, class_=f"n {found.finding.severity}")
    return tag("sup", link)
