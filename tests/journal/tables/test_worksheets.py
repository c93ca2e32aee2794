"""The sheets of a workbook, read in a process of their own. Oracle: the cells as they were written."""

from tests.journal.tables.test_unpacking import around, error_of, plain_book
from tests.journal.test_robustness import zipped


def test_nineteen_hundred_wide_sheets() -> None:
    """499 columns and 40 rows each are 38 million cells, while no sheet alone is too large."""
    members = plain_book()
    sheet = around(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="40"><c r="SE40"><v>1</v></c></row>'
    ).encode()
    names, rels = [], []
    for at in range(1, 1901):
        members[f"xl/worksheets/sheet{at}.xml"] = sheet
        names.append(f'<sheet name="s{at}" sheetId="{at}" r:id="r{at}"/>')
        rels.append(
            f'<Relationship Id="r{at}" Target="worksheets/sheet{at}.xml" Type="http://schemas.openxmlformats.org'
            '/officeDocument/2006/relationships/worksheet"/>'
        )
    members["xl/workbook.xml"] = (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.'
        f'openxmlformats.org/officeDocument/2006/relationships"><sheets>{"".join(names)}</sheets></workbook>'
    ).encode()
    members["xl/_rels/workbook.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(rels)}</Relationships>"
    ).encode()
    assert "cells" in error_of(zipped(members))
