"""How often the language of a short text is told, on translated messages or on manuals of free software.

    python benchmarks/languages.py --data FOLDER               # unpacked packages with gettext catalogues (*.po)
    python benchmarks/languages.py --data FOLDER --manuals     # with manual pages (man/<code>/) and Vim's tutors

Of each language texts of 200 and of 60 characters are made of whole messages. `relative`: a close relative was
named instead; `wrong`: a stranger; `none`: nothing. Messages of interfaces are harder than articles: they have more
terms and fewer small words. `--show` prints what was named instead. Manuals are translated in part; lines of which a
fifth are the commonest English words are left out.
"""

import argparse
import gzip
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from auditor.text.language import are_relatives, detect, normal
from auditor.words import languages, words

LENGTHS = (200, 60)
MOST = 60  # texts of one language and length
SHORTEST = 30  # characters of a message
_FURTHER = r'((?:^".*"\n)*)'
_MESSAGE = re.compile(
    rf'^msgid "(.*)"\n{_FURTHER}(?:msgid_plural .*\n(?:^".*"\n)*)?msgstr(?:\[\d\])? "(.*)"\n{_FURTHER}', re.MULTILINE
)
_LINE = re.compile(r'^"(.*)"$', re.MULTILINE)
_MARKUP = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[^}]*\}|<[^>]*>|\\[nrt\"]|&\w+;|https?:\S+|[`*:|]+")
_CODE = re.compile(r"(?:locale|locales)/([A-Za-z]{2,3})(?:[_@-]\w+)*/")


def messages(file: Path) -> Iterator[str]:
    """The translations of a catalogue, without what is no word, where they differ from the English."""
    for found in _MESSAGE.finditer(file.read_text("utf-8", "replace")):
        told = ["".join((first, *_LINE.findall(rest))) for first, rest in (found.group(1, 2), found.group(3, 4))]
        original, text = (" ".join(_MARKUP.sub(" ", one).split()) for one in told)
        if original and len(text) >= SHORTEST and text != original:
            yield text


def texts(found: list[str], length: int) -> Iterator[str]:
    """Whole messages joined until they are long enough, cut at a blank."""
    text = ""
    for message in found:
        text = f"{text} {message}".strip()
        if len(text) >= length:
            cut = text[:length]
            yield cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut
            text = ""


def catalogues(data: Path) -> dict[str, list[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for file in sorted(data.rglob("*.po")):
        code = _CODE.search(file.as_posix())
        if code and (language := normal(code[1])) in languages() and "Latn" not in file.as_posix():
            found[language].update(messages(file))
    shuffled = {code: sorted(every) for code, every in sorted(found.items()) if code != "en"}
    for every in shuffled.values():
        random.Random(1).shuffle(every)
    return shuffled


_MANUAL = re.compile(r"/man/(?:([a-z]{2,3})(?:_\w+)?/)?man\d/|/tutor\.([a-z]{2})(?:_\w+)?\.utf-8$")
_ROFF = re.compile(r"\\f.|\\s[+-]?\d|\\[|/,&^]|\\\(\w\w|\\\*\[?\w*\]?")
_ENGLISH, _UNTRANSLATED = frozenset(words("stopwords", "common", "en")), 0.2


def manuals(data: Path, *, english: bool = False) -> dict[str, list[str]]:
    """Paragraphs of manuals by language; those of English only where they are asked for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for file in sorted(data.rglob("*")):
        told = _MANUAL.search(file.as_posix())
        code = normal(told[1] or told[2] or "en") if told and file.is_file() else None
        if code in languages():
            read = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
            own = paragraphs(read.decode("utf-8", "replace"))
            found[code].update(own if code == "en" else filter(_is_translated, own))
    shuffled = {code: sorted(every) for code, every in sorted(found.items()) if english or code != "en"}
    for every in shuffled.values():
        random.Random(1).shuffle(every)
    return shuffled


def paragraphs(text: str) -> Iterator[str]:
    """Neighbouring lines of text without requests and codes of roff."""
    lines: list[str] = []
    for line in (*text.splitlines(), "."):
        if line[:1] in {".", "'", " ", "\t", "~", "*", "-", "="} or not line.strip():
            joined = " ".join(_ROFF.sub("", " ".join(lines)).replace("\\-", "-").split())
            if len(joined) >= SHORTEST:
                yield joined
            lines = []
        else:
            lines.append(line)


def _is_translated(text: str) -> bool:
    told = re.findall(r"[a-z]+", text.lower())
    return sum(word in _ENGLISH for word in told) < _UNTRANSLATED * len(text.split())


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--manuals", action="store_true")
    ask.add_argument("--show", action="store_true")
    args = ask.parse_args()
    every = (manuals if args.manuals else catalogues)(args.data)
    for length in LENGTHS:
        total, spent = Counter[str](), 0.0
        for code, found in every.items():
            own, instead = Counter[str](), Counter[str | None]()
            for text in list(texts(found, length))[:MOST]:
                start = time.process_time()
                told = detect(text)
                spent += time.process_time() - start
                own[_kind(told, code)] += 1
                instead[told] += told != code
            total += own
            if args.show and own.total():
                print(length, code, own.total(), dict(own), dict(instead.most_common(4)))
        shares = {kind: round(total[kind] / total.total(), 4) for kind in ("right", "relative", "none", "wrong")}
        print(length, "characters,", total.total(), "texts,", len(every), "languages:", shares)
        print(f"  {1000 * spent / total.total():.2f} ms of CPU a text")


def _kind(told: str | None, code: str) -> str:
    if told is None or told == code:
        return "none" if told is None else "right"
    return "relative" if are_relatives(told, code) else "wrong"


if __name__ == "__main__":
    main()
