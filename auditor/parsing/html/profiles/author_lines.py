"""Author boxes by their words: a heading, a biography's first sentence, an introduction, a credit after the text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from auditor.expressions import late
from auditor.model.members import BOILERPLATE, HEADING
from auditor.parsing import bylines, notes, sections
from auditor.parsing.html.byline.elsewhere import is_person
from auditor.parsing.html.profiles.author_view import BESIDE, HEADS, LINE, SENTENCE, Box, View, is_prose
from auditor.parsing.html.tree.page import Segment
from auditor.words import listed

WHY = "biography of an author"
_OPENING = 12  # segments around the headline, where "Written by" opens a byline and authors address readers in the text
_NEAR_END = 3  # segments behind the text among which its author's last lines may stand
_LONGEST = 200  # words of one paragraph of a biography
_SUBJECT = 60  # characters within which its verb stands
_BEFORE = 40  # characters of what may stand before its name
_LIFE = late(rf"\b(?:{listed('profiles', 'life-verbs')})\b")
_VERB = late(rf"(?:,[^,.]{{1,30}},)?\s(?:{listed('profiles', 'life-verbs')})\b")
PROFESSION = late(rf"\b(?:{listed('profiles', 'professions')})\b", re.IGNORECASE)
_PRESENTS = late(
    rf"^(?:(?i:{listed('profiles', 'greetings')})\b.{{0,50}}?)?\b(?:(?:I ?['’]?m|I am|[Mm]y name is|[Mm]y name['’]s)"
    r"\s[A-Z][\w’'-]+(?=[\s,.!–—-])"
    # In languages that write nouns with capitals, or "I am" before any of them, a name is what a mark ends.
    rf"|(?:{listed('profiles', 'presents')})(?:\s[^\W\d_a-zß-ÿ][a-zß-ÿ’'-]+){{1,2}}"
    r"(?=[,.!–—]|\s(?:und|et|y|e|en|aka)\s))"
)
_SELF = late(r"\bI(?:['’]m| am|['’]ve)\b|\b[Mm]y name\b")
_ABOUT_ME = late(r"about me|who am i|hi there|meet (?:me|the blogger)|about the blogger", re.IGNORECASE)
_ABOUT = late(r"about|meet|profile|bio", re.IGNORECASE)
_TAGS = 200  # characters of tags that a paragraph begins with
_ITALIC, _UPRIGHT = late(r"(?i)\s*<(?:em|i|small)\b[^<>]*>\s*"), late(r"(?i)\s*</(?:em|i|small)>\s*<")
_IMPRINT = late(r"©|copyright|rights reserved|registered (?:charity|company|trademark|office)", re.IGNORECASE)
_WRITTEN = listed("bylines", "written", "put-up")
_CREDIT = late(rf"(?:{_WRITTEN}) by|(?:{listed('bylines', 'labels')}):", re.IGNORECASE)


def headings(view: View) -> list[Segment]:
    """Lines that open a section about an author."""
    lines = [s for s in view.segments if s.words <= LINE and s.linked < s.words]
    return [s for s in lines if _is_heading(view, s) and view.open_(s.index, s.index + 1)]


def headed(view: View, found: Sequence[Segment]) -> Iterator[Box]:
    """What stands below "About the author", "Meet Ada Byrne"."""
    for heading in found:
        if _is_byline(view, heading):
            continue
        if box := view.below(heading.element, heading.index):
            yield Box(*box, "below an author heading")
        elif first := next((s.index for s in _close(view, heading) if is_prose(s)), None):
            yield Box(heading.index, view.run_end(first), "below an author heading")


def biographies(view: View) -> Iterator[Box]:
    """Paragraphs that begin with an author's name and say what that person is or does."""
    for segment in view.segments:
        told = is_prose(segment) or _at_once(segment.text, view.people)
        if SENTENCE <= segment.words <= _LONGEST and told and _is_biography(view, segment):
            first, last = view.grown(segment.element, segment.index, segment.index + 1)
            yield Box(first if view.has_head(first, last) else _with_heads(view, first), last, WHY)


