"""What was typed about the patient, in words. Oracle: each line written by hand beside what was typed."""

from analysis import words
from analysis.journal.model import Person


def test_all_that_was_typed_is_said_once() -> None:
    person = Person(
        age=68,
        pregnant=False,
        conditions=("diabetes", "flat feet"),
        family_history="mother, from 50",
        questions=("Is it the statin?", "How long still?"),
    )
    assert words.say_person(person) == [
        "68 years; not pregnant; diabetes; flat feet; in the family: mother, from 50.",
        "To ask: Is it the statin?",
        "To ask: How long still?",
    ]


def test_what_was_not_typed_is_not_said() -> None:
    assert words.say_person(Person()) == []
    assert words.say_person(Person(pregnant=True)) == ["Pregnant."]
