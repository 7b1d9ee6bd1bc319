"""The sentences of honest pages, and how the text around each speaks."""

import argparse
import gzip
from collections.abc import Iterator, Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

import auditor
from auditor.model import Document
from auditor.model.scripts import count_words
from auditor.signals import Signals
from auditor.signals.voicing import FEWEST, MOST, Places, Voicing, own_share

SHORTEST = 60  # words of a page
OWN = 0.65  # of a sentence that is not quoted, as the rule has it


class Sentence(NamedTuple):
    """A sentence of an honest page."""

    text: str
    around: str  # how the page around speaks
    place: str  # where it stands
    code: bool  # whether the page shows some


def read(code: str, folders: Sequence[Path], *, code_too: bool = True) -> list[list[Sentence]]:
    """The sentences of each page (`.html`, `.html.gz`) or text (`.txt`) that is in the language, those that show code
    too or not."""
    files = sorted(path for folder in folders for kind in ("*.html*", "*.txt") for path in folder.rglob(kind))
    with Pool() as pool:
        pages = [page for page in pool.map(partial(sentences, code, code_too=code_too), files, chunksize=10) if page]
    print(f"{len(pages)} pages, {sum(map(len, pages)):,} sentences")
    return pages


def asked(told: str) -> tuple[str, list[Path]]:
    """The code of a language and the folders of its pages, from the command line of a script that says so of itself."""
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("code")
    parser.add_argument("folders", nargs="+", type=Path)
    found = parser.parse_args()
    return found.code, found.folders


def parsed(path: Path) -> Document:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return auditor.parse(data, format="text" if path.suffix == ".txt" else "html")


def sentences(code: str, path: Path, *, code_too: bool = True) -> list[Sentence]:
    """The sentences of the prose of one page, in its own voice; none where it is in another language."""
    document = parsed(path)
    signals = Signals(document)
    if document.language != code or len(signals.prose_words) < SHORTEST or (signals.shows_code and not code_too):
        return []
    return list(_voiced(signals, Voicing(signals), Places(signals)))


def _voiced(signals: Signals, voicing: Voicing, places: Places) -> Iterator[Sentence]:
    for block in signals.prose:
        own = signals.voice(block)
        for span in signals.sentences(block):
            sentence = own[span.start : span.end]
            if FEWEST <= count_words(sentence) <= MOST and own_share(sentence) >= OWN:
                yield Sentence(
                    sentence, voicing.around(block), places.of(span, len(signals.sentences(block))), signals.shows_code
                )
