"""Twelve ways to break a verb, a card, a lexicon and an entry point: one clear error each, and the run goes on."""

import os
from pathlib import Path

import pytest
from acme import PAGE, SHOUTING, VERB, shipped_findings
from msgspec import structs
from typer.testing import CliRunner

import auditor
from auditor.cli.app import app

HEAD = VERB[: VERB.index("    for block")]
# What the verb's file holds, and what is said.
VERBS = {
    "no function": ("x = 1\n", "module, no function"),
    "not Python": ("def detect(:\n", "SyntaxError"),
    "needs what is not there": ("import no_such_package_here\n", "No module named 'no_such_package_here'"),
    "exits": ("import sys\nsys.exit('bye')\n", "SystemExit: bye"),
    "raises when imported": ("raise RuntimeError('not today')\n", "RuntimeError: not today"),
    "a class": ("class detect:\n    pass\n", "is type, no function"),
    "no signals": (
        "def detect(blocks, *, words: str):\n    yield\n",
        "signature is not detect(blocks, signals, *, ...)",
    ),
    "open to all": ("def detect(blocks, signals, **words):\n    yield\n", "signature is not detect("),
    "no types": ("def detect(blocks, signals, *, words):\n    yield\n", "does not say of what type 'words' is"),
    "types that are not there": ("def detect(b, s, *, words: 'Nothing'):\n    yield\n", "NameError"),
    "asynchronous": ("async def detect(b, s, *, words: str):\n    yield\n", "it is asynchronous"),
    "no hits": ("def detect(b, s, *, words: str) -> int:\n    return 1\n", "does not say that it gives hits"),
    "another parameter": (VERB.replace("words: Lexicon", "word: Lexicon"), "takes no 'words'; did you mean 'word'?"),
    "a type that no card can give": (
        VERB.replace("words: Lexicon", "words: type(len)"),
        "Expected `builtin_function_or_method`",
    ),
}
# What the verb does when a page asks for it.
AT_WORK = {
    "raises": ("    raise KeyError('x')\n    yield\n", "KeyError: 'x' (acme_rules.shouting, line "),
    "exits": ("    raise SystemExit(3)\n    yield\n", "SystemExit: 3"),
    "yields texts": ("    yield 'FREE'\n", "gave str instead of a hit"),
    "gives nothing": ("    return None\n", "gave NoneType instead of hits"),
    "a place outside": ("    yield Hit(Span(blocks[0], 5, 9999))\n", "a place outside the text, 5 to 9999"),
    "a place that is a text": ("    yield Hit('FREE')\n", "gave str as a place"),
    "a block of its own": (
        "    yield Hit(Span.of(Block(blocks[0].zone, blocks[0].kind, 'FREE', 0, 4, blocks[0].syntax)))\n",
        "",
    ),
    "no end": ("    while True:\n        yield Hit(Span.of(blocks[0]), {'match': 1})\n", ""),
    "no facts": ("    yield Hit(Span.of(blocks[0]))\n", "the message names {match}, and the facts are none"),
    "facts that are no dictionary": ("    yield Hit(Span.of(blocks[0]), 7)\n", "TypeError"),
    "recursion": ("    yield from detect(blocks, signals, words=words)\n", "RecursionError"),
    "changes the page": ("    blocks[0].text = ''\n    yield\n", "immutable type"),
    "memory": ("    raise MemoryError\n    yield\n", "MemoryError"),
}
BOMB = "title: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"k{n}: &{to} [{', '.join(['*' + of] * 9)}]\n"
    for n, (of, to) in enumerate(zip("abcdefgh", "bcdefghi", strict=True))
)
CARDS = {
    "empty": ("", "holds no `key: value`"),
    "a list": ("- one\n- two\n", "holds no `key: value`"),
    "not YAML": (SHOUTING.replace("why: Whoever", "why: Note: whoever"), "between quotes"),
    "a misspelt key": (SHOUTING.replace("title:", "titel:"), "unknown key 'titel'; did you mean 'title'?"),
    "a key is missing": (SHOUTING.replace("fix: Say it quietly.\n", ""), "missing required field `fix`"),
    "a key twice": (SHOUTING + "title: Again\n", "'title' stands here twice"),
    "another type": (SHOUTING.replace("severity: warning", "severity: [warning]"), "`$.severity`"),
    "no such class": (SHOUTING.replace("severity: warning", "severity: grave"), "Invalid enum value 'grave'"),
    "no such zone": (SHOUTING.replace("[headline, body]", "[headline, boddy]"), "'boddy'"),
    "no such verb": (SHOUTING.replace("acme-shouting", "acme-shoutin"), "did you mean 'acme-shouting'?"),
    "no such parameter": (SHOUTING.replace("{words:", "{word:"), "takes no 'word'; did you mean 'words'?"),
    "no such language": (SHOUTING + "languages: [english]\n", "no language has the code 'english'"),
    "no regular expression": (
        SHOUTING.replace("acme-shouting", "pattern").replace("{words: shouted}", "{patterns: ['(']}"),
        "'(' is no regular expression",
    ),
    "a date that is none": (SHOUTING.replace("A shouted word", "2024-13-45"), "odd values between quotes"),
    "not UTF-8": (SHOUTING.encode().replace(b"A shouted", b"A sh\xf6uted"), "not UTF-8"),
    "an object": (SHOUTING.replace("title: A", "title: !!python/object:os.system A"), "not YAML"),
    "a bomb": (BOMB, "holds more than 200,000 values"),
    "a snake": ("title: &a [*a]\n", "holds more than 200,000 values"),
    "too large": ("#" * 1_100_000, "larger than 1,000,000 bytes"),
    "no examples": (SHOUTING.replace("['The harbour is ⟦FREE⟧ for monks.']", "[]"), "`$.bad`"),
}  # fmt: skip
LEXICONS = {
    "missing": (None, "there is no file"),
    "empty": ("", "holds no entry"),
    "comments only": ("# free\n  # cheap\n", "holds no entry"),
    "not UTF-8": ("fr\xe9e\n".encode("latin-1"), "not UTF-8 in line 1"),
    "UTF-16": ("free\n".encode("utf-16"), "not UTF-8 in line 1"),
    "nulls": ("free\nch\0eap\n", "a null character in line 2"),
    "too large": (b"a\n" * 11_000_000, "larger than 20,000,000 bytes"),
}
NAMES = {
    "a path": ("../../secret", "names no lexicon"),
    "an absolute path": ("/etc/passwd", "names no lexicon"),
    "a number": (7, "names no lexicon"),
    "a list": (["shouted"], "names no lexicon"),
    "too long": ("a" * 3_000, "cannot be read"),
    "misspelt": ("shoutet", "did you mean 'shouted'?"),
    "nothing": ("''", "names no lexicon"),
}
VERB_POINT = "[auditor.detectors]\nacme-shouting = acme_rules.shouting\n"
PACK = "[auditor.rules]\nacme = acme_rules:cards\n"
POINTS = {
    "no package": ("[auditor.rules]\nacme = no_such_package\n", "there is no such folder in the package"),
    "no folder": ("[auditor.rules]\nacme = acme_rules:card\n", "there is no such folder in the package"),
    "no cards": ("[auditor.rules]\nacme = acme_rules:cards.house\n", "holds no cards"),
    "a capital": ("[auditor.rules]\nAcme = acme_rules:cards\n", "is no name in small letters"),
    "the name of a dimension": ("[auditor.rules]\nauthorship = acme_rules:cards\n", "is a rule or a dimension already"),
    "twice": (f"{PACK}acme = acme_rules:cards\n{VERB_POINT}", "has a pack of that name, too"),
    "no module": ("[auditor.rules]\nacme = ..:cards\n", "there is no such folder in the package"),
    "not a value": ("[auditor.rules]\nacme =\n", "there is no such folder in the package"),
    "two verbs": (
        f"{PACK}[auditor.detectors]\nacme-shouting = acme_rules.shouting\nacme-shouting = acme_rules.shouting:detect\n",
        "is a verb of acme-rules 1.2 and acme-rules 1.2",
    ),
    "no attribute": (
        f"{PACK}[auditor.detectors]\nacme-shouting = acme_rules.shouting:find\n",
        "has no attribute 'find'",
    ),
}