def introductions(view: View) -> Iterator[Box]:
    """Beside the text, or below the name that signs it, somebody says who they are."""
    text = range(view.top, min(view.top + _OPENING, view.after_text))
    for segment in view.segments:
        if not 3 < segment.words <= _LONGEST or segment.index in text:
            continue
        beside = view.marks[segment.index].zone is BOILERPLATE
        signed = segment.index > view.after_text and segment.index - 1 in view.taken
        if (beside and _introduces(view, segment)) or (signed and _PRESENTS.search(segment.text[:120])):
            first = segment.index
            while first and segment.index - first < HEADS - 1 and _is_head(view.segments[first - 1]):
                first -= 1
            yield Box(first, view.run_end(segment.index), "introduces itself")


def titled(view: View) -> Iterator[Box]:
    """An author's name, a line that says what they do, and what they did: in one element, whatever its class."""
    for segment in view.segments:
        if segment.text not in view.people or not (box := view.below(segment.element, segment.index)):
            continue
        lines = view.segments[segment.index + 1 : box[1]]
        told = next((s for s in lines if is_prose(s)), None)
        between = told and [s for s in view.segments[segment.index + 1 : told.index] if s.index not in view.taken]
        if told and between and (_LIFE.match(_lowered(told.text)) or any(PROFESSION.search(s.text) for s in between)):
            yield Box(*box, "name, job and life of an author")


def _lowered(text: str) -> str:
    """A sentence whose subject is left out begins with its verb: "Writes about the sea"."""
    return text[:1].lower() + text[1:_SUBJECT]


def signed(view: View) -> Iterator[Box]:
    """The last paragraph of the text below a line that is an author's name alone."""
    end = max(view.body_end, view.top + 2)
    for name, text in pairwise(view.segments[end - 1 : end + _NEAR_END]):
        if name.text in view.people and LINE <= text.words <= _LONGEST and is_prose(text):
            yield Box(name.index, text.index + 1, WHY)
            return
    for text in view.segments[view.body_end : view.body_end + _NEAR_END]:
        note = bylines.signature(text.text) and _is_note(view, text)
        if LINE <= text.words <= _LONGEST and (note or (is_person(bylines.life(text.text)) and _is_italic(view, text))):
            yield Box(text.index, text.index + 1, WHY)


def _is_note(view: View, segment: Segment) -> bool:
    """Whether a paragraph that begins with a name and a role is in italics as a whole, or the role one of writers."""
    role = segment.text[: (bylines.signature(segment.text) or (0, 0))[1]]
    return _is_italic(view, segment) or PROFESSION.search(role) is not None


def _is_italic(view: View, segment: Segment) -> bool:
    source, element = view.page.source, segment.element
    begins = _ITALIC.fullmatch(source[element.inner : segment.start][:_TAGS]) is not None
    return begins and _UPRIGHT.match(source, segment.end) is not None


def credited(view: View, found: Sequence[Segment]) -> Iterator[Box]:
    """After the text: "Written by", and a name that the page knows, without a biography."""
    opening = {s.index for s in found}
    unknown: list[Box] = []
    for segment in view.segments[view.after_text :]:
        index = segment.index
        if segment.words > LINE or index in view.taken:
            continue
        if index in opening and any(view.is_known(after.text) for after in view.segments[index + 1 : index + 2]):
            yield Box(*_together(view, segment), "author named after the text")
        elif _CREDIT.match(segment.text) and (names := bylines.read(segment.text)) and view.open_(index, index + 1):
            box = Box(index, index + 1, "author named after the text")
            if view.is_known(" ".join(names)):
                yield box
            else:
                unknown.append(box)
    if len(unknown) == 1 and not view.names:
        yield unknown[0]


def _is_told_of(view: View, heading: Segment, name: str) -> bool:
    """Whether a heading of the last part names a person, of whom the next sentences speak by the first name."""
    after = view.segments[heading.index + 1 : heading.index + 2]
    if heading.index < view.after_text or not notes.is_full(name):
        return False
    first = name.split(maxsplit=1)[0]
    told = [s for s in after if is_prose(s) and first in s.text.replace(",", "").split()]
    return any(is_person(name) or PROFESSION.search(s.text) for s in told)


