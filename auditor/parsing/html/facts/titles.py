"""The title of an article, out of the headings and what the page states of itself."""

import re
from collections.abc import Container, Iterator, Sequence
from html import unescape
from itertools import islice

from auditor.expressions import late
from auditor.model import Block, Kind
from auditor.parsing.html.facts.nearest_heading import nearest_heading
from auditor.parsing.html.facts.title_forms import key, stated_word_for_word, whole, without_label, without_tail
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.html.tree.references import decode
from auditor.parsing.html.tree.tokenizer import tokens
from auditor.web import host, is_home, owner

_TAGS = 40  # in a heading, of which one may divide it; no heading of lines has more
_LONGEST = 300
_MOST_HEADINGS = 20
_SEPARATOR = late(r"\s[|·•–—»«:›‹~/-]{1,2}\s|\s?[|»«]\s?|:\s")
_SITE_WORDS = 4  # a last part that is no longer is taken for the name of the site
_LINE = 2  # spaces, at least, in a line that is a title of its own
_MARKS, _SENTENCE_MARKS = " \t/|·–—-([", frozenset(":.,;?!…：。、")
_HOST_LETTERS = 4  # a shorter name of a host begins many words
_UNLIKE = 40  # of 100: a heading less like every stated title is another's
# Where no heading is much like a stated title, the first of those that are nearly as much: on 227 pages with several
# first-level headings two titles became right and none wrong, with a distance of 20 as with 30.
_ALIKE, _NEARLY = 70, 20
_ORDER = ("og:title", "title", "json-ld:headline", "meta:headline", "twitter:title")
_AGREEING = ("og:title", "json-ld:headline")
_SITES = ("og:site_name", "json-ld:publisher", "json-ld:isPartOf", "meta:application-name")
_WORD = late(r"\w+")

Headline = tuple[int, int]  # segments [first, last)


def choose(page: Page, blocks: Sequence[Block], address: str = "") -> tuple[str | None, Headline | None]:
    """The title and the headline: the `<h1>` that stated titles confirm, else a stated title and what is like it."""
    named = site_headings(page, address)
    title, shown = _chosen(page, blocks, named, address)
    if shown is None and (index := nearest_heading(page, title or "", named)) is not None:
        shown = (index, index + 1)
    return title, shown


def _chosen(
    page: Page, blocks: Sequence[Block], named: dict[int, str], address: str
) -> tuple[str | None, Headline | None]:
    stated = _stated(blocks)
    homes = list(named.values())
    sites = [*_sites(blocks), *homes, *_of_host(stated, address)]
    cleaned = [without_site(title, sites) for title in stated]
    headings = _own([h for h in page.tagged("h1")[:_MOST_HEADINGS] if h.first < h.last and h.first not in named], page)
    if not stated:
        return (text(page, headings[0]), (headings[0].first, headings[0].last)) if headings else (None, None)
    names = {key(name) for name in (*sites, *_other_parts(stated, cleaned))}
    likely = [(_likeness(text(page, h), [*stated, *cleaned]), h) for h in headings if key(text(page, h)) not in names]
    best = max((likeness for likeness, _ in likely), default=0.0)
    least = best if best >= _ALIKE else best - _NEARLY
    shown = next((heading for likeness, heading in likely if likeness >= least), None)
    if shown and best < _ALIKE and (other := stated_word_for_word(page, shown.first, cleaned)):
        return other.text, (other.index, other.index + 1)
    if shown and best >= _UNLIKE:
        line = without_label(_one_line(page, shown, [*stated, *cleaned]), cleaned, sites)
        return whole(line, _agreed(blocks, sites)), (shown.first, shown.last)
    return (
        _shown_as_text(page, cleaned)
        or _beside_site(page, stated, homes, names, {key(text(page, h)) for h in headings})
        or (without_tail(cleaned), (shown.first, shown.last) if shown else None)
    )


