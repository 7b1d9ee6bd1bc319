"""What the language server says and hears."""

import asyncio
import gc
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from auditor.cli.editor import showing, suppressing
from auditor.cli.judging import Judge, Judged, SettingsError
from auditor.model import Format
from auditor.parsing.sniff import SUFFIXES
from auditor.reporters.paint import one_line
from auditor.version import VERSION

SUPPRESS = "auditor.suppress"
FIX_ALL = f"{lsp.CodeActionKind.SourceFixAll.value}.auditor"
_FORMATS = {"markdown": Format.MARKDOWN, "html": Format.HTML, "plaintext": Format.TEXT, "text": Format.TEXT}


class Server(LanguageServer):
    """One audit at a time, beside the conversation; of what is typed meanwhile only the last is audited."""

    def __init__(self) -> None:
        # Texts come whole: editors and Python do not agree on what ends a line, and 20 kB cost nothing to send.
        super().__init__("auditor", VERSION, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.judged: dict[str, Judged] = {}
        self._judge = Judge()
        self._worker = ThreadPoolExecutor(1)
        self._waiting: dict[str, None] = {}
        self._busy = False
        self._fault = ""

    async def refresh(self, uri: str) -> None:
        """Audit what an editor holds now, and publish what is found."""
        self._waiting[uri] = None
        if self._busy:
            return
        self._busy = True
        try:
            while self._waiting:
                uri = next(iter(self._waiting))
                del self._waiting[uri]
                await self._published(uri)
        finally:
            self._busy = False
        # What lives in circles is collected while nobody waits; what was loaded for the first audit stays.
        self._worker.submit(gc.collect)

    async def _published(self, uri: str) -> None:
        document = self.workspace.text_documents.get(uri)
        form = _format(document) if document else None
        if document is None or form is None:
            return
        version, name = document.version, called(uri)
        try:
            judged = await asyncio.get_running_loop().run_in_executor(
                self._worker, self._judge.judge, name, document.source, form
            )
        except SettingsError as fault:
            self._tell(str(fault))
        except ValueError as error:
            self._tell(f"{name}: {error}")
        else:
            self._fault = ""
            if not self.judged:
                gc.freeze()
            if uri in self.workspace.text_documents:
                self.judged[uri] = judged
                self.show(uri, showing.diagnostics(judged, self.encoding), version)

    async def fix_all(self, uri: str, judged: Judged) -> list[lsp.CodeAction]:
        """One action with every safe fix, for editors that mend on saving; nothing where there is none."""
        document = judged.document
        if not any(fix.safe for finding in judged.report.findings for fix in finding.fixes):
            return []
        mended = await asyncio.get_running_loop().run_in_executor(
            self._worker, self._judge.mended, document.name, document.source, document.format
        )
        if mended.text == document.source or self.current(uri) is not judged:
            return []
        edit = lsp.WorkspaceEdit(changes={uri: showing.edits(document, mended, self.encoding)})
        return [lsp.CodeAction("Mend all that is safe to mend", kind=FIX_ALL, edit=edit)]

    def show(self, uri: str, found: list[lsp.Diagnostic], version: int | None = None) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))

    def _tell(self, fault: str) -> None:
        """Say a fault once, not at every key."""
        if fault != self._fault:
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"auditor: {fault}"))
        self._fault = fault

    @property
    def encoding(self) -> showing.Encoding:
        return self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16

    @property
    def roots(self) -> list[Path]:
        """The folders that are open in the editor, the innermost first."""
        folders = (to_fs_path(uri) for uri in self.workspace.folders)
        return sorted((Path(folder) for folder in folders if folder), key=lambda one: -len(one.parts))

    def current(self, uri: str) -> Judged | None:
        """What is known of a text, unless it has changed since."""
        judged, document = self.judged.get(uri), self.workspace.text_documents.get(uri)
        return judged if judged and document and judged.document.source == document.source else None


def called(uri: str) -> str:
    """The path of a file; what the editor calls it where it has none yet."""
    return (to_fs_path(uri) if uri.startswith("file:") else None) or uri.rpartition(":")[2]


def _format(document: TextDocument) -> Format | None:
    """How a text is read; None where it is none of ours."""
    known = _FORMATS.get(document.language_id or "") or SUFFIXES.get(Path(called(document.uri)).suffix.lower())
    return None if known is Format.DOCX else known


