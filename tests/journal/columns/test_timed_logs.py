"""Logs of cramps with a moment in each row, and what was drunk beside it. Oracle: each row read by hand."""

import pytest

from analysis.journal import Journal, JournalError, read_journal


def read(text: str, name: str) -> Journal:
    return read_journal([(name, text.encode())])


@pytest.mark.parametrize(
    ("name", "header"),
    [("cramp_log.csv", "When,Strength,Water that day (ml)"),
     ("krampf.csv", "Wann,Stärke,Wasser an dem Tag (ml)"),
     ("calambres.csv", "Cuándo,Dolor,Agua ese día (ml)"),
     ("crampes.csv", "Date et heure,Douleur,Eau ce jour (ml)")],
)  # fmt: skip
def test_a_moment_in_each_row_is_that_of_its_cramp(name: str, header: str) -> None:
    """02:10 on 15 January is of the night of the 14th, 23:40 on the 17th of that evening."""
    journal = read(
        f"{header}\n15.01.2025 02:10,6,1500\n17.01.2025 23:40,4,1800\n20.01.2025 03:30,7,1200\n", name
    )
    assert [f"{onset:%d %H:%M}" for onset in journal.cramps["onset"]] == ["15 02:10", "17 23:40", "20 03:30"]
    assert [f"{night:%d}" for night in journal.cramps["night"]] == ["14", "17", "19"]
    assert journal.cramps["severity"].tolist() == [6, 4, 7]


@pytest.mark.parametrize("clock", ["08:10", "00:00"])
def test_moments_of_writing_and_midnights_of_a_spreadsheet_are_no_cramps_times(clock: str) -> None:
    """Of a diary written at breakfast, or with dates that a spreadsheet made moments, no onset is known."""
    text = f"Date,Leg pain,Water (ml)\n2025-01-15 {clock},6,1500\n2025-01-17 {clock},4,1800\n"
    assert read(text, "leg cramps.csv").cramps["onset"].isna().all()


@pytest.mark.parametrize("places", [None, ("linke Wade", "Fuß", ""), ("L calf", "hand", "Achilles, foot")])
def test_pains_of_the_night_are_taken_for_cramps_and_asked_about(places: tuple[str, ...] | None) -> None:
    rows = ["15.01.2025 02:10;6", "17.01.2025 23:40;4", "18.01.2025 23:40;4"]
    text = "\n".join(["Datum;Schmerz", *rows])
    if places:
        told = (f"{row};{place}" for row, place in zip(rows, places, strict=True))
        text = "\n".join(["Datum;Schmerz;Wo", *told])
    journal = read(text, "tagebuch.csv")
    assert len(journal.cramps) == (3 if places is None or "hand" not in places else 2)
    assert journal.receipts[0].question == "are_these_leg_cramps"


@pytest.mark.parametrize("place", ["Kopf", "head left", "L knee", "jaw", "Hüfte"])
def test_pains_of_the_night_anywhere_else_are_asked_about(place: str) -> None:
    """Nothing in such a file says leg: it holds no cramp before somebody says so, and then two."""
    text = f"Datum;Schmerz;Wo\n15.01.2025 02:10;6;{place}\n17.01.2025 23:40;4;{place}\n"
    with pytest.raises(JournalError, match="say whether these are leg cramps"):
        read(text, "tagebuch.csv")
    said = read_journal([("tagebuch.csv", text.encode())], mapping={"file:tagebuch.csv": "cramps"})
    assert len(said.cramps) == 2


def test_pains_of_the_night_whose_remarks_name_another_pain_are_asked_about() -> None:
    text = "Date,Pain,Notes\n2025-01-15 02:10,6,migraine with aura\n2025-01-17 23:40,4,\n"
    with pytest.raises(JournalError, match="say whether these are leg cramps"):
        read(text, "log.csv")
