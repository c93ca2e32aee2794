"""Several entries of one day. Oracle: the sums and nights worked out by hand, in each test."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.journal import Journal, read_journal
from tests.for_each import for_each

DIARY = "Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n"


def read(text: str, **how: object) -> Journal:
    return read_journal([("diary.csv", DIARY.encode()), ("entries.csv", text.encode())], **how)  # type: ignore[arg-type]


def days(journal: Journal, field: str) -> dict[str, object]:
    return {f"{day:%m-%d}": value for day, value in journal.days[field].dropna().items()}


def nights(journal: Journal, field: str) -> dict[str, float]:
    return {
        f"{night:%m-%d}": round(float(value), 2) for night, value in journal.nights[field].dropna().items()
    }


@pytest.mark.parametrize(
    ("rows", "total", "duplicates"),
    [
        (("08:00,500", "08:00,250", "12:00,500", "18:00,500"), 1750, 0),
        (
            ("08:00,500", "08:00,500", "12:00,500", "18:00,300"),
            1300,
            1,
        ),  # a whole row again is said to be one
        (("18:00,500", "08:00,250"), 750, 0),
        (("08:00,250", "12:00,250", "18:00,250"), 750, 0),
    ],
)
def test_entries_of_a_day_add_up_also_of_one_minute(
    rows: tuple[str, ...], total: float, duplicates: int
) -> None:
    journal = read("Date,Time,Water (mL)\n" + "".join(f"2025-03-01,{row}\n" for row in rows))
    assert days(journal, "hydration") == {"03-01": total}
    told = journal.receipts[1].rows
    assert (told.duplicate, told.used, told.rejected) == (duplicates, len(rows) - duplicates, 0)


def test_own_columns_add_up_and_levels_do_not() -> None:
    """400 + 900 + 100 mg; the last of three weights; a yes of the day."""
    text = (
        "Date,Time,Steps,Sodium,Weight (kg),Salted\n2025-03-01,08:00,1000,400,71.2,no\n"
        "2025-03-01,12:00,2000,900,71.4,yes\n2025-03-01,19:00,500,100,71.1,no\n"
        "2025-03-02,08:00,100,300,70.9,no\n"
    )
    journal = read(text, mapping={"Sodium": "own", "Weight (kg)": "own", "Salted": "own"})
    assert days(journal, "steps") == {"03-01": 3500, "03-02": 100}
    assert days(journal, "sodium") == {"03-01": 1400, "03-02": 300}
    assert days(journal, "weight_kg") == {"03-01": 71.1, "03-02": 70.9}
    assert days(journal, "salted") == {"03-01": True, "03-02": False}


@pytest.mark.parametrize(
    ("counter", "expected"),
    [
        # 3 and 3 rising numbers stand so once in 36 times by chance
        ([(1, [500, 3000, 8000]), (2, [400, 2500, 7000])], {"03-01": 8000, "03-02": 7000}),
        ([(1, [500, 3000, 8000]), (2, [400, 2500, 300])], {"03-01": 11500, "03-02": 3200}),
        ([(1, [500, 3000])], {"03-01": 3500}),  # two numbers rise every second time
    ],
)
def test_a_counter_that_grows_is_a_total(
    counter: list[tuple[int, list[int]]], expected: dict[str, float]
) -> None:
    rows = "".join(
        f"2025-03-0{day} {8 + 4 * at:02d}:00,{steps}\n" for day, of in counter for at, steps in enumerate(of)
    )
    assert days(read(f"Time,Steps\n{rows}"), "steps") == expected


@pytest.mark.parametrize(
    "header",
    [
        "step_count,update_time,create_time",
        "Schritte,Aktualisiert am,Erstellt am",
        "Steps,Updated,Created at",
    ],
)
def test_a_total_that_was_uploaded_again_is_one(header: str) -> None:
    text = (
        f"{header}\n98,2025-03-01 18:49:13,2025-03-01 18:49:13\n98,2025-03-01 22:00:01,2025-03-01 18:49:13\n"
        "5679,2025-03-02 20:03:38,2025-03-02 05:20:55\n5990,2025-03-02 21:03:38,2025-03-02 05:20:55\n"
    )
    assert days(read(text), "steps") == {"03-01": 98, "03-02": 5990}


def test_a_sleep_stands_on_the_night_that_holds_it() -> None:
    """Begun 00:26 and 23:05 of one date; the steps of each row are those of the day before the night."""
    text = (
        "Start,End,Time asleep (seconds),Steps\n2025-03-02 00:26:06,2025-03-02 07:30:29,25200,5120\n"
        "2025-03-02 23:05:46,2025-03-03 07:27:54,28800,6200\n"
    )
    journal = read(text)
    assert nights(journal, "sleep") == {"03-01": 7, "03-02": 8}
    assert days(journal, "steps") == {"03-01": 5120, "03-02": 6200}


def test_two_parts_of_one_sleep_add_up() -> None:
    """23:00 to 02:00 and 03:00 to 07:00 are 7 h of the night of 1 March."""
    text = (
        "Start,End,Hours slept\n2025-03-01 23:00:00,2025-03-02 02:00:00,3\n"
        "2025-03-02 03:00:00,2025-03-02 07:00:00,4\n2025-03-02 23:30:00,2025-03-03 07:00:00,7.5\n"
    )
    assert nights(read(text), "sleep") == {"03-01": 7, "03-02": 7.5}


@for_each("header", ["timestamp", "Created at", "Recorded", "effective_time_frame"])
@for_each("at", ["06:10:00", "08:31:40", "14:28:04", "18:00:00"])
def test_what_was_slept_before_it_was_written_is_of_the_night_before(header: str, at: str) -> None:
    journal = read(f"{header},sleep_duration_h\n2025-03-02T{at},9\n2025-03-03T08:10:00,6\n")
    assert nights(journal, "sleep") == {"03-01": 9, "03-02": 6}


@for_each(
    "header",
    ["Duration to sleep (s)", "Time to sleep", "Sleep latency (min)", "Time in bed (min)", "Sleep goal (h)",
     "Dauer bis zum Einschlafen (s)", "Durée pour s'endormir (s)", "Tiempo para dormir (min)", "Sleep score"],
)  # fmt: skip
def test_what_is_about_sleep_and_not_its_length_is_not_the_sleep(header: str) -> None:
    text = f"Date,Cramps,{header}\n2025-03-01,0,120\n2025-03-02,2,300\n2025-03-03,1,1200\n"
    journal = read_journal([("a.csv", text.encode())])
    assert "sleep" not in journal.nights


def test_glasses_under_a_time_stamp_add_up_and_a_days_form_does_not() -> None:
    glasses = "timestamp,water_ml\n" + "".join(
        f"2025-03-0{day}T{hour}:00:00,{amount}\n"
        for day, hour, amount in [
            (1, "08", 500),
            (1, "12", 250),
            (1, "18", 600),
            (2, "08", 750),
            (2, "20", 300),
        ]
    )
    assert days(read(glasses), "hydration") == {"03-01": 1350, "03-02": 1050}


def test_every_row_of_an_added_day_is_accounted_for() -> None:
    text = "Date,Time,Water (mL)\n" + "".join(f"2025-03-01,{hour:02d}:00,200\n" for hour in range(8, 20))
    journal = read(text)
    told = journal.receipts[1].rows
    assert (told.read, told.used) == (12, 12)
    assert journal.days.loc[pd.Timestamp("2025-03-01"), "hydration"] == 2400


def test_a_row_that_says_nothing_of_its_day_is_not_used() -> None:
    journal = read("Date,Steps,Mood\n2025-03-01,100,4\n2025-03-02,,\n2025-03-03,300,5\n2025-03-02,,3\n")
    told = journal.receipts[1].rows
    assert (told.read, told.used, told.rejected) == (3, 2, 1)  # a date alone is a blank line


@given(
    st.lists(
        st.tuples(
            st.integers(1, 9),
            st.sampled_from(["", "08:00", "08:00", "13:30", "22:15"]),
            st.sampled_from(["", "100", "250", "4000", "x"]),
            st.sampled_from(["", "500", "1 L", "?"]),
            st.sampled_from(["", "7", "8.5"]),
        ),
        min_size=1,
        max_size=25,
    )
)
def test_every_used_row_of_days_stands_somewhere(rows: list[tuple[int, str, str, str, str]]) -> None:
    """Where steps are read, they stand somewhere; read = used + duplicate + rejected; and no row that says
    nothing is used. A column most of whose cells are no number is not read at all.
    """
    text = "Date,Time,Steps,Water (mL),Sleep (h)\n" + "".join(
        f"2025-03-0{day},{at},{steps},{water},{sleep}\n" for day, at, steps, water, sleep in rows
    )
    journal = read(text)
    told = journal.receipts[1].rows
    assert told.read == told.used + told.duplicate + told.rejected
    says_something = [row for row in rows if row[2].isdecimal() or row[3] in ("500", "1 L") or row[4]]
    assert told.used <= len(says_something)
    steps = next(column for column in journal.receipts[1].columns if column.header == "Steps")
    if told.used and steps.field and any(row[2].isdecimal() for row in rows):
        assert journal.days["steps"].notna().any()
    assert journal.nights["cramps"].tolist() == [0, 1, 0]


def test_yesterday_in_a_heading_counts_from_the_time_of_writing() -> None:
    """By hand: written on 18 August about the night of 17 August, yesterday is 17 August; written ten days
    later it is not known.
    """
    form = (
        "Timestamp,Date you went to bed,Cramps,How much did you drink yesterday? (ml)\n"
        "8/18/2026 9:13:10,8/17/2026,0,1000\n8/19/2026 7:20:22,8/18/2026,1,1200\n"
        "8/30/2026 7:20:22,8/20/2026,1,1400\n"
    )
    journal = read_journal([("form.csv", form.encode())])
    assert journal.days["hydration"].dropna().to_dict() == {
        pd.Timestamp("2026-08-17"): 1000,
        pd.Timestamp("2026-08-18"): 1200,
    }
    assert [problem.row for problem in journal.receipts[0].problems if problem.action == "set_aside"] == [4]


def test_not_at_all_is_no_minute_of_activity() -> None:
    journal = read_journal(
        [("diary.csv", b"Date,Cramps,Activity (min)\n2026-08-17,0,Not at all\n2026-08-18,1,30\n")]
    )
    assert journal.days["activity"].tolist() == [0, 30]


@pytest.mark.parametrize("sessions_first", [True, False])
def test_walks_of_a_day_do_not_replace_its_total(sessions_first: bool) -> None:
    """By hand: 8,000 steps of the day, of which 3,000 and 2,000 in two walks; a day of walks alone is 900."""
    files = [
        ("watch.csv", b"date,steps\n2025-03-01,8000\n2025-03-02,7000\n"),
        (
            "walks.csv",
            b"Start,End,Steps\n2025-03-01 10:00,2025-03-01 10:30,3000\n"
            b"2025-03-01 18:00,2025-03-01 18:20,2000\n2025-03-03 18:00,2025-03-03 18:20,900\n",
        ),
    ]
    diary = ("nights.csv", b"date,cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")
    journal = read_journal([diary, *(files[::-1] if sessions_first else files)])
    assert journal.nights.steps.tolist() == [8000, 7000, 900]
    (walks,) = [receipt for receipt in journal.receipts if receipt.name == "walks.csv"]
    aside = [(p.row, p.column) for p in walks.problems if p.action == "set_aside"]
    assert aside == [(2, "Steps"), (3, "Steps")]


@pytest.mark.parametrize(
    ("columns", "rows", "said"),
    [
        # Added up; read as totals so far; the last of a level; a whole row again.
        ("Water (mL)", ["08:00,500", "12:00,300"], ["added up"]),
        ("Steps", ["08:00,500", "12:00,700", "18:00,900", "20:00,1000"], ["only grow"]),
        ("Fatigue", ["08:00,5", "12:00,7"], ["the last of them counts"]),
        ("Fatigue", ["08:00,5", "12:00,5"], []),
        ("Water (mL)", ["08:00,500"], []),
        ("Stretching", ["08:00,yes", "12:00,no"], []),
        ("Water (mL),Fatigue", ["08:00,500,4", "12:00,300,5"], ["the last of them counts", "added up"]),
    ],
)
def test_what_became_of_several_entries_of_a_day_is_said_once(
    columns: str, rows: list[str], said: list[str]
) -> None:
    """Oracle: by hand; each is an assumption with a hint what to write if it is wrong."""
    journal = read(f"Date,Time,{columns}\n" + "".join(f"2025-03-01,{row}\n" for row in rows))
    problems = [p for p in journal.receipts[1].problems if p.action == "assumed"]
    assert [(p.row, p.column) for p in problems] == [(None, None)] * len(said)
    assert [words in p.problem for words, p in zip(said, problems, strict=True)] == [True] * len(said)
    assert all(p.hint for p in problems)


def test_words_of_a_day_stand_together_and_a_yes_is_one() -> None:
    """Oracle: by hand; the same words twice stand once."""
    journal = read(
        "Date,Time,Stretching,Mood\n2025-03-01,08:00,no,calm\n2025-03-01,12:00,yes,\n2025-03-01,18:00,no,calm\n"
        "2025-03-02,08:00,no,\n2025-03-02,09:00,no,\n"
    )
    assert days(journal, "stretching") == {"03-01": True, "03-02": False}


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        # Three numbers stand in order by chance once in six times, four once in 24: only these are totals.
        ([100, 200, 300], 600),
        ([100, 200, 300, 400], 400),
        ([100, 300, 200, 400], 1000),
        ([100, 100, 100, 100, 100], 500),
        ([100, 200, 300, 300, 400], 1300),
    ],
)
def test_numbers_that_only_grow_are_totals_where_chance_would_hardly_do_it(
    amounts: list[int], total: int
) -> None:
    """Oracle: 1/3! = 0.17 and 1/4! = 0.04 against 0.05; one that stands still is no counter of fluid."""
    rows = "".join(f"2025-03-01,{8 + at:02d}:00,{amount}\n" for at, amount in enumerate(amounts))
    assert days(read("Date,Time,Water (mL)\n" + rows), "hydration") == {"03-01": total}


def test_steps_may_stand_still_and_are_a_total_all_the_same() -> None:
    rows = "".join(f"2025-03-01,{8 + at:02d}:00,{n}\n" for at, n in enumerate((100, 200, 200, 300, 400)))
    assert days(read("Date,Time,Steps\n" + rows), "steps") == {"03-01": 400}


@pytest.mark.parametrize(
    "clocks", [("9:00 AM", "1:00 PM", "10:00 PM"), ("09:00", "13:00", "22:00"), ("9.00", "13.00", "22.00")]
)
def test_a_counter_is_read_in_the_order_of_its_times_however_they_are_written(
    clocks: tuple[str, ...],
) -> None:
    """Oracle: what the counter shows last on each day; "1:00 PM" is behind "9:00 AM"."""
    rows = "".join(
        f"2025-03-0{day},{clock},{steps}\n"
        for day in (1, 2, 3)
        for clock, steps in zip(clocks, (700, 3100, 8000 + day), strict=True)
    )
    journal = read(f"Date,Time,Steps\n{rows}")
    assert days(journal, "steps") == {"03-01": 8001, "03-02": 8002, "03-03": 8003}
