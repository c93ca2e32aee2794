"""Cells under medicines that name none: a yes or no, a tick, a number alone."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.journal.cells import plain, vocabulary
from analysis.journal.columns import Plan
from analysis.journal.entries.table import Entries

_WHICH = "which medicine? write its name"
_WHICH_COLUMN = "which medicine? name the column after it"
_NO_NAME = "this says yes or no, and names no medicine"


def names_none(text: str) -> bool:
    """Whether a cell cannot be the name of a medicine: an answer, a tick or a number."""
    word = plain(text).strip(" .!")
    answers = word in vocabulary("yes_no") or word in vocabulary("intake")
    return answers or not any(letter.isalpha() for letter in word)


def is_unnamed(entries: Entries, at: int, name: str | None) -> bool:
    """Whether a row about a medicine names none; such a row is rejected."""
    if name and not names_none(name):
        return False
    problem = _NO_NAME if name else "the row names no medicine"
    entries.draft.reject(at, None, problem, _WHICH if name else "write the medicine's name")
    return True


def names_no_medicine(entries: Entries, plan: Plan, texts: Sequence[str]) -> bool:
    """Whether a diary's column under medicines only answers yes and no, so that it is not used. Where "no" is
    all that it says, nothing was taken, whatever it is called; of a few answers among names a line is said.
    """
    written = [text for text in texts if text and vocabulary("empty").get(plain(text)) is None]
    answers = [text for text in written if names_none(text) and not _says_no(text)]
    if not answers:
        return False
    if named := [at for at, text in enumerate(written) if not names_none(text)]:
        # After a name "yes" says that the same is taken.
        answers = [
            text
            for at, text in enumerate(written)
            if names_none(text) and not _says_no(text) and not (at > named[0] and _says_same(text))
        ]
        if not answers:
            return False
        said = f"{len(answers)} of its cells name no medicine; they are not used"
        entries.draft.note(None, plan.named, said, "set_aside", _WHICH, answers[0])
        return False
    entries.draft.note(None, plan.named, f"{_NO_NAME}; it is not used", "not_mapped", _WHICH_COLUMN)
    columns = entries.draft.columns
    columns[plan.position] = replace(columns[plan.position], field=None, why="no names of medicines")
    return True


def _says_no(text: str) -> bool:
    word = plain(text).strip(" .!")
    return vocabulary("yes_no").get(word) == "no" or vocabulary("number").get(word) == "0"


def _says_same(text: str) -> bool:
    return plain(text).strip(" .") in vocabulary("medicines taken")
