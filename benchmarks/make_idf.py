"""Count in how many articles of a folder each stem occurs, for `auditor/text/idf.txt`.

    python benchmarks/make_idf.py --data DIR > auditor/text/idf.txt

DIR holds English articles: `*.txt`, one each, or `*.jsonl` and `*.jsonl.gz` with a text under `body` in each line.
An article that occurs twice counts once.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from auditor.text.relevance import stems
from auditor.text.words import words

LEAST = 4  # articles; a rarer stem weighs as much as an unknown one


def bodies(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".txt":
            yield path.read_text("utf-8")
        elif path.name.endswith((".jsonl", ".jsonl.gz")):
            opened = gzip.open if path.suffix == ".gz" else open
            with opened(path, "rt", encoding="utf-8") as lines:
                yield from (json.loads(line)["body"] for line in lines)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, required=True)
    articles = {" ".join(words(body)[:60]): body for body in bodies(ask.parse_args().data)}
    counts: Counter[str] = Counter()
    for body in articles.values():
        counts.update(stems(words(body)))
    print("# In how many English articles each stem occurs; counted by benchmarks/make_idf.py.")
    print(f"#: articles {len(articles)}\n#: least {LEAST}")
    for entry, count in sorted(counts.items()):
        if count >= LEAST and not entry.isdigit():
            print(entry, count)


if __name__ == "__main__":
    main()
