"""The settings of then: what settings, cards and baselines said at the revision of `--diff-base`."""

import os
from pathlib import Path

from msgspec import structs

from auditor import rulebook, settings_files
from auditor.cli.chosen import named_rules, rule_folders
from auditor.cli.exempt import exempt
from auditor.cli.jobs import Then
from auditor.cli.settings import Nearest
from auditor.gate import cache
from auditor.gate.git import GitError
from auditor.gate.mirror import Mirror
from auditor.gate.patterns import matches

_DECIDING = ("per_file_ignores", "suppress", "inline_ignores", "today", "min_coverage", "max_bytes", "max_chars")


class Past:
    """The settings that files were judged by then. They follow those of the run, with numbers after theirs."""

    def __init__(self, nearest: Nearest, mirror: Mirror) -> None:
        self._nearest = nearest
        self._mirror = mirror
        self._file_of: dict[str, str | None] = {}
        self._number_of: dict[tuple[str | None, int], int] = {}
        self._differs: dict[int, bool] = {}
        mirror.fetch(lambda path: path.endswith(".toml"))

    def judged(self, folder: str, by: int) -> tuple[int, bool]:
        """The number of the settings for what lay in a folder, and whether they decide otherwise than those of now."""
        file = self._file(folder)
        if (file, by) not in self._number_of:
            number = self._number_of[file, by] = self._join(file, by)
            self._differs[number] = _deciding(self._then(number)) != _deciding(self._now(by))
        number = self._number_of[file, by]
        return number, self._differs[number]

    def took(self, path: str, number: int) -> bool:
        """Whether a walk of then took a file."""
        own = self._then(number).own
        include, exclude = own.settings.include, own.settings.exclude
        return not matches(path, exclude, own.root) and (not include or matches(path, include, own.root))

    def _then(self, number: int) -> Then:
        return self._nearest.past[number - len(self._nearest.all)]

    def _file(self, folder: str) -> str | None:
        """The settings file that counted for a folder, where it lies in the mirror; None: there was none."""
        if self._nearest.everywhere:
            return self._mirror.path(os.path.realpath(self._nearest.run.file or ""))
        if folder not in self._file_of:
            found = self._nearest_file(folder)
            self._file_of[folder] = found or self._nearest_file(str(Path.cwd()))
        return self._file_of[folder]

    def _nearest_file(self, folder: str) -> str | None:
        for above in (folder, *map(str, Path(folder).parents)):
            place = self._mirror.path(os.path.join(above, "auditor.toml"))  # noqa: PTH118
            try:
                found = settings_files.within(Path(place).parent)
            except settings_files.ConfigError:
                continue  # a run of then would have stopped at it
            if found:
                return str(found)
        return None

    def _join(self, file: str | None, by: int) -> int:
        """Take settings of then in; where they could not be used, those of now stand for them."""
        try:
            then = self._read(file)
        except GitError:
            raise
        except (ValueError, OSError):
            then = self._now(by)
        self._nearest.past.append(then)
        return len(self._nearest.all) + len(self._nearest.past) - 1

    def _read(self, file: str | None) -> Then:
        mirrored = self._nearest.read(Path(file) if file else None)
        folders = [self._mirror.origin(os.path.abspath(folder)) for folder in mirrored.settings.rules]  # noqa: PTH100
        named = mirrored.settings.baseline
        known = self._mirror.origin(os.path.abspath(named)) if named else None  # noqa: PTH100 - links stay
        self._mirror.fetch(lambda path: path == known or any(path.startswith(f"{folder}/") for folder in folders))
        if known and not Path(self._mirror.path(known)).is_file():
            known = None
        there = [folder for folder in map(self._mirror.path, folders) if Path(folder).is_dir()]
        chosen = structs.replace(mirrored.settings, rules=there, baseline=known)
        own = structs.replace(mirrored, settings=chosen, root=Path(self._mirror.origin(str(mirrored.root))))
        rules = named_rules(chosen, rulebook.load(rule_folders(chosen)))
        return Then(own, rules, exempt(own, at=self._mirror.path), cache.state(rule_folders(chosen)))

    def _now(self, by: int) -> Then:
        now = self._nearest.all[by]
        return Then(now, self._nearest.rules(now), exempt(now), cache.state(rule_folders(now.settings)))


def _deciding(one: Then) -> tuple[object, ...]:
    """What of settings may bring a finding or hide it: `--diff-base` asks for no more."""
    excused = structs.replace(one.exempt, moved={}, known_from=Path(), today=None)
    return excused, one.rules.version, *(getattr(one.own.settings, name) for name in _DECIDING)
