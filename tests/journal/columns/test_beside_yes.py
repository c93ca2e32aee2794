"""How many, beside a column that says only whether. Oracle: the ledgers that a careful person writes down."""

import pytest

from analysis.journal import JournalError, read_journal
from tests.for_each import for_each


def beside_yes(cramps: str, beside: str, yes: str, no: str) -> bytes:
    answers = ((no, ""), (yes, "2"), (yes, "1"), (no, ""), (yes, "3"), (no, ""), (yes, "1"))
    rows = (f"2025-03-{day:02d},{said},{number}" for day, (said, number) in enumerate(answers, start=1))
    return "\n".join([f"Date,{cramps},{beside}", *rows]).encode()


@for_each(
    ("cramps", "beside", "yes", "no"),
    [
        ("Kramp", "Hoe vaak", "ja", "nee"),
        ("Crampi", "Quante volte", "sì", "no"),
        ("Kramp", "Hur många gånger", "ja", "nej"),
        ("Cãibra", "Quantas vezes", "sim", "não"),
        ("Skurcz", "Ile razy", "tak", "nie"),
        ("Krampe", "Hvor mange gange", "ja", "nej"),
        ("Krampe", "Antall ganger", "ja", "nei"),
        ("Kramppi", "Kuinka monta kertaa", "kyllä", "ei"),
        ("Křeč", "Kolikrát", "ano", "ne"),
        ("Kramp", "Kaç kez", "evet", "hayır"),
        ("Görcs", "Hányszor", "igen", "nem"),
        ("こむら返り", "回数", "はい", "いいえ"),
        ("Судороги", "Сколько раз", "да", "нет"),
        ("Calambre", "Cuántas veces", "sí", "no"),
        ("Cramp", "Qty", "yes", "no"),
    ],
)
def test_how_often_beside_a_yes_is_the_number_of_cramps(cramps: str, beside: str, yes: str, no: str) -> None:
    counts = read_journal([("log.csv", beside_yes(cramps, beside, yes, no))]).nights["cramps"]
    assert list(counts) == [0, 2, 1, 0, 3, 0, 1]


@pytest.mark.parametrize("beside", ["#", "Foo", "Kpl", "x", "Hm"])
def test_numbers_just_where_the_answer_is_yes_are_asked_about(beside: str) -> None:
    """The ledger of 7 cramps in 7 nights stands once somebody says that they count; else a yes is one."""
    files = [("log.csv", beside_yes("Cramp", beside, "yes", "no"))]
    with pytest.raises(JournalError) as raised:
        read_journal(files)
    assert f"“{beside}”" in str(raised.value.receipts[0].error)
    assert read_journal(files, mapping={beside: "cramps"}).nights["cramps"].sum() == 7
    assert read_journal(files, mapping={beside: "severity"}).nights["cramps"].sum() == 4


@pytest.mark.parametrize(
    ("beside", "numbers"),
    [("Foo", "5 7 8 6"), ("Foo", "20 10 30 5"), ("Anzahl Tabletten", "1 2 2 1"), ("Foo", "1 1 1 1")],
)
def test_numbers_beside_a_yes_that_are_no_count_stop_nothing(beside: str, numbers: str) -> None:
    rows = [f"2025-03-{at:02d},yes,{number}" for at, number in enumerate(numbers.split(), start=1)]
    text = "\n".join([f"Date,Cramp,{beside}", *rows, "2025-03-05,no,"])
    assert list(read_journal([("log.csv", text.encode())]).nights["cramps"]) == [1, 1, 1, 1, 0]


@pytest.mark.parametrize("headings", [("L", "R"), ("Left", "Right"), ("Calf", "Foot"), ("Foo", "Bar")])
def test_numbers_of_two_legs_beside_a_yes_are_asked_about_and_add_up_once_mapped(
    headings: tuple[str, str],
) -> None:
    one, other = headings
    rows = "2025-03-01,no,,\n2025-03-02,yes,2,\n2025-03-03,yes,1,1\n2025-03-04,no,,\n2025-03-05,yes,,3\n"
    files = [("log.csv", f"Date,Cramp?,{one},{other}\n{rows}".encode())]
    with pytest.raises(JournalError) as raised:
        read_journal(files)
    assert f"“{one}”" in str(raised.value.receipts[0].error)
    if one != "Foo":
        mapping = dict.fromkeys(headings, "cramps")
        assert read_journal(files, mapping=mapping).nights["cramps"].tolist() == [0, 2, 2, 0, 3]


@for_each(
    "beside",
    ["Bother (1-5)", "Discomfort", "Limping next day", "Nurse visits", "Stretch reps", "Room temp",
     "Recovery", "Stairs", "Impact"],
)  # fmt: skip
def test_a_rating_or_what_was_done_in_the_nights_of_cramps_stops_nothing(beside: str) -> None:
    """A yes is one cramp, as where nothing stands beside it; the other column is listed."""
    journal = read_journal([("log.csv", beside_yes("Cramps", beside, "yes", "no"))])
    assert list(journal.nights["cramps"]) == [0, 1, 1, 0, 1, 0, 1]
    assert [problem.column for problem in journal.receipts[0].problems if problem.action == "not_mapped"] == [
        beside
    ]
