"""What `parse`, `audit` and `clean` take, and what they refuse."""

import io
import os
import zipfile
from pathlib import Path

import bs4
import pytest

import auditor

TEXT = "# The harbour\n\nIt was built by monks, as Åsa says.\n"


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "article.md"
    path.write_text(TEXT, "utf-8")
    return path


def sources(file):
    with zipfile.ZipFile(file.parent / "all.zip", "w") as packed:
        packed.write(file, "article.md")
    yield from (file, bytearray(TEXT.encode()), memoryview(TEXT.encode()), io.BytesIO(TEXT.encode()), io.StringIO(TEXT))
    for how in ({"mode": "rb"}, {"mode": "rb", "buffering": 0}, {"encoding": "utf-8"}):
        with file.open(**how) as opened:
            yield opened
    with zipfile.ZipFile(file.parent / "all.zip") as packed, packed.open("article.md") as inside:
        yield inside


def test_paths_and_open_files_are_read_like_their_bytes(file):
    wanted = auditor.parse(TEXT, name="article.md")
    for source in sources(file):
        document = auditor.parse(source, name="article.md")
        assert (document.source, document.blocks) == (wanted.source, wanted.blocks)
        assert document.title == "The harbour"


def test_reports_call_a_source_after_its_file(file):
    assert auditor.audit(file).document.name == str(file)
    assert auditor.audit(Path("article.md")).document.name == "article.md"
    with file.open("rb") as opened:
        assert auditor.audit(opened).document.name == str(file)
    with file.open("rb") as opened:
        assert auditor.audit(opened, name="mine").document.name == "mine"
    assert auditor.clean(Path("article.md"), format="text").startswith("The harbour\n")


def test_an_open_file_is_read_from_where_it_stands(file):
    with file.open("rb") as opened:
        opened.readline()
        assert auditor.parse(opened).title != "The harbour"


def test_of_an_endless_text_as_much_is_read_as_will_be_judged():
    class Endless:
        def read(self, size):
            return "a word " * (size // 7 + 1) if size else ""

    document = auditor.parse(Endless(), max_chars=1000)
    assert len(document.source) == 1000
    assert "only the first 1,000 characters were read" in document.notes


@pytest.mark.parametrize("function", [auditor.parse, auditor.audit, auditor.clean])
def test_the_name_of_a_file_is_not_taken_for_a_text(file, function):
    for given in ("article.md", str(file), "./article.md"):
        with pytest.raises(ValueError, match=r"name of a file; pathlib\.Path"):
            function(given)
        with pytest.raises(ValueError, match="name of a file"):
            function(given, name=given)
    function("article.md", name="a text")
    function("article.mdx")
    function("no/such\0name.md")
    function("a" * 10_000)


@pytest.mark.parametrize("function", [auditor.parse, auditor.audit, auditor.clean])
def test_the_charset_of_the_transport_counts(function):
    said = function("Åsa built the harbour.".encode("utf-16-le"), charset="utf-16-le")
    text = said if isinstance(said, str) else said.to_dict()
    assert "Åsa" in str(text) or said.document.encoding == "utf-16-le"
    for source in ("a text", io.StringIO("a text"), bs4.BeautifulSoup("<p>a text", "html.parser")):
        with pytest.raises(TypeError, match="charset='latin-1' says what bytes mean"):
            function(source, charset="latin-1")


@pytest.mark.parametrize("option", [{"url": "https://a.test/"}, {"name": "a"}, {"charset": "utf-8"}, {"max_chars": 5}])
@pytest.mark.parametrize("function", [auditor.audit, auditor.clean])
def test_options_of_reading_are_errors_beside_a_document(function, option):
    with pytest.raises(TypeError, match=f"{next(iter(option))}: this document is parsed already"):
        function(auditor.parse(TEXT), **option)


@pytest.mark.parametrize("option", [{"format": "html"}, {"zone": "body"}])
def test_so_are_format_and_zone(option):
    with pytest.raises(TypeError, match="parsed already"):
        auditor.audit(auditor.parse(TEXT), **option)


def test_what_cannot_be_read_is_said(file):
    with pytest.raises(FileNotFoundError, match=r"gone\.md"):
        auditor.audit(Path("gone.md"))
    with pytest.raises(IsADirectoryError):
        auditor.audit(file.parent)
    os.mkfifo(file.parent / "pipe")
    with pytest.raises(ValueError, match="no file but a pipe"):
        auditor.audit(file.parent / "pipe")
    with pytest.raises(TypeError, match="a path, an open file"):
        auditor.audit(["a text"])


def test_a_file_of_any_size_is_refused_before_it_fills_memory(file, monkeypatch):
    monkeypatch.setattr("auditor.given.MAX_BYTES", 10)
    for source in (file, io.BytesIO(TEXT.encode())):
        with pytest.raises(ValueError, match="larger than 10 bytes"):
            auditor.parse(source)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ({"format": "HTML"}, "did you mean 'html'"),
        ({"format": "latex"}, "there are html, markdown, text, docx"),
        ({"zone": "boddy"}, "did you mean 'body'"),
    ],
)
def test_unknown_names_are_told_with_the_nearest(option, said):
    with pytest.raises(ValueError, match=said):
        auditor.parse(TEXT, **option)


def test_rules_are_selected_by_a_text_or_a_list():
    by_text = auditor.load_rules(select="authorship, todo-mark", ignore="missing-byline")
    assert by_text == auditor.load_rules(select=["authorship", "todo-mark"], ignore=["missing-byline"])
    assert {rule.dimension for rule in by_text.rules} == {"authorship", "template"}
    with pytest.raises(ValueError, match="'authorshp'; did you mean 'authorship'"):
        auditor.load_rules(select="authorshp")


def test_a_folder_of_rules_that_is_not_there_is_an_error(file):
    with pytest.raises(ValueError, match="there is no folder"):
        auditor.load_rules("/no/such/folder")
    with pytest.raises(ValueError, match=r"there is no folder.*article"):
        auditor.load_rules(file)
