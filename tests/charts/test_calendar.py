"""The calendar of nights, asserted as data."""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from analysis.charts import Display, plot_calendar
from tests.journals import make_journal


def grid(figure: object) -> np.ndarray:
    return np.asarray(next(trace for trace in figure.data if trace.name == "nights").z, dtype=float)  # type: ignore[attr-defined]


@pytest.mark.parametrize("first_weekday", [0, 6])
def test_each_night_stands_in_the_row_of_its_weekday(first_weekday: int) -> None:
    """Oracle: date.weekday() of the standard library; 30 nights from Wednesday 1 January 2025."""
    counts = [float(place % 4) for place in range(30)]
    nights = make_journal(counts, start="2025-01-01").nights
    figure = plot_calendar(nights, Display(first_weekday=first_weekday))
    shades = grid(figure)
    lead = (date(2025, 1, 1).weekday() - first_weekday) % 7
    for place, count in enumerate(counts):
        when = date(2025, 1, 1) + timedelta(days=place)
        row = (when.weekday() - first_weekday) % 7
        assert shades[row, (place + lead) // 7] == min(count, 3)
    assert np.isfinite(shades).sum() == 30
    assert figure.layout.yaxis.ticktext[0] == ("Mon" if first_weekday == 0 else "Sun")


def test_unlogged_nights_are_hatched_and_nights_outside_are_blank() -> None:
    """Oracle: by hand: 14 nights from a Monday, of which the third and the fourth are unlogged."""
    figure = plot_calendar(make_journal([0.0, 1.0, None, None] + [0.0] * 10).nights)
    hatched = next(trace for trace in figure.data if trace.name == "not logged")
    assert list(hatched.x) == [0, 0]
    assert [base + 0.43 for base in hatched.base] == [2, 3]
    assert hatched.marker.pattern.shape == "/"
    shades = grid(figure)
    assert np.isnan(shades[[2, 3], 0]).all()
    assert np.isnan(shades[:, 2:]).all()


def test_nights_only_assumed_cramp_free_are_hatched() -> None:
    """Oracle: the index of assumed nights that the journal gives."""
    nights = make_journal([1.0, 0.0, 0.0, 1.0]).nights
    figure = plot_calendar(nights, assumed=pd.DatetimeIndex(nights.index[1:3]))
    assert np.isfinite(grid(figure)).sum() == 2
    assert "no entry" in [item.text for item in figure.layout.annotations]


@pytest.mark.parametrize(("narrow", "panels"), [(False, 10), (True, 20)])
def test_ten_years_are_panels_of_a_year_or_half_a_year(narrow: bool, panels: int) -> None:
    """Oracle: by hand: ten calendar years from 1 January 2015; every night is drawn once."""
    count = (date(2025, 1, 1) - date(2015, 1, 1)).days
    nights = make_journal([1.0] * count, start="2015-01-01").nights
    figure = plot_calendar(nights, Display(narrow=narrow))
    years = [item.text for item in figure.layout.annotations if item.text.startswith("<b>")]
    assert len(years) == panels
    assert np.isfinite(grid(figure)).sum() == count
    assert figure.layout.height < 3000


def test_on_a_phone_the_half_years_begin_with_the_journal() -> None:
    """Oracle: a calendar: a year from 1 September 2024 is two halves, from September and from March."""
    figure = plot_calendar(make_journal([1.0] * 365, start="2024-09-01").nights, Display(narrow=True))
    texts = [item.text for item in figure.layout.annotations]
    assert [text for text in texts if text.startswith("<b>")] == ["<b>2024</b>", "<b>2025</b>"]
    months = next(trace for trace in figure.data if trace.name == "months")
    above = [[text for text, y in zip(months.text, months.y, strict=True) if y == top] for top in (-1.1, 7.9)]
    assert [names[0] for names in above] == ["Sep", "Mar"]
    assert "Jan 2025" in above[0]
    outlined = next(trace for trace in figure.data if trace.name == "outside")
    assert len(outlined.x) == 0  # both halves are full


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_names_of_months_do_not_touch(narrow: bool, large: bool) -> None:
    """Oracle: 0.5 of the type size for a letter, at the safe width less 60 px beside the weeks."""
    display = Display(narrow=narrow, large=large)
    figure = plot_calendar(make_journal([1.0] * 365, start="2024-09-01").nights, display)
    months = next(trace for trace in figure.data if trace.name == "months")
    week_px = (display.safe_width - 60) / (figure.layout.xaxis.range[1] - figure.layout.xaxis.range[0])
    spans = sorted(
        (y, x * week_px, x * week_px + 0.5 * display.small * len(text))
        for x, y, text in zip(months.x, months.y, months.text, strict=True)
    )
    assert len(spans) >= 11
    assert "Jan 2025" in months.text
    assert all(end <= start for (y, _, end), (other, start, _) in pairwise(spans) if y == other)


@pytest.mark.parametrize("bare", [False, True])
def test_the_key_names_unlogged_nights_only_where_there_are_any(bare: bool) -> None:
    """Oracle: by hand."""
    figure = plot_calendar(make_journal([0.0, None if bare else 1.0, 2.0]).nights)
    assert ("not logged" in [item.text for item in figure.layout.annotations]) == bare


def test_one_year_of_many_can_be_picked() -> None:
    """Oracle: 2016 was a leap year."""
    nights = make_journal([0.0] * 1000, start="2015-06-01").nights
    assert np.isfinite(grid(plot_calendar(nights, year=2016))).sum() == 366
    assert plot_calendar(nights, year=2030).layout.annotations[0].text.startswith("No night")


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("first_weekday", [0, 6])
def test_days_before_and_after_the_journal_are_outlined(narrow: bool, first_weekday: int) -> None:
    """Oracle: by hand: every field is a night of the journal or outlined, none both; one night is enough.
    Of one night, 6 January 2025, the 25 days of its month that are left."""
    for counts in ([1.0], [0.0] * 40, [0.0] * 900):
        display = Display(narrow=narrow, first_weekday=first_weekday)
        figure = plot_calendar(make_journal(counts).nights, display)
        outlined = next(trace for trace in figure.data if trace.name == "outside")
        fields = list(zip(outlined.x, [round(base + 0.42) for base in outlined.base], strict=True))
        shades = grid(figure)
        assert len(set(fields)) == len(fields) > 0
        assert all(np.isnan(shades[row, column]) for column, row in fields)
        assert outlined.marker.color == display.palette.paper
        months = next(trace for trace in figure.data if trace.name == "months")
        if len(counts) == 1:
            assert len(fields) == 31 - 6
            assert list(months.text) == ["Jan"]


@pytest.mark.parametrize("narrow", [False, True])
def test_no_month_is_outlined_in_which_no_night_is(narrow: bool) -> None:
    """Oracle: a calendar: from 20 November 2023 to 18 November 2026, 19 days before and 12 after."""
    figure = plot_calendar(make_journal([0.0] * 1095, start="2023-11-20").nights, Display(narrow=narrow))
    outlined = next(trace for trace in figure.data if trace.name == "outside")
    assert len(outlined.x) == 19 + 12
    months = next(trace for trace in figure.data if trace.name == "months")
    assert months.text[0] == "Nov"
    assert months.text[-1] == "Nov"


def test_a_remark_stands_on_hover_as_it_was_written() -> None:
    """Oracle: text of a file is text: its marks are shown, not obeyed."""
    journal = make_journal([1, 0, 2], fields={"notes": ["<b>late</b> tea", None, None]})
    made = plot_calendar(journal.nights)
    shown = [str(text) for row in made.data[1].text for text in row if text]
    assert [text.count("“&lt;b&gt;late&lt;/b&gt; tea”") for text in shown] == [1, 0, 0]


def test_a_field_tells_its_night_to_whoever_clicks() -> None:
    """Oracle: the night that the field's own words name."""
    figure = plot_calendar(make_journal([float(i % 3 == 0) for i in range(40)], start="2025-01-06").nights)
    [fields] = [trace for trace in figure.data if trace.name == "nights"]
    told = [
        (night, words)
        for nights, said in zip(fields.customdata, fields.text, strict=True)
        for night, words in zip(nights, said, strict=True)
        if night
    ]
    assert len(told) == 40
    for night, words in told:
        when = date.fromisoformat(night)
        assert f"{when.day} {when:%b %Y}" in words
