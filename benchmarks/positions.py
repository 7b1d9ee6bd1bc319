"""Whether every finding's evidence is what its place in the source says, over a folder of real pages.

python benchmarks/positions.py --data FOLDER [--pages 500]

For every block, finding and related place: the slice of the source, read again by the block's syntax, must be the text.
"""

import argparse
import re
import sys
from pathlib import Path

from cost import pages

import auditor
from auditor.model import Document, Span
from auditor.parsing.places import place, replay


def wrong_blocks(document: Document) -> int:
    return sum(not holds(document, Span.of(block)) for block in document.blocks)


def holds(document: Document, span: Span) -> bool:
    try:
        replay(document.source, span)
        start, end = place(document.source, span)
    except (AssertionError, IndexError):
        return False
    return span.block.start <= start <= end <= span.block.end


def wrong_findings(document: Document, report: auditor.Report) -> int:
    """Findings whose evidence does not stand at their place, by a reading that shares no code with the parser's."""
    spots = [spot for finding in report.findings for spot in (finding, *finding.related) if spot.length]
    return sum(not _reads(document.source[s.offset : s.offset + s.length], s.evidence) for s in spots)


def _reads(source: str, evidence: str) -> bool:
    from bs4 import BeautifulSoup  # noqa: PLC0415

    bare = re.sub(
        r"<(script|style|svg|noscript|template)\b.*?</\1\s*>|<!--.*?-->", "", source, flags=re.DOTALL | re.IGNORECASE
    )
    text = BeautifulSoup(bare.replace("<br", " <br"), "html.parser").get_text()
    letters = re.compile(r"\w+")
    return letters.findall(text) == letters.findall(evidence) or letters.findall(source) == letters.findall(evidence)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--pages", type=int, default=500)
    options = arguments.parse_args()
    blocks = bad_blocks = findings = bad_findings = 0
    for page in pages(options.data, options.pages):
        document = auditor.parse(page, format="html")
        report = auditor.audit(document)
        blocks += len(document.blocks)
        bad_blocks += wrong_blocks(document)
        findings += sum(1 + len(f.related) for f in report.findings)
        bad_findings += wrong_findings(document, report)
    print(f"blocks: {blocks}, wrong: {bad_blocks}; places of findings: {findings}, wrong: {bad_findings}")
    return int(bool(bad_blocks or bad_findings))


if __name__ == "__main__":
    sys.exit(main())
