"""What a process remembers of the texts that it has read does not grow with their number."""

import gc
import random
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper

import auditor
from auditor.prepared import Growing
from auditor.remembering import forget
from auditor.words import languages, words

MOST = 20_000  # entries of one memory: some megabytes
# What a second round may be the first to ask for: lists of words and expressions, of which there are only so many. What
# is remembered of texts grows by a document of each language at least.
FIRST_NEEDED = 20
OF_FILES = "auditor.gate."  # remembers where the files of a command lie, and is there if another test has loaded it
ROUND = 3  # documents of each language
PAGE = """<html lang="{tag}"><head><title>{title}</title><meta name="author" content="{name}"></head>
<body class="{word}"><article class="{word}-x"><h1>{title}</h1><p class="byline">By {name}</p><time>{date}</time>
{text}<x-{tag}>{name}: {title}</x-{tag}>
<blockquote>{title} &mdash; {name}</blockquote></article>
<div class="author-box {word}"><h3>{name}</h3><p>{text}</p></div><p>{odd}</p></body></html>"""


def word(chance: random.Random, letters: str) -> str:
    return "".join(chance.choices(letters, k=chance.randint(4, 9)))


def page(code: str, chance: random.Random) -> str:
    """Words of a language between words, names, tags and letters that no other page has."""
    common = words("stopwords", "common", code)
    letters = "".join(sorted({letter for one in common for letter in one if letter.isalpha()}))
    new = [word(chance, letters) for _ in range(60)]
    name = " ".join(word(chance, "abdefgiklmnoprstu").capitalize() for _ in range(2))
    text = "".join(
        f"<p>{' '.join(f'{chance.choice(common)} {one}' for one in new[at : at + 12])}, {name} {new[at]}.</p>"
        for at in range(0, 60, 12)
    )
    return PAGE.format(
        tag=chance.choice([code, word(chance, "abcdefghij")]), title=" ".join(new[:6]), name=name, word=new[7],
        date=f"{chance.randint(1, 28)} {new[8]} {chance.randint(1990, 2024)}", text=text,
        odd="".join(chr(chance.randrange(0x250, 0x2FFF)) for _ in range(60)),
    )  # fmt: skip


def read(seed: int) -> None:
    for code in languages():
        if words("stopwords", "common", code):
            for number in range(ROUND):
                auditor.audit(page(code, random.Random(f"{code} {seed} {number}")), url=f"http://{seed}.example/{code}")


def memories() -> dict[str, tuple[int, int | None]]:
    """Of each thing that remembers: how many entries it has, and how many it may have."""
    found = {one.name: (len(one.new), None) for one in Growing.all}
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and one.__module__.startswith("auditor"):
            info = one.cache_info()
            found[f"{one.__module__}.{one.__qualname__}"] = (info.currsize, info.maxsize)
    return found | {name: (size, None) for name, size in containers()}


def containers() -> Iterator[tuple[str, int]]:
    for module in [name for name in sys.modules if name.startswith("auditor")]:
        for name, value in vars(sys.modules[module]).items():
            if isinstance(value, dict | list | set):
                yield f"{module}.{name}", len(value)
            elif isinstance(value, type):
                own = ((key, held) for key, held in vars(value).items() if isinstance(held, dict | list | set))
                yield from ((f"{module}.{name}.{key}", len(held)) for key, held in own)


def test_what_is_remembered_does_not_grow_with_the_texts():
    forget()  # what an editor's session keeps of its two last texts, should another test have begun one
    read(1)
    before = memories()
    read(2)
    after = memories()
    known = {name: before.get(name, (0,))[0] for name in after}
    grown = {
        name: (known[name], size)
        for name, (size, most) in after.items()
        if most is None and size > known[name] + FIRST_NEEDED
    }
    assert grown == {}
    capped = {name: most for name, (_, most) in after.items() if most and not name.startswith(OF_FILES)}
    assert {name: most for name, most in capped.items() if most > MOST} == {}