def only_problem(said: str, *named: str) -> auditor.RuleSet:
    """The rules, of which one thing is wrong, and the shipped ones as they are without the package."""
    rules = auditor.load_rules()
    (problem,) = rules.problems
    assert said in problem
    assert all(name in problem for name in named), problem
    assert "\n" not in problem
    assert shipped_findings(auditor.audit(PAGE, rules=few(rules))) == SHIPPED
    return rules


def few(rules: auditor.RuleSet) -> auditor.RuleSet:
    """Enough of them to show that the run goes on."""
    some = tuple(rule for rule in rules.rules if rule.dimension in ("house", "template"))
    return structs.replace(rules, rules=some)


SHIPPED = shipped_findings(auditor.audit(PAGE, rules=few(auditor.load_rules())))


@pytest.mark.parametrize("broken", VERBS)
def test_a_broken_verb_costs_its_card_alone(site, broken):
    source, said = VERBS[broken]
    (site / "acme_rules/shouting.py").write_text(source)
    rules = only_problem(said, "acme-rules 1.2", "acme", "shouting.yml")
    assert [rule.id for rule in rules.rules if rule.dimension == "house"] == ["acme/soft-words"]


@pytest.mark.parametrize("broken", AT_WORK)
def test_a_verb_that_fails_at_work_is_an_outcome_of_its_rule(site, broken):
    body, said = AT_WORK[broken]
    (site / "acme_rules/shouting.py").write_text(HEAD + body)
    report = auditor.audit(PAGE, rules=few(auditor.load_rules()))
    assert shipped_findings(report) == SHIPPED
    if said:
        ((rule, error),) = [(one.rule, one.error) for one in report.rules.errored]
        assert rule == "acme/shouting"
        assert said in error
    assert "acme/soft-words" in report.rules.failed


