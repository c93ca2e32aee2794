"""The answers to: what is this column, what is this kind of event? And the heads of the ledger's columns."""

from collections.abc import Iterable, Sequence

from analysis.journal import Field, dictionary, headers
from analysis.words.receipts import label_field
from analysis.words.speech import capital

_NOT_A_FIELD = {"": "left out", "own": "kept under its own name"}
_AS_READ = {"": "as its name says, else left out"}  # a kind of event that nobody has mapped
_KINDS = {
    "cramps": "the cramp itself", "medication": "a medicine taken", "start": "a medicine started",
    "stop": "a medicine stopped", "increase": "a dose raised", "decrease": "a dose lowered",
}  # fmt: skip


def label_answers(given: Iterable[str] = (), *, event: bool = False) -> dict[str, str]:
    """Every answer that a mapping may hold, with its words; the same answers for columns and kinds of event.

    given : answers of a mapping already made, which may name fields of the person's own.
    event : in the words for a kind of event.
    """
    known = {name: label_field(name) for name in dictionary()}
    answers = {field: field for field in given} | _NOT_A_FIELD | _KINDS | known
    return answers | _AS_READ | _KINDS if event else answers


def label_column(name: str, own_fields: Sequence[Field]) -> str:
    """How a column of the ledger is headed: its label and, where it has one, its unit in brackets."""
    field = (headers() | {own.name: own for own in own_fields}).get(name)
    if field is None:
        return capital(name.replace("_", " "))
    return f"{field.label} [{field.unit}]" if field.unit and field.unit != name else field.label
