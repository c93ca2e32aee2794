"""A file for each leg. Oracle: the nights of both files added up by hand."""

import io

import openpyxl
import pytest

from analysis.journal import Journal, read_journal
from tests.journal.checks import assert_sound

ONE = "Date,Cramps\n2026-03-01,1\n2026-03-02,0\n2026-03-03,2\n"
OTHER = "Date,Cramps\n2026-03-01,1\n2026-03-02,0\n2026-03-03,1\n"


def read(files: dict[str, str]) -> Journal:
    journal = read_journal([(name, text.encode()) for name, text in files.items()])
    assert_sound(journal)
    return journal


def counts(journal: Journal) -> list[float | None]:
    return [None if count != count else count for count in journal.nights["cramps"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("left.csv", "right.csv"),
        ("cramps left leg.csv", "cramps right leg.csv"),
        ("Cramps_L.csv", "Cramps_R.csv"),
        ("CrampsLeft2026.csv", "CrampsRight2026.csv"),
        ("Krämpfe linkes Bein.csv", "Krämpfe rechtes Bein.csv"),
        ("jambe gauche.csv", "jambe droite.csv"),
        ("left calf.csv", "left foot.csv"),
    ],
)
def test_the_cramps_of_two_legs_add_up_by_the_names_of_their_files(one: str, other: str) -> None:
    """1 and 1, 0 and 0, 2 and 1."""
    journal = read({one: ONE, other: OTHER})
    assert counts(journal) == [2, 0, 3]
    assert all(receipt.rows.used == receipt.rows.read == 3 for receipt in journal.receipts)
    assert counts(read({other: OTHER, one: ONE})) == [2, 0, 3]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Date,Cramps left leg\n", "Date,Cramps right leg\n"),
        ("Datum,Krämpfe links\n", "Datum,Krämpfe rechts\n"),
        ("Left leg,\nDate,Cramps\n", "Right leg,\nDate,Cramps\n"),
    ],
)
def test_a_heading_or_a_title_tells_the_leg_as_well(one: str, other: str) -> None:
    first, second = (text.partition("\n")[2] for text in (ONE, OTHER))
    journal = read({"a.csv": one + first, "b.csv": other + second})
    assert counts(journal) == [2, 0, 3]
    assert journal.cramps["side"].tolist() == ["left", "right", "left", "left", "right"]


def test_two_sheets_of_a_workbook_are_two_legs() -> None:
    book = openpyxl.Workbook()
    for title, text in (("Left leg", ONE), ("Right leg", OTHER)):
        sheet = book.create_sheet(title)
        for row in text.splitlines():
            sheet.append(row.split(","))
    del book["Sheet"]
    kept = io.BytesIO()
    book.save(kept)
    assert counts(read_journal([("cramps.xlsx", kept.getvalue())])) == [2, 0, 3]


def test_a_night_of_one_leg_alone_is_no_night_without_a_cramp() -> None:
    """Of 4 March only the right leg is told: none, so that the night stays open; of the 5th it had one."""
    journal = read({"left.csv": ONE, "right.csv": OTHER + "2026-03-04,0\n2026-03-05,1\n"})
    assert counts(journal) == [2, 0, 3, None, 1]


def test_a_file_of_both_legs_beside_them_is_no_third_leg() -> None:
    """The whole diary says 2, 0 and 4: the larger number of a night counts, and nothing is added to it."""
    whole = "Date,Cramps\n2026-03-01,2\n2026-03-02,0\n2026-03-03,4\n"
    assert counts(read({"left.csv": ONE, "right.csv": OTHER, "diary.csv": whole})) == [2, 0, 4]


def test_files_of_the_same_leg_or_of_one_leg_alone_are_not_added() -> None:
    assert counts(read({"left.csv": ONE})) == [1, 0, 2]
    assert counts(read({"left.csv": ONE, "left copy.csv": ONE})) == [1, 0, 2]
    assert counts(read({"what is left.csv": ONE, "diary.csv": ONE})) == [1, 0, 2]
    assert counts(read({"left.csv": ONE, "copy of left.csv": ONE, "right.csv": OTHER})) == [2, 0, 3]


