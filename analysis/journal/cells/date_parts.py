"""Dates of which only the month or the year is written: "March 2019", "since 2018", "03/2021"; and "since
before", with neither.
"""

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from analysis.journal.cells.values import plain, vocabulary
from analysis.journal.cells.words import alternatives, words_of

_LONGEST = 60  # characters


class DatePart(NamedTuple):
    """The first and the last day that a month or a year leaves possible."""

    first: date
    last: date

    @property
    def is_month(self) -> bool:
        return (self.last - self.first).days < 31


def date_part(text: str) -> DatePart | None:
    """The month or the year that a cell names instead of a day; None where it names neither, or more.

    >>> date_part("March 2019")
    DatePart(first=datetime.date(2019, 3, 1), last=datetime.date(2019, 3, 31))
    >>> date_part("since about 2018").first, date_part("12 March 2019")
    (datetime.date(2018, 1, 1), None)
    """
    found = _forms().fullmatch(plain(text[:_LONGEST]).strip(" .?"))
    if found is None:
        return None
    year = int(found["year"])
    if found["decade"]:
        return DatePart(date(year, 1, 1), date(year + 9, 12, 31))
    number = found["number"] or found["behind"] or (vocabulary("month").get(found["name"] or ""))
    if number is None:
        return None if found["name"] else DatePart(date(year, 1, 1), date(year, 12, 31))
    if not 1 <= int(number) <= 12:
        return None
    month = int(number)
    after = date(year + month // 12, month % 12 + 1, 1)
    return DatePart(date(year, month, 1), after - timedelta(days=1))


def is_since_before(text: str) -> bool:
    """Whether a cell says that something began before what is written there, and not when: "for years".

    >>> is_since_before("long term"), is_since_before("seit 10 Jahren"), is_since_before("2019")
    (True, True, False)
    """
    return _since_before().fullmatch(plain(text[:_LONGEST]).strip(" .?!()")) is not None


@cache
def _forms() -> re.Pattern[str]:
    about = alternatives(words_of("before a year"))
    return re.compile(
        rf"(?:(?:{about}|~)\.? ?)*(?:(?P<number>\d{{1,2}}) ?[/.-] ?|(?P<name>[^\W\d]{{3,12}})\.? ?[/-]? ?)?"
        r"(?P<year>(?:19|20)\d\d)(?: ?[/.-] ?(?P<behind>\d{1,2})|(?P<decade>(?<=0)s))?"
    )


@cache
def _since_before() -> re.Pattern[str]:
    about, years = (alternatives(words_of(kind)) for kind in ("before a year", "long times"))
    several = alternatives(words_of("number of years not told"))
    return re.compile(
        rf"(?:{alternatives(words_of('since before'))})"
        rf"|(?:(?:{about}|[>~]) ?)*(?:(?:\d{{1,2}}\+?|{several}) )*(?:{years})(?: ago)?"
    )
