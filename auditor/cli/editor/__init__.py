"""`auditor lsp`: the language server, which shows findings while somebody writes.

Needs `article-auditor[lsp]`. `showing` says what was found in the terms of the protocol, `suppressing` writes
suppressions into the settings, `server` speaks with the editor.
"""

from auditor.cli import output


def lsp() -> None:
    """Speak the Language Server Protocol on stdin and stdout, for editors."""
    try:
        from auditor.cli.editor.server import serve  # noqa: PLC0415 - who has no editor has no pygls
    except ImportError as error:
        output.stop(f"{error.name} is not installed; install article-auditor[lsp]")
    serve()
