"""What a column is taken for, as data. Oracle: by hand."""

from dataclasses import replace

from analysis.journal.columns.plans import Draft, Plan, TablePlan, own_name
from analysis.journal.fields import headers
from analysis.journal.tables import Heading


def plan(position: int, header: str, field: str | None) -> Plan:
    return Plan(position, header, field, Heading(), "")


def test_a_column_without_a_header_is_named_by_its_place() -> None:
    """As a person counts: the first one is 1."""
    assert plan(0, "", None).named == "column 1"
    assert plan(3, "Wade", None).named == "Wade"


def test_the_columns_of_a_field_are_found_in_their_order() -> None:
    table = TablePlan(
        "night diary", "", (plan(0, "a", "night"), plan(1, "b", "cramps"), plan(2, "c", "cramps"))
    )
    assert [column.header for column in table.of("cramps")] == ["b", "c"]
    assert table.of("severity") == []


def test_a_column_is_unknown_while_neither_name_nor_person_nor_number_tells_it() -> None:
    unknown = Draft(plan(0, "Zwicken", None), (), mapped=False)
    assert unknown.is_unknown
    for told in ({"candidates": ("cramps",)}, {"mapped": True}, {"numbers_rows": True}):
        assert not replace(unknown, **told).is_unknown  # type: ignore[arg-type]


def test_the_name_of_an_own_column_never_is_one_of_the_dictionary() -> None:
    """By hand; a column called "Cramps" that the person keeps as their own counts no cramp."""
    assert own_name("Weather (°C)") == "weather_c"
    assert own_name("Größe") == "grosse"
    assert own_name("!?") == "own_own"
    assert [own_name(name) for name in ("Cramps", "logged", "own")] == ["own_cramps", "own_logged", "own_own"]
    assert not {own_name(name) for name in headers()} & {*headers()}
    assert len(own_name("word " * 40)) <= 60
