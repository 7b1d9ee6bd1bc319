"""`--fix`, `--diff`, `--unsafe-fixes`: what is written, what is printed, and the exit codes."""

import codecs
import os

import pytest

WRONG = "The mayorâ€™s list hangs in the office.{0}{0}The keeperâ€™s list hangs in the harbour.{0}"
RIGHT = "The mayor’s list hangs in the office.{0}{0}The keeper’s list hangs in the harbour.{0}"
PARAGRAPH = (
    "The ferry will not sail before the harbour office has counted every passenger twice, "
    "the mayor said on Monday in the old chapel."
)
DOUBLED = f"# Ferry\n\n{PARAGRAPH}\n\nNobody asked why.\n\n{PARAGRAPH}\n\nIt sails at noon.\n"
PRIVATE = (
    "The ferry sailsâ€™ list.\n\nAbout the author\n\nName: Nora Feld\nBirthdate: 1981-03-14\nPhone: 206-684-4075\n"
)


@pytest.fixture
def page(desk):
    def made(data, name="page.txt"):
        (desk / name).write_bytes(data.encode() if isinstance(data, str) else data)
        return desk / name

    return made


def test_fix_mends_the_file_and_reports_what_is_left(call, page):
    file = page(WRONG.format("\n") + "\nTODO: ask the skipper.\n")
    result = call("check", "--fix", file)
    assert file.read_text() == RIGHT.format("\n") + "\nTODO: ask the skipper.\n"
    assert "todo-mark" in result.stdout
    assert "mojibake" not in result.stdout
    assert "2 places mended in 1 file" in result.stderr


def test_without_fix_nothing_is_written_and_the_report_says_what_could_be(call, page):
    file = page(WRONG.format("\n"))
    result = call("check", file)
    assert "--fix mends 2 places" in result.stdout
    assert file.read_text() == WRONG.format("\n")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE),
     ("cp1252", b"")],
)  # fmt: skip
def test_encoding_mark_and_line_ends_stay(call, page, ends, encoding, mark):
    file = page(mark + WRONG.format(ends).encode(encoding) + ("é" * 3).encode(encoding))
    call("check", "--fix", file)
    assert file.read_bytes() == mark + RIGHT.format(ends).encode(encoding) + ("é" * 3).encode(encoding)


def test_permissions_and_links_stay(call, page, desk):
    file = page(WRONG.format("\n"))
    file.chmod(0o640)
    (desk / "link.txt").symlink_to("page.txt")
    call("check", "--fix", "link.txt")
    assert (desk / "link.txt").is_symlink()
    assert file.read_text() == RIGHT.format("\n")
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in desk.iterdir() if one.is_file()) == ["link.txt", "page.txt"]


def test_a_file_that_is_right_is_not_touched(call, page):
    file = page(RIGHT.format("\n"))
    os.utime(file, (1, 1))
    call("check", "--fix", file)
    assert file.stat().st_mtime == 1


def test_bytes_that_are_no_text_stay_and_so_does_the_rest(call, page):
    data = WRONG.format("\n").encode() + "é é é é é é é é".encode() + b" \xff \n"
    file = page(data)
    result = call("check", "--fix", file)
    assert file.read_bytes() == data
    assert "nothing was mended: some bytes are not utf-8" in result.stderr


def test_a_file_of_ascii_html_stays_one(call, page):
    file = page("<title>L</title><h1>L</h1><p>The mayor&acirc;&euro;&trade;s list hangs here.</p>", "page.html")
    call("check", "--fix", file)
    assert file.read_text() == "<title>L</title><h1>L</h1><p>The mayor&#8217;s list hangs here.</p>"


def test_unsafe_fixes_are_made_on_request_only(call, page):
    file = page(DOUBLED, "page.md")
    assert "--fix --unsafe-fixes mends 1 place" in call("check", "--fix", file).stdout
    assert file.read_text() == DOUBLED
    call("check", "--fix", "--unsafe-fixes", file)
    assert file.read_text().count(PARAGRAPH) == 1


