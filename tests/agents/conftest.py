"""Without the extra `mcp` these tests do not run, and say so."""

import asyncio
import sys
from importlib.util import find_spec

import pytest

MISSING = [name for name in ("mcp",) if not find_spec(name)]
collect_ignore_glob = ["test_*.py"] if MISSING else []


def pytest_terminal_summary(terminalreporter):
    if MISSING:
        terminalreporter.line(
            f"tests/agents did not run: {', '.join(MISSING)} is missing; install article-auditor[mcp]"
        )


@pytest.fixture
def asking(tmp_path):
    """Run a coroutine with a session of the SDK's own client, which started `auditor mcp` in an empty folder."""
    from mcp import ClientSession, StdioServerParameters  # noqa: PLC0415
    from mcp.client.stdio import stdio_client  # noqa: PLC0415

    started = StdioServerParameters(command=sys.executable, args=["-m", "auditor", "mcp"], cwd=tmp_path)

    def run(act):
        async def acted():
            async with stdio_client(started) as (reading, writing), ClientSession(reading, writing) as session:
                await session.initialize()
                return await act(session)

        return asyncio.run(acted())

    return run
