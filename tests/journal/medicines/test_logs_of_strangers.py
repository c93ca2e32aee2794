"""Medicine logs as strangers write them. Oracle: the spells that a careful reader takes from each."""

from datetime import timedelta

import pytest

from tests.for_each import for_each
from tests.journal.medicines.test_record import FIRST, Span, changes, diary, read, spells, taken
from tests.journal.medicines.test_record import _day as day

BEFORE = "Medicine,Dose,Start,Stop\n"


def said(told: dict[int, str], heading: str = "Medication") -> str:
    """A diary of sixty nights in which a few say something."""
    return diary(60, {heading: [told.get(night, "") for night in range(60)]})


@for_each(
    ("told", "expected"),
    [
        (
            {3: "started atorvastatin 40 mg", 20: "halved atorvastatin"},
            [("atorvastatin", 20, 20, None), ("atorvastatin", 40, 3, 19)],
        ),
        (
            {3: "started magnesium 200 mg", 20: "doubled the magnesium"},
            [("magnesium", 200, 3, 19), ("magnesium", 400, 20, None)],
        ),
        (
            {3: "Torasemid 10 mg angefangen", 20: "Torasemid halbiert"},
            [("torasemide", 10, 3, 19), ("torasemide", 5, 20, None)],
        ),
        ({6: "Lasix 40 started", 21: "no more furosemide"}, [("furosemide", 40, 6, 20)]),
        (
            {4: "commencé furosémide 40 mg", 25: "arrêté le furosémide à cause des crampes"},
            [("furosemide", 40, 4, 24)],
        ),
        (
            {4: "started furosemide 40 mg", 20: "stopped the water tablet, too many trips"},
            [("furosemide", 40, 4, 19)],
        ),
        (
            {
                4: "started amlodipine 5mg and atorvastatin 20mg",
                20: "stopped the statin on Monday because of legs",
            },
            [("amlodipine", 5, 4, None), ("atorvastatin", 20, 4, 18)],
        ),
        ({9: "stopped the statin because of my legs (atorvastatin)"}, [("atorvastatin", None, None, 8)]),
        ({2: "started magnesium 300 mg", 25: "started magnesium"}, [("magnesium", 300, 2, None)]),
        ({12: "thinking about stopping the atorvastatin", 14: "asked whether to start quinine"}, []),
    ],
)
def test_sentences(told: dict[int, str], expected: list[Span]) -> None:
    assert spells(read(said(told))) == expected
    assert spells(read(said(told, "Notes"))) == expected


def test_one_of_two_statins_is_not_guessed() -> None:
    listed = BEFORE + "rosuvastatin,10 mg,2020,\nsimvastatin,20 mg,2020,"
    found = read(listed, said({20: "stopped the statin"}))
    assert ("rosuvastatin", 10, None, None) in spells(found)
    assert ("simvastatin", 20, None, None) in spells(found)
    assert found.changes["medication"].tolist() == ["statin"]


def test_a_class_in_a_remark_counts_only_of_a_medicine_that_is_known() -> None:
    """Under medicines it is a medicine of which no more is known; among other words it may be anybody's."""
    words = {20: "started the water tablet"}
    assert spells(read(said(words, "Notes"))) == []
    assert len(read(said(words)).spells) == 1


@pytest.mark.parametrize(
    ("first", "then", "times"),
    [
        ("started rosuvastatin 5 mg every day", "rosuvastatin 5mg now every other day", (1, 0.5)),
        ("started rosuvastatin 5 mg", "rosuvastatin now only every other day", (None, 0.5)),
        ("started rosuvastatin 5 mg once daily", "rosuvastatin now twice a day", (1, 2)),
    ],
)
def test_the_same_dose_another_number_of_times_from_now_on(
    first: str, then: str, times: tuple[float | None, float]
) -> None:
    journal = read(said({3: first, 20: then}))
    assert spells(journal) == [("rosuvastatin", 5, 20, None), ("rosuvastatin", 5, 3, 19)]
    found = journal.spells["per_day"].astype(object).where(journal.spells["per_day"].notna(), None)
    assert tuple(found) == times
    assert journal.changes["change"].tolist() == ["start", "increase" if times[1] > 1 else "decrease"]


@pytest.mark.parametrize(
    ("stop", "start", "ends"),
    [(13, 14, 13), (14, 14, 13), (13, 15, 12)],
)
def test_an_end_the_day_before_the_next_beginning_is_the_last_day(stop: int, start: int, ends: int) -> None:
    listed = f"{BEFORE}Magnesium,300 mg,{day(3)},{day(stop)}\nMagnesium,400 mg,{day(start)},{day(30)}"
    assert spells(read(diary(60), listed)) == [("magnesium", 300, 3, ends), ("magnesium", 400, start, 29)]


def test_amounts_beside_medicines_are_doses_under_any_heading() -> None:
    rows = [(3, "2.5mg"), (20, "5mg"), (40, "10mg")]
    listed = "Date,Tablet,Strength\n" + "\n".join(f"{day(night)},Ramipril,{dose}" for night, dose in rows)
    assert spells(read(diary(60), listed)) == [
        ("ramipril", 10, 40, None), ("ramipril", 2.5, 3, 19), ("ramipril", 5, 20, 39)
    ]  # fmt: skip


