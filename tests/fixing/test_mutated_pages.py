"""Properties of fixes on pages that were damaged at random.

A page is damaged twice: first anywhere, so that its markup is odd, then by faults that a program can mend. What was
mended must be the page before the second damage, but for faults that were left as they are.
"""

import random
import re
from collections import Counter
from functools import cache, lru_cache

import pytest

import auditor
from auditor.fixing.applying import mended
from auditor.model import Exemptions
from auditor.rulebook import default_rules

SENTENCES = """
The ferry sails from the north pier at noon and comes back before the lamps are lit.
Jan Meyer & Sons have mended the nets of this harbour for three generations.
Nobody had counted the gulls on the breakwater, so the school took a morning and did.
The café beside the lock sells éclairs, tea and the timetable of the winter boats.
“We were told to wait for the tide,” said Nora Feld, who keeps the harbour office.
On 3 May the council voted seven to two for a longer quay – and for its price.
The list of the lost boats hangs in the chapel, and each name has a year beside it.
Herring came late this spring; the smokehouse opened its doors in the last week of April.
Whoever crosses the bridge at low water sees the ribs of the old wreck in the mud.
The lighthouse keeper’s daughter reads the weather every evening at half past six.
""".split("\n")[1:-1]
ODD = [
    "<",
    ">",
    "&",
    "**",
    "`",
    "\n",
    "\n\n",
    "  ",
    "<!--",
    "-->",
    "<p>",
    "</div>",
    "<b>",
    "|",
    "> ",
    "- ",
    "“",
    "\t",
    "](",
]
FORMS = ["html", "markdown", "text"]
CI, SLOW = 240, 5_000


PROFILE = "About the author,Name: Nora Feld,Facebook:,Instagram:,Birthdate: 1981-03-14,Phone: 206-684-4075".split(",")


def page(pick, form):
    """A headline, paragraphs and a list of links; in every second page also what only unsafe fixes mend."""
    texts = [" ".join(pick.sample(SENTENCES, pick.randint(1, 4))) for _ in range(pick.randint(3, 7))]
    spoilt = pick.random() < 0.5
    if spoilt:
        texts.insert(pick.randrange(len(texts)), pick.choice(texts))
        texts.insert(pick.randrange(len(texts)), "Advertisement")
    return (as_html if form == "html" else as_text)(texts, form, spoilt)


def as_html(texts, form, spoilt):
    marked = [f"**Note {i}:** {text}" if spoilt and i < 3 else text for i, text in enumerate(texts)]
    body = "\n".join(f"<p>{text.replace('&', '&amp;')}</p>" for text in marked)
    items = [f'<li><a href="https://boats.test/{i}?x=1">Boat {i} of the Harbour Line</a></li>' for i in range(3)]
    links = "".join(item for item in items for _ in range(1 + spoilt))
    box = "".join(f"<li>{line}</li>" for line in PROFILE[1:]) if spoilt else ""
    profile = f'<div class="author-profile"><h4>{PROFILE[0]}</h4><ul>{box}</ul></div>' if spoilt else ""
    head = "<html><head><title>The harbour</title></head><body><h1>The harbour</h1>"
    return f"{head}\n{body}\n<ul>{links}</ul>{profile}</body></html>"


def as_text(texts, form, spoilt):
    head = "# The harbour" if form == "markdown" else "The harbour"
    link = (
        "The list is [here](https://boats.test/l?x=1)." if form == "markdown" else "See https://boats.test/l?x=1 too."
    )
    lines = ["Boats of the Harbour Line"] * 2 + PROFILE if spoilt else []
    return "\n\n".join([head, *texts, link, *lines, ""])


def oddly(pick, text):
    """A page with pieces lost, doubled and put in anywhere."""
    for _ in range(pick.randint(0, 4)):
        at, length = pick.randrange(len(text)), pick.randint(1, 30)
        match pick.randrange(3):
            case 0:
                text = text[:at] + text[at + length :]
            case 1:
                text = text[:at] + text[at : at + length] + text[at:]
            case _:
                text = text[:at] + pick.choice(ODD) + text[at:]
    return text


