"""What layout, styles, addresses and scripts can do to a sentence that a reader still reads.

Each entry of `LAYOUTS` takes the sentence and gives markup for an honest page, each of `SCRIPTS` takes a text of
paragraphs that a script puts in the place of that page's own.
"""

import json
import re
from base64 import b64encode
from codecs import encode
from collections.abc import Callable
from html import escape
from urllib.parse import quote

Markup = Callable[[str], str]


def words(text: str, before: str, between: str, after: str, size: int = 1) -> str:
    """Its words, so many at a time, in elements of their own."""
    own = text.split()
    return before + between.join(" ".join(own[at : at + size]) for at in range(0, len(own), size)) + after


def inside(text: str, markup: str) -> str:
    """The markup in every word of three letters and more."""
    return re.sub(r"[A-Za-z]{3,}", lambda word: f"{word[0][:2]}{markup}{word[0][2:]}", text)


def cut(before: str, between: str, after: str, size: int = 4) -> Markup:
    return lambda text: words(text, before, between, after, size)


def styled(rule: str, markup: str) -> Markup:
    return lambda text: f"<style>{rule}</style><p>{inside(text, markup)}</p>"


def marked(mark: str) -> Markup:
    return lambda text: f"<p>{inside(text, mark)}</p>"


def around(before: str, after: str) -> Markup:
    return lambda text: f"{before}{text}{after}"


def drawn(text: str) -> str:
    return f"<svg xmlns='http://www.w3.org/2000/svg'><text>{text}</text></svg>"


def packed(text: str) -> str:
    return b64encode(text.encode()).decode()


LAYOUTS: dict[str, Markup] = {
    "cells": cut("<table><tr><td>", "</td><td>", "</td></tr></table>"),
    "cells of a word": cut("<table><tr><td>", "</td><td>", "</td></tr></table>", 1),
    "rows": cut("<table><tr><td>", "</td></tr><tr><td>", "</td></tr></table>"),
    "items": cut("<ul><li>", "</li><li>", "</li></ul>"),
    "items of a word": cut("<ul><li>", "</li><li>", "</li></ul>", 1),
    "headings": cut("<h3>", "</h3><h3>", "</h3>"),
    "paragraphs": cut("<p>", "</p><p>", "</p>"),
    "parts of a word": cut("<div>", "</div><div>", "</div>", 1),
    "spans": cut("<p><span>", "</span> <span>", "</span></p>", 1),
    "elements of no name": cut("<p><x-w>", "</x-w> <x-w>", "</x-w></p>", 1),
    "breaks": cut("<p>", "<br><br>", "</p>"),
    "links": cut('<p><a href="/a">', '</a> <a href="/b">', "</a></p>"),
    "labels of a drawing": cut("<svg><text>", "</text><text>", "</text></svg>"),
    "labels of a word": cut("<svg><text>", "</text><text>", "</text></svg>", 1),
    "formula": cut("<p><math><mtext>", "</mtext><mspace/><mtext>", "</mtext></math></p>"),
    "fields of a word": cut('<p><input value="', '"> <input value="', '"></p>', 1),
    "ruby": cut("<p><ruby>", "<rt>mill</rt> ", "<rt>mill</rt></ruby></p>", 1),
    "choice": around("<select><option>Any</option><option>", "</option></select>"),
    "details": around("<details open><summary>More</summary>", "</details>"),
    "dialog": around("<dialog open>", "</dialog>"),
    "shadow": around("<div><template shadowrootmode=open><p>", "</p></template></div>"),
    "foreign object": around("<svg><foreignObject><p>", "</p></foreignObject></svg>"),
    "caption of a table": around("<table><caption>", "</caption><tr><td>3</table>"),
    "footnote": around('<aside role="doc-footnote"><p>1. ', "</p></aside>"),
    "mark of another language": around('<p lang="hu">', "</p>"),
    "class that hides letters": styled(".x{display:none}", '<i class="x">q</i>'),
    "name that hides letters": styled("#x{font-size:0}", '<i id="x">q</i>'),
    "tag that hides letters": styled("s{position:absolute;left:-9999px}", "<s>q</s>"),
    "clear letters": marked('<i style="position:absolute;opacity:0">q</i>'),
    "class that hides words": lambda text: (
        "<style>.x{display:none}</style><p>" + text.replace(" ", ' <i class="x">the mill</i> ') + "</p>"
    ),
    "class that turns": lambda text: (
        f"<style>.x{{direction:rtl;unicode-bidi:bidi-override}}</style><p class=x>{text[::-1]}"
    ),
    "style that turns": lambda text: f'<p style="direction:rtl;unicode-bidi:bidi-override">{text[::-1]}</p>',
    "element that turns": lambda text: f'<p><bdo dir="rtl">{text[::-1]}</bdo></p>',
    "order of boxes": lambda text: (
        '<p style="display:flex;flex-direction:row-reverse">'
        + "".join(f"<span>{word}&nbsp;</span>" for word in reversed(text.split()))
        + "</p>"
    ),
    "text of a style": lambda text: f"<style>.x::before{{content:'{text}'}}</style><p class=x></p>",
    "data of a style": lambda text: f'<style>.x::before{{content:attr(data-x)}}</style><p class=x data-x="{text}"></p>',
    "frame": lambda text: f'<iframe srcdoc="{escape(f"<p>{text}</p>")}"></iframe>',
    "frame of a frame": lambda text: (
        f'<iframe srcdoc="{escape(f"<iframe srcdoc={chr(39)}{text}{chr(39)}>")}"></iframe>'
    ),
    "address of a frame": lambda text: f'<iframe src="data:text/html,{escape(text)}"></iframe>',
    "packed address": lambda text: f'<iframe src="data:text/html;base64,{packed(text)}"></iframe>',
    "address of an object": lambda text: f'<object data="data:text/html,{escape(text)}"></object>',
    "script of a frame": lambda text: f"<iframe src=\"javascript:'{text}'\"></iframe>",
    "address of a picture": lambda text: f'<img src="data:image/svg+xml,{quote(drawn(text))}">',
    "packed picture": lambda text: f'<img src="data:image/svg+xml;base64,{packed(drawn(text))}">',
    "next page": lambda text: f'<meta http-equiv="refresh" content="0;url=data:text/html,{quote(text)}">',
    "interpuncts": marked("·"),
    "hyphens": marked("-"),
    "apostrophes": marked("’"),
    "asterisks": marked("*"),
    "figures": lambda text: f"<p>{text.translate(str.maketrans('aeo', '@30'))}</p>",
    "blanks in words": marked(" "),
    "letters apart": lambda text: "<p>" + re.sub(r"[A-Za-z]{3,}", lambda word: " ".join(word[0]), text) + "</p>",
    "capitals": lambda text: f"<p>{text.upper()}</p>",
    "accents": lambda text: f"<p>{text.translate(str.maketrans('aeiou', 'áéíóú'))}</p>",
    "slips of the keyboard": lambda text: re.sub(r"\b(\w)(\w)(\w)(\w\w+)", r"\1\3\2\4", f"<p>{text}</p>"),
    "quotation marks": around("<p>“", "”</p>"),
    "comment of a reader": around('<div class="comment-body"><p>', "</p></div>"),
}


