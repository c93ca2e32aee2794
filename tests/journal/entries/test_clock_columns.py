"""Clock times and lengths of a column. Oracle: each column read by hand."""

import pytest

from analysis.journal import Journal, read_journal
from tests.for_each import for_each


def read(header: str, cells: list[str]) -> Journal:
    rows = "".join(f"2025-01-{at:02d},{at % 2},{cell}\n" for at, cell in enumerate(cells, start=1))
    return read_journal([("diary.csv", f"Night of,Cramps,{header}\n{rows}".encode())])


@for_each(
    "header",
    [
        "Cramp time (min)", "Time (min)", "Cramp time in minutes", "Krampfzeit (Min.)", "Heure (min)",
        "cramp_time_min", "Minutes of cramp time", "Ended (min)",
    ],
)  # fmt: skip
def test_a_time_in_minutes_is_a_length_and_no_clock_time(header: str) -> None:
    """One cramp of 5 minutes, one of 10; none began at five or ten o'clock."""
    journal = read(header, ["5", "", "10"])
    assert journal.cramps["duration"].tolist() == [5, 10]
    assert journal.cramps["onset"].isna().all()


def test_a_time_in_seconds_and_one_of_a_stopwatch_are_lengths() -> None:
    assert read("Cramp time [sec]", ["90", "", "30"]).cramps["duration"].tolist() == [1.5, 0.5]
    assert read("Time (mm:ss)", ["5:30", "", "1:00"]).cramps["duration"].tolist() == [5.5, 1]


def test_a_time_of_the_clock_keeps_its_hours() -> None:
    """A heading may say that hours or hours and minutes are written; that is no length."""
    for header in ("Time (hh:mm)", "Heure (h)", "Cramp time", "Time(s)", "Cramp time(s)"):
        journal = read(header, ["02:10", "", "4"])
        assert [onset.hour for onset in journal.cramps["onset"]] == [2, 4], header


@pytest.mark.parametrize("cells", [["5", "", "45"], ["5 min", "", "10"]])
def test_numbers_beside_one_that_is_no_hour_are_no_clock_times(cells: list[str]) -> None:
    """5 beside 45 is as well a length: it is asked about, and a person's answer reads all as lengths."""
    journal = read("Cramp time", cells)
    assert journal.cramps["onset"].isna().all()
    assert sum(problem.action == "set_aside" for problem in journal.receipts[0].problems) == 2
    rows = "".join(f"2025-01-{at:02d},{at % 2},{cell}\n" for at, cell in enumerate(cells, start=1))
    file = ("diary.csv", f"Night of,Cramps,Cramp time\n{rows}".encode())
    mapped = read_journal([file], mapping={"Cramp time": "duration"})
    assert mapped.cramps["duration"].tolist() == [5, 45 if "45" in cells else 10]


def test_seconds_or_several_times_leave_a_bare_number_open() -> None:
    """ "Time (s)" may be several times or seconds: 02:10 is a clock time, 40 and 4 are asked about."""
    journal = read("Time (s)", ["02:10", "", "40", "", "4"])
    assert [onset.hour for onset in journal.cramps["onset"].dropna()] == [2]
    assert "duration" not in journal.cramps or journal.cramps["duration"].isna().all()


@pytest.mark.parametrize("behind", [("+02:00", "+01:00"), ("-04:00", "-05:00"), ("+0200", "+0100")])
def test_an_offset_behind_a_clock_time_is_no_time_and_tells_two_cramps_apart(
    behind: tuple[str, str],
) -> None:
    """The hour that comes twice when the clocks go back, and a cramp in each of them."""
    summer, winter = behind
    rows = f"2025-10-26,02:30{summer}\n2025-10-26,02:30{winter}\n2025-10-27,03:30{winter}\n"
    journal = read_journal([("log.csv", f"Date,Cramp time\n{rows}".encode())])
    assert [f"{onset:%H:%M}" for onset in journal.cramps["onset"]] == ["02:30", "02:30", "03:30"]
    assert journal.nights["cramps"].tolist() == [2, 1]


def test_times_joined_by_a_plus_are_several_where_others_stand_alone() -> None:
    text = "Date,Cramp time\n2025-03-01,02:30+04:00\n2025-03-02,03:10\n"
    assert read_journal([("log.csv", text.encode())]).cramps.shape[0] == 3
