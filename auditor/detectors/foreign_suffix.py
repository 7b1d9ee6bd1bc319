"""Headlines that still carry the name of the site that they were taken from."""

import re
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Span
from auditor.model.members import ALT
from auditor.signals import Signals
from auditor.text.relevance import stem, weight
from auditor.text.titles import parts
from auditor.web import host
from auditor.words import words as listed

_BAR = late(r" [|»–—-] ")
_SUFFIX = late(r"(?<=\S) (?P<bar>[|»–—-]) (?P<name>[^|»]{3,50})$")
_DOMAIN = late(r"[a-z0-9-]{2,40}\.(?:com|org|net|info|news|co|tv|io|[a-z]{2})(?:\.[a-z]{2})?", re.IGNORECASE)
_NOT_LETTERS = late(r"[\W_]++")
_MOST = 2_000  # lines of one page
_LONGEST = 300  # characters of a line
_NAMING = 0.6  # weight of a word that can tell one publication from others: not "Latest", "Sports" or "World"
_SMALL = frozenset({*listed("function-words", "small-in-names"), "&"})


def detect(blocks: Sequence[Block], signals: Signals, *, press: Lexicon, max_share: float) -> Iterator[Hit]:
    """One hit for each line with another publisher's suffix, on the suffix; a repeated line counts once.

    Args:
        press: words that names of newspapers, magazines and news sites are made of.
        max_share: where nothing says what site this is, a list in which more lines have a suffix is its own.
    """
    lines = {b.text: b for b in blocks[:_MOST] if b.kind is not ALT and len(b.text) <= _LONGEST}
    barred = [b for b in lines.values() if _BAR.search(b.text)]
    found = [(b, m) for b in barred if (m := _SUFFIX.search(b.text)) and _is_publisher(m, press)]
    own = _own_names(signals) if found else set()
    if not found or (not own and len(found) > max_share * len(lines)):
        return
    for block, match in found:
        name = match["name"]
        if not _is_own(name, own | {_letters(host(link.href)) for link in block.links}):
            yield Hit(Span(block, match.start("name"), match.end("name")), {"name": name})


def _is_publisher(match: re.Match[str], press: Lexicon) -> bool:
    """Whether the name is one of a site: "The ..." after a bar, a domain, or a telling word with one such as "News"."""
    words = match["name"].split()
    if _DOMAIN.fullmatch(match["name"]):
        return True
    if not 2 <= len(words) <= 6 or any(word[0].islower() and word not in _SMALL for word in words):
        return False
    if words[0] == "The":
        return match["bar"] == "|" or any(word.lower() in press for word in words)
    named = [word.lower() for word in words if word.lower() not in press]
    return 0 < len(named) < len(words) and max(weight(stem(word)) for word in named) >= _NAMING


def _own_names(signals: Signals) -> set[str]:
    """What the page is known to call itself: its site's name, its host, the suffixes of its own titles."""
    document = signals.document
    names = [document.site or "", *(host(url) for url in (document.url, document.canonical) if url)]
    names += [part for title in signals.titles for part in parts(title.text)[1:]]
    return {letters for name in names if len(letters := _letters(name)) > 2}


def _is_own(name: str, own: set[str]) -> bool:
    letters = _letters(name)
    return any(letters in known or known in letters or _letters(name, "the ") in known for known in own if known)


def _letters(name: str, without: str = "") -> str:
    return _NOT_LETTERS.sub("", name.lower().removeprefix(without))
