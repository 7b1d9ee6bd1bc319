"""Repositories of sites: sources are no rendered pages, and layouts, drafts and READMEs are no articles."""

import json

import pytest

import auditor
from auditor import sites

TEXT = "The lock on the canal opens at six, and Marit Ness has kept it for thirty years, as her mother did."
SLOTS = "\n\nWritten by {{ site.author }}, {% if a %}twice{% endif %}, see [all]({{site.url}}/all)."


def post(**stated):
    front = "".join(f"{key}: {value}\n" for key, value in {"title": "The lock opens at six", **stated}.items())
    return f"---\n{front}---\n\n{TEXT}"


@pytest.fixture
def check(call):
    """With the shipped rules."""
    return lambda *given: call("check", *given)


@pytest.fixture
def site(desk, write):
    def made(*marks, **files):
        for name in marks:
            write(name, "title: A site\n")
        for name, text in files.items():
            write(name, text)
        return desk

    return made


MARKS = {
    "_config.yml": ("_layouts/a.html", "_includes/b.html", "_drafts/c.md"),
    "hugo.toml": ("layouts/_default/single.html", "archetypes/default.md", "themes/x/layouts/a.html"),
    ".eleventy.js": ("_includes/base.html", "_data/a.md"),
    "docusaurus.config.js": ("src/components/a.mdx", "src/theme/b.md"),
    "astro.config.mjs": ("src/layouts/a.html", "src/components/b.md"),
}


@pytest.mark.parametrize("mark", MARKS)
def test_a_walk_takes_the_articles_of_a_site_and_says_what_it_passes_by(site, check, mark):
    machinery = dict.fromkeys(MARKS[mark], "<p>{{ content }} TODO: more.</p>")
    others = {
        "README.md": f"# A site\n\n{TEXT} TODO: tell more.",
        "posts/draft.md": post(draft="true") + " TODO: more.",
    }
    site(mark, **machinery, **others, **{"posts/a.md": post() + SLOTS, "posts/README.md": post()})
    found = check(".", "-f", "jsonl")
    reports = [json.loads(line) for line in found.stdout.splitlines()]
    assert sorted(one["document"]["name"] for one in reports) == ["posts/README.md", "posts/a.md"]
    rules = {finding["rule"] for one in reports for finding in one["findings"]}
    assert not rules & {"unrendered-template", "todo-mark"}
    counted = len(machinery) - ("_drafts/c.md" in machinery)
    assert f"about the repository (1), drafts ({len(machinery) - counted + 1}), layouts and components ({counted})" in (
        found.stderr
    )


def test_what_is_named_is_read(site, check):
    site("_config.yml", **{"_drafts/a.md": post() + " TODO: more.", "README.md": post() + " TODO: more."})
    for name in ("_drafts/a.md", "README.md", "_drafts"):
        assert "todo-mark" in check(name, "--all").stdout, name


def test_what_settings_include_is_read(site, check, write):
    site("_config.yml", **{"_drafts/a.md": post() + " TODO: more."})
    write("auditor.toml", 'include = ["*.md"]\n')
    assert "todo-mark" in check(".", "--all").stdout


def test_what_was_rendered_is_a_page(site, check):
    page = f"<html><body><article><h1>The lock</h1><p>{TEXT} By {{{{ site.author }}}}.</p></article></body></html>"
    site("_config.yml", **{"_site/a.html": page, "b.html": page, "c.html": f"---\ntitle: C\n---\n{page}"})
    for name, said in {"_site/a.html": True, "b.html": True, "c.html": False}.items():
        assert ("unrendered-template" in check(name, "--all").stdout) is said, name


@pytest.mark.parametrize("without", [(), ("content",), ("themes",)])
def test_the_old_name_of_settings_needs_the_folders_of_hugo(desk, write, check, without):
    write("config.toml", "title = 1\n")
    for folder in {"content", "themes"} - set(without):
        (desk / folder).mkdir()
    write("post/a.md", post(draft="true") + " TODO: more.")
    assert ("drafts (1)" in check(".", "--allow-empty").stderr) is not without


def test_a_site_ends_at_its_repository(site, check, write):
    site("_config.yml", **{"inner/.git/HEAD": "", "inner/README.md": post() + " TODO: more."})
    write("inner/deep/a.md", post() + SLOTS)
    assert "unrendered-template" in check("inner", "--all").stdout


def test_the_cache_knows_whether_there_is_a_site(desk, write, check):
    write("one/a.md", post() + SLOTS)
    assert check("one/a.md", "--fail-on", "error").exit_code == 1
    assert (desk / ".auditor_cache").exists()
    write("_config.yml", "title: A site\n")
    sites._above.cache_clear()  # as a new run has none
    assert check("one/a.md", "--fail-on", "error").exit_code == 0


@pytest.mark.parametrize(
    ("text", "name", "finds"),
    [
        (post(layout="post") + SLOTS, "a.md", False),
        (post() + SLOTS, "a.md", True),
        (post(layout="tour", height="800") + " It climbs {{ page.height }} metres to {{ page.title }}.", "a.md", False),
        (post(layout="tour", height="800") + " It climbs {{ page.tour.height }} metres.", "a.md", True),
        (post(layout="tour") + " It climbs. {% if page.tour %} Steeply. {% endif %}", "a.md", True),
        ("\ufeff" + post(layout="tour", height="800") + " It climbs {{ page.height }} metres.", "a.md", False),
        (f"# The lock\n\n{TEXT} The layout: {{{{ site.author }}}}.", "a.md", True),
        (f"# The lock\n\n{TEXT} <Card id={{lock.id}} /> for {{lock.name}}.", "a.mdx", False),
        (f"# The lock\n\n{TEXT} <Card id={{lock.id}} /> for {{lock.name}}.", "a.md", True),
        (f"# The lock\n\n{TEXT} [Insert photo here]", "a.mdx", True),
    ],
)
def test_a_source_says_of_itself_what_fills_it_in(text, name, finds):
    rules = {finding.rule for finding in auditor.audit(text, name=name).findings}
    assert bool(rules & {"unrendered-template", "slot-in-link", "bracket-placeholder"}) is finds
    notes = auditor.parse(text, name=name).notes
    assert any("not judged" in note for note in notes) is (name.endswith("x") or "\nlayout: " in text)


def test_places_are_as_exact_as_before():
    text = post(layout="post") + SLOTS + " TODO: measure the gates."
    (finding,) = [one for one in auditor.audit(text, name="a.md").findings if one.rule == "todo-mark"]
    line = text.splitlines()[finding.line - 1]
    assert line[finding.column - 1 :].startswith("TODO: measure")


def test_a_short_page_of_shortcodes_and_variables_is_no_code(call, desk, write):
    write("hugo.toml", 'baseURL = "https://harbour.example/"\n')
    tag = '{{< figure src="quay.jpg" caption="The quay" >}}'
    text = "The night boat leaves at ten, and nobody sleeps on it before the lights are gone."
    write("content/one.md", f"---\ntitle: The lock\n---\n{text} {tag}\n\n{text} For {{{{ .Site.Title }}}}. {tag}\n")
    write("content/two.md", f"---\ntitle: The lock\n---\n{tag}\n")
    for name in ("one", "two"):
        assert "machine-page" not in call("check", f"content/{name}.md", "--all").stdout
    code = "import os\n\ndef main(name, boats):\n    return os.name, sorted(boat.seats for boat in boats)\n" * 4
    write("content/three.md", f"---\ntitle: A list\n---\n```python\n{code}```\n")
    assert "The page is code" in call("check", "content/three.md").stdout
