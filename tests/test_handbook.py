"""The handbook in `docs/rules/` says what the cards say."""

from pathlib import Path

from auditor import handbook, rulebook

PUBLISHED = Path(__file__).parent.parent / "docs" / "rules"


def test_the_handbook_is_fresh():
    published = {path.relative_to(PUBLISHED).as_posix(): path.read_text("utf-8") for path in PUBLISHED.rglob("*.md")}
    wanted = handbook.pages(rulebook.rules_folder())
    assert sorted(published) == sorted(wanted), "run `python -m auditor.handbook`"
    stale = [name for name in wanted if published[name] != wanted[name]]
    assert stale == [], "run `python -m auditor.handbook`"


def test_pages_of_rules_that_are_gone_are_dropped(tmp_path):
    gone = tmp_path / "debris" / "no-such-rule.md"
    gone.parent.mkdir()
    gone.write_text("old")
    handbook.write(rulebook.rules_folder(), tmp_path)
    assert not gone.exists()
    assert (tmp_path / "README.md").exists()


def test_a_fence_is_longer_than_any_in_the_example(tmp_path):
    card = next(rulebook.card_files([rulebook.rules_folder()])).read_text("utf-8")
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "_about.yml").write_text("title: T\nabout: A.\n")
    (folder / "fenced.yml").write_text(card.split("\ngood:")[0] + "\ngood:\n  - |\n    ```\n    code\n    ```\n")
    assert "\n````text\n```\ncode\n```\n````\n" in handbook.pages(tmp_path)["house/fenced.md"]
