"""Journals as people write them, each with the ledger that a careful person reads in it.

The oracle is stated by hand beside every file: what each night says, in the words of ``why``. A night
without an entry is None and never 0.
"""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd
import pytest

from analysis.journal import Journal, JournalError, read_journal
from tests.for_each import for_each
from tests.journal.checks import assert_sound

TODAY = date(2026, 11, 23)
Files = str | dict[str, str]


@dataclass(frozen=True)
class Case:
    """One journal: its files, why it has to be read so, and what each night says."""

    name: str
    files: Files
    why: str
    ledger: dict[str, int | None] = field(default_factory=dict)


def read(files: Files) -> Journal:
    named = {"diary.csv": files} if isinstance(files, str) else files
    return read_journal([(name, text.encode()) for name, text in named.items()], today=TODAY)


def ledger_of(journal: Journal) -> dict[str, int | None]:
    table = journal.nights
    assert isinstance(table.index, pd.DatetimeIndex)
    return {
        f"{night:%Y-%m-%d}": None if cramps != cramps else int(cramps)
        for night, cramps in zip(table.index, table["cramps"], strict=True)
    }


def complete(ledger: dict[str, int | None]) -> dict[str, int | None]:
    """The ledger with every night from its first to its last."""
    nights = pd.date_range(min(ledger), max(ledger))
    return {f"{night:%Y-%m-%d}": ledger.get(f"{night:%Y-%m-%d}") for night in nights}


