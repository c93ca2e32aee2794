"""Dates in numbers that a remark tells of a change. Oracle: the calendar, counted back from 6 March 2026."""

from datetime import date

import pytest

from analysis.journal import read_journal
from analysis.journal.medicines.text import changes_told, tells_an_undated_change
from tests.for_each import for_each

WRITTEN = (date(2026, 3, 6) - date(1970, 1, 1)).days


@for_each(
    ("text", "nights"),
    [
        ("simvastatin stopped 3/3", -3),
        ("stopped simvastatin on 3/3", -3),
        ("stopped simvastatin (3/3)", -3),
        ("stopped simvastatin 3/3/26", -3),
        ("stopped simvastatin 2026-03-03", -3),
        ("stopped simvastatin 3 March", -3),
        ("3rd March: stopped simvastatin", -3),
        ("3/3: stopped simvastatin", -3),
        ("stopped simvastatin 13/2", -21),
        ("stopped simvastatin 2/13", -21),
        ("started magnesium 400 mg 1/3", -5),
        ("Simvastatin abgesetzt 3.3.", -3),
        ("Simvastatin am 3.3. abgesetzt", -3),
        ("ab 3.3. kein Simvastatin mehr", -3),
        ("arrêt simvastatine le 3/3", -3),
        ("gestopt met simvastatine 3/3", -3),
        ("stopped simvastatin pain 3/10", 0),
        ("BP 130/80 stopped simvastatin", 0),
        ("started Coveram 5/10", 0),
        ("started bisoprolol 2.5", 0),
        ("started metformin 2000", 0),
        ("increased magnesium from 1/2 to 1 tablet", 0),
    ],
)
def test_a_change_is_of_the_date_that_stands_beside_it(text: str, nights: int) -> None:
    assert [one.nights for one in changes_told(text, None, WRITTEN)] == [nights]


@pytest.mark.parametrize(
    "text",
    [
        "stopped simvastatin 2/3",  # 2 March or 3 February
        "stopped simvastatin on 3 November",  # of which year
        "started amlodipine in May",
        "simvastatin stopped end of February",
        "commencé amlodipine en mai",
        "started amlodipine in 2019",
    ],
)
def test_a_day_that_is_not_plain_is_asked_for(text: str) -> None:
    assert changes_told(text, None, WRITTEN) == []
    assert tells_an_undated_change(text, None, WRITTEN)


def test_may_is_a_month_only_behind_its_preposition() -> None:
    assert not tells_an_undated_change("I may stop simvastatin", None, WRITTEN)


def test_a_stop_stands_at_its_own_night_and_a_month_has_its_line() -> None:
    """Ledger: simvastatin ended on 3 March, told on the 5th; amlodipine began in some night of May."""
    told = {5: "simvastatin stopped 3/3", 6: "started amlodipine in May"}
    rows = "".join(f"2026-03-{day:02},{day % 2},{told.get(day, '')}\n" for day in range(1, 12))
    journal = read_journal([("d.csv", f"Night of,Cramps,Notes\n{rows}".encode())])
    assert [(str(one.night)[:10], one.generic, one.change) for one in journal.changes.itertuples()] == [
        ("2026-03-03", "simvastatin", "stop")
    ]
    said = [one.row for one in journal.receipts[0].problems if "its night is not" in one.problem]
    assert said == [7]