def test_lists_of_cramps_by_leg_stand_beside_each_other() -> None:
    """Dates alone: one of each leg in the first night, two of the left in the second."""
    journal = read({
        "cramps left.csv": "Date\n2026-03-01\n2026-03-03\n2026-03-03\n",
        "cramps right.csv": "Date\n2026-03-01\n",
    })  # fmt: skip
    assert journal.nights["cramps"].tolist() == [2, 0, 2]
    assert sorted(journal.cramps["side"]) == ["left", "left", "left", "right"]


def test_one_moment_in_both_lists_is_one_cramp_of_both_legs() -> None:
    """As in one list with a column for the leg: at 02:00 both, at 03:00 the right one."""
    journal = read({
        "cramps left.csv": "Date,Time\n2026-03-02,02:00\n",
        "cramps right.csv": "Date,Time\n2026-03-02,02:00\n2026-03-02,03:00\n",
    })  # fmt: skip
    assert journal.cramps["side"].tolist() == ["both", "right"]
    assert journal.receipts[0].rows.used == 1


JANUARY = "Date,Cramps\n2026-01-29,0\n2026-01-30,0\n2026-01-31,1\n"
FEBRUARY = "Date,Cramps\n2026-02-03,1\n2026-02-04,0\n2026-02-05,0\n"


def test_files_of_other_nights_keep_their_zeros() -> None:
    """0, 0, 1 of January and 1, 0, 0 of February; of the two nights between nothing is known."""
    journal = read({"left january.csv": JANUARY, "right february.csv": FEBRUARY})
    assert counts(journal) == [0, 0, 1, None, None, 1, 0, 0]
    assert (journal.never_says_none, journal.unlogged_assumed_cramp_free) == (False, False)
    assert journal.cramps["side"].tolist() == ["left", "right"]
    assert journal.nights["side"].dropna().tolist() == ["left", "right"]


def test_legs_add_up_in_each_of_two_months() -> None:
    """January 0, 0, 2 and February 2, 0, 0, each of two files of the same nights."""
    files = {"left january.csv": JANUARY, "right january.csv": JANUARY}
    files |= {"left february.csv": FEBRUARY, "right february.csv": FEBRUARY}
    assert counts(read(files)) == [0, 0, 2, None, None, 2, 0, 0]


def test_legs_of_one_time_need_not_share_their_nights() -> None:
    """Each tells of nights with a cramp alone: 1, 2, 1 and one of each in the last."""
    left, right = ("Date,Cramps\n" + rows for rows in ("2026-03-01,1\n2026-03-03,1\n2026-03-04,1\n",
                                                       "2026-03-02,2\n2026-03-04,1\n"))  # fmt: skip
    assert counts(read({"left.csv": left, "right.csv": right})) == [1, 2, 1, 2]


@pytest.mark.parametrize("zero", ["2026-03-02", "2026-02-27", "2026-03-09"])
def test_a_zero_of_one_leg_lets_no_night_be_assumed_free_of_cramps(zero: str) -> None:
    """Between, before and after the nights with a cramp; no cell is empty, and none is said to be."""
    rows = "Date,Cramps\n2026-03-01,1\n2026-03-04,2\n"
    journal = read({"left.csv": rows, "right.csv": f"{rows}{zero},0\n"})
    assert counts(journal) == [2, None, None, 4]
    assert not journal.unlogged_assumed_cramp_free
    said = [problem.problem for receipt in journal.receipts for problem in receipt.problems]
    assert any("a 0 that tells of a part of the night alone was taken as not logged" in one for one in said)
    assert not any("empty cell" in one for one in said)


def test_the_cramps_of_a_file_have_the_leg_or_muscle_that_its_name_says() -> None:
    """By hand: the nights with cramps of both files, and no place for a night without one."""
    calf = read({"left calf.csv": ONE, "left foot.csv": OTHER})
    assert set(calf.cramps["muscle"].dropna()) == {"calf", "foot"}
    assert set(calf.cramps["side"].dropna()) == {"left"}