LEDGERS = [
    Case(
        "a number beside a yes",
        "Date,Cramp (Y/N),Number,Severity\n2025-03-01,Y,3,5\n2025-03-02,N,,\n2025-03-03,Y,1,2\n",
        "beside the answer the number counts the cramps",
        {"2025-03-01": 3, "2025-03-02": 0, "2025-03-03": 1},
    ),
    Case(
        "a count of calf cramps in Dutch",
        "Nacht van;Aantal kuitkrampen;Pijn;Tijd\n1 maart 2025;1;erg;om 2.10 uur\n2 maart 2025;geen;;\n"
        "3 maart 2025;2;licht;\n",
        "the column counts cramps; geen is none",
        {"2025-03-01": 1, "2025-03-02": 0, "2025-03-03": 2},
    ),
    Case(
        "a count of calf cramps in German",
        "Nacht vom;Anzahl Wadenkrämpfe;Stärke (0-10)\n01./02.03.2025;2;6\n02./03.03.2025;keine;\n",
        "the column counts cramps, and two dates name the night between them",
        {"2025-03-01": 2, "2025-03-02": 0},
    ),
    Case(
        "a scale in the header of the cramps",
        "Date,Cramps (0-10)\n2025-01-01,7\n2025-01-02,0\n2025-01-03,4\n",
        "7 out of 10 is how bad the cramp was, and no seven cramps",
        {"2025-01-01": 1, "2025-01-02": 0, "2025-01-03": 1},
    ),
    Case(
        "no cramps as a column of ticks",
        "Date,Cramps,No cramps\n2025-01-01,x,\n2025-01-02,,x\n2025-01-03,x,\n",
        "a tick under no cramps, beside ticks under cramps, says that there was none",
        {"2025-01-01": 1, "2025-01-02": 0, "2025-01-03": 1},
    ),
    Case(
        "number of cramps in short",
        "Date,No. cramps\n2025-01-01,2\n2025-01-02,0\n",
        "No. is a number",
        {"2025-01-01": 2, "2025-01-02": 0},
    ),
    Case(
        "a time in every row",
        "Date,Time,Cramp\n2025-01-01,22:00,no\n2025-01-02,22:30,no\n2025-01-03,02:00,yes\n2025-01-04,23:00,no\n",
        "nights without a cramp have a time too, so that a time is no cramp",
        {"2025-01-01": 0, "2025-01-02": 0, "2025-01-03": 1, "2025-01-04": 0},
    ),
    Case(
        "weekday in a column of its own",
        "Date,Day,Cramps\n01/04/2025,Tue,1\n02/04/2025,Wed,0\n03/04/2025,Thu,0\n",
        "1 April 2025 was a Tuesday, 4 January a Saturday",
        {"2025-04-01": 1, "2025-04-02": 0, "2025-04-03": 0},
    ),
    Case(
        "woke column",
        "Date,Cramps,Calf,Foot,Woke?\n2025-01-01,2,yes,no,y\n2025-01-02,0,,,\n",
        "a column about waking says nothing of what a date means, so a date is the evening",
        {"2025-01-01": 2, "2025-01-02": 0},
    ),
    Case(
        "cramps that woke me",
        "Date,Cramps,Woke me up,Woke at\n2025-01-01,1,y,02:10\n2025-01-02,0,,\n",
        "neither the waking nor its clock time moves the date",
        {"2025-01-01": 1, "2025-01-02": 0},
    ),
    Case(
        "last night in the header of the count",
        "Date,How many cramps last night?\n2025-01-02,1\n2025-01-03,0\n",
        "the count is of last night, so that the night is that of the day before",
        {"2025-01-01": 1, "2025-01-02": 0},
    ),
    Case(
        "night ending",
        "Night ending,Cramps\n2025-01-02,1\n2025-01-03,0\n",
        "the night that ended on 2 January began on the evening of the 1st",
        {"2025-01-01": 1, "2025-01-02": 0},
    ),
    Case(
        "severity with zeros",
        "Date,Cramp severity (0-10)\n2025-01-01,0\n2025-01-02,6\n2025-01-03,0\n2025-01-04,\n"
        "2025-01-05,3\n2025-01-06,0\n",
        "pain above 0 is a cramp, 0 is none, and the empty cell says nothing",
        {
            "2025-01-01": 0,
            "2025-01-02": 1,
            "2025-01-03": 0,
            "2025-01-04": None,
            "2025-01-05": 1,
            "2025-01-06": 0,
        },
    ),
    Case(
        "row with a date alone",
        "Date,Time,Cramp pain\n2025-01-01,22:10,5\n2025-01-02,,\n2025-01-03,23:00,4\n",
        "the row of 2 January leaves time and pain empty: it says nothing, not that there was none",
        {"2025-01-01": 1, "2025-01-02": None, "2025-01-03": 1},
    ),
    Case(
        "two times and two pains",
        "Date,Time,Time,Cramp pain,Cramp pain\n2025-01-01,02:10,04:30,5,6\n2025-01-02,,,,\n"
        "2025-01-03,01:00,,4,\n",
        "a row is a night with a first and a second cramp; the empty row says nothing",
        {"2025-01-01": 2, "2025-01-02": None, "2025-01-03": 1},
    ),
    Case(
        "none in the time column",
        "Date,Time,Severity of the cramp,Leg\n10 March 2025,none,,\n11 March 2025,23:10,severe,left\n"
        "12 March 2025,no cramps,,\n"
        "13 March 2025,23:15,mild,right\n",
        "none and no cramps in the place of a time say that there was none",
        {"2025-03-10": 0, "2025-03-11": 1, "2025-03-12": 0, "2025-03-13": 1},
    ),
    Case(
        "left and right",
        "Date,Left leg cramps,Right leg cramps\n2025-01-01,1,0\n2025-01-02,0,0\n2025-01-03,1,2\n",
        "the cramps of both legs add up",
        {"2025-01-01": 1, "2025-01-02": 0, "2025-01-03": 3},
    ),
    Case(
        "total beside the sides",
        "Date,Cramps,Cramps (left),Cramps (right)\n2025-01-01,3,1,2\n2025-01-02,0,0,0\n2025-01-03,1,1,\n",
        "the number of all is the sum of the sides, and is not counted twice",
        {"2025-01-01": 3, "2025-01-02": 0, "2025-01-03": 1},
    ),
    Case(
        "calf and foot",
        "Date,Calf cramps,Foot cramps\n2025-01-01,1,1\n2025-01-02,0,0\n2025-01-03,2,0\n",
        "cramps of different muscles add up",
        {"2025-01-01": 2, "2025-01-02": 0, "2025-01-03": 2},
    ),
    Case(
        "start and end",
        "Date,Start,End,Cramp pain\n11/03/2025,23:50,00:02,6\n13/03/2025,02:30,02:34,5\n",
        "02:30 on the 13th is the night of the 12th; nothing was logged before 23:50 on the 11th",
        {"2025-03-11": 1, "2025-03-12": 1},
    ),
    Case(
        "a row for each cramp",
        "Date,Cramp?,Time,Pain\n2025-01-01,yes,02:10,5\n2025-01-01,yes,04:30,6\n2025-01-02,no,,\n"
        "2025-01-03,yes,01:15,3\n",
        "two rows of one night with different times are two cramps",
        {"2025-01-01": 2, "2025-01-02": 0, "2025-01-03": 1},
    ),
    Case(
        "diary of mornings beside a log",
        {
            "diary.csv": "Date,Cramps,Pain\n2025-01-02,1,6\n2025-01-03,0,\n2025-01-04,2,7\n",
            "log.csv": "Date and time,Pain\n2025-01-02 03:10,6\n2025-01-04 01:00,5\n2025-01-04 04:30,7\n",
        },
        "the diary fits the log's moments only if its dates are mornings, and then no cramp stands twice",
        {"2025-01-01": 1, "2025-01-02": 0, "2025-01-03": 2},
    ),
    Case(
        "diary of evenings beside a log",
        {
            "diary.csv": "Date,Cramps,Pain\n2025-01-01,1,6\n2025-01-02,0,\n2025-01-03,2,7\n",
            "log.csv": "Date and time,Pain\n2025-01-02 03:10,6\n2025-01-04 01:00,5\n2025-01-04 04:30,7\n",
        },
        "the same log with a diary of evenings gives the same ledger",
        {"2025-01-01": 1, "2025-01-02": 0, "2025-01-03": 2},
    ),
    Case(
        "cramps by day",
        "Date,Day cramps,Night cramps\n2025-03-01,1,2\n2025-03-02,0,0\n2025-03-03,3,1\n",
        "cramps by day are no cramps of the night",
        {"2025-03-01": 2, "2025-03-02": 0, "2025-03-03": 1},
    ),
    Case(
        "other cramps",
        "Date,Menstrual cramps,Stomach cramps,Leg cramps\n2025-03-01,1,5,0\n2025-03-02,2,4,1\n",
        "only the cramps of the legs count",
        {"2025-03-01": 0, "2025-03-02": 1},
    ),
    Case(
        "numbered cramps",
        "Date,Cramp 1 time,Cramp 1 pain,Cramp 2 time,Cramp 2 pain,Cramp 3 time,Cramp 3 pain\n"
        "2025-03-01,02:10,6,04:45,5,,\n2025-03-02,,,,,,\n2025-03-03,01:15,4,,,,\n",
        "the empty row says nothing, and there is one cramp for each time",
        {"2025-03-01": 2, "2025-03-02": None, "2025-03-03": 1},
    ),
    Case(
        "yes and how many",
        "Date,Cramps? (Y/N),How many,Worst (1-10)\n2025-01-01,Y,2,5\n2025-01-02,N,,\n"
        "2025-01-03,Y,,6\n2025-01-04,N,0,\n",
        "how many counts the cramps of the column beside it, and a yes alone is one",
        {"2025-01-01": 2, "2025-01-02": 0, "2025-01-03": 1, "2025-01-04": 0},
    ),
]


