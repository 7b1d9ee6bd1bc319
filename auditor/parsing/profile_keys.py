"""The words with which profiles name their facts, in all languages of the word files.

Keys are compared without case, accents and final punctuation.
"""

import unicodedata
from functools import cache, lru_cache

from auditor.prepared import prepared
from auditor.words import words

_FACTS = (
    "name", "username", "email", "phone", "address", "birthdate", "age", "gender", "company", "job", "biography",
    "url", "handle", "followers", "following",
)  # fmt: skip

# The name as printed or as a host's label, and the network.
NETWORKS = {
    "facebook": "facebook", "fb": "facebook", "twitter": "twitter", "x": "twitter", "twitter/x": "twitter",
    "x (twitter)": "twitter", "instagram": "instagram", "ig": "instagram", "insta": "instagram",
    "linkedin": "linkedin", "linked in": "linkedin", "tiktok": "tiktok", "tik tok": "tiktok", "youtube": "youtube",
    "github": "github", "gitlab": "gitlab", "mastodon": "mastodon", "bluesky": "bluesky", "bsky": "bluesky",
    "threads": "threads", "pinterest": "pinterest", "snapchat": "snapchat", "reddit": "reddit",
    "telegram": "telegram", "whatsapp": "whatsapp", "tumblr": "tumblr", "flickr": "flickr", "vk": "vk",
    "xing": "xing", "behance": "behance", "dribbble": "dribbble", "twitch": "twitch", "soundcloud": "soundcloud",
    "google+": "google-plus", "google-plus": "google-plus", "goodreads": "goodreads", "medium": "medium",
    "substack": "substack", "stackoverflow": "stackoverflow", "stack overflow": "stackoverflow", "orcid": "orcid",
    "skype": "skype", "discord": "discord",
}  # fmt: skip

_LONGEST_KEY = 40
_ALIKE = str.maketrans("_’ıłø", " 'ilo")  # letters that no normal form takes apart


@lru_cache(maxsize=4096)
def plain_key(printed: str) -> str:
    """A printed key without case, accents, bullets and final punctuation."""
    letters = unicodedata.normalize("NFKD", printed[: 2 * _LONGEST_KEY].casefold())
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(bare.translate(_ALIKE).split()).strip(" :.?*#•-")


def key_of(printed: str) -> str | None:
    """The key of the profile vocabulary that a printed key means; `handle` for the name of a network."""
    plain = plain_key(printed).removeprefix("author's ").removeprefix("author ")
    return _keys().get(plain) or ("handle" if plain in NETWORKS else None)


@cache
def _keys() -> dict[str, str]:
    return prepared("profile-keys", dict[str, str], _plain_keys)


def _plain_keys() -> dict[str, str]:
    return {plain_key(printed): fact for fact in _FACTS for printed in words("profiles", fact)}


def network_of(printed: str) -> str | None:
    return NETWORKS.get(plain_key(printed).removesuffix(" handle").removesuffix(" username"))
