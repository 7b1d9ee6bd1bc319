"""`auditor init`."""

import re
import subprocess
import sys

import pytest
import yaml

from auditor import config
from auditor.cli import init as command

FROM_HERE = {"url": "file:///home/somebody/auditor", "dir_info": {"editable": True}}


@pytest.fixture(autouse=True)
def from_a_registry(monkeypatch):
    """As if pip had found this auditor by its name."""
    monkeypatch.setattr(command, "_came_from", dict)


@pytest.mark.parametrize(
    ("host", "file", "schema"),
    [
        ("github", ".github/workflows/auditor.yml", "vendor.github-workflows"),
        ("gitlab", ".gitlab-ci.yml", "vendor.gitlab-ci"),
    ],
)
def test_settings_and_a_workflow_are_written_and_fit(call, desk, host, file, schema):
    assert call("init", "--ci", host, "--install", 'x: "y" # $(z)').exit_code == 0
    assert config.load(desk / "auditor.toml").fail_on == "error"
    fits(desk / file, schema)
    assert 'x: "y" # $(z)' in strings(yaml.safe_load((desk / file).read_text("utf-8")))


def fits(file, schema):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def strings(value):
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings(one)]
    return [text for one in value for text in strings(one)] if isinstance(value, list) else [value]


def test_the_host_is_guessed(call, desk):
    call("init")
    assert sorted(path.name for path in desk.iterdir()) == ["auditor.toml"]
    (desk / ".github").mkdir()
    call("init")
    assert (desk / ".github" / "workflows" / "auditor.yml").exists()


@pytest.mark.parametrize("more", [[], ["--force"]])
def test_settings_that_are_there_stay_and_the_workflow_is_written(call, desk, write, more):
    write("auditor.toml", 'ignore = ["readability"]\n')
    found = call("init", "--ci", "github", *more)
    assert found.exit_code == 0
    assert "auditor.toml gets fail-on and exclude; all else in it stays" in found.stderr
    assert (desk / "auditor.toml").read_text().startswith('ignore = ["readability"]\nfail-on = "error" ')
    assert (desk / ".github" / "workflows" / "auditor.yml").exists()


@pytest.mark.parametrize("above", [False, True])
def test_settings_of_pyproject_and_of_a_folder_above_are_not_hidden(call, desk, write, monkeypatch, above):
    write("pyproject.toml", '[tool.auditor]\nfail-on = "warning"\n')
    if above:
        (desk / "site").mkdir()
        monkeypatch.chdir(desk / "site")
    found = call("init")
    assert found.exit_code == 0
    said = "has the settings that count here, and stays as it is; add `exclude =" if above else "gets exclude; all else"
    assert f"pyproject.toml {said}" in found.stderr
    assert not [*desk.rglob("auditor.toml")]


TABLES = """\
# ours
ignore = [
  "readability",
]

# why
[severity]
mojibake = "error"

[[suppress]]
rules = ["mojibake"]
reason = '''
[no header]
'''
paths = ["a"]
"""
SHARED = """\
[project]
name = "a"

[tool.auditor]  # of articles
ignore = ["readability"]

# next
[tool.ruff]
select = []
"""
FILES = {
    "keys alone": ("auditor.toml", 'ignore = ["readability"]  # too strict\n', 1),
    "no line end": ("auditor.toml", 'ignore = ["readability"]', 1),
    "nothing": ("auditor.toml", "", 0),
    "lines of Windows": (
        "auditor.toml",
        '\ufeffignore = ["readability"]\r\n\r\n[severity]\r\nmojibake = "error"\r\n',
        1,
    ),
    "tables": (
        "auditor.toml",
        TABLES,
        4,
    ),
    "a table alone": ("auditor.toml", '[severity]\nmojibake = "error"\n', 0),
    "pyproject": (
        "pyproject.toml",
        SHARED,
        5,
    ),
    "pyproject, last": ("pyproject.toml", '[tool.auditor]\n[tool.auditor.severity]\nmojibake = "error"\n', 1),
}


@pytest.mark.parametrize("kind", FILES)
def test_what_settings_lack_is_put_where_it_counts_and_every_other_line_stays(call, desk, kind):
    name, before, at = FILES[kind]
    (desk / name).write_bytes(before.encode())
    for _ in range(2):  # the second time there is nothing left to do
        found = call("init")
        assert found.exit_code == 0
        after = (desk / name).read_bytes().decode()
        assert config.load(desk / name).fail_on == "error"
        assert config.load(desk / name).exclude == ["node_modules"]
        lines = after.splitlines()
        assert lines[at].startswith('fail-on = "error"')
        assert lines[at + 1] == 'exclude = ["node_modules"]'
        assert "\n".join(lines[:at] + lines[at + 2 :]) == "\n".join(before.splitlines())
    assert "stays as it is\n" in found.stderr


