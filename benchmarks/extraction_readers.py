"""Who finds the body of a page: the auditor, and those peers that are installed, each with its defaults.

All get the bytes of the page.
"""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec

import auditor

Reader = Callable[[bytes, str | None], str]


def by_auditor(html: bytes, url: str | None) -> str:
    document = auditor.parse(html, format="html", url=url)
    return "\n".join(block.text for block in document.zone(auditor.Zone.BODY))


def by_trafilatura(html: bytes, url: str | None) -> str:
    from trafilatura import extract  # noqa: PLC0415

    return extract(html, url=url, include_comments=False) or ""


def by_readability(html: bytes, url: str | None) -> str:
    from lxml.html import fromstring  # noqa: PLC0415
    from readability import Document  # noqa: PLC0415

    try:  # its own reading of encodings fails on some pages
        source: str | bytes = html.decode("utf-8")
    except UnicodeDecodeError:
        source = html
    return " ".join(fromstring(Document(source, url=url).summary()).itertext())


def by_resiliparse(html: bytes, _url: str | None) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding  # noqa: PLC0415

    return extract_plain_text(bytes_to_str(html, detect_encoding(html)), main_content=True)


def by_justext(html: bytes, _url: str | None) -> str:
    from justext import justext  # noqa: PLC0415

    return "\n".join(one.text for one in justext(html, _stop_words()) if not one.is_boilerplate)


@cache
def _stop_words() -> frozenset[str]:
    """Of all its languages: nobody tells it the one of a page."""
    from justext import get_stoplist, get_stoplists  # noqa: PLC0415

    return frozenset().union(*map(get_stoplist, get_stoplists()))


def by_magic_html(html: bytes, url: str | None) -> str:
    from lxml.html import fromstring  # noqa: PLC0415
    from magic_html import GeneralExtractor  # noqa: PLC0415

    return " ".join(fromstring(GeneralExtractor().extract(html, base_url=url or "")["html"]).itertext())


_PEERS: dict[str, tuple[str, Reader]] = {
    "trafilatura": ("trafilatura", by_trafilatura),
    "readability": ("readability", by_readability),
    "resiliparse": ("resiliparse", by_resiliparse),
    "justext": ("justext", by_justext),
    "magic-html": ("magic_html", by_magic_html),
}
READERS = {"auditor": by_auditor} | {name: read for name, (package, read) in _PEERS.items() if find_spec(package)}
ABSENT = [name for name in _PEERS if name not in READERS]
