"""One table of an export, in the dictionary's words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from analysis.journal.model import DateOrder

SetAside = tuple[object, str, str]  # row label, header, what was found


@dataclass(frozen=True)
class Converted:
    """One table of an export, in the dictionary's words.

    ``kind`` is "device days", "cramp log", "night diary" (its medicines) or "medication changes". ``columns``
    says which headers of the file each column came from. ``rows`` gives, for every row of the file that is in
    the table, the label of the table's row: several sessions of a day are one day. ``set_aside`` lists the
    cells that were not taken over, by row and header, with the reason. ``evenings`` are the table's rows
    whose date is that of the evening, whatever the night rule. ``sessions``: its rows are parts of a day.
    ``further`` are columns of the file that can be mapped, as they are to be read; ``notes`` what was taken
    for granted. ``date_order`` is that of its moments, where they were read here; ``order_open``: it could
    not be told. ``repeated`` gives, for every row that is another one again, the label of that one.
    """

    kind: str
    table: pd.DataFrame
    columns: Mapping[str, tuple[str, ...]]
    rows: Mapping[object, object]
    set_aside: tuple[SetAside, ...] = ()
    evenings: frozenset[object] = frozenset()
    sessions: bool = False
    further: pd.DataFrame | None = None
    notes: tuple[str, ...] = ()
    date_order: DateOrder | None = None
    order_open: bool = False
    repeated: Mapping[object, object] = field(default_factory=dict)
