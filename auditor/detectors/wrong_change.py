"""A change that its two numbers do not make: "doubled from 40 to 60", "rose from 60 to 40"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.text.numerals import FIGURE, says_it_errs, value
from auditor.words import words
from auditor.words.notation import matcher

_POINTS = 2.0  # per cent: of "up 12 per cent from 41 to 46" nobody asks for decimals
_LOOSELY = 0.5  # of a multiple that "nearly" or "more than" stands before: 1.1 to 3.0 "more than doubled"
_CLOSELY = 0.2  # of one that stands alone: from 12 to 27 many say that it has doubled
_YEARS = range(1900, 2101)
_THOUSANDS = 100  # from here on a number without a unit may be whole beside one with it
_REST = r"[^.;:!?()\d%]"  # of a sentence part without other numbers
_NEAR = 24  # characters before and behind in which a word names an order or softens


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each change, with what the numbers make."""
    code = signals.document.language or ""
    if not words("numbers", "rises", code):
        return
    for block in blocks:
        if block.kind in (PARAGRAPH, ITEM) and not _changing(code).isdisjoint(signals.vocabulary_of(block)):
            for found in (found for form in _forms(code) for found in form.finditer(block.text)):
                span, right = Span(block, *found.span()), _right(found, code)
                if right and not signals.quoted(span) and not _tells_of_errors(block, signals, code):
                    yield Hit(span, {"right": right}, needs=1)


def _tells_of_errors(block: Block, signals: Signals, code: str) -> bool:
    """Whether the paragraph corrects a figure, or the page is about such corrections."""
    return any(says_it_errs(told.text, code) for told in (block, *signals.titles))


def _right(found: re.Match[str], code: str) -> str:
    """What the numbers make, where that is not what is said."""
    one, other = value(found["a"], code), value(found["b"], code)
    are_years = one in _YEARS and other in _YEARS
    are_ranks = matcher(words("numbers", "ranks", code)).search(
        found.string, max(0, found.start() - _NEAR), found.end() + _NEAR
    )
    if not one or one == other or are_years or are_ranks or not _are_alike(found, one):
        return ""
    done, said = found["done"].lower(), found.groupdict().get("cent")
    if done in _multiples(code):
        times = other / one
        return f"{times:.1f} times as much" if _is_off(times, _multiples(code)[done], found, code) else ""
    is_up = done in map(str.lower, words("numbers", "rises", code))
    if is_up != (other > one):
        return "" if not is_up and _may_be_range(found) else "more" if other > one else "less"
    if not said or _unit(found, "b") in ("%", *words("numbers", "per-cent", code)) or _is_of_another(found, code):
        return ""
    right, least, most = _shares(found, one, other)
    return f"{right:.0f} per cent" if not least - _POINTS <= value(said, code) <= most + _POINTS else ""


def _may_be_range(found: re.Match[str]) -> bool:
    """Whether the numbers may be two ends of an amount: "prices fell from 5 to 10 per cent"."""
    between = found.string[found.end("a") : found.start("b")].split()
    return len(between) == 1


def _is_of_another(found: re.Match[str], code: str) -> bool:
    """Whether the share may be of each year, or of a change from another number."""
    told = found.string[found.start() : found.end() + len(" a year")]
    return matcher(words("numbers", "of-another-change", code)).search(told) is not None


def _are_alike(found: re.Match[str], one: float) -> bool:
    """Whether both numbers are of one unit: "from 2 to 3 million"; hardly "from 900 to 1.2 million"."""
    before, after = _unit(found, "a"), _unit(found, "b")
    return before == after or (not before and one < _THOUSANDS)


def _shares(found: re.Match[str], one: float, other: float) -> tuple[float, float, float]:
    """The change in per cent, and what it may be where both numbers were rounded to their last figure."""
    before, after = (10 ** -len(found[name].partition(".")[2]) / 2 for name in "ab")
    ends = [abs((other + b) / (one + a) - 1) * 100 for a in (-before, before) for b in (-after, after) if one + a > 0]
    return abs(other / one - 1) * 100, min(ends), max(ends)


def _is_off(times: float, said: float, found: re.Match[str], code: str) -> bool:
    before = found.string[max(0, found.start() - _NEAR) : found.start()].lower().split()[-1:]
    loosely = any(word in words("numbers", "hedges", code) for word in before)
    return abs(times / said - 1) > (_LOOSELY if loosely else _CLOSELY)


def _unit(found: re.Match[str], name: str) -> str:
    return (found[f"unit_{name}"] or "").lower()


@cache
def _multiples(code: str) -> dict[str, float]:
    """Verbs with how many times as much they make; the list has them as "1/2=halved"."""
    pairs = (item.split("=") for item in words("numbers", "multiples", code))
    return {name.lower(): int(of.split("/")[0]) / int((of + "/1").split("/")[1]) for of, name in pairs}


@cache
def _changing(code: str) -> frozenset[str]:
    listed = (*_multiples(code), *words("numbers", "rises", code), *words("numbers", "drops", code))
    return frozenset(name.lower().split()[0] for name in listed)


@cache
def _forms(code: str) -> tuple[re.Pattern[str], ...]:
    """What is done stands before "from 40 to 60"; a share of it between them, or before "to 60 from 40"."""
    done = "|".join(
        sorted(
            (*_multiples(code), *words("numbers", "rises", code), *words("numbers", "drops", code)),
            key=len,
            reverse=True,
        )
    )
    start, end, by, cents = (
        "|".join(words("numbers", key, code)) for key in ("change-from", "change-to", "by", "per-cent")
    )
    share = rf"(?:(?:{by})\s)?(?P<cent>\d{{1,4}}(?:[.,]\d{{1,2}})?)\s?(?:%|(?:{cents})\b)"
    a, b = rf"(?:{start})\s{_number('a', code)}", rf"(?:{end})\s{_number('b', code)}"
    in_order = rf"{a}(?:\s[^\W\d]+){{0,3}}?\s{b}"
    forms = (
        rf"\b(?P<done>{done})\b{_REST}{{0,40}}?\s{in_order}",
        rf"\b(?P<done>{done})\s{share},?{_REST}{{0,40}}?\s{in_order}",
        rf"\b(?P<done>{done})\s{share},?{_REST}{{0,40}}?\s{b}(?:\s[^\W\d]+){{0,6}}?\s{a}",
    )
    return tuple(compiled(form, re.IGNORECASE) for form in forms)


def _number(name: str, code: str) -> str:
    """A number with its sign of currency and what stands behind it; no date, range or place in an order."""
    units = "|".join(
        (
            *words("numbers", "per-cent", code),
            *(word for key in ("thousands", "millions", "billions") for word in words("figures", key, code)),
        )
    )
    behind = rf"(?:\s?(?P<unit_{name}>%|(?:{units or '(?!)'})(?!\w)))?"
    return rf"[$£€¥]?\s?(?<![\w.,:/–-])(?P<{name}>{FIGURE}){behind}(?![\w/:–-]|[.,]\d)"
