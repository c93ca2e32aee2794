"""Receipts, problems and the night rule in words.

Oracle: each sentence written by hand beside the result that it says.
"""

from analysis import read_journal, words
from analysis.journal.model import Column, NightRule, Problem, Receipt, Rows
from tests.words import results


def test_a_receipt_adds_up() -> None:
    receipt = Receipt(
        "nights.csv",
        "0" * 64,
        "night diary",
        taken_for="it has a date and a column of cramps",
        rows=Rows(31, 28, 2, 2, 1),
    )
    assert words.say_receipt(receipt) == (
        "nights.csv: taken for a night diary (it has a date and a column of cramps). 31 rows read: 28 used "
        "(2 of them mended), 2 duplicates and 1 not used."
    )
    bad = Receipt("photo.png", "0" * 64, "unreadable", error="This is a picture, not a table")
    assert words.say_receipt(bad) == "photo.png: This is a picture, not a table."


def test_a_receipt_without_losses_names_none() -> None:
    def said(rows: Rows) -> str:
        return words.say_receipt(
            Receipt("a.csv", "0" * 64, "event log", taken_for="Event log: so", rows=rows)
        )

    assert said(Rows(1, 1)) == "a.csv: taken for an event log (so). 1 row read and used."
    assert said(Rows(365, 365)).endswith("365 rows read, all used.")
    assert said(Rows(365, 365, 3)).endswith("365 rows read, all used (3 of them mended).")
    assert said(Rows(83, 83, 83)).endswith("83 rows read, all used (all of them mended).")
    assert said(Rows(40, 0, 0, 40)).endswith("40 rows read: 0 used and 40 duplicates.")


def test_the_night_rule() -> None:
    journal = results.journal()
    assert journal.night_rule == NightRule("evening", "the evening, as nothing in the files says otherwise")
    assert words.say_night_rule(journal) == (
        "Each date means the night that began that evening: the evening, as nothing in the files says "
        "otherwise."
    )


def test_the_tables_name_every_column_and_every_problem() -> None:
    receipt = Receipt(
        "nights.csv",
        "0" * 64,
        "night diary",
        columns=(
            Column("Water (L)", "hydration", "L", "the name"),
            Column("Mood", None),
            Column("Tea", "Tea"),
        ),
        problems=(Problem(14, "Water (L)", "20 L is not possible", "set_aside", "2.0?", "20 L"),),
    )
    assert words.table_columns(receipt) == [
        {"Column": "Water (L)", "Taken for": "Fluid [L]", "Why": "the name"},
        {"Column": "Mood", "Taken for": "not used", "Why": ""},
        {"Column": "Tea", "Taken for": "own column: Tea", "Why": ""},
    ]
    assert words.table_problems(receipt) == [
        {
            "Where": "Water (L), row 14",
            "What was done, and why": "Cell not used: 20 L is not possible (“20 L”). 2.0?",
        }
    ]


def _noticed(*problems: Problem) -> list[tuple[object, object]]:
    receipt = Receipt("nights.csv", "0" * 64, "night diary", problems=problems)
    return [(row["Where"], row["What was done, and why"]) for row in words.table_problems(receipt)]


def test_what_is_alike_stands_in_one_line_that_names_every_row() -> None:
    glasses = [
        Problem(row, "Water", "a glass read as 250 mL", "repaired", "", "6 glasses") for row in (5, 9, 12)
    ]
    more = [
        Problem(row, "Water", "a glass read as 250 mL", "repaired", "", "2 glasses") for row in (13, 14, 15)
    ]
    assert _noticed(glasses[0], more[0], *glasses[1:], *more[1:]) == [
        (
            "Water, 6 rows",
            "Mended: a glass read as 250 mL: “6 glasses” in rows 5, 9 and 12; “2 glasses” in rows 13 to 15.",
        )
    ]
    words_only = [Problem(row, "Cramps", "not a number", "set_aside", "", f"many {row}") for row in range(30)]
    lines = _noticed(*words_only)
    assert [where for where, _ in lines] == ["Cramps, 12 rows", "Cramps, 12 rows", "Cramps, 6 rows"]
    assert all(sum(f"“many {row}” in row {row}" in str(said) for _, said in lines) == 1 for row in range(30))


def test_columns_of_which_the_same_is_to_be_said_stand_in_one_line() -> None:
    unknown = [Problem(None, name, "not known", "not_mapped", "map it") for name in ("Dog", "gin", "Air")]
    alone = Problem(None, "gin", "no unit is given", "assumed")
    both = [Problem(None, "Date", "two readings", "assumed", "", cell) for cell in ("1/2", "3/4")]
    assert _noticed(*unknown, alone, *both) == [
        ("3 columns", "Not mapped: not known: “Dog”, “gin”, “Air”. Map it."),
        ("gin", "Assumed: no unit is given."),
        ("Date", "Assumed: two readings (“1/2”)."),
        ("Date", "Assumed: two readings (“3/4”)."),
    ]


def test_what_costs_the_journal_most_stands_first() -> None:
    lines = _noticed(
        Problem(None, None, "1 blank line", "outside"),
        Problem(2, None, "the same as row 1", "duplicate"),
        Problem(3, "Pain", "a word", "repaired", "", "mild"),
        Problem(9, "Date", "this is not a date", "rejected", "write the date as 2024-03-12", "soon"),
    )
    assert lines == [
        ("Date, row 9", "Row not used: this is not a date (“soon”). Write the date as 2024-03-12."),
        ("Pain, row 3", "Mended: a word (“mild”)."),
        ("Row 2", "Counted once: the same as row 1."),
        ("The file", "Not a row of the journal: 1 blank line."),
    ]


def test_the_columns_of_a_file_that_was_not_read_say_nothing() -> None:
    columns = (Column("Yours", None), Column("A. Patient", None))
    letter = Receipt("letter.txt", "0" * 64, "unreadable", columns=columns, error="This is a letter")
    assert words.table_columns(letter) == []
    dated = Receipt(
        "log.csv",
        "0" * 64,
        "unreadable",
        columns=(Column("When", "night"), *columns),
        error="Map its columns",
    )
    assert len(words.table_columns(dated)) == 3


def test_dates_that_stay_open_are_shown_with_both_readings() -> None:
    """Oracle: by hand: no day above 12 tells which number is the month."""
    rows = "".join(f"0{day}/0{month}/2025,1\n" for month in range(1, 6) for day in range(1, 7))
    [receipt] = read_journal([("diary.csv", f"night of,cramps\n{rows}".encode())]).receipts
    assert receipt.date_order_open
    said = words.say_open_dates(receipt)
    assert said.startswith("For example 0")
    assert " or " in said
    [plain] = read_journal([("diary.csv", b"night of,cramps\n2025-03-21,1\n2025-03-22,0\n")]).receipts
    assert words.say_open_dates(plain) == ""
