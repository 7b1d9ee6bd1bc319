"""What a farm can do to get junk through the gate: how many of its tricks pass.

python benchmarks/evasion.py [TABLE ...] [--names] [--json FILE]

Tables: `characters` (six faults, each alone in an honest page, times the tricks of tricks.py), `whole` (a page of junk
in other clothes), `places` (one sentence at one place of an honest page), `labels`, `authors`, `layouts` (one sentence
as styles and elements show it) and `scripts` (another text that a script puts into the page). A trick passes where
the verdict is *pass* and all of the page was audited; what the untouched fault does is the first line of each table.
Both pages are the repository's samples.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from hiding import AUTHORS, LABELS, PLACES, SPEECH, WHOLE
from layouts import LAYOUTS, SCRIPTS
from tricks import TRICKS

import auditor

SAMPLES = Path(__file__).parents[1] / "samples"
HONEST, JUNK = ((SAMPLES / f"{name}.html").read_text(encoding="utf-8") for name in ("honest", "content-farm"))
PLACE, BIOGRAPHY = "<h2>Flour by the moon</h2>", "Nora Whitcombe has reported on"
SENTENCE = "As an AI language model, I cannot visit the mill."
LATIN = (
    "Quo consequatur optio ducimus natus sunt qui. Hic optio rerum ipsa et et vel iure. Voluptatem dolorem est sint "
    "iusto neque provident. Quod dolores ex quas in."
)
# Another text, as long as that of the honest page.
OTHER = "".join(
    f"<p>Turbine {number} of the coast turned for {number + 60} days in the year, and {name}, who owns it with the "
    f"whole village, said that what it earned was enough to mend the road to the harbour and school {number}.</p>"
    for number, name in enumerate("Arne Berit Carl Dagny Edvin Frida Georg Hilda Ivar Johanna Knut Lisbet".split() * 2)
)
FAULTS = {
    "assistant-speaking": "As an AI language model, I cannot visit the mill, but the principle is simple.",
    "knowledge-cutoff": "As of my last knowledge update in September 2021, the mill had not yet reopened to visitors.",
    "pseudo-source": SPEECH.format('"Quelltext Daten"').removeprefix("<p>").removesuffix("</p>"),
    "tool-tokens": "Bearings and paddles need a look each spring.\ue200cite\ue202turn0search3\ue202turn0news1\ue201 "
    "A yearly contract spreads the cost.",
    "filler-latin-bio": LATIN,
    "unrendered-template": "{{city_name}} offers a grant for those who apply before the end of the quarter.",
}


def honest_with(markup: str) -> str:
    return HONEST.replace(PLACE, f"{markup}\n{PLACE}", 1)


def signed_by(markup: str) -> str:
    """The honest page with another box about its author."""
    start = HONEST.index('<aside class="author-box">')
    end = HONEST.index("</aside>", start) + len("</aside>")
    return HONEST[:start] + markup + HONEST[end:]


def fault(rule: str, text: str) -> str:
    if rule == "filler-latin-bio":
        return signed_by(f'<aside class="author-box">\n<h3>About the author</h3>\n<p>{text}</p>\n</aside>')
    return honest_with(f"<p>{text}</p>")


def characters() -> Iterator[tuple[str, "str | bytes"]]:
    for rule, text in FAULTS.items():
        yield from ((f"{rule}, {name}", fault(rule, trick(text))) for name, trick in TRICKS.items())


def whole() -> Iterator[tuple[str, "str | bytes"]]:
    yield from ((name, made(JUNK)) for name, made in WHOLE.items())


def places() -> Iterator[tuple[str, "str | bytes"]]:
    yield from ((name, honest_with(made(SENTENCE))) for name, made in PLACES.items())


def labels() -> Iterator[tuple[str, "str | bytes"]]:
    yield from ((name, honest_with(markup)) for name, markup in LABELS.items())


def authors() -> Iterator[tuple[str, "str | bytes"]]:
    yield from ((name, signed_by(markup)) for name, markup in AUTHORS.items())


def layouts() -> Iterator[tuple[str, "str | bytes"]]:
    yield from ((name, honest_with(made(SENTENCE))) for name, made in LAYOUTS.items())


def scripts() -> Iterator[tuple[str, "str | bytes"]]:
    yield from ((name, HONEST.replace("</body>", f"{made(OTHER)}</body>")) for name, made in SCRIPTS.items())


TABLES = {made.__name__: made for made in (characters, whole, places, labels, authors, layouts, scripts)}


def passes(page: "str | bytes") -> bool:
    report = auditor.audit(page, format="html")
    return report.verdict == "pass" and report.audited == "full"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("tables", nargs="*", choices=[[], *TABLES])
    arguments.add_argument("--names", action="store_true", help="what passes, by name")
    arguments.add_argument("--json", type=Path)
    options = arguments.parse_args()
    found = {}
    print("| table | tried | pass |\n|---|--:|--:|")
    for table in options.tables or TABLES:
        tried = {name: passes(page) for name, page in TABLES[table]()}
        found[table] = [name for name, passed in tried.items() if passed]
        print(f"| {table} | {len(tried)} | {len(found[table])} |", flush=True)
    if options.names:
        print("".join(f"\n{table}\n" + "".join(f"  {name}\n" for name in names) for table, names in found.items()))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
