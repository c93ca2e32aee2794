"""Files whose times are those of UTC: in which zone their days were lived is asked."""

from collections.abc import Mapping

from analysis.journal.cells import in_zone, is_of_utc
from analysis.journal.mapping import zone_of_file
from analysis.journal.receipts import Draft
from analysis.journal.tables import READ_IN_ZONE, RawTable, heading

WHICH_ZONE = "which_zone"  # the code of times of UTC whose zone nobody named
HINT = "say in which time zone you lived, such as Europe/London"


def settle_zone(table: RawTable, draft: Draft, mapping: Mapping[str, str], name: str) -> None:
    """Gives the moments of UTC of a table the wall-clock times of the zone that was named for its file; asks
    for it where none was, and no column of the table names one.
    """
    if any("zone" in heading(header).fields for header in table.headers):
        return
    columns = [at for at in range(len(table.headers)) if is_of_utc(row[at] for row in table.rows)]
    if not columns:
        return
    zone = zone_of_file(mapping, name)
    for at in columns:
        if zone is None:
            draft.note(None, table.headers[at] or None, _NO_ZONE, "assumed", HINT, code=WHICH_ZONE)
            continue
        for row, local in zip(table.rows, in_zone([row[at] for row in table.rows], zone), strict=True):
            row[at] = local
        draft.note(
            None,
            table.headers[at] or None,
            READ_IN_ZONE,
            "assumed",
        )


_NO_ZONE = "the times are those of UTC and no zone is given, so that a day ends at midnight UTC"
