"""The order of day and month. Oracle: a calendar, and what each order makes of the dates."""

from datetime import date

import pytest

from analysis.journal.cells.date_forms import DateText, read_date
from analysis.journal.cells.date_orders import decide_order

TODAY = date(2025, 12, 31)


def as_read(*texts: str) -> list[DateText]:
    found = [read_date(text, TODAY) for text in texts]
    assert all(isinstance(each, DateText) for each in found)
    return [each for each in found if each is not None]


@pytest.mark.parametrize(
    ("texts", "decided"),
    [
        (("13/02/2025", "01/03/2025"), ("dmy", None, False)),  # no month 13
        (("02/13/2025", "03/01/2025"), ("mdy", None, False)),
        (("2025-02-13",), (None, None, False)),  # nothing depends on it
        (("01.03.2025", "02.03.2025"), ("dmy", "mdy", False)),  # points
        (("03/01/2025", "03/02/2025", "03/03/2025"), ("mdy", "dmy", True)),  # three days in a row in March
    ],
)
def test_the_order_of_a_column(texts, decided):
    assert decide_order(as_read(*texts), None, TODAY) == decided


def test_a_chosen_order_is_taken():
    assert decide_order(as_read("03/01/2025", "03/02/2025"), "dmy", TODAY) == ("dmy", None, False)


def test_an_order_in_which_a_date_lies_ahead_is_not_taken():
    """Oracle: on 5 April 2025, 04/05/2025 is that day in one order only."""
    assert decide_order(as_read("04/05/2025", "04/04/2025"), None, date(2025, 4, 5)) == ("mdy", None, False)


def test_one_mistyped_date_among_many_does_not_turn_the_others():
    texts = [f"{day:02}/02/2025" for day in range(13, 25)]
    assert decide_order(as_read(*texts, "02/25/2025"), None, TODAY)[0] == "dmy"
