"""Nights at the end of a log on which a medicine was said not to be taken, too few of them for a stop."""

from collections.abc import Collection

from analysis.journal.medicines import Log, said_not_taken_at_end
from analysis.journal.receipts import Draft

_HINT = "write stop on the night on which it was stopped, if it was"


def note_not_taken(log: Log, draft: Draft, header: str | None, ended: Collection[str]) -> None:
    """Says of each medicine how many nights at the end were said to be without it, where no stop was read.
    ``ended`` : what tells apart the medicines whose end was told.
    """
    for last, nights in said_not_taken_at_end(log):
        if last.key not in ended:
            said = "1 night at the end says" if nights == 1 else f"{nights} nights at the end say"
            problem = f"{said} that it was not taken; so few are read as forgotten, and as no stop"
            draft.note(None, header, problem, "assumed", _HINT, last.medicine.name)