def test_a_dose_named_with_the_stop_was_the_dose() -> None:
    listed = f"DATE,MEDICINE,CHANGE\n{day(20)},SIMVASTATIN 40MG TABS,STOPPED"
    assert spells(read(diary(60), listed)) == [("simvastatin", 40, None, 19)]


def test_two_medicines_each_with_a_dose_are_no_tablet_of_both() -> None:
    words = taken((30, "amlodipine 5mg + atorvastatin 20mg"), (30, "amlodipine 5mg, no atorvastatin"))
    assert spells(read(diary(60, {"Medicines": words}))) == [
        ("amlodipine", 5, None, None), ("atorvastatin", 20, None, 29)
    ]  # fmt: skip


def test_a_numbered_list() -> None:
    words = ["1) amlodipine 5 mg 2) simvastatin 20 mg"] * 60
    assert spells(read(diary(60, {"Medicines": words}))) == [
        ("amlodipine", 5, None, None), ("simvastatin", 20, None, None)
    ]  # fmt: skip


@pytest.mark.parametrize("tick", ["x", "✓", "yes", "1"])
def test_a_blank_beside_ticks_is_a_night_without(tick: str) -> None:
    journal = read(diary(60, {"Quinine": taken((20, ""), (20, tick), (20, ""))}))
    assert spells(journal) == [("quinine", None, 20, 39)]
    assert [one.action for one in journal.receipts[0].problems if one.column == "Quinine"] == ["assumed"]


def test_a_blank_beside_ticks_says_nothing_where_the_night_is_not_answered() -> None:
    ticks = diary(60, {"Quinine": taken((20, ""), (20, "x"), (20, ""))}).splitlines()
    later = [f"{FIRST + timedelta(days=night)},,{''}" for night in range(40, 60)]
    assert spells(read("\n".join([*ticks[:41], *later]))) == [("quinine", None, 20, None)]


def test_a_blank_says_nothing_where_no_is_written() -> None:
    words = taken((20, "no"), (20, "yes"), (20, ""))
    assert spells(read(diary(60, {"Quinine": words}))) == [("quinine", None, 20, None)]


TWENTY = [(12, "atorvastatin 20 mg")]


@for_each(
    "none",
    ["no meds", "keine Medikamente", "no medication", "nothing taken", "sin medicación", "none today",
     "aucun médicament", "rien pris", "geen medicijnen", "nessun farmaco", "didn't take any meds", "no pills",
     "nichts genommen", "atorvastatin: none", "atorvastatin - none", "atorvastatin (0)",
     "atorvastatin (none)", "no meds; slept badly", "forgot my pills", "Atorvastatin: nichts"],
)  # fmt: skip
def test_no_medicine_at_all_every_night_is_a_stop(none: str) -> None:
    """Oracle: sixteen nights without it from the thirteenth on."""
    journal = read(diary(28, {"Medicines": taken(*TWENTY, (16, none))}))
    assert spells(journal) == [("atorvastatin", 20, None, 11)]
    assert changes(journal) == [(12, "atorvastatin", "stop", None)]


@for_each(
    "text",
    ["no meds but atorvastatin 20 mg", "nothing except atorvastatin 20 mg",
     "atorvastatin 20 mg (no side effects)", "nichts außer Atorvastatin 20 mg",
     "atorvastatin 20 mg; no other meds", "atorvastatin again",
     "atorvastatin 20 mg, no new meds", "no change in meds", "no new meds"],
)  # fmt: skip
def test_a_no_of_something_else_ends_nothing(text: str) -> None:
    journal = read(diary(28, {"Medicines": taken(*TWENTY, (16, text))}))
    assert changes(journal) == []
    assert spells(journal) == [("atorvastatin", 20, None, None)]


@pytest.mark.parametrize("text", ["off statin", "stopped the statin", "Statin abgesetzt", "off atorvastatin"])
def test_off_a_class_every_night_is_one_stop(text: str) -> None:
    """Said again of the one that was ended, it ends no other."""
    journal = read(diary(28, {"Medicines": taken(*TWENTY, (16, text))}))
    assert changes(journal) == [(12, "atorvastatin", "stop", None)]


@pytest.mark.parametrize(
    "again", ["wieder Atorvastatin 20 mg", "atorvastatin 20 mg again", "de nouveau atorvastatine 20 mg",
              "otra vez atorvastatina 20 mg"]
)  # fmt: skip
def test_again_after_a_pause_resumes(again: str) -> None:
    told = {3: "started atorvastatin 20 mg", 9: "atorvastatin paused", 15: again}
    assert changes(read(said(told))) == [
        (3, "atorvastatin", "start", 20),
        (9, "atorvastatin", "pause", None),
        (15, "atorvastatin", "resume", 20),
    ]


def test_again_without_an_end_before_resumes_nothing() -> None:
    journal = read(diary(30, {"Medicines": ["quinine 200 mg", *["quinine 200 mg again"] * 29]}))
    assert (changes(journal), spells(journal)) == ([], [("quinine", 200, None, None)])
