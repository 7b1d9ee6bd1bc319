"""Makes `auditor/words/<code>/remarks.tsv`: what words and phrases weigh in remarks about the making of a text.

    python benchmarks/weighing/remarks.py CODE PAGES... [--against]

`remarks.<code>.txt` and `near.<code>.txt` beside this file hold sentences that we wrote: remarks of whoever made a
text to whoever ordered it, and sentences of articles that come near them. PAGES are folders of honest pages (`.html`,
`.html.gz`), whose sentences are honest. A logistic regression (scikit-learn, which is no dependency of the project)
tells the two apart. As it does not matter for a remark on which page it is left, each is set among several pages.

`--against` makes no table: the pages are divided in three, each third is weighed by what the other two say, and the
weightiest sentences are printed, with how many pages have one, by how the page speaks.
"""

import argparse
import gzip
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path

from regression import fitted as regression
from regression import lines, write

import auditor
from auditor.signals import Signals
from auditor.signals.voicing import Voicing, marks
from auditor.text.weighing import phrases, weigh

OFTEN_HONEST, LONGEST_HONEST = 3, 2  # pages' sentences that a phrase must stand in, and its most words
HOSTS, HEAVY = 5, 4  # pages that each of our lines is set among, and what each counts beside one honest sentence
FEWEST, MOST, SHORT = 3, 60, 45  # words of a sentence, and of a short block, as the rule has them
SHORTEST = 60  # words of a page
SURROUNDINGS = ("cold", "mild", "warm")
_QUOTED = re.compile(r'"[^"]*(?:"|$)|“[^”]*(?:”|$)')
Sentence = tuple[str, str, int]  # the text, how the page around speaks, words of its block


def sentences(page: tuple[str, Path]) -> list[Sentence]:
    """The sentences of the prose of one page, in its own voice; none where it is in another language."""
    code, path = page
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    document = auditor.parse(data, format="html")
    signals = Signals(document)
    if document.language != code or len(signals.prose_words) < SHORTEST:
        return []
    return list(_voiced(signals, Voicing(signals)))


def _voiced(signals: Signals, voicing: Voicing) -> Iterator[Sentence]:
    for block in signals.prose:
        own = signals.voice(block)
        for span in signals.sentences(block):
            sentence = own[span.start : span.end]
            if FEWEST <= len(sentence.split()) <= MOST:
                yield sentence, voicing.around(block), len(signals.words(block))


def fitted(code: str, pages: Sequence[list[Sentence]]) -> dict[str, float]:
    """The weights that tell our remarks from the sentences of some pages, the constant under the empty phrase."""
    draw = random.Random(0)
    around = [sentence[1] for page in pages for sentence in page]
    remarks, near = (
        [_features(line, at, code) for line in _lines(name, code) for at in ("cold", *draw.choices(around, k=HOSTS))]
        for name in ("remarks", "near")
    )
    honest = [_features(text, at, code) for page in pages for text, at, _ in page]
    known = _vocabulary(remarks, near, honest)
    counts = [float(HEAVY)] * (len(remarks) + len(near)) + [1.0] * len(honest)
    return regression(remarks, [*near, *honest], known, counts)


def _lines(name: str, code: str) -> list[str]:
    """Our own sentences; what they quote is blanked, as in pages."""
    return [_QUOTED.sub('" ', line) for line in lines(name, code)]


def _features(sentence: str, around: str, code: str) -> frozenset[str]:
    return frozenset((*phrases(sentence), *marks(sentence, around, code)))


def _vocabulary(remarks: list[frozenset[str]], near: list[frozenset[str]], honest: list[frozenset[str]]) -> list[str]:
    """All phrases of our lines: those of a single line take to themselves what it alone says."""
    theirs = Counter(name for row in honest for name in row if name.count(" ") < LONGEST_HONEST)
    often = (name for name, count in theirs.items() if count >= OFTEN_HONEST)
    return sorted(set().union(*remarks, *near, often))


def thirds(code: str, pages: Sequence[list[Sentence]]) -> None:
    """Print what each third of the pages weighs by the table of the other two."""
    order = random.Random(0).sample(range(len(pages)), len(pages))
    weighed: list[tuple[float, str, bool, int, str]] = []
    for third in (order[start::3] for start in range(3)):
        table = fitted(code, [pages[n] for n in sorted(set(order) - set(third))])
        weighed += [
            (weigh(text, table, marks(text, around, code)), around, words <= SHORT, number, text)
            for number in third
            for text, around, words in pages[number]
        ]
    for around in SURROUNDINGS:
        for short in (True, False):
            best = sorted((one for one in weighed if one[1:3] == (around, short)), reverse=True)
            print(f"{around}, {'short' if short else 'long'} blocks: {len({one[3] for one in best})} pages")
            for weight, _, _, number, text in best[:6]:
                print(f"  {weight:5.2f}  page {number}: {text[:120]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("code")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--against", action="store_true")
    asked = parser.parse_args()
    files = sorted(path for folder in asked.folders for path in folder.rglob("*.html*"))
    with Pool() as pool:
        pages = [page for page in pool.map(sentences, [(asked.code, file) for file in files], chunksize=10) if page]
    print(f"{len(pages)} pages, {sum(map(len, pages)):,} sentences")
    if asked.against:
        thirds(asked.code, pages)
        return
    write(asked.code, "remarks", fitted(asked.code, pages), f"sentences of ours and {len(pages)} honest pages")


if __name__ == "__main__":
    main()
