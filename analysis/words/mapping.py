"""The answers to: what is this column, what is this kind of event? And the heads of the ledger's columns."""

from collections.abc import Iterable, Mapping, Sequence

from analysis.journal import NO_COUNT, WORD, Field, Receipt, Suggestion, dictionary, headers
from analysis.words.receipts import label_field
from analysis.words.rows import Row
from analysis.words.speech import capital

_NOT_A_FIELD = {"": "not said yet", "ignore": "left out", "own": "kept under its own name"}
_AS_READ = {"": "as its name says, else left out"}  # a kind of event that nobody has mapped
_MEANINGS = {"": "not said yet", "cramp": "a cramp", "none": "no cramp", "not logged": "not known"}
_KINDS = {
    "cramps": "the cramp itself", "no cramp": "a night without a cramp", "medication": "a medicine taken",
    "start": "a medicine started", "stop": "a medicine stopped", "increase": "a dose raised",
    "decrease": "a dose lowered", "pause": "a medicine paused", "resume": "a medicine taken again",
}  # fmt: skip


def label_answers(given: Iterable[str] = (), *, event: bool = False) -> dict[str, str]:
    """Every answer that a mapping may hold, with its words; the same answers for columns and kinds of event.

    given : answers of a mapping already made, which may name fields of the person's own.
    event : in the words for a kind of event.
    """
    known = {name: label_field(name) for name in dictionary()}
    answers = {field: field for field in given} | _NOT_A_FIELD | _KINDS | known
    return answers | _AS_READ | _KINDS if event else answers


def table_suggestions(suggested: Sequence[Suggestion]) -> list[Row]:
    """The nearest field of each column that is not known, why, and some of its cells: for the screen."""
    return [
        {
            "Column": each.header,
            "Nearest": label_field(each.field),
            "Why": each.why,
            "For example": " · ".join(each.cells),
        }
        for each in suggested
    ]


def label_meanings() -> dict[str, str]:
    """Every meaning that an answer about cramps can be given, with its words; "" is none yet."""
    return dict(_MEANINGS)


def answers_not_understood(receipts: Sequence[Receipt]) -> dict[tuple[str, str], str]:
    """The different answers about cramps that are not understood, as (heading, text), none with a meaning.

    For the screen: they are cells.
    """
    return {
        (problem.column, problem.cell): ""
        for receipt in receipts
        for problem in receipt.problems
        if problem.code == NO_COUNT and problem.column and problem.cell
    }


def answers_told(mapping: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The answers that were given one of these meanings, as (heading, text)."""
    told = {}
    for key, meaning in mapping.items():
        if key.startswith(WORD) and meaning in _MEANINGS:
            column, _, text = key.removeprefix(WORD).rpartition(":")
            told[column, text] = meaning
    return told


def label_column(name: str, own_fields: Sequence[Field]) -> str:
    """How a column of the ledger is headed: its label and, where it has one, its unit in brackets."""
    field = (headers() | {own.name: own for own in own_fields}).get(name)
    if field is None:
        return capital(name.replace("_", " "))
    return f"{field.label} [{field.unit}]" if field.unit and field.unit != name else field.label
