"""What a status says of a dose, and tables of doses under the statuses of apps. Oracle: read by hand."""

import pytest

from analysis import Journal
from analysis.journal.medicines import said_of_intake
from tests.for_each import for_each
from tests.journal.medicines.test_record import FIRST, change_list, changes, diary, read, spells
from tests.journal.medicines.test_record import _day as day


@for_each(
    ("cell", "said"),
    [
        ("Taken (08:02)", "taken"), ("taken at 8:02 am", "taken"), ("Genommen um 21:05 Uhr", "taken"),
        ("Skipped (forgot)", "not taken"), ("Übersprungen: vergessen", "not taken"),
        ("Skipped - felt sick", "not taken"), ("Pominięto", "not taken"), ("Przyjęto", "taken"),
        ("Bestätigt", "taken"), ("not done", "not taken"), ("✘", "not taken"), ("✔", "taken"),
        ("Omitido", "not taken"), ("пропущено", "not taken"), ("服用済み", "taken"), ("Scheduled", "nothing"),
        ("400 mg", None), ("1/2", None), ("1, 2", None), ("2", None), ("started", None), ("08:02", None),
        ("", None),
    ],
)  # fmt: skip
def test_words_of_a_status(cell: str, said: str | None) -> None:
    assert said_of_intake(cell) == said


def doses(heading: str, told: list[str], *, sep: str = ",", name: str = "quinine") -> Journal:
    """A diary of forty nights, and from its eleventh on one row a dose with what is told of it."""
    rows = [f"{day(10 + at)}{sep}{name}{sep}200 mg{sep}{cell}" for at, cell in enumerate(told)]
    return read(diary(40), "\n".join([sep.join(("Date", "Medication", "Dose", heading)), *rows]))


@for_each(
    ("heading", "taken", "missed"),
    [
        ("Status", "Bestätigt", "Übersprungen"), ("Status", "done", "not done"), ("Status", "✔", "✘"),
        ("Status", "Taken (08:02)", "Skipped (forgot)"), ("Status", "Przyjęto", "Pominięto"),
        ("Estado", "Confirmado", "Omitido"), ("Taken at", "21:05", ""), ("Eingenommen um", "21:05", ""),
        ("Time taken", "9:05 pm", "-"), ("Heure de prise", "21h05", ""),
        ("Actual time", "2025-01-20 21:05", "skipped"),
    ],
)  # fmt: skip
def test_a_skipped_dose_is_none_and_starts_nothing(heading: str, taken: str, missed: str) -> None:
    """The first of thirteen is skipped: a log that reaches less than a week further back shows no start."""
    journal = doses(heading, [missed] + [taken] * 12, sep=";")
    assert (changes(journal), spells(journal)) == ([], [("quinine", 200, None, None)])
    rows = journal.receipts[1].rows
    assert (rows.read, rows.used, rows.rejected) == (13, 13, 0)
    column = next(column for column in journal.receipts[1].columns if column.header == heading)
    assert column.field == "change"


@pytest.mark.parametrize(("taken", "missed"), [("Bestätigt", "Übersprungen"), ("21:05", "")])
def test_eight_missed_doses_are_a_stop(taken: str, missed: str) -> None:
    """Oracle: more than a week without it."""
    heading = "Taken at" if missed == "" else "Status"
    journal = doses(heading, [taken] * 10 + [missed] * 8)
    assert changes(journal) == [(20, "quinine", "stop", None)]


def test_a_blank_time_is_said_to_be_read_as_not_taken() -> None:
    problems = doses("Taken at", ["21:05", "", "21:05", "21:05"]).receipts[1].problems
    assert [(p.column, p.action) for p in problems if "without a time" in p.problem] == [
        ("Taken at", "assumed")
    ]


def test_a_status_that_is_not_known_is_no_start() -> None:
    """Beside statuses that are known; the rows that are not understood are rejected, one by one."""
    journal = doses("Status", ["xyzzy"] + ["taken"] * 5)
    assert changes(journal) == []
    assert [(p.row, p.action) for p in journal.receipts[1].problems if p.row] == [(2, "rejected")]


