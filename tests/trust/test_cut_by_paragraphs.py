"""A sentence that the border between paragraphs, cells or items cuts is read as one, where rules look for leftovers."""

import pytest

import auditor
from auditor.signals import Signals
from auditor.signals.run_on import REASON

HOUSE = "<p>The lock was rebuilt twice, and both times the keeper stayed in his hut while the masons worked.</p>"
CUTS = {
    "in two": ("As an AI language", "model, I cannot visit the lock."),
    "before a capital": ("As an", "AI language model, I cannot visit the lock."),
    "after a comma": ("As an AI language model,", "I cannot visit the lock."),
    "in three": ("As an AI", "language model,", "I cannot visit the lock. It is old."),
    "behind another": ("Nobody knows. As an AI language", "model, I cannot visit the lock. Its keeper knows."),
    "before a list": ("As an AI language", "model, I cannot visit the lock"),
}


def report(markup, lead=HOUSE):
    return auditor.audit(f"<title>The lock</title><h1>The lock</h1>{lead}{markup}{HOUSE}", format="html")


def paragraphs(*texts, between=""):
    return between.join(f"<p>{text}</p>" for text in texts)


def said(markup, lead=HOUSE):
    return [f for f in report(markup, lead).findings if f.rule == "assistant-speaking"]


@pytest.mark.parametrize("cut", CUTS)
def test_a_cut_sentence_is_found_where_it_begins(cut):
    (found,) = said(paragraphs(*CUTS[cut]))
    assert CUTS[cut][0].endswith(found.evidence)
    assert found.zone == "body"
    assert not found.related


def test_scripts_without_blanks_are_put_together_without_any():
    house = "<p>渡船从中午起就停在码头，船上的人什么都不知道。</p>" * 3
    markup = f"<h1>渡船</h1>{house}<p>作为一个语言</p><p>模型，我不能上船。</p>{house}"
    assert "tool-sentence" in {f.rule for f in auditor.audit(markup, format="html").findings}


@pytest.mark.parametrize("form", ["markdown", "text"])
def test_it_is_found_in_every_format(form):
    text = "The lock\n\nThe lock was rebuilt twice, and both times the keeper stayed.\n\n" + "\n\n".join(CUTS["in two"])
    assert "assistant-speaking" in {f.rule for f in auditor.audit(text, format=form).findings}


def test_pictures_between_the_paragraphs_do_not_matter():
    assert said(
        paragraphs(*CUTS["in two"], between='<figure><img src="a" alt="A lock"><figcaption>A.</figcaption></figure>')
    )


def test_a_sentence_that_is_whole_is_found_once():
    (found,) = said("<p>Nobody knows. As an AI language model, I cannot visit the lock</p><p>Its keeper is old.</p>")
    assert not found.related
    assert found.facts["times"] == 1


PARTS = {
    "items": ("<ul><li>", "</li><li>", "</li></ul>"),
    "cells": ("<table><tr><td>", "</td><td>", "</td></tr></table>"),
    "rows": ("<table><tr><td>", "</td></tr><tr><td>", "</td></tr></table>"),
    "headings": ("<h3>", "</h3><h3>", "</h3>"),
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("size", [1, 4])
def test_so_is_one_in_parts_of_another_kind_even_word_by_word(part, size):
    before, between, after = PARTS[part]
    words = "As an AI language model, I cannot visit the lock.".split()
    pieces = [" ".join(words[at : at + size]) for at in range(0, len(words), size)]
    assert len(said(before + between.join(pieces) + after)) == 1


@pytest.mark.parametrize(
    "markup",
    [
        paragraphs("The lock is shut. As an AI language", "<b>The keeper</b> speaks. This model, I cannot visit."),
        "<p>As an AI language</p><h2>The keeper</h2><p>model, I cannot visit the lock.</p>",
        "<p>As an AI language</p><ul><li>model, I cannot visit the lock.</li></ul>",
        paragraphs("The tool said: “As an AI language", "model, I cannot visit the lock.” Nobody asked it again."),
    ],
)
def test_whole_sentences_and_what_is_quoted_are_not_put_together(markup):
    assert not said(markup)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("To tell us of your lock, please send a mail to ann@lock.test", "This is the last of them."),
        ("Seen by", ", who"),
    ],
)
def test_what_begins_anew_is_not_put_together(one, other):
    apart, together = (report(paragraphs(one + stop, other)).findings for stop in (".", ""))
    assert {f.rule for f in together} == {f.rule for f in apart}


def test_lines_without_stops_are_put_together_six_at_a_time():
    lines = "".join(f"<p>line number {n} of the song</p>" for n in range(60))
    document = Signals(auditor.parse(f"<h1>The lock</h1>{lines}", format="html")).document
    assert [b.text.count("line") for b in document.blocks if b.reason == REASON] == [6] * 11 + [5]
