"""Whether a quoted sentence can end where it does: some words end none, others only where something left a gap."""

from auditor.text.words import words as words_of
from auditor.words import words
from auditor.words.notation import matcher


def _listed(key: str) -> frozenset[str]:
    return frozenset(words("quotation", key, "en"))


_NEVER, _SELDOM, _NEED_MORE = _listed("never-last"), _listed("seldom-last"), _listed("need-more")
_INSIDE = _listed("seldom-inside")
_SUBJECTS, _ANSWERS = _listed("subjects"), _listed("answers")
_GAPS, _DETERMINERS = _listed("leaves-a-gap"), _listed("determiners")
_BEFORE = {"of": _listed("before-of"), "to": _listed("before-to")}
_OPENS, _OPENED = _listed("opens-a-clause"), _listed("subjects-of-clauses")
_ADDS, _ADDED = _listed("adds"), _listed("added")
_TO_WHOM = _listed("to-whom")
_WANTS = _listed("wants-object")
_NO_OBJECT = (
    _listed("of-being") | _SUBJECTS | {"to", "get", "got", "you", "it", "did", "do", "does", "not"}
)  # "is made", "the cake they bring"
_BEING, _DENIES = _listed("of-being"), _listed("denies")
LOOSE = _NEVER | _SUBJECTS | _SELDOM | _NEED_MORE
_JOINED = _listed("never-last-joined")
_FEWEST = 3
_NOUN_PHRASE = 3  # words between a determiner and the end: "the old stone bridge with"
_REACH = 10  # words before the last in which something leaves a gap for it
_REFRAIN = 4  # words
_BEHIND = 90  # characters
_BROKEN_OFF = "?!…—–-"  # questions, and speech that was broken off by whoever spoke


def loose_end(text: str, *, runs_on: bool = False) -> str:
    """The word at which an English quotation was cut, whatever stop stands after it; empty where it may end so.

    `runs_on`: it is a sentence of its own, and another runs on from it without a stop.
    """
    bare = text.rstrip("\"'”’»)] ")
    last = bare.rpartition(" ")[2].strip(".,;:'’\"“”")
    told = words_of(bare[-200:])
    if len(told) >= _FEWEST and last.lower().replace("’", "'") in _JOINED and bare[-1:] not in _BROKEN_OFF:
        return last
    if len(told) < _FEWEST or not last.isalpha() or bare[-1:] in _BROKEN_OFF or bare.endswith(("...", ". .")):
        return ""
    if not (last.islower() or last == "I") or (last == "I" and told[-2] == "part"):
        return ""
    stopped = bare[-1:] in ".,;:"
    if runs_on and not stopped and _wants_object(words_of(bare.rpartition(",")[2])):
        return last
    return last if _is_loose(told, stopped=stopped, runs_on=runs_on) else ""


def block_end(text: str) -> str:
    """The word at which what is set off as a quotation was cut, without a stop: there no sentence around it goes on."""
    if _is_refrain(words_of(text)):
        return ""
    told = words_of(text[-40:])
    return loose_end(text + ".") or (told[-1] if told and told[-1] in _SELDOM | _NEED_MORE | _INSIDE else "")


def _is_refrain(told: list[str]) -> bool:
    """Whether it says something again, as songs do, which may end anywhere."""
    runs = [tuple(told[at : at + _REFRAIN]) for at in range(len(told) - _REFRAIN + 1)]
    return len(set(runs)) < len(runs)


def _wants_object(told: list[str]) -> bool:
    """Whether a clause ends in a verb that does something to something, with nothing for it before: "the men bring"."""
    *before, last = told
    return last in _WANTS and _GAPS.isdisjoint(before) and _NO_OBJECT.isdisjoint(before[-3:])


def _is_loose(told: list[str], *, stopped: bool, runs_on: bool) -> bool:
    *_, before, last = told
    if last in _NEVER or (last in _SUBJECTS and before not in _ANSWERS and (last != "i" or before not in _NEVER)):
        return True
    if _is_pair(told) or _takes_up_nothing(told):
        return True
    gap = not _GAPS.isdisjoint(told[-_REACH:-1]) or (told[-4:-3] or [""])[0] in _TO_WHOM
    if last in _SELDOM and not stopped:
        return runs_on or not gap
    if last in _INSIDE and runs_on and not stopped:
        return not gap
    if last in _BEFORE:
        return before not in _BEFORE[last] and not gap
    after_noun = before not in LOOSE and not _DETERMINERS.isdisjoint(told[-2 - _NOUN_PHRASE : -2])
    return last in _NEED_MORE and after_noun and not gap


def _is_pair(told: list[str]) -> bool:
    """Whether the last two words want another: "when you", "and only", but for "one and only"."""
    *_, first, before, last = told
    return (before in _OPENS and last in _OPENED) or (before in _ADDS and last in _ADDED and first != "one")


def _takes_up_nothing(told: list[str]) -> bool:
    """ "..., so it is" where nothing was said to be, and "..., but it is" where nothing was denied."""
    *said, joint, subject, last = told
    if last not in _BEING or subject not in _OPENED or joint not in ("so", "but") or said[-1:] in ([], ["and"]):
        return False
    been = any(word in _BEING or word.endswith(("'s", "’s", "'re", "’re")) for word in said)
    return not been if joint == "so" else not (been and _is_denied(said))


def _is_denied(said: list[str]) -> bool:
    return not _DENIES.isdisjoint(word.replace("’", "'") for word in said)


def says_unfinished(text: str, end: int) -> bool:
    """Whether a text says right behind a quotation that this was never finished, as inscriptions and last words."""
    return matcher(words("quotation", "says-unfinished", "en")).search(text, end, end + _BEHIND) is not None
