"""What a diary says was taken each night. Oracle: read by hand."""

import pandas as pd
import pytest

from analysis.journal import read_journal
from analysis.journal.medicines.diary_words import (
    ends_every_medicine,
    named_medicine,
    read_diary_text,
    statements_of_diary,
    taken_or_not,
)
from analysis.journal.medicines.statements import Log
from tests.for_each import for_each
from tests.journal.test_reading import read


def test_what_was_taken_each_night_shows_a_start_and_a_stop() -> None:
    """Ten nights with one medicine, ten with a second one, ten without the first. A forgotten tablet is no
    change.
    """
    taken = ["amlodipine 5 mg"] * 10 + ["amlodipine 5 mg, magnesium 400 mg"] * 10 + ["magnesium 400 mg"] * 10
    taken[4] = ""
    rows = [f'2024-03-{at + 1:02d},{at % 2},"{text}"' for at, text in enumerate(taken)]
    changes = read("\n".join(["Date,Cramps,Medicines", *rows])).changes
    assert list(zip(changes["night"].dt.day, changes["generic"], changes["change"], strict=True)) == [
        (11, "magnesium", "start"), (21, "amlodipine", "stop"),
    ]  # fmt: skip


Told = tuple[list[tuple[str, str]], list[tuple[str, str]], bool]


def told(text: str) -> Told:
    """The changes, what was taken or not, and whether the cell says what was taken."""
    changes, taken, says = read_diary_text(text, "d.csv", {})
    assert {one.source for one in (*changes, *taken)} <= {"d.csv"}
    return [(one.key, one.said) for one in changes], [(one.key, one.said) for one in taken], says


@for_each(
    ("text", "expected"),
    [
        ("quinine 200 mg", ([], [("quinine", "taken")], True)),
        ("quinine, magnesium 400 mg", ([], [("quinine", "taken"), ("magnesium", "taken")], True)),
        ("quinine; no magnesium", ([], [("quinine", "taken"), ("magnesium", "not taken")], True)),
        ("quinine, , magnesium", ([], [("quinine", "taken"), ("magnesium", "taken")], True)),
        # What a cell says was changed was not also taken; beside a change only known medicines are.
        ("started quinine 200 mg", ([("quinine", "start")], [], False)),
        ("started quinine 200 mg, magnesium", ([("quinine", "start")], [("magnesium", "taken")], True)),
        ("started quinine 200 mg, zaubertee 3 mg", ([("quinine", "start")], [], False)),
        ("zaubertee 3 mg", ([], [("zaubertee", "taken")], True)),
        # "No" and "0" say that nothing was taken; a dash or a remark says nothing of it.
        ("no", ([], [], True)),
        ("0", ([], [], True)),
        ("No.", ([], [], True)),
        ("-", ([], [], False)),
        ("bad day", ([], [], False)),
        ("yes", ([], [], False)),
        ("1", ([], [], False)),
        # An unknown name is a medicine with a dose in a unit and up to three words alone.
        ("zaubertee", ([], [], False)),
        ("zaubertee 3", ([], [], False)),
        ("my own green tea 3 mg", ([], [], False)),
        ("own green tea 3 mg", ([], [("own green tea", "taken")], True)),
        ("ab 3 mg", ([], [], False)),
        ("abc 3 mg", ([], [("abc", "taken")], True)),
    ],
)
def test_what_a_cell_says(text: str, expected: Told) -> None:
    assert told(text) == expected


@for_each(
    ("item", "said", "as_needed"),
    [
        ("quinine 200 mg", "taken", False),
        ("quinine 0 mg", "not taken", False),
        ("quinine 0.0 mg", "not taken", False),
        ("quinine 10 mg", "taken", False),
        ("quinine 0.5 mg", "taken", False),
        ("no quinine", "not taken", False),
        ("quinine as needed", "taken", True),
        ("quinine (as needed)", "taken", True),
        ("quinine prn", "taken", True),
        ("quinine 200 mg (not taken yesterday)", "taken", False),
    ],
)
def test_one_item_of_a_list(item: str, said: str, as_needed: bool) -> None:
    (one,) = taken_or_not(item, "d.csv", {})
    assert (one.key, one.said, one.source, one.as_needed) == ("quinine", said, "d.csv", as_needed)


def test_of_what_was_not_taken_only_known_medicines_are_said() -> None:
    assert taken_or_not("no zaubertee 3 mg", "d.csv", {}) == []
    both = taken_or_not("no quinine and magnesium", "d.csv", {})
    assert [(one.key, one.said) for one in both] == [("quinine", "not taken"), ("magnesium", "not taken")]


def log(*texts: str | None, first: int = 100, **how: bool) -> tuple[list[tuple[int | None, str]], Log | None]:
    """The changes, and the log, of a diary that says so night by night."""
    nights = enumerate(texts, start=first)
    changes, found = statements_of_diary(nights, [], "d.csv", {}, **how)
    return [(one.night, f"{one.said} {one.key}") for one in changes], found


