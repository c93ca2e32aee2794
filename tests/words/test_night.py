"""A night, line by line. Oracle: the rows of the files below, read by eye."""

from datetime import date

from analysis import read_journal, words
from analysis.journal import Added, added_file

HEAD = "night of,cramps,time,pain,leg,swelling,water ml,notes\n"
DIARY = (
    HEAD + "2025-03-01,0,,,,no,1500,\n"
    '2025-03-02,2,"01:00, 02:40",7,left,yes,950,ankle <b>swollen</b>\n'
    "2025-03-04,1,,,,,,\n"
).encode()
TYPED = added_file(
    [
        Added(
            "Medication changes",
            {"night of": "2025-03-02", "medication": "Lasix", "change": "start", "dose": "40", "unit": "mg"},
        ),
        Added(
            "Single intakes", {"night of": "2025-03-02", "medication": "quinine", "change": "taken as needed"}
        ),
        Added("Blood tests", {"date": "2025-03-02", "test": "potassium", "result": "3.4", "unit": "mmol/L"}),
        Added("Events", {"first_night": "2025-03-02", "last_night": "2025-03-03", "event": "flu"}),
    ]
)


def said(night: date, **how: str) -> dict[str, str]:
    journal = read_journal([("diary.csv", DIARY), TYPED])
    return dict(words.say_night(journal, night, **how))  # type: ignore[arg-type]


def test_all_that_is_known_stands_on_the_card() -> None:
    """Row 3 of the file: the header is row 1."""
    lines = said(date(2025, 3, 2))
    assert lines["Cramps"] == "2 cramps"
    assert "left" in lines["01:00"]
    assert "7 of 10" in lines["01:00"]
    assert "02:40" in lines
    assert lines["Swelling"] == "yes"
    assert lines["Fluid, that day"] == "950 mL"
    assert lines["In the patient’s words"] == "“ankle <b>swollen</b>”"
    assert lines["Changed that night"] == "Lasix 40 mg started"
    assert lines["Medicines"] == "Lasix 40 mg; Quinine (that night)"
    assert lines["potassium"] == "3.4 mmol/L"
    assert lines["Event"] == "flu"
    assert lines["Stands in"] == "diary.csv, row 3"


def test_a_night_without_entry_is_not_called_free_of_cramps() -> None:
    lines = said(date(2025, 3, 3))
    assert lines["Cramps"] == "not logged"
    assert "Stands in" not in lines


def test_of_what_is_not_written_there_is_no_line() -> None:
    lines = said(date(2025, 3, 4))
    assert set(lines) == {"Cramps", "Medicines", "Stands in"}


def test_a_night_outside_the_journal_says_so() -> None:
    assert said(date(2026, 1, 1))["Cramps"] == "outside the nights of the journal"


def test_amounts_follow_the_switch_of_units() -> None:
    """950 mL are 3.8 glasses of 250 mL, and 32 US fluid ounces."""
    assert said(date(2025, 3, 2), volume="glasses")["Fluid, that day"] == "3.8 glasses"
    assert said(date(2025, 3, 2), volume="fl oz")["Fluid, that day"] == "32 fl oz"


def test_a_night_assumed_free_of_cramps_says_that_it_is_assumed() -> None:
    log = b"cramp date,time\n2025-03-01,01:00\n2025-03-04,02:00\n"
    journal = read_journal([("leg cramps.csv", log)])
    night = journal.nights_assumed[0].date()
    assert "assumed" in dict(words.say_night(journal, night))["Cramps"]


def test_the_title_names_the_day_of_the_week() -> None:
    """2 March 2025 was a Sunday."""
    assert words.title_night(date(2025, 3, 2)) == "Night of Sunday, 2 March 2025"


def test_two_files_are_both_named() -> None:
    diary = b"night of,cramps\n2025-03-01,1\n2025-03-02,0\n"
    log = b"leg cramp date,time,pain\n2025-03-02,01:30,5\n"
    journal = read_journal([("diary.csv", diary), ("leg cramps.csv", log)])
    places = [line for what, line in words.say_night(journal, date(2025, 3, 1)) if what == "Stands in"]
    assert places == ["diary.csv, row 2", "leg cramps.csv, row 2"]


def test_what_was_felt_and_tried_is_said_as_one_says_it() -> None:
    """Oracle: by hand."""
    rows = (
        b"date,time,what it was like,what I did,did it help\n"
        b"2025-03-01,02:10,pain; stiffness,stretching,yes\n2025-03-02,03:00,pain,heat,no\n"
    )
    journal = read_journal([("cramp log.csv", rows)])
    first = dict(words.say_night(journal, journal.nights.index[0].date()))
    last = dict(words.say_night(journal, journal.nights.index[-1].date()))
    assert first["02:10"] == "felt pain and stiffness; tried stretching, noted as giving relief"
    assert last["03:00"] == "felt pain; tried heat, noted as giving no relief"
