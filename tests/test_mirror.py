"""Every module has its test file: ``tests/<path>/test_<module>.py`` for ``analysis/<path>/<module>.py``.

Those that have none yet stand below with the file that tests them in its stead. The list only shrinks: a
module that got its own file is struck off, a new module comes with one.
"""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = {
    "as_data": "tests/test_review.py",
    "family": "tests/test_review.py",
    "faults": "tests/screen/test_faults.py",
    "options": "tests/test_main.py",
    "review_options": "tests/test_main.py",
    "charts/intervals": "tests/charts/test_bars.py",
    "charts/script": "tests/report/test_page.py",
    "charts/template": "tests/charts/test_every_figure.py",
    "cohort/command": "tests/cohort/test_runs.py",
    "cohort/folders": "tests/cohort/test_runs.py",
    "cohort/rows": "tests/cohort/test_runs.py",
    "executor/contract": "tests/executor/test_processes.py",
    "journal/earlier": "tests/report/test_reading_back.py",
    "journal/file_tables": "tests/journal/test_files.py",
    "journal/line_tables": "tests/journal/exports/test_dated_lines.py",
    "journal/model": "tests/journal/test_reading.py",
    "journal/people_in_names": "tests/journal/test_people.py",
    "journal/silent": "tests/test_hostile_text.py",
    "journal/cells/japanese_dates": "tests/journal/cells/test_dates.py",
    "journal/columns/kinds": "tests/journal/columns/test_other_files.py",
    "journal/columns/looks": "tests/journal/columns/test_timed_logs.py",
    "journal/columns/medicine_columns": "tests/journal/medicines/test_record.py",
    "journal/columns/planning": "tests/journal/columns/test_other_files.py",
    "journal/columns/read_as": "tests/journal/medicines/test_programs.py",
    "journal/columns/plans": "tests/journal/columns/test_about_cramps.py",
    "journal/entries/hour_columns": "tests/journal/entries/test_readers.py",
    "journal/entries/tablet_counts": "tests/journal/medicines/test_record.py",
    "journal/exports/activity_lists": "tests/journal/exports/test_more_devices.py",
    "journal/exports/amounts_in_lines": "tests/journal/exports/test_said_in_lines.py",
    "journal/exports/converted": "tests/journal/exports/test_known.py",
    "journal/exports/device_moments": "tests/journal/exports/test_device_tables.py",
    "journal/exports/event_cramps": "tests/journal/exports/test_event_logs.py",
    "journal/exports/event_parts": "tests/journal/exports/test_event_logs.py",
    "journal/exports/event_shape": "tests/journal/exports/test_event_logs.py",
    "journal/exports/event_tables": "tests/journal/exports/test_event_logs.py",
    "journal/exports/settled_lines": "tests/journal/exports/test_dated_lines.py",
    "journal/medicines/nightly_doses": "tests/journal/medicines/test_record.py",
    "journal/tables/cramp_headings": "tests/journal/columns/test_about_cramps.py",
    "journal/tables/grids": "tests/journal/tables/test_layout.py",
    "journal/tables/reshaping": "tests/journal/tables/test_turned.py",
    "journal/tables/sheets": "tests/journal/tables/test_layout.py",
    "journal/tables/worksheets": "tests/journal/tables/test_unpacking.py",
    "measures/results": "tests/measures/test_frequency.py",
    "measures/still_holds": "tests/measures/test_what_it_would_take.py",
    "measures/model/marginal": "tests/measures/model/test_count_model.py",
    "report/inside": "tests/report/test_reading_back.py",
    "report/json_form": "tests/report/test_forms.py",
    "report/svg": "tests/report/test_page.py",
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
    "words/chances": "tests/words/test_plans.py",
    "words/questions": "tests/words/test_labels.py",
    "words/without_direction": "tests/words/test_medications.py",
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
