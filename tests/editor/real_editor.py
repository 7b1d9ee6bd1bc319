"""A real client that speaks with a real server, over stdin and stdout as editors do."""

import asyncio
import sys
from pathlib import Path
from typing import Self

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

PATIENCE = 60  # seconds; a busy machine is slow


def _converter():
    """The client's own takes a code action that has a command for a command."""
    converter = default_converter()

    def action(given, _):
        kind = lsp.Command if isinstance(given.get("command"), str) else lsp.CodeAction
        return converter.structure(given, kind)

    converter.register_structure_hook(lsp.Command | lsp.CodeAction, action)
    return converter


class Editor:
    """An editor that is open on a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("tests", "1", converter_factory=_converter)
        self.published: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.shown: list[str] = []
        self.told = asyncio.Event()  # once something was shown
        self.asked: list[str] = []
        self.answer: str | None = None
        # pygls marks what it is given, and methods cannot be marked.
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda said: self.published.put_nowait(said))  # noqa: PLW0108
        self.client.feature(lsp.WINDOW_SHOW_MESSAGE)(self._shown())
        self.client.feature(lsp.WINDOW_SHOW_MESSAGE_REQUEST)(lambda params: self._answered(params))  # noqa: PLW0108

    def _shown(self):
        def shown(params: lsp.ShowMessageParams) -> None:
            self.shown.append(params.message)
            self.told.set()

        return shown

    def _answered(self, params: lsp.ShowMessageRequestParams) -> lsp.MessageActionItem | None:
        self.asked = [action.title for action in params.actions or ()]
        return lsp.MessageActionItem(self.answer) if self.answer else None

    async def __aenter__(self) -> Self:
        await self.client.start_io(sys.executable, "-m", "auditor", "lsp", cwd=str(self.folder))
        await self.client.initialize_async(
            lsp.InitializeParams(
                capabilities=lsp.ClientCapabilities(),
                workspace_folders=[lsp.WorkspaceFolder(self.folder.as_uri(), "tests")],
            )
        )
        self.client.initialized(lsp.InitializedParams())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.folder / name).as_uri()

    async def opened(self, name: str, text: str, language: str = "markdown") -> list[lsp.Diagnostic]:
        item = lsp.TextDocumentItem(self.uri(name), language, 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.found(1)

    def type(self, name: str, text: str, version: int) -> None:
        document = lsp.VersionedTextDocumentIdentifier(version, self.uri(name))
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))

    async def found(self, version: int | None = None) -> list[lsp.Diagnostic]:
        """What is published of a version."""
        while True:
            said = await asyncio.wait_for(self.published.get(), PATIENCE)
            if version in (None, said.version):
                return list(said.diagnostics)

    async def actions(self, name: str, found: lsp.Diagnostic) -> list[lsp.CodeAction]:
        context = lsp.CodeActionContext([found])
        document = lsp.TextDocumentIdentifier(self.uri(name))
        actions = await self.client.text_document_code_action_async(
            lsp.CodeActionParams(document, found.range, context)
        )
        return list(actions or ())

    async def all_mended(self, name: str, kind: str) -> list[lsp.CodeAction]:
        """What an editor asks for that mends on saving."""
        document, everywhere = lsp.TextDocumentIdentifier(self.uri(name)), lsp.Position(0, 0)
        context = lsp.CodeActionContext([], only=[kind])
        actions = await self.client.text_document_code_action_async(
            lsp.CodeActionParams(document, lsp.Range(everywhere, everywhere), context)
        )
        return list(actions or ())

    async def run(self, command: lsp.Command, reason: str = "") -> object:
        params = lsp.ExecuteCommandParams(command.command, [*(command.arguments or ())[:-1], reason])
        return await self.client.workspace_execute_command_async(params)

    async def hover(self, name: str, at: lsp.Position) -> str:
        document = lsp.TextDocumentIdentifier(self.uri(name))
        hover = await self.client.text_document_hover_async(lsp.HoverParams(document, at))
        return hover.contents.value if hover else ""
