"""The lanes of medicines: doses by shade, open ends, single intakes, the way to a comparison. By hand."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from analysis.charts import Display, plot_medicines
from analysis.charts.palette import LIGHT
from analysis.measures import ChangeStep, Intake, MedicationPeriod
from tests.charts.made import change, made_review
from tests.charts.timeline.parts import START, one, traces
from tests.journals import make_journal


def period(dose: float | None, start: int | None, end: int | None, generic: str = "magnesium") -> Any:
    first, last = (None if at is None else START + timedelta(days=at) for at in (start, end))
    return MedicationPeriod(generic.title(), generic, None, dose, "mg", first, last)


def drawn(*periods: MedicationPeriod, **more: Any) -> Any:
    return plot_medicines(made_review(make_journal([0.0] * 100), periods=list(periods), **more))


def test_a_higher_dose_is_darker() -> None:
    """By hand: the highest of three doses has the full tint, half of it lies half way to it."""
    bars = one(drawn(period(100, 10, 39), period(200, 40, 69), period(None, 70, 80)), "doses")
    light, full = LIGHT.lanes[0]
    half = "#" + "".join(
        f"{round((int(light[at : at + 2], 16) + int(full[at : at + 2], 16)) / 2):02x}" for at in (1, 3, 5)
    )
    assert list(bars.marker.color) == [half, full, light]
    assert bars.marker.line.color == LIGHT.line  # without it the lightest would hardly be seen


def test_a_bar_that_goes_on_has_an_arrow_at_that_end() -> None:
    """By hand: one since before the journal, one that goes on, one that does neither."""
    figure = drawn(period(100, None, 20), period(100, 30, 50, "quinine"), period(100, 60, None, "furosemide"))
    marks = traces(figure, "goes on")
    assert [list(mark.marker.symbol) for mark in marks] == [["triangle-left"], ["triangle-right"]]
    assert [mark.y[0] for mark in marks] == [0, -2]


def test_single_intakes_are_ticks_in_the_lane_of_their_medicine() -> None:
    taken = [Intake(START + timedelta(days=at), "Paracetamol", "paracetamol", 500.0, "mg") for at in (3, 9)]
    taken.append(Intake(START + timedelta(days=5), "Magnesium", "magnesium", 100.0, "mg"))
    figure = drawn(period(100, 10, None), intakes=taken)
    ticks = {trace.y[0]: list(trace.x) for trace in traces(figure, "intakes")}
    assert {level: len(nights) for level, nights in ticks.items()} == {0: 2, -1: 1}
    assert figure.layout.yaxis.ticktext == ("Paracetamol 500 mg", "Magnesium 100 mg")


def test_a_click_on_a_bar_or_a_mark_tells_the_change() -> None:
    """By hand: the bar that a change begins, the one that it ends where it was taken before, and none."""
    nights = [START + timedelta(days=at) for at in (30, 60)]
    changes = [change(nights[0], generic="magnesium"), change(nights[1], generic="quinine", change="stop")]
    figure = drawn(
        period(100, 30, None), period(100, None, 59, "quinine"), period(5, None, None, "amlodipine"),
        changes=changes,
    )  # fmt: skip
    bars = {trace.y[0]: trace.customdata[0][0] for trace in traces(figure, "doses")}
    assert sorted(bars.values(), key=str) == [0, 1, None]
    assert [place for [place] in one(figure, "changes").customdata] == [0, 1]


def test_every_step_of_a_course_is_marked_in_its_lane() -> None:
    """By hand: three steps that are one question."""
    nights = [START + timedelta(days=at) for at in (30, 40, 50)]
    steps = tuple(
        ChangeStep(night, "Magnesium", "magnesium", None, "decrease", None, None, "mg") for night in nights
    )
    course = change(nights[0], generic="magnesium", change="decrease", steps=steps)
    for display in (Display(), Display(narrow=True)):
        marks = one(
            plot_medicines(
                made_review(make_journal([0.0] * 100), periods=[period(100, None, None)], changes=[course]),
                display,
            ),
            "changes",
        )
        assert list(marks.x) == [night.isoformat() for night in nights]
        assert [place for [place] in marks.customdata] == [0, 0, 0]


def test_without_a_medicine_it_says_so() -> None:
    assert "No medicine is known" in str(drawn().layout.annotations)


def test_on_a_phone_doses_without_room_stand_beside_the_name() -> None:
    """By hand: of 100 nights on 340 px a bar of 8 is too short for its dose; one of 40 is not. A wide window
    has room for all of them, and of two units no range can be said."""
    review = made_review(
        make_journal([0.0] * 100),
        periods=[
            period(100, 0, 39), period(250, 40, 47), period(200, 48, 99),
            period(5, 0, 49, "amlodipine"), period(10, 50, 99, "amlodipine"),
            replace(period(10, 0, 3, "quinine"), unit="mL"), period(300, 4, 99, "quinine"),
        ],
    )  # fmt: skip
    names = [
        trace
        for trace in plot_medicines(review, Display(narrow=True)).data
        if trace.to_plotly_json().get("mode") == "text"
    ]
    assert [list(trace.text) for trace in names] == [["Magnesium 100 to 250 mg", "Amlodipine", "Quinine"]]
    wide = plot_medicines(review, Display())
    assert list(wide.layout.yaxis.ticktext) == ["Magnesium", "Amlodipine", "Quinine"]