@pytest.mark.parametrize("case", LEDGERS, ids=lambda case: case.name)
def test_the_ledger_is_what_a_careful_person_reads(case: Case) -> None:
    """The oracle is the ledger beside each file, worked out by hand."""
    journal = read(case.files)
    assert_sound(journal)
    assert ledger_of(journal) == complete(case.ledger), case.why


NO_LEDGER = [
    Case(
        "ratings of anything", {"days.csv": "Date,Rating\n2025-01-01,4\n2025-01-02,5\n"}, "about leg cramps"
    ),
    Case("times of anything", {"days.csv": "Date,Time,Duration\n2025-01-01,22:10,4\n"}, "about leg cramps"),
    Case("ratings of moods", {"mood.csv": "Date,Rating\n2025-01-01,4\n2025-01-02,5\n"}, "something other"),
    Case("times of calls", {"calls.csv": "Date,Time,Duration\n2025-01-01,22:10,4\n"}, "something other"),
    Case(
        "weeks",
        "Week commencing,Cramps\n03/03/2025,4\n10/03/2025,2\n17/03/2025,5\n24/03/2025,0\n",
        "a week",
    ),
    Case("week in words", "Week,Cramps\n3 March 2025,4\n10 March 2025,2\n", "a week"),
    Case("cramps of a week", "Date,Cramps per week\n2025-03-03,4\n2025-03-10,2\n", "no column"),
    Case("menstrual cramps", "Date,Menstrual cramps,Mood\n2025-03-01,5,1\n2025-03-02,4,0\n", "no column"),
    Case(
        "unknown counts in a file about cramps",
        {"cramps.csv": "Date,Inner,Outer\n2025-01-01,1,0\n2025-01-02,0,0\n2025-01-03,1,2\n"},
        "could say how many",
    ),
]


