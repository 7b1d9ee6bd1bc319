"""What git ignores is what git says; our own reading, for where git cannot be asked, agrees with it."""

import os
import random
import subprocess
from itertools import islice, product

import pytest

from auditor import sources
from auditor.gate.ignored import Ignored
from auditor.gate.patterns import Patterns, idle, matches

NAMES = ["a.md", "b.md", "notes.txt", "[x].md", "#d.md", "!e.md", "sp ace.md"]
FOLDERS = ["", "src", "src/deep", "build", "logs", "logs/old", "docs/build"]
PATTERNS = [
    "*", "*.md", "!*/", "!*.md", "!*.txt", "build", "build/", "/build", "/build/", "!build/", "src/*", "!src/deep",
    "src/**", "**/deep", "**/a.md", "src/**/a.md", "!src/**/b.md", "/*", "!/src/", "!/src/**", "logs/old/",
    "logs/*", "!logs/old/", "docs/*/a.md", "?.md", "[ab].md", "[!a].md", "[a-b]*", "\\#d.md", "#d.md", "\\!e.md",
    "!e.md", "\\[x\\].md", "sp ace.md", "sp\\ ace.md", "b.md   ", "*.*", "d*/b*", "*o*s*", "**", "**/", "deep/**",
    "docs/**/*.md", "a.md/", "[[:alpha:]].md", "\\a.md", "no*such*thing", "", "# said", "[", "src/deep/../a.md",
    "*/deep", "o?d", "**/build/**", "!**/build/a.md", "*\\.md",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _alone(alone):
    """With the git of nobody in particular."""


def git(folder, *arguments):
    return subprocess.run(("git", *arguments), cwd=folder, check=True, capture_output=True).stdout


def tree(folder):
    for where, name in product(FOLDERS, NAMES):
        file = folder / where / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("text")
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.is_file())


def listed(folder):
    said = git(folder, "ls-files", "-z", "-co", "--exclude-standard").decode().split("\0")
    return sorted(name for name in said if name and ".gitignore" not in name)


def walked(folder):
    found = sources.find([str(folder)], sources.Filter(gitignore=True, include=["*"], root=folder))
    return sorted(os.path.relpath(source.path, folder) for source in found)


def generated(count):
    """Files of patterns at the top, and of every third a second one in a folder."""
    chance = random.Random(20)
    for number in range(count):
        lines = chance.choices(PATTERNS, k=chance.randint(1, 6))
        below = chance.choice(FOLDERS[1:]) if number % 3 == 0 else ""
        yield lines, below, chance.choices(PATTERNS, k=chance.randint(1, 4)) if below else []


def test_two_hundred_ignore_files_are_read_as_git_reads_them(alone):
    everything = tree(alone)
    git(alone, "init", "--quiet")
    for lines, below, more in islice(generated(200), 200):
        own = {alone / ".gitignore": lines, **({alone / below / ".gitignore": more} if below else {})}
        for file, patterns in own.items():
            file.write_text("\n".join(patterns) + "\n")
        expected = listed(alone)
        reading = Ignored(alone)
        reading._listings = {str(alone): None}  # as where git cannot be asked
        read = [name for name in everything if not reading.covers(str(alone / name))]
        assert read == expected, own
        for file in own:
            file.unlink()


@pytest.mark.parametrize(
    "given",
    [
        {".gitignore": "*\n!*/\n!*.md\n"},
        {"logs/.gitignore": "*\n!*/\n!*.md\n"},
        {".git/info/exclude": "a.md\n"},
        {".gitignore": "\ufeffa.md\nb.md\n"},
        {".gitignore": "build/\n\\#d.md\n"},
    ],
)
def test_a_walk_takes_what_git_would_take(alone, given):
    tree(alone)
    git(alone, "init", "--quiet")
    for name, text in given.items():
        (alone / name).parent.mkdir(exist_ok=True)
        (alone / name).write_text(text, "utf-8")
    assert walked(alone) == listed(alone)


def test_a_tracked_file_is_audited_whatever_the_patterns_say(alone):
    tree(alone)
    git(alone, "init", "--quiet")
    (alone / ".gitignore").write_text("build/\n")
    git(alone, "add", "-f", "build/a.md")
    assert "build/a.md" in walked(alone)
    assert "build/b.md" not in walked(alone)
    forced = sources.Filter(gitignore=True, force=True, root=alone)
    named = [str(alone / "build" / name) for name in ("a.md", "b.md")]
    assert [source.path for source in sources.find(named, forced)] == named[:1]


def test_the_ignore_file_of_the_user_counts(alone, monkeypatch):
    tree(alone)
    git(alone, "init", "--quiet")
    (alone / "mine").write_text("notes.txt\n")
    git(alone, "config", "core.excludesFile", str(alone / "mine"))
    assert not [name for name in walked(alone) if "notes" in name]


def test_a_repository_in_a_repository_has_its_own_ignore_files(alone):
    tree(alone)
    git(alone, "init", "--quiet")
    git(alone / "src", "init", "--quiet")
    (alone / "src" / ".gitignore").write_text("a.md\n")
    assert "src/b.md" in walked(alone)
    assert "src/a.md" not in walked(alone)
    (alone / ".gitignore").write_text("src/\n")
    assert not [name for name in walked(alone) if name.startswith("src/")]


def test_an_ignored_folder_that_is_named_is_walked(alone):
    tree(alone)
    git(alone, "init", "--quiet")
    (alone / ".gitignore").write_text("build/\n")
    assert walked(alone / "build")


def test_patterns_that_match_nothing_are_those_that_match_no_path(alone):
    paths = [name for name in tree(alone) if random.Random(name).random() < 0.3]
    given = [*PATTERNS, *(f"/{pattern}" for pattern in PATTERNS), *(f"src/{pattern}" for pattern in PATTERNS)]
    expected = [pattern for pattern in given if not any(matches(path, [pattern], alone) for path in paths)]
    assert 20 < len(expected) < 140
    assert idle(given, paths, alone) == expected


def test_ten_times_the_patterns_do_not_ask_ten_times_as_much(alone, monkeypatch):
    asked = []
    say = Patterns.say
    monkeypatch.setattr(Patterns, "say", lambda self, path: asked.append(path) or say(self, path))
    paths = [f"content/{number % 30}/page-{number}.md" for number in range(3_000)]
    few, many = ([form.format(n) for n in range(count) for form in ("/old/{}/*.md", "content/{}/x*", "old{}", "a{}*")]
                 for count in (3, 30))  # fmt: skip
    assert idle(few, paths, alone) == few
    once = len(asked)
    assert idle(many, paths, alone) == many
    assert len(asked) - once < 3 * len(paths)
    assert once < len(paths)
