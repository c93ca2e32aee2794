"""Event logs of any app. Oracle: each log read by hand, with its ledger worked out night by night."""

import pytest

from analysis.journal import Journal, JournalError, read_journal

HEADER = "Icon,Action,UTC Time,Time Zone,City Name,Address,Coordinates,Note\n"


def read(text: str, name: str = "log.csv", **how: object) -> Journal:
    return read_journal([(name, text.encode())], **how)  # type: ignore[arg-type]


def ledger(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}


def cramp_nights(journal: Journal) -> dict[str, float]:
    return {night: count for night, count in ledger(journal).items() if count}


@pytest.mark.parametrize(
    ("first", "second"),
    [("01/03/2025 02:10", "14/03/2025 01:20"), ("3/1/2025 2:10", "3/14/2025 1:20"),
     ("2025-03-01 02:10:00", "2025-03-14 01:20:00"), ("01.03.2025 02:10", "14.03.2025 01:20")],
)  # fmt: skip
def test_when_did_i_saved_again_by_a_spreadsheet(first: str, second: str) -> None:
    """02:10 and 01:20 in London in March are the nights of 28 February and 13 March."""
    rows = "".join(f"x,Leg cramp,{moment},Europe/London,,,,\n" for moment in (first, second))
    assert cramp_nights(read(HEADER + rows)) == {"02-28": 1, "03-13": 1}


def test_the_order_that_was_chosen_counts_in_moments_of_utc_too() -> None:
    """01/03 and 02/03 are 1 and 2 March, or 3 January and 3 February; which is open, and said."""
    rows = "".join(f"x,Leg cramp,0{at}/03/2025 12:10,Europe/London,,,,\n" for at in (1, 2, 4))
    journal = read(HEADER + rows)
    assert journal.receipts[0].date_order_open
    assert cramp_nights(journal) == {"03-01": 1, "03-02": 1, "03-04": 1}
    other = read(HEADER + rows, date_order="mdy")
    assert cramp_nights(other) == {"01-03": 1, "02-03": 1, "04-03": 1}


@pytest.mark.parametrize(
    ("zone", "night"),
    [("BST", "03-01"), ("CET", "03-01"), ("MESZ", "03-01"), ("PDT", "03-01"), ("NZST", "03-02"),
     ("UTC+0530", "03-02")],
)  # fmt: skip
def test_zones_by_their_abbreviation(zone: str, night: str) -> None:
    """By hand: 2 March 08:00 UTC is 09:00, 09:00, 10:00 and 01:00 there, still the night of 1 March; at
    20:00 and 13:30 it is that of 2 March.
    """
    text = HEADER + f"x,Leg cramp,2025-03-02 08:00:00,{zone},,,,\nx,Tea,2025-03-02 08:00:00,UTC,,,,\n"
    assert cramp_nights(read(text)) == {night: 1}


def test_daylio_without_activities_says_that_there_are_none() -> None:
    text = (
        'full_date,date,weekday,time,mood,activities,note\n2025-03-01,March 1,Saturday,9:00 pm,good,"",""\n'
    )
    with pytest.raises(JournalError, match="no activities"):
        read(text)
