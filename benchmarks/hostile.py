"""Does anything cost more than in proportion? Strings that expressions stumble over, in thirteen places of an article.

python benchmarks/hostile.py [--chars 80000] [--context NAME ...] [--string TEXT ...] [--part 1/8] [--long]

Each string fills a place with `--chars` characters; where that takes longer than a moment, a quarter of it is measured
as well: four times the text may take less than six times the CPU. What takes more is printed with the step that does:
reading, or a rule. `--long` fills the first place with a million of one character each, which may take ten seconds.
"""

import argparse
import json
import re
import signal
import string
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import auditor
from auditor.model import Format
from auditor.parsing import read
from auditor.rulebook import default_rules
from auditor.signals import Signals

MOST, MOMENT, LIMIT = 6, 0.35, 60.0  # times the CPU for four times the text; seconds
SLACK = 0.2  # seconds of a busy machine
LONG, MOST_OF_LONG = 1_000_000, 10.0
WORDS = "The mill stands on the river and grinds at noon. "
PAGE = (
    '<html lang="en"><title>{title}</title><article><h1>{title}</h1><p class="byline">By Ann Lund</p>'
    f"<p>{WORDS * 6}</p>{{0}}<p>{WORDS * 6}</p></article>"
)


def page(markup: str, title: str = "The mill on the river") -> str:
    return PAGE.replace("{title}", title).replace("{0}", markup)


Context = tuple[str, Callable[[str], str]]
CONTEXTS: dict[str, Context] = {
    "paragraph": ("html", lambda text: page(f"<p>{text}</p>")),
    "paragraphs": ("html", lambda text: page("".join(f"<p>{part}</p>" for part in cut(text, 400)))),
    "headline": ("html", lambda text: page("", text)),
    "link": ("html", lambda text: page(f'<p><a href="https://b.test/x">{text}</a></p>')),
    "address": ("html", lambda text: page(f'<p><a href="/{text.replace(chr(34), "")}">The river</a></p>')),
    "author box": ("html", lambda text: page(f'<div class="author-box"><h3>About Ann Lund</h3><p>{text}</p></div>')),
    "quotation": ("html", lambda text: page(f"<p>“{text},” says Ann Lund.</p>")),
    "JSON-LD": ("html", lambda text: page(structured(text))),
    "script": ("html", lambda text: page(f'<script>document.write("<p>", {text}, "</p>")</script>')),
    "code": ("html", lambda text: page(f"<pre>{text}</pre>")),
    "Markdown": ("markdown", lambda text: f"# The mill\n\n{WORDS * 6}\n\n{text}\n\n{WORDS}"),
    # Half of it: what is longer than front matter may be is text.
    "front matter": ("markdown", lambda text: f"---\ntitle: {json.dumps(text[: len(text) // 2])}\n---\n\n{WORDS * 6}"),
    "text": ("text", lambda text: f"The mill\n\n{WORDS * 6}\n\n{text}\n\n{WORDS}"),
}
MARKS = "“”‘’«»„–—…·•¿¡、。「」×€§†"
NESTING = [
    "(", "[", "{", "<", "((a", "[a](", "[[", "{{", "{%", "<b>", "<div>", "<!--", "<a href=", "**a", "> ", "- ", "`",
    "&", "$", "“(", "«“",
]  # fmt: skip
ALTERNATING = [
    'a" <b>"', "(a)[b]{c}", '"a" b ', "“a” b ", "a, b; c: d", "A a B b ", "1 a 2 b ", "a-b_c.", "a@b.c ",
    "http://a.b/c ", "By A B, ", 'said A. "B" ', "A. B. C. ", "a's b's ", "1,000.00 ", "2021-01-02 ", "a/b/c ", "a|b|",
    "# a\n", "a: b\n", "a\n\n", "- a\n", "| a | b |\n", "[insert a] ", "{{a}} ", "as an AI ", "lorem ipsum ",
    "the the ", "of the in the ", "Aa ", "aA", "a\u00ad", "a\u200b b", "a\u0301", "aа", "&amp;&lt;", "<br>", "<i>a</i>",
    "a \t", "read more: a. ", "? a ! b ",
]  # fmt: skip
SCRIPTS = {
    "Latin": "abcde", "Greek": "αβγδε", "Cyrillic": "абвгд", "Armenian": "աբգդե", "Hebrew": "אבגדה", "Arabic": "ابتثج",
    "Devanagari": "कखगघङ", "Bengali": "কখগঘঙ", "Tamil": "கஙசஞட", "Thai": "กขคฆง", "Burmese": "ကခဂဃင", "Khmer": "កខគឃង",
    "Georgian": "აბგდე", "Ethiopic": "ሀለሐመሠ", "Han": "港口委员会", "Kana": "ふねはみな", "Hangul": "배는항구를",
    "digits": "01234",
    "emoji": "🚢⚓🌊🛟🐟", "capitals": "ABCDE", "accents": "äéîõù", "mathematical": "𝐚𝐛𝐜𝐝𝐞",
}  # fmt: skip


