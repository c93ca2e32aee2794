"""Spreadsheets of OpenDocument programs. Oracle: the cells written here, as LibreOffice writes them."""

from datetime import date

import pytest

from analysis.journal import JournalError, read_journal
from tests.journal.test_robustness import zipped

URN = "urn:oasis:names:tc:opendocument:xmlns"
REST_OF_ROW = '<table:table-cell table:number-columns-repeated="1021"/>'
REST_OF_SHEET = (
    '<table:table-row table:number-rows-repeated="1048572">'
    '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
)


def spreadsheet(rows: str, kind: str = "spreadsheet") -> bytes:
    names = "".join(f' xmlns:{name}="{URN}:{name}:1.0"' for name in ("office", "table", "text"))
    sheet = f'<table:table table:name="Diary">{rows}</table:table>'
    content = f"<office:spreadsheet>{sheet}</office:spreadsheet>"
    xml = f"<office:document-content{names}><office:body>{content}</office:body></office:document-content>"
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zipped({"mimetype": mimetype, "content.xml": xml.encode(), "META-INF/manifest.xml": b"<m/>"})


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}{REST_OF_ROW}</table:table-row>"


def cell(kind: str, told: str = "", shown: str = "x") -> str:
    """``told``: the attribute that holds the value, of which ``shown`` is how the sheet shows it."""
    return f'<table:table-cell office:value-type="{kind}" {told}><text:p>{shown}</text:p></table:table-cell>'


def word(text: str) -> str:
    return cell("string", shown=text)


def day(iso: str) -> str:
    return cell("date", f'office:date-value="{iso}"')


def count(number: int) -> str:
    return cell("float", f'office:value="{number}"')


def clock(value: str) -> str:
    return cell("time", f'office:time-value="{value}"')


def test_a_spreadsheet_of_libreoffice_is_read_with_its_own_dates_and_times() -> None:
    rows = row(word("Night"), word("Cramps"), word("Cramp time"))
    rows += row(day("2025-03-01"), count(0), word(""))
    rows += row(day("2025-03-02"), count(1), clock("PT02H10M00S"))
    journal = read_journal([("diary.ods", spreadsheet(rows + REST_OF_SHEET))], today=date(2026, 1, 1))
    assert journal.nights["cramps"].tolist() == [0, 1]
    assert [f"{onset:%d %H:%M}" for onset in journal.cramps["onset"]] == ["03 02:10"]


def test_a_text_document_is_none() -> None:
    with pytest.raises(JournalError, match="an OpenDocument file"):
        read_journal([("diary.odt", spreadsheet(row(word("Night")), kind="text"))])


def test_one_cell_that_is_repeated_over_the_whole_sheet_is_refused() -> None:
    everywhere = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" '
        'office:value="1" table:number-columns-repeated="1024"/></table:table-row>'
    )
    with pytest.raises(JournalError) as refused:
        read_journal([("diary.ods", spreadsheet(everywhere))])
    assert refused.value.receipts[0].error_code == "unreadable"
