"""Stretches of medicines from their changes, by hand."""

from datetime import date

import numpy as np

from analysis.journal import read_journal
from analysis.measures.medications import medication_periods
from analysis.measures.periods import Intake, medication_columns, single_intakes
from analysis.measures.windows import nights_of
from tests.journals import make_journal


def change(night, medication, what, dose=None, **more):
    return {"night": night, "medication": medication, "change": what, "dose": dose, "unit": "mg", **more}


def test_start_raise_and_stop_give_two_stretches_by_hand():
    """Oracle: started on 11 January, raised on the 21st, stopped on the 31st: two stretches of ten nights."""
    journal = make_journal(
        [0] * 60,
        start="2025-01-01",
        changes=[
            change(10, "Lasix", "start", 20, generic="furosemide"),
            change(20, "furosemide", "increase", 40, generic="furosemide"),
            change(30, "Lasix", "stop", generic="furosemide"),
        ],
    )
    first, second = medication_periods(journal)
    assert (first.start, first.end, first.dose) == (date(2025, 1, 11), date(2025, 1, 20), 20)
    assert (second.start, second.end, second.dose) == (date(2025, 1, 21), date(2025, 1, 30), 40)
    assert (first.medication, second.medication) == ("Lasix", "furosemide")
    assert (first.unit, second.unit) == ("mg", "mg")


def test_a_first_change_that_is_no_start_was_taken_before():
    """Oracle: what is stopped or raised was being taken; its beginning and dose are not known."""
    journal = make_journal(
        [0] * 30, changes=[change(10, "quinine", "stop"), change(12, "statin", "decrease", 10)]
    )
    quinine, before, after = medication_periods(journal)
    assert (quinine.start, quinine.dose, quinine.end) == (None, None, date(2025, 1, 15))
    assert (before.start, before.end) == (None, date(2025, 1, 17))
    assert (after.start, after.dose, after.end) == (date(2025, 1, 18), 10, None)


def test_order_of_the_rows_changes_nothing():
    """Oracle: the same changes, shuffled."""
    told = [
        change(5, "a", "start", 1),
        change(15, "a", "stop"),
        change(8, "b", "start", 2),
        change(20, "a", "start", 3),
    ]
    periods = medication_periods(make_journal([0] * 30, changes=told))
    shuffled = medication_periods(make_journal([0] * 30, changes=[told[i] for i in (3, 1, 0, 2)]))
    assert set(periods) == set(shuffled)
    assert len(periods) == 3


def test_columns_say_on_which_nights_each_medicine_was_taken():
    """Oracle: by hand; a medicine on fewer than 14 nights and one that is never off have no column."""
    journal = make_journal(
        [0] * 60,
        changes=[
            change(20, "a", "start", 1),
            change(20, "same", "start", 1),
            change(40, "a", "increase", 2),
            change(50, "late", "start", 1),
            change(-5, "always", "start", 1),
        ],
    )
    columns = medication_columns(journal, nights_of(journal))
    assert set(columns) == {"a", "a, dose 2"}
    assert np.flatnonzero(columns["a"]).tolist() == list(range(20, 60))
    assert np.flatnonzero(columns["a, dose 2"]).tolist() == list(range(40, 60))


def test_tablets_taken_now_and_then_by_night():
    """Oracle: the rows as they are written: eight weeks, two tablets of one medicine a month apart."""
    nights = "Night,Cramps\n" + "".join(
        f"2025-{month:02d}-{day:02d},{day % 2}\n" for month in (1, 2) for day in range(1, 29)
    )
    taken = "Date,Medication,Dose,Taken\n2025-01-10,Paracetamol,500 mg,yes\n2025-02-10,Paracetamol,1 g,yes\n"
    journal = read_journal([("nights.csv", nights.encode()), ("tablets.csv", taken.encode())])
    assert single_intakes(journal) == (
        Intake(date(2025, 1, 10), "Paracetamol", "paracetamol", 500.0, "mg"),
        Intake(date(2025, 2, 10), "Paracetamol", "paracetamol", 1.0, "g"),
    )


def test_columns_that_part_the_nights_most_evenly_come_first():
    """Oracle: by hand: 30 of 60 nights before 20 of 60; of two that say the same the first is kept, and one
    of 13 nights is none."""
    journal = make_journal(
        [0] * 60,
        changes=[
            change(night, name, "start") for name, night in (("a", 40), ("b", 30), ("c", 30), ("d", 47))
        ],
    )
    columns = medication_columns(journal, nights_of(journal))
    assert [column.sum() for column in columns.values()] == [30, 20]
    assert list(columns) == ["b", "a"]


def test_what_is_taken_several_times_a_day_is_known_of_its_stretch():
    """Oracle: 20 mg twice a day, as the list says; read from a file, as no change made here says it."""
    text = b"Date,Medicine,Change,Dose\n2025-01-05,Lasix,start,20 mg twice a day\n"
    nights = "Night of,Cramps\n" + "".join(f"2025-01-{day:02d},0\n" for day in range(1, 31))
    [lasix] = medication_periods(read_journal([("diary.csv", nights.encode()), ("list.csv", text)]))
    assert (lasix.dose, lasix.unit, lasix.per_day) == (20, "mg", 2)
