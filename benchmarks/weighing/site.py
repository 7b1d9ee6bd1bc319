"""Makes `auditor/words/<code>/site.tsv`: what words and phrases weigh in lines that a site prints around its articles.

    python benchmarks/weighing/site.py CODE TEXTS...

`site.<code>.txt` and `site-near.<code>.txt` beside this file hold lines that we wrote: what a site says to its visitor
or prints for itself, and sentences of articles that come near. TEXTS are folders of honest articles as people took them
out of their pages: whole pages would not do, as lines of their sites stand in what is read of them. All else is as in
`remarks.py`, but the least is the same wherever a sentence stands.
"""

from collections.abc import Sequence

from pages import asked, read
from regression import thirds, write
from remarks import MORE, Pages, Weighed, each_weighed, fitted, own

from auditor.signals.voicing import CODE, VOICES
from auditor.text.weighing import LEAST

NAME = "site"
LIGHTEST = 0.12  # with .2, as for remarks, a tenth fewer lines of a writer who was left out are found
# 8 of 168 texts that speak to nobody have a sentence that weighs as much, 6 of 273 that do so now and then, 10 of 600
# that do so throughout; half of these were printed by the site.
FROM = {"cold": 2.3, "mild": 3.0, "warm": 3.6, CODE: 3.6}


def show(told: Sequence[Weighed]) -> None:
    """How many texts hold a sentence that weighs as much, and the heaviest."""
    for voice in VOICES:
        best: dict[int, tuple[float, str]] = {}
        for weight, by, text, sentence in told:
            if by.startswith(voice):
                best[text] = max((weight, sentence), best.get(text, (weight, sentence)))
        found = sorted(best.values(), reverse=True)
        print(f"{voice}: {sum(weight >= FROM[voice] for weight, _ in found)} of {len(found)} texts")
        print(*(f"  {weight:5.2f}  {sentence[:120]}" for weight, sentence in found[:12]), sep="\n")


def make(code: str, texts: Pages) -> None:
    ours, near = own(NAME, code), own(f"{NAME}-near", code)
    told: list[Weighed] = []
    for some, others in thirds(texts):
        told += each_weighed(code, fitted(code, ours, near, others, LIGHTEST), some)
    show(told)
    least = {f"{LEAST}{by}": FROM[by.partition(" ")[0]] for by in MORE}
    table = {**fitted(code, ours, near, texts, LIGHTEST), **least}
    write(code, NAME, table, f"lines of ours and {len(texts)} honest texts")


def main() -> None:
    code, folders = asked(__doc__ or "")
    make(code, read(code, folders))


if __name__ == "__main__":
    main()
