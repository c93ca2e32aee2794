"""Exports of several lists below one another in one file, each with its title, its header and its rows."""

from collections.abc import Callable, Sequence

from analysis.journal.tables.headings import heading

_DATED = frozenset({"night", "start", "recorded_at", "onset"})
_FEWEST_NAMES = 3  # side by side; a title may have two parts


def begins_section(record: Sequence[str]) -> bool:
    """Whether a line below a title is the header of another list: names side by side, one of them a date's,
    and no value. Of its other names none has to be known.
    """
    kept = [cell for cell in record if cell]
    if len(kept) < _FEWEST_NAMES or not all(record[: len(kept)]):
        return False
    return not any(cell[0].isdecimal() for cell in kept) and any(map(_is_of_a_date, kept))


def is_whole_section(lines: Sequence[Sequence[str]], at: int, could_be_date: Callable[[str], bool]) -> bool:
    """Whether a line is a header below a title of its own, with a date below its name of one: what comes
    after it is another list, and not the header of this one.
    """
    if not 0 < at < len(lines) - 1:
        return False
    above, header, below = lines[at - 1], lines[at], lines[at + 1]
    if sum(map(bool, above)) != 1 or not above[0] or sum(map(bool, header)) < 2:
        return False
    dated = [at for at, cell in enumerate(header) if cell and _is_of_a_date(cell)]
    return any(at < len(below) and could_be_date(below[at]) for at in dated)


def _is_of_a_date(cell: str) -> bool:
    return len(cell) <= 200 and not _DATED.isdisjoint(heading(cell).fields)
