"""Whether mending keeps its promises on thousands of damaged pages: `python benchmarks/fixes.py [--pages 5000]`.

The pages and the properties are those of tests/fixing/test_mutated_pages.py, judged by all rules. Printed are how many
pages were damaged, how many became again what they had been, and every page that broke a promise, by its number.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests/fixing"))

from test_mutated_pages import CI, SLOW, holds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=CI)
    parser.add_argument("--pages", type=int, default=SLOW)
    given = parser.parse_args()
    damaged, restored, broken, since = 0, 0, 0, time.process_time()
    for number in range(given.first, given.first + given.pages):
        try:
            spoilt, as_before = holds(number, whole=True)
        except AssertionError as error:
            broken += 1
            print(f"broken: {str(error).splitlines()[0]}", flush=True)
            continue
        damaged, restored = damaged + spoilt, restored + as_before
        if (number + 1) % 500 == 0:
            print(f"{number + 1 - given.first} pages, {time.process_time() - since:.0f} s of CPU", flush=True)
    print(f"{given.pages:,} pages: {damaged:,} damaged, {restored:,} as they had been, {broken:,} broke a promise")
    return broken > 0


if __name__ == "__main__":
    raise SystemExit(main())
