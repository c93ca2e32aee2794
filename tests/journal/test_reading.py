"""Files of every kind, each with the ledger that a careful person reads in it. The oracle is worked out by
hand.
"""

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analysis.journal import Journal, JournalError, mapping_from_json, mapping_to_json, read_journal
from analysis.journal.model import DatesMean
from tests.journal.checks import assert_sound
from tests.journal.test_robustness import workbook

TODAY = date(2026, 1, 1)


def read(*contents: str | bytes, **how: object) -> Journal:
    files = [(f"file {at}.csv", c.encode() if isinstance(c, str) else c) for at, c in enumerate(contents)]
    journal = read_journal(files, today=TODAY, **how)  # type: ignore[arg-type]
    assert_sound(journal)
    return journal


def ledger(journal: Journal) -> dict[str, float | None]:
    """The count of each night from the first to the last; None where it is not logged."""
    return {
        f"{night:%m-%d}": None if cramps != cramps else cramps
        for night, cramps in journal.nights["cramps"].items()
    }


def actions(journal: Journal, at: int = 0) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.action) for problem in journal.receipts[at].problems]


def test_three_states_and_the_first_and_last_logged_night() -> None:
    journal = read(
        "Date,Cramps,Water (mL)\n2024-02-28,,900\n2024-03-01,2,1500\n2024-03-02,,1800\n"
        "2024-03-04,0,\n2024-03-06,,700\n"
    )
    assert ledger(journal) == {"03-01": 2, "03-02": None, "03-03": None, "03-04": 0}
    assert journal.nights["hydration"].dropna().to_dict() == {
        pd.Timestamp("2024-03-01"): 1500,
        pd.Timestamp("2024-03-02"): 1800,
    }
    # Exposure days outside the ledger are kept and widen nothing.
    assert list(journal.days.index.strftime("%m-%d")) == ["02-28", "03-01", "03-02", "03-06"]


def test_device_days_alone_give_an_empty_ledger() -> None:
    journal = read("Date,Steps\n2024-03-01,5000\n2024-03-02,6000\n")
    assert journal.receipts[0].kind == "device days"
    assert len(journal.nights) == 0
    assert journal.nights.index.name == "night"
    assert journal.days["steps"].tolist() == [5000, 6000]


def test_a_yes_is_one_cramp_and_a_no_is_none() -> None:
    assert ledger(read("Night,Leg cramp?\n2024-03-01,yes\n2024-03-02,no\n2024-03-03,Y\n")) == {
        "03-01": 1,
        "03-02": 0,
        "03-03": 1,
    }


def test_several_cramps_in_one_cell_each_get_their_own_time() -> None:
    journal = read('Night of,Cramps,Time\n2024-03-01,2,"23:50, 04:45"\n2024-03-02,0,\n')
    assert journal.cramps["onset"].tolist() == [
        pd.Timestamp("2024-03-01 23:50"),
        pd.Timestamp("2024-03-02 04:45"),
    ]


def test_more_clock_times_than_cramps_count() -> None:
    journal = read('Date,Cramps,Time\n2024-03-01,1,"02:10, 04:45"\n2024-03-02,0,03:00\n')
    assert ledger(journal) == {"03-01": 2, "03-02": 1}
    assert actions(journal) == [(2, "repaired"), (3, "conflict")]


def test_a_cramp_log_goes_from_noon_to_noon() -> None:
    """02:30 on 12 March is the night of 11 March; 11:59 belongs to the night before, 12:00 to the night to
    come.
    """
    journal = read(
        "Time of cramp,Pain\n12/03/2024 02:30,5\n12/03/2024 11:59,4\n12/03/2024 12:00,3\n13/03/2024 23:10,6\n"
    )
    assert list(journal.cramps["night"].dt.day) == [11, 11, 12, 13]
    assert ledger(journal) == {"03-11": 2, "03-12": 1, "03-13": 1}


def test_a_journal_of_cramps_only_never_says_none() -> None:
    log = "Date and time,Pain\n2024-03-02 02:10,6\n2024-03-05 03:00,4\n"
    journal = read(log)
    assert (journal.never_says_none, journal.unlogged_assumed_cramp_free) == (True, True)
    assert ledger(journal) == {"03-01": 1, "03-02": 0, "03-03": 0, "03-04": 1}
    assert list(journal.nights_assumed.day) == [2, 3]
    unknown = read(log, unlogged="unknown")
    assert (unknown.never_says_none, unknown.unlogged_assumed_cramp_free) == (True, False)
    assert ledger(unknown) == {"03-01": 1, "03-02": None, "03-03": None, "03-04": 1}