def _is_heading(view: View, segment: Segment) -> bool:
    text = segment.text
    if text.startswith(("About ", "Meet ", "Written by ")):
        about = text.removeprefix("About ").removeprefix("Meet ").removeprefix("Written by ")
        if about.startswith((*view.people, *view.firsts)) or _is_told_of(view, segment, about):
            return True
    return sections.opens_author(text)


def _is_byline(view: View, segment: Segment) -> bool:
    if segment.index > view.body_end:
        return False
    near = view.top - _OPENING < segment.index < view.top + _OPENING
    return segment.index in view.taken or (near and not _ABOUT.search(segment.text))


def _close(view: View, heading: Segment) -> Sequence[Segment]:
    close = view.segments[heading.index + 1 : heading.index + 2 + HEADS]
    return close if close and view.open_(heading.index, close[-1].index + 1) else ()


def _is_biography(view: View, segment: Segment) -> bool:
    text = segment.text.removeprefix("About ")
    named = _subject(text, view.people) or (_subject(text, view.firsts) and _named_before(view, segment, text))
    if not named and segment.index > view.body_end - HEADS:
        named = segment.words <= _LONGEST // 2 and (_is_closing(text) or _named_within(text, view.people))
    return bool(named) and view.open_(segment.index, segment.index + 1) and not _IMPRINT.search(text)


def _subject(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text begins with one of the names, and a verb of biographies follows."""
    if not text.startswith(names):
        return False
    return any(text.startswith(n) and _LIFE.search(text, len(n), len(n) + _SUBJECT) for n in names)


def _named_within(text: str, names: tuple[str, ...]) -> bool:
    """The same after a label, a title or an office: "Author: Prof. Ada Byrne is ..."."""
    found = next((at for name in names if (at := text.find(name, 0, _BEFORE + len(name))) >= 0), -1)
    return found > 0 and not _LIFE.search(text, 0, found) and _at_once(text[found:], names)


def _at_once(text: str, names: tuple[str, ...]) -> bool:
    """Whether the verb stands straight behind one of the names, or behind a degree or a year between commas."""
    return any(text.startswith(name) and _VERB.match(text, len(name)) for name in names)


def _named_before(view: View, segment: Segment, text: str) -> bool:
    """Whether the full name to which a first name belongs stands in a line before."""
    first = next(first for first in view.firsts if text.startswith(first))
    return any(first in s.text and view.is_known(s.text.removeprefix("About ")) for s in view.before(segment))


def _is_closing(text: str) -> bool:
    """At the end of the text: somebody "is a garden writer who lives in"."""
    verb = _LIFE.search(text, 0, _SUBJECT)
    subject = text[: verb.start()].strip(" ,") if verb else ""
    return bool(
        verb and " " in subject and bylines.is_name(subject) and PROFESSION.search(text, verb.end(), verb.end() + 80)
    )


def _with_heads(view: View, first: int) -> int:
    """Where the lines that name the author begin, straight before a biography."""
    found = first
    for index in range(first - 1, max(-1, first - 1 - HEADS), -1):
        segment = view.segments[index]
        if segment.words > LINE or not view.open_(index, index + 1):
            break
        if view.is_known(segment.text) or _is_heading(view, segment):
            found = index
    return found


def _introduces(view: View, segment: Segment) -> bool:
    if _PRESENTS.search(segment.text[:120]):
        return True
    if not is_prose(segment) or not _SELF.search(segment.text[:200]):
        return False
    return any(_is_head(s) and _ABOUT_ME.search(s.text) for s in view.before(segment))


def _is_head(segment: Segment) -> bool:
    return segment.element.kind is HEADING and not segment.linked and segment.words <= LINE


def _together(view: View, segment: Segment) -> tuple[int, int]:
    """A label and a name with the few lines that one element holds with them."""
    last, node = segment.index + 2, segment.element.parent
    while node is not None and node.index and node.first >= segment.index - 1:
        if view.words(node.first, node.last) > 2 * BESIDE or not view.open_(node.first, node.last):
            break
        last, node = max(last, node.last), node.parent
    return segment.index, last
