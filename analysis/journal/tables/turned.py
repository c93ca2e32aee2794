"""A diary that runs across the page: the dates stand side by side in a row, and each row below is one thing
that was noted, perhaps in a block for each week. Turned, it has a row for each date.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from analysis.journal.cells import plain, vocabulary, words_of
from analysis.journal.tables.cramp_headings import cramp_header
from analysis.journal.tables.headings import heading
from analysis.journal.tables.layout import could_be_date
from analysis.journal.tables.sheets import Sheet
from analysis.journal.tables.weeks import dates_in, days_of_week

_FEWEST_DATES = 3
_FEWEST_DAYS = 5  # numbers of days in order may be numbers of anything
_MOST_ROWS_ABOVE = 5
_TURNED = "the dates stand side by side; each column was read as a row, and the rows are counted so"
_TOTALS = "columns of totals beside the dates were left out"


@dataclass
class _Block:
    """The dates of one line, by their place in it, and what the lines below it say: label -> cells."""

    corner: str
    dates: dict[int, str]
    of_numbers: bool
    totals: frozenset[int] = frozenset()  # places in the line of what adds up
    lines: dict[tuple[str, int], Sequence[str]] = field(default_factory=dict)
    named: Counter[str] = field(default_factory=Counter)

    def add(self, record: Sequence[str]) -> None:
        self.lines[record[0], self.named[record[0]]] = record
        self.named[record[0]] += 1


def turned(sheet: Sheet) -> Sheet:
    """The sheet with a row for each date where its dates stand side by side, else the sheet itself.

    Nothing is left out: a line that fits no block, a cell under no date, blocks of the same dates, and blocks
    with other names in their corners (of people, of legs) leave the sheet as it is. Only columns of totals
    go, which `Sheet.said` says. Lines above the first dates, and what the corner names, stay above.
    """
    above: list[list[str]] = []
    blocks: list[_Block] = []
    weeks: str | None = None
    for record in sheet.records:
        if not any(record):
            continue
        found = _dates_of(record) or _week_of(record, weeks if weeks is not None else _alone(above))
        weeks = record[0] if _alone([record]) else None
        if found is not None:
            blocks.append(replace(found, totals=_totals_in(record)))
        elif blocks and weeks is not None and any(dates_in(weeks)) and _says_only_when(weeks):
            continue  # the title of the next week
        elif not blocks:
            above.append(record)
            if len(above) > _MOST_ROWS_ABOVE:
                return sheet
        elif record[0] and not could_be_date(record[0]) and _under_dates(record, blocks[-1]):
            blocks[-1].add(record)
        else:
            return sheet
    labels = list(dict.fromkeys(label for block in blocks for label in block.lines))
    if not labels:
        return sheet
    if len({block.of_numbers for block in blocks}) > 1 or (blocks[0].of_numbers and len(blocks) > 1):
        return sheet
    corners = {plain(block.corner): block.corner for block in blocks if not _says_only_when(block.corner)}
    dates = Counter(day for block in blocks for day in block.dates.values())
    if len(corners) > 1 or max(dates.values()) > 1:
        return sheet
    titles = [word for words, word in corners.items() if cramp_header(words) or not heading(word).fields]
    header = ["Day" if blocks[0].of_numbers else "Date", *(name for name, _ in labels)]
    rows = [
        [day, *(_cell(block.lines.get(label), at) for label in labels)]
        for block in blocks
        for at, day in block.dates.items()
    ]
    said = (*sheet.said, _TURNED, *([_TOTALS] if any(block.totals for block in blocks) else []))
    return replace(sheet, records=[*above, *([title] for title in titles), header, *rows], said=said)


def _alone(records: Sequence[Sequence[str]]) -> str:
    """The one cell of the last line, "" where it has others."""
    filled = [cell for cell in records[-1] if cell] if records else []
    return filled[0] if len(filled) == 1 and records[-1][0] else ""


def _week_of(record: Sequence[str], before: str) -> _Block | None:
    """The days of a week side by side, where the corner or the title before tells which week it is."""
    cells = {at: cell for at, cell in enumerate(record) if at and cell and not _is_totals(cell)}
    days = days_of_week(cells, (record[0], before))
    return _Block(record[0], days, of_numbers=False) if days is not None else None


def _cell(record: Sequence[str] | None, at: int) -> str:
    return record[at] if record is not None and at < len(record) else ""


def _is_date(name: str) -> bool:
    return heading(name).fields[:1] == ("night",)


def _dates_of(record: Sequence[str]) -> _Block | None:
    """The dates or numbers of days that stand side by side in a line after its first cell; None where there
    are too few, or anything else than totals beside them.
    """
    if could_be_date(record[0]) or record[0].isdecimal():
        return None
    cells = {at: cell for at, cell in enumerate(record) if at and cell and not _is_totals(cell)}
    if len(cells) >= _FEWEST_DATES and all(map(could_be_date, cells.values())):
        once = max(Counter(cells.values()).values()) == 1
        return _Block(record[0], cells, of_numbers=False) if once else None
    days = [int(cell) if cell.isdecimal() and len(cell) <= 2 else -1 for cell in cells.values()]
    in_order = all(after == before + 1 for before, after in pairwise(days))
    if len(days) >= _FEWEST_DAYS and in_order and days[0] >= 1 and days[-1] <= 31 and _names_days(record[0]):
        return _Block(record[0], cells, of_numbers=True)
    return None


def _names_days(corner: str) -> bool:
    return not corner or plain(corner) in words_of("day number") or _is_date(corner)


def _is_totals(cell: str) -> bool:
    return plain(cell) in words_of("totals")


def _totals_in(record: Sequence[str]) -> frozenset[int]:
    return frozenset(at for at, cell in enumerate(record) if at and _is_totals(cell))


def _says_only_when(text: str) -> bool:
    """Whether a corner or a title names nothing but dates, days or weeks."""
    if _names_days(text) or could_be_date(text):
        return True
    known = {*vocabulary("month"), *vocabulary("weekday"), *words_of("filler"), *words_of("day number")}
    words = "".join(letter if letter.isalpha() else " " for letter in plain(text)).split()
    return all(word in known or word in _OF_A_WEEK for word in words)


_OF_A_WEEK = frozenset({
    "week", "weeks", "woche", "kw", "semaine", "semana", "settimana", "uge", "vecka", "from", "to",
    "until", "bis", "von", "vom", "au", "du", "al", "dal", "st", "nd", "rd", "th", "w", "wk", "date", "dates",
    "datum",
})  # fmt: skip


def _under_dates(record: Sequence[str], block: _Block) -> bool:
    """Whether every cell of a line stands under a date or a total."""
    return all(
        not cell or not at or at in block.dates or at in block.totals for at, cell in enumerate(record)
    )
