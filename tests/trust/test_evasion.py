"""What a farm does to hide junk, counted by `benchmarks/evasion.py`: no more of it passes than is known."""

import pytest


@pytest.fixture(scope="module")
def evasion(pytestconfig):
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(pytestconfig.rootpath / "benchmarks"))
        import evasion as benchmark  # noqa: PLC0415

        yield benchmark


PASSING = {"random case"}  # what every reader sees
OTHERS = {
    "places": set(),
    "labels": {"an expert in the field", "an article"},
    "authors": set(),
    # Each word in a field, an order of boxes, accents, slips of the keyboard: to be seen, and no rule tells them.
    # A quotation is a mention, and readers' comments are not the article's.
    "layouts": {
        "fields of a word", "order of boxes", "figures", "accents", "quotation marks", "comment of a reader",
    },
    "scripts": {"letters replaced", "JSON", "comment"},
}  # fmt: skip


def test_the_honest_page_passes_and_the_junk_does_not(evasion):
    assert evasion.passes(evasion.HONEST)
    assert not evasion.passes(evasion.JUNK)
    assert {rule for rule, text in evasion.FAULTS.items() if evasion.passes(evasion.fault(rule, text))} == set()


def test_there_are_six_faults_and_sixty_six_tricks(evasion):
    pages = dict(evasion.characters())
    assert len(pages) == 6 * 66
    assert len(set(pages.values())) > 380  # some tricks have no letter to work on


def test_tricks_with_characters_do_not_pass(evasion):
    """Each trick on one of the faults in turn; `slow` does all."""
    chosen = [case for n, case in enumerate(evasion.characters()) if n % 6 == n // 66]
    assert {name.split(", ", 1)[1] for name, page in chosen if evasion.passes(page)} <= PASSING


@pytest.mark.slow
def test_of_396_tricks_with_characters_few_pass(evasion):
    passing = [name for name, page in evasion.characters() if evasion.passes(page)]
    assert len(passing) <= 1, passing


@pytest.mark.parametrize("table", OTHERS)
def test_no_other_place_label_or_biography_passes_than_is_known(evasion, table):
    assert {name for name, page in evasion.TABLES[table]() if evasion.passes(page)} <= OTHERS[table]


def test_no_whole_page_of_junk_passes(evasion):
    large = {"behind five million blanks", "behind 250,001 elements"}
    assert [name for name, page in evasion.whole() if name not in large and evasion.passes(page)] == []
