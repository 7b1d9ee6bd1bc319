"""Articles to put headlines and link lists on."""

import auditor

RULES = auditor.load_rules(select=["headlines"])

BAKERY = tuple(
    """The bakery on Mill Lane has baked the same rye loaf since 1921. Its owner, Greta Holm, mixes the dough at three
in the morning and lets it rest until the first customers knock. She says the secret is patience and a sourdough starter
that her grandmother brought from Uppsala in a jar.
|This week she sold the shop to her apprentice, who means to change nothing but the till. The neighbours were afraid
that a chain would move in, as it did in the two streets beside. They need not worry, said the apprentice, and cut them
a slice.""".replace("\n", " ").split(" |")
)
HEADLINE = "Mill Lane baker hands sourdough shop to apprentice"
FOREIGN = "Volcano on Krakatoa forces airlines to reroute flights"


def text(headline: str, *paragraphs: str) -> str:
    return "\n\n".join([headline, *(paragraphs or BAKERY)])


def html(headline: str = HEADLINE, *, head: str = "", links: str = "", paragraphs: tuple[str, ...] = BAKERY) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    widget = f"<aside class='related'><h3>Related articles</h3><ul>{links}</ul></aside>" if links else ""
    return (
        f"<html lang='en'><head>{head}</head><body><article><h1>{headline}</h1>{body}</article>{widget}</body></html>"
    )


def item(anchor: str, address: str) -> str:
    return f'<li><a href="{address}">{anchor}</a></li>'


def found(source: str, *rules: str, url: str | None = None, form: str | None = None) -> list[auditor.Finding]:
    """Findings of these rules; none of the dimension may have raised."""
    form = form or ("html" if source.startswith("<") else "text")
    report = auditor.audit(source, format=form, url=url, rules=RULES)
    assert report.rules.errored == ()
    return [finding for finding in report.findings if finding.rule in rules]
