"""Broken sources without end: nothing may crash, every place must hold, every rule must run,
every article must be written.

python benchmarks/fuzz.py [--minutes 10] [--seed 1] [--keep FOLDER]

Sources are the pages of `tests/pages` and the samples, cut, doubled, spliced and sprinkled with markup, and sources of
markup alone. Case number n of a seed is always the same source. Of what fails the smallest form found is printed, and
written to the folder if one is given.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import auditor
from auditor.model import Document, Span, Syntax, Zone
from auditor.parsing.places import place, replay

ROOT = Path(__file__).parents[1]
FORMATS = {".html": "html", ".md": "markdown", ".mdx": "markdown", ".txt": "text"}
PIECES = {
    "html": """<p> </p> <div> </div> <div_class="related"> <section> </section> <article> </article> <aside>
        </aside> <nav> </nav> <h1> </h1> <h2> </h2> <ul> <li> </ul> <ol> <dl> <dt> <dd> </dl> <table> <tr> <th> <td>
        </table> <pre> </pre> <blockquote> </blockquote> <a_href="/x?a=1&amp;b"> </a> <b> </b> <i_class="x">
        </i> <br> <img_alt="a_&quot;_b"> <script> </script> <style> </style> <svg> </svg> <title> </title>
        <!-- --> <template> </template> <select> <form> <button> </button> <textarea>
        <meta_name="author"_content=" "> <p_title=' <!DOCTYPE </ <? <![CDATA[ &amp; &am p; &nbsp; &#x41;
        &#0; &NotEqualTilde; &#x1F6A2; <time_datetime="2024-02-30"> <address> <figure> <figcaption>
        <span_itemprop="name"> </span>
        <script_type="application/ld+json">{"@type":"Person","name":"\\ud83d"}</script>""".split(),
    "markdown": """# ## ### - * + 1. > >> ``` ~~~ ` `` ** __ * _ [ ] ]( ) ![ [^1] [^1]: --- === *** | |---| \\ \\| <div>
        </div> <!-- --> <br> {{< >}} {%_%} :::note ::: --- +++ title:_x {#id} [x] [[ ]] & &amp; &#x41;
        <https://a.test> import_x_from_'y' $$ ~~ == <p> </p> <table> ~ ^ [a]: /b "c" 'd' <b> </b>""".split(),
    "text": """By About_the_author Name: Email: Phone: -- === *** > • * 1. Related_articles 3_comments Tags: " “ ” ‘ ’
        ( ) Source: http://a.test/b?c=d a@b.test © 2024 @name #tag Published:_2024-02-30 *** ------ \\t""".split(),
}  # fmt: skip
CHARACTERS = [
    "\x00",
    "\ufeff",
    "\u00a0",
    "\u2028",
    "\u200f",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "\t",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "🚢",
    "e\u0301",
    "\ud800",
    "ﬁ",
    "漢字",
    "עברית",
    " ",
    "    ",
    "-",
    "'",
    '"',
    "<",
    ">",
    "&",
    ";",
    "\\",
]
_SECONDS = 5.0  # of CPU for one small source: far more than any should take
_SHRINKINGS = 400
_WITHIN = frozenset({Zone.METADATA, Zone.HIDDEN})  # may stand inside of others: a <template> divides no paragraph


def seeds() -> list[tuple[str, str]]:
    """(format, source) of every page that stands in the repository."""
    files = sorted([*ROOT.glob("tests/pages/*/source.*"), *ROOT.glob("samples/*")])
    return [(FORMATS[f.suffix], f.read_bytes().decode()) for f in files if f.suffix in FORMATS]


def case(known: list[tuple[str, str]], seed: int, number: int) -> tuple[str, str]:
    """(format, source) of one case."""
    random = Random(f"{seed}/{number}")
    form, source = random.choice(known)
    if random.random() < 0.1:
        form = random.choice([*PIECES])
    if random.random() < 0.25:
        source = "".join(_piece(form, random) + random.choice(["", " ", "word "]) for _ in range(random.randint(1, 80)))
    for _ in range(random.choice([1, 2, 4, 8, 16, 64])):
        source = _mutated(source, form, random, known)
    return form, source[:60_000]