def test_an_empty_cell_is_not_logged_even_where_no_night_says_none() -> None:
    journal = read("Date,Cramps,Water\n2024-03-01,2,1500\n2024-03-02,,1800\n2024-03-03,1,1700\n")
    assert ledger(journal) == {"03-01": 2, "03-02": None, "03-03": 1}
    assert (journal.never_says_none, journal.unlogged_assumed_cramp_free) == (True, False)
    assert any("not logged" in problem.problem for problem in journal.receipts[0].problems)
    assert (
        ledger(
            read("Date,Cramps,Water\n2024-03-01,2,1\n2024-03-02,,1\n2024-03-03,1,1\n", unlogged="cramp-free")
        )["03-02"]
        == 0
    )


def test_diary_and_log_of_one_night_the_larger_count() -> None:
    diary = "Night of,Cramps\n2024-03-01,2\n2024-03-02,0\n2024-03-03,1\n2024-03-04,0\n"
    log = (
        "Date and time,Pain\n2024-03-02 02:10,6\n2024-03-03 01:00,4\n2024-03-04 01:00,4\n2024-03-04 03:00,5\n"
    )
    journal = read(diary, log)
    assert ledger(journal) == {"03-01": 2, "03-02": 1, "03-03": 2, "03-04": 0}
    # The diary's 0 against a logged cramp is the listed conflict.
    assert actions(journal) == [(3, "conflict")]
    assert journal.cramps.groupby("night")["severity"].count().tolist() == [1, 1, 2]


def test_the_same_night_twice() -> None:
    """Identical: a duplicate. Different in one file: the larger count. In two files: the later one."""
    first = (
        "Date,Cramps\n2024-03-01,1\n2024-03-01,1\n2024-03-02,2\n2024-03-02,3\n2024-03-03,4\n2024-03-04,0\n"
    )
    journal = read(first)
    assert ledger(journal) == {"03-01": 1, "03-02": 3, "03-03": 4, "03-04": 0}
    rows = journal.receipts[0].rows
    assert (rows.read, rows.used, rows.duplicate, rows.rejected) == (6, 4, 1, 1)
    assert actions(journal) == [(3, "duplicate"), (4, "conflict")]
    later = read(first, "Date,Cramps\n2024-03-03,1\n")
    assert ledger(later)["03-03"] == 1
    assert later.receipts[0].rows.rejected == 2


def test_the_later_recorded_entry_wins_whatever_the_order() -> None:
    rows = ["2024-03-01,3,2024-03-02 08:00", "2024-03-01,1,2024-03-05 09:00", "2024-03-02,0,2024-03-03 08:00"]
    for order in (rows, rows[::-1]):
        journal = read("\n".join(["Night of,Cramps,Recorded at", *order]))
        assert ledger(journal) == {"03-01": 1, "03-02": 0}


def test_rows_that_add_to_each_other_are_both_used() -> None:
    journal = read("Date,Cramps,Water (mL)\n2024-03-01,1,\n2024-03-01,,1500\n2024-03-02,0,\n")
    assert journal.receipts[0].rows.used == 3
    assert journal.nights["hydration"].iloc[0] == 1500


def test_cramps_without_a_time_are_separate_in_one_file_and_the_larger_number_across_files() -> None:
    one, two = (
        "Date,Cramp pain\n2024-03-01,5\n2024-03-01,5\n",
        "Date,Cramp pain\n2024-03-01,5\n2024-03-01,5\n2024-03-01,2\n",
    )
    assert ledger(read(one)) == {"03-01": 2}
    assert ledger(read(one, two)) == ledger(read(two, one)) == {"03-01": 3}
    assert ledger(read(one, one)) == {"03-01": 2}


def test_a_cramp_with_the_same_clock_time_is_one() -> None:
    log = "Date and time,Pain\n2024-03-02 02:10,6\n2024-03-02 02:10,6\n"
    journal = read(log, log + "2024-03-02 04:00,3\n")
    assert ledger(journal) == {"03-01": 2}
    assert [receipt.rows.duplicate for receipt in journal.receipts] == [1, 2]


