"""What was taken each night as starts, stops and steps. Oracle: counted by hand, night by night."""

from analysis.journal.medicines.classes import Medicine
from analysis.journal.medicines.intake_logs import (
    DAILY,
    LEFT_OUT,
    LONG_STRETCH,
    REACH,
    TAKEN_AT_LEAST,
    changes_of_log,
    taken_nights,
)
from analysis.journal.medicines.statements import Log, Said, Statement
from tests.for_each import for_each

QUININE = "quinine"


def took(
    night: int, dose: float | None = 200, name: str = QUININE, said: Said = "taken", **more: object
) -> Statement:
    unit = None if dose is None else "mg"
    return Statement(night, Medicine(name, generic=name, dose=dose, unit=unit), said, "log.csv", **more)  # type: ignore[arg-type]


def shown(
    statements: list[Statement],
    *,
    rows: range | None = None,
    reaches: int = 0,
    spoken: set[int] | None = None,
) -> tuple[list[tuple[int | None, str, float | None]], list[int | None]]:
    """The changes that a log shows, and the nights of single intakes."""
    nights = set(rows or ()) | {one.night for one in statements if one.night is not None}
    log = Log("log.csv", None if rows is None else list(rows), reaches, statements, spoken or nights)
    changes, intakes = changes_of_log(log)
    return [(one.night, one.said, one.medicine.dose) for one in changes], [one.night for one in intakes]


def every(first: int, last: int, dose: float | None = 200) -> list[Statement]:
    return [took(night, dose) for night in range(first, last + 1)]


def test_the_rule_in_numbers() -> None:
    """Oracle: the README of the medicines: three nights, a week, half of the nights, a fortnight."""
    assert (TAKEN_AT_LEAST, LEFT_OUT, REACH, DAILY, LONG_STRETCH) == (3, 7, 7, 0.5, 14)


@for_each(
    ("statements", "changes", "intakes"),
    [
        # Two nights are single intakes, three are a medicine that is taken.
        (every(10, 11), [], [10, 11]),
        (every(10, 12), [(10, "start", 200), (13, "stop", 200)], []),
        # Seven nights before the first are needed for a start.
        (every(7, 40), [(7, "start", 200)], []),
        (every(6, 40), [(6, "all along", 200)], []),
        # More than seven nights without it at the end are a stop, on the night after the last.
        (every(10, 33), [(10, "start", 200)], []),
        (every(10, 32), [(10, "start", 200), (33, "stop", 200)], []),
        # Seven nights left out were forgotten; eight are a stop and a start.
        (every(10, 19) + every(27, 40), [(10, "start", 200)], []),
        (every(10, 19) + every(28, 40), [(10, "start", 200), (20, "stop", 200), (28, "start", 200)], []),
        # Every second night is daily use, every third is now and then.
        ([took(night) for night in range(10, 41, 2)], [(10, "start", 200)], []),
        ([took(night) for night in range(10, 40, 3)], [], list(range(10, 40, 3))),
        # Among longer times without it, fourteen nights are a stretch of their own and thirteen are none.
        (every(10, 11) + every(25, 38), [(25, "start", 200)], [10, 11]),
        (every(0, 1) + every(26, 38), [], [0, 1, *range(26, 39)]),
    ],
)  # fmt: skip
def test_what_a_log_of_forty_nights_shows(
    statements: list[Statement], changes: list[tuple[int, str, float]], intakes: list[int]
) -> None:
    assert shown(statements, rows=range(41)) == (changes, intakes)


