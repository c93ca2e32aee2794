"""Headings of cramps of another time than one night are never its count. Oracle: what each heading says, by
hand, and the ledger that a careful person would write down.
"""

import pytest

from analysis.journal import JournalError, read_journal
from tests.for_each import for_each

NIGHTS = "".join(f"2025-03-{day:02d},{count}\n" for day, count in enumerate((1, 2, 2, 0, 5, 6, 6), start=1))
OTHER_TIMES = [
    "Cramps in the last 7 days",
    "Cramps (last 7 days)",
    "How many cramps in the last two weeks",
    "Cramps this week",
    "Leg cramps yesterday evening",
    "Total cramps so far",
    "Cumulative cramps",
    "Cramps (running)",
    "How many days with cramps",
    "Days since last cramp",
    "Average cramps",
    "Cramps per year",
    "Krämpfe in den letzten 7 Tagen",
    "Krämpfe diese Woche",
    "Krämpfe kumuliert",
    "Wie viele Nächte mit Krämpfen",
    "Krämpfe gestern Abend",
    "Crampes de la semaine",
    "Crampes ces 7 derniers jours",
    "Crampes depuis lundi",
    "Cramps since Monday",
    "Cramps since 1 March",
    "Calambres esta semana",
    "Calambres en los últimos siete días",
    "Calambres acumulados",
    "Crampi questa settimana",
    "Crampi ultimi 7 giorni",
    "Krampen afgelopen week",
    "Krampen tot nu toe",
    "Kramper denna vecka",
    "Kramper siste 7 dager",
    "Skurcze w tym tygodniu",
    "Câibras esta semana",
    "Křeče za týden",
    "Krampit viikossa",
    "Судороги за неделю",
]


@for_each("heading", OTHER_TIMES)
def test_a_count_of_another_time_than_a_night_is_asked_about_and_never_offered(heading: str) -> None:
    with pytest.raises(JournalError) as raised:
        read_journal([("log.csv", f"Date,{heading}\n{NIGHTS}".encode())])
    receipt = raised.value.receipts[0]
    assert receipt.rows.used == 0
    assert receipt.suggestions == ()


@for_each("heading", OTHER_TIMES)
def test_beside_the_cramps_of_the_night_it_changes_nothing_and_is_listed(heading: str) -> None:
    rows = "2025-03-01,1,1\n2025-03-02,0,3\n2025-03-03,2,7\n"
    journal = read_journal([("log.csv", f"Night of,Leg cramps,{heading}\n{rows}".encode())])
    assert journal.nights["cramps"].tolist() == [1, 0, 2]
    (receipt,) = journal.receipts
    assert receipt.columns[2].field is None
    assert [problem.column for problem in receipt.problems if problem.action == "not_mapped"] == [heading]


@for_each(
    "heading",
    [
        "Cramps last night",
        "How many cramps last night",
        "Total cramps",
        "Krämpfe gesamt",
        "Wie viele Krämpfe nachts",
        "Combien de crampes la nuit",
        "¿Cuántos calambres tuvo anoche?",
        "Mes crampes",
        "Cramps (per night)",
        "Křeče (ano/ne)",
        "Hoeveel krampen afgelopen nacht",
    ],
)
def test_a_count_of_the_night_stays_one(heading: str) -> None:
    journal = read_journal([("log.csv", f"Date,{heading}\n{NIGHTS}".encode())])
    assert journal.nights["cramps"].tolist() == [1, 2, 2, 0, 5, 6, 6]


def test_a_total_that_never_falls_is_no_count_of_the_night() -> None:
    rows = "".join(f"2025-03-{day:02d},{sum_}\n" for day, sum_ in enumerate((0, 2, 3, 3, 5, 6), start=1))
    for text in (rows, "\n".join(reversed(rows.split())) + "\n"):
        with pytest.raises(JournalError) as raised:
            read_journal([("log.csv", f"Date,Total cramps\n{text}".encode())])
        assert raised.value.receipts[0].question == "cramp_column_not_known"


def test_a_list_of_dates_of_cramps_is_still_a_list_of_cramps() -> None:
    for dates in ("2025-03-01\n2025-03-04\n2025-03-04\n", "45717\n45720\n45720\n"):
        journal = read_journal([("log.csv", f"Cramp days\n{dates}".encode())])
        assert journal.nights["cramps"].dropna().to_dict()[journal.nights.index[-1]] == 2


@pytest.mark.parametrize(
    "heading",
    [
        "How long did the longest cramp last",
        "How long did the cramp last (min)",
        "Wie lange dauerte der Krampf",
        "Combien de temps la crampe a-t-elle duré",
        "¿Cuánto duró el calambre?",
        "Hoe lang duurde de kramp",
    ],
)
def test_how_long_a_cramp_lasted_is_its_length_and_no_count(heading: str) -> None:
    rows = "2025-03-01,1,5\n2025-03-02,0,\n2025-03-03,2,12\n"
    journal = read_journal([("log.csv", f"Night of,Leg cramps,{heading}\n{rows}".encode())])
    assert journal.nights["cramps"].tolist() == [1, 0, 2]
    assert journal.nights["duration"].dropna().tolist() == [5, 12]


