"""How pages word the headings of link widgets, and the links in them.

The expressions are in lower case, which is faster to search than without case.
"""

import re

RELATED, LATEST, TRENDING, RECOMMENDED, CHUMBOX, PREVIOUS_NEXT, TAGS = (
    "related", "latest", "trending", "recommended", "chumbox", "previous-next", "tags",
)  # fmt: skip

_THINGS = (
    r"(?:article|blog|content|entr(?:y|ie)|guide|insight|link|new|piece|podcast|post|publication|read(?:ing)?|recipe|"
    r"stor(?:y|ie)|stuff|topic|tutorial|update|video|news ?letter)s?"
)
_OF = r"(?: (?:from|in|on|of|at|by|about|for|now|right now|today|this (?:week|month|year))(?: .{1,30})?)?"
_HEADINGS = {
    CHUMBOX: (
        r"(?:from )?around the web",
        r"promoted|paid content|sponsored(?: links| content| stories| posts)?",
        r"(?:more )?from (?:our partners|our sponsors|around the web)",
        r"you may have missed|ads by .{1,20}",
    ),
    TRENDING: (
        rf"(?:now )?trending(?: {_THINGS})?{_OF}|what'?s hot|popular{_OF}",
        rf"(?:our |the )?most[ -](?:popular|read|viewed|shared|watched|discussed|commented)(?: {_THINGS})?{_OF}",
        rf"(?:other |our |more )?(?:popular|top|hot)(?: \w{{1,14}})? {_THINGS}{_OF}",
    ),
    RECOMMENDED: (
        rf"recommend(?:ed|s|ations?)(?: (?:for you|{_THINGS}|by .{{1,20}}))?",
        r"(?:more )?(?:picked |chosen )?for you|(?:our )?(?:top )?picks for you|editor'?s'? (?:picks?|choice)",
        rf"(?:suggested|featured|must[ -]read|don'?t miss|handpicked)(?: {_THINGS})?",
    ),
    LATEST: (
        rf"(?:the |our )?(?:latest|recent(?:ly)?|newest|new)(?: \w{{1,14}})? (?:{_THINGS}|published|added){_OF}",
        r"latest(?: from .{1,24})?|recent|more (?:top |latest |recent )?news|newsroom",
    ),
    RELATED: (
        rf"(?:other |more |our )?related(?: \w{{1,14}})?(?: {_THINGS})?(?: (?:from|on|to|by) .{{1,40}})?",
        rf"similar {_THINGS}|(?:more|other|additional|further)(?: \w{{1,20}}){{0,3}} {_THINGS}{_OF}",
        r"more (?:from|in|on|about(?! (?:me|us|the author)\b)|like this|to (?:read|explore|love|discover)).{0,40}",
        r"(?:you )?(?:may|might|'?ll|will) (?:also |even )?(?:like|love|enjoy|be interested in).{0,20}",
        r"(?:see|explore|discover) more.{0,30}|keep (?:reading|exploring)|(?:continue|further) reading",
        r"(?:what to )?read (?:next|more|this next)|(?:also |you should )read(?: also)?|up next|next up",
        r"(?:people|readers|others) also .{1,20}|in (?:this|the same) (?:series|category)",
        r"check out (?:these|our|more).{0,40}|if you .{1,60}(?:check out|read|try).{0,40}",
        # The same in other languages: German, Spanish, French, Portuguese, Italian, Dutch, Swedish, Polish, Turkish,
        # Indonesian, Russian, Japanese, Chinese, Arabic.
        r"(?:ähnliche|weitere|verwandte) \w{1,20}|das könnte (?:sie|dich) (?:auch )?interessieren|mehr zum thema",
        r"(?:art[íi]culos|noticias|entradas|contenidos?) relacionad[oa]s?|te puede interesar|(?:lee|leer|lea) también",
        r"(?:articles|à) (?:similaires|liés|lire aussi)|(?:à )?lire aussi|sur le même (?:sujet|thème)",
        r"(?:artigos|notícias|posts|matérias) relacionad[oa]s|(?:leia|veja) (?:também|mais)",
        r"(?:articoli|notizie) correlat[ei]|potrebbe (?:anche )?interessarti|leggi anche|lees ook|läs (?:också|mer)",
        r"(?:czytaj|zobacz) (?:także|też|również)|i̇lgili (?:haberler|yazılar)|baca juga|(?:читайте|смотрите) также",
        r"関連記事|おすすめ記事|相关(?:文章|阅读|新闻)|相關(?:文章|閱讀|新聞)",
        r"(?:مقالات|مواضيع|أخبار) ذات صلة|اقرأ أيضا",
    ),
    PREVIOUS_NEXT: (
        r"(?:post|article|story|page)s? navigation|previous|next",
        r"(?:previous|next|older|newer) (?:article|story|page|entr(?:y|ies)|posts?)",
    ),
    TAGS: (r"tags?|topics|filed (?:under|in)|tagged(?: with| as)?|categor(?:y|ies)|posted in",),
}
_KINDS = tuple(_HEADINGS)
_HEADING = re.compile(
    r"[\W_]{0,4}+(?:" + "|".join(f"({'|'.join(wordings)})" for wordings in _HEADINGS.values()) + r")[\W_]{0,6}",
)
_LINE = re.compile(
    r"[\W_]{0,4}+(?:(?:you (?:may|might|can) )?also (?:read|see|check)"
    r"|(?:see|watch|check|learn|find out|listen) (?:also|more|next|out)|read(?: (?:also|more|next|this|it|on|here))?"
    r"|(?:further|related|recommended|suggested|more)"
    r"(?: (?:reading|stor(?:y|ies)|articles?|posts?|coverage|news|links?|content))?"
    r"|don'?t miss|must[ -]read|click here|lee también|lire aussi|leia (?:também|mais)|lees ook|leggi anche"
    r"|lesen sie auch|baca juga|читайте также|关连|相关阅读|関連)\s{0,2}[:：|>»→–-]",
)
_GENERIC = re.compile(
    r"[\W_]{0,4}+(?:"
    r"(?:read|see|view|show|load|learn|find out|discover|explore|get|shop|browse)"
    r"(?: (?:the|full|more|all|it|now|on|at|our|article|story|post|\w{1,14})){0,4}"
    r"|(?:continue|keep) reading|jump to.{0,30}|check price.{0,30}|buy .{0,30}|back to top|top|share"
    r"|subscribe.{0,12}|sign (?:in|up).{0,12}|log ?in|register.{0,12}|contact us|download.{0,20}"
    r"|by .{1,40}|\d{1,6}(?: \w{1,12}){0,3}|\w{3,9}\.? \d{1,2}(?:,? \d{4})?|\W{0,9})[\W_]{0,6}",
)
_NEIGHBOUR = re.compile(
    r"(?:[«‹←<]|[\W_]{0,4}+(?:prev(?:ious)?|next|older|newer)(?: (?:post|article|story|entry|up|read)s?)?"
    r"\s{0,3}(?:[:»›→>←«‹-]|$))",
)
_LONGEST = 90


def widget(text: str) -> str:
    """The kind of widget that a heading announces, "" for any other heading."""
    found = _HEADING.fullmatch(text.lower()) if len(text) <= _LONGEST else None
    return _KINDS[found.lastindex - 1] if found and found.lastindex else ""


def line(text: str) -> bool:
    """Does a line of text announce the link that it holds ("Read also: ...")?"""
    return _LINE.match(text[:_LONGEST].lower()) is not None


def generic(text: str) -> bool:
    """Anchor text that names no page: "Read more", "See all", a date, a count."""
    return len(text) <= _LONGEST and _GENERIC.fullmatch(text.lower()) is not None


def neighbour(text: str) -> bool:
    """Anchor text of a link to the previous or the next article."""
    return _NEIGHBOUR.match(text[:_LONGEST].lower()) is not None
