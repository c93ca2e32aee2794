"""Tables of which only a person can say whether they are about leg cramps: alone they are read and asked
about; beside another table that says how the nights were, they wait for the answer.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from analysis.journal.columns import ASKED
from analysis.journal.entries import Entries
from analysis.journal.file_tables import FileTable
from analysis.journal.ledger import decide_night_rule, nights_of_diary, onsets_of_log
from analysis.journal.model import DatesMean
from analysis.journal.receipts import UNMAPPED

_WAITS = (
    "Nothing in the file says that it is about leg cramps, and other files say how the nights were; say "
    "whether these are leg cramps, or leave it out."
)


def set_unanswered_aside(tables: Sequence[FileTable], dates_mean: DatesMean | None) -> None:
    """Takes out what was read of such tables where another one says of any night whether there was a cramp,
    unless it tells of those very cramps: it overrules nothing and widens nothing before it is answered."""
    waiting = [table for table in tables if table.unanswered and table.parts]
    diaries = _parts(tables, "night diary")
    if not waiting or not (diaries or _parts(tables, "cramp log")):
        return
    for table in waiting:
        if not _are_those(table.parts, diaries, dates_mean):
            table.parts = []
            table.draft.kind, table.draft.status[:] = "unreadable", UNMAPPED
            table.draft.problems = []  # what was noted of rows that are not used, and that they were taken
            table.draft.fail(ASKED, _WAITS)


def _parts(tables: Iterable[FileTable], kind: str) -> list[Entries]:
    """What the tables say of which nobody needs to be asked."""
    return [part for table in tables if not table.unanswered for part in table.parts if part.kind == kind]


def _are_those(parts: Iterable[Entries], diaries: Sequence[Entries], dates_mean: DatesMean | None) -> bool:
    """Whether the pains are cramps that the diaries count in the same nights."""
    pains: Counter[int] = Counter()
    for part in parts:
        nights, moments = onsets_of_log(part, "evening")
        for night, times in zip(nights, moments, strict=True):
            pains[night] += len(times)
    _, rules = decide_night_rule(diaries, dates_mean, set(pains))
    counts: dict[int, float] = {}
    for diary, rule in zip(diaries, rules, strict=True):
        for night, count in zip(nights_of_diary(diary, rule).tolist(), diary.column("cramps"), strict=True):
            counts[night] = max(counts.get(night, 0.0), count or 0.0)
    return all(count <= counts.get(night, 0.0) for night, count in pains.items())
