"""The article without the rest of its page: headline, byline, dateline and body."""

from auditor.cleaning.parts import article
from auditor.model import Document, Format


def clean(document: Document, *, format: Format, byline: bool = True) -> str:  # noqa: A002
    """The article of a document as HTML, Markdown or text; "" where the page holds none.

    HTML is safe to show: no scripts, styles, frames, forms or event handlers, and of addresses only those that lead
    to pages, mail and telephones.
    """
    if format is Format.HTML and document.format is Format.HTML:
        from auditor.cleaning.markup import as_html  # noqa: PLC0415 - beautifulsoup4 takes longer to import than to clean

        return as_html(document, byline=byline)
    if format is Format.TEXT:
        from auditor.cleaning.as_text import as_text  # noqa: PLC0415

        return as_text(document.source, article(document, byline=byline))
    from auditor.cleaning.as_markdown import as_markdown, rendered  # noqa: PLC0415

    written = as_markdown(document.source, article(document, byline=byline))
    return rendered(written, document.language) if format is Format.HTML else written
