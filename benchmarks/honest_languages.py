"""What is said of honest pages that are not English, by the language of their text.

    python benchmarks/honest_languages.py --data FOLDER            # the table of docs/accuracy.md
    python benchmarks/honest_languages.py --data FOLDER --show     # and every finding of warning or above

The folder holds sets of pages: `<set>/gold.jsonl.gz` with `id` and `url`, the pages in `<set>/html/<id>.html.gz`, and
`wild/wild.jsonl.gz` with texts of which `label` says that they are honest. The language is the one that is told of the
text, for few sets state one, and pages of filler text alone have none; of `language-mismatch` and `headline-language`
each finding is to be read.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import auditor
from auditor.model import Severity, Verdict
from auditor.words import subject

SETS = ("pages", "news", "segments", "newsrooms", "paragraphs")
NOTE = """\
By the language of their text (`python benchmarks/honest_languages.py --data FOLDER --show` prints what was found).
All findings of `language-mismatch` were read: the pages do declare another language. Of the pages sent to review or
rejected all but two hold text that a template, a program or a filler left.
"""
WATCHED = ("language-mismatch", "headline-language")


def honest(data: Path) -> Iterator[tuple[str, bytes | str, str, str | None]]:
    """Name, source, format and address of each page."""
    for name in SETS:
        for row in rows(data / name / "gold.jsonl.gz"):
            page = gzip.decompress((data / name / "html" / f"{row['id']}.html.gz").read_bytes())
            yield f"{name} {row['id']}", page, "html", row.get("url")
    for row in rows(data / "wild" / "wild.jsonl.gz"):
        if row["label"] == "honest":
            yield f"wild {row['id']}", f"{row['title']}\n\n{row['text']}", "text", row.get("url")


def rows(path: Path) -> list[dict]:
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def section(data: Path, *, show: bool = False) -> str:
    """The part of docs/accuracy.md, or "" without such pages."""
    seen = counted(data, show=show)
    return f"\n## Honest pages that are not English\n\n{NOTE}\n{table(seen)}\n" if seen else ""


def counted(data: Path, *, show: bool) -> dict[str, Counter[str]]:
    seen: dict[str, Counter[str]] = {}
    for name, source, form, url in honest(data):
        language = auditor.parse(source, format=form, url=url).language
        if language in {"en", None}:
            continue
        report = auditor.audit(source, format=form, url=url)
        loud = [finding for finding in report.findings if finding.severity.rank >= Severity.WARNING.rank]
        counts = seen.setdefault(language, Counter())
        counts.update(("pages", str(report.verdict), *{f.rule for f in loud if f.rule in WATCHED}))
        if show and loud:
            print(language, name, report.verdict, *(f"{f.rule}: {(f.evidence or '')[:80]!r}" for f in loud), sep=" | ")
    return seen


def table(seen: dict[str, Counter[str]]) -> str:
    columns = ("pages", Verdict.REVIEW.value, Verdict.REJECT.value, *WATCHED)
    lines = [f"| language | {' | '.join(columns)} |", f"|---|{'--:|' * len(columns)}"]
    total = sum(seen.values(), Counter())
    for code, counts in (*sorted(seen.items(), key=lambda one: (-one[1]["pages"], one[0])), ("all", total)):
        lines.append(f"| {''.join(subject(code, 'writing').get('name', (code,)))} | ")
        lines[-1] += " | ".join(str(counts[key] or "") for key in columns) + " |"
    return "\n".join(lines)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--show", action="store_true")
    args = ask.parse_args()
    print(section(args.data, show=args.show))


if __name__ == "__main__":
    main()
