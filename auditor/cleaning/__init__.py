"""The article without the rest of its page: headline, byline, dateline and body."""

from auditor.cleaning.parts import article
from auditor.model import Document, Format


def clean(document: Document, *, format: Format, byline: bool = True) -> str:  # noqa: A002
    """The article of a document as HTML, Markdown or text; "" where the page holds none.

    HTML is safe to show: no scripts, styles, frames, forms or event handlers, and of addresses only those that lead
    to pages, mail and telephones. Markdown has no other addresses and tags either.
    """
    if format is Format.TEXT:
        from auditor.cleaning.as_text import as_text  # noqa: PLC0415

        return as_text(document.source, article(document, byline=byline))
    if format is Format.MARKDOWN and document.format is Format.MARKDOWN:
        from auditor.cleaning.from_markdown import kept  # noqa: PLC0415
        from auditor.parsing.markdown import is_text  # noqa: PLC0415

        if not is_text(document):
            return kept(document, byline=byline)
    from auditor.cleaning.trees import tree, written  # noqa: PLC0415 - beautifulsoup4 takes longer to import than to clean

    found = tree(document, byline=byline)
    return written(found, format) if found else ""
