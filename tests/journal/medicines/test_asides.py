"""What is said of another medicine beside one. Oracle: the record that a person would write down."""

import pytest

from analysis.journal import read_journal
from analysis.journal.medicines.asides import asides_apart
from tests.for_each import for_each

BEFORE = "atorvastatin 20 mg; amlodipine 5 mg"


@for_each(
    "cell",
    [
        "amlodipine 5 mg (atorvastatin withdrawn)",
        "amlodipine 5 mg (stopped atorvastatin)",
        "Amlodipin 5 mg (Atorvastatin abgesetzt)",
        "amlodipine 5 mg [no atorvastatin]",
        "amlodipine 5 mg - atorvastatin stopped",
        "amlodipine 5 mg but not atorvastatin",
        "Amlodipin 5 mg, aber kein Atorvastatin",
        "amlodipine 5 mg et pas d'atorvastatine",
        "atorvastatin stopped (amlodipine 5 mg)",
    ],
)
def test_it_ends_the_other_medicine(cell: str) -> None:
    """Eight nights with both, then eight with these words: atorvastatin ends on the ninth night."""
    cells = [BEFORE] * 8 + [f'"{cell}"'] * 8
    nights = [f"2025-01-{day:02},{day % 2},{said}" for day, said in enumerate(cells, 1)]
    text = "\n".join(["Night of,Cramps,Medication", *nights])
    journal = read_journal([("diary.csv", text.encode())])
    spells = {row.generic: row.last_night for row in journal.spells.itertuples()}
    assert f"{spells['atorvastatin']:%m-%d}" == "01-08"
    assert str(spells["amlodipine"]) == "NaT"
    assert journal.changes["change"].tolist() == ["stop"]


@pytest.mark.parametrize(
    "text",
    ["atorvastatin (stopped)", "atorvastatin 20 mg (stopped by GP)", "atorvastatin - stopped today",
     "magnesium (for cramps)", "Lipitor (atorvastatin) stopped", "atorvastatin (Lipitor) - stopped"],
)  # fmt: skip
def test_what_is_said_of_the_same_medicine_stays_beside_it(text: str) -> None:
    assert asides_apart(text, {}) == text
