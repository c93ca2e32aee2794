"""Cells that a comma without quotation marks around them parted: "yes, two", "1,5"."""

from collections.abc import Sequence

from analysis.journal.cells import cramps_in_cell, plain, tells_of_a_cramp, vocabulary
from analysis.journal.fields import headers
from analysis.journal.tables.headings import heading


def joined_answer(header: str, cell: str, beyond: Sequence[str]) -> str | None:
    """An answer about cramps that a comma parted, as one cell: "yes, two". None where what stands in the next
    cell says nothing of how many there were.
    """
    answer = vocabulary("yes_no").get(plain(cell))
    if len(beyond) != 1 or answer is None or heading(header).fields[:1] != ("cramps",):
        return None
    joined = f"{cell}, {beyond[0]}"
    if answer == "no":
        words = plain(beyond[0]).split()
        counts = any(word.isdecimal() or word in vocabulary("number") for word in words)
        return joined if counts or tells_of_a_cramp(plain(beyond[0])) else None
    return joined if (cramps_in_cell(joined).value or 0) > 1 else None


def rejoined_row(names: Sequence[str], record: Sequence[str]) -> list[str] | None:
    """A row with a cell more than its header, where only one place can be that of a comma: behind a yes with
    a number in a word ("yes, two"), or in the one amount that two numbers can be ("1,5"); None for others.

    >>> rejoined_row(["Date", "Cramps", "Pain"], ["2025-03-01", "yes", "two", "5"])
    ['2025-03-01', 'yes, two', '5']
    """
    width = len(names)
    if len([cell for cell in record[width:] if cell]) != 1 or not record[width]:
        return None
    comma, at = ", ", _answer_parted(names, record)
    if at is None:
        comma, at = ",", _one_amount_parted(names, record)
    if at is None:
        return None
    return [*record[:at], f"{record[at]}{comma}{record[at + 1]}", *record[at + 2 : width + 1]]


def _answer_parted(names: Sequence[str], record: Sequence[str]) -> int | None:
    """The place of the first yes whose number in a word stands in the next cell; None without one."""
    for place in range(len(names) - 1):
        behind = record[place + 1]
        if not behind.isdecimal() and joined_answer(names[place], record[place], [behind]) is not None:
            return place
    return None


def _one_amount_parted(names: Sequence[str], record: Sequence[str]) -> int | None:
    """The one place at which two numbers can be one, where it is that of an amount; None for others."""
    parted = _amounts_parted(names, record)
    return parted[0] if len(parted) == 1 and _is_amount(names[parted[0]]) else None


def _amounts_parted(names: Sequence[str], record: Sequence[str]) -> list[int]:
    """The places of numbers that may be one with the next cell; a number of cramps is whole."""
    return [
        at
        for at in range(len(names))
        if record[at].isdecimal()
        and record[at + 1].isdecimal()
        and len(record[at + 1]) <= _MOST_DECIMALS
        and heading(names[at]).fields[:1] != ("cramps",)
    ]


def _is_amount(name: str) -> bool:
    return any(headers()[field].kind in _AMOUNTS for field in heading(name).fields[:1])


_AMOUNTS = ("amount", "number")
_MOST_DECIMALS = 2
