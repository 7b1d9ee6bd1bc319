"""What is installed is what is tested: the wheel carries rules, lexicons, tables and schemas."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """A Python that has the wheel, and finds the dependencies of the one that runs the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv/bin/python"
    (wheel,) = folder.glob("article_auditor-*.whl")
    site = folder / "venv/lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    run(sys.executable, "-m", "pip", "install", "--no-deps", "--target", site, wheel)
    dependencies = [path for path in sys.path if path.endswith("site-packages")]
    (site / "dependencies.pth").write_text("\n".join(dependencies))
    return python


def run(*command: object) -> str:
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, cwd="/", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_installed_auditor_knows_every_card(installed):
    listed = run(installed, "-I", "-m", "auditor", "rules", "list")
    for card in ROOT.glob("rules/[a-z]*/[a-z]*.yml"):
        assert card.stem in listed


def test_the_installed_auditor_rejects_the_content_farm(installed):
    shown = run(installed, "-I", "-m", "auditor", "check", "--exit-zero", ROOT / "samples/content-farm.html")
    assert "reject" in shown


def test_the_package_is_not_the_source_tree(installed):
    assert "site-packages" in run(installed, "-I", "-c", "import auditor; print(auditor.__file__)")