@pytest.mark.parametrize("case", NO_LEDGER, ids=lambda case: case.name)
def test_what_is_no_night_is_refused_by_name(case: Case) -> None:
    """A total of weeks, other cramps, or a count under an unknown name is never made a night. ``why`` is a
    part of the sentence that the person reads.
    """
    with pytest.raises(JournalError, match=case.why):
        read(case.files)


def test_numbered_cramps_keep_their_own_pain() -> None:
    """By hand: the second cramp of 1 March, at 04:45, had pain 5, and that is no conflict."""
    journal = read(
        "Date,Cramp 1 time,Cramp 1 pain,Cramp 2 time,Cramp 2 pain\n2025-03-01,02:10,6,04:45,5\n"
        "2025-03-02,01:15,4,,\n"
    )
    found = [(f"{onset:%d %H:%M}", pain) for onset, pain in journal.cramps[["onset", "severity"]].to_numpy()]
    assert found == [("02 02:10", 6.0), ("02 04:45", 5.0), ("03 01:15", 4.0)]
    assert not [problem for problem in journal.receipts[0].problems if problem.action == "conflict"]


def test_an_end_gives_the_length() -> None:
    """By hand: 23:50 to 00:02 are 12 minutes, 02:30 to 02:34 are 4."""
    journal = read("Date,Start,End,Cramp pain\n11/03/2025,23:50,00:02,6\n13/03/2025,02:30,02:34,5\n")
    assert journal.cramps["duration"].tolist() == [12.0, 4.0]


def test_columns_that_disagree_on_the_cramps_are_listed() -> None:
    """By hand: 3 and 2 for one night; the larger counts and the conflict has its row."""
    journal = read("Date,Cramps,Night cramps\n2025-03-01,3,2\n2025-03-02,0,0\n")
    assert ledger_of(journal) == {"2025-03-01": 3, "2025-03-02": 0}
    assert [p.row for p in journal.receipts[0].problems if p.action == "conflict"] == [2]


def test_a_row_for_each_cramp_read_twice_changes_nothing() -> None:
    """The same file twice is the same journal: each night as before, every row of the second a duplicate."""
    text = "Date,Cramp?,Time,Pain\n2025-01-01,yes,02:10,5\n2025-01-01,yes,04:30,6\n2025-01-02,no,,\n"
    journal = read({"one.csv": text, "two.csv": text})
    assert_sound(journal)
    assert ledger_of(journal) == {"2025-01-01": 2, "2025-01-02": 0}
    assert [receipt.rows.duplicate for receipt in journal.receipts] == [0, 3]


COUNTS = {
    "FALSE": 0,
    "TRUE": 1,
    "✗": 0,
    "yes (3)": 3,
    "yes - 2": 2,
    "Y 2": 2,
    "none!": 0,
    "no cramp!": 0,
    "none that I remember": 0,
    "1*": 1,
    "2 cramps L calf": 2,
    "1 really bad one": 1,
    "two small ones": 2,
    "1 big, 2 small": 3,
    "1 left 1 right": 2,
    "|||": 3,
    "2am, 4am": 2,
    "left calf 2am (bad)": 1,
    "right foot 5am and left calf 6am": 2,
    "1 at 3am": 1,
    "3 x calf": 3,
    "2 (bad)": 2,
    "mild": 1,
    "No (slept well)": 0,
    "ok": None,
    "better": None,
    "done": None,
    "none recorded": None,
    "no idea": None,
    "not sure": None,
    "2 nights ago": None,
    "8/10": None,
    "20 mg": None,
    "1 2": None,
    "no - not sure": None,
    "0 - did not write it down": None,
    "none - well one small one": None,
    "none, 2 in the day": None,
    "yes - no": None,
    "ill": None,
    "up at 03:00 no cramps": None,
    "bed 22:30": None,
    "3:00 woke for toilet": None,
    "2 aspirin": None,
    "L5": None,
    "no - slept well": 0,
    "none, a quiet night": 0,
    "2:10 left calf": 1,
    "2 big ones": 2,
    "?": None,
    "100": None,
}


