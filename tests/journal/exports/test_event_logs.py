"""Event logs of any app. Oracle: each log read by hand, with its ledger worked out night by night."""

import pytest

from analysis.journal import Journal, JournalError, read_journal

HEADER = "Icon,Action,UTC Time,Time Zone,City Name,Address,Coordinates,Note\n"


def read(text: str, name: str = "log.csv", **how: object) -> Journal:
    return read_journal([(name, text.encode())], **how)  # type: ignore[arg-type]


def ledger(journal: Journal) -> dict[str, float]:
    return {f"{night:%m-%d}": count for night, count in journal.nights["cramps"].dropna().items()}


def cramp_nights(journal: Journal) -> dict[str, float]:
    return {night: count for night, count in ledger(journal).items() if count}


def told(journal: Journal) -> str:
    return " ".join(problem.problem for receipt in journal.receipts for problem in receipt.problems)


@pytest.mark.parametrize(
    ("first", "second"),
    [("01/03/2025 02:10", "14/03/2025 01:20"), ("3/1/2025 2:10", "3/14/2025 1:20"),
     ("2025-03-01 02:10:00", "2025-03-14 01:20:00"), ("01.03.2025 02:10", "14.03.2025 01:20")],
)  # fmt: skip
def test_when_did_i_saved_again_by_a_spreadsheet(first: str, second: str) -> None:
    """02:10 and 01:20 in London in March are the nights of 28 February and 13 March."""
    rows = "".join(f"x,Leg cramp,{moment},Europe/London,,,,\n" for moment in (first, second))
    assert cramp_nights(read(HEADER + rows)) == {"02-28": 1, "03-13": 1}


def test_the_order_that_was_chosen_counts_in_moments_of_utc_too() -> None:
    """01/03 and 02/03 are 1 and 2 March, or 3 January and 3 February; which is open, and said."""
    rows = "".join(f"x,Leg cramp,0{at}/03/2025 12:10,Europe/London,,,,\n" for at in (1, 2, 4))
    journal = read(HEADER + rows)
    assert journal.receipts[0].date_order_open
    assert cramp_nights(journal) == {"03-01": 1, "03-02": 1, "03-04": 1}
    other = read(HEADER + rows, date_order="mdy")
    assert cramp_nights(other) == {"01-03": 1, "02-03": 1, "04-03": 1}


@pytest.mark.parametrize(
    ("zone", "night"),
    [("BST", "03-01"), ("CET", "03-01"), ("MESZ", "03-01"), ("PDT", "03-01"), ("NZST", "03-02"),
     ("UTC+0530", "03-02")],
)  # fmt: skip
def test_zones_by_their_abbreviation(zone: str, night: str) -> None:
    """By hand: 2 March 08:00 UTC is 09:00, 09:00, 10:00 and 01:00 there, still the night of 1 March; at
    20:00 and 13:30 it is that of 2 March.
    """
    text = HEADER + f"x,Leg cramp,2025-03-02 08:00:00,{zone},,,,\nx,Tea,2025-03-02 08:00:00,UTC,,,,\n"
    assert cramp_nights(read(text)) == {night: 1}


@pytest.mark.parametrize("zone", ["", "IST", "Middle/Earth", "CST"])
def test_a_cramp_without_a_zone_has_a_line_and_its_night_is_not_free(zone: str) -> None:
    """Cramps on 1, 4 and 9 March; that of 5 March 02:40 UTC can be of the night of the 4th or the 5th."""
    rows = "".join(
        f"x,Leg cramp,2025-03-0{day} 23:10:00,{of},,,,\n" for day, of in [(1, "UTC"), (4, "UTC"), (9, "UTC")]
    )
    journal = read(HEADER + rows + f"x,Leg cramp,2025-03-06 12:40:00,{zone},,,,\n")
    assert "zone" in told(journal)
    assert (journal.receipts[0].rows.used, journal.receipts[0].rows.rejected) == (3, 1)
    found = ledger(journal)
    assert (found["03-02"], found["03-08"]) == (0, 0)
    assert not {"03-05", "03-06"} & set(found)


def test_the_value_of_a_cramp_is_its_count() -> None:
    """2 March: 1 and 2; 4 March: an explicit 0; in between nothing is said."""
    text = (
        "FeatureName,Timestamp,Value,Note\n"
        "Leg cramp,2025-03-02T22:10:00,1.0,\nLeg cramp,2025-03-03T03:10:00,2.0,\n"
        "Leg cramp,2025-03-04T22:00:00,0.0,\n"
        "Water,2025-03-02T12:00:00,500.0,\nWater,2025-03-02T18:00:00,700.0,\n"
    )
    assert ledger(read(text)) == {"03-02": 3, "03-04": 0}


@pytest.mark.parametrize("value", ["true", "yes", "1", "x"])
def test_a_ticked_question_is_one_cramp_and_a_no_is_none(value: str) -> None:
    rows = [("2025-03-01", value), ("2025-03-02", "no"), ("2025-03-03", value)]
    text = "date,event,value\n" + "".join(
        f"{day},Leg cramp,{answer}\n{day},Read a book,yes\n" for day, answer in rows
    )
    assert ledger(read(text)) == {"03-01": 1, "03-02": 0, "03-03": 1}


