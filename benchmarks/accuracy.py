"""Recall and false-positive rate of every rule on labelled data; writes docs/accuracy.md.

python benchmarks/accuracy.py --data FOLDER [--output docs/accuracy.md]

FOLDER holds, each optional:
    authors/dev.jsonl           {"label": "placeholder" | "real", "form": "text" | "html", "content", ...}
    quotes/dev.jsonl.gz         {"label": 0 | 1, "mode", "body"}
    keywords/dev.jsonl.gz       {"label": 0 | 1, "kind", "title", "body"}
    headlines/fnc_dev.jsonl.gz  {"unrelated": 0 | 1, "headline", "body_id"}, bodies in fnc_bodies.jsonl.gz
    headlines/links_dev.jsonl.gz {"mismatch": 0 | 1, "kind", "widget", "own", "anchor", "slug"}
    pages/gold.jsonl.gz         {"id", "url", "page_type", "body"}, and pages/html/<id>.html.gz
"""

import argparse
import gzip
import html
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import honest_groups
import honest_languages
import ledger

import auditor

HEAD = """# Accuracy

Written by `python benchmarks/accuracy.py`; every figure was measured with the rules of this version.

*Recall* is the share of faulty texts in which a rule of the family fires, *false positives* are honest texts in which
it fires. At one bad page in a hundred a false-positive rate of 1% makes half of all alarms false, so that rate is the
figure to look at.
"""
LIMITS = """
## What these figures do not say

- They are measured on **development data**: thresholds were chosen on most of it. Expect less on texts from elsewhere.
- Constructed faults favour what they were built with. What carries over is the reason behind a rule, not its figure.
- No false positive among 500 honest texts still allows a true rate of 0.7% (95% bound).
- The faulty texts are English; in other languages only the rules' own examples and small sets are measured.
- The pages include search-optimised posts that really do repeat their phrase; some flags on them are deserved.
"""
PAIRS = ("headline-body-mismatch", "anchor-slug-mismatch")
FAMILIES = {"authors": "authorship", "quotes": "sourcing", "keywords": "keywords"}


@dataclass
class Tally:
    """How many texts of a set there are, and in how many of them each rule, or any rule of the family, fires."""

    texts: int = 0
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, rules: set[str]) -> None:
        self.texts += 1
        self.rules.update(rules)

    def share(self, rule: str) -> str:
        return f"{self.rules[rule]} of {self.texts} ({self.rules[rule] / self.texts:.1%})" if self.texts else "-"


def rows(path: Path) -> list[dict[str, Any]]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.splitlines()]


