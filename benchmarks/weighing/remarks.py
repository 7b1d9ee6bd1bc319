"""Makes `auditor/words/<code>/remarks.tsv`: what words and phrases weigh in remarks about the making of a text.

    python benchmarks/weighing/remarks.py CODE PAGES...

`remarks.<code>.txt` and `near.<code>.txt` beside this file hold sentences that we wrote: remarks of whoever made a
text to whoever ordered it, and sentences of articles that come near them. PAGES are folders of honest pages, whose
sentences are honest. A logistic regression (scikit-learn, which is no dependency of the project) tells the two apart.
As it does not matter for a remark on which page it is left, each is set among several pages.

From which weight on a sentence is a remark is found by weighing each third of the pages and of the honest lines with
what the other two thirds say; the heaviest sentences of honest pages are printed.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pages import Sentence, asked, read
from regression import FINE, Fitted, lines, thirds, write
from regression import LEAST as REGRESSION_LEAST
from regression import fitted as regression

from auditor.signals.voicing import CODE, VOICES, marks, measure
from auditor.text.weighing import LEAST, RUNS, phrases, runs_of, weigh

OFTEN_HONEST, LONGEST_HONEST = 3, 2  # pages' sentences that a phrase must stand in, and its most words
HOSTS, HEAVY = 5, 4  # pages that each of our lines is set among, and what each counts beside one honest sentence
WORDS_ONLY = ("de", "en")  # of which ENOUGH pages are known; runs of letters find no more at the silence of these
ENOUGH = 200  # pages that show how a language speaks
ALLOWED = 2  # pages of each voice that may hold a heavier sentence than the least
FEWEST_PAGES = 15  # that judge with one way to speak; fewer say nothing of the heaviest
MARGIN = 0.6  # above those, as other pages have other sentences
# ... more where a page has one or two sentences: of 80 honest articles that come near junk, which no table was made of,
# 11 had a sentence above the margin of the others and two have one above this. Nowhere more than among others.
EDGE = {"cold": 1.9, "mild": 1.9, "warm": 2.4}
NEAR_ALLOWED = 0.006  # with fewer pages: share of the honest lines; these are made to be near
FLOOR = 3.4  # about what Russian has, the lowest with a thousand lines near remarks; of fewer lines fewer are as near
# With fewer pages: how much more a remark must weigh than among others in a text that speaks to nobody; what opens or
# closes a text has in English a least that is lower by half a point to two and a half.
MORE_BY_VOICE = {"cold": 0.0, "mild": 0.3, "warm": 3.2}
LESS_BY_PLACE = {"first": 0.9, "last": 0.6, "alone": 0.3, "among": 0.0}
MORE = {
    CODE: 1.5,
    **{
        f"{voice} {place}": round(more - less * (2 if voice == "warm" else 1), 2)
        for voice, more in MORE_BY_VOICE.items()
        for place, less in LESS_BY_PLACE.items()
    },
}
SHARES = (17, 27, 56)  # of the voices in a hundred English pages
_QUOTED = re.compile(r'"[^"]*(?:"|$)|“[^”]*(?:”|$)|«[^»]*(?:»|$)')
Pages = Sequence[list[Sentence]]
Weighed = tuple[float, str, int, str]  # weight, by which least it is judged, number of the page, sentence


def fitted(
    code: str, remarks: Sequence[str], near: Sequence[str], pages: Pages, lightest: float = REGRESSION_LEAST
) -> Fitted:
    """The weights that tell our remarks from the sentences of some pages, the constant under the empty phrase."""
    draw = random.Random(0)
    said = [sentence.around for page in pages for sentence in page] if len(pages) >= ENOUGH else _as_in_english()
    ours, close = (
        [_features(line, at, code) for line in some for at in ("cold", *draw.choices(said, k=HOSTS))]
        for some in (remarks, near)
    )
    honest = [_features(one.text, one.around, code) for page in pages for one in page]
    counts = [float(HEAVY)] * (len(ours) + len(close)) + [1.0] * len(honest)
    least_weight = lightest if code in WORDS_ONLY else FINE
    table = regression(ours, [*close, *honest], _vocabulary(ours, close, honest), counts, least_weight)
    return table if code in WORDS_ONLY else Fitted({RUNS: 0.0, **table})


def _as_in_english() -> list[str]:
    return [voice for voice, share in zip(VOICES, SHARES, strict=True) for _ in range(share)]


def own(name: str, code: str) -> list[str]:
    """Our own sentences; what they quote is blanked, as in pages."""
    return [_QUOTED.sub('" ', line) for line in lines(name, code)]


def _features(sentence: str, around: str, code: str) -> frozenset[str]:
    runs = () if code in WORDS_ONLY else runs_of(sentence)
    return frozenset((*phrases(sentence), *runs, *marks(sentence, around, code)))


def _vocabulary(remarks: list[frozenset[str]], near: list[frozenset[str]], honest: list[frozenset[str]]) -> list[str]:
    """All phrases of our lines: those of a single line take to themselves what it alone says."""
    theirs = Counter(name for row in honest for name in row if name.count(" ") < LONGEST_HONEST)
    often = (name for name, count in theirs.items() if count >= OFTEN_HONEST)
    return sorted(set().union(*remarks, *near, often))


def least(code: str, remarks: Sequence[str], near: Sequence[str], pages: Pages) -> dict[str, float]:
    """From which weight on a sentence is a remark, by how the text around speaks."""
    weighed, ours = [], []
    for (some, others), (lines_, left), (read_, unread) in zip(
        thirds(remarks), thirds(near), thirds(pages), strict=True
    ):
        table = fitted(code, others, left, unread) if len(pages) < ENOUGH else fitted(code, remarks, near, unread)
        weighed += list(each_weighed(code, table, read_))
        ours.append(([_cold(line, table, code) for line in some], [_cold(line, table, code) for line in lines_]))
    _show(weighed)
    if len(pages) >= ENOUGH:
        return _by_pages(weighed)
    cold = max(FLOOR, sorted(weight for _, honest in ours for weight in honest)[int(-NEAR_ALLOWED * len(near))])
    found = sum(weight >= cold for some, _ in ours for weight in some) / len(remarks)
    print(f"{found:.0%} of the remarks left out weigh {cold:.2f}")
    return {f"{LEAST}{voice}": round(cold + more, 2) for voice, more in MORE.items()}


def _by_pages(weighed: Sequence[Weighed]) -> dict[str, float]:
    """What hardly a page exceeds."""
    pages = {by: len({one[2] for one in weighed if one[1] == by}) for by in MORE}
    found = {by: _exceeded_by(weighed, by) for by in MORE if pages[by] >= FEWEST_PAGES}
    told = {by: found.get(by, round(found["cold among"] + more, 2)) for by, more in MORE.items()}
    return {f"{LEAST}{by}": _at_edge(by, told) for by in told}


def _at_edge(by: str, told: Mapping[str, float]) -> float:
    voice, _, place = by.partition(" ")
    return told[by] if place in ("", "among") else min(round(told[by] + EDGE[voice], 2), told[f"{voice} among"])


def each_weighed(code: str, table: Fitted, pages: Pages) -> Iterator[Weighed]:
    """Each sentence of some pages with its weight."""
    for page in pages:
        for text, around, place, shows_code in page:
            weight = weigh(text, table, marks(text, around, code))
            yield weight, measure(around, place, code=shows_code), id(page), text


def _cold(line: str, table: Fitted, code: str) -> float:
    return weigh(line, table, marks(line, "cold", code))


def _exceeded_by(weighed: Sequence[Weighed], voice: str) -> float:
    """The weight that the heaviest sentences of so many pages exceed."""
    heaviest: dict[int, float] = {}
    for weight, at, page, _ in weighed:
        if at == voice:
            heaviest[page] = max(weight, heaviest.get(page, weight))
    return round(sorted(heaviest.values(), reverse=True)[ALLOWED] + MARGIN, 2)


def _show(weighed: Sequence[Weighed]) -> None:
    for voice in MORE:
        best = sorted((one for one in weighed if one[1] == voice), reverse=True)
        print(f"{voice}: {len({one[2] for one in best})} pages")
        for weight, _, _, text in best[:4]:
            print(f"  {weight:5.2f}  {text[:120]}")


def make(code: str, pages: Pages) -> None:
    remarks, near = own("remarks", code), own("near", code)
    table = {**fitted(code, remarks, near, pages), **least(code, remarks, near, pages)}
    write(code, "remarks", table, f"sentences of ours and {len(pages)} honest pages")


def main() -> None:
    code, folders = asked(__doc__ or "")
    make(code, read(code, folders))


if __name__ == "__main__":
    main()
