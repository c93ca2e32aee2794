"""The parts of the interactive copy."""

from functools import cache

import numpy as np

from analysis import charts, review
from analysis.report import Keep
from analysis.report.copy_parts import parts_of
from tests.journals import make_journal
from tests.report.pages import reviewed, sample

OF_MANY_JOURNALS = {"plot_pooled"}


@cache
def of_the_sample():
    return parts_of(sample()[1], Keep())


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


def test_every_chart_that_the_screen_offers_is_in_the_copy(monkeypatch):
    """Oracle: what ``charts`` offers for one journal; the sample has most, on and off the rest."""
    every = {name for name in charts.__all__ if name.startswith("plot_")} - OF_MANY_JOURNALS
    drawn = []
    for name in every:
        plot = getattr(charts, name)
        monkeypatch.setattr(
            charts, name, lambda *a, name=name, plot=plot, **k: drawn.append(name) or plot(*a, **k)
        )
    parts = [*parts_of(sample()[1], Keep()), *parts_of(on_and_off(), Keep())]
    layouts = [len(part.figures) for part in parts]
    assert set(drawn) == every
    assert len(drawn) == sum(layouts)
    assert set(layouts) == {1, 2}  # a phone has a layout of its own where the wide one does not fit it


def test_a_phone_has_its_own_layout_of_what_is_wide():
    """Oracle: by hand: the timeline and the forest are drawn for both, and the second is the narrow one."""
    parts = {part.title: part for part in of_the_sample()}
    for title in ("The whole journal", "All questions at once"):
        wide, narrow = parts[title].figures
        assert wide.to_json() != narrow.to_json()
        assert [layout.narrow for layout in parts[title].layouts] == [False, True]


def test_every_part_has_a_name_of_its_own():
    """Oracle: the titles of the sample's parts, each once; a sentence above each but weekdays and months."""
    parts = of_the_sample()
    assert len({part.title for part in parts}) == len(parts)
    silent = {part.title for part in parts if not any(part.said)}
    assert silent <= {"Day of the week", "Month of the year"}


def test_a_journal_without_a_night_has_no_part():
    """Oracle: nothing to draw."""
    assert parts_of(reviewed("nothing logged"), Keep()) == []
