"""A scripted agent mends sixty faulty drafts: all that a program may mend, in three calls, and no other word."""

import json
import random
from itertools import cycle

import pytest

import auditor

SENTENCES = (
    "The café by the old lock opens at seven and serves bread from the island.",
    "Her grandmother kept the accounts of the ferry in a blue notebook.",
    "Nobody remembers who painted the third boat, or why it was never launched.",
    "In March the council closed the road to the dunes for eleven days.",
    "The baker sold his naïve pictures of the harbour for two crowns each.",
    "A letter from Malmö arrived a year after the man who had written it.",
    "The school has forty pupils, one clock and a piano without its lid.",
    "Every autumn the herring came later, and the boats went out further.",
)


def doubled(text, _):
    return text.replace("é", "&amp;eacute;", 1).replace("ï", "&amp;iuml;", 1).replace("ö", "&amp;ouml;", 1)


def garbled(text, _):
    return text.replace("é", "Ã©", 1).replace("ï", "Ã¯", 1).replace("ö", "Ã¶", 1)


def unseen(text, _):
    for word in ("ferry", "harbour", "council", "herring", "notebook", "launched", "painted", "remembers"):
        text = text.replace(word, f"{word[:2]}\u200b{word[2:]}")
    return text


def cited(text, chance):
    return text.replace(". ", f" \ue200cite\ue202turn0search{chance.randint(0, 9)}\ue201. ", 1)


def tracked(text, _):
    return text.replace("the island.", "[the island](https://example.org/island?utm_source=chatgpt.com).", 1)


KINDS = {
    "html": (doubled, garbled, unseen),
    "markdown": (garbled, unseen, cited, tracked),
    "text": (garbled, unseen, cited),
}


def drafts():
    """Twenty drafts of each format, each with one to three kinds of fault."""
    for number, form in zip(range(60), cycle(KINDS), strict=False):
        chance = random.Random(number)
        sentences = [*SENTENCES]
        chance.shuffle(sentences)
        clean = "\n\n".join(" ".join(sentences[i : i + 4]) for i in (0, 4))
        faulty = clean
        for spoil in chance.sample(KINDS[form], chance.randint(1, 3)):
            faulty = spoil(faulty, chance)
        yield form, page(clean, form), page(faulty, form)


def page(text, form):
    if form == "html":
        paragraphs = "".join(f"<p>{one}</p>\n" for one in text.split("\n\n"))
        return f"<html lang=en><body><article><h1>The lock</h1>\n{paragraphs}</article></body></html>"
    return f"{'# ' if form == 'markdown' else ''}The lock\n\n{text}\n"


def words(text, form):
    return [block.text.split() for block in auditor.parse(text, format=form).blocks]


async def mended(session, text, form):
    """What an agent makes of a draft that only does what it is offered, and how many calls that takes."""
    for calls in range(1, 10):
        answer = await session.call_tool("audit_article", {"article": text, "format": form})
        fixes = json.loads(answer.content[0].text)["fixes"]
        if not fixes:
            return text, calls
        for fix in reversed(fixes):
            end = fix["offset"] + fix["length"]
            assert text[fix["offset"] : end] == fix["quoted"]
            text = text[: fix["offset"]] + fix["replacement"] + text[end:]
    pytest.fail("it never ends")


def test_sixty_drafts_are_mended_in_three_calls_each_and_no_other_word_changes(asking):
    async def act(session):
        return [(form, clean, faulty, *await mended(session, faulty, form)) for form, clean, faulty in drafts()]

    done = asking(act)
    assert len(done) == 60
    assert all(faulty != text for _, _, faulty, text, _ in done)
    for form, clean, _, text, calls in done:
        assert words(text, form) == words(clean, form)
        assert calls <= 3
