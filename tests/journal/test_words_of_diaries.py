"""What headings, names and marks of home-kept diaries say. Oracle: each small file read by hand."""

import pytest

from analysis.journal import Journal, JournalError, read_journal
from tests.for_each import for_each


def read(text: str, name: str = "d.csv") -> Journal:
    return read_journal([(name, text.encode())])


def counts(journal: Journal) -> list[float | None]:
    return [None if count != count else count for count in journal.nights["cramps"]]


@for_each(
    ("cramps", "water", "none"),
    [
        ("Suonenvedot", "Vesi (l)", "ei"),
        ("Lægkramper", "Vand (liter)", "ingen"),
        ("Bacak krampları", "Su (litre)", "yok"),
        ("Lábikragörcs", "Víz (l)", "nincs"),
        ("Skurcze łydek", "Woda (l)", "brak"),
        ("Křeče", "Voda (l)", "ne"),
        ("Cãibras nas pernas", "Água (litros)", "nenhuma"),
        ("こむら返り", "水(L)", "なし"),
        ("Судороги", "Вода (л)", "нет"),
        ("Vadkramp", "Vatten (l)", "nej"),
    ],
)
def test_a_diary_in_a_language_of_the_vocabulary(cramps: str, water: str, none: str) -> None:
    journal = read(f"Date;{cramps};{water}\n2025-01-13;2;1.5\n2025-01-14;{none};2.0\n")
    assert counts(journal) == [2, 0]
    assert journal.days["hydration"].tolist() == [1500, 2000]


@pytest.mark.parametrize(
    ("header", "field"),
    [("Krampfstärke", "severity"), ("Krampfdauer (min)", "duration"), ("Krampfort", "muscle"),
     ("Krampfanzahl", "cramps"), ("Krampfuhrzeit", "onset"), ("Krampduur", "duration")],
)  # fmt: skip
def test_a_cramp_that_begins_a_word_is_a_cramp(header: str, field: str) -> None:
    cells = ["02:10", "03:00"] if field == "onset" else ["Wade", "Fuß"] if field == "muscle" else ["1", "2"]
    journal = read(f"Datum;{header}\n13.01.2025;{cells[0]}\n14.01.2025;{cells[1]}\n")
    assert {column.field for column in journal.receipts[0].columns} == {"night", field}


@pytest.mark.parametrize("name", ["Krampftagebuch.csv", "Krampfkalender 2025.csv", "krampdagboek.csv"])
def test_the_name_of_a_file_may_be_such_a_word(name: str) -> None:
    assert counts(read("Datum;Anzahl\n13.01.2025;0\n14.01.2025;2\n15.01.2025;1\n", name)) == [0, 2, 1]


@pytest.mark.parametrize("name", ["Krampfadern.csv", "Krampfanfälle.csv"])
def test_varicose_veins_and_seizures_are_no_cramps(name: str) -> None:
    with pytest.raises(JournalError):
        read("Datum;Anzahl\n13.01.2025;0\n14.01.2025;2\n15.01.2025;1\n", name)


@pytest.mark.parametrize("question", ["If yes, how many?", "Wenn ja, wie viele?", "Si oui, combien ?"])
def test_how_many_beside_a_yes_says_how_many(question: str) -> None:
    """A yes without a number is one cramp."""
    text = f"Date;Any cramp?;{question}\n2025-01-01;Yes;2\n2025-01-02;No;\n2025-01-03;Yes;\n"
    assert counts(read(text)) == [2, 0, 1]


def test_dates_without_a_year_lie_in_the_year_of_the_file() -> None:
    text = "Date,Cramps\n30 Dec,1\n31 Dec,0\n"
    assert read(text, "cramps 2023.csv").nights.index[0].year == 2023
    text = "Cramps in 2022\n" + text
    assert read(text, "cramps 2023.csv").nights.index[0].year == 2022


def test_a_time_of_waking_up_is_no_yes() -> None:
    journal = read("Date,Cramps,Woke up\n2025-01-01,1,07:00\n2025-01-02,0,06:30\n")
    assert "woke" not in journal.nights.columns
    assert [column.field for column in journal.receipts[0].columns][-1] is None


def test_stars_are_how_bad_it_was_of_five() -> None:
    """Two and four of five are 4 and 8 of ten; a cramp each."""
    journal = read("Date,Cramps,Pain\n2025-01-01,1,★★☆☆☆\n2025-01-02,★★★★☆,★★★★☆\n2025-01-03,0,\n")
    assert counts(journal) == [1, 1, 0]
    assert journal.nights["severity"].dropna().tolist() == [4, 8]


