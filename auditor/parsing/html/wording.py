"""How pages word the headings of link widgets."""

import re

RELATED, LATEST, TRENDING, RECOMMENDED, CHUMBOX, PREVIOUS_NEXT, TAGS = (
    "related", "latest", "trending", "recommended", "chumbox", "previous-next", "tags",
)  # fmt: skip

_THINGS = (
    r"(?:article|blog|content|entr(?:y|ie)|guide|insight|link|new|piece|podcast|post|publication|read(?:ing)?|recipe|"
    r"stor(?:y|ie)|stuff|topic|tutorial|update|video|new(?:s|s ?letter))s?"
)
_WORDINGS = {
    CHUMBOX: r"(?:from )?around the web|promoted|sponsored(?: links| content| stories| posts)?|paid content|from our (?:partners|sponsors)"
    r"|you may have missed|more from (?:our partners|around the web)|ads by .{1,20}",
    TRENDING: rf"(?:now )?trending.{{0,20}}|(?:our |the )?most[ -](?:popular|read|viewed|shared|watched|discussed|commented).{{0,24}}"
    rf"|(?:other |our |more )?(?:popular|top|hot)(?: \w{{1,14}})? {_THINGS}.{{0,20}}|popular(?: now| on .{{1,24}}| today)?|what'?s hot",
    RECOMMENDED: rf"recommend(?:ed|s|ations?)(?: (?:for you|{_THINGS}|by .{{1,20}}|reading))?|(?:more )?(?:picked |chosen )?for you|editor'?s'? (?:picks?|choice)"
    rf"|(?:suggested|featured|must[ -]read|don'?t miss|handpicked)(?: {_THINGS})?|(?:our )?(?:top )?picks for you",
    LATEST: rf"(?:the |our )?(?:latest|recent(?:ly)?|newest|new)(?: \w{{1,14}})? (?:{_THINGS}|published|added).{{0,24}}|latest(?: from .{{1,24}})?|recent"
    rf"|more (?:top |latest |recent )?news|newsroom",
    RELATED: rf"(?:other |more |our )?related(?: \w{{1,14}})?(?: {_THINGS})?(?: (?:from|on|to|by) .{{1,40}})?|similar {_THINGS}|(?:see|explore|discover) more.{{0,30}}"
    rf"|(?:you )?(?:may|might|'?ll|will) (?:also |even )?(?:like|love|enjoy|be interested in).{{0,20}}|(?:more|other|additional|further)(?: \w{{1,20}}){{0,3}} {_THINGS}.{{0,30}}"
    rf"|more (?:from|in|on|about(?! (?:me|us|the author)\b)|like this|to (?:read|explore|love|discover)).{{0,40}}|keep (?:reading|exploring)|(?:what to )?read (?:next|more|this next)"
    rf"|(?:continue|further) reading|up next|next up|(?:also |you should )read(?: also)?|(?:people|readers|others) also .{{1,20}}|in (?:this|the same) (?:series|category)"
    rf"|check out (?:these|our|more).{{0,40}}|if you .{{1,60}}(?:check out|read|try).{{0,40}}",
    PREVIOUS_NEXT: r"(?:post|article|story|page)s? navigation|previous|next|(?:previous|next|older|newer) (?:post|article|story|page|entr(?:y|ies)|posts)",
    TAGS: r"(?:tags?|topics|filed (?:under|in)|tagged(?: with| as)?|categor(?:y|ies)|posted in)",
}
_HEADING = re.compile(
    r"[\W_]{0,4}(?:" + "|".join(f"({wording})" for wording in _WORDINGS.values()) + r")[\W_]{0,6}", re.IGNORECASE
)
_LINE = re.compile(
    r"[\W_]{0,4}(?:(?:you (?:may|might|can) )?also (?:read|see|check)|(?:see|watch|check|learn|find out|listen) (?:also|more|next|out)|read(?: (?:also|more|next|this|it|on|here))?|"
    r"(?:further|related|recommended|suggested|more)(?: (?:reading|stor(?:y|ies)|articles?|posts?|coverage|news|links?|content))?|don'?t miss|must[ -]read|click here|"
    r"(?:más|lire|leia|lesen|lees|leggi)(?: \w{1,8}){0,2})\s{0,2}[:|>»→–-]",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"[\W_]{0,4}(?:(?:read|see|view|show|load|learn|find out|discover|explore|get|shop|browse)(?: (?:the|full|more|all|it|now|on|at|our|article|story|post|\w{1,14})){0,4}"
    r"|(?:continue|keep) reading|jump to.{0,30}|check price.{0,30}|buy .{0,30}|back to top|top|share|sign (?:in|up).{0,12}|log ?in|register.{0,12}|subscribe.{0,12}|contact us|download.{0,20}"
    r"|by .{1,40}|\d{1,6}(?: \w{1,12}){0,3}|\w{3,9}\.? \d{1,2}(?:,? \d{4})?|\W{0,9})[\W_]{0,6}",
    re.IGNORECASE,
)
_NEIGHBOUR = re.compile(
    r"(?:[«‹←<]|[\W_]{0,4}(?:prev(?:ious)?|next|older|newer)(?: (?:post|article|story|entry|up|read)s?)?\s{0,3}(?:[:»›→>←«‹-]|$))",
    re.IGNORECASE,
)
_MOST = 90


def widget(text: str) -> str:
    """The kind of widget that a heading announces, "" for any other heading."""
    found = _HEADING.fullmatch(text) if len(text) <= _MOST else None
    return list(_WORDINGS)[found.lastindex - 1] if found and found.lastindex else ""


def line(text: str) -> bool:
    """Does a line of text announce the link that it holds ("Read also: ...")?"""
    return _LINE.match(text[:_MOST]) is not None


def generic(text: str) -> bool:
    """Anchor text that names no page: "Read more", "See all", a date, a count."""
    return len(text) <= _MOST and _GENERIC.fullmatch(text) is not None


def neighbour(text: str) -> bool:
    """Anchor text of a link to the previous or the next article."""
    return _NEIGHBOUR.match(text[:_MOST]) is not None
