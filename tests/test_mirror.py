"""Every module has its test file: ``tests/<path>/test_<module>.py`` for ``analysis/<path>/<module>.py``.

Those that have none yet stand below with the file that tests them in its stead. The list only shrinks: a
module that got its own file is struck off, a new module comes with one.
"""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = {
    "screen/answers": "tests/browser/test_mapping.py",
    "screen/comparisons": "tests/screen/test_boxes.py",
    "screen/exposures": "tests/test_dashboard.py",
    "screen/first_visit": "tests/browser/test_window.py",
    "screen/gate": "tests/screen/test_hosted.py",
    "screen/headers": "tests/screen/test_hosted.py",
    "screen/journal": "tests/test_dashboard.py",
    "screen/medication": "tests/test_dashboard.py",
    "screen/night": "tests/browser/test_night.py",
    "screen/nights": "tests/test_dashboard.py",
    "screen/receipts": "tests/test_dashboard.py",
    "screen/server": "tests/screen/test_hosted.py",
    "screen/session": "tests/screen/test_faults.py",
    "screen/shielded": "tests/screen/test_faults.py",
    "screen/summary": "tests/test_dashboard.py",
    "screen/together": "tests/test_dashboard.py",
    "screen/trial_visit": "tests/test_doctor.py",
    "screen/two_periods": "tests/test_dashboard.py",
    "screen/typed": "tests/browser/test_typed.py",
}


def modules() -> list[str]:
    """Every module by its path within ``analysis``; what a package re-exports is no module of its own."""
    found = (path.relative_to(ROOT / "analysis") for path in (ROOT / "analysis").rglob("*.py"))
    return sorted(path.with_suffix("").as_posix() for path in found if path.name != "__init__.py")


def mirrored(module: str) -> Path:
    path = Path(module)
    return ROOT / "tests" / path.parent / f"test_{path.name.strip('_')}.py"


@pytest.mark.parametrize("module", modules())
def test_every_module_has_its_test_file(module: str) -> None:
    """Oracle: the two trees."""
    if module in ELSEWHERE:
        assert not mirrored(module).exists(), f"{module} has its own test file: strike it off the list"
        assert (ROOT / ELSEWHERE[module]).is_file()
    else:
        assert mirrored(module).is_file(), f"analysis/{module}.py has no test file"


def test_the_list_names_modules_that_exist() -> None:
    assert sorted(set(ELSEWHERE) - set(modules())) == []
    assert list(modules())
