"""Several columns of one field. Oracle: read by hand."""

import pytest

from analysis.journal.columns import Plan
from analysis.journal.entries.joined_columns import by_cramp, joined
from analysis.journal.fields import headers
from analysis.journal.receipts import Draft
from analysis.journal.tables import Heading
from tests.for_each import for_each
from tests.journal.test_reading import actions, ledger, read


@pytest.mark.parametrize(
    ("header", "amounts"),
    [
        ("Water am (ml),Water pm (ml)", [1400, None]),
        ("Morning fluids (ml),Evening fluids (ml)", [1400, None]),
        ("Trinkmenge vormittags (ml),Trinkmenge abends (ml)", [1400, None]),
        ("Water (ml),Water pm (ml)", [500, 600]),
    ],
)
def test_parts_of_the_day_add_up_and_one_alone_is_no_day(header: str, amounts: list[float | None]) -> None:
    """By hand: 500 + 900 mL; where a part is empty the day is not known; a whole day stands by itself."""
    journal = read(f"Date,Cramps,{header}\n2025-03-01,1,500,900\n2025-03-02,0,600,\n")
    told = [None if amount != amount else amount for amount in journal.nights["hydration"]]
    assert told == amounts


def test_one_part_of_the_day_is_listed_and_not_used() -> None:
    """By hand: what was drunk before noon says nothing of the day."""
    journal = read("Date,Cramps,Water am (ml)\n2025-03-01,1,500\n2025-03-02,0,600\n")
    assert "hydration" not in journal.nights
    assert actions(journal) == [(None, "not_mapped")]


def together(
    field: str, *columns: list[object], **heading: list[object]
) -> tuple[list[object], list[object]]:
    """What columns of one field say together, and the rows and columns that are listed. ``heading``: what the
    headings say, one for each column."""
    draft = Draft("a.csv", "")
    pairs = []
    for at, values in enumerate(columns):
        said = {name: told[at] for name, told in heading.items()}
        of_field = Heading(fields=(field,), **said)  # type: ignore[arg-type]
        pairs.append((Plan(at, f"C{at}", field, of_field, "known"), list(values)))
    draft.take_columns(plan for plan, _ in pairs)
    found = joined(headers()[field], pairs, draft)
    return found, [(p.column, p.action) for p in draft.problems]


@for_each(
    ("field", "one", "other", "expected", "listed"),
    [
        # The first filled cell counts, and what differs is listed at the other column.
        ("severity", [3, None, 4, None], [3, 5, 6, None], [3, 5, 4, None], [("C1", "conflict")]),
        ("sleep", [None, 7], [6, None], [6, 7], []),
        # Tea and coffee add up; of two times of writing the later counts; words and texts stand together.
        ("caffeine", [1, None, 2], [2, 1, None], [3, 1, 2], []),
        ("alcohol", [1], [2], [3], []),
        ("recorded_at", [5, 9], [7, 4], [7, 9], []),
        ("symptoms", [("pain",), ("pain", "stiffness")], [("tightness",), ("stiffness", "tightness")],
         [("pain", "tightness"), ("pain", "stiffness", "tightness")], []),
        ("notes", ["a", None, "b"], ["c", "d", "b"], ["a; c", "d", "b"], []),
        # Of cramps the larger number counts, and a difference is listed unless the other is a mere yes.
        ("cramps", [2, None, 0, None], [3, 1, 0, None], [3, 1, 0, None], [("C0", "conflict")]),
        ("cramps", [2, 3, 0], [1, 1, 0], [2, 3, 0], []),
        ("cramps", [2, 3], [0, 1], [2, 3], [("C1", "conflict")]),
        ("cramps", [0, 1], [2, 2], [2, 2], [("C0", "conflict")]),
    ],
)  # fmt: skip
def test_two_columns_of_one_field(
    field: str, one: list[object], other: list[object], expected: list[object], listed: list[object]
) -> None:
    """Oracle: the rule, cell by cell."""
    assert together(field, one, other) == (expected, listed)


def test_three_columns_are_joined_from_the_left() -> None:
    assert together("severity", [None, None, 1], [2, None, 1], [3, 4, 2]) == (
        [2, 4, 1],
        [("C2", "conflict")] * 2,
    )
    assert together("sleep", [5, None]) == ([5, None], [])


