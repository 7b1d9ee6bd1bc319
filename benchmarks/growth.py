"""What hostile and odd shapes of input cost as they grow: CPU and memory for each million characters.

python benchmarks/growth.py [NAME ...] [--chars 1000000]

Each shape is audited at a tenth of the size and at the whole, each in a process of its own. `s` and `MB` are what a
million characters cost above a small page; `x` is the time of the whole over that of the tenth: what grows with the
text is at 10, what is quadratic at 100. An asterisk marks what is over the marks: 1.2 s, 120 MB, 11 times.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice

import auditor

MOST_SECONDS, MOST_MEGABYTES, MOST_GROWTH = 1.2, 120, 11
# In no language whose words are listed: the profiles that it is looked up in take .4 s and 80 MB, once a process.
UNSURE = "<p>" + "Torquil Vessant, Ombrel Kaddis, Marno Feyl. " * 9
SMALL = "The mill stands on the river. It was mended in spring, says Ann Lund."
PAGE = '<html lang="en"><title>The mill</title><article><h1>The mill</h1>{}</article>'


def words(seed: int = 1) -> Callable[[], str]:
    """Words as a text has them: a few often, most once; sentences of a dozen."""
    chance = random.Random(seed)
    letters = "etaoinshrdlucmfwyp"
    known = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(60_000)]
    return lambda: known[min(len(known) - 1, int(chance.paretovariate(0.8)))]


def sentences(chars: int) -> list[str]:
    word, found, size = words(), [], 0
    while size < chars:
        found.append(" ".join(word() for _ in range(12)).capitalize() + ".")
        size += len(found[-1]) + 1
    return found


def paragraphs(chars: int) -> list[str]:
    said = sentences(chars)
    return [" ".join(said[at : at + 5]) for at in range(0, len(said), 5)]


def prose(chars: int) -> str:
    return PAGE.format("".join(f"<p>{text}</p>\n" for text in paragraphs(chars)))


def recurring(chars: int) -> str:
    return PAGE.format("".join(f"<p>{text}</p>\n" for text in paragraphs(chars // 5) * 5))


def of(unit: str, page: str = PAGE) -> Callable[[int], str]:
    """A piece again and again; `#` in it is a number that counts up."""

    def made(chars: int) -> str:
        times = max(1, chars // len(unit))
        return page.replace("{}", "".join(unit.replace("#", str(number)) for number in range(times)))

    return made


def mixed(*units: str) -> Callable[[int], str]:
    return lambda chars: PAGE.format("".join(islice(cycle(units), chars // (sum(map(len, units)) // len(units)))))


TEXT = "{}"
HTML: dict[str, Callable[[int], str]] = {
    "prose": prose,
    "recurring paragraphs": recurring,
    "one long paragraph": lambda n: PAGE.format("<p>" + " ".join(sentences(n))),
    "one sentence without stops": lambda n: PAGE.format("<p>" + " ".join(sentences(n)).replace(".", "")),
    "the same sentence": of("<p>We hire cheap boats in the old harbour of the town every single day. "),
    "headings": of("<h2>Cheap boat hire number # in the harbour</h2>"),
    "quotations": of("<p>“The boat number # was old and it leaked,” said Ann Lund of the harbour. "),
    "open quotation marks": of('<p>"The boat number # was old and “it leaked all day long. '),
    "sources": of("<p>Source # states that the harbour is old, according to passage #. "),
    "author boxes": of('<div class="author-box"><h3>Ann Lund #</h3><p>Ann writes about boats and the sea.</p></div>'),
    "items": of("<li>cheap boat hire # near me"),
    "links": of('<a href="/boats-#">Boats of the harbour, number #</a> '),
    "link lists": of('<ul><li><a href="https://b.test/#">Seven boats that you must see #</a></ul>'),
    "images": of('<img src="/#.jpg" alt="A boat in the harbour number #">'),
    "cells": of("<table><tr><td>boat #<td>12"),
    "line breaks": of("boat #<br>"),
    "depth": of("<div>boat # "),
    "inline depth": of("<b><i>boat # "),
    "entities": of("&amp;&eacute;&#x41; boat "),
    "zero width": of("bo\u200bat on the ri\u00advr "),
    "placeholders": of("<p>[Insert name #] {{city_#}} lorem ipsum dolor sit amet "),
    "leftovers": of("<p>As an AI language model, I cannot write article #. Would you like me to rewrite it? "),
    "dates": of("<p>On Monday, 31 September 20#, 945 of the 812 people came. "),
    "accents": of("<p>Ünïcödé â€™ Ã© bröken # "),
    "other scripts": mixed("<p>यह नाव पुरानी है। ", "<p>港口委员会开会讨论。", "<p>السفينة قديمة. ", "<p>船は港を出た。"),
    "scripts": of("<script>var a# = '<p>boat</p>';</script>"),
    "structured people": of('<script type="application/ld+json">{"@type":"Person","name":"Ann #"}</script>'),
    "bylines": of('<p class="byline">By Ann Lund #, 3 May 2021</p>'),
}
MARKDOWN = {
    "table": of("|a|b|\n", "# T\n\n|a|b|\n|-|-|\n{}"),
    "open brackets": of("[boat (", TEXT),
    "emphasis": of("*boat **ship_ ", TEXT),
    "backticks": of("`boat ``ship ", TEXT),
    "nesting": of("> - boat\n", TEXT),
    "references": of("[boat #]: /boats/#\n[boat #]\n\n", TEXT),
}
PLAIN = {"lines": of("Boat #: 12 metres\n", TEXT), "doubled lines": of("The boat is old.\n", TEXT)}
SHAPES = {
    name: (made, form)
    for form, shapes in (("html", HTML), ("markdown", MARKDOWN), ("text", PLAIN))
    for name, made in shapes.items()
}


def measure(name: str, chars: int) -> None:
    """One audit in this process, after a small one that loads what every audit needs."""
    made, form = SHAPES[name]
    source = made(chars)
    auditor.parse(UNSURE, format="html")
    for each in ("html", "markdown", "text"):
        auditor.audit(PAGE.format(f"<p>{SMALL}") if each == "html" else SMALL, format=each)
    before, begun = resident(), time.process_time()
    auditor.audit(source, format=form)
    print(json.dumps([time.process_time() - begun, resident() - before, len(source)]))


def resident() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def measured(name: str, chars: int) -> list[float]:
    run = [sys.executable, __file__, "--one", name, "--chars", str(chars)]
    return json.loads(subprocess.run(run, capture_output=True, text=True, check=True).stdout)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("names", nargs="*")
    arguments.add_argument("--chars", type=int, default=1_000_000)
    arguments.add_argument("--one", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.one:
        measure(options.one, options.chars)
        return
    print(f"| {'shape':27} | s | MB | x |\n|---|--:|--:|--:|")
    for name in options.names or SHAPES:
        few, many = (measured(name, size) for size in (options.chars // 10, options.chars))
        million = many[2] / 1e6
        found = (many[0] / million, many[1] / million, many[0] / few[0])
        marks = (MOST_SECONDS, MOST_MEGABYTES, MOST_GROWTH)
        cells = (
            f"{value:.{digits}f}{'*' * (value > most)}"
            for value, most, digits in zip(found, marks, (2, 0, 1), strict=True)
        )
        print(f"| {name:27} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
