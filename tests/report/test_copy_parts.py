"""The parts of the interactive copy."""

import numpy as np

from analysis import charts, review
from analysis.report import Keep
from analysis.report.copy_parts import parts_of
from tests.journals import make_journal
from tests.report.pages import reviewed, sample

OF_MANY_JOURNALS = {"plot_pooled"}


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
    of_sample, of_both = parts_of(sample()[1], Keep()), parts_of(on_and_off(), Keep())
    assert set(drawn) == every
    assert len(drawn) == len(of_sample) + len(of_both)


def test_every_part_has_a_name_of_its_own():
    """Oracle: the titles of the sample's parts, each once; a sentence above each but weekdays and months."""
    parts = parts_of(sample()[1], Keep())
    assert len({part.title for part in parts}) == len(parts)
    silent = {part.title for part in parts if not any(part.said)}
    assert silent <= {"Day of the week", "Month of the year"}


def test_a_journal_without_a_night_has_no_part():
    """Oracle: nothing to draw."""
    assert parts_of(reviewed("nothing logged"), Keep()) == []