def cut(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def structured(text: str) -> str:
    data = {"@type": "NewsArticle", "headline": text[:500], "articleBody": text}
    data["author"] = {"@type": "Person", "name": "Ann Lund", "description": text}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def strings() -> list[str]:
    return list(dict.fromkeys(_strings()))


def _strings() -> Iterator[str]:
    for mark in (*string.punctuation, *MARKS):
        yield from (mark, f"a{mark}", f"a {mark} ")
    yield from NESTING
    yield from ALTERNATING
    for letters in SCRIPTS.values():
        yield from (letters, f"{letters} ", " ".join(letters) + " ", f"{letters}. ")


def seconds(form: str, source: str) -> float:
    """CPU of an audit; the limit where it takes longer."""
    signal.signal(signal.SIGPROF, _stop)
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, LIMIT)
    try:
        auditor.audit(source, format=form)
    except _TooLongError:
        return LIMIT
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - begun


class _TooLongError(BaseException):
    pass


def _stop(*_: object) -> None:
    raise _TooLongError


def grows(unit: str, context: str, chars: int) -> str:
    """What is wrong with how the cost of a string grows, "" if nothing is."""
    form, place = CONTEXTS[context]
    few, many = (place(unit * (size // len(unit))) for size in (chars // 4, chars))
    most = seconds(form, many)
    if most < MOMENT:
        return ""
    least = seconds(form, few)
    if most < MOST * least + SLACK or min(most, seconds(form, many)) < MOST * least + SLACK:
        return ""
    return f"{least:.2f} s, {most:.2f} s: {', '.join(steps(form, many))}"


def steps(form: str, source: str) -> list[str]:
    """The costliest steps of an audit."""
    rules, spent = default_rules(), dict[str, float]()
    begun = time.process_time()
    document = read(source, format=Format(form))
    spent["reading"] = time.process_time() - begun
    begun = time.process_time()
    signals = Signals(document, stale=(), wordings=rules.wordings)
    spent["folding"] = time.process_time() - begun
    for rule in rules.rules:
        begun = time.process_time()
        list(rule.detect(signals.blocks_in(rule.zones), signals))
        spent[rule.id] = time.process_time() - begun
    return [f"{name} {cost:.2f} s" for name, cost in sorted(spent.items(), key=lambda item: -item[1])[:3]]


def long(unit: str) -> str:
    form, place = CONTEXTS["paragraph"]
    took = seconds(form, place(unit * (LONG // len(unit))))
    return f"a million of it: {took:.1f} s" if took > MOST_OF_LONG else ""


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--chars", type=int, default=80_000)
    arguments.add_argument("--context", action="append", choices=CONTEXTS)
    arguments.add_argument("--string", action="append")
    arguments.add_argument("--part", default="1/1")
    arguments.add_argument("--long", action="store_true")
    options = arguments.parse_args()
    number, of = map(int, re.findall(r"\d+", options.part))
    for sample in (Path(__file__).parents[1] / "samples").glob("content-farm.*"):
        auditor.audit(sample.read_bytes(), name=sample.name)  # what a first page loads
    auditor.audit('a"' * 500, format="text")  # and what an unknown language does
    chosen = options.string or strings()[number - 1 :: of]
    found = tried = 0
    for unit in chosen:
        for context in ["long"] if options.long else options.context or CONTEXTS:
            tried += 1
            wrong = long(unit) if options.long else grows(unit, context, options.chars)
            found += bool(wrong)
            if wrong:
                print(f"{unit!r} in {context}: {wrong}", flush=True)
    print(f"{tried} tried, {found} cost too much")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