def test_diff_shows_and_changes_nothing(call, page):
    file = page(WRONG.format("\r\n"))
    result = call("check", "--diff", "page.txt")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "--- page.txt",
        "+++ page.txt",
        "@@ -1,3 +1,3 @@",
        "-The mayorâ€™s list hangs in the office.",
        "+The mayor’s list hangs in the office.",
        " ",
        "-The keeperâ€™s list hangs in the harbour.",
        "+The keeper’s list hangs in the harbour.",
    ]
    assert file.read_bytes() == WRONG.format("\r\n").encode()


def test_diff_exits_with_0_where_all_is_well_and_with_2_where_a_file_cannot_be_read(call, page):
    page(RIGHT.format("\n"))
    assert call("check", "--diff", "page.txt").exit_code == 0
    assert call("check", "--diff", "page.txt", "missing.txt").exit_code == 2


def test_diff_spells_out_what_cannot_be_seen(call, page):
    page("A har\u200bbour, a fer\u200bry and gno\u200bmes.\n")
    assert "-A har\\u200bbour" in call("check", "--diff", "page.txt").stdout


def test_diff_prints_no_private_data(call, page):
    page(PRIVATE)
    for more in ((), ("--unsafe-fixes",)):
        result = call("check", "--diff", *more, "page.txt")
        assert result.exit_code == 1
        assert "1981" not in result.stdout
    assert "+The ferry sails’ list." in result.stdout
    assert "1981" in call("check", "--diff", "--unsafe-fixes", "--reveal-private", "page.txt").stdout


def test_stdin_is_mended_to_stdout(call):
    data = WRONG.format("\r\n").encode()
    result = call("check", "--fix", "-", "--stdin-filename", "page.txt", input=data)
    assert result.stdout_bytes == RIGHT.format("\r\n").encode()
    assert call("check", "--fix", "-", input=RIGHT.format("\n").encode()).stdout == RIGHT.format("\n")


def test_what_is_suppressed_or_known_is_left_alone(call, page, desk):
    file = page(WRONG.format("\n"))
    (desk / "auditor.toml").write_text('ignore = ["mojibake"]\n')
    call("check", "--fix", file)
    assert file.read_text() == WRONG.format("\n")
    (desk / "auditor.toml").write_text("")
    call("baseline", "create", file)
    call("check", "--fix", "--baseline", "auditor-baseline.jsonl", file)
    assert file.read_text() == WRONG.format("\n")


def test_a_write_protected_file_is_an_error_and_stays(call, page, monkeypatch):
    file = page(WRONG.format("\n"))
    monkeypatch.setattr("auditor.cli.mending.os.access", lambda *_: False)  # root may write everywhere
    result = call("check", "--fix", file)
    assert result.exit_code == 2
    assert "write-protected" in result.stderr
    assert file.read_text() == WRONG.format("\n")


def test_several_processes_mend_as_one(call, desk):
    for number in range(6):
        (desk / f"{number}.txt").write_text(WRONG.format("\n"))
    result = call("check", "--fix", "-j", "2", ".")
    assert "12 places mended in 6 files" in result.stderr
    assert all(file.read_text() == RIGHT.format("\n") for file in desk.glob("*.txt"))


def test_other_ways_of_writing_do_not_go_with_it(call, page):
    page(WRONG.format("\n"))
    assert call("check", "--fix", "--add-ignore", "why", "page.txt").exit_code == 2


def test_what_would_add_a_finding_is_left_out_and_told(call, page, desk):
    """A rule of the house against the very word that the fix would bring."""
    (desk / "cards" / "house").mkdir(parents=True)
    (desk / "cards" / "house" / "_about.yml").write_text("title: House\nabout: Ours.\n")
    (desk / "cards" / "house" / "curly.yml").write_text(
        "title: Curly\nwhy: It is.\nfix: Straighten it.\nnot_flagged: Others.\nmessage: Curly\nseverity: info\n"
        "zones: [body]\ndetect: pattern\nwith: {patterns: [’]}\nbasis: None.\nbad: ['It⟦’⟧s.']\ngood: [It.]\n"
    )
    file = page("The mayorâ€™s list and the cafÃ© hang in the office.\n")
    result = call("check", "--fix", "--rules", "cards", file)
    assert file.read_text() == "The mayorâ€™s list and the café hang in the office.\n"
    assert "1 place mended in 1 file; 1 fix left out, as a finding would come of it" in result.stderr
