"""A diary that runs across the page: the dates stand side by side in a row, and each row below is one thing
that was noted, perhaps in a block for each week. Turned, it has a row for each date.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from analysis.journal.cells import plain, vocabulary, words_of
from analysis.journal.tables.cramp_headings import cramp_header
from analysis.journal.tables.headings import heading
from analysis.journal.tables.lines import could_be_date, names_totals
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
    totals: frozenset[int]  # places in the line of what adds up
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
        found = _block_of(record, weeks if weeks is not None else _alone(above))
        weeks = record[0] if _alone([record]) else None
        if found is not None:
            blocks.append(found)
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


def _block_of(record: Sequence[str], before: str) -> _Block | None:
    """A block that begins with a line of dates, of numbers of days, or of the days of a week which the corner
    or the title ``before`` dates; None below any other line. Totals may stand beside them.
    """
    totals = frozenset(at for at, cell in enumerate(record) if at and names_totals(cell))
    cells = {at: cell for at, cell in enumerate(record) if at and cell and at not in totals}
    dates = days_of_week(cells, (record[0], before))
    of_numbers = False
    if dates is None and not could_be_date(record[0]) and not record[0].isdecimal():
        of_numbers = _are_numbers_of_days(cells.values()) and _names_days(record[0])
        dates = cells if of_numbers or _are_dates(cells.values()) else None
    return None if dates is None else _Block(record[0], dates, of_numbers, totals)


def _cell(record: Sequence[str] | None, at: int) -> str:
    return record[at] if record is not None and at < len(record) else ""


def _is_date(name: str) -> bool:
    return heading(name).fields[:1] == ("night",)


def _are_dates(cells: Collection[str]) -> bool:
    return len(cells) >= _FEWEST_DATES and len(set(cells)) == len(cells) and all(map(could_be_date, cells))


def _are_numbers_of_days(cells: Collection[str]) -> bool:
    """Whether the cells are numbers of days of one month, one after the other."""
    if len(cells) < _FEWEST_DAYS or not all(cell.isdecimal() and len(cell) <= 2 for cell in cells):
        return False
    days = [int(cell) for cell in cells]
    return days[0] >= 1 and days[-1] <= 31 and all(after == before + 1 for before, after in pairwise(days))


def _names_days(corner: str) -> bool:
    return not corner or plain(corner) in words_of("day number") or _is_date(corner)


def _says_only_when(text: str) -> bool:
    """Whether a corner or a title names nothing but dates, days or weeks."""
    if _names_days(text) or could_be_date(text):
        return True
    kinds = ("filler", "day number", "names a week", "beside a week")
    known = {
        *vocabulary("month"),
        *vocabulary("weekday"),
        *(word for kind in kinds for word in words_of(kind)),
    }
    words = "".join(letter if letter.isalpha() else " " for letter in plain(text)).split()
    return known.issuperset(words)


def _under_dates(record: Sequence[str], block: _Block) -> bool:
    """Whether every cell of a line stands under a date or a total."""
    return all(
        not cell or not at or at in block.dates or at in block.totals for at, cell in enumerate(record)
    )
