"""The statements about one medicine as spells of it. Oracle: each lane drawn by hand."""

import re
from typing import cast

import pytest

from analysis.journal.medicines.classes import Medicine
from analysis.journal.medicines.spells import Spell, spells_of
from analysis.journal.medicines.statements import Said, Statement
from tests.for_each import for_each
from tests.journal.test_reading import read


def say(
    night: int | None,
    said: Said,
    dose: float | None = None,
    unit: str | None = "mg",
    *,
    source: str = "list.csv",
    reason: str | None = None,
    **more: object,
) -> Statement:
    needed = bool(more.pop("as_needed", False))
    medicine = Medicine(
        "Quinine",
        generic="quinine",
        dose=dose,
        unit=None if dose is None else unit,
        **more,  # type: ignore[arg-type]
    )
    return Statement(night, medicine, said, source, reason, needed)


def statement(words: str) -> Statement:
    """A statement from "night said dose", as "20 increase 300 from 200"; "?" is a night that is not told."""
    found = re.fullmatch(r"(\d+|\?) ([a-z ]+?)(?: (\d+)(?: from (\d+))?)?", words)
    assert found is not None, words
    night, said, dose, before = found.groups()
    told: dict[str, object] = {"dose_before": float(before)} if before else {}
    return say(None if night == "?" else int(night), cast(Said, said), float(dose) if dose else None, **told)


def lane(events: str) -> str:
    """First and last night, dose, and the change at either end, of each spell; of an open one that of its
    beginning."""
    found = []
    for one in spells_of([statement(words) for words in events.split("; ")]):
        first, last = ("" if night is None else str(night) for night in (one.first, one.last))
        dose = "?" if one.medicine.dose is None else f"{one.medicine.dose:g}"
        found.append(f"{first}–{last} {dose} {one.began}" + (f" {one.ended}" if last else ""))
    return "; ".join(found)


@for_each(
    ("events", "expected"),
    [
        ("10 start 200", "10– 200 start"),
        ("10 start 200; 20 stop", "10–19 200 start stop"),
        ("10 start 200; 20 pause", "10–19 200 start pause"),
        # What says again what is known changes nothing, and fills in a dose that was not told.
        ("10 start 200; 15 start 200; 20 stop; 25 stop", "10–19 200 start stop"),
        ("10 start; 15 start 200", "10– 200 start"),
        ("10 start; 15 taken 200; 16 taken 300", "10–15 200 start stop; 16– 300 increase"),
        # All along: open to the left; while it is taken it only tells the dose; after an end it is a start.
        ("? all along 200", "– 200 start"),
        ("10 start; ? all along 200", "10– 200 start"),
        ("10 start 1; 20 stop; 30 all along 2", "10–19 1 start stop; 30– 2 start"),
        # A stop of what nobody started: taken since before.
        ("20 stop", "–19 ? start stop"),
        ("20 stop; 22 stop", "–19 ? start stop"),
        # Another dose is a step, named by its way whatever it was called.
        ("10 start 200; 20 increase 300", "10–19 200 start stop; 20– 300 increase"),
        ("10 start 200; 20 increase 100", "10–19 200 start stop; 20– 100 decrease"),
        ("10 start 200; 20 decrease 300", "10–19 200 start stop; 20– 300 increase"),
        ("10 start 200; 20 decrease", "10–19 200 start stop; 20– ? decrease"),
        ("10 start 200; 20 increase", "10–19 200 start stop; 20– ? increase"),
        ("10 start 200; 20 start 300", "10–19 200 start stop; 20– 300 increase"),
        ("10 start 200; 20 increase 200", "10– 200 start"),
        # Of the night of the start itself it corrects the dose.
        ("10 start 200; 10 increase 300", "10– 300 start"),
        ("10 start 200; ? increase 300", "10– 300 start"),
        ("10 start 200; 11 increase 300", "10–10 200 start stop; 11– 300 increase"),
        # A step of what nobody started: before it, taken at the dose that it came from, or at none told.
        ("20 increase 300 from 200", "–19 200 start stop; 20– 300 increase"),
        ("20 decrease 100", "–19 ? start stop; 20– 100 decrease"),
        ("? increase 300", "– 300 start"),
        # After an end a step is a start.
        ("10 start 1; 20 stop; 30 increase 2", "10–19 1 start stop; 30– 2 start"),
        # A pause is followed by a resumption, at the dose before where none is told.
        ("10 start 200; 20 pause; 30 resume", "10–19 200 start pause; 30– 200 resume"),
        ("10 start 200; 20 pause; 30 resume 100", "10–19 200 start pause; 30– 100 resume"),
        ("10 start 200; 20 pause; 30 start", "10–19 200 start pause; 30– ? resume"),
        ("10 start 200; 20 stop; 30 start", "10–19 200 start stop; 30– ? start"),
        ("30 resume 100", "30– 100 resume"),
        # Stopped and started on one night at one dose: nothing changed; a night later it is a new spell.
        ("10 start 200; 20 stop; 20 start 200", "10– 200 start"),
        ("10 start 200; 20 stop; 20 start", "10– 200 start"),
        ("10 start; 20 stop; 20 start 200", "10– 200 start"),
        ("10 start 200; 20 stop; 20 start 100", "10–19 200 start stop; 20– 100 start"),
        ("10 start 200; 20 stop; 21 start 200", "10–19 200 start stop; 21– 200 start"),
        # Ended before it was taken for a night: it never was, and what stood before it goes to that end.
        ("10 start 200; 10 stop", ""),
        ("10 start 200; 20 increase 300; 20 stop", "10–19 200 start stop"),
        ("10 start 200; 15 stop; 20 start 300; 20 stop", "10–14 200 start stop"),
        ("10 start 200; 11 stop", "10–10 200 start stop"),
    ],
)  # fmt: skip
def test_statements_in_order_make_spells(events: str, expected: str) -> None:
    assert lane(events) == expected


