"""What stands between quotation marks or in code is mentioned, not said, in every block that rules read."""

import time

import pytest

import auditor
from auditor.model import Format, Zone
from auditor.parsing import read

LEAK = "As an AI language model, I have no view of the pier"
BEFORE = "The pier was rebuilt in autumn with oak from the valley, and the council paid for it out of the ferry tolls."


def found(source: str, format: str = "text", zone: Zone | None = Zone.BODY) -> list[str]:  # noqa: A002
    return [f.rule for f in auditor.audit(read(source, format=Format(format), zone=zone)).findings]


@pytest.mark.parametrize(
    "marks",
    ["“{}”", '"{}"', "‘{}’", "'{}'", "„{}“", "‚{}‘", "«{}»", "»{}«", "‹{}›", "›{}‹", "「{}」", "『{}』", "”{}”"],
)
@pytest.mark.parametrize("zone", [Zone.HEADLINE, Zone.BODY, Zone.AUTHOR])
def test_quotation_marks_of_every_style_in_every_zone(marks, zone):
    assert "assistant-speaking" not in found(f"The page said {marks.format(LEAK)} and no more.", zone=zone)


@pytest.mark.parametrize("marks", ["“{}”", "'{}'", "‘{}’", "›{}‹"])
@pytest.mark.parametrize("token", ["{{ pier.name }}", "%%pier_name%%", "[object Object]", "${pier.name}"])
def test_tokens_between_quotation_marks(marks, token):
    assert "unrendered-template" not in found(f"Readers saw {marks.format(token)} on the page.")


def test_steps_of_a_path_are_no_quotation():
    assert "assistant-speaking" in found(f"Home › News › Piers. {LEAK} at all ‹ back.")


def test_without_marks_it_is_found():
    assert "assistant-speaking" in found(f"The pier is old. {LEAK} at all.")


def test_a_quotation_of_several_paragraphs():
    source = (
        f"“We met at noon,” she wrote.\n\n“The pier is old and long.\n\n“{LEAK} at all.\n\n“It is closed,” it said."
    )
    assert "assistant-speaking" not in found(source)


def test_a_mark_that_is_never_closed_hides_nothing():
    assert "assistant-speaking" in found(f"“{LEAK} at all.\n\n{BEFORE}")
    assert "assistant-speaking" in found(f"It's the boys' pier. {LEAK}, isn't it.")


@pytest.mark.parametrize(
    ("source", "format"),
    [
        ("The line `{{ pier.name }}` prints the name.", "markdown"),
        ("The line ``{{ pier.name }}`` prints `the name` of a pier.", "markdown"),
        ("[The line `{{ pier.name }}`](https://pier.example/) prints the name.", "markdown"),
        ("The line <code>{{ pier.name }}</code> prints the name.", "markdown"),
        ("<p>The line <code class=x>{{ pier.name }}</code> prints the name.</p>", "html"),
        ("<p><code>{{ pier.name }}</code> prints the name.</p>", "html"),
        ("<p>A &amp; B <kbd>{{ pier.name }} &amp;", "html"),
        ("<pre>{{ pier.name }}</pre>", "html"),
        ("```\n{{ pier.name }}\n```", "markdown"),
    ],
)
def test_code_is_no_leftover(source, format):  # noqa: A002
    assert "unrendered-template" not in found(source, format)


@pytest.mark.parametrize(
    ("source", "format"),
    [
        ("The name of it is {{ pier.name }} and `x` is its mark.", "markdown"),
        ("The name of it is `{{ pier.name }} and no more.", "markdown"),
        ("<p><code>x</code> The name of it is {{ pier.name }}.</p>", "html"),
        ("<p><code>x</p><p>The name of it is {{ pier.name }}.</p>", "html"),
    ],
)
def test_beside_code_it_is_one(source, format):  # noqa: A002
    assert "unrendered-template" in found(source, format)


def cpu(source: str) -> float:
    document = read(source, format=Format.HTML, zone=Zone.BODY)
    start = time.process_time()
    auditor.audit(document, rules=auditor.load_rules(select=["todo-mark", "tag-as-text"]))
    return time.process_time() - start


@pytest.mark.parametrize("piece", ['"a" TODO:a ', '"a" &lt;b&gt;" ', "<code>a</code> TODO:a "])
def test_four_times_the_marks_cost_no_more_than_six_times_the_time(piece):
    cpu(piece)
    small, large = (min(cpu(piece * n) for _ in range(3)) for n in (1_500, 6_000))
    assert large < 6 * small + 0.05
