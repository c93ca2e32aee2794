"""Columns as apps write them. Oracle: each file read by hand."""

from datetime import date, timedelta

import pytest

from analysis.journal import Journal, read_journal
from tests.for_each import for_each

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n")


def beside_a_diary(text: str, name: str = "app.csv") -> Journal:
    journal = read_journal([DIARY, (name, text.encode())])
    assert journal.nights["cramps"].tolist() == [0, 1, 0]
    return journal


@for_each(("yes", "no"), [("1", "0"), ("true", "false"), ("x", ""), ("TRUE", "FALSE")])
@for_each("mood", ["Mood", "Stimmung", "Level"])
def test_ticks_beside_a_mood_are_tags_of_it(mood: str, yes: str, no: str) -> None:
    text = f"Date,{mood},drunk,numb,tired,therapy\n" + "".join(
        f"2025-03-0{day},{day},{','.join(yes if tag == day else no for tag in (1, 2, 3, 1))}\n"
        for day in (1, 2, 3)
    )
    journal = beside_a_diary(text)
    assert not {"numbness", "fatigue", "hydration"} & {*journal.nights, *journal.days}
    assert len(journal.spells) == 0


def test_signs_ticked_in_a_list_of_the_nights_stay_signs() -> None:
    text = "Night of,Swelling,Redness,Numbness\n2025-03-01,x,,\n2025-03-02,,x,\n2025-03-03,,,x\n"
    journal = beside_a_diary(text)
    assert bool(journal.nights["swelling"].iloc[0])
    assert bool(journal.nights["numbness"].iloc[2])


@pytest.mark.parametrize(
    ("drink", "amount", "sum_ml"),
    [("Drink", "Amount (mL)", 1000), ("Drinks", "Volume (ml)", 1000), ("Drink", "How much (L)", None)],
)
def test_drinks_by_name_have_their_amounts_beside_them(drink: str, amount: str, sum_ml: float | None) -> None:
    """Two drinks of the same minute add up: 500 + 250 + 250 mL."""
    cells = ("500", "250", "250") if sum_ml else ("0.5", "0.25", "0.25")
    text = f"Time,{drink},{amount}\n" + "".join(
        f"2025-03-01 {at},{what},{cell}\n"
        for at, what, cell in zip(("08:00", "08:00", "12:00"), ("Water", "Tea", "Water"), cells, strict=True)
    )
    assert beside_a_diary(text).days["hydration"].dropna().tolist() == [1000]


def test_rows_filled_ahead_with_a_day_of_the_week_are_blank() -> None:
    """60 rows, four of them filled in and seven not to come: no clock is off, and nothing is rejected."""
    first = date(2026, 11, 20)
    text = "Night of,Cramps,Day\n" + "".join(
        f"{first + timedelta(days=at)},{at % 2 if at < 4 else ''},{(first + timedelta(days=at)):%a}\n"
        for at in range(60)
    )
    journal = read_journal([("diary.csv", text.encode())], today=date(2026, 11, 26))
    assert journal.nights["cramps"].tolist() == [0, 1, 0, 1]
    (receipt,) = journal.receipts
    assert (receipt.rows.read, receipt.rows.rejected) == (7, 0)
    assert not any("date of this computer" in problem.problem for problem in receipt.problems)


def test_a_mistyped_year_in_a_list_of_dates_alone_is_rejected_and_not_blank() -> None:
    """Each date is a cramp: 2062 for 2026 may not go without a word."""
    text = "Date of cramp\n2026-11-01\n2026-11-03\n2062-11-05\n"
    journal = read_journal([("cramps.csv", text.encode())], today=date(2026, 11, 26))
    assert int(journal.nights["cramps"].sum()) == 2
    assert journal.receipts[0].rows.rejected == 1


def test_two_zones_of_one_minute_are_two_moments() -> None:
    """The hour comes twice when the clocks go back; the same zone twice is a repeat."""
    for zones, count in ((("CEST", "CET"), 2), (("CET", "CET"), 1)):
        text = "Time of cramp,Time zone,Pain\n" + "".join(f"2025-10-26 02:30,{zone},5\n" for zone in zones)
        journal = read_journal([("log.csv", text.encode())])
        assert journal.nights["cramps"].tolist() == [count]