@for_each(("cell", "cramps"), COUNTS.items())
def test_a_cell_of_the_cramps_says_what_a_person_would_read(cell: str, cramps: int | None) -> None:
    """By hand: a number, an answer, clock times or a remark that begins with how many; what says nothing of
    cramps leaves the night open.
    """
    journal = read(f'Date,Cramps\n2025-01-01,0\n2025-01-02,"{cell}"\n2025-01-03,0\n')
    assert ledger_of(journal) == {"2025-01-01": 0, "2025-01-02": cramps, "2025-01-03": 0}


def test_the_clock_times_of_an_answer_are_when_the_cramps_began() -> None:
    """By hand: times in the place of the number, or beside it, are onsets; a number or a bare hour is none,
    and a column of onsets goes before them.
    """
    answers = ('"02:10, 04:45"', "none", "2 at 3 am", "23:50 left calf", "woke at 3", "2", "01:30-01:40")
    rows = "".join(f"2025-01-{day:02d},{answer}\n" for day, answer in enumerate(answers, 1))
    began = read(f"Date,Cramps\n{rows}").cramps.onset.dropna().dt.strftime("%d %H:%M").tolist()
    assert began == ["02 02:10", "02 04:45", "04 03:00", "04 23:50", "08 01:30"]
    assert read("Date,Cramps\n2025-01-01,1\n2025-01-02,bed 22:30\n").cramps.onset.isna().all()
    beside = read("Date,Cramps,Onset\n2025-01-01,02:10,02:40\n2025-01-02,none,\n")
    assert beside.cramps.onset.dt.strftime("%d %H:%M").tolist() == ["02 02:40"]


def test_an_answer_of_only_strength_is_a_cramp_of_that_strength() -> None:
    """By hand, mild 2, moderate 5, severe 8 of 10; a column of pain goes before the words."""
    answers = "".join(
        f"2025-01-0{day},{word}\n" for day, word in enumerate(("none", "mild", "severe", "yes"), 1)
    )
    nights = read(f"Date,Leg cramp\n{answers}").nights
    assert nights.cramps.tolist() == [0, 1, 1, 1]
    assert nights.severity.astype(object).where(nights.severity.notna(), None).tolist() == [None, 2, 8, None]
    beside = read("Date,Leg cramp,Pain\n2025-01-01,mild,6\n2025-01-02,none,0\n").nights
    assert beside.severity.tolist() == [6, 0]


def test_plus_and_minus_are_yes_and_no() -> None:
    """By hand: beside a plus a minus says none; alone, or beside numbers, it says nothing."""
    journal = read("Date,Cramps\n2025-01-01,+\n2025-01-02,-\n2025-01-03,++++\n")
    assert journal.nights.cramps.tolist() == [1, 0, 1]
    assert ledger_of(read("Date,Cramps\n2025-01-01,1\n2025-01-02,-\n2025-01-03,0\n"))["2025-01-02"] is None


FIELDS = [
    ("Steps", "5.2k", "steps", 5200),
    ("Steps", "8.000", "steps", 8000),
    ("Steps", "7 500", "steps", 7500),
    ("Steps (thousands)", "5.2", "steps", 5200),
    ("Walked (min)", "45", "activity", 45),
    ("Activity", "30 min walk", "activity", 30),
    ("Activity", "gardening 2 hours", "activity", 120),
    ("Activity", "walk 45", "activity", 45),
    ("Water (mL)", "2", "hydration", None),
    ("Water (L)", "2", "hydration", 2000),
    ("H2O (oz)", "64", "hydration", 1892.705892),
    ("Water (L)", "1 1/2 litres", "hydration", 1500),
    ("Water (L)", "500ml x 3", "hydration", 1500),
    ("Water (L)", "1 L (hot day)", "hydration", 1000),
    ("Water (L)", "one and a half litres", "hydration", 1500),
    ("Hours on my feet", "6", "standing", 6),
    ("Calf stretches before bed?", "yes", "stretching", True),
    ("TENS machine", "no", "electroanalgesia", False),
    ("Beers", "2", "alcohol", 2),
]


@for_each(("header", "cell", "name", "value"), FIELDS)
def test_a_field_of_the_day_is_read_with_its_unit(
    header: str, cell: str, name: str, value: float | bool | None
) -> None:
    """By hand: the unit stands in the header or the cell; 2 mL in a day is next to nothing and set aside."""
    journal = read(f'Date,Cramps,{header}\n2025-01-01,0,"{cell}"\n2025-01-02,1,\n')
    found = journal.days[name].iloc[0] if name in journal.days else None
    assert found is None if value is None else found == pytest.approx(value)
    assert bool(journal.receipts[0].problems) or value is not None


