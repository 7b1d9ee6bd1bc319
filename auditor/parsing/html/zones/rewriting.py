"""How much of another text the scripts of a page hold, which they may put in the place of the one that was read.

No script is run. What its strings say is read; what it keeps in pieces, packed or beside the page is counted, so that
a report does not say that all was judged.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from html import unescape
from itertools import islice
from urllib.parse import unquote

from auditor.expressions import late
from auditor.model import Block
from auditor.model.members import BODY
from auditor.parsing.html.tree.packed import put_together, undone, unpacked
from auditor.parsing.html.tree.page import Page
from auditor.parsing.html.tree.replay import attribute_text
from auditor.parsing.html.tree.segments import count_words
from auditor.parsing.html.tree.styles import printed
from auditor.parsing.html.tree.written import strings, writes
from auditor.parsing.html.zones.blocks import TAG, TEMPLATE, shown_text
from auditor.parsing.prose import reads_as_prose

# Words that scripts write in paragraphs, not in messages to readers; their share of those of the body. Of 1,845 honest
# pages 7 have a hundred of them, and one more than .35 of the body: what a shop says of its parts and terms.
_FEWEST_TOGETHER, _FEWEST, _MOST = 25, 100, 0.5
_FEWEST_BESIDE = (
    200  # words that are kept for scripts; menus, boxes about cookies and teasers of others have some hundred
)
_LONG = 200  # characters of a string that may be a text backwards, or in other letters
# A page with fewer words has no text yet, and a script that writes into it may hold one in characters that say nothing.
# Of 22 honest pages so short 9 have scripts that write; one of these holds 500 characters in long strings.
_SHORT, _MOST_OPAQUE, _LONGEST = 60, 2_000, 400
_MOST_READ = 2_000_000  # characters of scripts
_MOST_KEPT = 500  # long values of attributes
# Different words that styles print. Of 923 honest pages none has more than thirty: labels, notices, "advertisement".
_MOST_PRINTED = 40
# Values that only scripts read, and scripts that stand in attributes.
_VALUES = (late(r'="([^"]{400,100000})"'), late("='([^']{400,100000})'"))
_NAME = late(r"\s(?:(data-[\w-]{1,40}|value)|on[a-z]{3,20}|(src))\Z")
_LONGEST_NAME = 48
_SCRIPT = late(r"(?i)data:(?:text|application)/(?:javascript|ecmascript)[^,]{0,60},|javascript:")
_BREAK = late(r"\\[nrt]|\n")


def rewritten(page: Page, blocks: Sequence[Block]) -> Iterator[str]:
    """A note where there is as much as may be another text in the place of the one that was read."""
    own = sum(count_words(block.text) for block in blocks if block.zone is BODY)
    code, kept = _scripts(page)
    said = {block.text for block in blocks if block.label == "script"}
    written = _count({*said, *_texts(_pieces(code), page, said)})
    copied = {block.text for block in blocks if block.reason == TEMPLATE} if code else set()
    beside = _count({*copied, *_texts(kept, page, copied)})
    if own and written >= max(_FEWEST, _MOST * own):
        yield f"text of {written} words that a script writes into the page was not read as the article"
    elif own and beside >= max(_FEWEST_BESIDE, own):
        yield f"text of {beside} words that the page keeps for a script was not read as the article"
    elif own < _SHORT and (size := sum(map(_opaque, code))) >= _MOST_OPAQUE:
        yield f"the page shows {own} words; what {size:,} characters of a script that writes into it say was not read"
    if (words := len(printed(page.source))) >= _MOST_PRINTED:
        yield f"text of {words} words and more that styles print was not read as the article"


def _count(texts: Iterable[str]) -> int:
    return sum(count for count in map(count_words, texts) if count >= _FEWEST_TOGETHER)


def _scripts(page: Page) -> tuple[list[str], list[str]]:
    """The scripts of a page, and markup and values that are there for them; nothing without a script."""
    source, code, kept, left = page.source, list[str](), list[str](), _MOST_READ
    for start, end in page.scripts:
        text = source[start : min(end, start + max(0, left))]
        (kept if text.lstrip().startswith("<") and not text.lstrip().startswith("<!--") else code).append(text)
        left -= len(text)
    for name, value in islice(_in_attributes(source), _MOST_KEPT):
        script = _SCRIPT.match(value)
        if name[1]:
            kept.append(value)
        elif script or not name[2]:
            code.append(unquote(value[script.end() :]) if script else value)
    return (code, kept) if code else ([], [])


def _in_attributes(source: str) -> Iterator[tuple[re.Match[str], str]]:
    """The names and the long values of such attributes."""
    for values in _VALUES:
        for found in values.finditer(source):
            if name := _NAME.search(source, max(0, found.start() - _LONGEST_NAME), found.start()):
                yield name, attribute_text(source, *found.span(1))


def _pieces(code: Iterable[str]) -> Iterator[str]:
    """What the scripts put together, unpack or turn round; of those in attributes what they write as well."""
    for script in code:
        yield from put_together(script)
        for start, end in strings(script, 0, len(script)) if writes(script, 0, len(script)) else ():
            text = script[start:end]
            yield unpacked(text)
            if end - start >= _LONG:
                yield undone(text) or text


def _texts(found: Iterable[str], page: Page, said: Collection[str]) -> Iterator[str]:
    """The paragraphs of it that neither the page nor a string of a script was read to say."""
    shown = ""
    for text in found:
        for part in TAG.split(_BREAK.sub(" ", unescape(text))) if len(text) >= _LONG else ():
            line = " ".join(part.split())
            if len(line) >= _LONG / 2 and reads_as_prose(line):
                shown = shown or "\n".join((shown_text(page), *said))
                if line not in shown:
                    yield line


def _opaque(script: str) -> int:
    """The characters of its long strings and lists, if it writes into the page."""
    if not writes(script, 0, len(script)):
        return 0
    long = sum(end - start for start, end in strings(script, 0, len(script)) if end - start >= _LONGEST)
    return long + sum(map(len, put_together(script)))
