"""Several entries of one night in a diary, each with its own time. Oracle: each file added up by hand."""

import pytest

from analysis.journal import Journal, read_journal
from tests.journal.checks import assert_sound

DAYS = range(1, 5)


def read(*files: str) -> Journal:
    journal = read_journal([(f"{at}.csv", text.encode()) for at, text in enumerate(files)])
    assert_sound(journal)
    return journal


def counts(journal: Journal) -> list[float | None]:
    return [None if count != count else count for count in journal.nights["cramps"]]


def several(header: str, entries: str, date: str = "2026-03-0{}") -> str:
    mark = ";" if ";" in header else ","
    rows = [mark.join([date.format(day), entry]) for day in DAYS for entry in entries.split()]
    return "\n".join([header, *rows, ""])


@pytest.mark.parametrize(
    "text",
    [
        several("Date,Time,Cramps,Water (ml)", "08:00,0,300 13:00,1,500 22:30,1,400"),
        several("Datum;Uhrzeit;Krämpfe;Wasser (ml)", "08:00;0;300 13:00;1;500 22:30;1;400", "0{}.03.2026"),
        several("Date,Hour,Leg cramps,Water (ml)", "08:00,,300 13:00,1,500 22:30,1,400"),
    ],
)
def test_entries_with_their_own_times_add_up(text: str) -> None:
    """0, 1 and 1 cramps of a night are two, and 300, 500 and 400 mL of a day 1200; no row is lost."""
    journal = read(text)
    assert counts(journal) == [2, 2, 2, 2]
    assert journal.days["hydration"].tolist() == [1200] * 4
    rows = journal.receipts[0].rows
    assert (rows.read, rows.used) == (12, 12)
    assert any("added up" in problem.problem for problem in journal.receipts[0].problems)


def test_moments_add_up_in_the_night_and_on_the_day_that_hold_them() -> None:
    """08:00 is of the night before: 0, then 1 + 2 a night. The water is that of the day: 1200 mL."""
    text = several("Date and time,Cramps,Water (ml)", "08:00,0,300 13:00,1,500 22:30,2,400").replace(
        ",08:00", " 08:00").replace(",13:00", " 13:00").replace(",22:30", " 22:30")  # fmt: skip
    journal = read(text)
    assert counts(journal) == [0, 3, 3, 3, 3]
    assert journal.days["hydration"].tolist() == [1200] * 4


def test_each_cramp_keeps_its_time_and_the_worst_its_pain() -> None:
    """One cramp at 01:00 and two from 03:00: three, the worst of them 7."""
    journal = read(several("Date,Time,Cramps,Pain (0-10),Side", "01:00,1,3,left 03:00,2,7,right"))
    assert counts(journal) == [3, 3, 3, 3]
    assert journal.nights["severity"].tolist() == [7] * 4
    assert journal.nights["side"].tolist() == ["both"] * 4
    assert sorted(onset.hour for onset in journal.cramps["onset"].dropna()) == [1] * 4 + [3] * 4


@pytest.mark.parametrize(
    ("entries", "count"), [("08:00,1 13:00,2 22:30,3", 3), ("08:00,2 13:00,2 22:30,3", 7)]
)
def test_numbers_that_only_grow_are_a_total_so_far(entries: str, count: int) -> None:
    """1, 2, 3 in all of four nights are hardly chance; what stands still may be three entries."""
    assert counts(read(several("Date,Time,Cramps", entries))) == [count] * 4


def test_cramps_beside_amounts_that_only_grow_are_no_totals_for_that() -> None:
    """300, 800 and 1200 mL so far; of the cramps beside them nothing says so: 0, 1 and 1 are two."""
    journal = read(several("Date,Time,Cramps,Water (ml)", "08:00,0,300 13:00,1,800 22:30,1,1200"))
    assert counts(journal) == [2, 2, 2, 2]
    assert journal.days["hydration"].tolist() == [1200] * 4


@pytest.mark.parametrize("header", ["Date and time,Cramps,Water (ml)", "Date,Time,Cramps,Water (ml)"])
def test_two_entries_a_day_that_grow_by_routine_add_up(header: str) -> None:
    """500 mL at 18:00 and 700 at 23:00 on ten days are 1200, and a cramp beside each is two."""
    mark = " " if "and time" in header else ","
    rows = [
        f"2026-03-{day:02d}{mark}{entry}" for day in range(1, 11) for entry in ("18:00,1,500", "23:00,1,700")
    ]
    journal = read("\n".join([header, *rows, ""]))
    assert counts(journal) == [2] * 10
    assert journal.days["hydration"].tolist() == [1200] * 10
    assert not any("so far" in problem.problem for problem in journal.receipts[0].problems)


