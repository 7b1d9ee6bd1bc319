"""`auditor mcp`: the auditor as a tool of agents, over the Model Context Protocol.

Needs `article-auditor[mcp]`. `answers` says what agents are told and keeps it short, `server` speaks with them.
"""

from auditor.cli import output


def mcp() -> None:
    """Speak the Model Context Protocol on stdin and stdout, for agents."""
    try:
        from auditor.cli.agents.server import serve  # noqa: PLC0415 - who has no agent has no SDK
    except ImportError as error:
        output.stop(f"{error.name} is not installed; install article-auditor[mcp]")
    serve()
