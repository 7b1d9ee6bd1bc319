"""The same article has the same score as HTML, Markdown and text, in any encoding and with any white space."""

import html

from hypothesis import given, settings
from hypothesis import strategies as st

import auditor

TITLE = "The lock keepers of the old canal"
HONEST = [
    "The lock at Marlow was rebuilt twice, and both times the keeper stayed in his hut while the masons worked.",
    "Water is let in through two paddles, which a child of twelve can turn once the ratchet has been oiled.",
    "In the dry summer of 1921 boats waited nine days, and the keepers played cards with their crews.",
    "Nobody kept a list of the cargoes, so historians count the tolls and guess the rest from prices.",
    "The last horse left the towpath in the spring of 1954, pulling a barge that carried nothing but gravel.",
    "A museum keeps the lamps, the ledgers and a door on which three generations cut their names.",
    "Volunteers clear the reeds every other year, by hand, because the banks would not bear a machine.",
    "When the gates leak, sawdust is thrown into the water, and the stream itself carries it into the cracks.",
]
FAULTY = [
    "As an AI language model, I cannot visit the canal.",
    "[Insert photo here]",
    "The cafÃ© on the quay opens at noon.",
    "Founded in {{ founding_year }}, the company owned nine boats.",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.",
]
GAPS = ["\n", "\n\n", "\n   \t", "\r\n"]
ATTRIBUTES = ["", ' class="text"', ' id="p1"  class=text', " class='text' id='p1'"]

faults = st.lists(st.sampled_from(FAULTY), unique=True, max_size=3)
articles = st.tuples(st.permutations(HONEST), faults).map(lambda both: [*both[0][:6], *both[1], both[0][6]])


def as_text(lines):
    return "\n\n".join([TITLE, *lines]) + "\n"


def as_markdown(lines):
    return "\n\n".join(["# " + TITLE, *lines]) + "\n"


@st.composite
def pages(draw, lines):
    made = []
    for line in lines:
        spaced = line.replace(" ", draw(st.sampled_from([" ", "\n", "  "])), 1)
        escaped = html.escape(spaced, quote=draw(st.booleans()))
        made.append(f"<p{draw(st.sampled_from(ATTRIBUTES))}>{escaped}</p>")
    body = draw(st.sampled_from(GAPS)).join(made)
    page = f"<!doctype html><html lang=en><title>{TITLE}</title><article><h1>{TITLE}</h1>{body}</article></html>"
    return page.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])))


@settings(deadline=None, max_examples=60)
@given(data=st.data(), lines=articles)
def test_form_encoding_and_white_space_move_a_score_by_at_most_three_points(data, lines):
    plain = auditor.audit(as_text(lines), format="text")
    crlf = auditor.audit(as_text(lines).replace("\n", "\r\n").encode("utf-8-sig"), format="text")
    marked = auditor.audit(as_markdown(lines), format="markdown")
    page = auditor.audit(data.draw(pages(lines)), format="html")
    scores = [report.score for report in (plain, crlf, marked, page)]
    assert max(scores) - min(scores) <= 3, scores
    assert len({report.verdict for report in (plain, crlf, marked, page)}) == 1
