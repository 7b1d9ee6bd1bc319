"""The links of a page's link lists, and whether their addresses say what they say."""

from collections.abc import Mapping, Sequence
from itertools import islice

from auditor.model import Block, Span
from auditor.model.members import BOILERPLATE, LINKS
from auditor.web import page

_MOST_LINKS = 2_000


def in_link_list(block: Block) -> bool:
    """Whether it stands in a link list, as one of its lines or as a second link to a page that one of them leads to."""
    return block.zone is LINKS or (block.zone is BOILERPLATE and block.label != "")


def by_page(blocks: Sequence[Block]) -> dict[str, list[Span]]:
    """Links of the link lists by the page that they lead to, the first 2,000 of them."""
    found: dict[str, list[Span]] = {}
    links = ((block, link) for block in blocks if in_link_list(block) for link in block.links)
    for block, link in islice(links, _MOST_LINKS):
        where = link.href if "?" in link.href else page(link.href)
        found.setdefault(where, []).append(Span(block, link.start, link.end))
    return found


def strange(linked: Mapping[str, list[Span]]) -> dict[str, list[Span]]:
    """Those of them whose address has no word of four letters or more that the links to it have."""
    return {where: spans for where, spans in linked.items() if _is_strange(where, spans[:10])}


def _is_strange(where: str, spans: Sequence[Span]) -> bool:
    address = where[where.find("/", 2) :].lower()
    said = (word for span in spans for word in span.text.lower().split())
    return not any(len(word) > 3 and word in address for word in said)
