"""Kinds of event kept under a name of the person's own. Oracle: the rows of each day, added by hand."""

import pytest

from analysis.journal import read_journal

CRAMPS = "2025-03-01 02:10,Leg cramp,\n2025-03-05 03:00,Leg cramp,\n"


@pytest.mark.parametrize(
    ("amounts", "kept"),
    [(("1", "2", "4"), [3.0, 4.0]), (("2", "1", "1"), [3.0, 1.0]), (("0", "3", "0"), [3.0, 0.0]),
     (("1", "0", "0"), [True, False]), (("", "", ""), [True, True])],
)  # fmt: skip
def test_numbers_of_an_own_kind_add_up_also_beside_a_one(
    amounts: tuple[str, ...], kept: list[object]
) -> None:
    """Two on 1 March and one on 2 March; with nothing but 0 and 1 it is a yes or no."""
    moments = ("2025-03-01 09:00", "2025-03-01 12:00", "2025-03-02 09:00")
    rows = "".join(f"{at},Banana,{amount}\n" for at, amount in zip(moments, amounts, strict=True))
    text = f"Time,Event,Amount\n{CRAMPS}{rows}"
    journal = read_journal([("events.csv", text.encode())], mapping={"kind:Banana": "own"})
    assert journal.days["banana"].dropna().tolist() == kept
    assert journal.receipts[0].rows.used == 5
