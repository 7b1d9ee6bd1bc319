"""Which files are found, and how they are read."""

import os

import pytest

from auditor import sources


def names(*given, **options):
    return [source.name for source in sources.find(map(str, given), sources.Filter(**options))]


@pytest.fixture
def tree(desk, write):
    for name in (
        "b.html",
        "a.md",
        "c.pdf",
        "B.TXT",
        "sub/d.txt",
        "sub/.hidden/e.txt",
        ".git/f.md",
        ".g.md",
        "node_modules/h.md",
    ):
        write(name, "text")
    return desk


def test_folders_are_walked_in_order_without_hidden_entries(tree):
    assert names(".", exclude=["node_modules"]) == ["B.TXT", "a.md", "b.html", "sub/d.txt"]


def test_named_files_are_taken_as_they_are(tree):
    assert names("c.pdf", ".g.md") == ["c.pdf", ".g.md"]


def test_patterns(tree):
    assert names("*.md", "**/*.txt") == ["a.md", "sub/d.txt"]
    assert "no file matches" in next(iter(sources.find(["*.docx"]))).error


def test_excluded_files_can_still_be_named_unless_forced(tree):
    assert names("a.md", exclude=["*.md"]) == ["a.md"]
    assert names("a.md", exclude=["*.md"], force=True) == []
    assert names("sub", exclude=["sub/d*"]) == []


def test_links_in_a_circle_end(tree):
    (tree / "sub" / "up").symlink_to(tree)
    assert names(".", exclude=["node_modules"]) == ["B.TXT", "a.md", "b.html", "sub/d.txt"]


@pytest.mark.parametrize("given", ["gone.txt", "a" * 5000, "nul\0byte"])
def test_what_is_not_there_is_an_error(desk, given):
    assert "no such file" in next(iter(sources.find([given]))).error


def test_a_broken_link_is_an_error_of_its_own(check, desk):
    (desk / "a.txt").symlink_to("nowhere")
    found = check("a.txt")
    assert found.exit_code == 2
    assert "a.txt: cannot be read: No such file or directory" in found.stderr


def test_undecodable_names_are_shown_as_escapes(desk):
    path = os.fsdecode(b"caf\xe9.txt")
    (desk / path).write_text("text")
    assert names(path) == ["caf\\xe9.txt"]


def test_bytes_that_are_no_text_are_an_error(check, write):
    found = check(write("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x03\x00" * 20))
    assert found.exit_code == 2
    assert "a.txt: " in found.stderr


def test_an_empty_file_fails_unless_settings_accept_it(check, write):
    write("a.txt", "")
    found = check("a.txt")
    assert found.exit_code == 1
    assert "Not judged: the source is empty" in found.stdout
    assert check("a.txt", "--allow-empty").exit_code == 0
    assert check("a.txt", "--config", "allow-empty = true").exit_code == 0


def test_a_page_that_few_rules_could_judge_fails_where_that_is_asked_for(check, write):
    write("a.txt", "A page of one line.")
    assert check("a.txt", "--min-coverage", "100").exit_code == 0
    assert check("a.txt", "--as", "links", "--min-coverage", "50").exit_code == 1


def test_a_folder_without_articles_is_told(check, desk):
    found = check(".")
    assert found.exit_code == 2
    assert "no articles below ." in found.stderr
    assert check(".", "--allow-empty").exit_code == 0


def test_a_pipe_can_be_read(check, desk):
    reading, writing = os.pipe()
    os.write(writing, b"A plum.")
    os.close(writing)
    assert check(f"/dev/fd/{reading}").exit_code == 1
    os.close(reading)


def test_what_git_ignores_is_passed_by(tree, write):
    write(".gitignore", "sub/*\n!sub/keep.txt\n*.html\n/a.md\n")
    write("sub/keep.txt", "text")
    write("deep/.gitignore", "!b.html\n")
    write("deep/a.md", "text")
    write("deep/b.html", "text")
    assert names(".", gitignore=True) == [
        "B.TXT", "deep/a.md", "deep/b.html", "node_modules/h.md", "sub/keep.txt",
    ]  # fmt: skip
    assert "b.html" in names(".")
    assert names("b.html", gitignore=True) == ["b.html"]
    assert names("b.html", "deep/b.html", gitignore=True, force=True) == ["deep/b.html"]


def test_ignored_folders_hide_all_that_is_in_them(tree, write):
    write(".gitignore", "sub/\n")
    assert "sub/d.txt" not in names(".", gitignore=True)
    assert names("sub/d.txt", gitignore=True, force=True) == []


def test_gitignore_of_a_repository_above_counts(tree, write, monkeypatch):
    write(".gitignore", "*.txt\n")
    monkeypatch.chdir(tree / "sub")
    assert names(".", gitignore=True) == []
    assert names(".") == ["d.txt"]


def test_gitignore_is_respected_unless_settings_say_no(check, write):
    write(".gitignore", "a.txt\n")
    write("a.txt", "A plum.")
    write("b.txt", "Nothing.")
    assert check(".").exit_code == 0
    assert check(".", "--config", "respect-gitignore = false").exit_code == 1
    assert check("a.txt").exit_code == 1
    assert check("a.txt", "--force-exclude").exit_code == 0


def test_included_patterns_replace_the_suffixes(tree):
    assert names(".", include=["*.pdf", "/sub/*"]) == ["c.pdf", "sub/d.txt"]


def test_excluded_patterns_count_from_the_settings(check, write, desk, monkeypatch):
    write("auditor.toml", "exclude = ['/sub/drafts']")
    write("sub/drafts/a.txt", "A plum.")
    monkeypatch.chdir(desk / "sub")
    assert check(".").exit_code == 2
    assert check(desk / "sub" / "drafts" / "a.txt", "--force-exclude").exit_code == 0
    assert check("drafts/a.txt").exit_code == 1


def test_data_is_refused_with_the_way_out(desk, check):
    (desk / "a.jsonl").write_text('{"text": "A plum."}\n')
    found = check("a.jsonl")
    assert found.exit_code == 2
    assert "corpus run" in found.stderr


def test_a_format_that_is_named_is_taken_at_its_word(desk, check):
    (desk / "a.json").write_text("Nothing but text.")
    assert check("a.json", "--input-format", "text").exit_code != 2


def test_a_guess_is_said_to_be_one(desk, check):
    (desk / "a.rst").write_text("A plum is a fruit.\n")
    assert "a guess: .rst is no known suffix" in check("a.rst").stdout
    assert "guess" not in check("a.txt").stdout


def test_an_address_is_told_from_a_file(desk, check):
    found = check("https://example.org/a.html")
    assert found.exit_code == 2
    assert "curl -sL https://example.org/a.html | auditor check -" in found.stderr


def test_a_walk_says_which_files_of_text_it_does_not_read(check, write):
    for name in ("a.txt", "b.pdf", "c/d.RST", "c/e.rst", "ignored/f.rst", "g.css"):
        write(name, "A grape.")
    write("auditor.toml", 'exclude = ["ignored"]\n')
    said = check(".").stderr
    assert "passed by: .pdf files, which are not read (1), .rst files, which are not read (2)\n" in said


def test_a_folder_of_files_that_are_not_read_is_no_success(check, write):
    write("b.rst", "A grape.")
    found = check(".")
    assert found.exit_code == 2
    assert ".rst files, which are not read (1)" in found.stderr
