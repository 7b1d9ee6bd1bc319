"""What copying leaves in a text, in wordings that stand on no card, and the doses from which it counts."""

import pytest

import auditor

HONEST = (
    "The ferry takes forty people and a dog, and it leaves at noon.",
    "It comes back at six and stops at the island where the bakery is.",
    "The keeper counts everybody twice and writes the numbers on a list.",
)


def found(*paragraphs, rule):
    report = auditor.audit(
        "\n\n".join(["Ferry lists", *HONEST, *paragraphs, HONEST[0][:-1] + " again."]), format="text"
    )
    return [place.evidence for f in report.findings if f.rule == rule for place in (f, *f.related)]


@pytest.mark.parametrize(
    "line",
    [
        "This site uses cookies to remember what you like.",
        "Manage cookie preferences",
        "Please turn on JavaScript to see the map.",
        "Skip to main content",
        "Home | About us | Contact | Privacy policy",
        "Facebook Email Print 12 Comments",
        "Get the harbour news delivered to your inbox every week.",
        "You must be logged in to post a comment.",
        "This video is not available in your region.",
        "Story continues below",
    ],
)
def test_lines_of_the_site_are_found(line):
    assert found(line, rule="page-furniture") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "You've reached your limit of free articles.",
        "Sign in or subscribe to continue reading.",
        "Start your 14-day free trial to read this story",
        "This article is only available to our members.",
        "Already registered?",
    ],
)
def test_barriers_are_found(line):
    assert found(line, rule="paywall-line") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Cookies are baked on the island every morning, and the site of the old oven is shown to visitors.",
        "She wanted to subscribe to the list, and he told her to share this boat with the others.",
        "The captain asked everybody to log in to the book, to print their names and to search the deck.",
        "Whoever has read our three articles on boats knows that members only pay half.",
        "“Already a subscriber?” asked the machine, and the keeper pressed “Accept all”.",
    ],
)
def test_sentences_about_such_things_are_left_alone(line):
    assert not found(line, rule="page-furniture")
    assert not found(line, rule="paywall-line")


def test_a_menu_needs_two_controls_and_mostly_labels():
    assert found("Boats News Sport Log in Register", rule="page-furniture")
    assert not found("Boats News Sport Log in", rule="page-furniture")
    assert not found("Why the people of the harbour never log in or register", rule="page-furniture")


@pytest.mark.parametrize(("times", "said"), [(2, False), (3, True)])
def test_pointers_are_a_run_from_three_on(times, said):
    pointer = "Read also: The boat comes back"
    lines = [line for _ in range(times) for line in (pointer, "Nobody on the quay asked why it had been away.")]
    assert bool(found(*lines, rule="read-also-run")) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [(["o ce", "bene t"], False), (["o ce", "bene t", "speci c"], True), (["rst", "nal", "sh"], False)],
)
def test_three_words_without_their_ligatures(words, said):
    assert bool(found(f"The {' and the '.join(words)} of the keeper.", rule="lost-ligature")) == said


@pytest.mark.parametrize(("words", "said"), [("don?t can?t", False), ("don?t can?t won?t", True)])
def test_three_lost_characters(words, said):
    assert bool(found(f"They {words} sail.", rule="lost-punctuation")) == said


@pytest.mark.parametrize(("length", "said"), [(22, False), (26, True)])
def test_a_passage_returns_from_25_words_on(length, said):
    passage = " ".join(f"boat{i}" for i in range(length))
    assert bool(found(f"First {passage} here.", f"Then {passage} there.", rule="doubled-passage")) == said


def test_a_passage_that_repeats_itself_ends():
    assert found(" ".join(["the boat of the keeper lies there and"] * 40), rule="doubled-passage")


@pytest.mark.parametrize(("letters", "said"), [(6, False), (14, True)])
def test_a_fifth_of_the_words_are_letters(letters, said):
    words = [*["boat"] * (40 - letters), *["x"] * letters]
    assert bool(found(" ".join(words), rule="letters-apart")) == said


def test_only_the_last_paragraph_can_be_broken_off():
    text = "The season for coarse fish closes in spring and opens again on the"
    report = auditor.audit("\n\n".join(["Ferry lists", *HONEST, text]), format="text")
    assert [f.evidence for f in report.findings if f.rule == "broken-off"] == [
        "closes in spring and opens again on the"
    ]
    assert not found(text, rule="broken-off")


def test_short_paragraphs_that_return_together_are_one_passage():
    lines = [f"The boat of the keeper number {i} left at noon." for i in ("one", "two", "three")]
    assert found(*lines, "Nobody asked why.", *lines, rule="doubled-passage") == [*lines, *lines]
    assert not found(lines[0], "Nobody asked why.", lines[0], rule="doubled-passage")


def test_ligatures_lost_without_a_gap():
    assert found("The specic ofce of the signicant keeper.", rule="lost-ligature") == ["specic", "ofce", "signicant"]


@pytest.mark.parametrize(("times", "said"), [(1, False), (2, True)])
def test_credits_of_pictures_from_two_on(times, said):
    assert bool(found(*["Photo courtesy of the harbour office"] * times, rule="picture-credits")) == said
