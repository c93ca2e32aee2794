"""Tables in another shape: a date in three columns, and one column for each blood test."""

import re
from collections.abc import Sequence
from datetime import date

from analysis.journal.cells import AM_OR_PM, YEAR, plain, unit_of_header, vocabulary, words_of
from analysis.journal.tables.headings import heading_words
from analysis.journal.tables.lines import could_be_date
from analysis.journal.tables.raw_table import RawTable

_WORD = re.compile(r"[^\W_]+")
_NUMBER_FIRST = re.compile(r"[<>≤≥~ ]{0,3}\d")


def join_date(table: RawTable, title: str | None, name: str = "") -> None:
    """Adds a column with the date to a table that has the day, the month and the year in columns of their
    own, or the day in one and the month and year in its ``title``, in the lines above it or in the ``name``
    of its file, or nothing but clock times in a file whose name is a date.
    """
    month = month_and_year((title or "", table.above, name.rpartition(".")[0]))
    if (month is not None and _join_month(table, *month)) or _join_name(table, name):
        return
    plain_headers = [plain(header) for header in table.headers]
    places = []
    for kind in ("day number", "month number", "year number"):
        found = [at for at, header in enumerate(plain_headers) if header in words_of(kind)]
        if len(found) != 1:
            return
        places.append(found[0])
    dates = [_joined(*(row[at] for at in places)) for row in table.rows]
    if sum(map(bool, dates)) * 2 > len(dates):
        table.add_column("Date", dates)


_DATED_NAME = re.compile(r"(\d{4}-\d\d-\d\d)\.[a-z]{3,4}")
_CLOCK = re.compile(
    rf"\d{{1,2}}:\d\d(?::\d\d(?:\.\d{{1,9}})?)?{AM_OR_PM}(?:Z|[+-]\d\d:?\d\d)?", re.IGNORECASE
)


def _join_name(table: RawTable, name: str) -> bool:
    """Whether the times of one day were given the date that the file's name is."""
    found = _DATED_NAME.fullmatch(name)
    if found is None or not table.rows:
        return False
    columns = [[cell for cell in cells if cell] for cells in zip(*table.rows, strict=True)]
    timed = any(cells and all(map(_CLOCK.fullmatch, cells)) for cells in columns)
    if not timed or any(cells and could_be_date(cells[0]) and could_be_date(cells[-1]) for cells in columns):
        return False
    table.add_column("Date", [found[1]] * len(table.rows))
    return True


_NUMERIC = re.compile(
    r"(?<!\d)(?:((?:19|20)\d\d)[-./_](0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-./_]((?:19|20)\d\d))(?!\d)"
)
_SHORT = re.compile(r"([^\W\d_]{3,12})\.?,? ?'?(\d\d)")


def month_and_year(places: Sequence[str]) -> tuple[str, str] | None:
    """The one month that a table is of, by the first of its places that names one, and the year that this or
    another of them names; None where they do not say both, or more than one.
    """
    texts = [plain(text[:_LONGEST_TITLE]) for text in places]
    for text in texts:
        if found := _NUMERIC.search(text):
            return found[2] or found[3], found[1] or found[4]
        if (short := _SHORT.fullmatch(text)) and short[1] in vocabulary("month"):
            return short[1], short[2]
        named = [word for word in re.findall(r"[^\W\d_]{3,12}", text) if word in vocabulary("month")]
        if named:
            years = next((set(YEAR.findall(each)) for each in (text, *texts) if YEAR.search(each)), set())
            one = len({vocabulary("month")[name] for name in named}) == 1 == len(years)
            return (named[0], *years) if one else None
    return None


def _join_month(table: RawTable, month: str, year: str) -> bool:
    """Whether a table of one month, with every day at most once, was given its dates."""
    days = [at for at, header in enumerate(table.headers) if plain(header) in words_of("day number")]
    if len(days) != 1:
        return False
    numbers = [row[days[0]] for row in table.rows if row[days[0]]]
    dates = {number: _joined(number.rstrip("."), month, year) for number in numbers}
    if len(dates) < len(numbers) or not all(dates.values()) or not numbers:
        return False
    table.add_column("Date", [dates.get(row[days[0]], "") for row in table.rows])
    return True


_LONGEST_TITLE = 60  # characters


def month_number(month: str) -> int:
    """The number of a month that is named or numbered; 0 for another text."""
    name = vocabulary("month").get(plain(month[:20]).rstrip("."))
    return int(name) if name else int(month) if month.isdecimal() and len(month) <= 2 else 0


def _joined(day: str, month: str, year: str) -> str:
    number = month_number(month)
    if not (day.isdecimal() and len(day) <= 2 and year.isdecimal() and len(year) in (2, 4)):
        return ""
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day)).isoformat()
    except ValueError:
        return ""


_FEWEST_OF_A_MEAL = 2
_MASSES = frozenset({"mg", "g", "mcg"})


def is_food_diary(headers: Sequence[str]) -> bool:
    """Whether headings are those of what was eaten, so that sodium or magnesium beside them is no blood test
    and no medicine.
    """
    of_a_meal = sum(heading_words(header) in words_of("of a meal") for header in headers)
    # Nobody's blood holds a mere mass: "Sodium (mg)" beside one of them was eaten, too.
    return of_a_meal >= _FEWEST_OF_A_MEAL or (
        of_a_meal > 0 and any(unit_of_header(header)[1] in _MASSES for header in headers)
    )


def one_row_a_test(table: RawTable, date_at: int) -> tuple[RawTable, list[int]] | None:
    """The table with a row for each result, and the row of the file that each came from; None where its
    columns are no blood tests.
    """
    if is_food_diary(table.headers):
        return None
    tests = []
    for at, header in enumerate(table.headers):
        bare, unit = unit_of_header(header)
        brackets = re.search(r"[(\[]([^()\[\]]{1,20})[)\]]", header)
        name = header[: brackets.start()].strip() if brackets else bare
        if at != date_at and " ".join(_WORD.findall(plain(name))) in words_of("test name"):
            tests.append((at, name, brackets[1] if brackets else unit or ""))
    told = [row[at] for row in table.rows for at, _, _ in tests if row[at]]
    if not tests or not told or 2 * sum(bool(_NUMBER_FIRST.match(cell)) for cell in told) < len(told):
        return None
    long = RawTable(table.title, ["Date", "Test", "Result", "Unit"], [], [], table.header_row)
    origin = []
    for position, row in enumerate(table.rows):
        for at, name, unit in tests:
            if row[at]:
                long.rows.append([row[date_at], name, row[at], unit])
                long.numbers.append(table.numbers[position])
                origin.append(position)
    return long, origin