@pytest.mark.parametrize(
    "heading",
    ["Hydration factor", "Coffee price", "Water goal", "Steps target", "Kaffee Preis", "Prix du café"],
)
def test_a_price_or_a_goal_is_not_offered_as_the_amount(heading: str) -> None:
    rows = "2025-03-01,1,1\n2025-03-02,0,0\n2025-03-03,2,4\n"
    journal = read_journal([("log.csv", f"Night of,Leg cramps,{heading}\n{rows}".encode())])
    (receipt,) = journal.receipts
    assert receipt.columns[2].field is None
    assert receipt.suggestions == ()


@pytest.mark.parametrize(
    "heading",
    [
        "Wie viele Tabletten gegen Krämpfe",
        "How many people in your house have cramps",
        "How many steps before cramp",
        "Combien de temps entre les crampes",
        "How often did you stretch because of cramps",
        "How many minutes after the cramp",
    ],
)
def test_how_many_of_something_else_counts_no_cramps(heading: str) -> None:
    with pytest.raises(JournalError) as raised:
        read_journal([("log.csv", f"Date,{heading}\n{NIGHTS}".encode())])
    assert raised.value.receipts[0].question == "cramp_column_not_known"


@for_each(
    "heading",
    [
        "How often did you get leg cramps",
        "How many charley horses did you have",
        "How many painful cramps",
        "How many leg cramps woke you up?",
        "How many times did you wake up from cramps?",
        "Wie oft hatten Sie nachts Krämpfe?",
        "Combien de fois avez-vous eu des crampes cette nuit ?",
        "Hoe vaak had u krampen",
    ],
)
def test_how_many_or_how_often_cramps_came_counts_them(heading: str) -> None:
    journal = read_journal([("log.csv", f"Date,{heading}\n{NIGHTS}".encode())])
    assert journal.nights["cramps"].tolist() == [1, 2, 2, 0, 5, 6, 6]


@pytest.mark.parametrize("heading", ["Leg cramps that woke me", "Cramp woke me"])
@pytest.mark.parametrize("answers", [("2", "0", "1"), ("yes", "no", "yes")])
def test_a_night_in_which_no_cramp_woke_the_person_is_no_night_of_a_cramp(
    heading: str, answers: tuple[str, ...]
) -> None:
    rows = "".join(f"2025-03-0{day},{answer}\n" for day, answer in enumerate(answers, start=1))
    with pytest.raises(JournalError) as raised:
        read_journal([("log.csv", f"Date,{heading}\n{rows}".encode())])
    assert raised.value.receipts[0].question == "cramp_column_not_known"


@pytest.mark.parametrize(
    "heading", ["Suonenveto yöllä", "Судороги ночью", "Křeče v noci", "Skurcze w nocy", "Vadkramp på natten"]
)
def test_at_night_in_each_language_is_a_count_of_the_night(heading: str) -> None:
    journal = read_journal([("log.csv", f"Date,{heading}\n{NIGHTS}".encode())])
    assert journal.nights["cramps"].tolist() == [1, 2, 2, 0, 5, 6, 6]


@for_each("heading", ["Cramp", "Krampf", "Crampe", "Calambre"])
@for_each("order", [(1, 2, 3, 4), (4, 3, 2, 1), (1, 2, 3)])
def test_a_running_number_before_the_date_numbers_the_cramps(heading: str, order: tuple[int, ...]) -> None:
    """Each row is one cramp: a number that stands before the date and goes up by one is the row's."""
    rows = "".join(
        f"{number},2025-03-{day:02d},5\n" for number, day in zip(order, (1, 4, 9, 12), strict=False)
    )
    journal = read_journal([("leg cramps.csv", f"{heading},Date,Pain\n{rows}".encode())])
    assert sum(journal.nights["cramps"]) == len(order)
    assert journal.nights["cramps"].max() == 1


def test_numbers_of_cramps_before_the_date_that_do_not_run_are_counts() -> None:
    journal = read_journal([("leg cramps.csv", b"Cramps,Date\n1,2025-03-01\n3,2025-03-02\n2,2025-03-03\n")])
    assert journal.nights["cramps"].tolist() == [1, 3, 2]


