"""Makes `sources.tsv` and `small.tsv` in `auditor/words/<code>`: what tells a label in the place of a source.

    python benchmarks/weighing/sources.py CODE PAGES... [--against]

`sources.<code>.txt` beside this file holds sentences that we wrote, with a label in ⟦ ⟧ where the name of a source
belongs; `sources-near.<code>.txt` such with somebody or something that may really speak, however odd the name. PAGES
are folders of honest pages (`.html`, `.html.gz`), where no noun phrase is a label. A logistic regression (scikit-learn,
which is no dependency of the project) tells them apart by the traits of `auditor.text.labels`. As it does not matter
for a label where it speaks, the place is no trait.

`--against` makes no table: pages and lines are divided in three, each third is weighed by what the other two say, and
it is printed how many have a phrase of what weight, and the weightiest of the pages.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path

import msgspec
import numpy as np
import regression
from pages import parsed

from auditor.signals import Signals
from auditor.signals.labelling import is_explained, speaking_in
from auditor.text.labels import is_presented, traits
from auditor.text.noun_phrases import NounPhrase, noun_phrases, speaks

OFTEN, OFTEN_HONEST = 2, 4  # phrases that a trait must have
HEAVY = 8.0  # what a phrase of ours counts beside one of an honest page that speaks nowhere
HEARD = 4.0  # what one of a page counts that speaks
LEAST = 0.2  # half of the traits are lighter; without them a table is read in half the time
EACH = 3  # of the phrases of pages that speak nowhere every third is taken, to know more names
SMALL_PAGES, SMALL_TIMES = 5, 2  # pages that write a word small, and how often as many as write it with a capital
SHORTEST = 60  # words of a page
NAMES = ("lines", "near", "pages")
STEPS = (0, 1, 1.5, 2, 2.5, 3, 4, 5)
_QUOTED = re.compile(r'"[^"]*(?:"|$)|“[^”]*(?:”|$)|«[^»]*(?:»|$)|‘[^’]*’(?!\w)')
_AMID = re.compile(r"(?<=[\w,;] )[A-Za-z]{3,}")
Traits = frozenset[str]
Table = dict[str, float]


class Page(msgspec.Struct):
    """What of an honest page is weighed."""

    sentences: list[str]
    speaking: list[tuple[str, int, bool]]  # a sentence, where a phrase of it stands, whether the page explains it


class Rows(msgspec.Struct):
    """The traits of phrases: of a page or line those that speak where the rule looks, and others to learn from."""

    heard: list[Traits]
    labels: list[Traits] = []
    others: list[Traits] = []
    told: list[str] = []


def page(given: tuple[str, Path]) -> Page | None:
    """The sentences of one page; nothing where it is in another language."""
    code, path = given
    return read(Signals(parsed(path)), code)


def read(signals: Signals, code: str) -> Page | None:
    if signals.document.language != code or len(signals.prose_words) < SHORTEST:
        return None
    found = Page([], [])
    for block in signals.prose:
        for span in signals.sentences(block):
            own = signals.voice(block)[span.start : span.end]
            found.sentences.append(own)
            found.speaking += [
                (own, one.span.start - span.start, is_explained(one, 1, signals)) for one in speaking_in(span, signals)
            ]
    return found


def small_words(pages: Iterable[Page]) -> Table:
    """Words that pages write small amid a sentence, with the number of pages."""
    small, large = Counter[str](), Counter[str]()
    for one in pages:
        seen = {word for sentence in one.sentences for word in _AMID.findall(sentence)}
        small.update(word for word in seen if word.islower())
        large.update(word.lower() for word in seen if word.istitle())
    return {w: n for w, n in small.items() if n >= SMALL_PAGES and n >= SMALL_TIMES * large[w]}


def rows_of_page(one: Page, code: str, small: Table) -> Rows:
    rows = Rows([])
    for sentence, start, explained in one.speaking:
        phrase = next(p for p in noun_phrases(sentence, code) if p.start == start)
        (rows.others if explained else rows.heard).append(traits(phrase, code, small))
        rows.told += [] if explained else [f"{sentence[start : phrase.end]} | {sentence[max(0, start - 40) :][:100]}"]
    heard = {(sentence, start) for sentence, start, _ in one.speaking}
    for sentence in one.sentences[::EACH]:
        phrases = (p for p in noun_phrases(sentence, code) if (sentence, p.start) not in heard)
        rows.others += [traits(p, code, small) for p in phrases if _is_marked(p)]
    return rows


def rows_of_line(line: str, code: str, small: Table) -> Rows:
    text, marks = _unmarked(line)
    rows = Rows([])
    for phrase in noun_phrases(_QUOTED.sub(lambda m: '"' + " " * (len(m[0]) - 1), text), code):
        found = traits(phrase, code, small)
        is_marked = any(start < phrase.end and phrase.start < end for start, end in marks)
        if speaks(phrase, code) and not is_presented(phrase, code):
            rows.heard.append(found)
        if is_marked:
            rows.labels.append(found)
        elif speaks(phrase, code) or _is_marked(phrase):
            rows.others.append(found)
    return rows


def _unmarked(line: str) -> tuple[str, list[tuple[int, int]]]:
    text, marks = "", []
    for number, part in enumerate(re.split("[⟦⟧]", line)):
        if number % 2:
            marks.append((len(text), len(text) + len(part)))
        text += part
    return text, marks


def _is_marked(phrase: NounPhrase) -> bool:
    """Whether it has more than small letters."""
    return not "".join(token.text for token in phrase.tokens).islower()


def fitted(lines: Sequence[Rows], near: Sequence[Rows], pages: Sequence[Rows]) -> Table:
    """The weights that tell labels from other phrases, the constant under the empty trait."""
    labels = [row for rows in lines for row in rows.labels]
    close = [row for rows in lines for row in rows.others]
    close += [row for rows in near for row in (*rows.labels, *rows.others)]
    heard, others = ([row for rows in pages for row in getattr(rows, name)] for name in ("heard", "others"))
    honest = [*heard, *others]
    counted = [Counter(name for row in some for name in row) for some in (labels, close, honest)]
    known = {name for count in counted[:2] for name, times in count.items() if times >= OFTEN}
    known |= {name for name, times in counted[2].items() if times >= OFTEN_HONEST}
    counts = np.repeat([HEAVY, HEARD, 1.0], [len(labels) + len(close), len(heard), len(others)])
    table = regression.fitted(labels, [*close, *honest], sorted(known), counts.tolist())
    return {name: weight for name, weight in table.items() if abs(weight) >= LEAST or not name}


def thirds(kinds: Sequence[Sequence[Rows]]) -> Iterator[tuple[str, float, str]]:
    """What each third of lines, near lines and pages weighs by the table of the other two: its heaviest phrase."""
    orders = [random.Random(0).sample(range(len(kind)), len(kind)) for kind in kinds]
    for third in range(3):
        pairs = list(zip(kinds, orders, strict=True))
        table = fitted(*([kind[n] for at, n in enumerate(order) if at % 3 != third] for kind, order in pairs))
        for name, (kind, order) in zip(NAMES, pairs, strict=True):
            for number in order[third::3]:
                rows = kind[number]
                best = max(((_weight(row, table), at) for at, row in enumerate(rows.heard)), default=(-99.0, 0))
                yield name, best[0], rows.told[best[1]] if rows.told else str(number)


def _weight(row: Traits, table: Table) -> float:
    return table[""] + sum(table.get(name, 0.0) for name in row)


def against(kinds: Sequence[Sequence[Rows]]) -> None:
    found = sorted(thirds(kinds), key=lambda one: -one[1])
    for step in STEPS:
        told = Counter(name for name, weight, _ in found if weight >= step)
        print(step, *(f"{name} {told[name]} of {len(kind)}" for name, kind in zip(NAMES, kinds, strict=True)))
    for name, weight, text in [one for one in found if one[0] == "pages"][:30]:
        print(f"{weight:5.2f}  {name}: {text}")


def prepared(code: str, pages: Sequence[Page], small: Table) -> tuple[list[Rows], list[Rows], list[Rows]]:
    ours = (
        [rows_of_line(line, code, small) for line in regression.lines(name, code)]
        for name in ("sources", "sources-near")
    )
    lines, near = ours
    return lines, near, [rows_of_page(one, code, small) for one in pages]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("code")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--against", action="store_true")
    asked = parser.parse_args()
    files = sorted(path for folder in asked.folders for path in folder.rglob("*.html*"))
    with Pool() as pool:
        pages = [one for one in pool.map(page, [(asked.code, file) for file in files], chunksize=10) if one]
    make(asked.code, pages, only_against=asked.against)


def make(code: str, pages: Sequence[Page], *, only_against: bool) -> None:
    small = small_words(pages)
    kinds = prepared(code, pages, small)
    if only_against:
        against(kinds)
        return
    made_of = f"sentences of ours and {len(pages)} honest pages"
    regression.write(code, "small", small, made_of)
    regression.write(code, "sources", fitted(*kinds), made_of)


if __name__ == "__main__":
    main()
