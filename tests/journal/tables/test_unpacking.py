"""Workbooks that make their reader ask for more than a machine has: one sentence, little memory, soon.

The oracle is the workbook itself: each is written here, holds what its name says, and none can be a journal.
Beside every refused one stands the same form with a journal in it, which is read: what is refused is the size
and never the form.
"""

import io
import resource
import time
import zipfile
from datetime import date

import openpyxl
import pytest

from analysis.journal import JournalError, read_journal
from analysis.journal.tables.worksheet_script import MOST_SHEETS
from tests.journal.test_robustness import zipped

TODAY = date(2026, 1, 1)
SOON = 30.0  # s, on a busy machine
LITTLE = 400_000  # kB that this process may have grown by
FAR = "XFD1048576"


def plain_book() -> dict[str, bytes]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Date", "Cramps"], ["2024-03-01", 1], ["2024-03-02", 0]):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    with zipfile.ZipFile(content) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def of_sheet(sheet: str) -> bytes:
    return zipped(plain_book() | {"xl/worksheets/sheet1.xml": sheet.encode()})


def text(cell: str, value: str, attributes: str = "") -> str:
    return f'<c r="{cell}"{attributes} t="inlineStr"><is><t>{value}</t></is></c>'


JOURNAL = (
    f'<row r="1">{text("A1", "Date")}{text("B1", "Cramps")}</row>'
    f'<row r="2">{text("A2", "2024-03-01")}<c r="B2"><v>1</v></c></row>'
    f'<row r="3">{text("A3", "2024-03-02")}<c r="B3"><v>0</v></c></row>'
)


def around(rows: str) -> str:
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>"


# How a cell far away, or a cell of a journal, can be written.
FORMS = {
    "plain": lambda rows: around(rows),
    "single quotes": lambda rows: around(rows.replace('"', "'")),
    "odd spaces": lambda rows: around(rows.replace('<c r="', '<c  \n r  =  "')),
    "a greater-than sign in an attribute": lambda rows: around(rows.replace("<c ", '<c cm="a>b" ')),
    "a long attribute": lambda rows: around(rows.replace("<c ", f'<c cm="{"x" * 5_000}" ')),
    "tags of a namespace": lambda rows: (
        around(rows)
        .replace("</", "<?")
        .replace("<", "<x:")
        .replace("<x:?", "</x:")
        .replace("<x:worksheet>", '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">')
    ),
}  # fmt: skip


def error_of(content: bytes) -> str:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    with pytest.raises(JournalError) as raised:
        read_journal([("diary.xlsx", content)], today=TODAY)
    assert time.perf_counter() - began < SOON
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < LITTLE
    return str(raised.value)


@pytest.mark.parametrize("form", FORMS)
def test_a_cell_far_away_costs_one_sentence_however_it_is_written(form: str) -> None:
    rows = JOURNAL + f'<row r="1048576"><c r="{FAR}"><v>1</v></c></row>'
    assert "save the journal's part alone as CSV" in error_of(of_sheet(FORMS[form](rows)))


@pytest.mark.parametrize("form", FORMS)
def test_the_form_alone_is_read(form: str) -> None:
    journal = read_journal([("diary.xlsx", of_sheet(FORMS[form](JOURNAL)))], today=TODAY)
    assert journal.nights["cramps"].tolist() == [1.0, 0.0]


def test_a_cell_far_away_in_small_letters() -> None:
    rows = JOURNAL + '<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>'
    assert "save the journal's part alone as CSV" in error_of(of_sheet(around(rows)))


def test_a_sheet_outside_its_folder_is_found_by_its_relationship() -> None:
    for far in (False, True):
        rows = JOURNAL + (f'<row r="1048576"><c r="{FAR}"><v>1</v></c></row>' if far else "")
        members = plain_book()
        del members["xl/worksheets/sheet1.xml"]
        members["xl/elsewhere/part.xml"] = around(rows).encode()
        rels = members["xl/_rels/workbook.xml.rels"]
        members["xl/_rels/workbook.xml.rels"] = rels.replace(b"worksheets/sheet1.xml", b"elsewhere/part.xml")
        if far:
            assert "save the journal's part alone as CSV" in error_of(zipped(members))
        else:
            journal = read_journal([("diary.xlsx", zipped(members))], today=TODAY)
            assert journal.nights["cramps"].tolist() == [1.0, 0.0]


def test_a_long_text_that_is_used_four_thousand_times() -> None:
    members = plain_book()
    members["xl/sharedStrings.xml"] = b"<sst><si><t>" + b"x" * 19_000_000 + b"</t></si></sst>"
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 4001))
    members["xl/worksheets/sheet1.xml"] = around(cells).encode()
    content = zipped(members)
    assert len(content) < 100_000
    assert "as CSV" in error_of(content)


def test_rows_and_cells_without_a_reference_stand_one_after_the_other() -> None:
    bare = JOURNAL
    for cell in ("A1", "B1", "A2", "B2", "A3", "B3"):
        bare = bare.replace(f' r="{cell}"', "")
    for row in "123":
        bare = bare.replace(f' r="{row}"', "")
    journal = read_journal([("diary.xlsx", of_sheet(around(bare)))], today=TODAY)
    assert journal.nights["cramps"].tolist() == [1.0, 0.0]
    many = "<row>" + "<c><v>1</v></c>" * 3 + "</row>"
    assert "rows" in error_of(of_sheet(around(many * 400_000)))


@pytest.mark.parametrize("sheets", [3, 20_000])
def test_one_sheet_under_many_names(sheets: int) -> None:
    """A few bytes for each: the few are read, each row once and then as its own copies."""
    members = plain_book()
    named = "".join(f'<sheet name="s{at}" sheetId="{at + 1}" r:id="rId1"/>' for at in range(sheets))
    of_office = "http://schemas.openxmlformats.org"
    members["xl/workbook.xml"] = (
        f'<workbook xmlns="{of_office}/spreadsheetml/2006/main" '
        f'xmlns:r="{of_office}/officeDocument/2006/relationships"><sheets>{named}</sheets></workbook>'
    ).encode()
    if sheets > MOST_SHEETS:
        assert "more than 4,000 sheets" in error_of(zipped(members))
    else:
        journal = read_journal([("diary.xlsx", zipped(members))], today=TODAY)
        assert journal.nights["cramps"].tolist() == [1.0, 0.0]


def test_merged_ranges_and_dimensions_claim_nothing() -> None:
    ranges = "".join(f'<mergeCell ref="A{row}:XFD{row + 1}"/>' for row in range(4, 200_000, 2))
    sheet = (
        f'<worksheet><dimension ref="A1:{FAR}"/><sheetData>{JOURNAL}</sheetData>'
        f"<mergeCells>{ranges}</mergeCells></worksheet>"
    )
    journal = read_journal([("diary.xlsx", of_sheet(sheet))], today=TODAY)
    assert journal.nights["cramps"].tolist() == [1.0, 0.0]


def test_entities_fetch_and_repeat_nothing() -> None:
    """Nine entities, each ten times the one before, and one that names a file of this machine."""
    doubled = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE x [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">{doubled}]>'
    for name in ("e9", "file"):
        rows = JOURNAL + f'<row r="4">{text("A4", f"&{name};")}<c r="B4"><v>0</v></c></row>'
        assert "damaged" in error_of(of_sheet(head + around(rows)))
