"""Names of accounts that somebody set up to try the system: "Test User 2", "admin2_test", "demoAuthor (delete me)".

All of such a name is words for accounts and for trials, and figures. A person's name that is one of them too (Jordan
Sample, Fiona Test) has another part that is not.
"""

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.world.postcodes import fold

_NOTE = late(r"\s*[(\[][^()\[\]]{1,60}[)\]]\s*$")  # what those who set it up tell each other
_PART = late(r"[^\W\d_]++|\d++")
_CAP = 60


def is_trial(name: str, lexicon: Lexicon) -> bool:
    """Whether it is such a name: a trial's, or an account with a number; `trial` and `account` are the lexicon's keys.

    One word alone is no sign here: "Test" is in the lexicon as a name, "Admin" is a role.
    """
    found = _PART.findall(fold(_NOTE.sub("", name[:_CAP])))
    kinds = [kind for part in found for kind in _kinds(part, lexicon)]
    return len(kinds) > 1 and "" not in kinds and ("trial" in kinds or {*kinds} == {"account", "figure"})


def _kinds(part: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What a part is, or what the two are of which it is made: "testuser"."""
    if kind := _kind(part, lexicon):
        return (kind,)
    halves = ((_kind(part[:at], lexicon), _kind(part[at:], lexicon)) for at in range(3, len(part) - 2))
    return next((pair for pair in halves if all(pair)), ("",))


def _kind(word: str, lexicon: Lexicon) -> str:
    if word.isdecimal():
        return "figure"
    return next((kind for kind in ("trial", "account") if f"{kind}: {word}" in lexicon), "")
