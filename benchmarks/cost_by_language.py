"""CPU of an audit by the language of the page, against English pages of the same length.

    python benchmarks/cost_by_language.py --data FOLDER [--characters 6000] [--pages 3]

FOLDER holds unpacked packages with translated manuals (see `languages.py`). Of each language pages of as many
characters are made of whole paragraphs. All languages take turns, and of several rounds the quickest counts, so that a
machine that changes its speed changes it for all. Only the ratio is worth quoting.
"""

import argparse
import time
from pathlib import Path
from statistics import fmean

import languages as texts

import auditor

ROUNDS = 4


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--characters", type=int, default=6_000)
    ask.add_argument("--pages", type=int, default=3)
    args = ask.parse_args()
    made = {}
    for code, found in texts.manuals(args.data, english=True).items():
        every = list(pages(found, code, args.characters))[: args.pages]
        if len(every) == args.pages:
            made[code] = every
    spent = {code: [float("inf")] * args.pages for code in made}
    for _ in range(ROUNDS):
        for code, every in made.items():
            for number, page in enumerate(every):
                start = time.process_time()
                auditor.audit(page, format="html")
                spent[code][number] = min(spent[code][number], time.process_time() - start)
    english = fmean(spent["en"])
    for code, seconds in sorted(spent.items(), key=lambda one: fmean(one[1])):
        print(f"{code} {1000 * fmean(seconds):6.1f} ms, {fmean(seconds) / english:.2f} of English")


def pages(found: list[str], code: str, characters: int) -> list[str]:
    """Articles of whole paragraphs, each of as many characters."""
    every, own, length = list[str](), list[str](), 0
    for text in found:
        own.append(text)
        length += len(text)
        if length >= characters:
            body = "".join(f"<p>{one.replace('&', '&amp;').replace('<', '&lt;')}</p>" for one in own)
            every.append(f'<html lang="{code}"><title>{own[0][:60]}</title><article><h1>{own[0][:60]}</h1>{body}')
            own, length = [], 0
    return every


if __name__ == "__main__":
    main()
