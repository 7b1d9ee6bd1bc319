"""`auditor clean`, and what it shares with `auditor parse`."""

import auditor

PAGE = (
    "<html><title>Boats of the bay</title><nav><a href=/>Home</a></nav><h1>Boats of the bay</h1><p>By Odo Lamb</p>"
    "<p>The ferry sailed at noon, and nobody was late for it on that day.</p><footer>All rights</footer></html>"
)


def test_the_format_is_that_of_the_source(call, write):
    path = write("a.html", PAGE)
    assert call("clean", path).stdout == auditor.clean(PAGE)
    assert call("clean", path).stdout.startswith("<article")


def test_another_format(call, write):
    path = write("a.html", PAGE)
    assert call("clean", path, "--format", "markdown").stdout.startswith("# Boats of the bay\n\n")
    assert call("clean", path, "-f", "text", "--no-byline").stdout == call("parse", path, "-f", "text").stdout
    assert call("parse", path, "-f", "markdown").stdout == call("clean", path, "-f", "markdown", "--no-byline").stdout


def test_output_goes_to_a_file(call, write, desk):
    assert call("clean", write("a.html", PAGE), "-o", "b.html").stdout == ""
    assert (desk / "b.html").read_text("utf-8") == auditor.clean(PAGE)


def test_a_page_without_an_article_is_an_error(call, write):
    found = call("clean", write("a.html", "<html><body></body></html>"))
    assert found.exit_code == 2
    assert "there is no article in it" in found.stderr
