"""Who says a quotation in scripts without blanks between words.

Japanese sets the quotation between its speaker and the verb; Chinese and Thai set both before it or both behind.
"""

import re
from functools import cache

from auditor.expressions import compiled, late
from auditor.model.scripts import HAN, KANA
from auditor.words import subject, words

Found = tuple[int, int, str, str] | None  # where the speaker stands, the verb, and the side of the verb

_NEAR = 12  # letters between a quotation and a verb: an adverb, to whom it is said
_LONGEST = 40  # letters of a speaker with his office
_STOP = r"[^。！？；…，、,:：!?;\n“”「」『』\"]"
_PAUSE = r"\s?[、，,:：]?\s?"
_NAME = rf"[{HAN}\u30a0-\u30ffＡ-Ｚａ-ｚA-Za-z０-９0-9][{HAN}\u30a0-\u30ffＡ-Ｚａ-ｚA-Za-z０-９0-9 　]"
_AGE = r"(?:\s?[（(][^（()）]{1,12}[)）])?"
_KANA = late(f"[{KANA}]")
_THAI = late(r"[\u0e01-\u0e4e]")


def spoken(text: str, low: int, start: int, end: int, high: int) -> Found:
    """The speaker of the quotation `text[start:end]`, looked for from `low` to `high`."""
    code = _language(text[low:start] + text[end:high])
    lists = subject(code, "reporting") if code else {}
    if "behind-quotations" in lists:
        return _around(text, (low, start), (end, high), code)
    return (_behind(text, end, high, code) or _before(text, low, start, code)) if lists else None


def _language(beside: str) -> str:
    if _THAI.search(beside):
        return "th"
    return "ja" if _KANA.search(beside) else "zh"


def _around(text: str, ahead: tuple[int, int], behind: tuple[int, int], code: str) -> Found:
    """「 … 」と田中さんは話した, or 田中さんは「 … 」と話した."""
    verb = _forms(code)[0].match(text, *behind)
    if not verb:
        return None
    if verb["who"]:
        return *verb.span("who"), verb["verb"], "after"
    before = _forms(code)[1].search(text, *ahead)
    return *(before.span("who") if before else (0, 0)), verb["verb"], "after"


def _behind(text: str, end: int, high: int, code: str) -> Found:
    """“ … ”，李华说。"""
    found = _forms(code)[0].match(text, end, high)
    return (*_trimmed(text, *found.span("who"), code), found["verb"], "after") if found else None


def _before(text: str, low: int, start: int, code: str) -> Found:
    """李华在会上说：“ … ”"""
    found = _forms(code)[1].search(text, low, start)
    return (*_trimmed(text, *found.span("who"), code), found["verb"], "before") if found else None


def _trimmed(text: str, start: int, end: int, code: str) -> tuple[int, int]:
    """The name alone: without what opens the sentence, and without where and to whom it was said."""
    opening, name, closing = _edges(code)
    if named := name.search(text, start, end):
        start = named.start()
    elif opened := opening.match(text, start, end):
        start = opened.end()
    stop = closing.search(text, start + 1, end)
    return start, start + len(text[start : stop.start() if stop else end].rstrip())


@cache
def _forms(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What follows a quotation, and what stands before it."""
    verb = rf"(?P<verb>(?:{_either(code, 'people')}){{1,2}})"
    if behind := _either(code, "behind-quotations"):
        topic = rf"(?:{_either(code, 'honorifics')})?{_AGE}(?:{_either(code, 'behind-speakers')})"
        who = rf"(?P<who>{_NAME}{{1,{_LONGEST}}}?){topic}"
        after = rf"\s?(?:{behind})、?(?:{who}{_PAUSE})?{_STOP}{{0,{_NEAR}}}?{verb}"
        return compiled(after), compiled(rf"{who}(?:{_STOP}|、){{0,{_NEAR}}}$")
    that = _either(code, "before-quotations") or "(?!)"
    who = rf"(?P<who>{_STOP}{{0,{_LONGEST}}}?)"
    after = rf"{_PAUSE}{who}{verb}(?!{that}|\s?[:：])"
    return compiled(after), compiled(rf"(?:^|(?<=[。！？；，、,;\n”」\"])){who}{verb}(?:{that})?{_PAUSE}$")


@cache
def _edges(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    opening, name, closing = (
        _either(code, key) or "(?!)" for key in ("before-speakers", "before-names", "behind-speakers")
    )
    return compiled(rf"\s*+(?:(?:{opening})\s*+)*"), compiled(rf"(?:{name})"), compiled(closing)


def _either(code: str, key: str) -> str:
    return "|".join(re.escape(word) for word in sorted(words("reporting", key, code), key=len, reverse=True))
