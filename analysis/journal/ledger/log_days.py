"""What the rows of a cramp log say of the day before the cramp: "Water that day"."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from analysis.journal.entries import Entries
from analysis.journal.fields import dictionary
from analysis.journal.ledger.night_rule import NO_DAY, Days
from analysis.journal.receipts import USED


def add_days_of_logs(
    by_day: dict[str, dict[int, Any]], logs: Sequence[Entries], nights: Sequence[Days], own_names: set[str]
) -> None:
    """Adds to the columns by day what each cramp's row says of the day on which its night began, where no
    diary or device tells it.

    Rows of one night that say it differently leave it open: which of them is right is not known.
    """
    for entries, of_rows in zip(logs, nights, strict=True):
        status = entries.draft.status.tolist()
        for name, values in entries.values.items():
            known = dictionary().get(name)
            if (known is None and name not in own_names) or (known is not None and known.table != "day"):
                continue
            told: dict[int, list[int]] = defaultdict(list)
            for at, (night, value) in enumerate(zip(of_rows.tolist(), values, strict=True)):
                if night != NO_DAY and value is not None and status[at] == USED:
                    told[night].append(at)
            column = by_day.setdefault(name, {})
            for night, rows in told.items():
                if len({values[at] for at in rows}) == 1:
                    column.setdefault(night, values[rows[0]])
                    continue
                for at in rows:
                    entries.draft.note(at, entries.plan.of(name)[0].named, _DIFFERENT, "set_aside", _HINT)
            if not column:
                del by_day[name]


_DIFFERENT = "the cramps of this night say it differently, so that none of them counts"
_HINT = "write the same amount beside every cramp of a night"
