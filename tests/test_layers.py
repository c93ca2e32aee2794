"""Who may import whom, read from the source: journal, measures, review, then charts and words, then the
doors."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted([*(ROOT / "analysis").rglob("*.py"), ROOT / "dashboard.py"])
MEASURES = sorted((ROOT / "analysis" / "measures").rglob("*.py"))
JOURNAL = ROOT / "analysis" / "journal"
PACKAGES = sorted(
    path.parent for path in (ROOT / "analysis").rglob("__init__.py") if path.parent != ROOT / "analysis"
)

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
    ("people", "unanswered", "whole_ledger"),
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


BLOCKS = "body", "orelse", "finalbody", "handlers", "cases"  # where a statement has others within it


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports_of(path: Path, root: Path = ROOT) -> list[tuple[str, bool]]:
    """Every imported module of a file, relative ones resolved, and whether only for types."""
    found, waiting = list[tuple[str, bool]](), list[tuple[ast.AST, bool]]([(tree_of(path), False)])
    package = path.relative_to(root).with_suffix("").parts[:-1]
    while waiting:
        node, for_types = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            for_types = True
        if isinstance(node, ast.Import):
            found += [(alias.name, for_types) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, [base, node.module]))
            found += [(module, for_types), *((f"{module}.{alias.name}", for_types) for alias in node.names)]
        else:
            waiting += [(inner, for_types) for name in BLOCKS for inner in getattr(node, name, ())]
    return found


def test_nothing_imports_from_its_right():
    """Oracle: the table of layers above."""
    assert not [fault for path in SOURCES for fault in from_the_right(path)]


def from_the_right(path):
    part = part_of(path)
    for module, for_types in imports_of(path):
        names = module.split(".")
        if names[0] == "dashboard":
            yield f"{path.name} imports the dashboard"
        if names[0] != "analysis" or names == ["analysis"]:
            continue
        if names[1] == part or (for_types and part == "as_data"):
            continue
        if names[1] not in MAY_IMPORT[part] and "" not in MAY_IMPORT[part]:
            yield f"{path.relative_to(ROOT)}, of {part}, imports {module}"


FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}


def test_every_room_of_the_journal_has_its_floor():
    """Oracle: the folders and modules of `journal/`."""
    rooms = {
        path.stem for path in JOURNAL.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert rooms == set(FLOOR_OF)


def test_a_room_of_the_journal_uses_only_what_stands_before_it():
    """Oracle: the floors above."""
    assert not [fault for path in sorted(JOURNAL.rglob("*.py")) for fault in from_a_later_room(path)]


def from_a_later_room(path):
    room = path.relative_to(JOURNAL).parts[0].removesuffix(".py")
    for module, _ in imports_of(path):
        names = module.split(".")
        if (
            names[:2] == ["analysis", "journal"]
            and names[2:]
            and names[2] in FLOOR_OF
            and names[2] != room
            and FLOOR_OF[names[2]] >= FLOOR_OF[room]
        ):
            yield f"{path.relative_to(JOURNAL)}, of {room}, imports {module}"


def test_nobody_reaches_past_the_door_of_a_package():
    """Oracle: what another package uses stands in the package's ``__init__``."""
    assert not [fault for path in SOURCES for fault in past_a_door(path)]


@cache
def door_of(package: Path) -> str:
    return (package / "__init__.py").read_text(encoding="utf-8")


def past_a_door(path):
    names = {".".join(package.relative_to(ROOT).parts): package for package in PACKAGES}
    for module, for_types in imports_of(path):
        for name, package in names.items():
            if for_types or not module.startswith(f"{name}.") or path.is_relative_to(package):
                continue
            inner = package.joinpath(*module.removeprefix(f"{name}.").split("."))
            if inner.with_suffix(".py").exists() and f'"{inner.name}"' not in door_of(package):
                yield f"{path.relative_to(ROOT)} reaches past {name} to {module}"


def test_libraries_are_imported_only_where_they_belong():
    """Oracle: the rules of the house: streamlit in the dashboard, plotly in the charts, nothing slow at run
    time."""
    assert not [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in SOURCES
        for module, _ in imports_of(path)
        if part_of(path) not in ONLY_IN.get(module.split(".")[0], {part_of(path)})
        or module.startswith(SLOW_TO_IMPORT)
    ]


def test_measures_open_no_file_and_print_nothing():
    """Oracle: measures take a journal and give results."""
    called = {
        (path.name, ast.unparse(node.func))
        for path in MEASURES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    }
    assert len(called) > 500
    forbidden = {"open", "print", "Path", "pd.read_csv", "pd.read_excel"}
    assert not [(name, told) for name, told in called if told in forbidden]


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
            "scipy",
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