ODD = [
    '[tool]\nauditor = { ignore = ["readability"] }\n',
    'tool.auditor.ignore = ["readability"]\n[project]\nname = "a"\n',
]


@pytest.mark.parametrize("before", ODD)
def test_settings_written_in_an_odd_way_are_told_what_they_lack(call, desk, before):
    (desk / "pyproject.toml").write_text(before)
    found = call("init")
    assert found.exit_code == 0
    assert (
        'stays as it is; add `fail-on = "error"` and `exclude = ["node_modules"]` where you want that' in found.stderr
    )
    assert (desk / "pyproject.toml").read_text() == before


def test_what_an_extended_file_says_is_not_said_again(call, desk, write):
    write("house.toml", 'fail-on = "warning"\nexclude = ["drafts"]\n')
    write("auditor.toml", 'extend = "house.toml"\n')
    assert "stays as it is\n" in call("init").stderr
    assert (desk / "auditor.toml").read_text() == 'extend = "house.toml"\n'


def test_settings_that_cannot_be_read_end_it(call, desk, write):
    write("auditor.toml", "fail-on = \n")
    assert call("init", "--ci", "github").exit_code == 2
    assert not (desk / ".github").exists()


def test_a_workflow_of_ours_stays_unless_it_is_wanted_anew(call, desk, write):
    (desk / ".github" / "workflows").mkdir(parents=True)
    file = desk / ".github" / "workflows" / "auditor.yml"
    file.write_text("name: mine\n")
    assert "runs auditor already, and stays as it is; --force" in call("init").stderr
    assert file.read_text() == "name: mine\n"
    call("init", "--force")
    assert "name: auditor" in file.read_text()


JOBS = [
    "build:\n  script: [make]\n",
    "build:\r\n  script: [make]\r\n",
    "stages: [build, deploy]\nbuild:\n  stage: build\n  script: [make]\n",
    "build:\n  script:\n    - !reference [.setup, script]\n    - make",
    "# only a remark\n",
    "",
]


@pytest.mark.parametrize("before", JOBS)
def test_the_file_of_gitlab_is_added_to(call, desk, before):
    file = desk / ".gitlab-ci.yml"
    file.write_bytes(before.encode())
    for _ in range(2):  # the second time there is nothing left to do
        assert call("init").exit_code == 0
        after = file.read_bytes().decode()
        assert after.startswith(before.rstrip())
        assert after.count("auditor check") == 1
        if "!reference" not in after:  # which the checker cannot read
            fits(file, "vendor.gitlab-ci")
    jobs = yaml.safe_load(after.replace("!reference", ""))
    assert jobs["auditor"].get("stage") == (jobs["stages"][0] if "stages" in jobs else None)


@pytest.mark.parametrize("before", ["{build: {script: [make]}}\n", "- a\n", "build: [\n", "build: |\n  a\n ...\n b\n"])
def test_a_file_of_gitlab_without_a_place_for_a_job_stays(call, desk, before):
    (desk / ".gitlab-ci.yml").write_text(before)
    found = call("init")
    assert found.exit_code == 2
    assert "nothing was written" in found.stderr
    assert (desk / ".gitlab-ci.yml").read_text() == before
    assert not (desk / "auditor.toml").exists()


@pytest.mark.parametrize(
    ("source", "requirement"),
    [
        ({}, f"article-auditor=={command.VERSION}"),
        (
            {"url": "https://forge.example/a.git", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}},
            "article-auditor @ git+https://forge.example/a.git@c0ffee",
        ),
        ({"url": "https://files.example/a.whl", "archive_info": {}}, "article-auditor @ https://files.example/a.whl"),
    ],
)
def test_a_pipeline_installs_what_this_was_installed_from(call, desk, monkeypatch, source, requirement):
    monkeypatch.setattr(command, "_came_from", lambda: source)
    call("init", "--ci", "gitlab")
    assert requirement in strings(yaml.safe_load((desk / ".gitlab-ci.yml").read_text("utf-8")))


def test_what_only_this_machine_has_is_not_written(call, desk, monkeypatch):
    monkeypatch.setattr(command, "_came_from", lambda: FROM_HERE)
    found = call("init", "--ci", "github")
    assert found.exit_code == 2
    assert "--install" in found.stderr
    assert not [*desk.iterdir()]
    assert call("init", "--ci", "github", "--install", "git+https://forge.example/a.git").exit_code == 0


def test_what_is_written_runs(call, desk, write):
    call("init")
    write("a.md", "# Sailing\n\nThe ferry sailed at noon, and nobody was late for it on that day.\n")
    assert call("check", ".").exit_code == 0


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_a_merge_request_is_held_against_its_target(call, desk, host):
    call("init", "--ci", host)
    (file,) = [*desk.glob(".github/workflows/*.yml"), *desk.glob(".gitlab-ci.yml")]
    assert "--diff-base=" in file.read_text()
    assert re.search(r"fetch-depth: 0|GIT_DEPTH: 0", file.read_text())
