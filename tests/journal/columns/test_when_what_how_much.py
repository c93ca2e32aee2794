"""Lists headed by questions, and a medicine by its short name. Oracle: the changes written in each row."""

import pytest

from analysis.journal import Journal, read_journal

NIGHTS = [f"2025-01-{day:02}" for day in range(1, 25)]
DIARY = "Night of,Cramps\n" + "".join(f"{night},{at % 2}\n" for at, night in enumerate(NIGHTS))


def changes(journal: Journal) -> list[tuple[str, str, str]]:
    return [(f"{one.night:%m-%d}", str(one.generic), one.change) for one in journal.changes.itertuples()]


@pytest.mark.parametrize(
    "text",
    [
        "When,What,How much\n2025-01-05,started magnesium,300 mg\n2025-01-15,stopped magnesium,\n",
        "When,What,How much\n2025-01-05,magnesium,300 mg\n2025-01-15,magnesium,0\n",
        "Wann;Was;Wie viel\n05.01.2025;Magnesium begonnen;300 mg\n15.01.2025;Magnesium abgesetzt;\n",
    ],
)
def test_a_list_headed_by_questions_tells_its_changes_and_doses(text: str) -> None:
    journal = read_journal([("diary.csv", DIARY.encode()), ("list.csv", text.encode())])
    assert changes(journal) == [("01-05", "magnesium", "start"), ("01-15", "magnesium", "stop")]
    assert journal.spells["dose"].tolist() == [300]


@pytest.mark.parametrize("answers", [("no", "yes"), ("N", "Y"), ("0", "1")])
def test_a_column_of_yes_and_no_under_mg_is_magnesium(answers: tuple[str, str]) -> None:
    rows = "".join(f"{night},{at % 2},{answers[at >= 10]}\n" for at, night in enumerate(NIGHTS))
    journal = read_journal([("diary.csv", f"Night of,Cramps,Mg\n{rows}".encode())])
    assert changes(journal) == [("01-11", "magnesium", "start")]


def test_numbers_under_mg_are_no_magnesium() -> None:
    rows = "".join(f"{night},{at % 2},{300 + at}\n" for at, night in enumerate(NIGHTS))
    journal = read_journal([("diary.csv", f"Night of,Cramps,Mg\n{rows}".encode())])
    assert journal.changes.empty
