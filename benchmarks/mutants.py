"""Which thresholds no test holds: python benchmarks/mutants.py [WORD ...]

Each mutant changes one number, doubled, halved or as given, in a copy of the repository; then the tests that should
notice run. Survivors are printed, and the exit code is 1 if there are any. With words, only mutants of files or
names that hold one of them.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARSING = "auditor/parsing/html"
THRESHOLDS = "tests/parsing/test_html_thresholds.py"
HEADLINES = "tests/parsing/test_headline_thresholds.py"
ZONES = f"{THRESHOLDS} tests/parsing/test_html_zones.py tests/parsing/test_html_pages.py"
# File, name of the number as it is assigned, and the tests. Numbers that one line assigns together are told by place.
NUMBERS = [
    (f"{PARSING}/zones/zones.py", "GOOD_WORDS, GOOD_LINKED", 2, ZONES),
    (f"{PARSING}/zones/zones.py", "GUARD", 1, ZONES),
    (f"{PARSING}/zones/zones.py", "LINK_LINE, LINK_WORDS, LINK_ROW", 3, ZONES),
    (f"{PARSING}/zones/zones.py", "PARAGRAPH_WORDS, LABELS", 2, ZONES),
    (f"{PARSING}/zones/colophon.py", "COLOPHON", 1, ZONES),
    (f"{PARSING}/zones/container.py", "CONTAINER", 1, ZONES),
    (f"{PARSING}/zones/container.py", "ARTICLE", 1, ZONES),
    (f"{PARSING}/zones/container.py", "JOIN_LINKED", 1, ZONES),
    (f"{PARSING}/zones/container.py", "JOIN_SEGMENTS", 1, ZONES),
    (f"{PARSING}/zones/widgets.py", "SECTION_LINKED", 1, ZONES),
    (f"{PARSING}/zones/widgets.py", "PROSE", 1, ZONES),
    (f"{PARSING}/zones/unshown.py", "SWITCHED, PUT_AWAY", 2, ZONES),
    (f"{PARSING}/facts/titles.py", "_SITE_WORDS", 1, HEADLINES),
    (f"{PARSING}/facts/titles.py", "_LINE", 1, HEADLINES),
    (f"{PARSING}/facts/titles.py", "_HOST_LETTERS", 1, HEADLINES),
    (f"{PARSING}/facts/titles.py", "_UNLIKE", 1, HEADLINES),
    (f"{PARSING}/facts/titles.py", "_ALIKE, _NEARLY", 2, HEADLINES),
    (f"{PARSING}/facts/nearest_heading.py", "SAME", 1, HEADLINES),
    (f"{PARSING}/tree/caps.py", "MAX_DEPTH", 1, THRESHOLDS),
    (f"{PARSING}/tree/caps.py", "MAX_INLINE_DEPTH", 1, THRESHOLDS),
    (f"{PARSING}/tree/caps.py", "MAX_ELEMENTS", 1, THRESHOLDS),
    (f"{PARSING}/tree/caps.py", "MAX_BLOCK", 1, THRESHOLDS),
    ("auditor/__init__.py", "MAX_CHARS", 1, THRESHOLDS),
    ("auditor/parsing/markdown/__init__.py", "_LONGEST_SOURCE", 1, THRESHOLDS),
    ("auditor/parsing/markdown/structure.py", "DEEPEST", 1, THRESHOLDS),
    ("auditor/cleaning/markup.py", "_DEEPEST", 1, THRESHOLDS),
    ("auditor/cleaning/grouping.py", "DEEPEST", 1, THRESHOLDS),
]
# File, what stands there, what takes its place, and the tests.
CHANGES = [
    (f"{PARSING}/zones/zones.py", "GUARD = 0.35", "GUARD = 0.95", ZONES),
    (f"{PARSING}/zones/colophon.py", "COLOPHON = 40", "COLOPHON = 400", ZONES),
    (f"{PARSING}/zones/zones.py", "PARAGRAPH_WORDS, LABELS = 25, 0.5", "PARAGRAPH_WORDS, LABELS = 25, 5", ZONES),
    (f"{PARSING}/zones/container.py", "JOIN_LINKED = 0.2", "JOIN_LINKED = 0.95", ZONES),
    (f"{PARSING}/zones/container.py", "ARTICLE = 0.35", "ARTICLE = 0.05", ZONES),
    (f"{PARSING}/zones/widgets.py", "SECTION_LINKED = 0.2", "SECTION_LINKED = 0.6", ZONES),
    (f"{PARSING}/zones/widgets.py", "PROSE = 20", "PROSE = 200", ZONES),
    (f"{PARSING}/zones/flags.py", "FEWEST = 20", "FEWEST = 2_000", ZONES),
    (f"{PARSING}/zones/flags.py", '"aside": ASIDE', '"aside": DETAIL', ZONES),
    (f"{PARSING}/facts/nearest_heading.py", "SAME = 0.8", "SAME = 0.3", ZONES),
    ("auditor/rulebook.py", "if file[0] not in apart", "if not file", "tests/test_rule_files.py"),
    ("auditor/signals/linking.py", "_MOST_LINKS = 2_000", "_MOST_LINKS = 2", "tests/headlines/test_links.py"),
    ("auditor/config.py", "= 64_000_000", "= 128_000_000", THRESHOLDS),
    ("auditor/config.py", "= 64_000_000", "= 32_000_000", THRESHOLDS),
    ("auditor/cleaning/pictures.py", "return 2 * (self", "return 4 * (self", "tests/cleaning"),
    ("auditor/cleaning/pictures.py", "return 2 * (self", "return 1 * (self", "tests/cleaning"),
    (
        "auditor/engine.py",
        "facts = _without_quotations(facts, spot, *related)",
        "pass",
        "tests/wording/test_patterns_of_cards.py",
    ),
]
_NUMBER = re.compile(r"[\d_.]+")


def mutants(wanted: list[str]) -> Iterator[tuple[str, str, str, str]]:
    """File, text, changed text, tests."""
    for file, names, number, tests in NUMBERS:
        line = next(one for one in (ROOT / file).read_text("utf-8").splitlines() if one.startswith(f"{names} = "))
        for place in range(number):
            for factor in (2, 0.5):
                changed = _changed(line, place, factor)
                if not wanted or any(word in f"{file} {names}" for word in wanted):
                    yield file, line, changed, tests
    yield from (
        change for change in CHANGES if not wanted or any(word in f"{change[0]} {change[1]}" for word in wanted)
    )


def _changed(line: str, place: int, factor: float) -> str:
    """The assignment with one of its numbers multiplied."""
    names, values = line.split(" = ", 1)
    found = list(_NUMBER.finditer(values))[place]
    value = float(found[0].replace("_", "")) * factor
    return f"{names} = {values[: found.start()]}{int(value) if value.is_integer() else value}{values[found.end() :]}"


def survives(copy: Path, tests: str) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-m", "not slow", "-p", "no:cacheprovider", *tests.split()]
    environment = os.environ | {"PYTHONPATH": str(copy)}
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False).returncode == 0


def main(wanted: list[str]) -> int:
    """Try every mutant, and say which live."""
    alive = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        for name in ("auditor", "rules", "tests", "docs", "samples"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", copy)
        for file, text, changed, tests in mutants(wanted):
            path = copy / file
            whole = path.read_text("utf-8")
            if text not in whole:
                raise SystemExit(f"{file}: there is no {text!r}; mend this list")
            path.write_text(whole.replace(text, changed, 1), "utf-8")
            lives = survives(copy, tests)
            path.write_text(whole, "utf-8")
            alive += lives
            print(f"{'SURVIVED' if lives else 'found':<9}{Path(file).name}: {changed[:90]}", flush=True)
    return alive > 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