def test_as_needed_and_daily_are_two_spells() -> None:
    """Oracle: by hand; a change of how it is taken ends one and starts the other, also of the first night."""
    needed = say(20, "start", 200, as_needed=True)
    assert [(s.first, s.last, s.as_needed) for s in spells_of([say(10, "start", 200), needed])] == [
        (10, 19, False),
        (20, None, True),
    ]
    same_night = spells_of([say(20, "start", 200), needed])
    assert [(s.first, s.last, s.as_needed) for s in same_night] == [(20, None, True)]
    since_ever = spells_of([say(None, "all along", 200), needed])
    assert [(s.first, s.last, s.as_needed) for s in since_ever] == [(None, 19, False), (20, None, True)]
    # A single tablet told as taken, or of which no date is told, does not end it.
    single = say(20, "taken", 200, as_needed=True)
    assert [(s.first, s.last) for s in spells_of([say(10, "start", 200), single])] == [(10, None)]
    undated = say(None, "start", 200, as_needed=True)
    assert [(s.first, s.last) for s in spells_of([say(10, "start", 200), undated])] == [(10, None)]


def test_sources_reasons_and_names_are_kept() -> None:
    """Oracle: by hand; each file once, the reason of the start and that of the end, the name at the end."""
    events = [
        say(10, "start", 200, source="a.csv", reason="cramps"),
        say(12, "taken", 200, source="b.csv"),
        say(13, "taken", 200, source="a.csv"),
        Statement(20, Medicine("Qualaquin", generic="quinine"), "stop", "c.csv", "rash"),
    ]
    (one,) = spells_of(events)
    assert one.sources == ("a.csv", "b.csv", "c.csv")
    assert (one.why, one.why_ended, one.ended_as, one.key) == ("cramps", "rash", "Qualaquin", "quinine")
    (nameless,) = spells_of([say(10, "start", 200, source="")])
    assert nameless.sources == ()
    stopped, stepped = (
        spells_of([say(20, "stop", reason="rash")]),
        spells_of([say(20, "increase", 2, reason="r")]),
    )
    assert [(s.why, s.why_ended) for s in stopped] == [(None, "rash")]
    assert [s.why for s in stepped] == [None, "r"]
    again = spells_of([*events, Statement(20, Medicine("Quinine", generic="quinine"), "start", "d.csv")])
    assert [(s.last, s.ended, s.why_ended, s.sources) for s in again] == [
        (None, "stop", None, ("a.csv", "b.csv", "c.csv", "d.csv"))
    ]


def test_a_unit_or_how_often_is_filled_in_where_it_was_not_told() -> None:
    """Oracle: by hand; what was told stays as it was told."""

    def told(*events: Statement) -> tuple[object, ...]:
        (one,) = spells_of(events)
        return one.medicine.dose, one.medicine.unit, one.medicine.per_day

    assert told(say(10, "start", 200, None), say(11, "taken", 200, "mg")) == (200, "mg", None)
    assert told(say(10, "start", 200, "mg"), say(11, "taken", 200, None)) == (200, "mg", None)
    assert told(say(10, "start", 200), say(11, "taken", 200, per_day=2)) == (200, "mg", 2)
    assert told(say(10, "start", 200, per_day=3), say(11, "taken", None, per_day=2)) == (200, "mg", 3)
    assert told(say(10, "start", None), say(11, "taken", 100, per_day=2)) == (100, "mg", 2)
    assert told(say(10, "start", None), say(11, "taken", None)) == (None, None, None)


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        (10, 12, {10, 11, 12}),
        (None, 11, {9, 10, 11}),
        (12, None, {12, 13}),
        (None, None, {9, 10, 11, 12, 13}),
    ],
)
def test_a_spell_holds_its_nights_both_ends_included(
    first: int | None, last: int | None, held: set[int]
) -> None:
    spell = Spell(Medicine("Quinine"), first, last)
    assert {night for night in range(9, 14) if spell.holds(night)} == held


NIGHTS = "Night of,Cramps\n" + "".join(
    f"2025-{month:02d}-{day:02d},0\n" for month in (1, 2) for day in range(1, 29)
)


def test_the_end_of_a_stretch_does_not_end_one_that_its_list_began_since() -> None:
    """20 mg from 5 to 51 and 40 mg from 50 on, as prescriptions overlap: 40 mg goes on. Oracle: by hand."""
    rows = "Medicine,Dose,From,To\nLasix,20 mg,2025-01-05,2025-02-20\nLasix,40 mg,2025-02-19,\n"
    spells = read(NIGHTS, rows).spells
    assert [str(night)[:10] for night in spells["last_night"]] == ["2025-02-18", "NaT"]
    assert spells["dose"].tolist() == [20.0, 40.0]


def test_a_last_day_before_the_first_is_given_back() -> None:
    rows = "Medicine,Dose,From,To\nLasix,20 mg,2025-02-20,2025-01-05\nQuinine,200 mg,2025-01-05,2025-02-20\n"
    journal = read(NIGHTS, rows)
    assert journal.spells["generic"].tolist() == ["quinine"]
    assert [(one.row, one.column, one.action) for one in journal.receipts[1].problems] == [
        (2, "To", "rejected")
    ]