def _mutated(source: str, form: str, random: Random, known: list[tuple[str, str]]) -> str:  # noqa: PLR0911
    start = random.randint(0, len(source))
    end = min(len(source), start + int(random.expovariate(1 / 60)))
    how = random.randrange(7)
    if how == 0:
        return source[:start] + source[end:]
    if how == 1:
        return source[:end] + source[start:]
    if how == 2:
        other = random.choice(known)[1]
        at = random.randint(0, len(other))
        return source[:start] + other[at : at + random.randint(1, 400)] + source[end:]
    if how == 3:
        return source[:start] + _piece(form, random) * random.choice([1, 1, 1, 2, 50]) + source[start:]
    if how == 4:
        return source[:start] + random.choice(CHARACTERS) + source[start:]
    if how == 5:
        target = random.choice(["\n", ">", '"', " ", "</p>", "</div>"])
        return source.replace(target, random.choice([*CHARACTERS, ""]), random.randint(1, 5))
    return source[start:] + source[:start]


def _piece(form: str, random: Random) -> str:
    return random.choice(PIECES[form]).replace("_", " ")


def faults(form: str, source: str) -> Iterator[str]:
    """What is wrong with the way a source is read and audited; a crash is raised."""
    document = auditor.parse(source, format=form)
    yield from _misplaced(document)
    yield from (f"link of {b.kind}" for b in document.blocks for n in b.links if b.text[n.start : n.end] != n.text)
    json.dumps(document.to_dict()).encode()
    report = auditor.audit(document)
    yield from (f"rule {errored.rule}: {errored.error.splitlines()[-1]}" for errored in report.rules.errored)
    if (report.score is None) != (report.audited == "none") or not 0 <= (report.score or 0) <= 100:
        yield "score"
    for finding in report.findings:
        for spot in (finding, *finding.related):
            if not 0 <= spot.offset <= spot.offset + spot.length <= len(document.source):
                yield f"place of {finding.rule}"
    auditor.parse(source, format=form, zone="author").to_dict()
    for written in auditor.Format:
        auditor.clean(document, format=written)


def _misplaced(document: Document) -> Iterator[str]:
    last = 0
    for block in document.blocks:
        span = Span.of(block)
        text, starts, _ = replay(document.source, span)
        start, end = place(document.source, span)
        if not (block.start <= start < end <= block.end) or starts != sorted(starts) or text != " ".join(text.split()):
            yield f"place of a {block.zone} {block.kind}"
        if block.syntax is Syntax.HTML and block.zone not in _WITHIN:
            if start < last:
                yield f"overlap of a {block.zone} {block.kind}"
            last = end


def fault(form: str, source: str) -> str:
    """The first thing wrong with a source, "" if nothing is."""
    started = time.process_time()
    try:
        found = next(faults(form, source), "")
    except Exception as error:  # noqa: BLE001 - the crash is what we are looking for
        frame = error.__traceback__
        while frame and frame.tb_next:
            frame = frame.tb_next
        where = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else ""
        return f"{type(error).__name__} in {where}"
    return found or ("slow" if time.process_time() - started > _SECONDS else "")


def smallest(source: str, fails: Callable[[str], bool]) -> str:
    """Less of the source that still fails: halves, quarters ... of it are left out while it does."""
    size, tries = len(source) // 2, 0
    while size and tries < _SHRINKINGS:
        at = 0
        while at < len(source) and tries < _SHRINKINGS:
            less, tries = source[:at] + source[at + size :], tries + 1
            if fails(less):
                source = less
            else:
                at += size
        size //= 2
    return source


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--keep", type=Path)
    options = arguments.parse_args()
    known, count, found = seeds(), Counter[str](), Counter[str]()
    until = time.monotonic() + 60 * options.minutes
    while time.monotonic() < until:
        number = count.total()
        form, source = case(known, options.seed, number)
        count[form] += 1
        if wrong := fault(form, source):
            found[wrong] += 1
            if found[wrong] == 1:
                report(options.keep, number, form, wrong, source)
    print(f"{count.total()} sources ({', '.join(f'{n} {form}' for form, n in sorted(count.items()))})")
    print("\n".join(f"{n:6} {wrong}" for wrong, n in found.most_common()) or "nothing wrong")
    return int(bool(found))


def report(keep: Path | None, number: int, form: str, wrong: str, source: str) -> None:
    small = smallest(source, lambda less: fault(form, less) == wrong)
    print(f"case {number}, {form}: {wrong}\n    {small[:400]!r}", flush=True)
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{number}.{form}").write_bytes(small.encode("utf-8", "surrogatepass"))


if __name__ == "__main__":
    sys.exit(main())