@pytest.mark.parametrize(
    ("header", "expected"),
    [("Date", "evening"), ("Night of", "evening"), ("Morning", "morning"), ("Night ending", "morning"),
    ("Nuit du", "evening")],
)  # fmt: skip
def test_the_header_of_the_date_decides_which_night_it_means(header: str, expected: DatesMean) -> None:
    journal = read(f"{header},Cramps,Water (mL)\n2024-03-02,1,1500\n2024-03-03,0,1600\n")
    assert journal.night_rule.dates_mean == expected
    assert journal.nights.index[0].day == (2 if expected == "evening" else 1)
    # The day's fields stay where they are, so that tomorrow's water never explains tonight.
    assert journal.days["hydration"].to_dict() == {
        pd.Timestamp("2024-03-02"): 1500,
        pd.Timestamp("2024-03-03"): 1600,
    }


def test_last_night_in_the_header_of_the_cramps_means_the_morning() -> None:
    journal = read("Date,Cramps last night,Water yesterday (mL)\n2024-03-02,1,1500\n2024-03-03,0,1600\n")
    assert journal.night_rule.dates_mean == "morning"
    assert journal.nights["hydration"].tolist() == [1500, 1600]


def test_the_time_of_writing_decides_and_a_clock_time_alone_does_not() -> None:
    rows = [f"2024-03-{day:02d},{day % 2},2024-03-{day:02d} 07:30" for day in range(2, 8)]
    assert read("\n".join(["Date,Cramps,Recorded at", *rows])).night_rule.dates_mean == "morning"
    rows = [f"2024-03-{day:02d},{day % 2},2024-03-{day + 1:02d} 07:30" for day in range(2, 8)]
    assert read("\n".join(["Date,Cramps,Recorded at", *rows])).night_rule.dates_mean == "evening"
    clock = read(
        "Date,Cramps,Time\n2024-03-02,1,02:10\n2024-03-03,1,03:10\n2024-03-04,0,\n2024-03-05,1,01:10\n"
    )
    assert clock.night_rule.dates_mean == "evening"


def test_a_dated_cramp_log_beside_the_diary_decides() -> None:
    days = [2, 3, 7, 8, 9, 15]
    diary = "Date,Cramps\n" + "".join(f"2024-03-{day:02d},{int(day in days)}\n" for day in range(1, 20))
    morning = "Date and time,Pain\n" + "".join(f"2024-03-{day:02d} 03:00,5\n" for day in days)
    assert read(diary, morning).night_rule.dates_mean == "morning"
    evening = "Date and time,Pain\n" + "".join(f"2024-03-{day:02d} 23:00,5\n" for day in days)
    assert read(diary, evening).night_rule.dates_mean == "evening"


def test_dates_mean_moves_only_the_nights_own_fields_and_undated_cramps() -> None:
    diary = "Date,Cramps,Pain,Water (mL)\n2024-03-05,1,7,1500\n2024-03-06,0,,1600\n"
    log, device = "Date and time,Pain\n2024-03-08 02:00,5\n", "Date,Steps\n2024-03-05,4000\n"
    dates = "Cramp dates\n2024-03-10\n"
    journal = read(diary, log, device, dates, dates_mean="morning")
    assert [night for night, count in ledger(journal).items() if count] == ["03-04", "03-07", "03-09"]
    assert journal.nights.loc["2024-03-04", "severity"] == 7
    assert journal.days.loc["2024-03-05"].to_dict() == {"hydration": 1500, "steps": 4000}


def test_a_changed_clock_loses_and_doubles_nothing() -> None:
    """The nights of 30 March and 26 October 2024 had 23 and 25 hours in Berlin; wall-clock times are never
    shifted.
    """
    journal = read(
        "Date and time,Pain\n2024-03-31 01:59,5\n2024-03-31 03:01,5\n2024-10-27 02:30,4\n2024-10-27 02:50,4\n"
    )
    assert journal.cramps["onset"].dt.strftime("%m-%d %H:%M").tolist() == [
        "03-31 01:59",
        "03-31 03:01",
        "10-27 02:30",
        "10-27 02:50",
    ]
    assert journal.cramps["night"].dt.strftime("%m-%d").tolist() == ["03-30", "03-30", "10-26", "10-26"]


