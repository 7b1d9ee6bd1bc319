"""`auditor rules new`, `verbs`, `try` and `measure`, from an empty folder to a rule that runs."""

import os
import subprocess
import sys
import time

import pytest

import auditor
from auditor import verbs
from auditor.cli.rates import at_least, at_most, percent

TEXTS = {"why": "It praises what it should show.", "fix": "Show it.", "not_flagged": "Quotations.", "title": "Praise"}


def written(card):
    """What somebody writes into a new card."""
    text = card.read_text("utf-8")
    for key, value in TEXTS.items():
        old = next(line for line in text.splitlines() if line.startswith(f"{key}: "))
        text = text.replace(old, f"{key}: {value}")
    card.write_text(text, "utf-8")


@pytest.fixture
def card(call, desk):
    assert call("rules", "new", "house/praise").exit_code == 0
    return desk / "rules/house/praise.yml"


@pytest.fixture
def texts(write):
    for number in range(6):
        write(f"bad/{number}.md", f"# Harbour {number}\n\nIt was a truly stunning harbour of monks.\n")
        write(f"good/{number}.md", f"# Harbour {number}\n\nIt was a harbour of monks, who had tired of the hills.\n")
    write("good/quoted.md", '# Harbour\n\n"It is truly stunning", said Ada Lundt, who had tired of the hills.\n')


def test_a_new_card_explains_itself_and_runs(call, card):
    text = card.read_text("utf-8")
    assert "# In braces facts that the verb gives: match, times" in text
    assert "# regular expressions, case ignored; each must be linear." in text
    (card.parent / "_about.yml").write_text("title: House\nabout: Ours.\n")
    rules = auditor.load_rules(card.parent.parent, select="praise")
    assert [f.evidence for f in auditor.audit("# A\n\nIt was a truly stunning day.", rules=rules).findings] == [
        "truly stunning"
    ]


def test_what_is_still_to_be_written_is_told(call, card):
    found = call("rules", "check", card)
    assert found.exit_code == 1
    for key in ("title", "why", "fix", "not_flagged"):
        assert f"{key}: still to be written: <" in found.stdout
    assert "basis: not measured yet; `auditor rules measure" in found.stdout
    assert "_about.yml: <What the dimension is called>: still to be written" in found.stdout
    assert "1 card, 7 faults" in found.stdout


def test_from_new_to_green(call, card, texts):
    written(card)
    measured = call("rules", "measure", card, "--bad", "bad", "--good", "good")
    assert (measured.exit_code, measured.stderr) == (0, "")
    (card.parent / "_about.yml").write_text("title: House\nabout: Ours.\n")
    assert call("rules", "check", "rules").stdout == "1 card, 0 faults\n"
    shown = call("check", "bad", "--rules", "rules", "--select", "praise", "-q", "--no-cache").stdout
    assert shown.count("warning[praise]") == 6


@pytest.mark.parametrize("name", ["praise", "House/praise", "house/Praise", "house/", "/praise", "house/a/b", "../x/y"])
def test_odd_names_are_refused(call, desk, name):
    assert call("rules", "new", name).exit_code == 2
    assert list(desk.iterdir()) == []


def test_nothing_is_overwritten(call, card):
    card.write_text("mine")
    found = call("rules", "new", "house/praise")
    assert (found.exit_code, card.read_text()) == (2, "mine")
    assert "is there already" in found.stderr


def test_the_folder_of_the_settings_is_taken(call, write):
    write("auditor.toml", 'rules = ["ours"]\n')
    assert "ours/house/praise.yml" in call("rules", "new", "house/praise").stdout


def test_a_shipped_dimension_needs_no_about(call, desk):
    call("rules", "new", "template/praise")
    assert [path.name for path in (desk / "rules/template").iterdir()] == ["praise.yml"]


@pytest.mark.parametrize("verb", verbs.names())
def test_every_verb_makes_a_card_of_yaml_and_tells_its_parameters(call, desk, verb):
    import yaml  # noqa: PLC0415

    assert call("rules", "new", "house/praise", "--detect", verb).exit_code == 0
    card = yaml.safe_load((desk / "rules/house/praise.yml").read_text("utf-8"))
    assert card["detect"] == verb
    told = call("rules", "verbs", verb).stdout
    assert told.startswith(f"{verb}: ")
    assert all(name in told for name in card.get("with", {}))


def test_an_unknown_verb_is_told_with_the_nearest(call):
    for arguments in (("new", "house/praise", "--detect", "patern"), ("verbs", "patern")):
        found = call("rules", *arguments)
        assert found.exit_code == 2
        assert "no verb is called 'patern'; did you mean 'pattern'?" in found.stderr


def test_all_verbs_are_listed_with_a_sentence(call):
    listed = call("rules", "verbs").stdout.splitlines()
    assert [line.split()[0] for line in listed] == list(verbs.names())
    assert all(len(line.split()) > 2 for line in listed)