@for_each(
    ("doses", "changes"),
    [
        ([200] * 5 + [300] * 5, [(15, "increase", 300)]),
        ([200] * 5 + [100] * 5, [(15, "decrease", 100)]),
        # A dose that goes back within two nights was a slip; three nights are a step and a step back.
        ([200] * 5 + [300] * 2 + [200] * 5, []),
        ([200] * 5 + [300] * 3 + [200] * 5, [(15, "increase", 300), (18, "decrease", 200)]),
        ([200] * 5 + [300] + [400] * 5, [(15, "increase", 300), (16, "increase", 400)]),
        ([200] * 5 + [300] + [200] * 2 + [300] + [200] * 5, []),
        # Without a dose nothing is known of that night.
        ([200] * 5 + [None] * 4 + [200] * 5, []),
        ([200] * 3 + [None] + [300] * 3, [(14, "increase", 300)]),
        # At the ends a single night of another dose is a step.
        ([200] * 5 + [300], [(15, "increase", 300)]),
        ([300] + [200] * 5, [(11, "decrease", 200)]),
    ],
)
def test_steps_of_the_dose(doses: list[float | None], changes: list[tuple[int, str, float]]) -> None:
    statements = [took(10 + at, dose) for at, dose in enumerate(doses)]
    found, intakes = shown(statements, rows=range(10 + len(doses)))
    assert found == [(10, "start", doses[0]), *changes]
    assert intakes == []


def test_doses_of_one_night_add_up_and_the_same_again_does_not() -> None:
    """Oracle: sums by hand: 200 + 100 = 300 mg; 200 twice is 200 mg, taken twice; 1 g is 1000 mg;
    what is in other units stays."""

    def of_night(*doses: tuple[float | None, str]) -> list[float | None]:
        log = Log("log.csv", None, 0, [], set(range(40)))
        for night in (10, 11, 12):
            for amount, unit in doses:
                medicine = Medicine(QUININE, generic=QUININE, dose=amount, unit=unit if amount else None)
                log.add(Statement(night, medicine, "taken"))
        return [one.medicine.dose for one in changes_of_log(log)[0]][:1]

    assert of_night((200, "mg"), (100, "mg")) == [300]
    assert of_night((200, "mg"), (200, "mg")) == [200]
    assert of_night((200, "mg"), (1, "g")) == [1200]
    assert of_night((200, "mg"), (5, "mL")) == [200]
    assert of_night((None, ""), (150, "mg")) == [150]
    assert of_night((None, "")) == [None]


def test_what_is_taken_as_needed_is_never_a_start() -> None:
    needed = [took(night, as_needed=True) for night in range(10, 30)]
    assert shown(needed, rows=range(41)) == ([], list(range(10, 30)))
    assert shown(needed[:1] + every(11, 29), rows=range(41)) == ([], list(range(10, 30)))


def test_nights_without_it_and_other_medicines_are_nothing_taken() -> None:
    """Oracle: by hand; what was not taken is no intake, and each medicine has changes of its own."""
    statements = [took(night, said="not taken") for night in range(41)]
    assert shown(statements, rows=range(41)) == ([], [])
    both = every(10, 40) + [took(night, 5, "atorvastatin") for night in range(20, 41)]
    assert shown(both, rows=range(41)) == ([(10, "start", 200), (20, "start", 5)], [])


def test_a_log_of_single_doses_counts_the_nights_of_the_calendar() -> None:
    """One row a dose, so that there are no other rows: only the nights that it speaks of are silent about it.
    Oracle: by hand: nights 20 to 27 lie between, and nobody wrote then; it goes on as taken."""
    found, _ = shown(every(10, 19) + every(28, 40), reaches=10)
    assert found == [(10, "all along", 200), (28, "taken", 200)]
    assert shown(every(10, 19) + every(28, 40), spoken=set(range(41)))[0] == [
        (10, "start", 200),
        (20, "stop", 200),
        (28, "start", 200),
    ]


def test_every_night_on_which_a_log_says_that_it_was_taken() -> None:
    logs = [
        Log("a", None, 0, [took(3), took(4, said="not taken"), took(5, name="atorvastatin")]),
        Log("b", None, 0, [took(7, 100)]),
    ]
    found = taken_nights(logs)
    assert {key: sorted(nights) for key, nights in found.items()} == {QUININE: [3, 7], "atorvastatin": [5]}
    assert (found[QUININE][3].dose, found[QUININE][7].dose) == (200, 100)
