"""Leftovers of writing tools in other words than the cards', and wherever a reader or a search engine meets them."""

import pytest

import auditor

BEFORE = (
    "The pier was rebuilt in autumn with oak from the valley, and the council paid for it out of the ferry tolls. The "
    "harbour master keeps two lists of passengers, which have agreed on all but three days since the spring."
)
AFTER = "Tickets are sold on board. Children travel free of charge on Sundays, and so do dogs of any size."
OFFER = "Would you like me to rewrite this section in a friendlier tone?"


def found(source: str, format: str = "text") -> dict[str, str]:  # noqa: A002
    """The rules of leftovers that fired, with their class."""
    report = auditor.audit(source, format=format)
    return {f.rule: str(f.severity) for f in report.findings if f.dimension == "generated"}


def within(sentence: str) -> dict[str, str]:
    return found(f"Two lists and a boat\n\n{BEFORE}\n\n{sentence}\n\n{AFTER}")


@pytest.mark.parametrize(
    "sentence",
    [
        # another version is offered
        "Would you like me to also **add a chart of the tides**, so that the page looks more **lively**?",
        "Do you want me to also include a **timeline of the pier**, so that it is easier to follow?",
        "If you'd prefer, I can also make it less formal or turn it into a short script.",
        "If that helps, I could also condense the text or turn it into a newsletter.",
        "Shall I draft a catchier headline for it?",
        # something to write from is asked for
        "It looks like you have shared a picture description. To help with it I will need the full text.",
        "It seems you've pasted a link rather than the text. Please send the original article, and I can rewrite it.",
        "There's no text to summarise here; please paste the full article.",
        # the task is refused
        "I apologise, but I'm unable to write an article about this person.",
        "Unfortunately, I am not able to create content about that firm. If you have another, I'd be glad to help.",
        "Apologies, as a language AI model, I cannot hold preferences of my own.",
        "Sorry, as an AI language assistant, I have no views of the pier. If you give me a title, I can write one.",
        "The name of this lamp cannot be created, since it violates OpenAI's usage policy.",
        "Kitchen table, oak, this content goes against OpenAI use case policy",
        # the text is handed over
        "Understood! Here's a polished, ready to publish draft:",
        "Certainly — here is the text you requested.",
        "Below is a 750-word article that follows your brief.",
        "Absolutely. The following is a blog post of about 500 words.",
        # what its writer is
        "I'm just an AI assistant and have never seen the pier.",
    ],
)
def test_text_to_whoever_ordered_the_article_is_critical(sentence):
    assert within(sentence).get("assistant-speaking") == "critical"


@pytest.mark.parametrize(
    "sentence",
    [
        "Alright, let me begin with the user's request: they want a report that sounds like news, under 400 words.",
        "Hmm, the user asked me to shorten the article, so let me keep the first part.",
        "Next, I need to write the introduction. The user specified that it should be short.",
        "Now I should draft the conclusion. The user requested a warm tone.",
        "Primary keyword: ferry lists. Keyword density: 2%. Search intent: informational.",
        "Focus keyphrase: harbour lists",
        "Write a 900-word blog post in a playful tone and use the keyword six times.",
        "The provided article does not mention who paid for the pier.",
        "I have rewritten the text to improve readability and added the keyword as requested.",
        "Title options: Two Lists / The Boat That Was Counted",
        "Sources analysis: the first source is a list, the second a letter.",
    ],
)
def test_notes_about_the_task_are_an_error(sentence):
    assert within(sentence).get("prompt-leak") in {"error", "critical"}  # the latter from two places on


@pytest.mark.parametrize(
    "sentence",
    [
        "As of my last training update in 2022, the boat had two captains.",
        "My knowledge only goes up to April 2023, so the new fares are missing.",
        "I do not have information about changes after June 2023.",
    ],
)
def test_dated_knowledge_is_critical(sentence):
    assert within(sentence).get("knowledge-cutoff") == "critical"


@pytest.mark.parametrize(
    "line",
    [
        "Regenerate response",
        "Stop generating",
        "Copy code",
        "Reasoned for 1 minute and 12 seconds",
        "Thought for a few seconds",
        "ChatGPT can make mistakes. Check important info.",
        "Was this response better or worse?",
        "Sources and related content",
    ],
)
def test_lines_of_a_chat_window_are_found(line):
    assert within(line) == {"chat-window": "warning"}


