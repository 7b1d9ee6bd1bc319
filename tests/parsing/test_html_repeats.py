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


def test_a_line_of_the_text_that_is_set_large_is_no_text():
    line = "<div class=pull-quote>“{}”</div>"
    said = line.format(SAID.format(5).split(" had ")[0] + " had asked")
    assert not any("“" in text for text in body(said))
    assert any("“" in text for text in body(line.format("Nobody asked, and nobody ever will.")))
    assert any("“" in text for text in body(said.replace("pull-quote", "quote")))


def second(first=PARAGRAPHS, writer="<p>By Bridget Phipps</p>", level="h1"):
    text = "".join(f"<p>{one}</p>" for one in first)
    page = (
        f"<title>The harbour</title><main><h1>The harbour</h1><p>By Jon Greyling</p>{text}"
        f"<{level}>The old timetable</{level}>{writer}<p>{SAID.format(99)}</p></main>"
    )
    return any("crane 99" in b.text for b in auditor.parse(page, format="html").zone(Zone.BODY))


def test_a_second_article_below_the_first_is_another_text():
    assert not second()
    assert second(writer="")
    assert second(level="h2")
    assert second(first=[])