@pytest.mark.parametrize(
    ("field", "first", "second", "expected"),
    [
        ("severity", [3, None, 5, None], [7, 4, 2, None], [7, 4, 5, None]),
        ("duration", [3.0], [8.0], [8.0]),
        ("woke", [False, True, None], [True, False, False], [True, True, False]),
        ("side", ["left", "left", None], ["left", "right", "right"], ["left", "both", "right"]),
        ("onset", [("a", "b"), None], [("b", "c"), ("a",)], [("a", "b", "c"), ("a",)]),
        ("muscle", ["calf", None], ["foot", "thigh"], ["calf", "thigh"]),
    ],
)
def test_columns_of_a_first_and_a_second_cramp(
    field: str, first: list[object], second: list[object], expected: list[object]
) -> None:
    """Of the night: the worst, the longest, all times, both sides. Oracle: by hand."""
    assert together(field, first, second, number=[1, 2]) == (expected, [])


def test_parts_of_a_count_add_up_and_the_larger_of_their_sum_and_the_whole_counts() -> None:
    """Oracle: sums by hand; a side of which nothing is said adds nothing."""
    assert together("cramps", [1, None, 0], [2, 3, None], part=["left", "right"]) == ([3, 3, 0], [])
    assert together("cramps", [1, None], [2, None], part=["calf", "foot"]) == ([3, None], [])
    assert together("cramps", [1, 2], [2, 2], number=[1, 2]) == ([3, 4], [])
    whole = together("cramps", [5, 1], [1, 1], [2, 2], part=[None, "left", "right"])
    assert whole == ([5, 3], [("C0", "conflict"), ("C2", "conflict")])
    # One leg's cramps told in two columns are told twice, not to be added.
    assert together("cramps", [2], [3], [1], part=["left", "left", "right"]) == ([4], [])
    # Sides and muscles are two ways of counting the same cramps.
    both = together("cramps", [1], [1], [3], [0], part=["left", "right", "calf", "foot"])
    assert both == ([3], [("C1", "conflict")])


def test_parts_of_a_day_that_are_not_all_told() -> None:
    """Oracle: by hand: 500 + 900; a missing part leaves the day open and is listed once a row; a column that
    somebody mapped, or keeps as their own, is the whole day."""
    found = together("hydration", [500, None, None], [900, 600, None], day_part=[True, True])
    assert found == ([1400, None, None], [("C0", "set_aside")])
    assert together("hydration", [500, 400], day_part=[True]) == ([None, None], [("C0", "not_mapped")])
    beside = together("hydration", [500, None], [900, 700], [1, 2], day_part=[False, True, True])
    assert beside == ([500, None], [("C1", "not_mapped"), ("C2", "not_mapped")])
    draft = Draft("a.csv", "")
    own = Plan(0, "C", "hydration", Heading(day_part=True), "known", own=True)
    mapped = Plan(0, "C", "hydration", Heading(day_part=True), "mapped")
    for plan in (own, mapped):
        assert joined(headers()["hydration"], [(plan, [500])], draft) == [500]
    assert draft.problems == []


def test_a_part_alone_is_no_longer_a_column_of_its_field() -> None:
    journal = read("Date,Cramps,Water am (ml)\n2025-03-01,1,500\n2025-03-02,0,600\n")
    (column,) = [c for c in journal.receipts[0].columns if c.header == "Water am (ml)"]
    assert (column.field, column.why) == (None, "a part of the day")


def test_the_columns_of_each_cramp_by_its_number() -> None:
    def plans(*numbers: int | None, field: str = "severity") -> list[tuple[Plan, list[object]]]:
        return [
            (Plan(at, f"C{at}", field, Heading(fields=(field,), number=number), "known"), [at])
            for at, number in enumerate(numbers)
        ]

    assert by_cramp(plans(1, 2, 3)) == {1: [0], 2: [1], 3: [2]}
    assert by_cramp(plans(None, 2, 3)) == {1: [0], 2: [1], 3: [2]}
    assert by_cramp(plans(2, 1)) == {2: [0], 1: [1]}
    assert by_cramp(plans(None, None)) == {}
    # One heading again and again, as a form repeats it, is a first, a second, a third.
    again = [(Plan(at, "Pain", "severity", Heading(fields=("severity",)), "known"), [at]) for at in range(3)]
    assert by_cramp(again) == {1: [0], 2: [1], 3: [2]}


def test_cramps_in_numbered_columns_are_cramps_of_the_night() -> None:
    """Oracle: by hand: two times and two pains are two cramps, each with its own."""
    head = "Night of,Cramp time 1,Cramp pain 1,Cramp time 2,Cramp pain 2"
    journal = read(f"{head}\n2024-03-01,23:10,4,02:00,7\n2024-03-02,01:00,3,,\n")
    assert ledger(journal) == {"03-01": 2, "03-02": 1}
    assert journal.cramps["severity"].tolist() == [4, 7, 3]
