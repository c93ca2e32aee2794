"""The days of a week above the columns of a sheet, dated by what names the week: "Week of 6 Jan 2025"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from analysis.journal.cells import ANY_DAY, YEAR, plain, read_date, vocabulary, words_of
from analysis.journal.tables.lines import could_be_date

_FEWEST_DAYS = 5
_LONGEST_TITLE = 80  # characters
_WEEK = re.compile(rf"\b(?:{'|'.join(words_of('names a week'))})\.? ?(\d{{1,2}})\b")


def days_of_week(cells: Mapping[int, str], titles: Sequence[str]) -> dict[int, str] | None:
    """By the place of each cell its date, where the cells are days of one week in order and a title names
    a date that is the first of them; None for other cells. Of a date in two orders the weekday decides.
    """
    names = {at: plain(cell[:20]).rstrip(".") for at, cell in cells.items()}
    known = vocabulary("weekday")
    if len(names) < _FEWEST_DAYS or any(name not in known or name.isdecimal() for name in names.values()):
        return None
    first = min(names)
    begins = int(known[names[first]])
    if any((int(known[name]) - begins) % 7 != at - first for at, name in names.items()):
        return None
    told = (day for title in titles for day in dates_in(title))
    start = next((day for day in told if day.weekday() == begins), None)
    if start is None:
        return None
    return {at: (start + timedelta(days=at - first)).isoformat() for at in names}


def dates_in(text: str) -> Iterator[date]:
    """Every day that a few words may name, in either order: "Week of 6 Jan 2025", "KW 2 2025"."""
    words = text[:_LONGEST_TITLE].replace("(", " ").replace(")", " ").split()
    for begin in range(len(words)):
        for end in range(len(words), begin, -1):
            written = " ".join(words[begin:end]).strip(" ,;:-–")
            read = read_date(written, ANY_DAY) if could_be_date(written) else None
            yield from (day for day in (read.readings if read else ()) if day is not None)
    plainly = plain(text[:_LONGEST_TITLE])
    week, year = _WEEK.search(plainly), YEAR.search(plainly)
    if week and year and 1 <= int(week[1]) <= 53:
        try:
            yield date.fromisocalendar(int(year[0]), int(week[1]), 1)
        except ValueError:  # most years have 52 weeks
            return
