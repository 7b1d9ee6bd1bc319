"""A second package: built as a wheel, and found where it is unpacked."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from acme import FILES, forget

from auditor import cards, rulebook


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    """The package, built as its makers would."""
    source = tmp_path_factory.mktemp("acme")
    for name, text in FILES.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, "utf-8")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", source, source]
    subprocess.run(list(map(str, command)), check=True)
    return next(source.glob("acme_rules-*.whl"))


@pytest.fixture(scope="session")
def unpacked(wheel, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def shipped():
    """What is made of the shipped cards: read once, also where Python keeps nothing between runs."""
    return cards.read(rulebook.rules_folder())


@pytest.fixture
def site(unpacked, shipped, tmp_path, monkeypatch):
    """A folder of its own with the package, which Python imports from."""
    monkeypatch.setattr(rulebook, "prepared", lambda *_, **__: shipped)
    folder = tmp_path / "site"
    shutil.copytree(unpacked, folder)
    monkeypatch.syspath_prepend(folder)
    forget()
    yield folder
    forget()
