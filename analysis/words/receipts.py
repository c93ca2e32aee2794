"""What became of every file, in words."""

from analysis.journal.fields import headers
from analysis.journal.model import Action, DatesMean, Journal, Problem, Receipt
from analysis.words.speech import capital, count, full_stop
from analysis.words.tables import Row

_DONE: dict[Action, str] = {
    "repaired": "Mended, and the row is used.",
    "assumed": "Read under an assumption that can be switched.",
    "set_aside": "The cell is not used; the rest of its row is.",
    "rejected": "The row is not used.",
    "duplicate": "It says the same as another, and counts once.",
    "conflict": "Two entries disagree.",
    "not_mapped": "Not used until it is mapped.",
    "outside": "Not a row of the journal, and not counted as one.",
}
_DONE_BRIEFLY: dict[Action, str] = {
    "repaired": "mended and used",
    "assumed": "read under an assumption",
    "set_aside": "this cell is not used",
    "rejected": "this row is not used",
    "duplicate": "counted once",
    "conflict": "one of two entries counts",
    "not_mapped": "not used until mapped",
    "outside": "not a row of the journal",
}
_NAMED: dict[DatesMean, str] = {
    "evening": "A date names the night that began on that evening",
    "morning": "A date names the night that ended on that morning",
}


def say_receipt(receipt: Receipt) -> str:
    """What the file is taken for and why, and its rows: read = used + duplicate + rejected."""
    name = receipt.name + (f", sheet “{receipt.sheet}”" if receipt.sheet else "")
    if receipt.error is not None:
        return f"{name}: {full_stop(receipt.error)}"
    rows = receipt.rows
    kind = receipt.kind if receipt.kind.endswith("s") else f"{_article(receipt.kind)} {receipt.kind}"
    why = f" ({receipt.taken_for.rstrip('.')})" if receipt.taken_for else ""
    mended = f" ({rows.repaired:,} mended)" if rows.repaired else ""
    return (
        f"{name}: taken for {kind}{why}. {count(rows.read, 'row')} read = {rows.used:,} used{mended} + "
        f"{rows.duplicate:,} duplicate + {rows.rejected:,} rejected."
    )


def say_problem(problem: Problem, *, show_cell: bool = False) -> str:
    """Where, what, what was done, and a hint. The cell stands in it only where asked for, on screen."""
    row = f"row {problem.row:,}" if problem.row is not None else ""
    column = f"column “{problem.column}”" if problem.column else ""
    place = ", ".join(part for part in (row, column) if part)
    cell = f" (“{problem.cell}”)" if show_cell and problem.cell is not None else ""
    what = capital(f"{place}: {problem.problem.rstrip('.')}" if place else problem.problem.rstrip("."))
    hint = f" {capital(full_stop(problem.hint))}" if problem.hint else ""
    return f"{what}{cell}. {_DONE[problem.action]}{hint}"


def label_field(field: str | None) -> str:
    """What a column was taken for: a field's label, the person's own column, or that it is not used."""
    known = headers()
    if field is None:
        return "not used"
    return known[field].label if field in known else f"own column: {field}"


def table_columns(receipt: Receipt) -> list[Row]:
    """What each column of the file was taken for, and why."""
    return [
        {
            "Column": column.header,
            "Taken for": label_field(column.field),
            "Unit": column.unit,
            "Why": column.why,
        }
        for column in receipt.columns
    ]


def table_problems(receipt: Receipt) -> list[Row]:
    """Everything that was noticed, with its cell: for the screen only."""
    return [
        {
            "Row": problem.row,
            "Column": problem.column,
            "Cell": problem.cell,
            "What was noticed": problem.problem,
            "What was done": _DONE_BRIEFLY[problem.action],
            "Hint": problem.hint,
        }
        for problem in receipt.problems
    ]


def say_night_rule(journal: Journal) -> str:
    """Which night a diary's date names, and what decided it."""
    rule = journal.night_rule
    why = rule.decided_by.partition(", so a date means")[0]
    return full_stop(_NAMED[rule.dates_mean] + (f": {why}" if why else ""))


def _article(noun: str) -> str:
    return "an" if noun[:1] in "aeiou" else "a"