def faults(pick, form):
    """Places of a text, and what may be put there: what it was, and its damaged forms on the way back to that."""
    parameter = "utm_source=chatgpt.com"
    invisible = pick.choice("\u200b\u2060\ufeff\u200c")
    every = [
        (r"(?<=[a-z]{2})(?=[a-z]{2})", ["", invisible]),
        (r"’", ["’", "â€™", "Ã¢â‚¬â„¢"]),
        (r"é", ["é", "Ã©", "ÃƒÂ©"]),
        (r"–", ["–", "â€“"]),
        (r"(?<=[a-z])(?= [a-z])", ["", " 【4†source】", " turn0search2", ":contentReference[oaicite:1]{index=1}"]),
        (r"\?x=1", ["?x=1", f"?x=1&{parameter}", f"?{parameter}&x=1"]),
        (
            r"&amp;(?!amp;)" if form == "html" else r"&(?= S)",
            ["&amp;", "&amp;amp;"] if form == "html" else ["&", "&amp;"],
        ),
    ]
    return every if form != "markdown" else every[:-1]


def damaged(pick, clean, form):
    """The damaged text, and an expression for all that it may become: each fault is mended, or it is as it was."""
    expression, regions = [], []
    for pattern, forms in faults(pick, form):
        places = [m.span() for m in re.finditer(pattern, clean)]
        for start, end in pick.sample(places, min(len(places), pick.randint(0, 5))):
            regions.append((start, end, forms, pick.randrange(1, len(forms))))
    text, position, used = "", 0, -1
    for start, end, forms, number in sorted(regions, key=lambda region: region[:2]):
        if start <= used:
            continue
        text += clean[position:start] + forms[number]
        expression += [kept(clean[position:start]), "(?:" + "|".join(map(re.escape, forms)) + ")"]
        position = used = end
        used = max(end, start)
    return text + clean[position:], "".join(expression) + kept(clean[position:])


def kept(piece):
    """What nobody damaged a second time; an entity that the first damage doubled may be mended with the others."""
    return "(?:&amp;?amp;|&amp;)".join(map(re.escape, re.split("&amp;?amp;", piece)))


MENDING = [rule.id for rule in default_rules().rules if rule.fixing.how]


@cache
def judge(form, whole):
    """By all rules, or by those whose findings can be mended, which takes a tenth of the time."""
    rules = default_rules() if whole else auditor.load_rules(select=MENDING)

    @lru_cache(8)
    def judged(text):
        return auditor.audit(text, format=form, rules=rules, reveal_private=True, exemptions=Exemptions(inline=True))

    return judged


def count(report):
    found = {}
    for finding in (*report.findings, *(one.finding for one in report.suppressed)):
        found[finding.rule] = found.get(finding.rule, 0) + 1 + len(finding.related)
    return found


def strange(after, *before):
    """Words of a mended text that were in none of these: tags, dots and what is half-way to its encoding may be."""
    new = words(after) - (words(before[0]) | words(before[1]))
    return {word for word in new if word.isascii() and word not in ("strong", "a", "href")}


def words(text):
    return Counter(re.findall(r"[\w•]+", re.sub("[\u200b\u2060\ufeff\u200c]", "", text)))


def holds(number, *, whole):
    pick = random.Random(number)
    form = FORMS[number % 3]
    clean = oddly(pick, page(pick, form))
    text, expression = damaged(pick, clean, form)
    judged = judge(form, whole)
    before = count(judged(text))
    safe = mended(text, judged)
    assert re.fullmatch(expression, safe.text), f"{number}: more than the faults has changed"
    for unsafe in (False, True):
        found = mended(safe.text if unsafe else text, judged, unsafe=unsafe)
        after = count(judged(found.text))
        assert all(places <= before.get(rule, 0) for rule, places in after.items()), f"{number}: a finding was added"
        assert not strange(found.text, text, clean), f"{number}: words were put in"
        assert mended(found.text, judged, unsafe=unsafe).text == found.text, f"{number}: not mended at once"
    return text != clean, safe.text == clean != text


@pytest.mark.parametrize("start", range(0, CI, 24))
def test_damaged_pages_are_mended_and_nothing_else_changes(start):
    outcomes = [holds(number, whole=number % 24 < 3) for number in range(start, start + 24)]
    assert sum(as_before for _, as_before in outcomes) > 3  # 4 to 9 are, the rest keep what only a person mends


@pytest.mark.slow
@pytest.mark.parametrize("start", range(CI, CI + SLOW, 250))
def test_thousands_of_damaged_pages_are_mended_and_nothing_else_changes(start):
    for number in range(start, start + 250):
        holds(number, whole=True)
