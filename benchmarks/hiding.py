"""Where junk can stand so that a reader sees it and an auditor may not: whole pages, places, labels, biographies.

Each entry makes a page. `WHOLE` takes a page of junk, the others put one fault into an honest one.
"""

import base64
import json
import re
from collections.abc import Callable
from html import escape

Page = Callable[[str], "str | bytes"]
Markup = Callable[[str], str]


def body_in(before: str, after: str = "") -> Page:
    """All that the page shows within one element, or after one that never ends."""
    return lambda page: re.sub(r"(?s)(<body>)(.*)(</body>)", lambda m: m[1] + before + m[2] + after + m[3], page)


def body_as(form: Callable[[str], str]) -> Page:
    return lambda page: re.sub(r"(?s)(<body>)(.*)(</body>)", lambda m: m[1] + form(m[2]) + m[3], page)


def each_paragraph(before: str, after: str) -> Page:
    """The text of every paragraph between two marks."""
    return lambda page: page.replace("<p>", f"<p>{before}").replace("</p>", f"{after}</p>")


def head_with(markup: str) -> Page:
    return lambda page: page.replace("<head>", f"<head>{markup}", 1)


def text_of(markup: str) -> str:
    return re.sub(r"\s*\n\s*", "\n\n", re.sub(r"<[^>]+>", "", markup)).strip()


def packed(markup: str) -> str:
    return base64.b64encode(markup.encode()).decode()


def in_charset(label: str, codec: str) -> Page:
    def made(page: str) -> bytes:
        labelled = page.replace('<meta charset="utf-8">', f'<meta charset="{label}">')
        return labelled.encode(codec, "xmlcharrefreplace") + b"\xff"

    return made


ASIDE = "authorship, debris, generated, headlines, keywords, language, repetition, sourcing, structure, template"
WHOLE: dict[str, Page] = {
    **{
        f"within <{tag}>": body_in(f"<{tag}>", f"</{tag.split()[0]}>")
        for tag in (
            "pre", "code", "blockquote", "aside", "nav", "footer", "header", "details", "dialog open", "noscript",
            "template", "textarea", "xmp", "plaintext", "select", "audio", "video", "canvas", "object", "iframe",
            "button", "fieldset", "figure", "figcaption", "table", "dl", "ul", "center", "marquee", "label", "form",
            'div class="comments"', 'div class="related-posts"', 'div class="sidebar"', 'div class="ad"',
            'div class="cookie-notice"', 'div role="navigation"', "div hidden", 'div style="display:none"',
            'div style="position:absolute;left:-9999px"', 'div style="color:#fff"', 'div aria-hidden="true"',
            'div class="highlight"', 'pre style="white-space:pre-line;font:inherit"', "noframes", "math", "svg",
        )
    },
    **{
        f"paragraphs in {name}": each_paragraph(before, after)
        for name, before, after in (
            ("quotation marks", "“", "”"), ("straight marks", '"', '"'), ("<q>", "<q>", "</q>"), ("<i>", "<i>", "</i>"),
            ("<code>", "<code>", "</code>"), ("<samp>", "<samp>", "</samp>"), ("<cite>", "<cite>", "</cite>"),
            ("marks that open anew", "“", ""), ("back-ticks", "`", "`"), ("a speaker's label", "Ann Lund: ", ""),
        )
    },
    "one quotation around all": lambda page: page.replace("<p>", "<p>“", 1).replace("</div>", "<p>”</p></div>", 1),
    "code of highlighted lines": body_as(lambda own: "<pre><code>" + escape(text_of(own)) + "</code></pre>"),
    "lines of a terminal": body_as(lambda own: "<samp>" + escape(text_of(own)) + "</samp>"),
    "a document of an inner frame": body_as(lambda own: f'<iframe srcdoc="{escape(own)}"></iframe>'),
    "drawn by a script": body_as(lambda own: f"<script>document.write(atob('{packed(own)}'))</script>"),
    "data of a framework": body_as(
        lambda own: f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"body": own})}</script>'
    ),
    "body of JSON-LD": body_as(
        lambda own: '<script type="application/ld+json">'
        + json.dumps({"@type": "NewsArticle", "articleBody": text_of(own)})
        + "</script>"
    ),
    "text of SVG": body_as(lambda own: f"<svg><text>{escape(text_of(own))}</text></svg>"),
    "value of a field": body_as(lambda own: f'<input value="{escape(text_of(own))}">'),
    "content of a style": body_as(lambda own: f'<style>i::before{{content:"{escape(text_of(own))}"}}</style><i></i>'),
    "alternative text": body_as(lambda own: f'<img src="a.png" alt="{escape(text_of(own))}">'),
    "a comment that never ends": body_in("<!--"),
    "a section of CDATA": body_in("<![CDATA[", "]]>"),
    "behind five million blanks": body_in(" " * 5_000_001),
    "behind 250,001 elements": body_in("<p>a</p>" * 250_001),
    "charset that no browser knows": in_charset("cp037", "utf-8"),
    "charset that is none": in_charset("idna", "utf-8"),
    "UTF-16 without a mark": lambda page: page.encode("utf-16-le"),
    "excuses in a comment": body_in(f"<!-- auditor: ignore-file {ASIDE} -- house style -->"),
    "noindex": head_with('<meta name="robots" content="noindex">'),
    "type of a product": head_with('<script type="application/ld+json">{"@type":"Product"}</script>'),
    "type of a search": head_with("<title>Search results</title>"),
    "no language": lambda page: page.replace(' lang="de"', ""),
}  # fmt: skip

