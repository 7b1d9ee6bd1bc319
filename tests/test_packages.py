"""What is published: an sdist that is whole, a wheel that it makes, an image and a release workflow."""

import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CONTAINERFILE = (ROOT / "Containerfile").read_text("utf-8")


def build(source: Path, kind: str, folder: Path) -> Path:
    """The one file that hatchling makes, without asking an index for anything."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("*.tar.gz" if kind == "sdist" else "*.whl")
    return made


def inside(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """The sdist of this tree, unpacked, and the wheel that it makes."""
    folder = tmp_path_factory.mktemp("packages")
    sdist = build(ROOT, "sdist", folder / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    (unpacked,) = (folder / "unpacked").iterdir()
    return unpacked, build(unpacked, "wheel", folder / "wheel")


def test_the_distribution_has_a_name_of_its_own_and_the_command_keeps_its():
    assert PROJECT["name"] == "article-auditor"
    assert PROJECT["scripts"]["auditor"] == PROJECT["scripts"]["article-auditor"] == "auditor.cli:run"


def test_the_sdist_holds_what_it_takes_to_build_and_to_test(packages):
    unpacked, _ = packages
    for name in (
        "rules",
        "auditor/words",
        "docs/schema",
        "samples",
        "tests",
        "Containerfile",
        "CONTRIBUTING.md",
        "Makefile",
    ):
        assert (unpacked / name).exists(), name


def test_a_wheel_of_the_sdist_holds_all_rules_and_words(packages):
    _, wheel = packages
    held = inside(wheel)
    rules = {f"auditor/{path.relative_to(ROOT).as_posix()}" for path in ROOT.glob("rules/*/*.yml")}
    words = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("auditor/words/**/*.yml")}
    code = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("auditor/**/*.py")}
    assert len(rules) > 100
    assert len(words) > 100
    assert (rules | words | code) <= held
    assert not {name for name in held if name.startswith(("tests", "samples", "benchmarks"))}


def test_a_wheel_is_small(packages):
    _, wheel = packages
    # Of this 2.4 MB are which English words follow which, with synonyms; 1.2 what words mean; .9 what phrases weigh.
    assert wheel.stat().st_size < 7_400_000


def test_what_the_image_copies_is_enough_for_its_wheel(packages, tmp_path):
    _, wheel = packages
    copied = [line.split()[1:] for line in CONTAINERFILE.splitlines() if re.match(r"COPY (?!--from)", line)]
    for *names, target in copied:
        for name in names:
            to = tmp_path / target / name if target == "./" else tmp_path / target
            to.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, to)
    made = build(tmp_path, "wheel", tmp_path / "dist")
    assert {name for name in inside(made) if "__pycache__" not in name} == inside(wheel)


def test_the_image_runs_as_nobody_in_particular_and_holds_no_pip():
    final = CONTAINERFILE.rpartition("\nFROM ")[2]
    (user,) = re.findall(r"^USER (\S+)$", final, re.MULTILINE)
    assert user.split(":")[0] not in ("0", "root")
    assert "pip uninstall" in final
    assert 'ENTRYPOINT ["auditor"]' in final
    ignored = [line for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line[0] != "#"]
    assert ignored[0] == "*"


def test_the_image_holds_what_a_run_would_prepare_and_its_times_are_whole_seconds():
    first = CONTAINERFILE.partition("\nRUN ")[2].partition("\nFROM ")[0]
    steps = ["pip --python", "touch", "compileall", "auditor check"]
    assert [first.find(step) for step in steps] == sorted(first.find(step) for step in steps)
    assert -1 not in [first.find(step) for step in steps]


@pytest.mark.parametrize("name", ["release", "test"])
def test_workflows_are_such_and_no_expression_reaches_a_shell(name):
    file = ROOT / f".github/workflows/{name}.yml"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    jobs = yaml.safe_load(file.read_text("utf-8"))["jobs"].values()
    assert "${{" not in "".join(step.get("run", "") for job in jobs for step in job.get("steps", ()))


def test_every_dependency_has_a_lower_bound_and_they_are_tried():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    every = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    others = [one for one in every if not one.startswith("article-auditor[")]
    assert [one for one in others if not re.search(r">=|==", one)] == []
    assert "make lowest" in (ROOT / ".github/workflows/test.yml").read_text("utf-8")
    assert "--resolution lowest-direct" in (ROOT / "Makefile").read_text("utf-8")


def test_the_release_workflow_attests_what_it_publishes():
    text = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    for needed in (
        "attest-build-provenance",
        "attest-sbom",
        "gh-action-pypi-publish",
        "sbom: true",
        "persist-credentials: false",
    ):
        assert needed in text
    assert "permissions:\n  contents: read" in text  # what no job asks for is not there


def test_a_check_imports_nothing_of_editors_agents_or_the_site():
    code = (
        "import sys; sys.argv = ['auditor', 'check', '--exit-zero', '--no-cache', 'samples/borderline.md']\n"
        "import auditor.cli, os\n"
        "auditor.cli._run()\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & set("
        "['pygls', 'lsprotocol', 'mcp', 'pydantic', 'asyncio', 'rich', 'mkdocs'])))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr
