"""Addresses of the web and of persons: accounts in social networks, e-mail, telephone."""

import re
from urllib.parse import unquote

from auditor.expressions import late

_HOSTS = {
    "facebook.com": "facebook", "fb.com": "facebook", "fb.me": "facebook", "twitter.com": "twitter", "x.com": "twitter",
    "instagram.com": "instagram", "linkedin.com": "linkedin", "tiktok.com": "tiktok", "youtube.com": "youtube",
    "github.com": "github", "gitlab.com": "gitlab", "bsky.app": "bluesky", "threads.net": "threads",
    "threads.com": "threads", "pinterest.com": "pinterest", "snapchat.com": "snapchat", "reddit.com": "reddit",
    "t.me": "telegram", "wa.me": "whatsapp", "tumblr.com": "tumblr", "flickr.com": "flickr", "vk.com": "vk",
    "xing.com": "xing", "behance.net": "behance", "dribbble.com": "dribbble", "twitch.tv": "twitch",
    "soundcloud.com": "soundcloud", "plus.google.com": "google-plus", "goodreads.com": "goodreads",
    "medium.com": "medium", "orcid.org": "orcid", "stackoverflow.com": "stackoverflow", "mastodon.social": "mastodon",
}  # fmt: skip
# Path segments that come before an account's name, and those that are no account.
_BEFORE = frozenset("in pub company channel c user users u profile people add school author".split())
_ACTIONS = frozenset(
    "share sharer sharer.php intent sharing hashtag home search dialog submit pin post status watch playlist p".split()
)
# Addresses that pass a page on: "/sharer?u=", "/intent/post?text=", "?url=...&title=", a mail to nobody.
_SHARES = late(
    r"mailto:\?|(?:[a-z]{1,20}:)?//[^?#]{0,120}?/(?:sharer?(?:\.php)?|intent|sharearticle|share-offsite|cws/share)(?:[/?]|$)",
    re.IGNORECASE,
)
_OF_WORKS = frozenset({"github", "gitlab", "medium"})  # below an account lie its works, which others made too
_NETWORK_URL = late(
    r"(?:https?:)?(?://)?(?:www\.|m\.|[a-z]{2}\.)?([a-z0-9.-]{3,60})(?:/([^\s?#]{0,200}))?", re.IGNORECASE
)
_EMAIL = late(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE_TOKEN = late(r"\(?\+?[\d().x/–-]+", re.IGNORECASE)
_ZIP_PLUS_FOUR = late(r"\d{5}-\d{4}")
_FEWEST_DIGITS, _MOST_DIGITS = 7, 18
_DATE = late(r"\d{4}[-/.]\d\d?[-/.]\d\d?$|\d\d?[-/.]\d\d?[-/.]\d{2,4}$|\d{4}[-–]\d{4}$")


def shares(url: str) -> bool:
    """Whether an address passes the page on to others instead of leading to one."""
    return _SHARES.match(url.strip()) is not None


def account(url: str) -> tuple[str, str] | None:
    """The network and the account name that an address leads to; None for any other address."""
    found = _NETWORK_URL.match(url.strip())
    network = _HOSTS.get(found[1].lower()) if found else None
    if not found or not network:
        return None
    segments = [part for part in (found[2] or "").split("/") if part]
    while len(segments) > 1 and (segments[0].lower() in _BEFORE or segments[0].isdigit()):
        segments.pop(0)
    if not segments or segments[0].lower() in _ACTIONS or (network in _OF_WORKS and len(segments) > 1):
        return None
    return network, unquote(segments[0]).removeprefix("@")


def emails(text: str) -> list[tuple[int, int]]:
    """Where the e-mail addresses of a text stand."""
    return [found.span() for found in _EMAIL.finditer(text)] if "@" in text else []


def phone(text: str) -> tuple[int, int] | None:
    """Where the telephone number that ends a short text stands, after a postcode if one comes before it."""
    tokens = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    first = len(tokens)
    while first and _PHONE_TOKEN.fullmatch(text, *tokens[first - 1]):
        first -= 1
    while first < len(tokens) and first and _is_postcode(text[slice(*tokens[first])]):
        first += 1
    if first == len(tokens):
        return None
    start = tokens[first][0]
    digits = sum(map(str.isdigit, text[start:].partition("x")[0]))
    return (start, len(text)) if _FEWEST_DIGITS <= digits <= _MOST_DIGITS and not _DATE.match(text, start) else None


def _is_postcode(token: str) -> bool:
    return token.isdigit() if len(token) == 5 else _ZIP_PLUS_FOUR.fullmatch(token) is not None
