"""The look that charts share, asserted as data."""

import pytest

from analysis.charts.template import (
    LETTER,
    MODEBAR,
    Display,
    figure,
    hatched,
    key_item,
    legend_height,
    note,
    template,
    wrapped,
)

LOOKS = [Display(), Display(theme="dark", narrow=True), Display(narrow=True, large=True), Display(width=500)]


@pytest.mark.parametrize("display", LOOKS)
def test_lines_are_as_long_as_the_width_has_room_for(display: Display) -> None:
    """Oracle: the widths of letters by hand: no line is wider than what is left, and no word is lost."""
    text = "Cramps a week by the amount that was drunk on the day before the night " * 4
    lines = wrapped(text, display).split("<br>")
    assert " ".join(lines) == text.strip()
    widest = max(map(len, lines)) * LETTER * display.font
    assert widest <= max(display.safe_width - 70, 16 * LETTER * display.font)
    assert len(lines) > 1


@pytest.mark.parametrize("display", LOOKS)
def test_a_note_says_its_words_and_draws_nothing(display: Display) -> None:
    made = note("No cramp is recorded.", display, alt="Nothing to draw")
    assert not made.data
    assert made.layout.annotations[0].text.replace("<br>", " ") == "No cramp is recorded."
    assert made.layout.meta["alt"] == "Nothing to draw"
    assert made.layout.xaxis.visible is made.layout.yaxis.visible is False


def test_on_a_phone_the_charts_own_buttons_have_a_row_above_it() -> None:
    """By hand: a margin of 12 px becomes that row's height, and the figure grows by as much; else neither."""
    margin = {"l": 0, "r": 0, "t": 12, "b": 0}
    wide, phone = (
        figure([], {"margin": margin}, Display(narrow=narrow), height=100) for narrow in (False, True)
    )
    assert (wide.layout.margin.t, wide.layout.height) == (12, 100)
    assert (phone.layout.margin.t, phone.layout.height) == (MODEBAR, 100 + MODEBAR - 12)
    assert figure([], {}, Display(), height=99.6).layout.height == 100


def test_text_of_any_look_is_thirteen_pixels_or_more() -> None:
    """Oracle: the rule of the house."""
    for display in LOOKS:
        assert display.font >= display.small >= 13
        look = template(display.theme, display.large, display.narrow)["layout"]
        assert look["xaxis"]["tickfont"]["size"] >= 13
        assert look["legend"]["font"]["size"] >= 13


def test_volumes_are_shown_in_the_readers_unit_and_nothing_else_is() -> None:
    """By hand: 1 L is 1000 mL; four glasses of 250 mL are a litre; milligrams stay."""
    assert Display(volume="mL").unit("mL/day") == (0.001, "L/day")
    factor, name = Display(volume="glasses", glass_ml=250).unit("mL/day")
    assert factor * 1000 == pytest.approx(4)
    assert name is not None
    assert name.endswith("/day")
    assert Display(volume="fl oz").unit("mg") == (1.0, "mg")
    assert Display().unit(None) == (1.0, None)


def test_a_key_is_drawn_without_data() -> None:
    assert key_item("a", type="bar") == {
        "type": "bar", "x": [None], "y": [None], "showlegend": True, "hoverinfo": "skip", "name": "a",
    }  # fmt: skip
    assert key_item("b")["mode"] == "markers"


def test_a_legend_without_room_side_by_side_stands_in_rows() -> None:
    """By hand: one row for few short names; on a phone eight long ones take a row each."""
    short, long = [key_item("a"), key_item("b")], [key_item("a name of thirty letters or so")] * 8
    row = legend_height(short, Display(narrow=True)) - 10
    assert legend_height(long, Display(narrow=True)) == pytest.approx(8 * row + 10)


def test_what_was_not_logged_has_no_fill_that_could_be_a_value() -> None:
    for display in LOOKS:
        marker = hatched(display)
        assert marker["color"] == marker["pattern"]["bgcolor"] == display.palette.paper
        assert marker["pattern"]["fgcolor"] != display.palette.paper
