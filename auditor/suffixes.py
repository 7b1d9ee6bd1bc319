"""The list of public suffixes, read for one top-level domain at a time.

All of it takes 30 ms to be read, a tenth of a run on one page, which asks for two or three of 1,500 domains. No rule of
another one says anything of a name.
"""

from functools import cache, lru_cache
from pathlib import Path

from msgspec import Raw, msgpack
from publicsuffixlist import PSLFILE, PublicSuffixList

from auditor.prepared import prepared

_NOTE = "//"


def registered(name: str) -> str | None:
    """What somebody has registered of a name in ASCII: `bbc.co.uk` of `news.bbc.co.uk`; None where nobody can."""
    return _suffixes(name.lower().removesuffix(".").rpartition(".")[2]).privatesuffix(name)


@lru_cache(maxsize=64)
def _suffixes(top: str) -> PublicSuffixList:
    rules = _rules().get(top)
    own = msgpack.decode(rules, type=list[str]) if rules else []
    return PublicSuffixList(own, accept_encoded_idn=False)  # both forms are listed


@cache
def _rules() -> dict[str, Raw]:
    """By the last label of names the rules about them."""
    state = Path(PSLFILE).stat()  # its package can update it in its place
    return prepared("suffixes", dict[str, Raw], _read, also=f"{PSLFILE}\0{state.st_size}\0{state.st_mtime_ns}")


def _read() -> dict[str, Raw]:
    found: dict[str, list[str]] = {}
    for line in Path(PSLFILE).read_text("utf-8", "surrogateescape").splitlines():
        rule = line.lower().split(" ")[0].rstrip()
        if rule and not rule.startswith(_NOTE):
            for form in dict.fromkeys((rule, _encoded(rule))):
                found.setdefault(form.rpartition(".")[2], []).append(form)
    return {top: Raw(msgpack.encode(rules)) for top, rules in found.items()}


def _encoded(rule: str) -> str:
    """With the letters of a name in ASCII; an exception begins with a mark."""
    bare = rule.removeprefix("!")
    return rule[: len(rule) - len(bare)] + bare.encode("idna").decode("ascii")
