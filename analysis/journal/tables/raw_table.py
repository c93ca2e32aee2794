"""One table of a file, as text: its header, its rows, and the same cells by column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass
class RawTable:
    """One table of a file: ``rows`` are as wide as ``headers``, ``numbers`` their rows as a spreadsheet
    counts; ``above`` is what the title lines above the header say.

    Once its columns were asked for, cells are changed by its methods alone: each column is made once, for
    the many who look at it.
    """

    title: str | None
    headers: list[str]
    rows: list[list[str]]
    numbers: list[int]
    header_row: int
    outside: list[tuple[int, str]] = field(default_factory=list)
    blank_lines: int = 0
    above: str = ""
    mended: list[tuple[int, str]] = field(default_factory=list)  # position of the row, what was mended
    remarks: set[int] = field(default_factory=set)  # positions of the rows that are a remark about no day
    repeated: list[tuple[int, int]] = field(default_factory=list)  # row and column of each ditto mark
    _columns: list[list[str]] = field(default_factory=list, init=False, repr=False, compare=False)
    _different: dict[int, list[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _shapes: dict[int, set[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def column(self, at: int) -> list[str]:
        """The cells of a column, which the caller leaves as they are."""
        if not self._columns:
            cells = map(list, zip(*self.rows, strict=True)) if self.rows else ([] for _ in self.headers)
            self._columns = list(cells)
        return self._columns[at]

    def different(self, at: int) -> list[str]:
        """Each different cell of a column once, in their order."""
        if at not in self._different:
            self._different[at] = list(dict.fromkeys(self.column(at)))
        return self._different[at]

    def shapes(self, at: int) -> set[str]:
        """The `shapes_of` a column: of the dates of a diary there are one or two."""
        if at not in self._shapes:
            self._shapes[at] = shapes_of(self.different(at))
        return self._shapes[at]

    def set_column(self, at: int, cells: Iterable[str]) -> None:
        """Gives every row another cell in one column."""
        column = list(cells)
        for row, cell in zip(self.rows, column, strict=True):
            row[at] = cell
        if self._columns:
            self._columns[at] = column
        self._different.pop(at, None)
        self._shapes.pop(at, None)

    def add_column(self, header: str, cells: Iterable[str]) -> None:
        """Adds a column behind the others."""
        self.headers.append(header)
        for row, cell in zip(self.rows, cells, strict=True):
            row.append(cell)
        self._forget_columns()

    def fill(self) -> None:
        """Makes every row as wide as the widest; columns beside the named ones have no name."""
        widths = set(map(len, self.rows))
        self.headers.extend([""] * (max(widths, default=0) - len(self.headers)))
        width = len(self.headers)
        if widths <= {width}:
            return
        for row in self.rows:
            row.extend([""] * (width - len(row)))
        self._forget_columns()

    def keep(self, positions: Sequence[int]) -> None:
        """Leaves out every row that does not stand at one of the ``positions``."""
        new = {at: place for place, at in enumerate(positions)}
        self.rows = [self.rows[at] for at in positions]
        self.numbers = [self.numbers[at] for at in positions]
        self.mended = [(new[at], what) for at, what in self.mended if at in new]
        self.repeated = [(new[at], column) for at, column in self.repeated if at in new]
        self.remarks = {new[at] for at in self.remarks if at in new}
        self._forget_columns()

    def _forget_columns(self) -> None:
        self._columns, self._different, self._shapes = [], {}, {}


_AS_ZERO = str.maketrans("123456789", "000000000")


def shapes_of(cells: Sequence[str]) -> set[str]:
    """The cells with each digit as 0. What asks of a cell no more than where its digits stand has the same
    answer of its shape, and there are few.

    >>> sorted(shapes_of(["2025-03-01", "2025-03-02", "3 March"]))
    ['0 March', '0000-00-00']
    """
    together = "\n".join(cells)
    if together.count("\n") < len(cells):
        return set(together.translate(_AS_ZERO).split("\n")) if cells else set()
    return {cell.translate(_AS_ZERO) for cell in cells}
