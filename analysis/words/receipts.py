"""What became of every file, in words."""

from analysis.journal.model import DatesMean, Journal, Problem, Receipt
from analysis.words.speech import capital, count

_DONE = {
    "repaired": "mended, and the row is used",
    "assumed": "read under an assumption that can be switched",
    "set_aside": "this cell is not used; the rest of its row is",
    "rejected": "the row is not used",
    "duplicate": "a duplicate, counted once",
    "conflict": "two entries disagree",
    "not_mapped": "not used until it is mapped",
    "outside": "not a row of the journal",
}
_ENDINGS = (".", "!", "?")


def say_receipt(receipt: Receipt) -> str:
    """What the file is taken for and why, and its rows: read = used + duplicate + rejected."""
    if receipt.error is not None:
        return f"{receipt.name}: {_full_stop(receipt.error)}"
    rows = receipt.rows
    why = f" ({receipt.taken_for.rstrip('.')})" if receipt.taken_for else ""
    mended = f" Of the used, {rows.repaired:,} {_was(rows.repaired)} mended." if rows.repaired else ""
    return (
        f"{receipt.name}: taken for {_article(receipt.kind)}{why}. {capital(count(rows.read, 'row'))} read = "
        f"{rows.used:,} used + {rows.duplicate:,} duplicate + {rows.rejected:,} rejected.{mended}"
    )


def say_problem(problem: Problem, *, show_cell: bool = False) -> str:
    """Where, what, what was done and a hint. The cell itself only where asked for, on screen."""
    where = [
        f"row {problem.row:,}" if problem.row is not None else "",
        f"column “{problem.column}”" if problem.column else "",
    ]
    place = ", ".join(part for part in where if part)
    cell = f" (“{problem.cell}”)" if show_cell and problem.cell is not None else ""
    said = f"{capital(place)}: " if place else ""
    text = problem.problem.rstrip(".")
    said += f"{text if place else capital(text)}{cell}. {capital(_DONE[problem.action])}."
    return f"{said} {_full_stop(problem.hint)}" if problem.hint else said


def say_night_rule(journal: Journal) -> str:
    """Which night a diary's date names, and what decided it."""
    rule = journal.night_rule
    meaning: dict[DatesMean, str] = {
        "evening": "A date names the night that began on that evening",
        "morning": "A date names the night that ended on that morning",
    }
    return f"{meaning[rule.dates_mean]}. {capital(_full_stop(rule.decided_by))}".strip()


def _full_stop(text: str) -> str:
    return text if not text or text.endswith(_ENDINGS) else f"{text}."


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _article(kind: str) -> str:
    plural = kind.endswith("s")
    return kind if plural else f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"