def test_impossible_values_are_set_aside_and_listed_never_clipped() -> None:
    journal = read(
        "Date,Cramps,Pain,Duration (min),Water\n2024-03-01,1,14,400,20 L\n"
        "2024-03-02,0,,,2 L\n2031-03-01,1,,,\n2024-03-03,61,,,\n"
    )
    assert ledger(journal) == {"03-01": 1, "03-02": 0}
    assert not {"severity", "duration"} & set(journal.nights.columns)
    assert journal.days["hydration"].tolist() == [2000]
    listed = [(problem.row, problem.column, problem.action) for problem in journal.receipts[0].problems]
    assert listed == [
        (2, "Pain", "set_aside"), (2, "Duration (min)", "set_aside"), (2, "Water", "set_aside"),
        (4, "Date", "rejected"), (5, "Cramps", "set_aside"),
    ]  # fmt: skip


def test_changes_from_a_list_and_from_a_diary_are_one() -> None:
    listed = (
        "Date,Medicine,Change,Dose\n2024-03-02,Lasix,start,40 mg\n"
        "2024-03-20,Lasix 20mg,reduced,\n2024-04-01,Slow-Mag,started,\n"
    )
    diary = (
        "Night of,Cramps,Medication\n2024-03-02,1,started lasix\n2024-03-03,0,\n"
        "2024-03-09,0,stopped atorvastatin\n"
    )
    changes = read(listed, diary).changes
    assert list(zip(changes["night"].dt.strftime("%m-%d"), changes["generic"], changes["change"],
    strict=True)) == [
        ("03-02", "furosemide", "start"), ("03-09", "atorvastatin", "stop"), ("03-20", "furosemide",
        "decrease"),
        ("04-01", "magnesium chloride", "start"),
    ]  # fmt: skip
    assert changes["dose"].iloc[0] == 40


def test_a_list_of_medicines_with_dates() -> None:
    changes = read(
        "Name;Dose;Started;Stopped\nFurosemide;40 mg;01.03.2024;\nSlow-Mag;;01.02.2024;13.04.2024\n"
    ).changes
    assert changes["change"].tolist() == ["start", "start", "stop"]
    assert changes["medication"].tolist() == ["Slow-Mag", "Furosemide", "Slow-Mag"]


def test_what_was_taken_each_night_shows_a_start_and_a_stop() -> None:
    """Ten nights with one medicine, ten with a second one, ten without the first. A forgotten tablet is no
    change.
    """
    taken = ["amlodipine 5 mg"] * 10 + ["amlodipine 5 mg, magnesium 400 mg"] * 10 + ["magnesium 400 mg"] * 10
    taken[4] = ""
    rows = [f'2024-03-{at + 1:02d},{at % 2},"{text}"' for at, text in enumerate(taken)]
    changes = read("\n".join(["Date,Cramps,Medicines", *rows])).changes
    assert list(zip(changes["night"].dt.day, changes["generic"], changes["change"], strict=True)) == [
        (11, "magnesium", "start"), (21, "amlodipine", "stop"),
    ]  # fmt: skip


def test_blood_tests_long_and_wide() -> None:
    long = read(
        "Date;Test;Result;Unit;Range\n01.03.2024;Kalium;3,4;mmol/l;3,5-5,1\n13.03.2024;CK;<140;U/L;\n"
    ).measurements
    assert long[["result", "low", "high"]].fillna(-1).to_numpy().tolist() == [[3.4, 3.5, 5.1], [140, -1, -1]]
    wide = read("Date,Potassium (mmol/L),Magnesium (mmol/L)\n02/01/2024,3.4,0.7\n13/02/2024,4.1,\n")
    assert wide.measurements["test"].tolist() == ["Magnesium", "Potassium", "Potassium"]
    assert wide.receipts[0].rows.used == 2


