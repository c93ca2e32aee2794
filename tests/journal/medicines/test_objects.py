"""Whether a sentence changes a medicine, or says what one did. Oracle: as a person reads each one."""

from analysis.journal.medicines.objects import (
    is_acted_on,
    is_alone,
    is_background,
    is_counted_out,
    is_object_before,
    is_object_behind,
)
from analysis.journal.medicines.text import read_changes_in_text
from tests.for_each import for_each


@for_each(
    "text",
    [
        "magnesium stopped the cramp",
        "the magnesium cut the cramps in half",
        "magnesium reduced the pain",
        "dropped a magnesium tablet on the floor",
        "cramps stopped thanks to magnesium",
        "cramps have stopped with magnesium",
        "pain stopped after magnesium",
        "since starting magnesium I sleep better",
        "When I started magnesium last year cramps went",
        "magnesium increased my trips to the toilet",
        "magnesium stopped working",
        "more magnesium tablets bought",
        "new box of magnesium",
        "got more magnesium",
        "no magnesium from today",
        "Magnesium hat den Krampf gestoppt",
        "le magnésium a arrêté la crampe",
        "el magnesio redujo el dolor",
        "il magnesio ha ridotto il dolore",
        "de magnesium heeft de kramp gestopt",
    ],
)
def test_what_a_medicine_did_is_no_change_of_it(text: str) -> None:
    assert read_changes_in_text(text) == []


@for_each(
    ("text", "kind", "generic"),
    [
        ("Amlodipine stopped because of cramps", "stop", "amlodipine"),
        ("Doctor stopped the amlodipine because of cramps", "stop", "amlodipine"),
        ("Lasix stopped the same day", "stop", "furosemide"),
        ("Terrible cramps so stopped Lasix", "stop", "furosemide"),
        ("Started Solgar magnesium", "start", "magnesium"),
        ("stopped my blood pressure tablet amlodipine", "stop", "amlodipine"),
        ("magnesium 300 mg was started by GP", "start", "magnesium"),
        ("more magnesium since monday", "increase", "magnesium"),
        ("had to stop magnesium", "stop", "magnesium"),
        ("Baclofen 10mg (new)", "start", "baclofen"),
    ],
)
def test_a_change_stays_one(text: str, kind: str, generic: str) -> None:
    assert [(said, one.generic) for said, one in read_changes_in_text(text)] == [(kind, generic)]


@for_each(
    "text",
    [
        "start quinine next week",
        "going to start quinine on Monday",
        "need to start quinine",
        "pharmacist said to stop magnesium but I kept on",
        "Doctor suggests stopping magnesium",
        "tempted to stop magnesium",
        "told to reduce magnesium, refused",
        "Muss Magnesium nächste Woche absetzen",
        "debo dejar el magnesio la semana que viene",
        "dog started on prednisolone",
    ],
)
def test_what_is_planned_or_advised_or_somebody_elses_is_no_change(text: str) -> None:
    assert read_changes_in_text(text) == []


def test_each_question_by_itself() -> None:
    """Oracle: by hand, with the words as `plain` gives them."""
    assert is_background("since i")
    assert not is_background("gp")
    assert is_object_behind("gp", "the magnesium", "stop")
    assert not is_object_behind("cramps", "with magnesium", "stop")
    assert not is_object_behind("", "a magnesium tablet", "stop")
    assert is_object_behind("", "one magnesium tablet a day", "stop")
    assert is_object_behind("", "a magnesium tablet", "start")
    assert is_object_before("magnesium", "")
    assert not is_object_before("magnesium", "the cramp")
    assert is_counted_out("took 10 mg", "magnesium")
    assert not is_counted_out("", "magnesium tablets bought")
    assert is_alone("", "magnesium 300 mg")
    assert not is_alone("", "magnesium hilft")
    assert not is_alone("", "heat pad and magnesium")
    assert is_acted_on("the cramp")
    assert not is_acted_on("zorbaxin")


def test_what_was_advised_and_then_done_is_a_change() -> None:
    """Oracle: as a person reads it."""
    assert [said for said, _ in read_changes_in_text("told to stop quinine so I stopped quinine")] == ["stop"]
    assert read_changes_in_text("told to stop quinine so I may feel better") == []
