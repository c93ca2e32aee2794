"""How lines begin. The oracle is the dates that a reader of the line would write down."""

import pytest

from analysis.journal import read_journal
from analysis.journal.exports.line_openings import clean, message, noted, without_bullet
from tests.for_each import for_each


@for_each(
    ("line", "dates", "rest"),
    [
        ("3 to 5 Sept 2026: none", ("3 Sept 2026", "4 Sept 2026", "5 Sept 2026"), "none"),
        ("3-5 Sept: none", ("3 Sept", "4 Sept", "5 Sept"), "none"),
        ("Sept 3-4, 2026 none", ("Sept 3, 2026", "Sept 4, 2026"), "none"),
        ("vom 3. bis 4. September 2026: keine", ("3. September 2026", "4. September 2026"), "keine"),
        ("3.-4.9.2026 keine", ("3.9.2026", "4.9.2026"), "keine"),
        ("du 3 au 4 septembre 2026 : rien", ("3 septembre 2026", "4 septembre 2026"), "rien"),
        (
            "del 3 al 4 de septiembre de 2026 nada",
            ("3 de septiembre de 2026", "4 de septiembre de 2026"),
            "nada",
        ),
        ("dal 3 al 4 settembre 2026: niente", ("3 settembre 2026", "4 settembre 2026"), "niente"),
        ("2026-08-31 to 2026-09-01 no cramps", ("2026-08-31", "2026-09-01"), "no cramps"),
        ("31 August 2026 - 1 September 2026: none", ("2026-08-31", "2026-09-01"), "none"),
    ],
)
def test_a_range_of_dates_is_each_of_them(line: str, dates: tuple[str, ...], rest: str) -> None:
    found = noted(clean(line))
    assert found is not None
    assert (found.dated, found.plain, found.rest) == (dates, True, rest)


@for_each(
    "date",
    [
        "3 February 2024", "Sat 3 February 2024", "February 3, 2024", "Feb 3rd 2024", "3. Februar 2024",
        "3 février 2024", "3 de febrero de 2024", "03.02.2024", "3/2/2024", "2024-02-03",
    ],
)  # fmt: skip
@for_each("mark", [". ", "! ", ", ", "; ", " - ", ": "])
def test_a_sentence_may_end_behind_the_year(date: str, mark: str) -> None:
    found = noted(f"{date}{mark}One cramp")
    assert found is not None
    assert (found.dated, found.rest) == ((date,), "One cramp")


def test_brackets_behind_a_date_stand_beside_what_the_line_says() -> None:
    found = noted("Sat 3 Feb 2024 (hot day): one cramp")
    assert found is not None
    assert (found.dated, found.rest) == (("Sat 3 Feb 2024",), "one cramp; hot day")


def test_brackets_that_name_the_cramp_are_what_the_line_answers() -> None:
    """By hand: "(cramp): none" says that there was none."""
    found = noted("1 Jan 2026 (cramp): none")
    assert found is not None
    assert found.rest == "(cramp): none"


@pytest.mark.parametrize("line", ["03/09/2026 - 05/10/2026: none", "2026-01-01 to 2026-12-31 no cramps"])
def test_a_range_that_can_be_two_or_is_a_season_is_not_plain(line: str) -> None:
    found = noted(line)
    assert found is not None
    assert not found.plain


@for_each(
    "line",
    ["- 2026-09-01: none", "* 2026-09-01 none", "## 2026-09-01 none", "1. 2026-09-01 none",
     "> 2026-09-01 none",
     "- [x] 2026-09-01: none", "☐ 2026-09-01 none", "**2026-09-01**: none", "Date: 2026-09-01 none"],
)  # fmt: skip
def test_marks_of_lists_and_quotes_are_no_part_of_a_line(line: str) -> None:
    found = noted(clean(line))
    assert found is not None
    assert (found.dated, found.rest) == (("2026-09-01",), "none")


def test_a_day_with_a_point_is_no_number_of_a_list() -> None:
    found = noted("1. September 2026 zwei Krämpfe")
    assert found is not None
    assert found.dated == ("1. September 2026",)


@pytest.mark.parametrize(
    "line", ["2 to 3 cramps", "7.5 km", "3-5 cramps a night", "10 mg at 22:00", "1. eat well"]
)
def test_numbers_of_something_else_are_no_dates(line: str) -> None:
    assert noted(line) is None


