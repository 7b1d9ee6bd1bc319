"""Other text that a script writes into a page is read for leftovers, and the report says that it is there."""

import time
from base64 import b64encode
from codecs import encode
from html import escape
from json import dumps
from urllib.parse import quote

import pytest

import auditor

KEEPER = "The keeper of lock {} opened its gates at {} in the morning and stayed in his hut while the masons worked. "
OWN = "".join(KEEPER.format(n, n + 5) for n in range(8))
LEAK = "As an AI language model, I cannot visit the lock."
OTHER = "".join(
    f"<p>Wind turbine {n} of the coast turned for {n + 60} days in the year, and its owners said that they were "
    f"pleased with what it earned for them and for the village. {LEAK if n == 3 else ''}</p>"
    for n in range(6)
)
MARKED = OTHER.replace("<", "\\u003C").replace(">", "\\u003E")
FORMS = {
    "markup": f'document.querySelector("p").innerHTML = "{OTHER}"',
    "other marks": f"document.body.innerHTML='{OTHER}'",
    "a template": f"document.body.insertAdjacentHTML('beforeend', `{OTHER}`)",
    "escapes": f'document.write("{MARKED}")',
    "letters as escapes": f'document.write("{OTHER}")'.replace("As an AI", "\\x41s\\u0020an AI"),
    "text of lines": 'p.textContent = "' + OTHER.replace("<p>", "").replace("</p>", "\\n") + '"',
    "a variable": f'// the visitor\'s\nvar t = "{OTHER}";\nif (t) {{ document.body.outerHTML = t }}',
    "a library": f"$('p').html('{OTHER}')",
}
PACKED = {
    "base 64": f'document.write(atob("{b64encode(OTHER.encode()).decode()}"))',
    "escapes of addresses": f'document.write(decodeURIComponent("{quote(OTHER)}"))',
    "digits": f'document.write(text("{OTHER.encode().hex()}"))',
    "a sum of words": "p.innerHTML = " + " + ".join(dumps(f"{word} ") for word in OTHER.split()),
    "a list of words": f"p.innerHTML = {OTHER.split()}.join(' ')",
    "a list of pieces": f"show({dumps([OTHER[at : at + 20] for at in range(0, len(OTHER), 20)])}.join(''))",
    "numbers of letters": f"document.write(String.fromCharCode({', '.join(str(ord(letter)) for letter in OTHER)}))",
    "numbers to the base of 16": f"show([{','.join(hex(ord(letter)) for letter in OTHER)}])",
    "backwards": f"p.innerHTML = '{OTHER[::-1]}'.split('').reverse().join('')",
    "other letters": f"p.innerHTML = turned('{encode(OTHER, 'rot13')}')",
    "a name in pieces": f"p['inner' + 'HTML'] = '{OTHER}'",
    "a parser": f"new DOMParser().parseFromString('{OTHER}', 'text/html')",
}
ANOTHER = OTHER + OTHER.replace("of the coast", "of the hills")
BESIDE = {
    "a template": f"<template id=t>{ANOTHER}</template><script>p.replaceChildren(t.content)</script>",
    "a script of markup": f"<script type=text/html id=t>{ANOTHER}</script><script>p.innerHTML = t.innerHTML</script>",
    "data": f'<div id=t data-text="{escape(ANOTHER)}"></div><script>p.innerHTML = t.dataset.text</script>',
    "a hidden field": f'<input type="hidden" value="{escape(ANOTHER)}"><script>p.innerHTML = t.value</script>',
    "a handler": f"<img src=x onerror=\"p.innerHTML='{escape(ANOTHER)}'\"><script>p.hidden = 0</script>",
    "an address": f"<script src=\"data:text/javascript,p.innerHTML='{quote(ANOTHER)}'\"></script>",
}


def page(script, own=OWN):
    return f'<html lang="en"><title>The lock</title><h1>The lock</h1><p>{own}</p><script>{script}</script>'


@pytest.mark.parametrize("form", FORMS)
def test_what_a_script_writes_is_read_for_leftovers(form):
    source = page(FORMS[form])
    report = auditor.audit(source, format="html")
    (found,) = [f for f in report.findings if f.rule == "assistant-speaking"]
    assert "AI language model" in source[found.offset : found.offset + found.length]
    assert report.verdict == "reject"


