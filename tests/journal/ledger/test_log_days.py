"""Cramp logs with columns about the day. Oracle: the nights and amounts worked out by hand."""

import pytest

from analysis.journal import Journal, read_journal
from analysis.review import review
from tests.journal.checks import assert_sound

HEAD = "Date,Time,Where,Pain (1-10),Water that day (ml)\n"


def read(rows: str, head: str = HEAD, **how: object) -> Journal:
    journal = read_journal([("cramp log.csv", (head + rows).encode())], **how)  # type: ignore[arg-type]
    assert_sound(journal)
    return journal


def test_a_log_with_water_stays_a_log_and_the_water_is_that_of_its_night() -> None:
    """By hand: 04:10 on 2 June is the night of 1 June, and so is the water beside it."""
    journal = read("6/2/2026,4:10 AM,L calf,5,1500\n6/20/2026,11:30 PM,R calf,4,1200\n")
    assert journal.receipts[0].kind == "cramp log"
    assert journal.cramps["onset"].dt.strftime("%m-%d %H:%M").tolist() == ["06-02 04:10", "06-20 23:30"]
    assert {f"{day:%m-%d}": ml for day, ml in journal.days["hydration"].items()} == {
        "06-01": 1500,
        "06-20": 1200,
    }


@pytest.mark.parametrize("head", [HEAD, HEAD.replace("Water that day (ml)", "Bottle (ml)")])
def test_a_mapping_never_changes_what_the_dates_mean(head: str) -> None:
    rows = "6/2/2026,4:10 AM,L calf,5,1500\n6/20/2026,11:30 PM,R calf,4,1200\n"
    told = read(rows, head, mapping={"Bottle (ml)": "hydration"})
    assert told.cramps["night"].dt.strftime("%m-%d").tolist() == ["06-01", "06-20"]
    assert told.days["hydration"].tolist() == [1500, 1200]


def test_amounts_that_the_cramps_of_a_night_give_differently_do_not_count() -> None:
    journal = read(
        "6/2/2026,1:10 AM,L calf,5,1500\n6/2/2026,4:10 AM,L calf,5,1200\n6/20/2026,11:30 PM,R calf,4,900\n"
    )
    assert journal.days["hydration"].tolist() == [900]
    set_aside = [problem.row for problem in journal.receipts[0].problems if problem.action == "set_aside"]
    assert set_aside == [2, 3]


def test_two_muscles_at_one_minute_are_two_cramps_and_two_legs_are_one() -> None:
    """By hand: a calf and a foot are two cramps, both calves one; a row that repeats another is a copy."""
    journal = read(
        "8/9/2026,11:30 PM,R foot,5,\n8/9/2026,11:30 PM,R calf,7,\n8/20/2026,2:00 AM,L calf,4,\n"
        "8/20/2026,2:00 AM,R calf,6,\n8/25/2026,2:00 AM,R calf,6,\n8/25/2026,2:00 AM,R calf,6,\n"
    )
    assert journal.cramps["night"].dt.strftime("%m-%d").tolist() == ["08-09", "08-09", "08-19", "08-24"]
    assert journal.cramps["severity"].tolist() == [5, 7, 6, 6]
    assert (journal.receipts[0].rows.used, journal.receipts[0].rows.duplicate) == (5, 1)


def test_fluid_that_is_known_on_cramp_nights_only_is_refused_by_name() -> None:
    rows = "".join(
        f"{month}/{day}/2026,4:10 AM,L calf,5,{900 + 70 * day}\n"
        for month in (6, 7, 8)
        for day in range(2, 29, 2)
    )
    found = review(read(rows))
    (fluid,) = [answer for answer in found.exposures if answer.field == "hydration"]
    assert (fluid.verdict, fluid.reason) == ("not_enough_data", "known_on_cramp_nights_only")