@pytest.mark.parametrize("broken", CARDS)
def test_a_broken_card_costs_itself_alone(site, broken):
    source, said = CARDS[broken]
    (site / "acme_rules/cards/house/shouting.yml").write_bytes(source if isinstance(source, bytes) else source.encode())
    rules = only_problem(said, "acme-rules 1.2", "house/shouting.yml")
    assert [rule.id for rule in rules.rules if rule.dimension == "house"] == ["acme/soft-words"]


@pytest.mark.parametrize("kind", ["folder", "pipe", "link", "loop", "unreadable", "odd name"])
def test_what_is_no_card_costs_itself_alone(site, kind):
    path = site / "acme_rules/cards/house" / ("Odd Card.yml" if kind == "odd name" else "odd.yml")
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind in ("link", "loop"):
        path.symlink_to(path if kind == "loop" else "nowhere")
    else:
        path.write_text(SHOUTING)
    if kind == "unreadable":
        path.chmod(0)
        if os.access(path, os.R_OK):
            pytest.skip("this user reads everything")
    rules = only_problem("", "acme-rules 1.2", path.name)
    assert len([rule for rule in rules.rules if rule.dimension == "house"]) == 2


@pytest.mark.parametrize("broken", LEXICONS)
def test_a_broken_lexicon_costs_its_card_alone(site, broken):
    content, said = LEXICONS[broken]
    file = site / "acme_rules/cards/_lexicons/shouted.txt"
    file.unlink()
    if content is not None:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    rules = only_problem(said, "acme-rules 1.2", "shouted.txt", "shouting.yml")
    assert [rule.id for rule in rules.rules if rule.dimension == "house"] == ["acme/soft-words"]


@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
def test_what_is_no_lexicon_costs_its_card_alone(site, kind):
    file = site / "acme_rules/cards/_lexicons/shouted.txt"
    file.unlink()
    {"folder": file.mkdir, "pipe": lambda: os.mkfifo(file), "link": lambda: file.symlink_to("nowhere")}[kind]()
    only_problem("there is no file", "acme-rules 1.2", "shouted.txt")


@pytest.mark.parametrize("broken", NAMES)
def test_a_lexicon_that_is_misnamed_costs_its_card_alone(site, broken):
    name, said = NAMES[broken]
    card = site / "acme_rules/cards/house/shouting.yml"
    card.write_text(SHOUTING.replace("{words: shouted}", f"{{words: {name}}}"))
    only_problem(said, "acme-rules 1.2", "shouting.yml")


@pytest.mark.parametrize("broken", POINTS)
def test_a_broken_entry_point_costs_its_package_alone(site, broken):
    text, said = POINTS[broken]
    (next(site.glob("*.dist-info")) / "entry_points.txt").write_text(text)
    only_problem(said, "acme-rules 1.2")


def test_each_is_broken_in_twelve_ways():
    assert min(map(len, (VERBS, AT_WORK, CARDS))) >= 12
    assert len(LEXICONS) + len(NAMES) >= 12


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("shouting.py", VERBS["not Python"][0]),
        ("shouting.py", HEAD + AT_WORK["raises"][0]),
        ("cards/house/shouting.yml", CARDS["a misspelt key"][0]),
        ("cards/_lexicons/shouted.txt", ""),
    ],
)
def test_the_command_says_it_once_reports_all_pages_and_exits_with_2(site, tmp_path, monkeypatch, file, text):
    (site / "acme_rules" / file).write_text(text)
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "c.md"):
        Path(name).write_text(PAGE)
    done = CliRunner().invoke(app, ["check", "a.md", "b.md", "c.md", "-q", "--no-cache", "--min-severity", "info"])
    assert done.exit_code == 2
    told, *more = done.stderr.splitlines()
    assert "acme" in told
    assert more in ([], ["auditor: rule acme/shouting failed on 2 more pages"])
    for name in ("a.md", "b.md", "c.md"):
        assert f"{name}:5:1: error[bracket-placeholder]" in done.stdout
        assert f"{name}:3:16: info[acme/soft-words]" in done.stdout
