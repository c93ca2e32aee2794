"""Tables of sleep with a date and the moments of each sleep. Oracle: the night that holds each sleep."""

from analysis.journal import Journal, read_journal
from tests.for_each import for_each

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")


def read(heading: str, *rows: str) -> Journal:
    return read_journal([DIARY, ("sleep.csv", "\n".join([heading, *rows]).encode())])


def sleep(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": hours for night, hours in journal.nights["sleep"].dropna().items()}


@for_each("zone", ["", "+01:00", ".000", ".000+0100", "Z", " +01:00"])
@for_each(
    "heading",
    [
        "date,bedtime_start,bedtime_end,sleep_hours",
        "date,Bedtime Start,Bedtime End,Sleep (h)",
        "date,Start,End,Sleep (h)",
        "date,startTime,endTime,Sleep (h)",
        "dateOfSleep,startTime,endTime,Sleep (h)",
        "Datum,Einschlafzeit,Aufwachzeit,Schlaf (h)",
        "Date,Début,Fin,Sommeil (h)",
    ],
)
def test_a_sleep_is_of_the_night_that_holds_it(heading: str, zone: str) -> None:
    """Begun at 00:26 on 2 March it is the night of the 1st, begun at 23:05 on the 2nd that of the 2nd."""
    begins, ends = (
        ("2025-03-02T00:26:00", "2025-03-02T23:05:00"),
        ("2025-03-02T07:30:00", "2025-03-03T07:27:00"),
    )
    rows = (
        f"2025-03-0{day},{begin}{zone},{end}{zone},{hours}"
        for day, begin, end, hours in zip((2, 3), begins, ends, (6.5, 7.5), strict=True)
    )
    journal = read(heading, *rows)
    assert sleep(journal) == {"03-01": 6.5, "03-02": 7.5}
    assert not journal.receipts[1].question


def test_steps_beside_a_sleep_stay_on_their_day() -> None:
    journal = read(
        "date,Total Sleep Duration,Bedtime Start,Bedtime End,Steps",
        "2025-03-02,23400,2025-03-02T00:26:00+01:00,2025-03-02T07:30:00+01:00,5000",
        "2025-03-03,27000,2025-03-02T23:05:00+01:00,2025-03-03T07:27:00+01:00,6000",
    )
    assert sleep(journal) == {"03-01": 6.5, "03-02": 7.5}
    assert {f"{day:%m-%d}": steps for day, steps in journal.days["steps"].items()} == {
        "03-02": 5000,
        "03-03": 6000,
    }
    assert journal.receipts[1].rows.used == 2


def test_a_day_from_midnight_on_is_no_sleep_that_began_at_midnight() -> None:
    journal = read(
        "Date,Start,End,Sleep (h)",
        "2025-03-01,2025-03-01 00:00,2025-03-02 00:00,6.5",
        "2025-03-02,2025-03-02 00:00,2025-03-03 00:00,7.5",
    )
    assert sleep(journal) == {"03-01": 6.5, "03-02": 7.5}