def test_a_column_of_the_persons_own_is_taken_only_when_mapped() -> None:
    diary = (
        "Date,Cramps,Barometer,Mood,Weather\n2024-03-01,1,1013,yes,sun\n"
        "2024-03-02,0,1001,no,rain\n2024-03-03,0,995,no,rain\n"
    )
    plain = read(diary)
    assert not plain.own_fields
    assert [action for _, action in actions(plain)] == ["not_mapped"] * 3
    mapped = read(diary, mapping={"Barometer": "own", "Mood": "good_mood", "Weather": "own"})
    assert [(field.name, field.kind, field.is_exposure) for field in mapped.own_fields] == [
        ("barometer", "number", True), ("good_mood", "yes_no", True),
    ]  # fmt: skip
    assert mapped.nights["barometer"].tolist() == [1013, 1001, 995]
    # Words are no exposure that can be counted.
    assert [problem.column for problem in mapped.receipts[0].problems] == ["Weather"]


def test_a_mapped_column_is_the_cramps_and_the_mapping_comes_back_from_its_download() -> None:
    mapping = mapping_from_json(mapping_to_json({"headache": "cramps", "airq": "ignore"}))
    journal = read("date,airq,headache\n2024-03-01,9,yes\n2024-03-02,7,no\n", mapping=mapping)
    assert ledger(journal) == {"03-01": 1, "03-02": 0}
    with pytest.raises(ValueError, match="did you mean 'cramps'"):
        read("date,headache\n2024-03-01,yes\n", mapping={"headache": "crampz"})
    for wrong in ("", "[]", json.dumps({"mapping": {}}), "x" * 10):
        with pytest.raises(ValueError, match="mapping"):
            mapping_from_json(wrong)


def test_an_event_log_asks_which_kind_is_the_cramp() -> None:
    events = (
        "Icon,Action,UTC Time,Time Zone\n,Ouch,2024-03-01 01:10:00,Europe/Berlin\n"
        ",Walked dog,2024-03-01 08:00:00,Europe/Berlin\n"
        ",Ouch,2024-03-03 22:30:00,Europe/Berlin\n"
    )
    with pytest.raises(JournalError, match="which kind of event is the cramp") as raised:
        read(events)
    assert raised.value.receipts[0].event_kinds == ("Ouch", "Walked dog")
    journal = read(events, mapping={"kind:Ouch": "cramps"})
    assert journal.cramps["onset"].dt.strftime("%m-%d %H:%M").tolist() == ["03-01 02:10", "03-03 23:30"]
    rows = journal.receipts[0].rows
    assert (rows.read, rows.used, rows.rejected) == (3, 2, 1)


def test_a_file_of_several_people_asks_which_one() -> None:
    both = "id,date,cramps\nA,2024-03-01,1\nA,2024-03-02,0\nB,2024-03-01,0\nB,2024-03-02,3\n"
    other = "Date,Steps\n2024-03-01,4000\n"
    journal = read(both, other)
    assert journal.receipts[0].choices == ("A", "B")
    assert journal.receipts[0].person_column == "id"
    assert journal.days["steps"].tolist() == [4000]
    assert ledger(read(both, other, choose={"file 0.csv": "B"})) == {"03-01": 0, "03-02": 3}


def test_a_workbook_with_several_sheets(tmp_path: Path) -> None:
    book = workbook(
        ("Nights", [["Date", "Cramps", "Water (L)"], [date(2024, 3, 1), 1, 1.5], [date(2024, 3, 2), 0, 2]]),
        ("Medicines", [["Date", "Medicine", "Change"], [date(2024, 3, 2), "Lasix 40mg bd", "start"]]),
        ("Letter", [["Dear doctor"]]),
    )
    path = tmp_path / "diary.xlsx"
    path.write_bytes(book)
    journal = read_journal([path], today=TODAY)
    assert ledger(journal) == {"03-01": 1, "03-02": 0}
    assert journal.changes["generic"].tolist() == ["furosemide"]
    assert [receipt.name for receipt in journal.receipts] == ["diary.xlsx [Nights]", "diary.xlsx [Medicines]"]
    assert "Letter" in journal.receipts[0].problems[0].problem


def test_a_file_that_cannot_be_read_leaves_the_others() -> None:
    journal = read("Date,Cramps\n2024-03-01,1\n", b"%PDF-1.7", b"", "Date,Cramps\n")
    assert ledger(journal) == {"03-01": 1}
    assert [receipt.error is None for receipt in journal.receipts] == [True, False, False, False]
    with pytest.raises(JournalError) as raised:
        read(b"%PDF-1.7", b"")
    assert len(raised.value.receipts) == 2


