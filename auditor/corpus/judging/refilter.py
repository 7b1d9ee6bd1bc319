"""A closed run, or a file of rows, judged by other settings and written anew."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from msgspec import Struct, json, structs

from auditor import rulebook
from auditor.corpus.judging.files import ROWS, TRACES, Moved, json_lines, parquet, stated
from auditor.corpus.judging.profile import Profile
from auditor.corpus.read import storage
from auditor.corpus.running import parts
from auditor.corpus.running.parts import Manifest, Part
from auditor.corpus.settings import Settings, digest

_CHANGED = "the cards have changed since these pages were audited: findings are those of then, classes those of now"
_UNSAID = "rows do not say which rules ran: what did not run then finds nothing"


class Refiltered(Struct, frozen=True):
    moved: Moved
    notes: list[str]


def refilter(
    source: str,
    out: str | None,
    settings: Settings = Settings(),  # noqa: B008 - frozen
    *,
    whole: bool = False,
    workers: int = 2,
) -> Refiltered:
    """Judge stored findings by other settings: rules left out, other classes, other gates. No page is read.

    The rows are those that a fresh audit with these settings writes. Four things they cannot know: rules that did not
    run then find nothing, what could not be audited stays an error, what was masked as private stays masked, and
    findings are those of the cards of then.

    Args:
        source: the folder of a closed run, or a file of its rows, `.parquet` or `.jsonl`.
        out: a folder, or a file of the same kind; None: only count.
        settings: of these `rules`, `select`, `ignore`, `severity` and `gates` count.
        whole: copy what documents are compared by, too. It is most of a part and does not change; without this it
            stays in the first folder, where `siblings` is asked.
        workers: parts that are judged at the same time.

    Raises:
        ValueError: no closed run, rows of an older version, settings that name what does not exist or did not run.
        OSError: the output cannot be written.
    """
    if out and os.path.realpath(out) == os.path.realpath(source):
        raise ValueError(f"{out}: choose another output; what other profiles start from are the rows that are there")
    if source.endswith((".jsonl", ".parquet")):
        return _file(source, out, settings)
    stored = parts.manifest(source)
    if stored.settings.audit:
        raise ValueError(f"{source}: {stored.settings.audit} judged these pages, and only it can judge them again")
    profile, notes = _profile(source, stored.ran, settings)
    notes += [] if _same(stored) else [_CHANGED]
    drop = [] if whole or stored.traces else TRACES
    own = _settings(stored, settings, profile)
    way = _Way(source, out, profile, drop, f"{own.fingerprint(profile.rules)} {len(drop)}")
    groups = list(_together(stored.parts))
    with ThreadPoolExecutor(workers) as pool:
        done = list(pool.map(way.part, groups))
    if out:
        closed = structs.replace(stored, rules=profile.rules.version, settings=own, ran=list(profile.by_id))
        traces = stored.traces or (source if drop else "")
        parts.close(out, structs.replace(_renamed(closed, groups, [part for part, _ in done]), traces=traces))
    return Refiltered(sum((moved for _, moved in done), Moved()), notes)


def _file(source: str, out: str | None, settings: Settings) -> Refiltered:
    """One file of rows; of Parquet that a run wrote, the rules that ran are known."""
    ran = [] if source.endswith(".jsonl") else stated(source)
    if not ran and settings.select:
        raise ValueError(f"{source}: rows do not say which rules ran, so none can be selected; give the run's folder")
    profile, notes = (
        _profile(source, ran, settings) if ran else (Profile(settings.ruleset(), settings.gates), [_UNSAID])
    )
    if source.endswith(".jsonl"):
        return Refiltered(json_lines(source, out, profile), notes)
    return Refiltered(parquet([source], out, profile, said=parts.said_of(profile.by_id) if ran else {}), notes)


def _profile(source: str, then: Iterable[str], settings: Settings) -> tuple[Profile, list[str]]:
    """The rules that run, of those that ran, and what to say about the others."""
    rules, ran = settings.ruleset(), set(then)
    missing = [rule.id for rule in rules.rules if rule.id not in ran]
    if missing and settings.select:
        raise ValueError(f"{source}: {_listed(missing)} did not run there; run the corpus with them, or ignore them")
    if missing:
        rules = rulebook.choose(rules, [rule.id for rule in rules.rules if rule.id in ran])
    notes = [f"{_listed(missing)} did not run then and find nothing"] if missing else []
    if gone := sorted(ran - rules.known):
        notes.append(f"{_listed(gone)}: there is no such rule any more, and no finding of it")
    return Profile(rules, settings.gates), notes


def _same(stored: Manifest) -> bool:
    try:
        return stored.settings.ruleset().version == stored.rules
    except ValueError:
        return False


def _settings(stored: Manifest, settings: Settings, profile: Profile) -> Settings:
    chosen = {name: getattr(settings, name) for name in ("rules", "severity", "gates")}
    return structs.replace(stored.settings, select=tuple(profile.by_id), ignore=(), **chosen)


def _together(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Parts of one input that become one, since small files cost most of the time."""
    held: list[Part] = []
    for part in parts:
        if held and (part.source != held[0].source or sum(one.documents for one in held) + part.documents > ROWS):
            yield held
            held = []
        held.append(part)
    if held:
        yield held


class _Way(Struct, frozen=True):
    """From where to where the parts of a run go, and how."""

    source: str
    out: str | None
    profile: Profile
    drop: list[str]
    mark: str  # of the settings, for the names of parts

    def part(self, stored: list[Part]) -> tuple[Part, Moved]:
        name = digest(*(part.name for part in stored), self.mark)
        target = parts.path_of(self.out, name) if self.out else None
        part = parts.together(name, stored)
        files = [parts.path_of(self.source, one.name) for one in stored]
        said = {"part": json.encode(part).decode(), **parts.said_of(self.profile.by_id)}
        moved = parquet(files, target, self.profile, self.drop, said)
        return structs.replace(part, bytes=storage.identity(target).size if target else 0), moved


def _renamed(closed: Manifest, groups: list[list[Part]], made: list[Part]) -> Manifest:
    names = {old.name: new.name for group, new in zip(groups, made, strict=True) for old in group}
    inputs = [
        structs.replace(one, parts=list(dict.fromkeys(names[name] for name in one.parts))) for one in closed.inputs
    ]
    return structs.replace(closed, inputs=inputs, parts=made)


def _listed(rules: Iterable[str]) -> str:
    named = list(rules)
    return ", ".join(named[:5]) + (f" and {len(named) - 5} more rules" if len(named) > 5 else "")
