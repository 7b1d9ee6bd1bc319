"""What judging a million stored rows again costs, in one command, and that it says what a fresh audit says.

python benchmarks/refilter.py [--rows 1000000] [--pages 4000] [--json FILE]

Pages are made, with faults of many kinds, and audited once. Their parts are then linked
under other names until there are as many rows as asked. Each profile is a process of its own, `auditor corpus
refilter`; CPU seconds are those of all of its threads. That the rows are equal to those of a fresh audit with the same
profile is checked on the pages themselves, in every column.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from msgspec import structs

from auditor import corpus
from auditor.corpus.running import parts

PROFILES = {
    "stricter gates": ["reject-under = 60", "pass-from = 95"],
    "another class of a common rule": ['severity = { missing-date = "error", missing-byline = "warning" }'],
    "a dimension off": ['ignore = ["sourcing"]'],
    "all of these": [
        "reject-under = 60", "pass-from = 95", 'severity = { missing-date = "error" }', 'ignore = ["sourcing"]',
    ],
}  # fmt: skip
VERBS = "carried opened closed moved watched painted repaired followed counted measured gathered returned".split()
SOUNDS = "b br c ch d dr f g gr h k l m n p r s st t tr v w".split()
SENTENCES = [
    "The {} {} the {} near the {}, and nobody asked why.",
    "In the {} they {} a {} that belonged to the {} of old.",
    "When the {} was {} at last, the {} stood by the {}.",
    "Nobody in the {} had {} so many of the {} since the {} came.",
]
FAULTS = [
    'The "Source {n}" clearly states that {words}.',
    "As an AI language model, I cannot {words}, but the principle is simple.",
    "[Insert photo of the {words} here]",
    "Visit {{{{city_name}}}} and {words}.",
    "The mayor said on 31 February 20{n:02} that {words}.",
    "Itâ€™s the {words} that count, and itâ€™s not the only thing.",
    "Sure, here is a rewritten version of the article about {words}:",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor {words}.",
]


def noun(chance: random.Random) -> str:
    """One of 21,000 words that nobody has used, so that no phrase returns by chance."""
    parts = [chance.choice(SOUNDS) + chance.choice("aeiou") for _ in range(2)]
    return "".join(parts) + chance.choice(["n", "rk", "l"])


def sentence(chance: random.Random) -> str:
    return chance.choice(SENTENCES).format(noun(chance), chance.choice(VERBS), noun(chance), noun(chance))


def page(chance: random.Random, n: int) -> str:
    """An article; three in five have a fault or two, some of them at several places."""
    paragraphs = [" ".join(sentence(chance) for _ in range(5)) for _ in range(chance.randint(4, 12))]
    for _ in range(chance.choice([0, 0, 1, 1, 2])):
        words = " ".join(noun(chance) for _ in range(4))
        fault = chance.choice(FAULTS).format(n=chance.randint(1, 28), words=words)
        for _ in range(chance.choice([1, 1, 1, 4])):
            paragraphs.insert(chance.randrange(len(paragraphs)), fault)
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    title = f"The {noun(chance)} of the {noun(chance)}, part {n}"
    by = "" if chance.random() < 0.3 else f'<p class="byline">By Ann {noun(chance).capitalize()}</p>'
    date = "" if chance.random() < 0.3 else '<time datetime="2024-05-06">6 May 2024</time>'
    head = f"<html lang='en'><head><title>{title}</title></head><body><article><h1>{title}</h1>{by}{date}"
    return f"{head}{body}</article></body></html>"


def audited(folder: Path, pages: int) -> Path:
    chance = random.Random(20)
    with (folder / "pages.jsonl").open("w", encoding="utf-8") as out:
        for n in range(pages):
            row = {"id": str(n), "url": f"https://site{n % 97}.example/{n}", "text": page(chance, n)}
            out.write(json.dumps(row) + "\n")
    corpus.run([str(folder / "pages.jsonl")], str(folder / "once"), workers=2)
    return folder / "once"


def multiplied(once: Path, many: Path, rows: int) -> int:
    """The parts of a run under as many names as make so many rows."""
    (many / "parts").mkdir(parents=True)
    stored, made, documents = parts.manifest(str(once)), [], 0
    while documents < rows:
        for part in stored.parts:
            name = f"{part.name}x{len(made)}"
            os.link(parts.path_of(str(once), part.name), parts.path_of(str(many), name))
            made.append(structs.replace(part, name=name))
            documents += part.documents
    inputs = [structs.replace(stored.inputs[0], parts=[part.name for part in made])]
    parts.close(str(many), structs.replace(stored, parts=made, inputs=inputs, documents=documents))
    return documents


def timed(source: Path, out: Path | None, settings: list[str], *more: str) -> dict[str, float]:
    command = [sys.executable, "-m", "auditor", "corpus", "refilter", str(source), *more]
    command += [word for line in settings for word in ("--profile", line)] + (["-o", str(out)] if out else [])
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} failed")
    return {"seconds": round(time.monotonic() - began, 1), "cpu": round(used.ru_utime + used.ru_stime, 1),
            "megabytes": used.ru_maxrss // 1_000}  # fmt: skip


def equal(folder: Path, settings: list[str]) -> bool:
    """Whether the rows are those of a fresh audit."""
    fresh, again = folder / "fresh", folder / "again"
    chosen = [word for line in settings for word in ("--config", line)]
    command = [sys.executable, "-m", "auditor", "corpus", "run", str(folder / "pages.jsonl"), "-o", str(fresh)]
    subprocess.run([*command, *chosen, "-j", "2"], check=True, stderr=subprocess.DEVNULL)
    timed(folder / "once", again, settings, "--whole")
    return list(corpus.rows(str(fresh))) == list(corpus.rows(str(again)))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--pages", type=int, default=4_000)
    asked.add_argument("--json", type=Path)
    options = asked.parse_args()
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        once = audited(folder, options.pages)
        rows = [row["findings"] for row in corpus.rows(str(once))]
        found["rows"] = multiplied(once, folder / "many", options.rows)
        found["findings a row"] = sum(map(len, rows)) / len(rows)
        found["places a row"] = sum(1 + len(one["related"]) for row in rows for one in row) / len(rows)
        for n, (told, settings) in enumerate(PROFILES.items()):
            written = timed(folder / "many", folder / f"out{n}", settings)
            found[told] = {"written": written, "counted": timed(folder / "many", None, settings)}
            found[told] |= {"equal to a fresh audit": equal(folder, settings)}
            print(told, json.dumps(found[told]), flush=True)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    print(json.dumps({name: found[name] for name in ("rows", "findings a row", "places a row")}))


if __name__ == "__main__":
    main()