def test_arguments_are_checked_by_name() -> None:
    with pytest.raises(ValueError, match=r"dates_mean is 'noon'; .* 'evening', 'morning'"):
        read("Date,Cramps\n2024-03-01,1\n", dates_mean="noon")


def test_a_glass_holds_what_the_person_says() -> None:
    diary = "Date,Cramps,Water (glasses)\n2024-03-01,1,6\n2024-03-02,0,8\n"
    assert read(diary).days["hydration"].tolist() == [1500, 2000]
    assert read(diary, glass_ml=200).days["hydration"].tolist() == [1200, 1600]


def test_a_side_that_stands_in_the_muscle_is_kept() -> None:
    """Oracle by hand: one column holds both, as people write it; a column of sides of its own goes before."""
    log = (
        b"date,time,location\n2025-01-03,2:31,toes\n2025-01-07,00:02,left foot\n2025-01-09,3:00,right calf\n"
    )
    cramps = read_journal([("cramp log.csv", log)]).cramps
    assert cramps["muscle"].tolist() == ["toes", "foot", "calf"]
    assert cramps["side"].fillna("").tolist() == ["", "left", "right"]
    both = b"date,time,muscle,side\n2025-01-07,00:02,left foot,right\n"
    assert read_journal([("cramp log.csv", both)]).cramps["side"].tolist() == ["right"]


def test_left_and_right_at_one_minute_are_one_cramp_of_both_legs() -> None:
    """By hand: three moments, of which two are of both legs, with the worse pain; nothing contradicts."""
    log = (
        "Time of cramp,Side,Pain\n2024-03-02 02:10,left,5\n2024-03-02 02:10,right,7\n"
        "2024-03-03 03:00,right,4\n2024-03-03 03:00,both,4\n2024-03-04 01:00,left,2\n"
    )
    journal = read(log)
    assert journal.cramps[["side", "severity"]].to_numpy().tolist() == [["both", 7], ["both", 4], ["left", 2]]
    assert (journal.receipts[0].rows.used, actions(journal)) == (5, [])
    diary = "Date,Cramps,Time,Side\n2024-03-02,1,02:10,left\n2024-03-02,1,02:10,right\n2024-03-03,0,,\n"
    assert ledger(read(diary)) == {"03-02": 1, "03-03": 0}
    assert read(diary).cramps["side"].tolist() == ["both"]


def test_another_file_that_names_another_leg_disagrees() -> None:
    """By the rule for two files: the later one counts, and the conflict is listed."""
    header = "Time of cramp,Side,Pain\n"
    journal = read(header + "2024-03-02 02:10,left,5\n", header + "2024-03-02 02:10,right,5\n")
    assert journal.cramps["side"].tolist() == ["right"]
    assert actions(journal) == [(2, "conflict")]


@pytest.mark.parametrize(
    ("header", "amounts"),
    [
        ("Water am (ml),Water pm (ml)", [1400, None]),
        ("Morning fluids (ml),Evening fluids (ml)", [1400, None]),
        ("Trinkmenge vormittags (ml),Trinkmenge abends (ml)", [1400, None]),
        ("Water (ml),Water pm (ml)", [500, 600]),
    ],
)
def test_parts_of_the_day_add_up_and_one_alone_is_no_day(header: str, amounts: list[float | None]) -> None:
    """By hand: 500 + 900 mL; where a part is empty the day is not known; a whole day stands by itself."""
    journal = read(f"Date,Cramps,{header}\n2025-03-01,1,500,900\n2025-03-02,0,600,\n")
    told = [None if amount != amount else amount for amount in journal.nights["hydration"]]
    assert told == amounts


def test_one_part_of_the_day_is_listed_and_not_used() -> None:
    """By hand: what was drunk before noon says nothing of the day."""
    journal = read("Date,Cramps,Water am (ml)\n2025-03-01,1,500\n2025-03-02,0,600\n")
    assert "hydration" not in journal.nights
    assert actions(journal) == [(None, "not_mapped")]


def test_times_of_writing_that_were_mended_are_said_once() -> None:
    """By hand: two Unix times in the column of when it was written; the cells are read, and how is said."""
    journal = read("Date,Cramps,Recorded at\n2025-03-01,1,1740900000\n2025-03-02,0,1740990000\n")
    assert actions(journal) == [(None, "assumed")]
    assert journal.receipts[0].problems[0].column == "Recorded at"
