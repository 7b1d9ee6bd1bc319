"""A page that holds its text a second time, without its markup."""

import auditor
from auditor.model import Zone

SAID = "Nobody on the pier had asked crane {0} where the stones of winter {0} came from, or who had paid for them."
PARAGRAPHS = [SAID.format(number) * 2 for number in range(20)]


def words(again):
    page = f"<article><h1>The harbour</h1>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}<div>{again}</div></article>"
    return sum(len(block.text.split()) for block in auditor.parse(page, format="html").zone(Zone.BODY))


ONCE = words("")


def test_the_whole_text_in_one_piece_is_no_second_one():
    assert words("From the archive. " + " ".join(PARAGRAPHS[3:])) == ONCE


def test_a_long_text_that_quotes_the_first_is_one():
    other = " ".join(SAID.format(number) for number in range(100, 120))
    assert words(other + " ".join(PARAGRAPHS[:6])) > ONCE + 300


def body(inside):
    page = f"<article><h1>The harbour</h1>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}{inside}</article>"
    return [block.text for block in auditor.parse(page, format="html").zone(Zone.BODY)]


def test_a_preview_beside_its_text_is_no_text():
    whole = f"{SAID.format(700)} {SAID.format(701)} {SAID.format(702)}"
    preview = " ".join(whole.split()[:40]) + " …"
    assert preview not in body(f"<div><p>{preview}</p></div><section><p>{whole}</p></section>")
    assert preview in body(f"<p>{preview}</p><p>{whole}</p>")
    assert preview in body(f"<div><p>{preview}</p></div>{PARAGRAPHS[0]}<p>And so on.</p><hr><section>{whole}</section>")


def test_paragraphs_that_only_begin_alike_stay():
    first, second = (f"Nobody on the pier had asked crane number {text}" for text in (SAID * 2, SAID.upper() * 3))
    assert first in body(f"<div><p>{first}</p></div><section><p>{second}</p></section>")
