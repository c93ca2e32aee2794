"""Tables of which only a person can say whether they are about leg cramps: alone they are read and asked
about; beside another table that says how the nights were, they wait for the answer.
"""

from collections.abc import Sequence

from analysis.journal.columns import ASKED
from analysis.journal.file_tables import FileTable
from analysis.journal.receipts import UNMAPPED

_SAYS_OF_NIGHTS = frozenset({"night diary", "cramp log"})
_WAITS = (
    "Nothing in the file says that it is about leg cramps, and other files say how the nights were; say "
    "whether these are leg cramps, or leave it out."
)


def set_unanswered_aside(tables: Sequence[FileTable]) -> None:
    """Takes out what was read of such tables where another one says of any night whether there was a cramp:
    it overrules nothing and widens nothing before it is answered."""
    sure = any(
        part.kind in _SAYS_OF_NIGHTS for table in tables if not table.unanswered for part in table.parts
    )
    for table in tables if sure else ():
        if table.unanswered and table.parts:
            table.parts = []
            table.draft.kind, table.draft.status[:] = "unreadable", UNMAPPED
            table.draft.problems = []  # what was noted of rows that are not used, and that they were taken
            table.draft.fail(ASKED, _WAITS)
