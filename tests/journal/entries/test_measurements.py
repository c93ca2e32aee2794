"""Results of blood tests. Oracle: read by hand."""

from tests.journal.test_reading import read


def test_blood_tests_long_and_wide() -> None:
    long = read(
        "Date;Test;Result;Unit;Range\n01.03.2024;Kalium;3,4;mmol/l;3,5-5,1\n13.03.2024;CK;<140;U/L;\n"
    ).measurements
    assert long[["result", "low", "high"]].fillna(-1).to_numpy().tolist() == [[3.4, 3.5, 5.1], [140, -1, -1]]
    wide = read("Date,Potassium (mmol/L),Magnesium (mmol/L)\n02/01/2024,3.4,0.7\n13/02/2024,4.1,\n")
    assert wide.measurements["test"].tolist() == ["Magnesium", "Potassium", "Potassium"]
    assert wide.receipts[0].rows.used == 2