PLACES: dict[str, Markup] = {
    **{
        f"<{tag}>": lambda text, tag=tag: f"<{tag}>{text}</{tag.split()[0]}>"
        for tag in (
            "p", "div", "h2", "h3", "li", "blockquote", "pre", "code", "q", "em", "strong", "small", "details",
            "summary", "aside", "footer", "figcaption", "caption", "td", "dd", "dt", 'a href="/x"', "button",
            "label", "legend", "textarea", "xmp", "noscript", "svg><text", "time", "mark", "kbd", "samp", "del",
            "address", "option", 'div class="wp-caption-text"', 'p class="note"', 'div class="ad"',
            'div class="related-posts"', "div hidden", 'p style="display:none"',
            'pre style="white-space:normal;font:inherit"',
        )
    },
    "value of a field": lambda text: f'<input value="{text}">',
    "text of a picture": lambda text: f'<img src="a.png" alt="{text}">',
    "hint of a field": lambda text: f'<input placeholder="{text}">',
    "title of a link": lambda text: f'<a href="/x" title="{text}">x</a>',
    "label for screen readers": lambda text: f'<button aria-label="{text}">x</button>',
    "description of the page": lambda text: f'<meta name="description" content="{text}">',
    "description for networks": lambda text: f'<meta property="og:description" content="{text}">',
    "description of JSON-LD": lambda text: '<script type="application/ld+json">'
    + json.dumps({"@type": "NewsArticle", "description": text})
    + "</script>",
    "a cell among others": lambda text: f"<table><tr><th>Year<th>What<tr><td>1936<td>{text}<tr><td>1999<td>x</table>",
    "text of a list": lambda text: f"<ol><li>x<li>{text}<li>y</ol>",
    "title of an element": lambda text: f'<span title="{text}">x</span>',
    "inner frame": lambda text: f'<iframe srcdoc="{text}"></iframe>',
    "content of a style": lambda text: f'<style>.x::before{{content:"{text}"}}</style><span class="x"></span>',
    "string of a script": lambda text: f'<script>document.body.innerHTML += "<p>{text}</p>"</script>',
    "code with a slot": lambda text: f"<pre>{{{{town}}}} {text}</pre>",
    "two paragraphs": lambda text: "<p>{}</p><p>{}</p>".format(*_halves(text)),
    "two lines": lambda text: "<p>{}<br>{}</p>".format(*_halves(text)),
}  # fmt: skip