@pytest.mark.parametrize(
    "header",
    ["Time,Event", "Timestamp,Type", "UTC date,Category", "Date,Action", "time,kind of event", "When,What",
     "Zeitpunkt,Ereignis", "Fecha y hora,Evento", "Horodatage,Evénement"],
)  # fmt: skip
def test_a_moment_and_a_kind_are_an_event_log(header: str) -> None:
    rows = "2025-03-11 02:30,Leg cramp\n2025-03-12 12:00,Headache\n2025-03-13 23:50,Leg cramp\n"
    assert cramp_nights(read(f"{header}\n{rows}")) == {"03-10": 1, "03-13": 1}


def test_every_kind_that_was_chosen_has_its_effect_or_a_line() -> None:
    """Gardening under its own name is a yes of the day; a walk without minutes is none, and is said so."""
    text = (
        "full_date,date,weekday,time,mood,activities,note\n"
        '2025-03-01,March 1,Saturday,9:00 pm,good,"walk | gardening",""\n'
        '2025-03-02,March 2,Sunday,7:10 am,bad,"leg cramp",""\n'
        '2025-03-05,March 5,Wednesday,7:00 am,bad,"leg cramp",""\n'
        "2025-03-06,March 6,Thursday,9:00 pm,good,walk,\n"
    )
    journal = read(text, mapping={"kind:gardening": "own", "kind:walk": "activity"})
    assert journal.days["gardening"].dropna().to_dict() == {journal.days.index[0]: True}
    assert "activity" not in journal.days
    rows = journal.receipts[0].rows
    assert (rows.used, rows.rejected) == (3, 1)  # the row of 6 March holds a walk only
    assert "no amount" in told(journal)


def test_amounts_of_a_kind_of_ones_own_add_up() -> None:
    text = "Time,Event,Value\n" + "".join(
        f"2025-03-0{day} {hour}:00,{kind},{value}\n"
        for day, hour, kind, value in [(1, "08", "Salt", 3), (1, "12", "Salt", 4), (2, "08", "Salt", 5),
                                       (1, "02", "Leg cramp", 1), (2, "02", "Leg cramp", 1)]
    )  # fmt: skip
    journal = read(text, mapping={"kind:Salt": "own"})
    assert journal.days["salt"].tolist() == [7, 5]


@pytest.mark.parametrize("category", ["Meds/Supplements", "Medication"])
def test_medicines_of_a_log_leave_the_nights_between_as_they_were(category: str) -> None:
    """Cramps in the nights of 28 February, 8 and 19 March, and a medicine between: all others are assumed."""
    text = (
        "date,weekday,time of day,category,rating/amount,detail,notes\n"
        '"1st Mar 2025",Saturday,am,Symptom,2,Leg cramp (Moderate),\n'
        f'"2nd Mar 2025",Sunday,20:00,{category},5,Ramipril (mg),\n'
        '"9th Mar 2025",Sunday,am,Symptom,1,Leg cramp (Mild),\n'
        '"20th Mar 2025",Thursday,am,Symptom,1,Leg cramp (Mild),\n'
    )
    journal = read(text)
    assert journal.unlogged_assumed_cramp_free
    assert len(journal.nights_assumed) == 17
    assert "empty cell" not in told(journal)


def test_daylio_without_activities_says_that_there_are_none() -> None:
    text = (
        'full_date,date,weekday,time,mood,activities,note\n2025-03-01,March 1,Saturday,9:00 pm,good,"",""\n'
    )
    with pytest.raises(JournalError, match="no activities"):
        read(text)


def test_the_column_of_the_kinds_can_be_mapped() -> None:
    text = "date,my words,value\n2025-03-01,Leg cramp,1\n2025-03-01,Water,1500\n2025-03-03,Leg cramp,2\n"
    journal = read(text, mapping={"my words": "event_kind", "kind:Leg cramp": "cramps"})
    assert cramp_nights(journal) == {"03-01": 1, "03-03": 2}


def test_an_event_log_with_unix_times() -> None:
    """1740880800 s is 02:00 UTC on 2 March 2025: the night of 1 March."""
    text = "Timestamp,Event\n1740880800,Leg cramp\n1740916800,Tea\n1741053600,Leg cramp\n"
    assert cramp_nights(read(text)) == {"03-01": 1, "03-03": 1}


def test_the_questions_of_a_journal_and_the_tags_of_a_ring() -> None:
    """WHOOP answers each question of each day; Oura's tags have a name of the person's own."""
    text = "Cycle start time,Cycle end time,Cycle timezone,Question text,Answered yes,Notes\n" + "".join(
        f"2025-03-0{day} 22:30:00,2025-03-0{day + 1} 07:00:00,UTC+01:00,{question},{answer},\n"
        for day, answer in ((1, "true"), (2, "false"))
        for question in ("Had leg cramps?", "Read in bed?")
    )
    assert ledger(read(text)) == {"03-01": 1, "03-02": 0}
    tags = (
        "tag_type_code;start_time;end_time;comment;custom_name\n"
        "tag_generic;2025-03-01T23:30:00+01:00;;;Leg cramp\ntag_generic;2025-03-03T12:00:00+01:00;;;Coffee\n"
        "tag_generic;2025-03-04T23:30:00+01:00;;;Leg cramp\n"
    )
    assert cramp_nights(read(tags)) == {"03-01": 1, "03-04": 1}