def test_turns_of_a_copied_conversation():
    turns = "User: Tell me of the pier.\n\nAssistant: It is old.\n\nUser: And the boat?\n\nAssistant: It is small."
    assert found(f"Two lists and a boat\n\n{turns}") == {"chat-window": "error"}
    assert found(f"Two lists and a boat\n\nWe asked a chatbot about the pier. This is what it said.\n\n{turns}") == {}
    assert found(f"A chat with a chatbot\n\n{turns}") == {}


@pytest.mark.parametrize(
    ("source", "format"),
    [
        (
            "# Where boats go\n\nMost go north. [oai_citation:2‡Harbour Office](https://lists.example/b.pdf)\n",
            "markdown",
        ),
        ("# Where boats go\n\nMost go north. ([oai_citation:0‡lists.example](https://lists.example/))\n", "markdown"),
        (
            "<h1>Where boats go</h1><p>Most go north.<a href='https://lists.example/'>oai_citation:1‡Office</a></p>",
            "html",
        ),
        ("Where boats go\n\nMost go north.\ue200cite\ue202turn2search4\ue201", "text"),
        ("Where boats go\n\nMost go north [cite: 4, 18].", "text"),
        ("Where boats go\n\nMost go north【12†source】.", "text"),
        ("Where boats go\n\nMost go north :contentReference[oaicite:3]{index=3}.", "text"),
    ],
)
def test_marks_of_citations_are_critical_in_every_form(source, format):  # noqa: A002
    assert found(source, format) == {"tool-tokens": "critical"}


@pytest.mark.parametrize(
    "page",
    [
        "<title>{leak}</title><h1>Two lists</h1><p>{body}</p>",
        "<title>Two lists</title><meta name='description' content='{leak}'><h1>Two lists</h1><p>{body}</p>",
        "<title>Two lists</title><meta property='og:description' content='{leak}'><h1>Two lists</h1><p>{body}</p>",
        '<script type="application/ld+json">{{"@type": "Article", "description": "{leak}"}}</script><p>{body}</p>',
        "<h1>Two lists</h1><p>{body}</p><figure><img src='a.jpg' alt='{leak}'></figure><p>{body}</p>",
        "<h1>Two lists</h1><article><p>{body}</p><ul><li>{leak}</li></ul></article>",
        "<article><h1>Two lists</h1><p>{body}</p></article><h2>Related</h2><li><a href='/a'>{leak}</a>",
    ],
)
def test_leftovers_are_found_wherever_they_stand(page):
    assert found(page.format(leak=OFFER, body=BEFORE), "html").get("assistant-speaking") == "critical"


def test_a_description_in_front_matter():
    source = f'---\ntitle: Two lists\ndescription: "{OFFER}"\n---\n\n{BEFORE}\n'
    assert found(source, "markdown").get("assistant-speaking") == "critical"


@pytest.mark.parametrize("fence", ["```html", "```markdown", "```"])
def test_an_article_in_a_fence(fence):
    body = f"<h1>Two lists</h1>\n<p>{BEFORE}</p>\n<p>{AFTER}</p>"
    assert found(f"{fence}\n{body}\n```\n", "markdown") == {"fenced-article": "warning"}


def test_a_sample_beside_an_article_is_no_article():
    assert found(f"# Lists\n\n{BEFORE}\n\n{AFTER}\n\n```\n{BEFORE}\n```\n\n{BEFORE}\n\n{AFTER}\n", "markdown") == {}


def test_links_of_chat_tools_are_information():
    link = "https://ferry.example/times?utm_source={}"
    page = "<h1>Two lists</h1><p>{} So <a href='{}'>says the office</a>.</p>"
    assert found(page.format(BEFORE, link.format("chatgpt.com")), "html") == {"tool-link": "info"}
    assert found(page.format(BEFORE, link.format("perplexity")), "html") == {"tool-link": "info"}
    assert found(page.format(BEFORE, link.format("newsletter")), "html") == {}


def test_lines_of_a_brief():
    assert within("Tone: playful\n\nCall to action: book a seat today!") == {"writing-brief": "critical"}
    assert within("Tone: playful") == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Gern! Hier ist eine gekürzte Fassung des Textes:",
        "Als Sprachmodell habe ich keine Meinung.",
        "¿Quieres que añada una tabla al artículo?",
        "Bien sûr ! Voici une version reformulée du texte :",
        "Claro! Aqui está o artigo reescrito:",
        "Certo! Ecco una versione riscritta:",
        "Natuurlijk! Hier is een herschreven versie:",
        "Tentu! Berikut adalah versi artikel yang Anda minta:",
    ],
)
def test_other_languages_fill_the_same_roles(sentence):
    assert within(sentence).get("assistant-speaking") == "critical"
