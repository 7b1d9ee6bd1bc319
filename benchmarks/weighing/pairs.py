"""Makes `auditor/text/pairs.txt` and `pairs.bin`: which English words follow which, and how often.

    python benchmarks/weighing/pairs.py

Counted was by Carnegie Mellon University for the English language model of PocketSphinx (BSD licence; `pip install
pocketsphinx`, which is no dependency of the project): 72,000 words and two million pairs, with the chance of the second
word after the first. The package lists its pairs only by writing the model out, and ends badly once they are written;
so a process of its own does that, and their chances are asked for one by one.

Kept are the 20,000 commonest words, and of their pairs those that stand beside each other 4.5 times (e to the 1.5) as
often as the model expects of pairs that it has not met: 1.3 of 1.7 million. In
a trial of ways to tell exchanged words, of 59 spun texts 34 were told with 1.56 million pairs, 28 with these and 27
with the 0.95 million that stand there 12 times as often: a quarter of them less would do nearly as well for that.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pocketsphinx import LogMath, NGramModel, get_model_path

from auditor.text.pairs import EIGHTHS, LEAST, SIXTEENTHS, STEPS, STRONGEST

WORDS = 20_000
TEXT = Path(__file__).parents[2] / "auditor" / "text"
MODEL = get_model_path("en-us/en-us.lm.bin")
WRITE = "import sys, pocketsphinx; pocketsphinx.NGramModel.readfile(sys.argv[1]).write(sys.argv[2], 1)"
_NEVER = -90.0


def main() -> None:
    model, logs = NGramModel.readfile(MODEL), LogMath()

    def chance(*words: str) -> float:
        """Of the last of them after the others."""
        return logs.log_to_ln(model.prob(list(reversed(words))))

    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "model.arpa"
        subprocess.run([sys.executable, "-c", WRITE, MODEL, str(listed)], check=False)
        alone, pairs = _listed(listed)
    common = {word: chance(word) for word in alone if _is_word(word)}
    common = dict(sorted(common.items(), key=lambda item: (-item[1], item[0]))[:WORDS])
    assert min(common.values()) > _NEVER
    numbers = {word: number for number, word in enumerate(common)}
    met = set(pairs)
    back = {word: _after_unmet(word, common, met, chance) for word in common}
    rows: list[list[tuple[int, int]]] = [[] for _ in common]
    for one, other in met:
        if one in numbers and other in numbers:
            more = chance(one, other) - back[one] - common[other]
            if more >= LEAST:
                rows[numbers[one]].append((numbers[other], min(STRONGEST, int((more - LEAST) * STEPS))))
    for row in rows:
        row.sort()
    flat = [pair for row in rows for pair in row]
    weights = [weight for _, weight in flat] + [0] * (len(flat) % 2)
    (TEXT / "pairs.txt").write_text("".join(f"{word}\n" for word in common), "utf-8", newline="\n")
    (TEXT / "pairs.bin").write_bytes(
        bytes(round(-one * EIGHTHS) for one in common.values())
        + bytes(min(255, max(0, round(-one * SIXTEENTHS))) for one in back.values())
        + planes([len(row) for row in rows])
        + planes([number for number, _ in flat])
        + bytes(even | odd << 4 for even, odd in zip(weights[::2], weights[1::2], strict=True))
    )
    print(f"{len(flat):,} pairs of {len(common):,} words")


def planes(numbers: list[int]) -> bytes:
    """Two bytes each, all low ones before all high ones: those are alike beside each other and take little room."""
    return bytes(number & 0xFF for number in numbers) + bytes(number >> 8 for number in numbers)


def _listed(path: Path) -> tuple[list[str], list[tuple[str, str]]]:
    alone, pairs = [], []
    for line in _lines(path):
        _, *words = line.split("\t")
        if len(words) == 2:
            alone.append(words[0])
        elif len(words) == 3:
            pairs.append((words[0], words[1]))
    return alone, pairs


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8", errors="replace").splitlines():
        if line.startswith("\\3-grams"):
            return
        yield line


def _after_unmet(word, common, met, chance) -> float:
    """What the model adds to a word's own chance where it has not met the pair."""
    other = next(other for other in reversed(common) if (word, other) not in met)
    return chance(word, other) - common[other]


def _is_word(word: str) -> bool:
    return word.replace("'", "").isalpha() and word.isascii() and (len(word) > 1 or word in "ai")


if __name__ == "__main__":
    main()