@for_each(
    ("header", "cell", "name", "value"),
    [
        ("How bad was the worst one? (0 = none, 10 = worst)", "7", "severity", 7.0),
        ("Worst (1 = mild, 5 = agony)", "4", "severity", 8.0),
        ("Severity", "seven", "severity", 7.0),
        ("How long did it last?", "3 mins approx", "duration", 3.0),
        ("How long did it last (mins)?", "10+ mins", "duration", 10.0),
        ("Duration", "1/2 min", "duration", 0.5),
        ("Duration", "5 mins each", "duration", 5.0),
        ("Duration", "2 min and 4 min", "duration", None),
        ("Which muscle?", "calf", "muscle", "calf"),
        ("Did it wake you?", "yes", "woke", True),
        ("Leg", "LR", "side", "both"),
        ("Time it started", "ten to four", "onset", "03:50"),
        ("Time", "5 to 3", "onset", None),
        ("Time", "twice: 2 and 4", "onset", "02:00; 04:00"),
    ],
)
def test_a_field_of_the_night_is_read_as_a_person_would(
    header: str, cell: str, name: str, value: float | bool | str | None
) -> None:
    """By hand: 4 out of 5 is 8 out of 10; "5 to 3" can be 02:55 or two times, and two lengths are not one."""
    journal = read(f'Date,Cramps,"{header}"\n2025-01-01,2,"{cell}"\n2025-01-02,0,\n')
    found = journal.nights[name].iloc[0] if name in journal.nights else None
    assert found == value
    assert ledger_of(journal) == {"2025-01-01": 2, "2025-01-02": 0}


def test_tea_and_coffee_add_up() -> None:
    """By hand: 3 cups of tea and 2 of coffee are 5 drinks."""
    journal = read("Date,Cramps,Tea (cups),Coffee (cups)\n2025-03-01,1,3,2\n2025-03-02,0,4,\n")
    assert journal.days["caffeine"].tolist() == [5.0, 4.0]


def test_a_weekday_settles_the_order_of_day_and_month() -> None:
    """By hand: only as day/month do these dates fall on the days that stand beside them."""
    journal = read("Date,Day,Cramps\n01/04/2025,Tue,1\n02/04/2025,Wed,0\n03/04/2025,Thu,0\n")
    assert (journal.receipts[0].date_order, journal.receipts[0].date_order_open) == ("dmy", False)


def test_every_glass_of_a_day_adds_up() -> None:
    """By hand: 250 and 500 mL on 1 January are 750; the same entry twice is one; a later correction of a
    whole day, with the time of writing, replaces and does not add.
    """
    glasses = (
        "Date,Time,Water (ml)\n2025-01-01,08:00,250\n2025-01-01,12:00,500\n"
        "2025-01-02,09:00,300\n2025-01-02,09:00,300\n"
    )
    diary = "Date,Cramps\n2025-01-01,1\n2025-01-02,0\n"
    journal = read({"diary.csv": diary, "water.csv": glasses})
    assert_sound(journal)
    assert journal.nights["hydration"].tolist() == [750.0, 300.0]
    written = "Timestamp,Water today (ml)\n2025-01-01 20:00,250\n2025-01-01 22:00,500\n"
    assert read({"diary.csv": diary, "form.csv": written}).nights["hydration"].iloc[0] == 500.0


def test_the_entry_of_an_app_is_no_time_of_a_cramp() -> None:
    """By hand: ticked at 8:30 on 3 January, the cramp was in the night of the 2nd, at no known time."""
    text = (
        "full_date,date,weekday,time,mood,activities,note_title,note\n"
        '2025-01-03,Jan 3,Friday,8:30 am,good,"walking | leg cramp","",""\n'
        '2025-01-01,Jan 1,Wednesday,10:00 pm,bad,"leg cramp | tv","",""\n'
    )
    journal = read({"daylio.csv": text})
    assert [f"{night:%Y-%m-%d}" for night in journal.cramps["night"]] == ["2025-01-01", "2025-01-02"]
    assert journal.cramps["onset"].isna().all()
    assert "activity" not in journal.days
