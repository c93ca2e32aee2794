"""Tables in the dictionary's words. Oracle: what each says of itself against the file that it was made of."""

from tests.for_each import for_each
from tests.journal.exports.test_known import FILES, known

NAMES = sorted(path.name for path in FILES.iterdir() if path.name != "event_log.csv")


@for_each("name", NAMES)
def test_every_row_and_column_leads_back_to_its_file(name: str) -> None:
    """A row of the file names a row of the table, a column its headers; what was set aside is there."""
    export, table = known(name)
    kinds = dict.fromkeys(export.event_kinds(table), "cramps")
    made = export.tables(table, kinds)
    assert made
    for part in made:
        assert set(part.rows) <= set(table.index)
        assert set(part.rows.values()) <= set(part.table.index)
        assert part.evenings <= set(part.table.index)
        assert {header for of in part.columns.values() for header in of} <= set(map(str, table.columns))
        assert {row for row, _, _ in part.set_aside} <= set(table.index)
        assert all(why for _, _, why in part.set_aside)