def texts(data: Path, family: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(group, source, arguments of `audit`); groups of honest texts start with "honest"."""
    name = {"authors": "authors/dev.jsonl"}.get(family, f"{family}/dev.jsonl.gz")
    if not (data / name).exists():
        return
    for row in rows(data / name):
        if family == "authors":
            bad = row["label"] == "placeholder"
            group = f"{row['generator']}, {row['meta'].get('detect', 'typed')} tell" if bad else "honest profiles"
            yield group, row["content"], {"format": row["form"], "zone": "author"}
        else:
            group = str(row.get("kind") or row.get("mode")) if row["label"] else "honest articles"
            source = "\n\n".join(filter(None, [row.get("title"), row["body"]]))
            yield group, source, {"format": "text"}


def fired(report: auditor.Report, dimension: str, at_least: auditor.Severity) -> set[str]:
    found = {f.rule for f in report.findings if f.dimension == dimension and f.severity.rank >= at_least.rank}
    return found | {"any rule"} if found else found


def family_section(data: Path, family: str) -> str:
    dimension = FAMILIES[family]
    at_least = auditor.Severity.WARNING if family == "keywords" else auditor.Severity.ERROR
    tallies: dict[str, Tally] = defaultdict(Tally)
    for group, source, arguments in texts(data, family):
        tallies[group].add(fired(auditor.audit(source, **arguments), dimension, at_least))
    if not tallies:
        return ""
    honest = next(name for name in tallies if name.startswith("honest"))
    faulty = Tally(sum(t.texts for n, t in tallies.items() if n != honest))
    for name, tally in tallies.items():
        faulty.rules += tally.rules if name != honest else Counter()
    rules = sorted({*faulty.rules, *tallies[honest].rules} - {"any rule"})
    lines = [
        f"\n## {dimension.title()}, findings of severity {at_least} and above\n",
        f"| rule | found in faulty texts | found in {honest} |",
        "|---|---|---|",
    ]
    lines += [f"| {rule} | {faulty.share(rule)} | {tallies[honest].share(rule)} |" for rule in ["any rule", *rules]]
    lines += ["\n| kind of faulty text | found by any rule |", "|---|---|"]
    lines += [f"| {name} | {tally.share('any rule')} |" for name, tally in sorted(tallies.items()) if name != honest]
    return "\n".join(lines) + "\n"


def pairs_section(data: Path) -> str:
    """Headlines over bodies, and anchor texts over the slugs of their addresses: related pairs and others."""
    if not (data / "headlines/fnc_dev.jsonl.gz").exists():
        return ""
    bodies = {row["body_id"]: row["body"] for row in rows(data / "headlines/fnc_bodies.jsonl.gz")}
    tallies = {(rule, bad): Tally() for rule in PAIRS for bad in (True, False)}
    for row in rows(data / "headlines/fnc_dev.jsonl.gz")[::4]:
        report = auditor.audit(f"{row['headline']}\n\n{bodies[row['body_id']]}", format="text")
        tallies["headline-body-mismatch", bool(row["unrelated"])].add({f.rule for f in report.findings})
    for row in filter(_is_judged, rows(data / "headlines/links_dev.jsonl.gz")[::8]):
        report = auditor.audit(_link_page(row["anchor"], row["slug"]), format="html")
        tallies["anchor-slug-mismatch", bool(row["mismatch"])].add({f.rule for f in report.findings})
    lines = ["\n## Headlines and links, findings of any severity\n", "| rule | found in unrelated pairs | in related |"]
    lines += ["|---|---|---|"]
    lines += [f"| {rule} | {tallies[rule, True].share(rule)} | {tallies[rule, False].share(rule)} |" for rule in PAIRS]
    return "\n".join(lines) + "\n"


def _is_judged(row: dict[str, Any]) -> bool:
    """Pairs of four words or more; related ones from link lists of the page's own site, others paired at random."""
    long = min(len(row["anchor"].split()), len(row["slug"].split())) >= 4
    return long and (row.get("kind") == "random" if row["mismatch"] else bool(row["widget"] and row["own"]))


def _link_page(anchor: str, slug: str) -> str:
    address = "https://site.invalid/" + "-".join(slug.split())
    text = "<p>" + "The harbour office counts every ferry and writes its name into a book. " * 9 + "</p>"
    link = f'<li><a href="{html.escape(address)}">{html.escape(anchor)}</a></li>'
    return f"<article><h1>Harbour</h1>{text}</article><aside class=related><h3>Related</h3><ul>{link}</ul></aside>"


def pages_section(data: Path) -> str:
    if not (data / "pages/gold.jsonl.gz").exists():
        return ""
    tally, verdicts = Tally(), Counter[str]()
    for row in rows(data / "pages/gold.jsonl.gz"):
        if row["page_type"] == "article" and len(row["body"].split()) >= 250:
            page = gzip.decompress((data / "pages/html" / f"{row['id']}.html.gz").read_bytes())
            report = auditor.audit(page, format="html", url=row["url"])
            verdicts[report.verdict] += 1
            tally.add({f"{f.rule} | {f.severity}" for f in report.findings})
    lines = ["\n## Whole pages: honest articles of 250 words or more, as HTML\n", "| verdict | pages |", "|---|---|"]
    lines += [
        f"| {verdict} | {count} of {tally.texts} ({count / tally.texts:.1%}) |"
        for verdict, count in verdicts.most_common()
    ]
    lines += ["\n| rule | severity | pages with a finding |", "|---|---|---|"]
    lines += [
        f"| {rule} | {tally.share(rule)} |"
        for rule, _ in sorted(tally.rules.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--output", type=Path, default=Path("docs/accuracy.md"))
    options = arguments.parse_args()
    sections = [
        *(family_section(options.data, family) for family in FAMILIES),
        pairs_section(options.data),
        pages_section(options.data),
        honest_groups.section(options.data),
        honest_languages.section(options.data),
        ledger.table(list(ledger.read().values())),
    ]
    options.output.write_text(HEAD + "".join(sections) + LIMITS, encoding="utf-8")


if __name__ == "__main__":
    main()
