"""Boxes about the author of an article: found by their markup, their heading or their first sentence.

Class words alone are weak evidence, so a box needs sentences, or stands after the text and holds a known name.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cached_property

from auditor.model import Kind, Zone
from auditor.parsing import bylines, sections
from auditor.parsing.html import author_fields
from auditor.parsing.html.marks import Mark
from auditor.parsing.html.page import Element, Page, Segment

_NEEDLES = ("uthor", "bio", "Bio", "ontributor", "riter")
_NAMED = re.compile(
    r"(?<![a-z])(?:author|bio|biography|contributor|writer)s?(?![a-z])|Author|Bio(?![a-z])|Contributor|Writer"
    r"|(?:author|about)(?:box|bio|info|card|meta|desc|name)"
)
_BOX = re.compile(
    r"author[-_]?+(?:card|box|bio|info|profile|description|details)|(?:about|post)[-_]?+(?:the[-_]?+)?author",
    re.IGNORECASE,
)
_SURE = re.compile(r"bio(?![a-z])|Bio(?![a-z])|biograph|about|desc|info|box|card|profile", re.IGNORECASE)
_NOT_NAMED = re.compile(
    r"^sbi|\bsbi_|instagram|tweet|comment|testimonial|quote|review(?!ed)|related|teaser|avatar|widget-area|cookie|rating|bypostauthor",
    re.IGNORECASE,
)
_SENTENCE, _MOST = 8, 300  # words of a biography
_MOST_ALIKE, _MOST_BRIEF = 4, 2  # boxes of one class, with and without sentences; more are teasers or staff
_FACTS = 60  # words that a box may hold beside its biography
_BESIDE, _LINE, _NAME_LINE = 15, 8, 40
_HEADS = 3  # lines before a biography that may belong to it: heading, name, job
_MOST_OF_BODY = 0.6
_OPENING = 12  # segments after the headline, where authors address readers in the text itself
_LIFE = re.compile(
    r"\b(?:is|was|has|writes|wrote|works|worked|covers|lives|holds|teaches|reports|joined|specializes|specialises|serves"
    r"|started|founded|leads|brings|graduated|loves|enjoys|began|spent|ist|war|schreibt|arbeitet|lebt|est|écrit|travaille"
    r"|vit|es|escribe|trabaja|vive|è|scrive|lavora|é|escreve|trabalha|schrijft|werkt|woont|jest|pisze|pracuje|adalah)\b"
)
_PROFESSION = re.compile(
    r"\b(?:author|writer|editor|journalist|reporter|blogger|columnist|correspondent|freelance\w*|founder|professor|lecturer"
    r"|researcher|specialist|expert|consultant|analyst|director|manager|strategist|enthusiast|marketer|storyteller|copywriter"
    r"|photographer|autor|autora|journalistin?|journaliste|periodista|giornalista|redakteurin?|penulis)\b",
    re.IGNORECASE,
)
_PRESENTS = re.compile(
    r"^(?:(?i:hi|hello|hey|welcome|hola|greetings|howdy)\b.{0,50}?)?\b(?:I ?['’]?m|I am|[Mm]y name is|[Mm]y name['’]s)"
    r"\s[A-Z][\w’'-]+(?=[\s,.!–—-])"
)
_CREDIT = re.compile(r"(?:written|posted|published|authored) by|authors?:", re.IGNORECASE)
_IMPRINT = re.compile(r"©|copyright|rights reserved|registered (?:charity|company|trademark|office)", re.IGNORECASE)
_ABOUT = re.compile(r"about|meet|profile|bio", re.IGNORECASE)
_ABOUT_ME = re.compile(r"about me|who am i|hi there|meet (?:me|the blogger)|about the blogger", re.IGNORECASE)
_SELF = re.compile(r"\bI(?:['’]m| am|['’]ve)\b|\b[Mm]y name\b")


class Box:
    """Segments `[first, last)`, and why they are about an author."""

    __slots__ = ("first", "last", "reason")

    def __init__(self, first: int, last: int, reason: str) -> None:
        self.first, self.last, self.reason = first, last, reason


def find(
    page: Page, marks: Sequence[Mark], names: Sequence[str], people: Sequence[str], top: int, taken: Set[int]
) -> list[Box]:
    """Author boxes in order, without overlap.

    Args:
        names: whom the page names as its authors, organisations too.
        people: those among them that are persons.
        top: the segment after the headline.
        taken: segments that are bylines and datelines.
    """
    search = _Search(page, marks, names, people, top, taken)
    found = [*search.listed(), *search.marked(), *search.headed(), *search.biographies(), *search.introductions()]
    kept: list[Box] = []
    for box in found or search.credits():  # the surer kinds come first
        if all(box.last <= other.first or other.last <= box.first for other in kept):
            kept.append(box)
    return sorted(kept, key=lambda box: box.first)


class _Search:
    def __init__(
        self, page: Page, marks: Sequence[Mark], names: Sequence[str], people: Sequence[str], top: int, taken: Set[int]
    ) -> None:
        self.page, self.marks, self.names = page, marks, tuple(names)
        self.segments = page.segments
        self.people = tuple(people)
        self.firsts = tuple(dict.fromkeys(n.split()[0] for n in self.people if len(n.split()[0]) > 2))
        closed = [mark.zone in (Zone.COMMENTS, Zone.HEADLINE) for mark in marks]
        self.closed = [0]
        for shut in closed:
            self.closed.append(self.closed[-1] + shut)
        self.top, self.taken = top, taken

    def open_(self, first: int, last: int) -> bool:
        return self.closed[last] == self.closed[first]

    def words(self, first: int, last: int) -> int:
        return self.page.words[last] - self.page.words[first]

    def is_prose(self, segment: Segment) -> bool:
        return segment.words >= _SENTENCE and segment.linked < 0.5 * segment.words

    def prose(self, first: int, last: int) -> int:
        return sum(s.words for s in self.segments[first:last] if self.is_prose(s))

    @cached_property
    def body_end(self) -> int:
        return max((i for i, mark in enumerate(self.marks) if mark.zone is Zone.BODY), default=len(self.marks) - 1)

    # kinds of boxes, the surer ones first

    def marked(self) -> Iterator[Box]:
        """Elements whose class says author or biography and that hold sentences; of nested ones the inner."""
        found = [e for e in self.named if self.open_(e.first, e.last) and self.words(e.first, e.last) <= _MOST]
        alike = Counter((e.tag, e.get("class")) for e in found)
        found = [e for e in found if alike[e.tag, e.get("class")] <= _MOST_ALIKE]
        held = [e for e in found if self.tells(e)]
        brief = [e for e in found if alike[e.tag, e.get("class")] <= _MOST_BRIEF and self.is_brief(e)]
        for element in held + brief:
            if not any(element.start < other.start < element.inner_end for other in held):
                yield self.grown(
                    self.outer(element, found), f"class of an author: {element.get('class') or element.get('id')}"
                )
        for element in found:
            if element not in held and element.first not in self.taken and self.text(element) in self.names:
                if box := self.below(element, loose=False):
                    yield Box(*box, "class of an author's name")

    def listed(self) -> Iterator[Box]:
        """Lists of fields about a person."""
        for first, last in author_fields.find(self.segments):
            if self.open_(first, last):
                yield Box(first, last, "fields about a person")

    def outer(self, element: Element, found: Sequence[Element]) -> Element:
        """The outermost of the marked elements around that is still one box."""
        most, marked = self.words(element.first, element.last) + _FACTS, {id(e) for e in found}
        best, node = element, element.parent
        while node is not None and self.words(node.first, node.last) <= most and not self.holds_byline(node):
            best, node = (node if id(node) in marked else best), node.parent
        return best

    def holds_byline(self, element: Element) -> bool:
        return any(index in self.taken for index in range(element.first, element.last))

    def is_brief(self, element: Element) -> bool:
        """After the text, a box by its class whose biography is but a few words."""
        lines = self.segments[element.first : element.last]
        return (
            element.first >= self.after_text
            and len(lines) > 1
            and lines[0].index not in self.taken
            and self.marks[element.first].zone is not Zone.LINKS
            and _BOX.search(f"{element.get('class')} {element.get('id')}") is not None
            and sum(s.linked for s in lines) < 0.8 * sum(s.words for s in lines)
        )

    def headed(self) -> Iterator[Box]:
        """Sections below "About the author", "Meet Ada Byrne"."""
        for segment in self.segments:
            if segment.words > _LINE or not self.open_(segment.index, segment.index + 1) or self.is_byline(segment):
                continue
            if self.is_heading(segment.text):
                if box := self.below(segment.element, segment.index):
                    yield Box(*box, "below an author heading")

    def biographies(self) -> Iterator[Box]:
        """Paragraphs that begin with an author's name and say what that person is or does."""
        for segment in self.segments:
            if not self.is_prose(segment) or segment.words > 200 or not self.open_(segment.index, segment.index + 1):
                continue
            if self.is_biography(segment):
                yield self.grown(segment.element, "biography of an author", segment.index)

    def introductions(self) -> Iterator[Box]:
        """Beside the text, somebody says who they are."""
        for segment in self.segments:
            if self.top <= segment.index < self.top + _OPENING:
                continue
            if self.marks[segment.index].zone is Zone.BOILERPLATE and segment.words <= 200 and segment.words > 3:
                if _PRESENTS.search(segment.text[:120]) or (
                    _SELF.search(segment.text[:200]) and self.is_prose(segment) and self.is_below_about_me(segment)
                ):
                    yield self.run(segment, "introduces itself")

    def credits(self) -> Iterator[Box]:
        """After the text: "Written by", and a name that the page knows, without a biography."""
        for segment in self.segments[self.after_text :]:
            index = segment.index
            if (
                segment.words > _LINE
                or index in self.taken
                or not self.open_(index, min(index + 2, len(self.segments)))
            ):
                continue
            if sections.opens_author(segment.text):
                if any(self.is_known(after.text) for after in self.segments[index + 1 : index + 2]):
                    yield self.small(segment, index + 2)
            elif _CREDIT.match(segment.text) and self.is_known(" ".join(bylines.read(segment.text))):
                yield Box(index, index + 1, "author named after the text")

    def small(self, segment: Segment, last: int) -> Box:
        """A label and a name with the few lines around that one element holds."""
        first, node = segment.index, segment.element.parent
        while (
            node is not None
            and node.index
            and self.words(node.first, node.last) <= 2 * _BESIDE
            and node.first >= first - 1
        ):
            if self.open_(node.first, node.last):
                last = max(last, node.last)
            node = node.parent
        return Box(first, last, "author named after the text")

    @cached_property
    def after_text(self) -> int:
        """The segment by which most of the body has run."""
        body = [s.words if mark.zone is Zone.BODY else 0 for s, mark in zip(self.segments, self.marks, strict=True)]
        running, most = 0, _MOST_OF_BODY * sum(body)
        for index, words in enumerate(body):
            running += words
            if running >= most:
                return max(self.top, index)
        return self.top

    # what they are told by

    @cached_property
    def named(self) -> list[Element]:
        """Elements with text in whose class or id a word for authors stands; a search of the source spares the others."""
        found: dict[int, Element] = {}
        source = self.page.source
        for needle in _NEEDLES:
            at = source.find(needle)
            while at >= 0:
                element = self.page.holding(at)
                if at < element.inner and element.first < element.last and element.index not in found:
                    names = f"{element.get('class')} {element.get('id')}"
                    if _NAMED.search(names) and not _NOT_NAMED.search(names):
                        found[element.index] = element
                at = source.find(needle, max(at + 1, element.inner if at < element.inner else 0))
        return [found[index] for index in sorted(found)]

    def tells(self, element: Element) -> bool:
        """Whether a marked element holds sentences, and a name or a class that says biography."""
        lines = [s for s in self.segments[element.first : element.last] if s.index not in self.taken]
        linked = self.marks[element.first].zone is Zone.LINKS
        sure = _SURE.search(f"{element.get('class')} {element.get('id')}") is not None
        if linked or not any(s.words >= _SENTENCE + 4 or (s.words >= _SENTENCE and s.text[-1] in ".!?") for s in lines):
            return False
        return sure or (
            any(map(self.is_prose, lines)) and any(self.is_known(s.text) or bylines.is_name(s.text) for s in lines)
        )

    def text(self, element: Element) -> str:
        return " ".join(s.text for s in self.segments[element.first : element.last]) if element.block else element.text

    def is_known(self, text: str) -> bool:
        return 0 < len(text) < 80 and any(text.startswith(name) for name in self.names)

    def is_heading(self, text: str) -> bool:
        if sections.opens_author(text):
            return True
        about = text.removeprefix("About ").removeprefix("Meet ").removeprefix("Written by ")
        return about != text and about.startswith((*self.people, *self.firsts))

    def is_byline(self, segment: Segment) -> bool:
        """Near the headline "Written by" opens a byline."""
        near = self.top - _OPENING < segment.index < self.top + _OPENING
        return segment.index in self.taken or (near and not _ABOUT.search(segment.text))

    def is_biography(self, segment: Segment) -> bool:
        text = segment.text.removeprefix("About ")
        if _IMPRINT.search(text):
            return False
        for name in self.people:
            if text.startswith(name) and _LIFE.search(text, len(name), len(name) + 60):
                return True
        first = text.split(" ", 1)[0].rstrip("’'s,")
        if first in self.firsts and _LIFE.search(text, len(first), len(first) + 60):
            before = self.segments[max(0, segment.index - _HEADS) : segment.index]
            return any(first in s.text and self.is_known(s.text.removeprefix("About ")) for s in before)
        return segment.index > self.body_end - 3 and self.is_closing(segment, text)

    def is_closing(self, segment: Segment, text: str) -> bool:
        """At the end of the text: somebody "is a garden writer who lives in"."""
        verb = _LIFE.search(text, 0, 60)
        return bool(
            verb
            and segment.words <= 120
            and " " in text[: verb.start()].strip()
            and bylines.is_name(text[: verb.start()].strip(" ,"))
            and _PROFESSION.search(text, verb.end(), verb.end() + 80)
        )

    def is_below_about_me(self, segment: Segment) -> bool:
        before = self.segments[max(0, segment.index - _HEADS) : segment.index]
        return any(self.is_head(s) and _ABOUT_ME.search(s.text) for s in before)

    # how far they reach

    def grown(self, element: Element, reason: str, only: int = -1) -> Box:
        """The box, and the lines before its sentences if it has none itself: heading, name, job."""
        first, last = (only, only + 1) if only >= 0 else (element.first, element.last)
        words = self.words(first, last)
        node: Element | None = element
        while node is not None and node.index and not self.has_head(first, last):
            if self.words(node.first, node.last) > words + _BESIDE or not self.open_(node.first, node.last):
                break
            first, last, node = node.first, node.last, node.parent
        if not self.has_head(first, last):
            first = self.heads(first)
        return Box(first, last, reason)

    def has_head(self, first: int, last: int) -> bool:
        """Whether a line stands before the first sentences."""
        return last - first > 1 and self.segments[first].words <= _LINE

    def heads(self, first: int) -> int:
        """Where the lines that name the author begin, straight before a biography."""
        for index in range(first - 1, max(-1, first - 1 - _HEADS), -1):
            segment = self.segments[index]
            if segment.words > _LINE or not self.open_(index, index + 1):
                break
            if self.is_known(segment.text) or self.is_heading(segment.text):
                first = index
        return first

    def below(self, element: Element, start: int = -1, *, loose: bool = True) -> tuple[int, int] | None:
        """The smallest element around that begins with this one and holds sentences close below."""
        start = element.first if start < 0 else start
        close = self.segments[start + 1 : start + 2 + _HEADS]
        first = next((s.index for s in close if self.is_prose(s)), None)
        node: Element | None = element
        while node is not None and node.index and first is not None and self.open_(node.first, node.last):
            if node.last > first and node.first >= start - 1:
                words, prose = self.words(node.first, node.last), self.prose(first, node.last)
                if words <= min(_MOST, prose + 2 * _BESIDE):
                    return node.first, node.last
                break
            node = node.parent
        return None if not loose or first is None or not self.open_(start, first + 1) else (start, self.run_end(first))

    def run(self, segment: Segment, reason: str) -> Box:
        """A paragraph, the headings before it and the paragraphs after it."""
        first = segment.index
        while first and segment.index - first < 2 and self.is_head(self.segments[first - 1]):
            first -= 1
        return Box(first, self.run_end(segment.index), reason)

    def run_end(self, first: int) -> int:
        """The end of the paragraphs that follow one another."""
        last, words = first + 1, self.segments[first].words
        while last < len(self.segments) and self.is_prose(self.segments[last]) and words < _MOST:
            words += self.segments[last].words
            last += 1
        return last

    def is_head(self, segment: Segment) -> bool:
        return segment.element.kind is Kind.HEADING and not segment.linked and segment.words <= _LINE
