"""Who may import whom, read from the source: journal, measures, review, then charts and words, then the
doors."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted([*(ROOT / "analysis").rglob("*.py"), ROOT / "dashboard.py"])
MEASURES = sorted((ROOT / "analysis" / "measures").rglob("*.py"))

# The part of the house that a module belongs to, and the parts it may import from. A part may import itself.
MAY_IMPORT = {
    "executor": set(),
    "faults": set(),
    "journal": set(),
    "measures": {"journal"},
    "period": {"journal"},
    "family": {"journal", "measures", "faults"},
    "findings": {"journal", "measures"},
    "as_data": {"journal", "measures", "findings", "review"},
    "review": {"journal", "measures", "period", "family", "findings", "as_data", "faults"},
    "charts": {"journal", "measures", "review", "findings", "words"},
    "plan": {"journal", "measures", "executor"},
    "words": {"journal", "measures", "review", "findings", "plan"},
    "report": {"journal", "measures", "period", "review", "findings", "charts", "words", "plan"},
    "screen": {
        "journal",
        "measures",
        "review",
        "findings",
        "charts",
        "words",
        "report",
        "cohort",
        "executor",
        "plan",
        "faults",
    },
    "__init__": {"journal", "review"},
    "cohort": {"journal", "measures", "review", "review_options", "executor", "words", "report"},
    "plan_options": {"journal", "measures", "executor", "plan", "words"},
    "doctor": {"screen"},
    "warmed": {"journal"},
    "review_options": {"journal"},
    "options": {"report", "plan_options", "review_options"},
    "__main__": {
        "",
        "__init__",
        "journal",
        "review",
        "words",
        "report",
        "cohort",
        "options",
        "plan_options",
        "review_options",
        "doctor",
        "faults",
    },
    "dashboard": {"", "__init__", "journal", "words", "screen"},
}
# The floors of `journal/`, from the ground up: a room uses only what stands before it.
FLOORS = (
    ("fields", "plans", "silent"),
    ("model",),
    ("cells",),
    ("medicines",),
    ("tables",),
    ("together",),
    ("columns",),
    ("exports",),
    ("receipts", "mapping"),
    ("added", "event_choices", "line_nights"),
    ("writing", "remarks", "plan_files"),
    ("earlier",),
    ("entries",),
    ("ledger",),
    ("file_tables",),
    ("which_export", "export_parts", "opened", "counted_nights"),
    ("people_in_names", "unanswered", "whole_ledger"),
    ("people_by_shape",),
    ("people",),
    ("zoned_files",),
    ("line_tables",),
    ("files", "one_journal"),
    ("reading",),
    ("__init__",),
)
ONLY_IN = {
    "streamlit": {"dashboard", "screen"},
    "plotly": {"charts"},
    "typst": {"report"},
    "xlsxwriter": {"report"},
    "pypdf": {"journal"},
}
SLOW_TO_IMPORT = ("scipy.stats", "statsmodels", "plotly.express")


def part_of(path: Path) -> str:
    if path.parent == ROOT:
        return path.stem
    inside = path.relative_to(ROOT / "analysis").parts
    return inside[0].removesuffix(".py")


def imports_of(path: Path, root: Path = ROOT) -> Iterator[tuple[str, bool]]:
    """Every imported module of a file, relative ones resolved, and whether only for types."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        for inner in ast.walk(node)
    }
    package = path.relative_to(root).with_suffix("").parts[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in for_types) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, [base, node.module]))
            yield module, id(node) in for_types
            yield from ((f"{module}.{alias.name}", id(node) in for_types) for alias in node.names)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_imports_from_its_right(path):
    """Oracle: the table of layers above."""
    part = part_of(path)
    for module, for_types in imports_of(path):
        names = module.split(".")
        if names[0] == "dashboard":
            pytest.fail(f"{path.name} imports the dashboard")
        if names[0] != "analysis" or names == ["analysis"]:
            continue
        if names[1] == part or (for_types and part == "as_data"):
            continue
        assert names[1] in MAY_IMPORT[part] or "" in MAY_IMPORT[part], f"{part} imports {module}"


JOURNAL = ROOT / "analysis" / "journal"
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}


def test_every_room_of_the_journal_has_its_floor():
    """Oracle: the folders and modules of `journal/`."""
    rooms = {
        path.stem for path in JOURNAL.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert rooms == set(FLOOR_OF)


@pytest.mark.parametrize(
    "path", sorted(JOURNAL.rglob("*.py")), ids=lambda path: str(path.relative_to(JOURNAL))
)
def test_a_room_of_the_journal_uses_only_what_stands_before_it(path):
    """Oracle: the floors above."""
    room = path.relative_to(JOURNAL).parts[0].removesuffix(".py")
    for module, _ in imports_of(path):
        names = module.split(".")
        if names[:2] == ["analysis", "journal"] and names[2:] and names[2] in FLOOR_OF and names[2] != room:
            assert FLOOR_OF[names[2]] < FLOOR_OF[room], f"{room} imports {module}"


PACKAGES = sorted(
    path.parent for path in (ROOT / "analysis").rglob("__init__.py") if path.parent != ROOT / "analysis"
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nobody_reaches_past_the_door_of_a_package(path):
    """Oracle: what another package uses stands in the package's ``__init__``."""
    for module, for_types in imports_of(path):
        for package in PACKAGES:
            name = ".".join(package.relative_to(ROOT).parts)
            inside = path.is_relative_to(package)
            if inside or for_types or not module.startswith(f"{name}."):
                continue
            inner = package.joinpath(*module.removeprefix(f"{name}.").split("."))
            exported = (package / "__init__.py").read_text(encoding="utf-8")
            assert not inner.with_suffix(".py").exists() or f'"{inner.name}"' in exported, (
                f"{path.name} reaches past {name} to {module}"
            )


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_libraries_are_imported_only_where_they_belong(path):
    """Oracle: the rules of the house: streamlit in the dashboard, plotly in the charts, nothing slow at run
    time."""
    for module, _ in imports_of(path):
        for library, parts in ONLY_IN.items():
            if module.split(".")[0] == library:
                assert part_of(path) in parts, f"{path.name} imports {module}"
        assert not module.startswith(SLOW_TO_IMPORT), f"{path.name} imports {module}"


@pytest.mark.parametrize(
    "path", sorted((ROOT / "analysis" / "measures").rglob("*.py")), ids=lambda path: path.name
)
def test_measures_open_no_file_and_print_nothing(path):
    """Oracle: measures take a journal and give results."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert called.isdisjoint({"open", "print", "Path", "pd.read_csv", "pd.read_excel"})


def test_the_rules_see_what_they_forbid(tmp_path):
    """Oracle: a file with every kind of import, written here."""
    source = tmp_path / "analysis" / "measures" / "wrong.py"
    source.parent.mkdir(parents=True)
    source.write_text("import plotly.express as px\nfrom ..words import say\nfrom scipy import stats\n")
    found = [module for module, _ in imports_of(source, tmp_path)]
    assert {"plotly.express", "analysis.words", "analysis.words.say", "scipy.stats"} <= set(found)


def test_a_review_without_a_screen_loads_nothing_slow():
    """Oracle: the modules of a fresh interpreter after ``import analysis.__main__``."""
    listing = "import sys, analysis.__main__; print(*sorted(sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", listing], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(ran.stdout.split())
    assert "analysis.review" in loaded
    assert loaded.isdisjoint(
        {
            "scipy.stats",
            "statsmodels",
            "streamlit",
            "plotly",
            "matplotlib",
            "fpdf",
            "typst",
            "xlsxwriter",
            "pypdf",
        }
    )
