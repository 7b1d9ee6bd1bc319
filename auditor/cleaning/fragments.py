"""Markup that is all of it the article, as one clean element and as Markdown."""

from bs4 import Tag
from msgspec import structs

from auditor.cleaning import as_markdown as writer
from auditor.cleaning.markup import of_page
from auditor.model import Zone
from auditor.parsing import html


def article(markup: str, *, language: str | None = None) -> Tag | None:
    page = html.read(markup, name="", url=None, zone=Zone.BODY)
    return of_page(structs.replace(page, language=language), byline=True)


def as_markdown(markup: str) -> str:
    found = article(markup)
    return writer.as_markdown(found) if found else ""