def script(form: Callable[[str], str]) -> Markup:
    return lambda text: f"<script>{form(text)}</script>"


def joined(pieces: list[str]) -> str:
    return f"document.body.innerHTML = {json.dumps(pieces)}.join('')"


SCRIPTS: dict[str, Markup] = {
    "string": script(lambda text: f"document.body.innerHTML = {json.dumps(text)}"),
    "sum": script(lambda text: f"document.write({' + '.join(json.dumps(f'{word} ') for word in text.split())})"),
    "list": script(lambda text: joined([text[at : at + 16] for at in range(0, len(text), 16)])),
    "numbers": script(lambda text: f"document.write(String.fromCharCode({', '.join(str(ord(c)) for c in text)}))"),
    "base 64": script(lambda text: f"document.write(atob('{packed(text)}'))"),
    "backwards": script(lambda text: f"p.innerHTML = {json.dumps(text[::-1])}.split('').reverse().join('')"),
    "other letters": script(lambda text: f"p.innerHTML = turned({json.dumps(encode(text, 'rot13'))})"),
    "letters replaced": script(lambda text: f"p.innerHTML = {json.dumps(text.replace('a', '~'))}.replace(/~/g, 'a')"),
    "name in pieces": script(lambda text: f"p['inner' + 'HTML'] = {json.dumps(text)}"),
    "parser": script(lambda text: f"new DOMParser().parseFromString({json.dumps(text)}, 'text/html')"),
    "template": lambda text: f"<template id=t>{text}</template><script>p.append(t.content)</script>",
    "script of markup": lambda text: (
        f"<script type=text/html id=t>{text}</script><script>p.innerHTML = t.text</script>"
    ),
    "data": lambda text: f'<i id=t data-x="{escape(text)}"></i><script>p.innerHTML = t.dataset.x</script>',
    "JSON": lambda text: (
        f"<script type=application/json id=t>{json.dumps({'x': text})}</script><script>p.innerHTML = x(t)</script>"
    ),
    "hidden field": lambda text: f'<input type=hidden value="{escape(text)}"><script>p.innerHTML = t.value</script>',
    "comment": lambda text: f"<!--{text}--><script>p.innerHTML = document.lastChild.data</script>",
    "handler": lambda text: f'<img src=x onerror="p.innerHTML={escape(json.dumps(text))}">',
    "address": lambda text: f'<script src="data:text/javascript,p.innerHTML={quote(json.dumps(text))}"></script>',
}
