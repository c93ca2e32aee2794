"""What became of every file, in words."""

from analysis.journal.model import Action, DatesMean, Journal, Problem, Receipt
from analysis.words.speech import capital, count, full_stop

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


def say_night_rule(journal: Journal) -> str:
    """Which night a diary's date names, and what decided it."""
    rule = journal.night_rule
    why = rule.decided_by.partition(", so a date means")[0]
    return full_stop(_NAMED[rule.dates_mean] + (f": {why}" if why else ""))


def _article(noun: str) -> str:
    return "an" if noun[:1] in "aeiou" else "a"
