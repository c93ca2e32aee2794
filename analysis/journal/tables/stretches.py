"""Columns that hold the first and the last day of a medicine in one cell: "10 Jan 2025 - 3 Mar 2025"."""

import re

from analysis.journal.cells import ANY_DAY, YEAR, alternatives, plain, read_date, vocabulary, words_of
from analysis.journal.tables.headings import heading
from analysis.journal.tables.lines import could_be_date
from analysis.journal.tables.raw_table import RawTable

FIRST_DAY, LAST_DAY = words_of("first day of a stretch")[0], words_of("last day of a stretch")[0]
_MOSTLY = 0.8
_LONGEST = 60  # characters


def _begins_with(kind: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{alternatives(words_of(kind))}) ", re.IGNORECASE)


_SINCE, _UNTIL = _begins_with("since"), _begins_with("until")
_BETWEEN = re.compile(
    rf"\s+(?:[-–—→]+>?|{alternatives(words_of('until'))})\s+|[–—→]|"
    r"(?<=\d-\d\d)/(?=\d{4}-)|(?<=\d)-(?=\s?[^\W\d_]{3})|-",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,2}(?=\D)")


def part_stretches(table: RawTable) -> None:
    """Gives a list of medicines whose stretches stand in one column two: for their first and last days.

    A cell that is no stretch stays as it is in the first of them.
    """
    known = {field for header in table.headers for field in heading(header).fields}
    if not known & {"medication", "dose"} or known & {"cramps", "start", "stop"}:
        return
    for at, header in enumerate(table.headers):
        cells = table.column(at) if table.rows else []
        stretches = {cell: stretch_in(cell) for cell in cells}
        filled = [cell for cell in cells if cell]
        if not filled or sum(stretches[cell] is not None for cell in filled) < _MOSTLY * len(filled):
            continue
        table.headers[at] = f"{header}: {FIRST_DAY}"
        table.add_column(f"{header}: {LAST_DAY}", ((stretches[cell] or ("", ""))[1] for cell in cells))
        table.set_column(at, ((stretches[cell] or (cell, ""))[0] for cell in cells))
        return


def stretch_in(cell: str) -> tuple[str, str] | None:
    """The first and the last day that a cell writes, each "" where it is open; None where it is no stretch.

    >>> stretch_in("10.01.2025 bis 15.03.2025")
    ('10.01.2025', '15.03.2025')
    >>> stretch_in("seit 2019")
    ('2019', '')
    """
    text = " ".join(cell.split())
    if not 4 <= len(text) <= _LONGEST:
        return None
    if since := _SINCE.match(text):
        text = text[since.end() :]
        if _is_day_or_year(text):
            return text, ""
    elif until := _UNTIL.match(text):
        ended = text[until.end() :]
        return ("", ended) if could_be_date(ended) else None
    for between in _BETWEEN.finditer(text):
        first, last = text[: between.start()].strip(), text[between.end() :].strip()
        if _is_open(last) and _is_day_or_year(first):
            return first, last
        if could_be_date(last) and (begun := _with_parts_of(first, last)):
            return begun, last
    return None


def _is_open(text: str) -> bool:
    return not text or text == "?" or plain(text).strip(" .") in vocabulary("open end")


def _is_day_or_year(text: str) -> bool:
    return could_be_date(text) or YEAR.fullmatch(text) is not None


def _with_parts_of(first: str, last: str) -> str | None:
    """The first day with the month and the year of the last one where it leaves them out; None where it is
    none even so, or would then come after the last.
    """
    year, day = YEAR.search(last), _DAY.match(last)
    whole: list[str] = []
    if year and not YEAR.search(first):
        number = first.strip(".")
        if day and number.isdecimal() and len(number) <= 2:
            whole.append(number + last[day.end() :])
        # The stretch may begin at the end of the year before.
        years = (year[0], str(int(year[0]) - 1))
        whole += [f"{first}{between}{one}" for one in years for between in (" ", "", ".")]
    for text in whole:
        begun, ended = read_date(text, ANY_DAY), read_date(last, ANY_DAY)
        if begun is not None and ended is not None:
            orders = zip(begun.readings, ended.readings, strict=True)
            if all(one is None or other is None or one <= other for one, other in orders):
                return text
    return first if _is_day_or_year(first) else None