def _halves(text: str) -> tuple[str, str]:
    words = text.split()
    return " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])


SPEECH = (
    '<p>The {0} states that "the mill has been grinding flour for a week." The {0} also mentions that "visitors come '
    'from far away." According to the {0}, "the wheel has many paddles."</p>'
)
LABELS = {
    name: SPEECH.format(label)
    for name, label in {
        "in quotation marks": '"Quelltext Daten"',
        "linked": '"<a href="#">Quelltext Daten</a>"',
        "emphasised": "<em>Quelltext Daten</em>",
        "bare": "Quelltext Daten",
        "in brackets": "[Quelltext Daten]",
        "numbered": "Source 3",
        "numbered in brackets": "[3]",
        "the data": "data",
        "the text": "provided text",
        "the source": "source material",
        "the passage": "supplied passage",
        "the context": "given context",
        "an empty name": "[Source Name]",
        "misspelt": '"Quelltxt Daten"',
        "capitals": '"QUELLTEXT DATEN"',
        "joined": '"Quelltext_Daten"',
        "an expert in the field": "expert in the field",
        "an article": "first article",
        "a file": "document.pdf",
    }.items()
}
LATIN = (
    "Quo consequatur optio ducimus natus sunt qui. Hic optio rerum ipsa et et vel iure. Voluptatem dolorem est sint."
)
_NAME = "Nora Whitcombe"
AUTHORS = {
    "author box": f'<aside class="author-box"><h3>About the author</h3><p>{LATIN}</p></aside>',
    "list of details": f"<div><h3>Detail Author:</h3><ul><li>Name : {_NAME}</li><li>Bio : {LATIN}</li></ul></div>",
    "hCard": f'<div class="h-card vcard"><a class="p-name fn">{_NAME}</a><p class="p-note note">{LATIN}</p></div>',
    "microdata": '<div itemprop="author" itemscope itemtype="https://schema.org/Person">'
    f'<span itemprop="name">{_NAME}</span><p itemprop="description">{LATIN}</p></div>',
    "JSON-LD": '<script type="application/ld+json">'
    + json.dumps({"@type": "Person", "name": _NAME, "description": LATIN})
    + "</script>",
    "last paragraph": f"<p>{LATIN}</p>",
    "paragraph with the name": f"<p><b>{_NAME}</b> {LATIN}</p>",
    "paragraph after a rule": f"<hr><p>{_NAME}: {LATIN}</p>",
    "three cards": "".join(f'<div class="card"><p>{part}.</p></div>' for part in LATIN.split(".")[:3]),
    "footer": f"<footer><p>{_NAME}. {LATIN}</p></footer>",
    "section": f"<section><h2>{_NAME}</h2><p>{LATIN}</p></section>",
    "table": f"<table><tr><th>Author<td>{_NAME}<tr><th>Bio<td>{LATIN}</table>",
    "definitions": f"<dl><dt>Author<dd>{_NAME}<dt>Biography<dd>{LATIN}</dl>",
    "details": f"<details><summary>About {_NAME}</summary><p>{LATIN}</p></details>",
    "title of the link": f'<p>By <a rel="author" title="{LATIN}">{_NAME}</a></p>',
    "text of the portrait": f'<aside class="author-box"><img src="a.jpg" alt="{LATIN}"><p>{_NAME}</p></aside>',
    "contributor": f'<div class="contributor"><h4>{_NAME}</h4><div>{LATIN}</div></div>',
    "address element": f'<address class="author">{_NAME}<br>{LATIN}</address>',
    "figure": f"<figure><img src=a.jpg alt=portrait><figcaption>{_NAME}. {LATIN}</figcaption></figure>",
    "quotation": f'<blockquote class="author-bio"><p>{LATIN}</p></blockquote>',
}