def _own(headings: list[Element], page: Page) -> list[Element]:
    """The headings that are the page's where cards of other articles have first-level ones too: those are links."""
    plain = [h for h in headings if not any(s.linked == s.words for s in page.segments[h.first : h.last])]
    return plain if plain and len(headings) - len(plain) > 1 else headings


def site_headings(page: Page, address: str) -> dict[int, str]:
    """First-level headings that name the site, by segment: links to its first page, unless the page itself is that.

    Of 35 such headings on 557 English article pages none was the title of the article.
    """
    if is_home(address):
        return {}
    shown = (page.segments[h.first : h.last] for h in page.tagged("h1")[:_MOST_HEADINGS])
    return {s[0].index: s[0].text for s in shown if len(s) == 1 and _leads_home(s[0])}


def _leads_home(segment: Segment) -> bool:
    """Whether a line is nothing but a link to the site's first page."""
    return segment.linked == segment.words and is_home(segment.links[0].href)


def text(page: Page, element: Element) -> str:
    return " ".join(segment.text for segment in page.segments[element.first : element.last])


def without_site(title: str, sites: Sequence[str]) -> str:
    """A stated title less the name of its site, which stands first or last."""
    own = {key(site) for site in sites}
    for cut in _SEPARATOR.finditer(title):
        if key(title[: cut.start()]) in own:
            return title[cut.end() :].strip()
    for cut in reversed(list(_SEPARATOR.finditer(title))):
        before, last = title[: cut.start()].strip(), title[cut.end() :].strip()
        short = len(last.split()) <= _SITE_WORDS < len(before.split()) and cut[0] != ": "
        if key(last) in own or short:
            return without_site(before, sites) if key(last) in own else before
    return title


def sites(blocks: Sequence[Block], title: str | None) -> list[str]:
    """Names of the site, the surest first: stated ones, else what `<title>` has beside the title."""
    stated = {b.label: unescape(b.text) for b in reversed(blocks) if b.kind is Kind.SITE}
    known = [stated.pop(label) for label in _SITES if label in stated]
    return [*known, *stated.values()] or _beside(blocks, title or "")


def _beside(blocks: Sequence[Block], title: str) -> list[str]:
    whole = next((unescape(b.text)[:_LONGEST] for b in blocks if b.label == "title"), "")
    found = whole.find(title) if title else -1
    if found < 0 or whole == title:
        return []
    before, after = whole[:found], whole[found + len(title) :]
    cut = _SEPARATOR.match(after)
    last = _SEPARATOR.split(after[cut.end() :])[-1] if cut else ""
    first = _SEPARATOR.split(before)[0] if before and _SEPARATOR.search(before) else ""
    return [name for name in (last or first,) if name]


def _of_host(stated: Sequence[str], address: str) -> list[str]:
    """Last parts of stated titles that are the name of the host: "Harbour Post" at harbourpost.test."""
    name = _letters(owner(host(address))) if address else ""
    lasts = [title[cut.end() :].strip() for title in stated for cut in list(_SEPARATOR.finditer(title))[-1:]]
    return [last for last in lasts if len(name) >= _HOST_LETTERS and _letters(last).startswith(name)]


def _one_line(page: Page, heading: Element, stated: Sequence[str]) -> str:
    """A heading less the line above or below the title that only the layout divides from it.

    It is told by stated titles, which have only one of the two lines, or a mark between them.
    """
    shown = text(page, heading)
    words = list(_WORD.finditer(shown))
    parts = {key(part) for title in stated for part in (title, *_SEPARATOR.split(title)) if part.count(" ") >= _LINE}
    for at in islice(_borders(page, heading), _TAGS) if parts else ():
        if not 0 < at < len(words) or not _SENTENCE_MARKS.isdisjoint(shown[words[at - 1].end() : words[at].start()]):
            continue  # "Ferries: Two more winters" is one line
        if key(shown[words[at].start() :]) in parts:
            return shown[words[at - 1].end() :].strip(_MARKS)
        if key(shown[: words[at].start()]) in parts:
            return shown[: words[at].start()].strip(_MARKS)
    return shown


