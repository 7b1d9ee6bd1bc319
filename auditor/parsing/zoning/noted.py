"""Notes about an author beside a text that has no markup, or little of it."""

from auditor.model import Block, Kind, Syntax
from auditor.parsing import notes
from auditor.parsing.set_apart import name_in_markdown
from auditor.parsing.zoning.shapes import in_body

_FIRST = 2  # blocks down to the byline
_LONGEST = 400  # characters; longer paragraphs that begin with a name are text
_AFTER = 20  # blocks without text that may follow
_KINDS = frozenset({Kind.PARAGRAPH, Kind.QUOTATION})


def is_note(source: str, blocks: list[Block], i: int) -> bool:
    """Whether a paragraph beside the text names an author and goes on.

    It announces the name, or closes everything with one that the text does not have.
    """
    block = blocks[i]
    if block.kind not in _KINDS or not in_body(block) or len(block.text) > _LONGEST:
        return False
    marked_up = block.syntax is Syntax.MARKDOWN
    apart = name_in_markdown(source, block.start, block.end) if marked_up else None
    closes = not any(map(in_body, blocks[i + 1 : i + 1 + _AFTER]))
    found = notes.note(block.text, apart) if closes or i <= _FIRST else None
    if found is None or found.announced:
        return found is not None
    name = block.text[found.start : found.name_end]
    told = any(name.rsplit(maxsplit=1)[-1] in before.text for before in blocks[:i])
    return closes and notes.is_person(name) and not told