def test_a_box_that_is_not_ticked_is_told() -> None:
    assert without_bullet("- [ ] cramp") == ("cramp", True)
    assert without_bullet("- [x] cramp") == ("cramp", False)


@pytest.mark.parametrize(
    "line",
    ["[02/09/2026, 07:10:10] Anna: none", "02.09.26, 07:10 - Anna: none", "9/2/26, 7:10\u202fAM - Anna: none",
     "2/9/26, 7:10 a.\u00a0m. - Anna: none", "\u200e[02/09/2026, 07:10] Anna: none",
     "2.9.2026 klo 7.10 - Anna: none", "02/09/2026 à 07:10 - Anna: none"],
)  # fmt: skip
def test_a_message_has_its_date_its_time_and_its_words(line: str) -> None:
    found = message(clean(line))
    assert found is not None
    assert found.at is not None
    assert (found.at.hour, found.at.minute, found.rest) == (7, 10, "Anna: none")


@for_each(
    ("line", "dated", "rest"),
    [
        ("Sept 4 - 5 cramps", "Sept 4", "5 cramps"),
        ("Sept 4, 2026 - 5 cramps", "Sept 4, 2026", "5 cramps"),
        ("September 4 – 5 Krämpfe", "September 4", "5 Krämpfe"),
        ("Sept 4 - 5 small cramps", "Sept 4", "5 small cramps"),
        ("Sept 4 - 5 times", "Sept 4", "5 times"),
        ("Sept 4 - 5 glasses of water", "Sept 4", "5 glasses of water"),
        ("Sept 4 - 5 mg", "Sept 4", "5 mg"),
        ("Sept 4 - 5 min", "Sept 4", "5 min"),
    ],
)
def test_a_number_of_cramps_or_an_amount_behind_a_date_is_no_last_day(
    line: str, dated: str, rest: str
) -> None:
    found = noted(clean(line))
    assert found is not None
    assert (found.dated, found.rest) == ((dated,), rest)


@pytest.mark.parametrize("line", ["Sept 4 - 5: cramps", "Sept 4-5 no cramps", "Sept 4 to 5 none", "Sept 4-5"])
def test_a_range_that_no_counted_thing_follows_stays_one(line: str) -> None:
    found = noted(clean(line))
    assert found is not None
    assert found.dated == ("Sept 4", "Sept 5")


@pytest.mark.parametrize(
    "line",
    [
        "23 Mar - 29 Mar 2026: nothing all week",
        "23/03/2026-29/03/2026 no cramps",
        "Week of 23 March 2026: no cramps all week",
        "Woche vom 23. März 2026: keine Krämpfe die ganze Woche",
        "Semaine du 23 mars 2026 : aucune crampe toute la semaine",
        "23-29 March 2026: no cramps, every night",
        "28 Mar to 3 Apr 2026: no cramps",
    ],
)
def test_a_week_that_was_free_of_cramps_is_seven_nights_without_one(line: str) -> None:
    """Counted by hand: seven nights of 0, and the cramp of another line."""
    text = f"Leg cramps\n\n6 March 2026: two cramps\n{line}\n10 May 2026: one cramp\n"
    nights = read_journal([("notes.txt", text.encode())]).nights["cramps"].dropna()
    assert (nights == 0).sum() == 7
    assert nights.sum() == 3


# Fewer nights than all of them had a cramp, or none: how many is open.
_NOT_EACH = (
    "cramps not every night", "not every night cramps", "not all week cramps", "no cramps every night",
    "no every night cramp", "pas toutes les nuits des crampes", "no todas las noches calambres",
)  # fmt: skip


@for_each(
    "line",
    ["Week of 23 March 2026: 3 cramps", "23 Mar - 29 Mar 2026: better", "6 Mar: no cramps all week",
     *(f"23 Mar - 29 Mar 2026: {words}" for words in _NOT_EACH), f"Week of 23 March 2026: {_NOT_EACH[0]}"],
)  # fmt: skip
def test_other_words_of_a_week_make_no_night_free_of_cramps(line: str) -> None:
    text = f"Leg cramps\n\n2 March 2026: two cramps\n{line}\n10 May 2026: one cramp\n"
    nights = read_journal([("notes.txt", text.encode())]).nights["cramps"].dropna()
    assert (nights == 0).sum() == 0
