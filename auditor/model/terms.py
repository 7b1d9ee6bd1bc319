"""The fixed vocabularies of documents."""

from enum import StrEnum


class Format(StrEnum):
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    DOCX = "docx"  # of Word; read as HTML


class Zone(StrEnum):
    """What a part of the page is for."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    AUTHOR = "author"
    LINKS = "links"
    COMMENTS = "comments"
    BOILERPLATE = "boilerplate"
    HIDDEN = "hidden"  # in the page, but out of sight
    METADATA = "metadata"  # what is said of the page and its pictures: <title>, <meta>, JSON-LD, alt texts, captions


class Kind(StrEnum):
    """What a block is, whatever its zone."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTATION = "quotation"
    TABLE = "table"
    CODE = "code"
    FIELD = "field"  # one "key: value" of a profile
    CAPTION = "caption"
    ALT = "alt"
    # kinds of metadata
    TITLE = "title"
    DESCRIPTION = "description"
    KEYWORDS = "keywords"
    PERSON = "person"
    DATE = "date"
    SITE = "site"


class PageType(StrEnum):
    """What a page is, as far as it says or shows."""

    ARTICLE = "article"
    LIVE = "live"  # an article that grows as things happen
    RECIPE = "recipe"
    DOCS = "docs"
    TRANSCRIPT = "transcript"
    GALLERY = "gallery"
    EVENT = "event"
    QUESTION = "question"
    FORUM = "forum"
    PRODUCT = "product"
    LISTING = "listing"
    SEARCH = "search"
    EMPTY = "empty"
    UNKNOWN = "unknown"


# Pages that follow other customs than articles do, by what the field `page_type` calls them.
NO_ARTICLES = {
    PageType.QUESTION: "forum",
    **{t: t.value for t in (PageType.FORUM, PageType.PRODUCT, PageType.LISTING, PageType.SEARCH, PageType.EMPTY)},
}


class Syntax(StrEnum):
    """How the source of a block is turned into its text; `auditor.parsing.places` replays it."""

    HTML = "html"  # tags, comments and references
    ATTRIBUTE = "attribute"  # references only (attribute values, <title>)
    JSON = "json"  # the inside of a JSON string
    MARKDOWN = "markdown"
    TEXT = "text"  # white space collapsed, nothing else


# Kinds that stand in the body but are not its text.
BESIDE_TEXT = (Kind.CAPTION, Kind.ALT)
