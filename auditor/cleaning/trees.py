"""The article of any document as one clean element, and that element written out."""

from bs4 import Tag

from auditor.cleaning import from_markdown, soup
from auditor.cleaning.as_markdown import as_markdown
from auditor.cleaning.fragments import article
from auditor.cleaning.from_text import of_text
from auditor.cleaning.markup import of_page
from auditor.model import Document, Format
from auditor.parsing.markdown import is_text


def tree(document: Document, *, byline: bool) -> Tag | None:
    """The article as an element that is safe to show, None where there is none."""
    if document.format is Format.HTML:
        return of_page(document, byline=byline)
    if document.format is Format.TEXT or is_text(document):
        return article(of_text(document, byline=byline), language=document.language)
    kept = from_markdown.kept(document, byline=byline)
    return article(from_markdown.rendered(kept), language=document.language)


def written(found: Tag, form: Format) -> str:
    return as_markdown(found) if form is Format.MARKDOWN else soup.as_html(found)
