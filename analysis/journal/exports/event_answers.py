"""The column of an event log that answers its kinds: whether each was there ("no", "skip"), or how often."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis.journal.cells import before_reading, plain, read_number, vocabulary
from analysis.journal.tables import heading, heading_words

NOT_GIVEN = "?"  # as the readers of cells know an answer that is not known
MOST_OF_A_COUNT = 20  # cramps of one event; more is an amount of something else


@dataclass(frozen=True)
class Answers:
    """``column``: the plain heading of the column that answers the kinds, where one does. ``unclear``: those
    of columns that may, and of which nothing says so.
    """

    column: str | None = None
    unclear: tuple[str, ...] = ()


def answers_beside(cells_of: dict[str, list[str]], named: str | None, free: Collection[str]) -> Answers:
    """What answers the kinds of a log, of columns by their plain headings with the cells of the rows that are
    about cramps. ``named`` is the column whose heading says that it holds an amount; ``free`` are those with
    a heading that is not known to be about anything else.
    """
    could = [name for name in free if name != named and could_answer(cells_of[name])]
    if named is not None:
        return Answers(named, tuple(name for name in could if _varies(cells_of[name])))
    said = vocabulary("log answer")
    answering = [
        name for name in could if said.keys() & {name, heading_words(name)} and are_answers(cells_of[name])
    ]
    counting = [name for name in could if heading(name).counts_anything or name in vocabulary("log count")]
    column = next(iter(answering or counting), None)
    return Answers(column, tuple(name for name in could if name != column and _varies(cells_of[name])))


def could_answer(cells: Sequence[str]) -> bool:
    """Whether cells can say whether there was a cramp, or how many: answers, or small numbers."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return False
    distinct = set(filled)
    if all(answer_of(cell) is not None for cell in distinct):
        return any(answer_of(cell) != "unknown" for cell in distinct)
    numbers = [read_number(cell).value for cell in distinct]
    return all(n is not None and n == int(n) and 0 <= n <= MOST_OF_A_COUNT for n in numbers)


def _varies(cells: Sequence[str]) -> bool:
    return len(set(cells)) > 1


def are_answers(cells: Iterable[str]) -> bool:
    """Whether a column says yes or no of its rows, in words or ticks or as 0 and 1, and counts nothing."""
    distinct = {cell for cell in cells if cell}
    told = {cell: answer_of(cell) for cell in distinct}
    in_words = any(not cell[:1].isdecimal() for cell in distinct)
    return bool(distinct) and None not in told.values() and (in_words or "no" in told.values())


def answer_of(cell: str) -> Literal["yes", "no", "unknown"] | None:
    """What a cell says as an answer; None where it is none, such as a number or a strength."""
    words, empty = before_reading(cell)
    if empty is not None:
        return "unknown"
    if words[:1].isalpha() and vocabulary("scale").get(words, "0") != "0":
        return None
    told = vocabulary("yes_no").get(words)
    return None if told is None else ("yes" if told == "yes" else "no")


def settled(cells: Sequence[str]) -> list[str]:
    """The cells of a column of answers as yes and no; one that is empty is not given, like "skip"."""
    words = {"yes": "yes", "no": "no"}
    return [words.get(answer_of(cell) or "", cell or NOT_GIVEN) for cell in cells]


def is_not_given(amount: str) -> bool:
    """Whether what stands beside an event is an answer that is not known, or was not given."""
    return amount != "" and answer_of(amount) == "unknown"


def is_taken_back(amount: str) -> bool:
    """Whether what stands beside an event says that it was not, or not known to be."""
    return amount != "" and answer_of(amount) in ("no", "unknown")


def cells_by_heading(table: pd.DataFrame, rows: Sequence[bool]) -> dict[str, list[str]]:
    """The cells of the chosen rows, by the plain heading of each column."""
    of_rows = table.loc[list(rows)]
    return {
        plain(str(header).lstrip("\ufeff")): [str(cell).strip() for cell in of_rows[header].fillna("")]
        for header in table.columns
    }
