"""Quotation marks that are never closed. Oracle: the lines, as a person reads them."""

from analysis.journal import read_journal
from analysis.journal.tables.stray_quotes import swallows_rows
from tests.for_each import for_each

OPEN = 'Night,Cramps,Notes\n2025-03-01,2,"bad\n2025-03-02,1,ok\n2025-03-03,0,\n2025-03-04,1,{last}\n'


@for_each("last", ["", 'he said "ok"', '"ok', "fine"])
@for_each("delimiter", [",", ";", "\t"])
@for_each("ends", ["\n", "\r\n"])
def test_no_row_is_swallowed_by_an_open_quotation_mark(last: str, delimiter: str, ends: str) -> None:
    text = OPEN.format(last=last).replace(",", delimiter).replace("\n", ends)
    journal = read_journal([("d.csv", text.encode())])
    assert journal.nights["cramps"].tolist() == [2, 1, 0, 1]
    receipt = journal.receipts[0]
    assert (receipt.rows.read, receipt.rows.used) == (4, 4)
    assert any("quotation mark" in problem.problem for problem in receipt.problems)


def test_remarks_of_several_lines_stay_whole() -> None:
    text = 'Night,Cramps,Notes\n2025-03-01,2,"bad,\nworse at 3"\n2025-03-02,1,"ok\n2025-03-03 is better"\n'
    journal = read_journal([("d.csv", text.encode())])
    assert journal.nights["cramps"].tolist() == [2, 1]
    assert journal.nights["notes"].str.contains("worse at 3|better").all()


def test_a_date_with_fewer_cells_than_the_header_is_no_row() -> None:
    rows = [["Night", "Cramps", "Notes"], ["2025-03-01", "2", "one\n2025-03-02,1"]]
    assert not swallows_rows(rows, ",")
    assert swallows_rows([*rows, ["2025-03-03", "0", "x\n2025-03-04,1,y"]], ",")


def test_a_ditto_mark_below_a_title_line_swallows_no_row() -> None:
    """Oracle: three nights; the mark means the amount of the night before."""
    text = 'Table 1\nNight,Cramps,Water (mL)\n2025-03-01,2,1500\n2025-03-02,1,"\n2025-03-03,0,1200\n'
    journal = read_journal([("d.csv", text.encode())])
    assert journal.nights["cramps"].tolist() == [2, 1, 0]
    assert journal.days["hydration"].tolist() == [1500, 1500, 1200]