@pytest.mark.parametrize("form", FORMS | PACKED)
def test_a_page_that_a_script_writes_anew_is_audited_in_part(form):
    is_part(page((FORMS | PACKED)[form].replace(LEAK, "")), "that a script writes into the page was not read")


def is_part(source, why):
    report = auditor.audit(source, format="html")
    assert report.audited == "part"
    assert why in report.coverage.reason


@pytest.mark.parametrize("place", BESIDE)
def test_so_is_one_that_keeps_another_text_beside_its_own_for_a_script(place):
    written = place in ("a handler", "an address")
    why = "that a script writes into the page" if written else "that the page keeps for a script"
    is_part(page("").replace("<script></script>", BESIDE[place]), why)


def test_what_is_kept_is_one_where_it_is_as_long_as_the_text():
    source = page("").replace("<script></script>", BESIDE["a template"])
    assert auditor.audit(source.replace(OWN, OWN * 3), format="html").audited == "full"


def test_what_is_kept_is_nothing_where_no_script_is():
    source = page("").replace("<script></script>", BESIDE["a template"].partition("<script>")[0])
    assert auditor.audit(source, format="html").audited == "full"


@pytest.mark.parametrize(("own", "audited"), [("The lock is old, and so is its keeper.", "part"), (OWN, "full")])
def test_a_page_without_text_that_a_script_fills_with_what_says_nothing_is_read_in_part(own, audited):
    secret = b64encode(bytes(letter ^ 0x5A for letter in OTHER.encode() * 2)).decode()
    report = auditor.audit(page(f'p.innerHTML = opened("{secret}")', own), format="html")
    assert report.audited == audited
    assert ("a script that writes into it say was not read" in report.coverage.reason) == (audited == "part")


def test_half_as_much_as_the_body_may_be_another_text():
    parts = [auditor.audit(page(FORMS["markup"], OWN * n), format="html").audited for n in (1, 2, 4, 6)]
    assert parts == ["part", "part", "full", "full"]


HONEST = {
    "the text of the page": f'document.querySelector("p").innerHTML = "{OWN}"',
    "parts of it": "document.body.innerHTML = `<p>" + OWN.replace("in the", "<b>in the</b>") + "</p>`",
    "messages": "document.body.innerHTML = box;" + "".join(
        f'say("There is a problem with field {n} of the form. Please fill it in.");' for n in range(60)
    ),
    "data": f'window.state = {{"teasers": "{OTHER}"}}',
    "a notice": 'document.write("<p>We use cookies, and so do those who advertise on our pages with our leave. '
    'You may say below which of them we may set, and change your mind at any later time.</p>")',
    "code": 'document.body.innerHTML = "<b>" + boats.map(b => b.name).join("</b>; <b>") + "</b>"; ' * 40,
    "lists of words": f"words = {dumps(sorted(set(OTHER.split())))}; p.innerHTML = words[0]",
    "numbers": f"p.innerHTML = [{', '.join(map(str, range(900)))}][3]",
    "what is no base 64": f'document.write("{"AAAA" * 9}A")',
}  # fmt: skip


@pytest.mark.parametrize("script", HONEST)
def test_scripts_of_honest_pages_are_no_other_text(script):
    report = auditor.audit(page(HONEST[script].replace(LEAK, "")), format="html")
    assert report.audited == "full"
    assert report.verdict == "pass"


def test_it_is_no_part_of_the_article():
    assert "turbine" not in auditor.clean(auditor.parse(page(FORMS["markup"]), format="html"), format="text")


@pytest.mark.parametrize(
    "unit",
    [
        "'\\",
        '"\\',
        "\\u003C",
        '"<a',
        '"a b c d e f. ',
        "\\x4",
        '"\\n',
        "`${",
        '"a",',
        "'a' + ",
        "1, ",
        "0x",
        ' data-a="',
    ],
)
def test_strings_without_an_end_cost_in_proportion(unit):
    few, many = (min(cpu(unit * (size // len(unit))) for _ in range(3)) for size in (60_000, 240_000))
    assert many < 6 * few + 0.2


def cpu(text):
    begun = time.process_time()
    auditor.parse(page(f"document.write({text}"), format="html")
    return time.process_time() - begun
