"""What rows and names of events say of a cramp beside that it was. Oracle: each file read by hand."""

import pytest

from analysis.journal import Journal, read_journal
from analysis.journal.exports.event_names import cramps_of_kind, told_by_kind

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")


def read(text: str, name: str = "log.csv") -> Journal:
    return read_journal([(name, text.encode())])


def told(journal: Journal, name: str) -> dict[str, object]:
    return {f"{night:%m-%d}": value for night, value in journal.nights[name].dropna().items()}


@pytest.mark.parametrize(
    "heading",
    [
        "Date,What happened",
        "Date,Entry",
        "Date,Event",
        "Datum,Was war",
        "Fecha,Evento",
        "Date,Événement",
    ],
)
def test_counts_and_times_in_the_words_of_a_kind_are_read(heading: str) -> None:
    """Two cramps at 23:00 and 04:10 in the night of 5 May, one at 04:25 on the 7th, none on the 6th."""
    text = (
        f'{heading}\n2025-05-05,"2 cramps at 23:00, 04:10"\n2025-05-06,nothing\n'
        '2025-05-07,"1 cramp at 04:25, left calf, pain 7"\n2025-05-08,no cramp\n'
    )
    journal = read(text)
    assert told(journal, "cramps") == {"05-05": 2, "05-06": 0, "05-07": 1, "05-08": 0}
    assert told(journal, "onset") == {"05-05": "23:00; 04:10", "05-07": "04:25"}
    assert told(journal, "severity") == {"05-07": 7}
    assert told(journal, "side") == {"05-07": "left"}
    assert told(journal, "muscle") == {"05-07": "calf"}
    assert journal.receipts[0].rows.used == 4


@pytest.mark.parametrize(
    ("heading", "lasted"),
    [("Side,Lasted", "8 min"), ("Leg,How long", "8 minutes"), ("Side,Duration (min)", "8")],
)
def test_side_and_length_of_a_logged_cramp_are_its_own(heading: str, lasted: str) -> None:
    text = f"Date and time,What,Pain,{heading}\n03/02/2026 03:05,leg cramp,2,left,{lasted}\n"
    text += f"13/02/2026 23:55,leg cramp,4,right,{lasted}\n14/02/2026 05:00,walk,,,30\n"
    journal = read(text)
    assert told(journal, "cramps")["02-02"] == 1
    assert told(journal, "side") == {"02-02": "left", "02-13": "right"}
    assert told(journal, "duration") == {"02-02": 8, "02-13": 8}
    assert told(journal, "severity") == {"02-02": 2, "02-13": 4}


def test_nothing_beside_other_events_is_no_night_without_a_cramp() -> None:
    journal = read("Date,Event\n2025-05-05,leg cramp\n2025-05-06,nothing\n2025-05-07,swimming\n")
    assert "05-06" not in told(journal, "cramps") or journal.unlogged_assumed_cramp_free


def test_the_leg_cramps_of_a_list_of_migraines_are_asked_about() -> None:
    text = "Started,Lasted,Pain level,Symptoms\n1 Mar 2025 02:10,1 hr,7,Leg cramps\n"
    text += "14 Mar 2025 03:10,00:07,3,Nausea\n"
    journal = read_journal([DIARY, ("Migraine Buddy.csv", text.encode())])
    assert told(journal, "cramps") == {"03-01": 0, "03-02": 1, "03-03": 0}
    assert "severity" not in journal.nights
    assert journal.receipts[1].question == "are_these_leg_cramps"


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("2 cramps at 23:00, 04:10", 2),
        ("two cramps 02:10 and 04:45", 2),
        ("1 cramp at 04:25, left calf, pain 7", 1),
        ("cramp cream 2%", None),
        ("leg cramp in nap", None),
        ("2 crampes à 2h et 4h", None),
    ],
)
def test_how_many_cramps_a_kind_with_numbers_is(kind: str, count: float | None) -> None:
    assert cramps_of_kind(kind) == count
    assert bool(told_by_kind(kind)) == (count is not None)
