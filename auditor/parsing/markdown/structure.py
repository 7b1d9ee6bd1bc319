"""The block structure of a Markdown source, by markdown-it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from auditor.expressions import late

DEEPEST = 100  # nested block quotations and lists; a list counts twice
_NOT_A_LINE_END = late(r"[^\r\n]")


class Structure(NamedTuple):
    tokens: list[Token]
    references: Mapping[str, str]  # normalised label to address
    lines: list[tuple[int, int]]  # start and end in the source
    too_deep: bool  # text below the deepest level was lost


def parse(source: str, start: int = 0) -> Structure:
    """The blocks of `source[start:]`; lines and offsets count from the start of the source."""
    plain = _NOT_A_LINE_END.sub(" ", source[:start]) + source[start:]
    plain = plain.replace("\r\n", " \n").replace("\r", "\n")  # offsets stay
    reader = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")
    state = StateBlock(plain, reader, {}, [])
    reader.block.tokenize(state, state.line, state.lineMax)
    references = {label: found["href"] for label, found in state.env.get("references", {}).items()}
    too_deep = any(token.nesting == 1 and token.level + 1 >= DEEPEST for token in state.tokens)
    return Structure(state.tokens, references, list(zip(state.bMarks, state.eMarks, strict=True)), too_deep)


@lru_cache(maxsize=2)
def references(source: str) -> Mapping[str, str]:
    """The reference definitions of a source. Kept, since every place in a document asks for them."""
    from auditor.parsing.markdown.front_matter import read  # noqa: PLC0415

    return parse(source, read(source).end).references
