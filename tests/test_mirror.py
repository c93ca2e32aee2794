"""Every module has its test file: ``tests/<path>/test_<module>.py`` for ``analysis/<path>/<module>.py``."""

from pathlib import Path

from tests.for_each import for_each

ROOT = Path(__file__).resolve().parent.parent


def modules() -> list[str]:
    """Every module by its path within ``analysis``; what a package re-exports is no module of its own."""
    found = (path.relative_to(ROOT / "analysis") for path in (ROOT / "analysis").rglob("*.py"))
    return sorted(path.with_suffix("").as_posix() for path in found if path.name != "__init__.py")


def mirrored(module: str) -> Path:
    path = Path(module)
    return ROOT / "tests" / path.parent / f"test_{path.name.strip('_')}.py"


@for_each("module", modules())
def test_every_module_has_its_test_file(module: str) -> None:
    """Oracle: the two trees."""
    assert mirrored(module).is_file(), f"analysis/{module}.py has no test file"


def test_the_tree_was_found() -> None:
    assert {"review", "journal/reading", "screen/summary"} <= set(modules())
