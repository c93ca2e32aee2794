"""What a workbook's file tells beside its cells. Oracle: the file is told nothing that it does not hold."""

from analysis.journal.tables.beside_cells import Beside, take_beside_cells


def test_a_file_that_does_not_tell_of_each_sheet_hides_none() -> None:
    found = [("Diary", [["Date", "Cramps"]]), ("More", [["Date"]])]
    assert take_beside_cells(b"PK\x03\x04nothing", found) == [Beside(), Beside()]
