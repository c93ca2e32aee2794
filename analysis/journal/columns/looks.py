"""What a column can be by the look of its cells, before any of them is read for good."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Protocol

from analysis.journal.cells import alternatives, plain, read_count, vocabulary, words_of
from analysis.journal.fields import headers
from analysis.journal.tables import Heading, could_be_date

_MOSTLY = 0.8
_SAMPLED = 200
_LONGEST_BLANK = 40  # characters of a cell that says that it says nothing
_CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)? ?(?:[ap]\.?m\.?|uhr|h)?", re.IGNORECASE)
_JOINED = alternatives(words_of("joins clock times"))
_CLOCKS = re.compile(
    rf"{_CLOCK.pattern}(?:(?: ?[,;/&+] ?| (?:{_JOINED}) ){_CLOCK.pattern}){{0,5}}"
    r"|\d{1,2}時(?:半|\d{1,2}分)?",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"[^:]{6,30}[ T]\d{1,2}[:.h]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\.?)?"
    r"(?: ?(?:z|[+-]\d{2}:?\d{2}))?",
    re.IGNORECASE,
)


class Headed(Protocol):
    @property
    def header(self) -> str: ...

    @property
    def heading(self) -> Heading: ...


def _mostly(pattern: re.Pattern[str], cells: Sequence[str]) -> bool:
    filled = list(islice(filter(None, cells), _SAMPLED))
    fit = sum(len(cell) < 60 and pattern.fullmatch(cell) is not None for cell in filled)
    return bool(filled) and fit >= _MOSTLY * len(filled)


def holds_clock_times(cells: Sequence[str]) -> bool:
    """Whether most filled cells are clock times; bare numbers alone are not."""
    return _mostly(_CLOCKS, cells) and any(not cell.isdecimal() for cell in cells if cell)


def holds_moments(cells: Sequence[str]) -> bool:
    """Whether most filled cells are a date with a time of day."""
    return _mostly(_MOMENT, cells)


def numbers_rows(cells: Sequence[str], fewest: int = 3) -> bool:
    """Whether the filled cells are 1, 2, 3 … in order, or from another start; down is as good as up."""
    numbers: list[int] = []
    for cell in filter(None, map(str.strip, cells)):
        bare = cell.strip(".#")
        if not bare.isdecimal() or len(bare) >= 10:
            return False
        numbers.append(int(bare))
        # Most columns are told by their first cells.
        if len(numbers) > 1 and numbers[-1] - numbers[-2] not in (1, -1):
            return False
    return len(numbers) >= fewest and len({after - before for before, after in pairwise(numbers)}) == 1


def numbers_each(rows: Sequence[tuple[str, str]]) -> bool:
    """Whether numbers, each with its date, are 1, 2, 3 … within every date, and some date has two."""
    last, again = ("", 0), False
    for cell, date in rows:
        bare = cell.strip(" .#")
        if not bare.isdecimal() or int(bare[:9]) != (last[1] + 1 if date == last[0] else 1):
            return False
        again |= date == last[0]
        last = date, int(bare[:9])
    return again


def could_count(cells: Sequence[str], *, few: bool = False) -> bool:
    """Whether the cells could say how many cramps there were in a night. Numbers that never come again number
    rows, unless ``few`` rows are enough. A dash or a question mark says nothing.
    """
    says_nothing = vocabulary("empty")
    filled = list(islice((c for c in cells if c and plain(c[:_LONGEST_BLANK]) not in says_nothing), _SAMPLED))
    if not filled or (not few and len(filled) > 2 and len(set(filled)) == len(filled)):
        return False
    counts = sum(read_count(cell).value is not None for cell in filled)
    return counts >= _MOSTLY * len(filled)


def are_beyond_cramps(cells: Sequence[str]) -> bool:
    """Whether most filled cells are numbers that no night has of cramps: those of steps."""
    filled = [cell for cell in cells if cell][:_SAMPLED]
    most = headers()["cramps"].high or 0
    beyond = sum(float(read_count(cell).value or 0) > most for cell in filled)
    return 2 * beyond > len(filled)


_MEASURE = re.compile(r"\d{1,4}(?:[.,]\d{1,2})? ?(?:%|°?[^\W\d]{1,7}\.?)")


def holds_numbers(cells: Sequence[str]) -> bool:
    """Whether most filled cells are bare numbers."""
    return _mostly(_NUMBER, cells)


_NUMBER = re.compile(r"\d{1,3}(?:[.,' ]?\d{3})*(?:[.,]\d{1,6})?")


def measures_something(cells: Sequence[str]) -> bool:
    """Whether most cells are a number with a unit of whatever: "5 %"."""
    return _mostly(_MEASURE, cells)


def has_zero(cells: Sequence[str]) -> bool:
    """Whether a cell says 0 or none."""
    return any(read_count(cell).value == 0 for cell in set(cells) if cell)


def tells_apart(columns: Sequence[Headed]) -> bool:
    """Whether columns of one field are about a first and a second: by numbers, legs or one header again."""
    if len(columns) < 2:
        return False
    legs = {column.heading.part for column in columns}
    if None not in legs and len(legs) == len(columns):
        return True
    numbers = Counter(column.heading.number for column in columns)
    if any(number is not None for number in numbers):
        return max(numbers.values()) == 1
    return len({plain(column.header) for column in columns}) == 1


def could_date(cell: str, *, serial: bool = False) -> bool:
    """Whether a cell could be a date; as seconds since 1970, or with ``serial`` as a spreadsheet's number."""
    return could_be_date(cell) or bool((_SERIAL if serial else _UNIX).fullmatch(cell))


_SERIAL = re.compile(r"[2-7]\d{4}(?:[.,]\d{1,12})?")  # a day as a spreadsheet counts them, from 1954 on
_UNIX = re.compile(r"1\d{9}(?:\d{3})?")  # seconds or milliseconds since 1970, from 2001 on


_FEWEST_THAT_GO_ON = 6
_STEPS_THAT_GO_ON = 4


def goes_on(cells: Sequence[str]) -> bool:
    """Whether the filled cells are numbers that never fall from row to row, or never rise where the newest
    comes first, and take at least four values: by chance that is one order of many.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) < _FEWEST_THAT_GO_ON or not all(cell.isdecimal() and len(cell) < 7 for cell in filled):
        return False
    numbers = list(map(int, filled))
    return len(set(numbers)) >= _STEPS_THAT_GO_ON and sorted(numbers) in (numbers, numbers[::-1])
