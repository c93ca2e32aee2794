"""Text whose columns stand below each other, parted by spaces, as a typewriter or a report sets them."""

import re
from collections.abc import Sequence

_GAP = re.compile(r" {2,}(?=\S)")
_RULE = re.compile(r"[-=_+ |]{3,}")
_FEWEST_ROWS = 2


def fixed_widths(lines: Sequence[str]) -> list[list[str]] | None:
    """The cells of lines whose columns begin where those of their header do; None where the lines are no such
    table. What stands above the header is kept as a cell a line; rules between the lines are blank.

    >>> fixed_widths(["CRAMPS", "Date        Pain", "2025-03-01  5 of 10", "2025-03-02"])
    [['CRAMPS'], ['Date', 'Pain'], ['2025-03-01', '5 of 10'], ['2025-03-02', '']]
    """
    plain = ["" if _RULE.fullmatch(line) else line.expandtabs().rstrip() for line in lines]
    for at, line in enumerate(plain):
        starts = [0, *(gap.end() for gap in _GAP.finditer(line) if gap.start())]
        below = [row for row in plain[at + 1 :] if row]
        if len(starts) < 2:
            continue
        if len(below) < _FEWEST_ROWS or not all(_fits(row, starts) for row in below):
            return None
        rows = (_cut(row, starts) if row else [] for row in plain[at:])
        return [*([row] if row else [] for row in plain[:at]), *rows]
    return None


def _fits(row: str, starts: Sequence[int]) -> bool:
    """Whether no word of a row reaches over the beginning of a column, and its first cell is filled."""
    cut = (start for start in starts[1:] if start < len(row))
    return all(row[start - 1] == " " for start in cut) and bool(row[: starts[1]].strip())


def _cut(row: str, starts: Sequence[int]) -> list[str]:
    return [row[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
