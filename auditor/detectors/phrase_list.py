"""Lists whose entries all hold one and the same phrase."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.passages import OPEN
from auditor.text.phrases import LONGEST
from auditor.text.shared_letters import rows

_ANYWHERE, _BEFORE_A_BLANK = ",;|•·،，、；\n", ".。"
_MARK = late(rf"[{_ANYWHERE}]|[{_BEFORE_A_BLANK}](?=\s|$)")
_WIDE_COMMA = "，"
_QUOTE = late('["“”„«»‹›「」]')  # a mention, such as the terms of somebody's search
_WORD = late(r"[^\W_]+(?:['’-][^\W_]+)*")
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_LONGEST_ENTRY = 60  # characters
_SHORTEST = 3  # letters of a word that tells something

_TRIED = 30  # of the phrases that most entries hold

Entry = tuple[int, int, list[str]]
Found = tuple[tuple[str, ...], list[Entry]]


def detect(
    blocks: Sequence[Block], signals: Signals, *, at_least: int, pair_at_least: int, name_at_least: int, most_words: int
) -> Iterator[Hit]:
    """One hit for each block with so many entries in a row, between commas and the like, that hold one phrase.

    Args:
        at_least: entries, for phrases of three telling words or more,
        pair_at_least: and of two. Names do not count, nor phrases with a number.
        name_at_least: and of one in small letters that stands beside another name each time ("plumber Leeds").
        most_words: an entry has at most this many.
    """
    fewest = min(at_least, name_at_least)
    for block in blocks:
        if block.kind not in _READ:
            continue
        for shared, row in rows(block.text) if _WIDE_COMMA in block.text else ():
            whole = Span(block, row[0][0], row[-1][1])
            if not signals.quoted(whole):
                yield Hit(whole, {"phrase": shared, "entries": len(row)})
        if _has_entries(block.text, at_least) and _repeats(block, signals, fewest):
            for run in _runs(block.text, most_words):
                if len(run) < at_least:
                    continue
                found = _shared(block.text, run, at_least, pair_at_least) or _beside_names(
                    block.text, run, name_at_least
                )
                if found:
                    phrase, entries = found
                    facts = {"phrase": " ".join(phrase), "entries": len(entries)}
                    whole = Span(block, entries[0][0], entries[-1][1])
                    if not signals.quoted(whole):
                        yield Hit(whole, facts)


def _has_entries(text: str, at_least: int) -> bool:
    """Whether so many marks in a row stand near enough to each other; spares most texts the reading."""
    if sum(map(text.count, _ANYWHERE + _BEFORE_A_BLANK)) < at_least - 1:
        return False
    start = run = 0
    for mark in _MARK.finditer(text):
        run = run + 1 if mark.start() - start <= _LONGEST_ENTRY else 0
        start = mark.end()
        if run >= at_least - 1:
            return True
    return False


def _repeats(block: Block, signals: Signals, at_least: int) -> bool:
    """Whether a word that tells something stands there so often; spares most of the others the reading, too."""
    text = block.text  # in ASCII a word has no hyphen that tells something, so that those known already will do
    said = Counter(signals.words(block) if text.isascii() else _WORD.findall(text.lower()))
    return bool(_telling([word for word, times in said.items() if times >= at_least]))


def _runs(text: str, most_words: int) -> Iterator[list[Entry]]:
    """Successive short entries between marks."""
    run: list[Entry] = []
    start = 0
    for mark in (*_MARK.finditer(text), None):
        end = mark.start() if mark else len(text)
        read = end - start <= _LONGEST_ENTRY and not _QUOTE.search(text, start, end)
        words = [word.lower() for word in _WORD.findall(text, start, end)] if read else []
        if 2 <= len(words) <= most_words:
            run.append((start + len(text[start:end]) - len(text[start:end].lstrip()), end, words))
        else:
            yield run
            run = []
        start = mark.end() if mark else end
    yield run


def _shared(text: str, run: list[Entry], at_least: int, pair_at_least: int) -> Found | None:
    """The phrase that most of different entries hold, with these, where it is enough."""
    different = {tuple(word for word in words if not word.isdigit()) for _, _, words in run}
    said = Counter(word for words in different for word in set(words))
    if not _telling([word for word, times in said.items() if times >= at_least]):
        return None  # mostly: each phrase begins with a word that tells something
    held = Counter(phrase for words in different for phrase in _phrases(words))
    ranked = sorted(held.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))
    for phrase, times in ranked[:_TRIED]:
        if times < at_least:
            return None
        if times >= (at_least if len(_telling(phrase)) > 2 else pair_at_least) and 2 * times >= len(run):
            entries = [entry for entry in run if phrase in _phrases(entry[2])]
            if not _is_name(text, phrase, entries):
                return phrase, entries
    return None


def _beside_names(text: str, run: list[Entry], at_least: int) -> Found | None:
    """The word in small letters that most entries begin or end with, each beside another name."""
    if len(run) < at_least:
        return None
    for end in (0, -1):
        ranked = Counter(words[end] for _, _, words in run).most_common(1)
        word, times = ranked[0]
        if times < max(at_least, len(run) / 2) or not _telling([word]):
            continue
        named = {name: entry for entry in run if entry[2][end] == word and (name := _name_beside(text, entry, word))}
        if len(named) >= at_least:
            return (word,), sorted(named.values())
    return None


def _name_beside(text: str, entry: Entry, word: str) -> str:
    """What an entry says beside a word, if that is a name; two capitals are asked of nobody."""
    others = [said for said in _WORD.findall(text, entry[0], entry[1]) if said.lower() not in OPEN]
    small = [said for said in others if said == word]
    return (
        " ".join(s for s in others if s != word) if small and all(s[0].isupper() for s in others if s != word) else ""
    )


def _phrases(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Those in an entry that hold two telling words or more and neither begin nor end with another."""
    found = (tuple(words[i:j]) for i in range(len(words)) for j in range(i + 2, min(len(words), i + LONGEST) + 1))
    return {p for p in found if len(_telling(p)) > 1 and _telling((p[0], p[-1])) == [p[0], p[-1]]}


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in OPEN and len(word) >= _SHORTEST and word.isalpha()]


def _is_name(text: str, phrase: tuple[str, ...], entries: list[Entry]) -> bool:
    """Whether a word of it is capitalised in most entries."""
    shown = [text[start:end] for start, end, _ in entries]
    return any(2 * sum(word.capitalize() in line for line in shown) > len(shown) for word in _telling(phrase))