def test_the_scheduled_date_is_the_date_and_not_the_scheduled_time() -> None:
    """Oracle: the columns of a medication app, of which the second holds clock times alone."""
    heading = "Scheduled Time,Scheduled Date,Medication,Dose,Status,Actual Date,Actual Time"
    rows = [f"21:00,{day(at)},quinine,200 mg,Taken,{day(at)},21:05" for at in range(20)]
    journal = read(diary(30), "\n".join([heading, *rows]))
    assert spells(journal) == [("quinine", 200, None, None)]
    assert journal.receipts[1].rows.rejected == 0


@for_each(("yes", "no"), [("ja", "nein"), ("1", "0"), ("TRUE", "FALSE")])
@for_each("rows", [2, 3, 5, 12])
def test_columns_named_after_medicines_are_what_was_taken(yes: str, no: str, rows: int) -> None:
    """However few the rows: every second night one, never the other; no start and no other name."""
    lines = [f"{day(at)};{yes if at % 2 == 0 else no};{no}" for at in range(rows)]
    journal = read(diary(40), "\n".join(["Datum;Magnesium;Quinin", *lines]))
    told = {*journal.spells["generic"], *journal.intakes["generic"]}
    assert told == {"magnesium"}
    assert changes(journal) == []
    assert (journal.receipts[1].rows.used, journal.receipts[1].rows.rejected) == (rows, 0)


@pytest.mark.parametrize(("heading", "yes", "no"), [("As needed", "yes", "no"), ("Bei Bedarf", "ja", "nein"),
                                                    ("PRN?", "TRUE", "FALSE")])  # fmt: skip
def test_a_column_says_what_is_taken_as_needed(heading: str, yes: str, no: str) -> None:
    listed = f"Medication,Dose,Start,Stop,{heading}\nquinine,200 mg,{day(9)},{day(19)},{no}\n"
    journal = read(diary(40), listed + f"ibuprofen,400 mg,{day(4)},,{yes}")
    assert [kind for _, name, kind, _ in changes(journal)] == ["start", "stop"]
    assert journal.spells.set_index("generic")["as_needed"].to_dict() == {"quinine": False, "ibuprofen": True}


@pytest.mark.parametrize("heading", ["What", "Was", "Change"])
def test_a_column_of_words_of_change_tells_changes(heading: str) -> None:
    table = change_list(f"{day(4)},atorvastatin,began,20 mg", f"{day(9)},atorvastatin,D/C,20 mg",
                        f"{day(14)},atorvastatin,back on,20 mg").replace("Change", heading)  # fmt: skip
    assert changes(read(diary(40), table)) == [
        (4, "atorvastatin", "start", 20),
        (9, "atorvastatin", "stop", None),
        (14, "atorvastatin", "resume", 20),
    ]


@pytest.mark.parametrize(
    "headings", ["AM meds,PM meds", "Morning meds,Bedtime meds", "Meds morning,Meds night"]
)
def test_the_medicines_of_each_part_of_the_day_are_used(headings: str) -> None:
    rows = [f"{day(at)},amlodipine 5 mg,{'quinine 200 mg' if at > 9 else ''}" for at in range(30)]
    journal = read(diary(30), "\n".join([f"Date,{headings}", *rows]))
    assert spells(journal) == [("amlodipine", 5, None, None), ("quinine", 200, 10, None)]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("¿Tomó magnesio?", "magnesio"), ("Avez-vous pris du magnésium ?", "magnésium"),
        ("Did you take your magnesium today?", "magnesium"), ("Haben Sie Magnesium genommen?", "Magnesium"),
        ("Hai preso il magnesio?", "magnesio"), ("Avez-vous pris de l'ibuprofène ?", "ibuprofène"),
    ],
)  # fmt: skip
def test_the_name_is_that_of_the_medicine_and_not_of_the_question(heading: str, name: str) -> None:
    journal = read(diary(30, {heading: ["no"] * 10 + ["yes"] * 20}))
    assert journal.changes[["medication", "change"]].to_numpy().tolist() == [[name, "start"]]
    assert (journal.changes["night"].iloc[0].date() - FIRST).days == 10
