"""What `auditor corpus siblings` finds of texts that were changed: a curve over the share of words, and other changes.

python benchmarks/siblings.py [--texts FILE.jsonl] [--most 300] [--markdown FILE] [--json FILE]

Each text has a version for each of some kinds of change, drawn by chance: words replaced by words of other texts, the
end cut off, paragraphs shuffled, names and numbers replaced. A version counts as found where one finding names it
together with its text. Families of doorway pages are made of the same texts. FILE.jsonl: `text` and perhaps `title`,
paragraphs divided by empty lines; without it texts are made of words that nobody has used.
"""

import argparse
import json
import random
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from refilter import noun, sentence

import auditor
from auditor import corpus
from auditor.corpus.compare.siblings import siblings

VERSIONS = 6  # of each text
WORD = re.compile(r"\b[a-z]+\b")
NAME = re.compile(r"\b[A-Z][a-z]+\b|\b[0-9]+\b")
TRADES, TOWNS = "plumber roofer glazier painter".split(), "Leeds York Hull Ripon Whitby".split()
NAMES = "Anna Brock Carl Dunn Erik Faro Greta Hain Ivo Jarl Kora Lund".split()
Change = Callable[[str, random.Random, list[str]], str]  # of a text, with words of all texts


def replaced(share: float) -> Change:
    return lambda text, chance, words: WORD.sub(
        lambda m: chance.choice(words) if chance.random() < share else m[0], text
    )


def cut(share: float) -> Change:
    return lambda text, *_: text[: int(len(text) * share)]


def shuffled(text: str, chance: random.Random, _: list[str]) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(chance.sample(paragraphs, len(paragraphs)))


def renamed(text: str, chance: random.Random, _: list[str]) -> str:
    """Other names and numbers, the same one for the same; a word that is also there in lower case is none."""
    common = set(WORD.findall(text))
    others = {
        one: str(chance.randint(2, 99)) if one.isdigit() else chance.choice(NAMES)
        for one in NAME.findall(text)
        if one.lower() not in common
    }
    return NAME.sub(lambda m: others.get(m[0], m[0]), text)


CHANGES: dict[str, Change] = {
    **{f"{share:.0%} of the words replaced": replaced(share) for share in (0.01, 0.03, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5)},
    **{f"the first {share:.0%}": cut(share) for share in (0.1, 0.25, 0.5, 0.7, 0.9)},
    "paragraphs shuffled": shuffled,
    "other names and numbers": renamed,
}


def made(most: int) -> Iterator[dict[str, str]]:
    chance = random.Random(17)
    for _ in range(most):
        paragraphs = [" ".join(sentence(chance) for _ in range(5)) for _ in range(chance.randint(5, 20))]
        yield {"title": f"The {noun(chance)} of the {noun(chance)}", "text": "\n\n".join(paragraphs)}


def given(path: Path, most: int) -> list[dict[str, str]]:
    """Texts of 150 to 6,000 words, drawn by chance."""
    texts = [row for row in map(json.loads, path.open(encoding="utf-8")) if 150 <= len(row["text"].split()) <= 6_000]
    return random.Random(3).sample(texts, min(most, len(texts)))


def versions(texts: list[dict[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Number of the text, kind of change, version."""
    chance = random.Random(5)
    words = [word for row in texts for word in WORD.findall(row["text"])]
    for number, row in enumerate(texts):
        head = (row.get("title") or f"Report {number}").replace("\n", " ") + "\n\n"
        yield str(number), "", head + row["text"]
        for kind in chance.sample(sorted(CHANGES), VERSIONS):
            yield str(number), kind, head + CHANGES[kind](row["text"], chance, words)


def doorways(texts: list[dict[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Some trades in some towns, over paragraphs of a text that are drawn, shuffled and filled."""
    chance = random.Random(6)
    pools = [row["text"].split("\n\n") for row in texts if row["text"].count("\n\n") >= 5]
    for number, pool in enumerate(pools[:60]):
        for trade in TRADES[: chance.randint(2, 4)]:
            for town in TOWNS[: chance.randint(3, 5)]:
                own = chance.sample(pool, len(pool) * 4 // 5)
                body = "\n\n".join(f"{p} Call your {trade} in {town}." if n % 3 == 0 else p for n, p in enumerate(own))
                yield f"family {number}", "doorway pages", f"{trade.capitalize()} in {town}\n\n{body}"


def found(documents: list[tuple[str, str, str]], folder: Path) -> tuple[dict[str, Counter[str]], int]:
    """Of each kind of change, how many versions each rule names with their text; and findings that join two texts."""
    with (folder / "in.jsonl").open("w", encoding="utf-8") as out:
        for number, (text, _, version) in enumerate(documents):
            out.write(
                json.dumps({"id": f"{number}:{text}", "url": f"https://h{number}.example/", "text": version}) + "\n"
            )
    corpus.run([str(folder / "in.jsonl")], str(folder / "out"), corpus.Settings(select=("missing-date",)), workers=2)
    told: set[tuple[str, int]] = set()  # rules, or any, and versions
    wrong = 0
    for one in siblings(str(folder / "out"), auditor.load_rules().corpus):
        members = [int(sibling.id.partition(":")[0]) for sibling in one.siblings]
        owners = {documents[n][0] for n in members}
        wrong += len(owners) > 1
        wholes = {documents[n][0] for n in members if documents[n][1] in ("", "doorway pages")}
        for n in members:
            text, kind, _ = documents[n]
            if kind and text in wholes and len(owners) < len(members):
                told |= {(one.rule, n), ("any", n)}
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for rule, n in told:
        named[documents[n][1]][rule] += 1
    return named, wrong


def table(named: dict[str, Counter[str]], counts: Counter[str]) -> list[str]:
    rules = [
        rule for rule in (one.id for one in auditor.load_rules().corpus) if any(named[kind][rule] for kind in named)
    ]
    lines = ["| change | versions | found | " + " | ".join(rules) + " |", "|---" * (len(rules) + 3) + "|"]
    for kind in (*CHANGES, "doorway pages"):
        shares = [named[kind][rule] / max(1, counts[kind]) for rule in ("any", *rules)]
        lines.append(f"| {kind} | {counts[kind]} | " + " | ".join(f"{share:.1%}" for share in shares) + " |")
    return lines


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--texts", type=Path)
    asked.add_argument("--most", type=int, default=300)
    asked.add_argument("--markdown", type=Path)
    asked.add_argument("--json", type=Path)
    options = asked.parse_args()
    texts = given(options.texts, options.most) if options.texts else [*made(options.most)]
    with tempfile.TemporaryDirectory() as name:
        parts = []
        for kind, documents in (("versions", [*versions(texts)]), ("doorways", [*doorways(texts)])):
            (folder := Path(name) / kind).mkdir()
            parts.append((documents, *found(documents, folder)))
    named = {kind: counts for _, part, _ in parts for kind, counts in part.items()}
    counts = Counter(kind for documents, _, _ in parts for _, kind, _ in documents)
    lines = table(defaultdict(Counter, named), counts)
    lines += ["", f"{len(texts)} texts; findings that join two of them: {sum(wrong for *_, wrong in parts)}"]
    print("\n".join(lines))
    if options.markdown:
        options.markdown.write_text("\n".join(lines) + "\n", "utf-8")
    if options.json:
        options.json.write_text(json.dumps({kind: dict(counts) for kind, counts in named.items()}, indent=1), "utf-8")


if __name__ == "__main__":
    main()