@for_each(
    "heading",
    ["Cramps between 2 and 6am", "Krämpfe zwischen 2 und 6 Uhr", "Cramps between midnight and 6",
     "Cramps since 2am", "Cramps since midnight", "Cramps since bedtime", "Krämpfe seit 2 Uhr",
     "Crampes depuis minuit"],
)  # fmt: skip
def test_hours_of_a_night_are_no_other_time_and_are_asked_about(heading: str) -> None:
    """Oracle: the heading may be of the night of its row, whose cramps the other column counts otherwise."""
    rows = "2025-03-01,1,2\n2025-03-02,0,3\n2025-03-03,0,0\n"
    with pytest.raises(JournalError) as raised:
        read_journal([("log.csv", f"Night of,Leg cramps,{heading}\n{rows}".encode())])
    (receipt,) = raised.value.receipts
    assert heading in (receipt.error or "")
    assert not any("not the cramps of a night" in problem.problem for problem in receipt.problems)


@pytest.mark.parametrize("beside", ["Water", "Time", "NRS"])
def test_codes_that_may_say_that_there_was_none_are_asked_about(beside: str) -> None:
    """Nobody said that N is none; answered once, all of them are read, by hand: 6 of 20 nights with C1."""
    cells = {"Water": "1 l", "Time": "02:10", "NRS": "5"}
    rows = "".join(
        f"2025-03-{day:02d},C1,{cells[beside]}\n" if day % 3 == 0 else f"2025-03-{day:02d},N,\n"
        for day in range(1, 21)
    )
    log = [("log.csv", f"Night,Cramp code,{beside}\n{rows}".encode())]
    with pytest.raises(JournalError) as raised:
        read_journal(log)
    assert "Cramp code" in (raised.value.receipts[0].error or "")
    told = {"Cramp code": "cramps", "word:Cramp code:N": "none", "word:Cramp code:C1": "1"}
    nights = read_journal(log, mapping=told).nights
    assert (nights["cramps"].sum(), (nights["cramps"] == 0).sum()) == (6, 14)


@pytest.mark.parametrize(
    ("heading", "cells"), [("Cramp position", "bed sofa"), ("Cramp weather", "hot cold")]
)
def test_what_also_stands_beside_a_cramp_says_of_no_night_that_there_was_none(
    heading: str, cells: str
) -> None:
    """Oracle: "bed" stands beside a time of a cramp, so that it cannot mean that there was none."""
    one, other = cells.split()
    rows = f"01,02:00,{one}\n02,03:00,{other}\n03,01:00,{one}\n04,,{one}\n05,,{one}\n"
    text = f"Date,Cramp time,{heading}\n" + "".join(f"2026-01-{row}\n" for row in rows.split())
    with pytest.raises(JournalError) as raised:
        read_journal([("diary.csv", text.encode())])
    assert raised.value.receipts[0].question == "are_these_leg_cramps"
    told = read_journal([("diary.csv", text.encode())], mapping={"file:diary.csv": "cramps"})
    assert told.nights["onset"].notna().sum() == 3


@pytest.mark.parametrize(
    ("cramps", "none"), [("Cramp", "No cramp"), ("Wadenkrampf", "Ohne Krampf"), ("Crampe", "Sans crampe")]
)
def test_ticks_of_the_nights_without_a_cramp_are_none(cramps: str, none: str) -> None:
    """By hand: ticks under the one heading are a cramp, under the other none; no tick says nothing."""
    rows = "2025-03-01,x,\n2025-03-02,,x\n2025-03-03,,\n2025-03-04,x,\n"
    nights = read_journal([("log.csv", f"Date,{cramps},{none}\n{rows}".encode())]).nights
    assert nights["cramps"].fillna(-1).tolist() == [1, 0, -1, 1]


@for_each("heading", ["Value", "Wert", "Result", "Amount", "x", "Total"])
@for_each(("name", "mapping"), [("leg cramps.csv", {}), ("log.csv", {"file:log.csv": "cramps"})])
def test_a_number_that_is_0_in_some_rows_makes_each_row_no_cramp(
    heading: str, name: str, mapping: dict[str, str]
) -> None:
    """Nobody said that the nights with 0 had a cramp; which of them had, the column may say."""
    text = f"Date,{heading}\n2025-03-01,0\n2025-03-02,1\n2025-03-03,0\n2025-03-04,2\n2025-03-05,0\n"
    with pytest.raises(JournalError) as refused:
        read_journal([(name, text.encode())], mapping=mapping)
    assert refused.value.receipts[0].error_code in ("which_column_counts", "are_these_cramps", "not_plain")
    told = read_journal([(name, text.encode())], mapping={**mapping, heading: "cramps"})
    assert told.nights["cramps"].tolist() == [0, 1, 0, 2, 0]


def test_a_value_beside_the_clock_time_of_each_cramp_stops_nothing() -> None:
    """Each row with its time is one cramp, whatever its value is."""
    rows = "".join(f"2025-03-{day:02d},03:1{day % 10},{4 + day % 3}\n" for day in range(1, 13))
    journal = read_journal([("leg cramps.csv", f"Date,Time,Value\n{rows}".encode())])
    assert journal.nights["cramps"].tolist() == [1] * 12