def made() -> Server:
    """The server with all that it can do."""
    server = Server()
    server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(lsp.TEXT_DOCUMENT_HOVER)(_hover)
    kinds = [lsp.CodeActionKind.QuickFix, FIX_ALL]
    server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=kinds))(_actions)
    server.command(SUPPRESS)(_suppress)
    return server


async def _opened(server: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    await server.refresh(params.text_document.uri)


async def _changed(server: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    await server.refresh(params.text_document.uri)


async def _saved(server: Server, _: lsp.DidSaveTextDocumentParams) -> None:
    """What is saved may be settings, by which all texts are judged."""
    for uri in [*server.workspace.text_documents]:
        await server.refresh(uri)


def _closed(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    server.judged.pop(params.text_document.uri, None)
    server.show(params.text_document.uri, [])


def _hover(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    """The cards of the rules that found something here."""
    judged = server.current(params.text_document.uri)
    if judged is None:
        return None
    there = [one for one in showing.diagnostics(judged, server.encoding) if showing.within(one.range, params.position)]
    rules = dict.fromkeys(str(one.code) for one in there)
    cards = [text for rule in rules if (text := showing.card(rule, judged.resolved.settings))]
    if not cards:
        return None
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(cards)), there[0].range)


async def _actions(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """What can be done about the findings in a range; about all of a text where that alone is asked for."""
    uri, only = params.text_document.uri, params.context.only
    judged = server.current(uri)
    if judged is None:
        return []
    if only and lsp.CodeActionKind.QuickFix not in only:
        return await server.fix_all(uri, judged) if any(f"{FIX_ALL}.".startswith(f"{kind}.") for kind in only) else []
    found = showing.diagnostics(judged, server.encoding)
    there = [one for one in found if showing.overlap(one.range, params.range)]
    mending = [action for one in there for action in _mending(uri, one, judged, server.encoding)]
    return [*mending, *(_suppression(uri, one) for one in there if Path(called(uri)).is_absolute())]


def _mending(
    uri: str, diagnostic: lsp.Diagnostic, judged: Judged, encoding: showing.Encoding
) -> Iterator[lsp.CodeAction]:
    """What a program may do about it: the safe ones first choice, those that take words away only by hand."""
    place: Any = diagnostic.data
    finding = suppressing.found(judged, place["rule"], place["mark"])
    for safe in (True, False):
        fixes = [fix for fix in finding.fixes if fix.safe is safe] if finding else []
        if fixes:
            edits = [showing.edit(judged.document, fix, encoding) for fix in fixes]
            yield lsp.CodeAction(
                f"{diagnostic.code}: {one_line(fixes[0].why)}",
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=[diagnostic],
                edit=lsp.WorkspaceEdit(changes={uri: edits}),
                is_preferred=safe,
            )


def _suppression(uri: str, diagnostic: lsp.Diagnostic) -> lsp.CodeAction:
    place: Any = diagnostic.data
    title = f"Suppress {diagnostic.code} here, with a reason"
    return lsp.CodeAction(
        title,
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        command=lsp.Command(title, SUPPRESS, arguments=[uri, place["rule"], place["mark"], ""]),
    )


async def _suppress(server: Server, uri: str, rule: str, mark: str, reason: str) -> str | None:
    """Write a suppression into the settings; where the reason is empty, ask for one of a few."""
    judged = server.current(uri)
    finding = suppressing.found(judged, rule, mark) if judged else None
    reason = reason.strip() or (await _asked(server, rule) if finding else "")
    if judged is None or finding is None or not reason:
        return None
    try:
        file = suppressing.suppress(judged, finding, reason, server.roots)
    except SettingsError as fault:
        server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"auditor: {fault}"))
        return None
    await server.refresh(uri)
    return str(file)


async def _asked(server: Server, rule: str) -> str:
    reasons = [lsp.MessageActionItem(reason) for reason in suppressing.REASONS]
    question = f"Why is {rule} suppressed here? It is written into the settings."
    answer = await server.window_show_message_request_async(
        lsp.ShowMessageRequestParams(lsp.MessageType.Info, question, reasons)
    )
    return answer.title if answer else ""


def serve() -> None:
    """Speak with one editor until it leaves."""
    spoken = sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else may write where the protocol is spoken
    gc.disable()
    made().start_io(stdout=spoken)
