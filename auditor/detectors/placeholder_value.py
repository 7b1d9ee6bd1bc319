"""Profiles that still hold what a form, a theme or a hurried person put into them."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.model import Author, Block, Field, Hit, Kind, Span, Zone
from auditor.signals import Signals
from auditor.signals.pen_names import is_pen_name
from auditor.text.words import clipped, sentences
from auditor.web import hosts_in, owner
from auditor.world.fillers import matches, may_match, requests, says_nothing
from auditor.world.keyboard import is_stretch
from auditor.world.lives import unfilled
from auditor.world.phones import is_patterned, numbers

_MOST_WORDS = 40
_LONGEST_NUMBER = 60  # characters of a line that is hardly more than a telephone number
_LONGEST_LINE = 300  # characters
_BRACKETED = late(r"[\[{<(%]{1,2}\s?[\w\s.'’-]{2,40}\s?[\]}>)%]{1,2}")
_REPEATED = late(r"([a-z])\1{2,}+|([a-z]{3,5}?)\2{1,8}|(?:bla|blah|foo|bar|baz|lorem)")
_ACCOUNT = late(r"(?<!\w)@(\w{3,40})")
_ROLE = {"name": "role", "job": "role", "biography": "role"}  # "Editor", editor: one and the same hint
_KEYS = {"username": ("handle", "username"), "url": ()}


class Lists(NamedTuple):
    sure: Lexicon
    words: Lexicon
    hints: Lexicon


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    lexicon: Lexicon,
    words: Lexicon,
    hints: Lexicon,
    hints_at_least: int,
) -> Iterator[Hit]:
    """One hit for each profile that holds a placeholder: its first, the others as related.

    Metadata that give a name and nothing else are no profile.

    Args:
        lexicon: values that tell, see `auditor.world.fillers`.
        words: with which placeholders speak of themselves; a short text of nothing else tells.
        hints: values that tell only together.
        hints_at_least: how many kinds of hints tell, addresses that are a bare `#` included.
    """
    lists = Lists(lexicon, words, hints)
    covered: set[int] = set()
    for author in signals.document.authors:
        covered |= {id(field.span.block) for field in author.fields}
        if author.source != "visible" and {field.key for field in author.fields} <= {"name", "url"}:
            continue
        sure = [span for field in author.fields if (span := _placeholder(field, author, lists))]
        sure += _of_a_demonstration(author, lexicon)
        hinting = [field for field in author.fields if _is_hint(field, author, lists)]
        if (sure or hinting) and is_pen_name(author.name, signals):
            continue
        if sure or len({_ROLE.get(field.key, field.key) for field in hinting}) >= hints_at_least:
            first, *rest = dict.fromkeys([*sure, *(field.span for field in hinting)])
            yield Hit(first, {"value": clipped(first.text, 80), "count": 1 + len(rest)}, tuple(rest))
    for block in blocks:
        loose = block.zone is Zone.AUTHOR and block.kind is not Kind.FIELD and id(block) not in covered
        span = (
            (_instruction(Span.of(block), "", lexicon) or _contact(block, lexicon))
            if loose
            else _unmarked(block, lexicon)
        )
        if span:
            yield Hit(span, {"value": clipped(span.text, 80), "count": 1})


def _of_a_demonstration(author: Author, lexicon: Lexicon) -> list[Span]:
    """The name of somebody whom a theme or a kit shows, beside the job that it gives: many bear one or the other."""
    jobs = author.all("job", "biography")
    pairs = ((name, job) for name in author.all("name") for job in jobs)
    found = (pair for pair in pairs if matches("demo", f"{pair[0].value} {pair[1].value}", lexicon))
    return [field.span for field in next(found, ())]


def _contact(block: Block, lexicon: Lexicon) -> Span | None:
    """A number, a mailbox, an account or a place that nobody has, in a line that is hardly more."""
    text = block.text
    if len(text) > _LONGEST_NUMBER:
        return None
    patterned = (place for place in numbers(text) if is_patterned(text[slice(*place)]))
    hosts = ((start, end) for start, end, host in hosts_in(text) if _is_nobodys(host, lexicon))
    accounts = (found.span() for found in _ACCOUNT.finditer(text) if matches("handle", found[1], lexicon))
    found = next(chain(patterned, hosts, accounts), None) or unfilled(text)
    return Span(block, *found) if found else None


def _is_nobodys(host: str, lexicon: Lexicon) -> bool:
    return owner(host) == "example" or matches("host", owner(host), lexicon)


def _unmarked(block: Block, lexicon: Lexicon) -> Span | None:
    """A line that only profiles have, in a box that does not say that it is one."""
    if block.zone is not Zone.BOILERPLATE or len(block.text) > _LONGEST_LINE:
        return None
    if not may_match("elsewhere", block.text, lexicon):
        return None
    pieces = [Span(block, *place) for place in sentences(block.text)]
    return next((one for one in pieces if matches("elsewhere", one.text.rpartition(": ")[2], lexicon)), None)


def _placeholder(field: Field, author: Author, lists: Lists) -> Span | None:
    if len(field.value.split()) > _MOST_WORDS:
        return None
    if field.key == "biography":
        if _is_no_biography(field, author, lists):
            return field.span
        return _instruction(field.span, author.name, lists.sure)
    if field.key == "phone":
        return field.span if is_patterned(field.value) else None
    return field.span if _is_no_value(field, lists) else None


def _is_no_biography(field: Field, author: Author, lists: Lists) -> bool:
    if matches("biography", field.value, lists.sure, author.name) or _is_mashed(field.value):
        return True
    is_label = bool(field.span.block.links) or field.span.block.kind is Kind.HEADING  # "Full bio"
    return not is_label and says_nothing(field.value, lists.words, author.name)


def _is_no_value(field: Field, lists: Lists) -> bool:
    value = field.value.strip()
    if any(matches(key, value, lists.sure) for key in _KEYS.get(field.key, (field.key,))):
        return True
    if field.key == "name" and (matches("name", value.rstrip("0123456789 "), lists.sure) or _is_mashed(value)):
        return True
    if field.key in {"name", "job", "company"} and (_BRACKETED.fullmatch(value) or says_nothing(value, lists.words)):
        return True
    if field.key == "address" and unfilled(value):
        return True
    return any(matches("host", owner(host), lists.sure) for _, _, host in hosts_in(value))


def _is_hint(field: Field, author: Author, lists: Lists) -> bool:
    if field.value.strip() == "#":
        return True
    return any(matches(key, field.value, lists.hints, author.name) for key in _KEYS.get(field.key, (field.key,)))


def _instruction(span: Span, name: str, lexicon: Lexicon) -> Span | None:
    """The first sentence that speaks to whoever fills the form."""
    if len(span.text.split()) > _MOST_WORDS:
        return None
    for start, end in sentences(span.text):
        sentence = span.text[start:end]
        said = {sentence, sentence.rpartition(": ")[2]}
        known = any(matches(key, one, lexicon, name) for one in said for key in ("any", "address"))
        if known or requests(sentence, lexicon):
            return Span(span.block, span.start + start, span.start + end)
    return None


def _is_mashed(value: str) -> bool:
    """Whether a text is keys hit at random, one syllable over and over, or bare figures."""
    value = value.strip().lower()
    if value.isdecimal():
        return True
    tokens = value.replace(".", " ").replace(",", " ").split()
    return bool(tokens) and (
        all(map(_is_repeated, tokens)) or _is_typed(value) or (len(tokens) > 2 and len(set(tokens)) == 1)
    )


def _is_typed(value: str) -> bool:
    """Whether every word is a stretch of one row of the keyboard: "asdf", "qwer"."""
    tokens = value.lower().split()
    return bool(tokens) and all(len(token) > 2 and is_stretch(token) for token in tokens)


def _is_repeated(token: str) -> bool:
    return _REPEATED.fullmatch(token) is not None
