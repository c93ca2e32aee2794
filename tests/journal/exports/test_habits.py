"""Loop Habit's check marks under any name, and the words of other habit trackers. Oracle: the files read by
hand; a tick is one cramp, 3 is skipped, -1 unknown.
"""

import pytest

from analysis.journal import Journal, read_journal


def cramps(text: str, name: str = "habits_export.csv") -> dict[str, float]:
    journal = read_journal([(name, text.encode())])
    return {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}


def read(text: str, name: str = "habits_export.csv") -> Journal:
    return read_journal([(name, text.encode())])


def test_ticks_are_told_by_the_twos_of_days_that_go_backwards() -> None:
    text = (
        "Date,Leg cramps,Stretching,Walk,Water,\n"
        "2025-03-05,2,2,2,2,\n2025-03-04,0,3,2,0,\n2025-03-03,0,2,0,2,\n"
    )
    journal = read(text)
    assert cramps(text) == {"03-03": 0, "03-04": 0, "03-05": 1}
    assert "activity" not in journal.days
    assert "hydration" not in journal.days
    assert journal.days["stretching"].dropna().astype(bool).tolist() == [True, True]


def test_ticks_sorted_by_somebody_are_told_by_a_two_where_only_yes_or_no_can_stand() -> None:
    text = "Date,Leg cramps,Stretching\n2025-03-03,0,2\n2025-03-04,2,2\n2025-03-05,0,0\n"
    assert cramps(text) == {"03-03": 0, "03-04": 1, "03-05": 0}


def test_a_code_far_down_the_file_is_seen() -> None:
    """A single -1 in row 90."""
    days = [f"2025-{month:02d}-{day:02d}" for month in range(1, 5) for day in range(1, 29)]
    rows = [f"{day},{2 if day == '2025-03-03' else 0},{-1 if at == 90 else 2}" for at, day in enumerate(days)]
    found = cramps("Date,Leg cramps,Stretching\n" + "\n".join(rows) + "\n")
    assert sum(found.values()) == 1
    assert found["03-03"] == 1


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "Date,Leg cramps,Coffee\n2025-01-05,3,2\n2025-01-04,2,1\n2025-01-03,0,2\n2025-01-02,0,1\n"
            "2025-01-01,2,2\n",
            [2, 0, 0, 2, 3],
        ),
        ("Date,Leg cramps,Coffee\n2025-01-03,2,2\n2025-01-02,0,2\n2025-01-01,2,2\n", [2, 0, 2]),
        ("Date,Leg cramps,Stretching\n2025-01-03,2,2\n2025-01-02,3,2\n2025-01-01,0,0\n", [0, 3, 2]),
        ("Date,Leg cramps,Stretching\n2025-01-03,2,2\n2025-01-02,0,1\n2025-01-01,2,2\n", [2, 0, 2]),
    ],
    ids=["threes and ones", "twos", "three cramps", "stretched once"],
)
def test_counts_the_latest_first_stay_counts(text: str, counts: list[int]) -> None:
    """Every night has the number that stands in its row, and none is gone."""
    journal = read(text, "diary.csv")
    assert [count for _, count in sorted(cramps(text, "diary.csv").items())] == counts
    assert journal.receipts[0].rows.used == len(counts)


@pytest.mark.parametrize(
    "text",
    [
        "Date,Cramps,Coffees\n2025-03-05,2,2\n2025-03-04,1,2\n2025-03-03,0,3\n",
        "Date,Cramps,Coffees\n2025-03-03,2,2\n2025-03-04,0,2\n2025-03-05,0,3\n",
        "Date,Cramps,Stretching\n2025-03-03,2,1\n2025-03-04,0,0\n2025-03-05,0,1\n",
    ],
    ids=["a single cramp", "in order of time", "ones"],
)
def test_counts_of_a_diary_stay_counts(text: str) -> None:
    assert (
        cramps(text, "diary.csv")[
            min(cramps(text, "diary.csv"))
            if "Coffees\n2025-03-03" in text or "Stretching" in text
            else "03-05"
        ]
        == 2
    )


def test_the_strength_of_habits_is_no_answer() -> None:
    """Scores.csv has a score between 0 and 1 for every day: neither a cramp nor a yes."""
    text = "Date,Leg cramps,Stretching,\n2025-03-05,0.1234,0.91,\n2025-03-04,0.1,0.8,\n"
    journal = read(text, "Scores.csv")
    assert not journal.nights["cramps"].notna().any()
    assert len(journal.days) == 0


@pytest.mark.parametrize(
    ("yes", "no"),
    [("Completed", "Uncompleted"), ("Done", "Undone"), ("Achieved", "Unachieved"), ("Checked", "Unchecked")],
)  # fmt: skip
def test_words_of_habit_trackers_are_yes_and_no(yes: str, no: str) -> None:
    wide = f"Date,Leg cramp,Stretching\n2025-03-01,{yes},{no}\n2025-03-02,{no},{yes}\n"
    long = (
        "Date,Habit,Status\n"
        f"2025-03-01,Leg cramp,{yes}\n2025-03-02,Leg cramp,{no}\n"
        f"2025-03-01,Stretch,{no}\n2025-03-02,Stretch,{yes}\n"
    )
    for text in (wide, long):
        assert cramps(text, "tracker.csv") == {"03-01": 1, "03-02": 0}
        assert read(text, "tracker.csv").days["stretching"].astype(bool).tolist() == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Cramps,Swelling\n2026-03-01,2,unknown\n2026-03-02,0,no\n2026-03-03,1,no\n2026-03-04,3,no\n",
        "Date,Cramps,Stretching\n2026-03-01,2,done\n2026-03-02,0,undone\n2026-03-03,1,undone\n"
        "2026-03-04,3,done\n",
        "Date,Cramps\n2026-03-01,2\n2026-03-02,0\n2026-03-03,1\n2026-03-04,3\n2026-03-05,unknown\n",
    ],
)
def test_a_word_of_habits_beside_numbers_leaves_them_counts(text: str) -> None:
    """An app writes codes or words, never both: these are 2, 0, 1 and 3 cramps, as everywhere else."""
    assert cramps(text) == {"03-01": 2, "03-02": 0, "03-03": 1, "03-04": 3}


def test_codes_under_the_name_of_the_app_stay_codes_beside_a_word() -> None:
    text = "Date,Cramps,Walk\n2026-03-01,2,unknown\n2026-03-02,0,no\n"
    assert cramps(text, "Checkmarks.csv") == {"03-01": 1, "03-02": 0}


def test_cramps_in_thousands_are_those_of_the_app_whatever_the_file_is_called() -> None:
    """No night has 2000 cramps: the app writes a thousand times what was entered."""
    text = "Date,Leg cramp\n2025-01-05,3000\n2025-01-04,0\n2025-01-03,1000\n2025-01-02,2000\n2025-01-01,0\n"
    journal = read_journal([("legs.csv", text.encode())])
    assert journal.nights["cramps"].tolist() == [0, 2, 1, 0, 3]


def test_thousands_beside_the_cramps_of_a_diary_leave_their_number() -> None:
    text = "Date,Cramps,Steps\n2025-01-01,0,4000\n2025-01-02,2,7000\n2025-01-03,1,9000\n"
    journal = read_journal([("legs.csv", text.encode())])
    assert journal.nights["cramps"].tolist() == [0, 2, 1]
    assert journal.days["steps"].tolist() == [4000, 7000, 9000]
