"""Without the extra `corpus` these tests do not run, and say so."""

from importlib.util import find_spec

MISSING = [name for name in ("pyarrow", "rensa", "brotli", "zstandard", "duckdb", "fsspec") if not find_spec(name)]
collect_ignore_glob = ["test_*.py"] if MISSING else []


def pytest_terminal_summary(terminalreporter):
    if MISSING:
        terminalreporter.line(
            f"tests/corpus did not run: pip install article-auditor[corpus] ({', '.join(MISSING)} is missing)"
        )
