"""How long an editor waits for the findings of a keystroke: `python benchmarks/keystrokes.py [--words 3000]`.

A real client types into a real `auditor lsp`, one letter at a time, anywhere in articles that are made here: HTML,
Markdown and text with some faults. Measured is the time from sending the change until its diagnostics are there, and
the CPU that the server spends on it, which is what a machine with nothing else to do would make of it.
"""

import argparse
import asyncio
import random
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

_PEOPLE = (
    "miller|neighbour|sister|council|apprentice|company|teacher|joiner|mayor|postwoman|crew|geologist|archive|owner|"
    "grandfather|pilot|baker|school|widow|surgeon|printer|shepherd|clerk|diver|orchestra|editor|guard|carter"
).split("|")
_THINGS = (
    "wheel|sack|letter|lock|boat|sledge|table|clock|roof|ledger|herring|map|bell|bridge|chair|key|photograph|lamp|"
    "anchor|barrel|cellar|field|window|violin|ditch|fence|harvest|debt|promise|road|well|coat|storm|song|winter"
).split("|")
_LIKE = (
    "old|narrow|borrowed|painted|second|wet|famous|silent|broken|northern|heavy|patient|red|careless|last|tired|"
    "hollow|proud|foreign|cheap|early|lost|crooked|young|grey|honest|frozen|useless|bright|forgotten|wooden|shy"
).split("|")
_DID = (
    "repaired|carried|remembered|sold|counted|painted|moved|found|lost|described|photographed|measured|kept|lent|"
    "borrowed|hid|rebuilt|explained|forgot|weighed|wanted|doubted|closed|opened|followed|feared|praised|copied"
).split("|")
_WHERE = "behind|before|under|near|without|after|beside|against|inside|above|with|for|despite|between|through".split(
    "|"
)
_FAULTS = (
    "{{city_name}} paid for it.", "[Insert photo here]", "It cost 12 kroner on 31 April 1962.", "It was was repaired.",
    "As an AI language model, I cannot say who paid.", "The caf&amp;eacute; closed in 1971.",
)  # fmt: skip
_PAUSE = 0.05  # seconds between two keys


def article(words: int, form: str) -> str:
    """So many words of prose that nobody has written, a headline every six paragraphs and a fault every eight."""
    chance = random.Random(form)
    found, count = [_block("headline", "What the harbour of the island remembers", form)], 0
    while count < words:
        paragraph = " ".join(_sentence(chance) for _ in range(chance.randint(3, 7)))
        if len(found) % 8 == 7:
            paragraph += " " + _FAULTS[len(found) // 8 % len(_FAULTS)]
        kind = "heading" if len(found) % 6 == 5 else "paragraph"
        found.append(_block(kind, paragraph if kind == "paragraph" else _sentence(chance)[:-1], form))
        count += len(found[-1].split())
    text = "\n\n".join(found) + "\n"
    return (
        f"<!DOCTYPE html>\n<html lang=en><body><article>\n{text}</article></body></html>\n" if form == "html" else text
    )


def _sentence(chance: random.Random) -> str:
    """Words that hardly ever meet twice, as in prose that is worth reading."""

    def some(of: list[str]) -> str:
        return (
            f"{chance.choice(('the', 'a', 'his', 'her', 'this', 'every'))} {chance.choice(_LIKE)} {chance.choice(of)}"
        )

    def clause() -> str:
        return f"{some(_PEOPLE)} {chance.choice(_DID)} {some(_THINGS)} {chance.choice(_WHERE)} {some(_THINGS)}"

    told = (
        clause() if chance.random() < 0.5 else f"{clause()}, {chance.choice(('and', 'but', 'while', 'as'))} {clause()}"
    )
    return f"{told[0].upper()}{told[1:]}."


def _block(kind: str, text: str, form: str) -> str:
    if form == "html":
        tag = {"headline": "h1", "heading": "h2", "paragraph": "p"}[kind]
        return f"<{tag}>{text}</{tag}>"
    marks = {"headline": "# ", "heading": "## ", "paragraph": ""}[kind] if form == "markdown" else ""
    return marks + text


class Editor:
    """A client that knows when the findings of a version are there."""

    def __init__(self) -> None:
        self.client = LanguageClient("benchmark", "1")
        self.published = asyncio.Queue[lsp.PublishDiagnosticsParams]()
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda said: self.published.put_nowait(said))  # noqa: PLW0108

    async def open(self, uri: str, form: str, text: str, folder: Path) -> None:
        await self.client.start_io(sys.executable, "-m", "auditor", "lsp", cwd=str(folder))
        await self.client.initialize_async(lsp.InitializeParams(capabilities=lsp.ClientCapabilities()))
        self.client.initialized(lsp.InitializedParams())
        item = lsp.TextDocumentItem(uri, "plaintext" if form == "text" else form, 0, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        await self.found(0)

    async def typed(self, uri: str, version: int, text: str) -> list[lsp.Diagnostic]:
        document = lsp.VersionedTextDocumentIdentifier(version, uri)
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))
        return await self.found(version)

    async def found(self, version: int) -> list[lsp.Diagnostic]:
        while (said := await self.published.get()).version != version:
            pass
        return list(said.diagnostics)

    def cpu(self) -> float:
        """Seconds that the server has spent, in all its threads (Linux)."""
        server = self.client._server  # noqa: SLF001 - the client tells nobody whom it started
        tasks = Path(f"/proc/{server.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    async def leave(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


async def waited(form: str, words: int, keys: int, folder: Path) -> tuple[list[float], list[float], int]:
    """Of each key the seconds until its diagnostics are there and those of CPU; the number of findings at last."""
    editor, uri, text, chance = Editor(), (folder / "draft").as_uri(), article(words, form), random.Random(7)
    await editor.open(uri, form, text, folder)
    at, seconds, cpu = 0, [], []
    for version in range(1, keys + 1):
        at = chance.randrange(200, len(text) - 50) if version % 10 == 1 else at + 1  # words are typed letter by letter
        text = f"{text[:at]}{chance.choice('etaoinshrdlu ')}{text[at:]}"
        await asyncio.sleep(_PAUSE)
        spent, since = editor.cpu(), time.perf_counter()
        found = await editor.typed(uri, version, text)
        seconds.append(time.perf_counter() - since)
        cpu.append(editor.cpu() - spent)
    await editor.leave()
    return seconds, cpu, len(found)


def told(seconds: list[float]) -> str:
    ms = sorted(1e3 * one for one in seconds)
    return f"median {statistics.median(ms):4.0f} ms, p95 {ms[int(0.95 * (len(ms) - 1))]:4.0f} ms, most {ms[-1]:4.0f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--keys", type=int, default=200)
    given = parser.parse_args()
    for form in ("markdown", "html", "text"):
        with TemporaryDirectory() as folder:
            seconds, cpu, findings = asyncio.run(waited(form, given.words, given.keys, Path(folder)))
        print(f"{form:<9} {findings:>3} diagnostics; waited: {told(seconds)}; CPU of the server: {told(cpu)}")


if __name__ == "__main__":
    main()
