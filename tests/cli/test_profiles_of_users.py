"""Profiles: which rules run and how grave they are, shipped, of one's own, and of a package."""

import json

import pytest

import auditor
from auditor import installed, profiles
from auditor.settings_files import ConfigError

SHIPPED = ("blog", "corpus", "docs", "filter", "newsroom", "shop", "strict")
PAGE = "# The harbour\n\nIt was built by monks [citation needed], who had tired of the hills.\n"


def classes(**how):
    return {rule.id: rule.severity for rule in auditor.load_rules(**how).rules}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_selects_or_reclasses_and_says_for_whom(name):
    said = profiles.read(profiles.every()[name])
    assert said["about"]
    assert classes(profile=name) != classes()


def test_whoever_only_filters_runs_what_decides():
    """The rules of `corpus` in its classes, less information, which costs nothing, and some that are dear."""
    chosen, whole = classes(profile="filter"), classes(profile="corpus")
    assert chosen.items() < whole.items()
    assert "info" not in chosen.values()
    assert {name for name in whole if name not in chosen and whole[name] != "info"} == {
        "copied-page", "lone-slot", "name-after-name", "working-remark",
    }  # fmt: skip


def test_all_shipped_profiles_are_listed(call):
    listed = call("config", "profiles").stdout.splitlines()
    assert tuple(line.split()[0] for line in listed) == SHIPPED
    assert all(len(line.split()) > 5 for line in listed)


def test_a_profile_counts_in_the_command(call, write):
    write("a.md", PAGE)
    assert "warning[todo-mark]" in call("check", "a.md", "-q", "--no-cache").stdout
    found = call("check", "a.md", "-q", "--no-cache", "--profile", "newsroom")
    assert "error[todo-mark]" in found.stdout
    assert found.exit_code == 1  # it says `fail-on = "error"`
    write("auditor.toml", 'profile = "newsroom"\n')
    assert "error[todo-mark]" in call("check", "a.md", "-q", "--no-cache").stdout


def test_settings_count_above_a_profile_and_classes_are_put_together(call, write):
    write("a.md", PAGE)
    write("auditor.toml", 'profile = "newsroom"\nfail-on = "critical"\n[severity]\ntodo-mark = "info"\n')
    shown = json.loads(call("config", "show", "--format", "json").stdout)["settings"]
    assert shown["fail-on"] == {"value": "critical", "from": "auditor.toml"} or shown["fail-on"]["value"] == "critical"
    assert shown["severity"]["value"]["todo-mark"] == "info"
    assert shown["severity"]["value"]["missing-byline"] == "warning"
    assert call("check", "a.md", "-q", "--no-cache").exit_code == 0


def test_where_a_key_comes_from_is_shown(call, write):
    shown = json.loads(call("config", "show", "--format", "json", "--config", "profile=strict").stdout)["settings"]
    assert shown["fail-under"] == {"value": 80.0, "from": "profile strict"}


def test_the_last_to_name_a_profile_decides(call, write):
    write("auditor.toml", 'profile = "newsroom"\n')
    write("a.md", PAGE)
    assert "error[todo-mark]" not in call("check", "a.md", "-q", "--no-cache", "--profile", "blog").stdout


def test_a_profile_of_ones_own_is_relative_to_the_settings(call, write, monkeypatch):
    write("site/house.toml", 'about = "Ours."\nselect = ["template"]\n[severity]\ntodo-mark = "critical"\n')
    write("site/auditor.toml", 'profile = "house.toml"\n')
    write("site/a.md", PAGE)
    assert "critical[todo-mark]" in call("check", "site/a.md", "-q", "--no-cache").stdout
    assert "critical[todo-mark]" in call("check", "site", "-q", "--no-cache", "--profile", "site/house.toml").stdout


def test_a_profile_of_a_package(tmp_path, monkeypatch, write):
    (tmp_path / "site/pressed/own").mkdir(parents=True)
    (tmp_path / "site/pressed/__init__.py").write_text("")
    (tmp_path / "site/pressed/own/pressed-house.toml").write_text('select = ["todo-mark"]\n')
    (tmp_path / "site/pressed-1.0.dist-info").mkdir()
    points = "[auditor.profiles]\npressed-house = pressed:own\n"
    (tmp_path / "site/pressed-1.0.dist-info/entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(tmp_path / "site")
    assert [point.name for point in installed.points(installed.PROFILES)] == ["pressed-house"]
    assert list(classes(profile="pressed-house")) == ["todo-mark"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('rules = ["x"]\n', "unknown key 'rules'"),
        ('selct = ["x"]\n', "did you mean 'select'?"),
        ("[severity]\ntodo-mark = 3\n", "severity"),
        ("select = [\n", "not TOML"),
        ('[severity]\ntodo-marc = "info"\n', "did you mean 'todo-mark'?"),
        ('select = ["templat"]\n', "did you mean 'template'?"),
    ],
)
def test_what_is_wrong_with_a_profile_is_told(call, write, text, said):
    write("house.toml", text)
    write("a.md", PAGE)
    found = call("check", "a.md", "--profile", "house.toml")
    assert found.exit_code == 2
    assert said in found.stderr
    with pytest.raises(ValueError, match=said.replace("?", r"\?")):
        auditor.load_rules(profile="house.toml")


def test_an_unknown_profile_is_told_with_the_nearest(call, write):
    write("a.md", PAGE)
    assert (
        "--profile: no profile is called 'stric'; did you mean 'strict'?"
        in call("check", "a.md", "--profile", "stric").stderr
    )
    with pytest.raises(ConfigError, match="there are blog, corpus"):
        auditor.load_rules(profile="x")


def test_select_comes_before_a_profiles_own():
    assert list(classes(profile="shop", select="todo-mark")) == ["todo-mark"]
    assert "todo-mark" not in classes(profile="shop", ignore="todo-mark")
    assert not {"missing-byline", "pseudo-source"} & classes(profile="shop").keys()