def test_a_new_verb_is_written_in_a_clone_only(call, desk):
    found = call("rules", "new", "house/shouts", "--detect", "shouting", "--new-verb")
    assert found.exit_code == 2
    assert "into a clone of auditor; docs/packs.md" in found.stderr
    (desk / "auditor/detectors").mkdir(parents=True)
    assert call("rules", "new", "house/shouts", "--detect", "shouting", "--new-verb").exit_code == 0
    source = (desk / "auditor/detectors/shouting.py").read_text("utf-8")
    compile(source, "shouting.py", "exec")
    assert "def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int = 1)" in source


def test_a_card_is_tried_on_real_files(call, card, texts):
    found = call("rules", "try", card, "bad", "good")
    assert found.exit_code == 0
    assert 'bad/0.md:3:10: "truly stunning" stands here once' in found.stdout
    assert found.stdout.endswith("Flags 6 of 13 files: 46%, and with 95% confidence at most 71%.\n")
    few = call("rules", "try", card, "bad", "--show", "2").stdout
    assert "and 4 more files; --show N shows more" in few


def test_files_that_a_card_cannot_judge_are_not_counted(call, card, texts):
    card.write_text(card.read_text("utf-8").replace("zones: [body]", "zones: [comments]"), "utf-8")
    assert "No file could be judged; 6 more it could not judge" in call("rules", "try", card, "bad").stdout


def test_what_cannot_be_read_is_told(call, card, texts, desk):
    (desk / "bad/x.md").write_bytes(b"\0\1\2\3" * 100)
    found = call("rules", "try", card, "bad")
    assert found.exit_code == 2
    assert "bad/x.md: cannot be read" in found.stdout
    card.write_text("title: [")
    assert "not YAML" in call("rules", "try", card, "bad").stderr


def test_a_card_is_tried_again_when_it_changes(card, texts, desk):
    command = [sys.executable, "-m", "auditor", "rules", "try", str(card), "bad", "--watch"]
    with subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, text=True, env={**os.environ}) as running:
        seen = []
        for change in (None, ("truly stunning", "not there"), ("not there", "monks")):
            if change:
                card.write_text(card.read_text("utf-8").replace(f"- '{change[0]}'", f"- '{change[1]}'"), "utf-8")
            while not (line := running.stdout.readline()).startswith("Flags"):
                time.sleep(0)
            seen.append(line[:16])
        running.terminate()
    assert seen == ["Flags 6 of 6 fil", "Flags 0 of 6 fil", "Flags 6 of 6 fil"]


def test_the_basis_is_written_and_all_else_stays(call, card, texts):
    before = card.read_text("utf-8")
    dry = call("rules", "measure", card, "--bad", "bad", "--good", "good", "--dry-run")
    assert card.read_text("utf-8") == before
    said = call("rules", "measure", card, "--bad", "bad", "--good", "good").stdout
    assert said == dry.stdout
    assert said == (
        "Found in 6 of 6 texts that have the fault (100%, at least 61%) and in 0 of 7 honest ones (0%, at most 35%).\n"
    )
    after = card.read_text("utf-8")
    new = next(line for line in after.splitlines() if line.startswith("basis: "))
    assert after.replace(new, "basis: Not measured yet.") == before
    assert call("rules", "measure", card, "--good", "good").stdout.startswith("Found in 0 of 7 honest ones")


def test_a_long_basis_is_replaced_as_a_whole(call, card, texts):
    card.write_text(
        card.read_text("utf-8").replace("Not measured yet.", ">\n  Of old,\n  long: ago.\n# A comment."), "utf-8"
    )
    call("rules", "measure", card, "--bad", "bad")
    text = card.read_text("utf-8")
    assert "ago" not in text
    assert "bad:\n  - 'It was" in text


def test_measuring_without_folders_or_texts_writes_nothing(call, card, desk):
    before = card.read_bytes()
    assert call("rules", "measure", card).exit_code == 2
    (desk / "none").mkdir()
    assert "none of the files could be judged" in call("rules", "measure", card, "--good", "none").stderr
    assert card.read_bytes() == before


@pytest.mark.parametrize(("hits", "of", "most"), [(0, 59, 0.0495), (0, 300, 0.0099), (3, 120, 0.0633), (5, 5, 1.0)])
def test_bounds_are_those_of_clopper_and_pearson(hits, of, most):
    assert at_most(hits, of) == pytest.approx(most, abs=0.0005)
    assert at_least(of - hits, of) == pytest.approx(1 - most, abs=0.0005)


def test_shares_are_short():
    assert [percent(x) for x in (0, 1, 0.46, 0.025, 0.0025, 0.999)] == ["0%", "100%", "46%", "2.5%", ".25%", "99.9%"]
