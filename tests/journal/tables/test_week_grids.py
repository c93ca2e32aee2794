"""Sheets with a week a row and its days across. Oracle: each sheet read by hand."""

import pytest

from analysis.journal import Journal, JournalError, read_journal

# Monday 2 to Sunday 15 March 2026.
NIGHTS = {"03-02": 1, "03-05": 2, "03-12": 1, "03-15": 1}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEEKS = "2026-03-02,1,0,0,2,0,0,0\n2026-03-09,0,0,0,1,0,0,1\n"


def read(text: str, name: str = "leg cramps.csv", **how: object) -> Journal:
    return read_journal([(name, text.encode())], **how)  # type: ignore[arg-type]


def cramps(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items() if count}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("leg cramps.csv", "Week of,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n" + WEEKS),
        ("leg cramps.csv", "Date,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n" + WEEKS),
        ("diary.csv", "Leg cramps,,,,,,,\nWeek of,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n" + WEEKS),
        ("a.csv", "Week," + ",".join(f"{day} cramps" for day in DAYS) + "\n" + WEEKS),
        (
            "Wadenkrämpfe.csv",
            "Woche vom;Mo;Di;Mi;Do;Fr;Sa;So\n02.03.2026;1;0;0;2;0;0;0\n09.03.2026;0;0;0;1;0;0;1\n",
        ),
        (
            "crampes.csv",
            "Semaine du;lundi;mardi;mercredi;jeudi;vendredi;samedi;dimanche\n02/03/2026;1;0;0;2;0;0;0\n"
            "09/03/2026;0;0;0;1;0;0;1\n",
        ),
    ],
)  # fmt: skip
def test_each_day_of_a_week_is_a_night(name: str, text: str) -> None:
    """Fourteen nights with 1, 2, 1 and 1 cramps; of a date in two orders the weekday decides."""
    journal = read(text, name)
    assert cramps(journal) == NIGHTS
    assert len(journal.nights) == int(journal.nights["logged"].sum()) == 14
    assert (journal.receipts[0].rows.read, journal.receipts[0].rows.used) == (14, 14)
    assert any("each of its days was read as a row" in p.problem for p in journal.receipts[0].problems)


def test_a_week_may_begin_on_sunday_and_have_its_total_and_remarks() -> None:
    """The sum of the week is no day of it; its remark is of none, and is listed."""
    text = (
        "Week of,Sun,Mon,Tue,Wed,Thu,Fri,Sat,Total,Notes\n03/01/2026,1,0,0,2,0,0,0,3,bad week\n"
        "03/08/2026,0,0,0,1,0,0,1,2,\nTotal,1,0,0,3,0,0,1,5,\n"
    )
    journal = read(text)
    assert cramps(journal) == {"03-01": 1, "03-04": 2, "03-11": 1, "03-14": 1}
    rows = journal.receipts[0].rows
    assert (rows.read, rows.used, rows.rejected) == (15, 14, 1)
    assert any("bad week" in cell for row in journal.receipts[0].raw_rejected.rows for cell in row)
    (listed,) = [problem for problem in journal.receipts[0].problems if problem.action == "rejected"]
    assert (listed.row, listed.problem[:24], listed.hint) == (2, "a remark about no one da", "")


@pytest.mark.parametrize("remark", ["3", "7.5", "2 glasses"])
def test_a_number_under_remarks_is_a_remark(remark: str) -> None:
    """The fourteen nights stand, and the number is listed; under no name at all it may count anything."""
    text = (
        "Week of,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Notes\n2026-03-02,1,0,0,2,0,0,0,{}\n"
        "2026-03-09,0,0,0,1,0,0,1,bad week\n"
    )
    journal = read(text.format(remark))
    assert cramps(journal) == NIGHTS
    rows = journal.receipts[0].rows
    assert (rows.read, rows.used, rows.rejected) == (16, 14, 2)
    assert any(remark in row for row in journal.receipts[0].raw_rejected.rows)
    with pytest.raises(JournalError, match="about a week"):
        read(text.format("3").replace("Notes", ""))


@pytest.mark.parametrize(
    "text",
    [
        "Week of,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n2026-03-01,1,0,0,2,0,0,0\n",  # a Sunday
        "Leg cramps,,,,,,,\nDate,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n2026-03-04,1,0,0,2,0,0,0\n",
        "Week of,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Extra\n2026-03-02,1,0,0,2,0,0,0,4\n",
    ],
)
def test_a_week_that_its_first_day_does_not_date_is_asked_about(text: str) -> None:
    """No row of a week is one night, whatever its date."""
    with pytest.raises(JournalError, match="about a week"):
        read(text)


def test_weeks_of_something_else_are_no_cramps() -> None:
    text = "Week of,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n2026-03-02,1000,2000,3000,4000,5000,6000,1000\n"
    journal = read(text, "steps.csv")
    assert journal.nights.empty
    assert journal.days["steps"].tolist() == [1000, 2000, 3000, 4000, 5000, 6000, 1000]
    with pytest.raises(JournalError):
        read(text.replace("000", ""), "diary.csv")
