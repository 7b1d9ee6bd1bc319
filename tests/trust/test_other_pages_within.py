"""A page in an address of this one, or to which readers are sent on, was not read, and the report says so."""

import time
from base64 import b64encode
from html import escape
from urllib.parse import quote

import pytest

import auditor

TEXT = "The lock was rebuilt twice, and both times the keeper stayed in his hut while the masons worked on the gates. "
OTHER = (
    "<p>Wind turbines turned for sixty days in the year, and their owners said that they were pleased with them.</p>"
)
DRAWN = f"<svg xmlns='http://www.w3.org/2000/svg'><text y='9'>{OTHER[3:-4]}</text></svg>"
PLACES = {
    "a frame": f'<iframe src="data:text/html,{escape(OTHER)}"></iframe>',
    "a frame, escaped": f"<iframe src='data:text/html;charset=utf-8,{quote(OTHER)}'></iframe>",
    "a frame, packed": f'<iframe src="DATA:text/html;base64,{b64encode(OTHER.encode()).decode()}"></iframe>',
    "an object": f'<object data="data:text/html,{escape(OTHER)}"></object>',
    "plain text": f'<embed src="data:text/plain,{OTHER[3:-4]}">',
    "a picture": f'<img src="data:image/svg+xml,{DRAWN}">',
    "a picture, packed": f'<img src="data:image/svg+xml;base64,{b64encode(DRAWN.encode()).decode()}">',
    "a ground": f'<p style="background:url(&quot;data:image/svg+xml,{quote(DRAWN)}&quot;)">The gates.</p>',
    "a script": f"<iframe src=\"javascript:'{escape(OTHER)}'\"></iframe>",
    "a frame of a frame": f'<iframe srcdoc="{escape(f"<iframe srcdoc={chr(39)}{escape(OTHER)}{chr(39)}></iframe>")}">',
    "the next page": '<meta http-equiv="Refresh" content="0; url=https://b.test/turbines">',
    "the next page, soon": "<meta http-equiv=refresh content=\"5,URL='/turbines'\">",
}
HONEST = {
    "an icon": f"<img src=\"data:image/svg+xml,{quote('<svg><title>Lock</title><path d=M0/></svg>')}\">",
    "a drawing with a label": '<img src="data:image/svg+xml,<svg><text>Lock of 1902</text></svg>">',
    "a photograph": f'<img src="data:image/png;base64,{b64encode(bytes(range(256)) * 9).decode()}">',
    "a frame of elsewhere": '<iframe src="https://b.test/turbines"></iframe>',
    "a link that is a button": "<a href=\"javascript:alert('The lock is open. It is noon, and all are in.')\">Ask</a>",
    "the page again": '<meta http-equiv="refresh" content="300">',
    "the page again by its address": '<link rel="canonical" href="https://a.test/lock">'
    '<meta http-equiv="refresh" content="300;url=/lock#top">',
    "those without scripts": '<noscript><meta http-equiv="refresh" content="0;url=/no-scripts"></noscript>',
}  # fmt: skip


def report(markup):
    page = f'<html lang="en"><title>The lock</title><article><h1>The lock</h1><p>{TEXT * 3}</p>{markup}</article>'
    return auditor.audit(page, format="html")


@pytest.mark.parametrize("place", PLACES)
def test_another_page_that_a_reader_sees_is_told(place):
    found = report(PLACES[place])
    assert found.audited == "part"
    assert "was not read" in found.coverage.reason


@pytest.mark.parametrize("place", HONEST)
def test_pictures_frames_of_elsewhere_and_reloading_are_none(place):
    assert report(HONEST[place]).audited == "full"


@pytest.mark.parametrize(
    "unit", ["data:text/html,", ' src="javascript:', '<meta http-equiv=refresh content="0;url=a">']
)
def test_many_cost_in_proportion(unit):
    few, many = (min(cpu(unit * (size // len(unit))) for _ in range(2)) for size in (60_000, 240_000))
    assert many < 6 * few + 0.3


def cpu(markup):
    begun = time.process_time()
    auditor.parse(f"<p>{TEXT}</p>{markup}", format="html")
    return time.process_time() - begun
