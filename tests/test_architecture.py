"""The floors of `docs/architecture.md`: a module imports nothing from a higher floor, and units form no circle."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from hypothesis import settings

PACKAGE = Path(__file__).parent.parent / "auditor"
MODULES = sorted(PACKAGE.rglob("*.py"))
FLOORS = {
    1: "model alternatives beginnings heads expressions hashes prepared remembering toml version",
    2: "comparing installed profiles text fingerprint suffixes web words world lexicon settings_files settings_errors "
    "config masking messages reporters",
    3: "parsing signals",
    4: "detectors siblings gate earning causes coverage scoring placing fixing",
    5: "card card_files hits verbs spoken bound binding cards rulebook engine former",
    6: "cleaning extractions given handbook languages passages rendering schemas feed_index feed_pages feeds "
    "sites sources",
    7: "__init__",
    8: "corpus examples integrations",
    9: "cli __main__",
}
FLOOR_OF = {unit: floor for floor, units in FLOORS.items() for unit in units.split()}


# Rooms of the two largest units, lowest first: a room imports nothing from one that stands after it.
ROOMS = {
    "parsing/html": "tree byline facts zones profiles shown stored",
    "corpus": "settings read running judging compare show",
}


def unit_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_modules(path: Path) -> set[Path]:
    """Modules that a module imports, wherever in it the import stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= {name if name in MODULE_NAMED else node.module for name in whole}
    return {MODULE_NAMED[name] for name in names if name in MODULE_NAMED} - {path}


MODULE_NAMED = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES
}


def imported_units(path: Path) -> set[str]:
    return {unit_of(module) for module in imported_modules(path)}


def test_every_unit_has_a_floor():
    assert {unit_of(path) for path in MODULES} <= set(FLOOR_OF)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_nothing_is_imported_from_a_higher_floor(path):
    floor = FLOOR_OF[unit_of(path)]
    assert {unit: FLOOR_OF[unit] for unit in imported_units(path) if FLOOR_OF[unit] > floor} == {}


def test_units_form_no_circle():
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        graph.setdefault(unit_of(path), set()).update(imported_units(path) - {unit_of(path)})
    assert list(TopologicalSorter(graph).static_order())


def test_modules_form_no_circle():
    graph = {path: imported_modules(path) for path in MODULES}
    assert list(TopologicalSorter(graph).static_order())


def rooms(unit: str) -> list[tuple[str, Path]]:
    folder = PACKAGE / unit
    return [(path.relative_to(folder).parts[0].removesuffix(".py"), path) for path in folder.rglob("*.py")]


@pytest.mark.parametrize("unit", ROOMS)
def test_rooms_import_from_lower_rooms_only(unit):
    floors = {room: floor for floor, room in enumerate(ROOMS[unit].split())}
    room_of = {path: room for room, path in rooms(unit) if room in floors}
    upwards = {
        (path.name, other.name)
        for path, room in room_of.items()
        for other in imported_modules(path)
        if floors.get(room_of.get(other, room), 0) > floors[room]
    }
    assert upwards == set()


def test_every_room_is_named():
    named = {unit: set(order.split()) | {"__init__", "wording"} for unit, order in ROOMS.items()}
    assert all(room in named[unit] for unit in ROOMS for room, _ in rooms(unit))


def drawn() -> dict[int, list[str]]:
    """The floors of the picture in the docs: names of units, and of rooms in their order."""
    docs = (PACKAGE.parent / "docs/architecture.md").read_text("utf-8")
    floors: dict[int, list[str]] = {}
    for line in docs.split("```text\n")[1].split("```")[0].splitlines():
        number, _, rest = line.partition("│")
        floors.setdefault(int(number) if number.strip() else min(floors), []).append(rest.strip())
    return floors


def test_the_picture_shows_every_floor():
    for floor, lines in drawn().items():
        units = " ".join(line for line in lines if "└─" not in line).replace(
            "auditor: parse, audit, clean, render, load_rules", "__init__"
        )
        assert set(units.split()) | ({"__main__"} if floor == 9 else set()) == set(FLOORS[floor].split())
    assert sorted(drawn()) == sorted(FLOORS)


def test_the_picture_shows_every_room_in_its_order():
    rows = [line.removeprefix("└─ ").split(" ◂ ") for lines in drawn().values() for line in lines if " ◂ " in line]
    assert sorted(rows) == sorted(order.split() for order in ROOMS.values())


def test_verbs_know_no_cards_rules_or_paths():
    for path in (*(PACKAGE / "detectors").glob("*.py"), *(PACKAGE / "siblings").glob("*.py")):
        source = path.read_text("utf-8")
        assert "pathlib" not in source, path
        assert "import Rule" not in source, path


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_files_are_short(path):
    assert len(path.read_text("utf-8").splitlines()) <= LINES


# One long function: reading tags is most of what a page costs, and a call for each of them would double it.
LONG = {"parsing/html/tree/build.py:read"}
LINES, OF_FUNCTION = 250, 60


def test_functions_are_short():
    functions = [
        (f"{path.relative_to(PACKAGE).as_posix()}:{node.name}", node.end_lineno - node.lineno + 1)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert {name for name, lines in functions if lines > OF_FUNCTION} == LONG


def test_no_property_has_a_deadline():
    found = [
        (path.name, line)
        for path in Path(__file__).parent.rglob("test_*.py")
        for line in path.read_text("utf-8").splitlines()
        if "deadline=" in line and "deadline=None" not in line and "if " not in line
    ]
    assert found == []
    assert settings.default.deadline is None
