"""Which medicine a bare name means. Oracle: by hand, statement by statement."""

import pytest

from analysis.journal.medicines.classes import Medicine, resolve
from analysis.journal.medicines.statements import EVERY, Said, Statement
from analysis.journal.medicines.which_one import in_order, one_medicine


def say(night: int | None, said: Said, name: str) -> Statement:
    medicine = Medicine("all medicines", generic=EVERY) if name == "all" else resolve(name)
    return Statement(night, medicine, said)


def told(*statements: Statement) -> list[tuple[int | None, str, str]]:
    found, shown = one_medicine(statements, [])
    assert shown == []
    return [(one.night, one.said, one.key) for one in found]


def test_what_ends_on_a_night_stands_before_what_begins_on_it() -> None:
    one, two, three = (
        say(5, "start", "quinine"),
        say(5, "stop", "aspirin"),
        say(None, "all along", "furosemide"),
    )
    assert in_order([one, two, three]) == [three, two, one]
    assert in_order([say(5, "start", "quinine"), say(4, "start", "aspirin")])[0].night == 4


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        # The one salt that is taken; of two nobody knows which; before it is taken, and after its end, none.
        (
            [say(1, "start", "magnesium citrate"), say(9, "stop", "magnesium")],
            [(1, "start", "magnesium citrate"), (9, "stop", "magnesium citrate")],
        ),
        (
            [
                say(1, "start", "magnesium citrate"),
                say(2, "start", "magnesium oxide"),
                say(9, "stop", "magnesium"),
            ],
            [(1, "start", "magnesium citrate"), (2, "start", "magnesium oxide"), (9, "stop", "magnesium")],
        ),
        ([say(9, "stop", "magnesium")], [(9, "stop", "magnesium")]),
        (
            [
                say(1, "start", "magnesium citrate"),
                say(5, "stop", "magnesium citrate"),
                say(20, "stop", "magnesium"),
            ],
            [(1, "start", "magnesium citrate"), (5, "stop", "magnesium citrate"), (20, "stop", "magnesium")],
        ),
        # All of them end each that is taken.
        (
            [
                say(1, "start", "quinine"),
                say(2, "start", "aspirin"),
                say(3, "stop", "quinine"),
                say(9, "stop", "all"),
            ],
            [
                (1, "start", "quinine"),
                (2, "start", "aspirin"),
                (3, "stop", "quinine"),
                (9, "stop", "aspirin"),
            ],
        ),
        ([say(9, "stop", "all")], []),
    ],
)
def test_a_bare_name_is_the_one_that_is_taken(
    statements: list[Statement], expected: list[tuple[int | None, str, str]]
) -> None:
    assert told(*statements) == [(night, said, resolve(name).generic) for night, said, name in expected]


def test_a_bare_name_takes_the_salt_and_keeps_its_own_dose() -> None:
    """Oracle: by hand: magnesium 400 mg while the citrate is taken at 300 mg is the citrate at 400 mg."""
    begun = say(1, "start", "magnesium citrate 300 mg")
    [_, raised], _ = one_medicine([begun, say(9, "increase", "magnesium 400 mg")], [])
    assert (raised.key, raised.medicine.dose, raised.medicine.unit) == ("magnesium citrate", 400, "mg")
