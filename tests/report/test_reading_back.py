"""The page as a file of the journal: it opens where it was, joins what is newer, and no page can harm."""

import io
import json
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pandas as pd
import pikepdf
import pytest

from analysis import Person, read_journal, review
from analysis.journal import PAGE_FILES
from analysis.report import Keep, write_page
from tests.journals import make_journal
from tests.report.pages import (
    MADE,
    of_the_year,
    of_two_months,
    page_of_two_months,
    review_of_the_year,
    review_of_two_months,
)

HEADER = "Night of,Cramps,Fluid (mL)\n"


@cache
def the_page():
    return write_page(review_of_the_year(), Keep(made_on=MADE, mapping={"Notes": "ignore"}))


def changed(name, content, page=None):
    """The page with one of its attachments given another content."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(page or the_page())) as pdf:
        of_file = pdf.attachments[name].obj["/EF"]["/F"]
        of_file.write(content)
        pdf.save(out)
    return out.getvalue()


def test_the_page_opens_the_same_journal():
    """Oracle: the tables and the review of the journal that the page was made of."""
    again = read_journal([("page.pdf", the_page())], today=MADE)
    for table in ("nights", "days", "cramps", "changes", "measurements"):
        pd.testing.assert_frame_equal(getattr(again, table), getattr(of_the_year(), table))
    before, after = review_of_the_year().to_dict(), review(again).to_dict()
    for part in set(before) - {"journal"}:
        assert before[part] == after[part]
    assert again.earlier.made_on == MADE
    assert again.earlier.review["frequency"] == before["frequency"]
    assert all(receipt.rows.read == receipt.rows.used for receipt in again.receipts)


def test_what_was_typed_comes_back_and_an_argument_wins():
    """Oracle: the typed answers; the one given now."""
    typed = Person(70, None, ("diabetes",), "mother", ("Why at night?",))
    found = review(replace(of_two_months(), person=typed))
    page = write_page(found, Keep(made_on=MADE))
    assert read_journal([("p.pdf", page)]).person == typed
    other = Person(71)
    assert read_journal([("p.pdf", page)], person=other).person == other
    without = write_page(found, Keep(made_on=MADE, questions=False))
    assert read_journal([("p.pdf", without)]).person == replace(typed, questions=())


def test_the_mapping_travels_and_an_argument_wins():
    """Oracle: a column of this month's file is read as the page's mapping says, or as the argument says."""
    page = write_page(review_of_two_months(), Keep(made_on=MADE, mapping={"Wadenzeug": "cramps"}))
    month = ("sept.csv", b"Night of,Wadenzeug\n2025-09-01,2\n2025-09-02,0\n2025-09-03,1\n")
    told = read_journal([month, ("p.pdf", page)], today=date(2025, 10, 1))
    assert told.nights["cramps"].loc["2025-09-01":].tolist() == [2, 0, 1]
    other = read_journal([month, ("p.pdf", page)], mapping={"Wadenzeug": "severity"}, today=date(2025, 10, 1))
    assert other.nights["cramps"].loc["2025-09-01":].sum() != 3


def test_the_question_and_what_was_left_out_come_back_and_an_argument_wins():
    """Oracle: the review that the page was made of; the arguments given now."""
    out = [date(2025, 3, 20), date(2025, 3, 21)]
    found = review(of_two_months(), question="exposure:hydration", left_out=out)
    page = write_page(found, Keep(made_on=MADE))
    again = read_journal([("p.pdf", page)], today=MADE)
    told = review(again)
    assert (told.question, list(told.left_out)) == ("exposure:hydration", out)
    other = review(again, question="", left_out=())
    assert (other.question, other.left_out) == ("", ())
    before, after = found.to_dict(), told.to_dict()
    for part in set(before) - {"journal", "since_visit"}:
        assert before[part] == after[part], part


def test_a_question_that_the_journal_no_longer_has_is_not_asked():
    """Oracle: the default of the journal without its changes."""
    again = read_journal([("p.pdf", page_of_two_months())], today=MADE)
    told = replace(again, changes=again.changes.iloc[:0])
    assert review_of_two_months().question.startswith("change:")
    assert review(told).question == review(replace(told, earlier=None)).question


def test_the_mapping_goes_on_to_the_page_after_next():
    """Oracle: the answers of the first page and those given beside the second, in what the third reads."""
    first = write_page(review_of_two_months(), Keep(made_on=MADE, mapping={"Notes": "ignore"}))
    second = read_journal([("p.pdf", first)], today=MADE)
    page = write_page(review(second), Keep(made_on=MADE, mapping={"Wadenzeug": "cramps"}))
    third = read_journal([("p.pdf", page)], today=MADE)
    assert third.earlier.mapping == {"Notes": "ignore", "Wadenzeug": "cramps"}


@pytest.mark.parametrize("first", [True, False])
def test_the_page_is_older_than_every_file(first):
    """Oracle: the corrected night counts, whatever the order given; its cramps of the page are gone, and the
    receipts say so."""
    night = of_the_year().nights.index[of_the_year().nights["cramps"] == 2][-1]
    month = ("new.csv", f"{HEADER}{night.date()},0,1500\n".encode())
    files = [month, ("p.pdf", the_page())]
    told = read_journal(files[::-1] if first else files, today=MADE)
    assert told.nights.loc[night, "cramps"] == 0
    assert not (told.cramps["night"] == night).any()
    assert len(told.nights) == len(of_the_year().nights)
    assert sum(receipt.rows.rejected for receipt in told.receipts) == 3
    for receipt in told.receipts:
        rows = receipt.rows
        assert rows.read == rows.used + rows.duplicate + rows.rejected


def test_dates_that_mean_the_morning_do_not_move_the_page():
    """Oracle: the nights of the page stay; those of the new file go one evening back."""
    month = ("new.csv", b"Date,Cramps\n2025-09-02,3\n2025-09-03,1\n")
    told = read_journal([("p.pdf", the_page()), month], dates_mean="morning", today=date(2025, 10, 1))
    assert told.nights["cramps"].loc["2025-09-01":].tolist() == [3, 1]
    same = told.nights["cramps"].loc[:"2025-08-31"]
    pd.testing.assert_series_equal(same, of_the_year().nights["cramps"], check_freq=False)


def test_of_two_pages_the_later_one_is_the_last_visit():
    """Oracle: the later day, whatever the order."""
    older = write_page(review(of_two_months(), end=date(2025, 4, 20)), Keep(made_on=date(2025, 4, 21)))
    later = page_of_two_months()
    for files in ([("a.pdf", later), ("b.pdf", older)], [("b.pdf", older), ("a.pdf", later)]):
        told = read_journal(files, today=MADE)
        assert told.earlier.made_on == MADE
        pd.testing.assert_frame_equal(told.nights, of_two_months().nights)


def test_what_changed_since_the_last_visit_stands_first():
    """Oracle: the rates of the nights before and after the page by hand: 7 a week, then none."""
    before = make_journal([1] * 90, start="2025-03-01")
    made = date(2025, 5, 30)
    page = write_page(review(before), Keep(made_on=made))
    month = HEADER + "".join(f"{made + timedelta(days=n)},0,1500\n" for n in range(1, 60))
    told = review(read_journal([("p.pdf", page), ("new.csv", month.encode())], today=date(2025, 9, 1)))
    since = told.since_visit
    assert (since.current.cramps, since.previous.cramps) == (0, since.previous.nights)
    assert since.current.nights == 59
    assert told.to_dict()["since_visit"]["current"]["nights"] == 59
    from analysis.report.content import better_or_worse

    assert better_or_worse(told, Keep())[0].startswith("The nights since the last visit (30 May 2025)")


def test_a_glass_holds_what_it_held_at_the_last_visit():
    """Oracle: 5 glasses of 200 mL; an explicit size wins; a page of before it was told leaves 250 mL."""
    page = page_of_two_months(glass_ml=200)
    diary = ("d.csv", b"Night of,Cramps,Water (glasses)\n2025-09-05,1,5\n2025-09-06,0,6\n")
    told = read_journal([("p.pdf", page), diary], today=date(2025, 9, 9))
    assert told.earlier.glass_ml == 200
    assert told.days.loc["2025-09-05", "hydration"] == 1000
    chosen = read_journal([("p.pdf", page), diary], glass_ml=300, today=date(2025, 9, 9))
    assert chosen.days.loc["2025-09-05", "hydration"] == 1500
    visit = json.dumps({"format": "cramp-journal-visit/1", "made_on": "2025-09-02"}).encode()
    before = ("p.pdf", changed(PAGE_FILES["visit"], visit, page))
    older = read_journal([before, diary], today=date(2025, 9, 9))
    assert older.days.loc["2025-09-05", "hydration"] == 1250


def test_a_refused_page_costs_the_other_files_nothing():
    """Oracle: the diary beside it, by hand."""
    diary = ("d.csv", f"{HEADER}2025-03-01,1,1500\n2025-03-02,0,1400\n".encode())
    told = read_journal([("p.pdf", the_page()[:500]), diary])
    assert told.nights["cramps"].tolist() == [1, 0]
    assert [bool(receipt.error) for receipt in told.receipts] == [True, False]
    assert told.earlier is None