def test_amounts_and_cramps_that_are_called_totals_are_totals() -> None:
    """300, then 800 mL; 1, then 2 cramps: the last of each day."""
    journal = read(several("Date,Time,Total cramps,Total water (ml)", "08:00,1,300 22:30,2,800"))
    assert counts(journal) == [2] * 4
    assert journal.days["hydration"].tolist() == [800] * 4


def test_one_night_of_two_entries_of_two_makes_no_other_a_repetition() -> None:
    """Ten nights of a cramp at about 23:00 and one half an hour later, and one of two and two."""
    rows = [f"2026-03-{day:02d},23:{minute + day % 10},1" for day in range(1, 11) for minute in (10, 30)]
    rows += ["2026-03-11,23:05,2", "2026-03-11,23:35,2"]
    assert counts(read("\n".join(["Date,Time,Cramps", *rows, ""]))) == [2] * 10 + [4]


def test_more_nights_of_alike_entries_are_no_repetition_where_most_are_single_cramps() -> None:
    """Ten nights of one and one; two and two, three and three, four and four are a few of thirteen."""
    told = [1] * 10 + [2, 3, 4]
    rows = [
        f"2026-03-{day:02d},{time},{count}"
        for day, count in enumerate(told, 1)
        for time in ("23:05", "23:35")
    ]
    assert counts(read("\n".join(["Date,Time,Cramps", *rows, ""]))) == [2 * count for count in told]


@pytest.mark.parametrize(("heading", "count"), [("Time", 1), ("Time of cramp", 2)])
def test_a_repetition_is_called_one_and_the_cramps_own_times_are_none(heading: str, count: int) -> None:
    """One, two, three and two, each said twice: by the cramps' own times they are two, four, six and four."""
    told = [1, 2, 3, 2]
    rows = [
        f"2026-03-{day:02d},{time},{count}"
        for day, count in enumerate(told, 1)
        for time in ("23:05", "23:35")
    ]
    journal = read("\n".join([f"Date,{heading},Cramps", *rows, ""]))
    assert counts(journal) == [count * one for one in told]
    said = [problem.problem for problem in journal.receipts[0].problems]
    assert any("said again" in one for one in said) == (count == 1)
    assert not any("never fall" in one for one in said)


def test_the_same_row_again_is_a_duplicate() -> None:
    rows = "2026-03-01,01:00,2\n2026-03-01,01:00,2\n2026-03-01,04:00,1\n2026-03-02,,0\n"
    journal = read("Date,Time,Cramps\n" + rows)
    assert counts(journal) == [3, 0]
    assert journal.receipts[0].rows.duplicate == 1


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Cramps\n2026-03-01,01:00,2\n2026-03-01,01:00,3\n",
        "Date,Time,Cramps\n2026-03-01,01:00,2\n2026-03-01,,3\n",
        "Date,Cramps\n2026-03-01,2\n2026-03-01,3\n",
        "Timestamp,Date,Cramps\n2026-03-02 07:00,2026-03-01,2\n2026-03-02 09:00,2026-03-01,3\n",
    ],
)
def test_without_times_of_their_own_rows_contradict_each_other(text: str) -> None:
    """At one time, without one, or written twice: the night is told twice, and 3 counts."""
    journal = read(text)
    assert counts(journal) == [3]
    assert journal.receipts[0].rows.rejected == 1


def test_an_entry_that_is_not_understood_leaves_a_night_without_cramps_open() -> None:
    """The first night may have had some; the second had at least two; the third none."""
    rows = (
        "2026-03-01,01:00,foo\n2026-03-01,04:00,0\n2026-03-02,01:00,bar\n2026-03-02,04:00,2\n"
        "2026-03-03,01:00,0\n2026-02-28,01:00,0\n"
    )
    assert counts(read("Date,Time,Cramps\n" + rows)) == [0, None, 2, 0]


def test_a_longer_copy_of_the_file_changes_nothing_but_the_new_entries() -> None:
    first = several("Date,Time,Cramps,Water (ml)", "08:00,1,300 22:00,2,500")
    longer = first + "2026-03-05,21:00,1,700\n2026-03-05,23:00,1,200\n"
    assert counts(read(first, first)) == [3, 3, 3, 3]
    both = read(first, longer)
    assert counts(both) == [3, 3, 3, 3, 2]
    assert both.days["hydration"].tolist() == [800, 800, 800, 800, 900]


