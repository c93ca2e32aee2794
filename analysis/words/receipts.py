"""What became of every file, in words."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, groupby

from analysis.journal import (
    OPEN_ORDER,
    Action,
    DatesMean,
    Journal,
    Problem,
    Receipt,
    Rows,
    RuleReason,
    headers,
)
from analysis.words.rows import Row
from analysis.words.speech import capital, count, full_stop, listing
from analysis.words.unused import waits_for_an_answer

_FIRST: dict[Action, str] = {  # what costs the journal most stands first
    "rejected": "Row not used",
    "set_aside": "Cell not used",
    "not_mapped": "Not mapped",
    "conflict": "Conflict",
    "assumed": "Assumed",
    "repaired": "Mended",
    "duplicate": "Counted once",
    "outside": "Not a row of the journal",
}
_MOST_CELLS = 12  # different cells in one line
_NAMED: dict[DatesMean, str] = {
    "evening": "Each date means the night that began that evening",
    "morning": "Each date means the night that ended that morning",
}
_DECIDED: dict[RuleReason, str] = {  # where the rule alone says what of the reason there is to say
    "heading": ", as the file says",
    "chosen": ", as you chose",
    "not_needed": "",
}


def say_receipt(receipt: Receipt) -> str:
    """What the file is taken for and why, and its rows: those used, duplicate and rejected add up to read."""
    within = receipt.sheet and not receipt.name.endswith(f"[{receipt.sheet}]")  # a CSV has tables, no sheets
    name = receipt.name + (f", sheet “{receipt.sheet}”" if within else "")
    if receipt.error is not None:
        return f"{name}: {full_stop(receipt.error)}"
    if waits_for_an_answer(receipt):
        return f"{name}: no cramp of it counts before that is said. {_rows(receipt.rows)}."
    kind = receipt.kind if receipt.kind.endswith("s") else f"{_article(receipt.kind)} {receipt.kind}"
    found = receipt.taken_for.rstrip(".")
    if found.lower().startswith(f"{receipt.kind}: "):
        found = found[len(receipt.kind) + 2 :]
    why = f" ({found})" if found else ""
    return f"{name}: taken for {kind}{why}. {_rows(receipt.rows)}."


def _rows(rows: Rows) -> str:
    """``20 rows read: 15 used (8 of them mended), 1 duplicate and 4 not used``."""
    read, mended = count(rows.read, "row"), f"{rows.repaired:,} of them mended"
    if rows.used == rows.repaired > 1:
        mended = "all of them mended"
    if rows.read == rows.used:
        both = "read and used" if rows.read == 1 else "read, all used"
        one = rows.read == rows.repaired == 1
        return f"{read} {both}" + (", mended" if one else f" ({mended})" if rows.repaired else "")
    parts = [
        f"{rows.used:,} used" + (f" ({mended})" if rows.repaired else ""),
        count(rows.duplicate, "duplicate") if rows.duplicate else "",
        f"{rows.rejected:,} not used" if rows.rejected else "",
    ]
    return f"{read} read: {listing([part for part in parts if part])}"


def label_field(field: str | None) -> str:
    """What a column was taken for: a field's label, the person's own column, or that it is not used."""
    known = headers()
    if field is None:
        return "not used"
    return known[field].label if field in known else f"own column: {field}"


def say_open_dates(receipt: Receipt) -> str:
    """A date of the file that can be read in two ways, with both; empty where none is kept."""
    cells = [problem.cell for problem in receipt.problems if problem.code == OPEN_ORDER]
    return f"For example {cells[0]}." if cells and cells[0] else ""


def table_columns(receipt: Receipt) -> list[Row]:
    """What each column of the file was taken for, and why.

    Empty for a file that was not read and of which no column was taken for anything.
    """
    if receipt.error is not None and all(column.field is None for column in receipt.columns):
        return []
    return [
        {
            "Column": column.header,
            "Taken for": label_field(column.field) + (f" [{column.unit}]" if column.unit else ""),
            "Why": column.why,
        }
        for column in receipt.columns
    ]


def table_problems(receipt: Receipt) -> list[Row]:
    """Everything that was noticed, with its cells: for the screen only.

    What is alike stands in one line that names every row or column. What costs the journal most stands first.
    """
    alike: defaultdict[tuple[str | None, ...], list[Problem]] = defaultdict(list)
    for problem in receipt.problems:
        of_a_row = "row" if problem.row is not None else problem.cell or "column"
        column = None if of_a_row == "column" else problem.column
        alike[problem.action, column, problem.problem, problem.hint, of_a_row].append(problem)
    weights = {action: weight for weight, action in enumerate(_FIRST)}
    ordered = sorted(alike.values(), key=lambda group: (weights[group[0].action], group[0].row or 0))
    return [
        {"Where": _where(part), "What was done, and why": _done(part)}
        for group in ordered
        for part in _of_few_cells(group)
    ]


def _of_few_cells(alike: Sequence[Problem]) -> list[list[Problem]]:
    """``alike`` in parts of a few different cells each, in the order of the file."""
    by_cell: defaultdict[str | None, list[Problem]] = defaultdict(list)
    for problem in alike:
        by_cell[problem.cell].append(problem)
    same = list(by_cell.values())
    return [
        list(chain.from_iterable(same[start : start + _MOST_CELLS]))
        for start in range(0, len(same), _MOST_CELLS)
    ]


def _where(alike: Sequence[Problem]) -> str:
    rows, columns = _rows_of(alike), _columns_of(alike)
    if len(columns) > 1:
        return count(len(columns), "column")
    place = f"row {rows[0]:,}" if len(rows) == 1 else count(len(rows), "row") if rows else ""
    return ", ".join([*columns, *([place] if place else [])]) if columns else capital(place) or "The file"


def _done(alike: Sequence[Problem]) -> str:
    """What was done, what was noticed, the cells, rows or columns that it is about, and a hint."""
    first, columns = alike[0], _columns_of(alike)
    if len(columns) > 1:
        about = ": " + ", ".join(f"“{column}”" for column in columns)
    elif len(_rows_of(alike)) > 1:
        same = groupby(alike, key=lambda problem: problem.cell)
        about = ": " + "; ".join(_cell_and_rows(cell, _rows_of(list(problems))) for cell, problems in same)
    else:
        about = f" (“{first.cell}”)" if first.cell else ""
    hint = f" {capital(full_stop(first.hint))}" if first.hint else ""
    return f"{_FIRST[first.action]}: {first.problem.rstrip('.')}{about}.{hint}"


def _columns_of(alike: Sequence[Problem]) -> list[str]:
    return list(dict.fromkeys(problem.column for problem in alike if problem.column))


def _cell_and_rows(cell: str | None, rows: Sequence[int]) -> str:
    said = f"row {_runs(rows)}" if len(rows) == 1 else f"rows {_runs(rows)}"
    return f"“{cell}” in {said}" if cell else said


def _rows_of(alike: Sequence[Problem]) -> list[int]:
    return [problem.row for problem in alike if problem.row is not None]


def _runs(rows: Sequence[int]) -> str:
    """``5, 6 and 12 to 14``."""
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    said: list[str] = []
    for run in runs:
        said += [f"{run[0]:,} to {run[-1]:,}"] if len(run) > 2 else [f"{row:,}" for row in run]
    return listing(said)


def say_night_rule(journal: Journal) -> str:
    """Which night a diary's date names, and what decided it."""
    rule = journal.night_rule
    why = _DECIDED.get(rule.code, f": {rule.reason or rule.decided_by}")
    return full_stop(_NAMED[rule.dates_mean] + why)


def _article(noun: str) -> str:
    return "an" if noun[:1] in "aeiou" else "a"
