"""`auditor init`."""

import re
import subprocess
import sys

import pytest
import yaml

from auditor import config


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
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(desk / file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert 'x: "y" # $(z)' in strings(yaml.safe_load((desk / file).read_text("utf-8")))


def strings(value):
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings(one)]
    return [text for one in value for text in strings(one)] if isinstance(value, list) else [value]


def test_the_host_is_guessed(call, desk):
    call("init")
    assert sorted(path.name for path in desk.iterdir()) == ["auditor.toml"]
    (desk / ".github").mkdir()
    call("init", "--force")
    assert (desk / ".github" / "workflows" / "auditor.yml").exists()


def test_existing_files_are_left_alone_all_of_them(call, desk, write):
    write(".gitlab-ci.yml", "mine")
    found = call("init")
    assert found.exit_code == 2
    assert ".gitlab-ci.yml exists; nothing was written" in found.stderr
    assert not (desk / "auditor.toml").exists()
    assert (desk / ".gitlab-ci.yml").read_text() == "mine"
    assert call("init", "--force").exit_code == 0
    assert "mine" not in (desk / ".gitlab-ci.yml").read_text()


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
