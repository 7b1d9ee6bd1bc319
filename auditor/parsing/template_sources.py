"""Sources that a site generator fills in before anybody reads them: which they are, and what of them is filled in.

In a rendered page `{{ site.author }}` was left open by mistake. In the source of a page it is how the source is
written, and what readers will see in its place is not known here.
"""

import re
from collections.abc import Iterator

from auditor.expressions import late

MDX, WORDPRESS = "MDX", "WordPress"
ANY = "a site generator"
_AS_MDX = (MDX, "Docusaurus")  # which reads .md files as MDX, too
_FRONT = late(r"(?:\ufeff)?(---|\+\+\+)[ \t]*\r?\n")
_FRONT_LENGTH = 4_000
_KEY = late(r"^([A-Za-z_][\w-]{0,60})[ \t]{0,9}[:=]", re.MULTILINE)
# What Jekyll knows of each page without its front matter.
_OF_EVERY_PAGE = frozenset(
    "title content excerpt url date id categories collection tags dir name path next previous slug".split()
)
_OF_PAGE = late(r"\bpage\.([A-Za-z_][\w-]{0,60})")
# Liquid, Nunjucks and Go templates, with their comments; ERB and EJS.
_CONSTRUCT = late(r"\{\{.{1,1000}?\}\}|\{%.{1,1000}?%\}|\{#.{1,1000}?#\}|<%.{1,1000}?%>", re.DOTALL)
_OF_MDX = late(
    r"\{\{.{1,1000}?\}\}|\$?\{[^{}\n]{1,500}\}|</?[A-Z][\w.]{0,60}(?:\s[^<>\n]{0,500})?>|<%.{1,1000}?%>", re.DOTALL
)


# Shortcodes that WordPress and its plugins run; what is only words between brackets is none.
_SHORTCODE = late(
    r"\[/?(?:caption|gallery|audio|video|playlist|embed)\b[^\[\]\n]{0,500}\]|\[[a-z][\w-]{1,40}\s[\w-]{1,40}=[^\[\]\n]{0,500}\]"
    r"|\[/?[a-z][a-z0-9]{0,30}(?:[_-][a-z0-9]{1,30}){1,4}(?:\s[^\[\]\n]{0,500})?\]"
)


def told(source: str, name: str) -> str | None:
    """The generator that a source is written for, where its suffix or a layout that it names says so."""
    if name.lower().endswith(".mdx"):
        return MDX
    return ANY if "layout" in stated(source) else None


def stated(source: str) -> frozenset[str]:
    """The keys of its front matter, of the first 4,000 characters."""
    if source[:5].lstrip("\ufeff").startswith(("---", "+++")) and (fence := _FRONT.match(source)):
        closed = source.find("\n" + fence[1], fence.end() - 1, fence.end() + _FRONT_LENGTH)
        if closed > 0:
            return frozenset(found[1] for found in _KEY.finditer(source, fence.end(), closed + 1))
    return frozenset()


def note(generator: str, source: str) -> tuple[str, ...]:
    """What a report says of a source with places that are filled in later."""
    if "{{" not in source and "{%" not in source and generator not in _AS_MDX:
        return ()
    written = f"a source of {generator}" if generator == ANY else f"a source of {generator}, not a rendered page"
    return (f"{written}: what its variables and tags stand for is not judged",)


def constructs(text: str, generator: str, source: str) -> Iterator[tuple[int, int]]:
    """The intervals of a text that the generator puts something else in place of.

    A page that names a layout, and of whose site nothing is known, is believed as far as it goes: a variable of the
    page that its front matter does not set will be empty.
    """
    if "{" not in text and "<" not in text and "[" not in text:
        return
    pattern = _SHORTCODE if generator == WORDPRESS else _OF_MDX if generator in _AS_MDX else _CONSTRUCT
    known = stated(source) | _OF_EVERY_PAGE if generator == ANY and "page." in text else None
    for found in pattern.finditer(text):
        if known is None or known.issuperset(_OF_PAGE.findall(found[0])):
            yield found.span()
