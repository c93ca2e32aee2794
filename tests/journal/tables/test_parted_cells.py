"""Cells that an unquoted comma parted. Oracle: the rows as they were meant, by hand."""

import pytest

from analysis.journal import read_journal


@pytest.mark.parametrize(
    ("header", "row", "cramps", "severity"),
    [
        ("Datum,Krampen,Pijn", "2026-11-02,ja, twee,5", 2, 5),
        ("Datum,Krämpfe,Schmerz,Notizen", "2026-11-02,ja, zwei,5,gut geschlafen", 2, 5),
        ("Fecha,Calambres,Dolor", "2026-11-02,sí, tres,6", 3, 6),
        ("Date,Cramps,Pain", "2026-11-02,yes,6", 1, 6),
    ],
)
def test_a_yes_and_its_number_are_one_answer_before_other_columns(
    header: str, row: str, cramps: int, severity: int
) -> None:
    rows = f"{header}\n2026-11-01,{'no' if 'yes' in row else 'nein'},0\n{row}\n"
    night = read_journal([("d.csv", rows.encode())]).nights.loc["2026-11-02"]
    assert (night["cramps"], night["severity"]) == (cramps, severity)


def test_the_one_amount_with_a_comma_is_joined() -> None:
    """Ledger: 1.5 L on the 1st and the 3rd, 2 L on the 2nd."""
    rows = "Datum,Krämpfe,Wasser (L)\n1.11.2026,0,1,5\n2.11.2026,1,2\n3.11.2026,2,1,5\n"
    journal = read_journal([("d.csv", rows.encode())])
    assert list(journal.nights["cramps"]) == [0, 1, 2]
    assert list(journal.days["hydration"]) == [1500, 2000, 1500]
    said = [one.row for one in journal.receipts[0].problems if "parted" in one.problem]
    assert said == [2, 4]


def test_a_comma_that_could_have_stood_in_two_places_joins_nothing() -> None:
    rows = "Date,Cramps,Water (L),Sleep\n2026-11-01,0,2,5,7\n2026-11-02,1,2,7\n"
    journal = read_journal([("d.csv", rows.encode())])
    assert any("more cells" in one.problem for one in journal.receipts[0].problems)
