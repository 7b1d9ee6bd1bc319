"""The files that pipelines read: their schemas, and that they do what they say."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def git(folder, *arguments):
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ("git", *identity, *arguments), cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


def fits(schema, *files):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.returncode == 0 or pytest.fail(done.stdout + done.stderr)


def test_the_action_fits_its_schema():
    assert fits("vendor.github-actions", ROOT / "action.yml")


def test_the_audit_of_dependencies_fits_its_schema_and_reaches_no_shell():
    workflow = ROOT / ".github/workflows/audit.yml"
    assert fits("vendor.github-workflows", workflow)
    (job,) = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
    commands = "\n".join(step.get("run", "") for step in job["steps"])
    assert "${{" not in commands
    assert "--strict" in commands
    assert "python -I -m" in commands
    assert "python -m" not in commands


def test_no_input_reaches_a_shell_line():
    steps = ACTION["runs"]["steps"]
    assert [step for step in steps if "${{" in step.get("run", "")] == []
    (check,) = [step for step in steps if step.get("id") == "check"]
    assert {f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"] if name != "python-version"} == set(
        check["env"].values()
    )


@pytest.fixture
def step(tmp_path):
    """Run the action's step with a stand-in that prints its arguments."""
    program = tmp_path / "auditor" / "bin" / "auditor"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!{sys.executable}\nimport json, sys\nprint(json.dumps(sys.argv[1:]))\nsys.exit(1)\n")
    program.chmod(0o755)
    (check,) = [step for step in ACTION["runs"]["steps"] if step.get("id") == "check"]
    defaults = {f"INPUT_{n.upper().replace('-', '_')}": str(given["default"]) for n, given in ACTION["inputs"].items()}

    def run(folder="bin", **given):
        program.parent.rename(tmp_path / "auditor" / folder)  # on runners with Windows: Scripts
        variables = defaults | given | {"PATH": os.environ["PATH"], "HOME": str(Path.home())}
        variables |= {"RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(tmp_path / "output")}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", check["run"]],
            check=False, capture_output=True, text=True, cwd=tmp_path, env=variables,
        )  # fmt: skip

    return run


def test_hostile_inputs_stay_arguments(step, tmp_path):
    hostile = '$(touch gone); `touch gone` "; touch gone #'
    done = step(INPUT_PATHS=f"{hostile}\n*.md\n", INPUT_ARGS="--fail-on=error\n", INPUT_DIFF_BASE=hostile)
    arguments = json.loads(done.stdout)
    assert arguments[-2:] == [hostile, "*.md"]
    assert f"--diff-base={hostile}" in arguments
    assert "--fail-on=error" in arguments
    assert not (tmp_path / "gone").exists()


def test_the_action_passes_the_exit_code_on(step, tmp_path):
    done = step()
    assert done.returncode == 1
    assert (tmp_path / "output").read_text() == "exit-code=1\n"
    cache = f"--cache-dir={Path.home()}/.cache/auditor/pages"
    assert json.loads(done.stdout) == ["check", "--format", "github", cache, "--", "."]


def test_the_action_finds_its_program_on_every_system(step, tmp_path):
    assert json.loads(step(folder="Scripts").stdout)[0] == "check"


def test_the_component_of_gitlab_fits_its_schema(tmp_path):
    text = (ROOT / "templates" / "auditor.yml").read_text("utf-8")
    for number, part in enumerate(yaml.safe_load_all(text)):
        (tmp_path / f"{number}.yml").write_text(yaml.safe_dump(part))
    assert fits("vendor.gitlab-ci", tmp_path / "0.yml", tmp_path / "1.yml")


def test_the_component_of_gitlab_gives_inputs_to_variables_only():
    _, jobs = yaml.safe_load_all((ROOT / "templates" / "auditor.yml").read_text("utf-8"))
    (job,) = jobs.values()
    assert "$[[" not in " ".join(job["script"])


def test_the_hook_says_what_pre_commit_needs():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["types_or"] == ["html", "markdown", "mdx"]
    assert hook["require_serial"] is True
    assert "--force-exclude" in hook["entry"].split()


@pytest.mark.slow
def test_the_hook_runs_in_a_repository(tmp_path):
    """Installs the hook from a clone, for which pip needs its index."""
    source, work = tmp_path / "source", tmp_path / "work"
    git(tmp_path, "clone", "--quiet", "--no-hardlinks", str(ROOT), str(source))
    work.mkdir()
    git(work, "init", "--quiet")
    repo = {"repo": str(source), "rev": git(source, "rev-parse", "HEAD"), "hooks": [{"id": "auditor"}]}
    (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [repo]}))
    (work / "auditor.toml").write_text("exclude = ['left-out']\nfail-on = 'warning'\n")
    (work / "left-out").mkdir()
    for name in ("a.md", "left-out/b.md"):
        (work / name).write_text("# Sailing\n\nWe sail at TODO: ask the skipper o'clock.\n")
    (work / "fine.md").write_text("# Sailing\n\nWe sail at noon, whatever the tide is doing.\n")
    git(work, "add", ".")
    done = pre_commit(work, tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "a.md:3:" in done.stdout
    assert "[todo-mark]" in done.stdout
    assert "b.md" not in done.stdout
    (work / "a.md").unlink()
    git(work, "add", ".")
    assert pre_commit(work, tmp_path).returncode == 0


def pre_commit(work, home):
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files"],
        check=False,
        cwd=work,
        capture_output=True,
        text=True,
        env=os.environ | {"PRE_COMMIT_HOME": str(home / "p")},
    )
