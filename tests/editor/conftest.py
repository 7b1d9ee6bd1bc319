"""Without the extra `lsp` these tests do not run, and say so."""

import asyncio
from importlib.util import find_spec

import pytest

MISSING = [name for name in ("pygls", "lsprotocol") if not find_spec(name)]
collect_ignore_glob = ["test_*.py"] if MISSING else []


def pytest_terminal_summary(terminalreporter):
    if MISSING:
        terminalreporter.line(
            f"tests/editor did not run: {', '.join(MISSING)} is missing; install article-auditor[lsp]"
        )


@pytest.fixture
def editing(tmp_path):
    """Run a coroutine that uses an editor, open on an empty folder."""
    from real_editor import Editor  # noqa: PLC0415

    def run(act):
        async def acted():
            async with Editor(tmp_path) as editor:
                return await act(editor)

        return asyncio.run(acted())

    return run
