"""Every spell with its rate. Oracles: counts by hand, and ratios of journals made with a known one."""

from datetime import date

import numpy as np

from analysis.measures import spell_rates
from tests.journals import make_journal


def _change(night: int, change: str, dose: float | None = None) -> dict[str, object]:
    return {"night": night, "medication": "Slow-Mag", "generic": "magnesium", "drug_class": "magnesium",
            "change": change, "dose": dose, "unit": "mg"}  # fmt: skip


def test_rates_and_ratios_of_spells() -> None:
    """By hand: 60 nights without, 60 at 300 mg, 60 at 600 mg; a cramp every second, every fourth and every
    fourth night.
    """
    nights = np.arange(180)
    cramps = np.where(nights < 60, nights % 2 == 0, nights % 4 == 0).astype(float)
    low, high = spell_rates(
        make_journal(cramps, changes=[_change(60, "start", 300), _change(120, "increase", 600)])
    )
    assert [(one.dose, one.rate.nights, one.rate.cramps) for one in (low, high)] == [
        (300, 60, 15),
        (600, 60, 15),
    ]
    assert low.to_spell_before is None
    assert low.to_nights_without is not None
    assert low.to_nights_without.ratio.ratio is not None
    assert 0.3 < low.to_nights_without.ratio.ratio < 0.8  # in truth 0.5
    assert high.to_spell_before is not None
    assert high.to_spell_before.ratio.ratio is not None
    assert 0.5 < high.to_spell_before.ratio.ratio < 2  # in truth 1
    assert high.last_night is None


def test_few_nights_are_refused_by_name() -> None:
    """By hand: ten nights on it, of a hundred: four more are needed."""
    journal = make_journal([1.0, 0.0] * 50, changes=[_change(90, "start")])
    (only,) = spell_rates(journal)
    assert only.to_nights_without is not None
    assert (only.to_nights_without.reason, only.to_nights_without.nights_needed) == ("too_few_nights", 4)
    assert only.to_nights_without.ratio.ratio is None


def test_no_medicine_no_spell() -> None:
    assert spell_rates(make_journal([1.0, 0.0] * 20)) == ()


def test_a_spell_has_the_nights_on_which_it_began_and_ended() -> None:
    """By hand: nights 20 to 39 of a journal from 6 January 2025; the next one goes on."""
    low, high = spell_rates(
        make_journal(
            [1.0, 0.0] * 40,
            start="2025-01-06",
            changes=[_change(20, "start", 300), _change(40, "increase", 600)],
        )
    )
    assert (low.first_night, low.last_night) == (date(2025, 1, 26), date(2025, 2, 14))
    assert (high.first_night, high.last_night) == (date(2025, 2, 15), None)
