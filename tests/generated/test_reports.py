"""Honest texts about leftovers, in the layouts in which people print them, and texts that address their readers."""

import pytest

import auditor

OPENING = "The paper has taken the page down and now asks two people to read everything before it goes out."
CLOSING = (
    "Readers had written within the hour. The editor said that nobody had looked, and that this would not happen again."
)
LEAK = "As an AI language model, I cannot say who won the match"
OFFER = "Would you like me to rewrite this section in a friendlier tone?"


def found(source: str, format: str) -> list[str]:  # noqa: A002
    return [f.rule for f in auditor.audit(source, format=format).findings if f.dimension == "generated"]


@pytest.mark.parametrize("leak", [LEAK, OFFER, "Certainly! Here is the revised article:", "Regenerate response"])
@pytest.mark.parametrize(
    "layout",
    [
        "It ended with the line “{}” and no name.",
        'It ended with the line "{}" and no name.',
        "It ended with the line ‘{}’ and no name.",
        "It ended with the line «{}» and no name.",
        "It ended with the line `{}` and no name.",
    ],
)
def test_a_leftover_that_is_quoted(layout, leak):
    line = layout.format(leak)
    assert found(f"# The page that nobody read\n\n{OPENING}\n\n{line}\n\n{CLOSING}\n", "markdown") == []


@pytest.mark.parametrize("leak", [LEAK, OFFER, "Please provide the article title."])
@pytest.mark.parametrize(
    "title",
    [
        "How a chatbot's apology got into the sports pages",
        "ChatGPT wrote our match report",
        "What language models say when nobody reads them",
        "The editor who trusted an AI tool",
    ],
)
def test_a_page_whose_title_says_what_it_prints(title, leak):
    assert found(f"{title}\n\n{OPENING}\n\n{leak}\n\n{CLOSING}", "text") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Let me know what you think of this week's issue, and I'll see you next Tuesday.",
        "Here's the updated version of the code, with the bug fixed.",
        "If you'd like, I can read you the next chapter at the library on Friday.",
        "Would you like me to explain how the pump works?",
        "Do you want me to expand on that?",
        "Sure, here's the short version: we ran out of money.",
        "My editor wanted a shorter version, so I cut the second section and rewrote the introduction.",
        "I've rewritten the ending three times and I still hate it.",
        "Unfortunately, I can't write this without crying.",
        "As an AI researcher, I spend my days with data.",
        "If the user requests an article, the server returns the text in markdown.",
        "This is an edited version of a talk given in Oslo in May.",
        "Here are the links I promised in the podcast.",
        "The style guide says that the headline must be under 60 characters.",
        "The document provided to the court does not mention the sum.",
        "I will need the full text of the contract before I sign, he said.",
        "Would you prefer a shorter walk? Turn left at the mill.",
        "An earlier version of this article said that the ferry was built in 1950.",
        "I'd be happy to write a guest post for your blog.",
        "To write this book I needed the archives of three towns.",
    ],
)
def test_people_who_write_or_talk_to_their_readers(sentence):
    assert found(f"Two lists and a boat\n\n{OPENING}\n\n{sentence}\n\n{CLOSING}", "text") == []
