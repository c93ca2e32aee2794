"""What the patient wrote beside the nights, and which of it holds a word of a warning sign."""

from dataclasses import dataclass
from datetime import date

from analysis.journal.cells import SIGNS, SpokenOf, signs_in
from analysis.journal.model import Journal


@dataclass(frozen=True)
class Remark:
    """A remark that holds a word of a sign, as the patient wrote it. It is quoted, never counted: only the
    two people can tell what it means ("not swollen", "red wine"). ``column``: the heading of the column in
    which it stands, where that is not read.
    """

    about: SpokenOf
    night: date
    text: str
    column: str = ""


def remarks_about_signs(journal: Journal) -> tuple[Remark, ...]:
    """Every remark that holds a word of a warning sign, by sign, of each the latest first.

    >>> from analysis import read_journal
    >>> rows = b"night,cramps,notes\\n2025-03-01,1,ankle swollen\\n2025-03-02,0,late tea\\n"
    >>> [found.about for found in remarks_about_signs(read_journal([("diary.csv", rows)]))]
    ['swelling']
    """
    remarks = journal.remarks
    written = [
        (night.date(), text, "") for night, text in zip(remarks["night"], remarks["text"], strict=True)
    ]
    written += [(unread.night, unread.text, unread.column) for unread in journal.unread]
    latest_first = sorted(written, key=lambda one: one[0], reverse=True)
    found = [(*one, signs_in(one[1])) for one in latest_first]
    return tuple(
        Remark(sign, night, text, column)
        for sign in SIGNS
        for night, text, column, signs in found
        if sign in signs
    )
