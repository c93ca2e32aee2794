"""The parts of the interactive copy."""

from functools import cache

import numpy as np
import pytest

from analysis import charts, review
from analysis.report import Keep
from analysis.report.copy_parts import parts_of
from tests.journals import make_journal
from tests.report.pages import reviewed, sample

OF_MANY_JOURNALS = {"plot_pooled"}


EVERY = {name for name in charts.__all__ if name.startswith("plot_")} - OF_MANY_JOURNALS


def drawn_of(found):
    """The parts of a review, the figures of each, and the name of each chart that was drawn for them."""
    drawn = []
    with pytest.MonkeyPatch.context() as patch:
        for name in EVERY:
            plot = getattr(charts, name)
            patch.setattr(
                charts, name, lambda *a, name=name, plot=plot, **k: drawn.append(name) or plot(*a, **k)
            )
        parts = parts_of(found, Keep())
        return parts, [part.figures for part in parts], drawn


@cache
def of_the_sample():
    return drawn_of(sample()[1])


def on_and_off():
    """700 nights: quinine on and off twice, then another medicine, with dates enough to compare it with."""
    on = np.zeros(700, dtype=bool)
    on[60:120] = on[180:240] = True
    cramps = np.random.default_rng(1).poisson(np.where(on, 0.3, 0.9)).astype(float)
    changes = [
        {"night": place, "medication": name, "generic": name, "change": change}
        for place, name, change in (
            (60, "quinine", "start"),
            (120, "quinine", "stop"),
            (180, "quinine", "start"),
            (240, "quinine", "stop"),
            (500, "magnesium", "start"),
        )
    ]
    return review(make_journal(cramps, start="2023-01-01", changes=changes))


def test_every_chart_that_the_screen_offers_is_in_the_copy():
    """Oracle: what ``charts`` offers for one journal; the sample has most, on and off the rest."""
    both = of_the_sample(), drawn_of(on_and_off())
    layouts = [len(of_part) for _, figures, _ in both for of_part in figures]
    drawn = [name for _, _, names in both for name in names]
    assert set(drawn) == EVERY
    assert len(drawn) == sum(layouts)
    assert set(layouts) == {1, 2}  # a phone has a layout of its own where the wide one does not fit it


def test_a_phone_has_its_own_layout_of_what_is_wide():
    """Oracle: by hand: the timeline and the forest are drawn for both, and the second is the narrow one."""
    made, figures, _ = of_the_sample()
    parts = {part.title: (part, of_part) for part, of_part in zip(made, figures, strict=True)}
    for title in ("The whole journal", "All questions at once"):
        part, (wide, narrow) = parts[title]
        assert wide.to_json() != narrow.to_json()
        assert [layout.narrow for layout in part.layouts] == [False, True]


def test_every_part_has_a_name_of_its_own():
    """Oracle: the titles of the sample's parts, each once; a sentence above each but weekdays and months."""
    parts, _, _ = of_the_sample()
    assert len({part.title for part in parts}) == len(parts)
    silent = {part.title for part in parts if not any(part.said)}
    assert silent <= {"Day of the week", "Month of the year"}


def test_a_journal_without_a_night_has_no_part():
    """Oracle: nothing to draw."""
    assert parts_of(reviewed("nothing logged"), Keep()) == []