def _borders(page: Page, heading: Element) -> Iterator[int]:
    """Where tags stand in a heading, in words from its beginning."""
    count, position = 0, heading.inner
    for _, start, end, _ in tokens(page.source, heading.inner, heading.inner_end):
        count += len(_WORD.findall(decode(page.source[position:start])))
        position = end
        yield count


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def _stated(blocks: Sequence[Block]) -> list[str]:
    found = {b.label: unescape(b.text)[:_LONGEST] for b in reversed(blocks) if b.kind is Kind.TITLE}
    return [found[label] for label in _ORDER if label in found] or list(found.values())


def _sites(blocks: Sequence[Block]) -> list[str]:
    return [unescape(b.text)[:_LONGEST] for b in blocks if b.kind is Kind.SITE]


def _agreed(blocks: Sequence[Block], sites: Sequence[str]) -> str:
    """The title that the preview and the structured data give alike, less the name of the site; else ""."""
    found = {b.label: unescape(b.text)[:_LONGEST] for b in reversed(blocks) if b.label in _AGREEING}
    titles = [without_site(found.get(label, ""), sites) for label in _AGREEING]
    return titles[0] if key(titles[0]) == key(titles[1]) else ""


def _other_parts(stated: Sequence[str], cleaned: Sequence[str]) -> Iterator[str]:
    """What stated titles have beside the title itself: a short last part, a first part that other titles leave out."""
    kept = {key(title) for title in cleaned}
    for title in stated:
        cuts = list(_SEPARATOR.finditer(title))
        if cuts and cuts[-1][0] != ": " and len(title[cuts[-1].end() :].split()) <= _SITE_WORDS:
            yield title[cuts[-1].end() :]
        if cuts and key(title[cuts[0].end() :]) in kept:
            yield title[: cuts[0].start()]


def _likeness(shown: str, stated: Sequence[str]) -> float:
    """The best similarity to a stated title, 0 to 100; a heading that a title begins with is it."""
    lower, words = shown[:_LONGEST].lower(), key(shown[:_LONGEST])
    if any(key(title).startswith(words) for title in stated):
        return 90.0 + _ratio(lower, stated[0].lower()) / 10
    return max(_ratio(lower, title.lower()) for title in stated)


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 100.0
    from rapidfuzz import fuzz  # noqa: PLC0415 - 13 ms, and most headings are the title

    return float(fuzz.ratio(one, other))


def _shown_as_text(page: Page, cleaned: Sequence[str]) -> tuple[str, Headline] | None:
    """The first segment that is one of the titles."""
    wanted = {key(title) for title in cleaned if len(title.split()) > 1}
    for segment in page.segments:
        if len(segment.text) <= _LONGEST and key(segment.text) in wanted:
            return segment.text, (segment.index, segment.index + 1)
    return None


def _beside_site(
    page: Page, stated: Sequence[str], homes: Sequence[str], names: Container[str], first: Container[str]
) -> tuple[str, Headline] | None:
    """The first heading that is what a stated title has beside a name.

    "SITE: TITLE", or "SITE TITLE" of a known one, or "TITLE - SITE" where the site is a first-level heading. The name
    is the shorter part: after a longer one stands a subtitle.
    """
    rests = [title[cut.end() :] for title, cut in _cuts(stated) if cut.end() <= len(title) / 2]
    rests += [title[len(home) :] for title in stated for home in homes if title.startswith(f"{home} ")]
    rests += [title[: cut.start()] for title, cut in _cuts(stated) if key(title[cut.end() :]) in first]
    wanted = {words for rest in rests if " " in (words := key(rest)) and words not in names}
    for segment in page.segments if wanted else ():
        if segment.element.kind is Kind.HEADING and key(segment.text[:_LONGEST]) in wanted:
            return segment.text, (segment.index, segment.index + 1)
    return None


def _cuts(titles: Sequence[str]) -> Iterator[tuple[str, re.Match[str]]]:
    return ((title, cut) for title in titles for cut in _SEPARATOR.finditer(title))