def test_a_number_repeated_through_the_night_is_one() -> None:
    """2 and 2, 1 and 1, 3 and 3: each night is told twice, and so is the water of its day."""
    rows = "".join(
        f"2026-03-0{day},{time},{count},{water}\n"
        for day, count, water in ((1, 2, 1500), (2, 1, 1800), (3, 3, 1200), (4, 0, 2000))
        for time in ("08:00", "22:00")
    )
    journal = read("Date,Time,Cramps,Water (ml)\n" + rows)
    assert counts(journal) == [2, 1, 3, 0]
    assert journal.days["hydration"].tolist() == [1500, 1800, 1200, 2000]


def test_the_days_water_beside_each_cramp_is_told_once() -> None:
    """Two cramps a night, each in a row of its own with the same 1500 mL."""
    journal = read(several("Date,Time,Cramps,Water (ml)", "02:10,1,1500 04:30,1,1500"))
    assert counts(journal) == [2, 2, 2, 2]
    assert journal.days["hydration"].tolist() == [1500] * 4


def test_glasses_of_one_size_add_up() -> None:
    journal = read(several("Date,Time,Cramps,Water (ml)", "08:00,0,250 13:00,,250 22:00,1,250"))
    assert counts(journal) == [1, 1, 1, 1]
    assert journal.days["hydration"].tolist() == [750] * 4


@pytest.mark.parametrize(
    "text",
    [
        # The cramp of the night stands in a row of its own.
        "Night of,Time,Cramps,Water (mL)\n2026-03-01,08:00,,500\n2026-03-01,12:00,,700\n2026-03-01,23:00,1,\n"
        "2026-03-02,08:00,,500\n2026-03-02,23:00,0,\n",
        "Night of,Time,Water (mL),Cramps\n2026-03-01,10:00,500,\n2026-03-01,18:00,700,\n2026-03-01,,,1\n"
        "2026-03-02,10:00,500,\n2026-03-02,,,0\n",
        "Date,Cramps,Water (mL)\n2026-03-01,,300\n2026-03-01,,900\n2026-03-01,1,\n2026-03-02,0,500\n",
        # The part of the day stands beside each.
        "Date,Part,Cramps,Water (mL)\n2026-03-01,day,,500\n2026-03-01,night,1,700\n2026-03-02,day,,400\n"
        "2026-03-02,night,0,100\n",
        "Datum;Tageszeit;Krämpfe;Wasser (ml)\n01.03.2026;Tag;;500\n01.03.2026;Nacht;1;700\n"
        "02.03.2026;Tag;;400\n02.03.2026;Nacht;0;100\n",
    ],
)
def test_portions_of_a_day_beside_the_cramps_of_its_night_add_up(text: str) -> None:
    """The two amounts of the first day are 1200 mL; one cramp in the first night and none in the second."""
    journal = read(text)
    assert counts(journal) == [1, 0]
    assert journal.days["hydration"].tolist() == [1200, 500]
    rows = journal.receipts[0].rows
    assert (rows.used, rows.rejected) == (rows.read, 0)


def test_two_amounts_of_a_day_beside_a_night_contradict_each_other() -> None:
    """1800 and 1900 mL are each a whole day's, as the day after has: the row with the cramps counts."""
    text = "Date,Cramps,Water (mL)\n2026-03-01,,1800\n2026-03-01,1,1900\n2026-03-02,0,1700\n"
    journal = read(text)
    assert journal.days["hydration"].tolist() == [1900, 1700]
    assert journal.receipts[0].rows.rejected == 1


def test_two_versions_of_a_night_have_the_amounts_of_the_one_that_counts() -> None:
    """Oracle: a corrected row says 1,500 mL again; nobody drank 3,000 mL, and 1,500 are not lost."""
    journal = read(
        "Date,Cramps,Time,Water (ml)\n2025-03-13,0,,1300\n2025-03-14,1,02:00,1500\n"
        '2025-03-14,2,"02:00, 03:10",1500\n2025-03-15,0,,1200\n'
    )
    assert journal.nights.loc["2025-03-14", "cramps"] == 2
    assert journal.days["hydration"].tolist() == [1300, 1500, 1200]
