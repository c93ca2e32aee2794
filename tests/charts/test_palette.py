"""The colours themselves: legible, and apart without colour."""

from itertools import pairwise

import pytest

from analysis.charts.palette import DARK, LIGHT, Palette


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def grey(colour: str) -> float:
    """As Pillow's ``convert("L")`` makes it, 0 to 255 (ITU-R 601-2)."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_small_text_has_contrast_on_paper_and_in_lanes(palette: Palette) -> None:
    """Oracle: WCAG 2.2, 1.4.3: 4.5 to 1 for small text."""
    grounds = [palette.paper, *(tint for lane in palette.lanes for tint in lane)]
    assert all(contrast(palette.ink, ground) >= 4.5 for ground in grounds)
    assert contrast(palette.quiet, palette.paper) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_lines_and_marks_stand_out_from_paper(palette: Palette) -> None:
    """Oracle: WCAG 2.2, 1.4.11: 3 to 1 for what a chart cannot be read without."""
    for colour in (palette.accent, palette.hydration, palette.activity, palette.plain, palette.line):
        assert contrast(colour, palette.paper) >= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_nights_are_told_apart_in_greyscale(palette: Palette) -> None:
    """Oracle: at least 20 of 255 steps of grey from paper to none to one, two, three cramps, one way."""
    steps = [grey(colour) for colour in (palette.paper, palette.none, *palette.cramps)]
    rising = palette is DARK
    for before, after in pairwise(steps):
        assert (after - before if rising else before - after) >= 20


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_low_dose_differs_from_the_highest_in_greyscale(palette: Palette) -> None:
    """Oracle: at least 30 of 255 steps of grey."""
    for low, high in palette.lanes:
        assert abs(grey(low) - grey(high)) >= 30


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_ranges_are_quieter_than_bars_and_line(palette: Palette) -> None:
    """Oracle: contrast with the paper, below that of the line and of the outline of the bars by half."""
    assert contrast(palette.whisker, palette.paper) < contrast(palette.accent, palette.paper) / 2