def test_what_was_taken_as_not_logged_is_said_of_empty_cells_only_where_there_are_some() -> None:
    said = [
        problem.problem
        for problem in read("Date,Cramps\n2025-01-01,1\n2025-01-02,purple\n2025-01-03,2\n")
        .receipts[0]
        .problems
    ]
    assert any("an answer that was not understood was taken as not logged" in one for one in said)
    assert not any("empty cell" in one for one in said)


def test_a_file_has_dates_only_where_it_has() -> None:
    for cells, has in (("2025-01-01", True), ("purple", False)):
        with pytest.raises(JournalError) as error:
            read(f"Date,Rating of the film\n{cells},8\n{cells},7\n")
        assert ("has dates" in str(error.value)) == has


@for_each(
    ("cramps", "water"),
    [
        ("Skurcze ostatniej nocy", "Ile wody wypiłeś wczoraj (ml)"),
        ("Kramper sidste nat", "Hvor meget drak du i går (ml)?"),
        ("Kramper siste natt", "Vann i går (ml)"),
        ("Kramper i natt", "Hur mycket drack du igår (ml)?"),
        ("Krampit viime yönä", "Paljonko joit eilen (ml)"),
        ("Křeče minulou noc", "Kolik jste včera vypil (ml)"),
        ("Görcsök tegnap éjjel", "Mennyit ivott tegnap (ml)"),
        ("Dün geceki kramplar", "Dün ne kadar su içtiniz (ml)"),
        ("Câibras na noite passada", "Quanta água bebeu ontem (ml)"),
        ("Crampi la notte scorsa", "Acqua ieri (ml)"),
        ("Krämpfe letzte Nacht", "Wie viel haben Sie gestern getrunken (ml)?"),
        ("昨夜のこむら返りの回数", "昨日の水分（ml）"),
    ],
)
def test_yesterday_in_a_form_is_the_day_before_it_was_sent(cramps: str, water: str) -> None:
    """Sent on the mornings of 2 to 4 March: the nights of 1 to 3 March and what was drunk on these days."""
    rows = "2025-03-02 07:30:00,0,1000\n2025-03-03 07:30:00,1,1100\n2025-03-04 07:30:00,2,1200\n"
    journal = read(f"Timestamp,{cramps},{water}\n{rows}", "form.csv")
    assert [str(night.date()) for night in journal.nights.index] == ["2025-03-01", "2025-03-02", "2025-03-03"]
    assert counts(journal) == [0, 1, 2]
    assert journal.nights["hydration"].tolist() == [1000, 1100, 1200]


def test_headings_in_full_width_letters_have_their_units() -> None:
    journal = read(
        "日付,こむら返り,水分（ｍｌ）,運動（分）\n2025-03-01,0回,1500,30\n2025-03-02,2回,1200,10\n"
    )
    assert counts(journal) == [0, 2]
    assert journal.nights["hydration"].tolist() == [1500, 1200]
    assert journal.nights["activity"].tolist() == [30, 10]


@pytest.mark.parametrize(("heading", "left", "both"), [("Noha", "levá", "obě"), ("Láb", "bal", "mindkettő")])
def test_a_leg_in_czech_and_hungarian_is_a_side(heading: str, left: str, both: str) -> None:
    journal = read(f"Date,Cramps,{heading}\n2025-03-01,1,{left}\n2025-03-02,1,{both}\n2025-03-03,0,\n")
    assert journal.cramps["side"].tolist() == ["left", "both"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日付,こむら返り\n2025-03-01,○\n2025-03-02,×\n2025-03-03,2回\n", [1, 0, 2]),
        ("Date,Crampes\n2025-03-01,2 fois\n2025-03-02,RAS\n2025-03-03,rien\n", [2, 0, 0]),
        ("Date,Cramp\n2025-03-01,twice\n2025-03-02,none thank goodness\n2025-03-03,calf\n", [2, 0, 1]),
        ('Dato,Hadde du krampe?,"Hvis ja, hvor mange ganger?"\n2025-03-01,ja,2\n2025-03-02,nei,\n', [2, 0]),
        ("Date,Cramps,How often\n2025-03-01,0,\n2025-03-02,1,3\n2025-03-03,1,1\n", [0, 3, 1]),
    ],
)
def test_answers_as_people_give_them(text: str, expected: list[float]) -> None:
    assert counts(read(text)) == expected


def test_one_letter_below_a_side_is_one_in_the_languages_of_the_vocabulary() -> None:
    journal = read("Dato,Krampe,Side\n2025-03-01,1,V\n2025-03-02,1,H\n2025-03-03,0,\n")
    assert journal.cramps["side"].tolist() == ["left", "right"]
