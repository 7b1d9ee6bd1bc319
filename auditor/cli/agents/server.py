"""The three tools that agents get. None of them writes anything, reads a file or needs a network."""

from pathlib import Path
from threading import Lock
from typing import Annotated, Literal

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from auditor import rulebook
from auditor.card import CardError
from auditor.cli.agents import answers
from auditor.cli.judging import Judge, Judged
from auditor.text.nearest import nearest
from auditor.version import VERSION

_ABOUT = (
    "Audits articles (HTML, Markdown, plain text) and says what is wrong, where, and what to do. It never says who or "
    "what wrote a text. Answers are JSON of at most 1,200 tokens; `total` says how much there is, `truncated` whether "
    f"some is left out. {answers.DATA} {answers.MEND}"
)
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
Form = Literal["html", "markdown", "text", ""]
Text = Annotated[str, Field(description="The whole article.")]
OfForm = Annotated[Form, Field(description="How it is written; empty: a guess.")]


class Tools:
    """One audit at a time, by the settings of the folder in which the server was started."""

    def __init__(self) -> None:
        self._judge, self._lock = Judge(), Lock()

    def audit_article(
        self,
        article: Text,
        format: OfForm = "",  # noqa: A002 - what people call it
        skip: Annotated[int, Field(ge=0, description="Findings that an earlier answer has told.")] = 0,
    ) -> str:
        """Say what is wrong with an article. Apply all `fixes` at once, by offset in code points from the last to the
        first: they change no word that a reader sees. Everything else takes somebody who knows the facts."""
        return answers.audited(self._judged(article, format), _titles(), skip)

    def compare(self, before: Text, after: Text, format: OfForm = "") -> str:  # noqa: A002
        """Say which causes an edit removed, which it left and which it brought, by fingerprint."""
        return answers.compared(self._judged(before, format).report, self._judged(after, format).report)

    def explain_rule(self, rule: Annotated[str, Field(description="Its id, as findings name it.")]) -> str:
        """Say why a rule is one and what to do about what it finds."""
        cards = {path.stem: path for path in rulebook.card_files([rulebook.rules_folder()])}
        if rule not in cards:
            raise ToolError(f"no rule is called {rule[:80]!r}{nearest(rule[:80], cards)}")
        try:
            return answers.explained(rule, rulebook.read_card(cards[rule]))
        except CardError as error:
            raise ToolError(str(error)) from None

    def _judged(self, article: str, form: Form) -> Judged:
        """Suppressions in the article do not count: whoever mends it must not excuse it."""
        try:
            with self._lock:
                return self._judge.judge(str(Path.cwd() / "article"), article, form or None, heed=False)
        except ValueError as error:
            raise ToolError(str(error)) from None


def _titles() -> answers.Names:
    return {rule.id: rule.title for rule in rulebook.default_rules().rules}


def made() -> MCPServer:
    server, tools = MCPServer("auditor", version=VERSION, instructions=_ABOUT), Tools()
    for tool in (tools.audit_article, tools.compare, tools.explain_rule):
        server.add_tool(tool, annotations=_READS, structured_output=False)
    return server


def serve() -> None:
    made().run("stdio")
