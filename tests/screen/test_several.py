"""Several people's journals on screen. Oracle: files made here, and the same run without a screen."""

import pytest

from analysis import words
from analysis.cohort import How, row_of_files, run_cohort
from analysis.cohort.pooled import FEWEST
from analysis.executor import InProcess
from analysis.screen.several import journals_of
from tests.cohort.test_runs import diary
from tests.without_browser import dashboard

FILES = [(f"people/Anna {number}/diary.csv", diary(number).encode()) for number in range(FEWEST)]
BROKEN = ("people/Zoe/diary.xlsx", b"PK\x03\x04 nothing")


def test_the_table_and_the_forest_of_a_folder() -> None:
    """The pooled sentence is that of the run without a screen; what failed is counted, nobody named."""
    at = dashboard(120).run()
    at.session_state.files = [*FILES, BROKEN]
    at.session_state.several = True
    at.run()
    assert not at.exception
    said = " ".join(each.value for each in at.markdown)
    found = run_cohort(journals_of([*FILES, BROKEN]), InProcess(), How(), task=row_of_files)
    [group] = [each for each in found.pooled() if each.part == "exposures"]
    assert words.markdown(words.say_pooled(group)) in said
    assert words.markdown(words.say_cohort(FEWEST, 1)) in said
    assert len(at.get("plotly_chart")) == 1
    assert len(at.get("download_button")) == 2
    assert "Anna" not in said
    assert "Zoe" not in said


def test_files_that_name_several_people_are_asked_about() -> None:
    """Whose it is, is asked; one click looks at all together."""
    rows = [
        f"Night,Name,Cramps\n2025-03-01,{name},1\n2025-03-02,{name},0\n".encode() for name in ("Ann", "Bo")
    ]
    at = dashboard(120).run()
    at.session_state.files = [(f"{number}.csv", content) for number, content in enumerate(rows)]
    at.run()
    at.button(key="several").click().run()
    assert not at.exception
    assert "2 journals read" in " ".join(each.value for each in at.markdown)


@pytest.mark.parametrize(
    ("names", "journals"),
    [
        (["a/x/1.csv", "a/x/2.csv", "a/y/1.csv"], [2, 1]),
        (["x.csv", "y.csv"], [1, 1]),
        (["a/x.csv", "a/y.csv"], [1, 1]),
        (["a/x/1.csv", "a/y.csv"], [1, 1]),
        (["same.csv", "same.csv"], [1, 1]),
    ],
)
def test_a_sub_folder_is_one_journal_and_so_is_each_file_beside_it(
    names: list[str], journals: list[int]
) -> None:
    """By hand; so is each file beside the sub-folders."""
    assert [len(files) for _, files in journals_of([(name, b"") for name in names])] == journals
