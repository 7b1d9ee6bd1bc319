"""Makes `auditor/words/<code>/lives.tsv`: what words and phrases weigh in sentences that stand in no biography.

    python benchmarks/weighing/lives.py CODE PAGES...

Biographies are those of PAGES (folders of honest pages) and of `biographies-near.<code>.txt`; the other kind is what
else stands on these pages, articles, captions and lines of the site, and `biographies.<code>.txt`. Each third of all is
weighed by what the other two say, and of it only texts that name nobody, as the rule has them.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

from pages import asked, parsed
from regression import Fitted, fitted, lines, thirds, write

from auditor.model import Kind, Zone
from auditor.signals import Signals
from auditor.text.weighing import phrases
from auditor.text.words import sentences
from auditor.world.lives_impersonal import is_person, nobody_is_in
from auditor.world.lives_weighed import weight_against
from auditor.world.names import parts

FEWEST, MOST, WORDS = 6, 60, 3  # words of what is read from pages, and of a sentence
OFTEN = 3  # times that a phrase must come
EACH = ((12, "prose"), (4, "captions"), (6, "lines"))  # what is read of a page
OURS, THEIRS, HONEST, PAGES = 1.0, 2.0, 3.0, 0.6  # what a sentence counts: of junk, of near, of lives, of pages
NOBODY = "Nora Feld"  # stands beside texts without an author


class Page(NamedTuple):
    """What is read of one page."""

    lives: list[tuple[str, str]]  # a name, and what stands as the life
    others: list[str]


def read(code: str, folders: Sequence[Path]) -> list[Page]:
    files = sorted(path for folder in folders for path in folder.rglob("*.html*"))
    with Pool() as pool:
        return [page for page in pool.map(partial(page_of, code), files, chunksize=10) if page]


def page_of(code: str, path: Path) -> Page | None:
    document = parsed(path)
    if document.language != code:
        return None
    signals, chance = Signals(document), random.Random(path.name)
    told = {
        "prose": [span.text for block in signals.prose for span in signals.sentences(block)],
        "captions": [block.text for block in document.blocks if block.kind is Kind.CAPTION],
        "lines": [block.text for block in document.blocks if block.zone is Zone.BOILERPLATE],
    }
    some = [text for most, kind in EACH for text in chance.sample(told[kind], min(most, len(told[kind])))]
    lives = [(author.name, " ".join(field.value for field in author.all("biography"))) for author in document.authors]
    return Page([life for life in lives if _is_long_enough(life[1])], list(filter(_is_long_enough, some)))


def _is_long_enough(text: str) -> bool:
    return FEWEST <= len(text.split()) <= MOST


def table(junk: Iterable[str], near: Iterable[str], pages: Sequence[Page]) -> Fitted:
    lives = sorted({life for page in pages for _, life in page.lives})
    kind = [(text, OURS) for line in junk for text in _sentences(line)]
    kind += [(text, PAGES) for page in pages for text in page.others]
    other = [(text, THEIRS) for line in near for text in _sentences(line)]
    other += [(text, HONEST) for life in lives for text in _sentences(life)]
    rows = [frozenset(phrases(text)) for text, _ in (*kind, *other)]
    often = Counter(phrase for row in rows for phrase in row)
    known = sorted(phrase for phrase, times in often.items() if times >= OFTEN)
    return fitted(rows[: len(kind)], rows[len(kind) :], known, [counts for _, counts in (*kind, *other)])


def _sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text) if len(text[a:b].split()) >= WORDS]


def measure(junk: Sequence[str], near: Sequence[str], pages: Sequence[Page]) -> None:
    """Prints how heavy each third of each kind is for the other two."""
    weighed: dict[str, list[tuple[float, str]]] = {"junk": [], "near": [], "lives": [], "sentences of articles": []}
    numbers = Counter[str]()
    for junk_, near_, pages_ in zip(thirds(junk), thirds(near), thirds(pages), strict=True):
        known = table(junk_[1], near_[1], pages_[1])
        lives = sorted({life for page in pages_[0] for life in page.lives if is_person(parts(life[0]))})
        for kind, texts in (
            ("junk", [(NOBODY, text) for text in junk_[0]]),
            ("near", [(NOBODY, text) for text in near_[0]]),
            ("lives", lives),
            ("sentences of articles", [(NOBODY, page.others[0]) for page in pages_[0] if page.others]),
        ):
            numbers[kind] += len(texts)
            weighed[kind] += [(weight_against(t, known), t) for name, t in texts if nobody_is_in(t, parts(name))]
    for kind, found in weighed.items():
        shares = [f"{least}: {sum(w >= least for w, _ in found)}" for least in (1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5)]
        print(f"{kind}: {numbers[kind]}, nobody is in {len(found)};", *shares)
        if kind in {"near", "lives"}:
            print(*(f"    {weight:5.2f} {text[:110]}" for weight, text in sorted(found, reverse=True)[:12]), sep="\n")


def make(code: str, pages: Sequence[Page]) -> None:
    junk, near = lines("biographies", code), lines("biographies-near", code)
    measure(junk, near, pages)
    write(code, "lives", table(junk, near, pages), f"texts of ours and {len(pages)} honest pages")


def main() -> None:
    code, folders = asked(__doc__ or "")
    make(code, read(code, folders))


if __name__ == "__main__":
    main()