def test_a_diary_tells_of_each_night_what_was_taken_and_what_changed() -> None:
    """Oracle: by hand, night by night."""
    changes, found = log("quinine", "quinine", None, "started magnesium 400 mg", "quinine")
    assert changes == [(103, "start magnesium")]
    assert found is not None
    assert (found.source, found.rows, found.spoken) == ("d.csv", [100, 101, 102, 103, 104], {100, 101, 104})
    assert [(one.night, one.key) for one in found.statements] == [(n, "quinine") for n in (100, 101, 104)]
    assert log("bad day", None) == ([], None)
    _, of_cramp_nights = log("quinine", None, "quinine", every_night=False)
    assert of_cramp_nights is not None
    assert of_cramp_nights.rows is None


def test_same_as_before_repeats_what_was_taken_last() -> None:
    """Oracle: by hand; without anything before it says nothing, and what was not taken is not repeated."""
    _, found = log("quinine, no magnesium", "same", "bad day", "as usual", "no", "same")
    assert found is not None
    assert [(one.night, one.key, one.said) for one in found.statements] == [
        (100, "quinine", "taken"), (100, "magnesium", "not taken"), (101, "quinine", "taken"),
        (103, "quinine", "taken"),
    ]  # fmt: skip
    assert found.spoken == {100, 101, 103, 104}
    assert log("same", "same") == ([], None)


@pytest.mark.parametrize(
    ("texts", "reaches"),
    [
        # Where most nights between the first and the last list have one, a night before the first says that
        # nothing was taken; with lists on fewer, or on one or two nights, it says nothing.
        ([None, None, "quinine", "quinine", "quinine"], 100),
        ([None, None, "quinine", None, "quinine", None, "quinine"], 100),
        ([None, None, "quinine", None, None, "quinine", None, None, "quinine"], 102),
        ([None, None, "quinine", None, "quinine", None, None, "quinine"], 100),
        ([None, None, "quinine", "quinine"], 102),
        ([None, None, "quinine"], 102),
    ],
)  # fmt: skip
def test_how_far_back_a_diary_tells_of_medicines(texts: list[str | None], reaches: int) -> None:
    """Oracle: 2 × nights with a list ≥ nights from the first to the last of them, and more than two."""
    found = log(*texts)[1]
    assert found is not None
    assert found.reaches == reaches


def test_remarks_tell_of_changes_of_known_medicines_alone() -> None:
    remarks = [(7, "stopped quinine, rash"), (9, "started zaubertee 3 mg"), (11, "quinine helps")]
    changes, found = statements_of_diary([], remarks, "d.csv", {})
    assert [(one.night, one.said, one.key, one.source) for one in changes] == [
        (7, "stop", "quinine", "d.csv")
    ]
    assert found is None


def test_a_medicine_in_a_heading_and_the_name_of_all() -> None:
    named = named_medicine(["magnesium"])
    assert named is not None
    assert named.generic == "magnesium"
    assert named_medicine(["mood"]) is None
    assert [ends_every_medicine(words) for words in ("all meds", "All meds.", "quinine")] == [
        True,
        True,
        False,
    ]


def test_a_no_is_said_of_its_own_item_alone() -> None:
    """By hand: of two medicines in a cell, or in columns of their own, the one that has a no is not taken."""
    told = taken_or_not("Magnesium 300 mg; no Amlodipine 5 mg", "d.csv", {})
    assert [(one.key, one.said) for one in told] == [("magnesium", "taken"), ("amlodipine", "not taken")]
    rows = "".join(f"2025-03-{day:02d},yes,{'yes' if day > 8 else 'no'}\n" for day in range(1, 21))
    nights = "date,cramps\n" + "".join(f"2025-03-{day:02d},{day % 2}\n" for day in range(1, 21))
    files = [("nights.csv", nights.encode()), ("taken.csv", f"Date,Magnesium,Amlodipine\n{rows}".encode())]
    spells = read_journal(files).spells
    assert spells[["medication", "first_night", "last_night"]].astype(object).fillna("").values.tolist() == [
        ["Magnesium", "", ""],
        ["Amlodipine", pd.Timestamp("2025-03-09"), ""],
    ]


@pytest.mark.parametrize("again", ["wieder Lasix 20 mg", "weer Lasix 20 mg", "Lasix 20 mg again"])
def test_a_remark_that_names_what_was_stopped_again_resumes_it(again: str) -> None:
    remarks = [(0, "started Lasix 40 mg"), (50, "stopped Lasix"), (60, again), (70, "Ramipril again")]
    told, _ = statements_of_diary([], remarks, "d.csv", {})
    assert [(one.night, one.said, one.medicine.dose) for one in told] == [
        (0, "start", 40), (50, "stop", None), (60, "resume", 20),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("Yasmin stopped by", 0),
        ("started with Yasmin at the gym", 0),
        ("stopped at Yasmin's", 0),
        ("Stopped Yasmin", 1),
        ("started the Yasmin pill", 1),
        ("started magnesium", 1),
    ],
)
def test_a_first_name_in_a_remark_is_a_person(remark: str, told: int) -> None:
    """Oracle: as a person reads each one."""
    assert len(statements_of_diary([], [(3, remark)], "a.csv", {})[0]) == told
