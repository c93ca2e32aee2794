"""Amounts in a sentence. Oracle: what a careful person would write down from it."""

import pytest

from analysis.journal.exports import said_in


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("drank 2 litres of water", {"hydration": "2 litres"}),
        ("water: 1,5 L", {"hydration": "1,5 l"}),
        ("2 glasses of wine, walked 45 min", {"alcohol": "2", "activity": "45 min"}),
        ("8,000 steps; slept 6.5 h", {"steps": "8,000", "sleep": "6.5 h"}),
        ("should drink 2 l a day", {}),
        ("walked 5 km", {}),
    ],
)
def test_amounts_of_the_day(text: str, fields: dict[str, str]) -> None:
    assert said_in(text, about_cramps=False).fields == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("2 Gläser Wein", {"alcohol": "2"}),
        ("ein Glas Rotwein", {"alcohol": "1"}),
        ("2 verres de vin", {"alcohol": "2"}),
        ("2 glazen wijn", {"alcohol": "2"}),
        ("3 Tassen Kaffee", {"caffeine": "3"}),
        ("3 Gläser Wasser", {"hydration": "3 glaser"}),
    ],
)
def test_a_glass_of_wine_is_no_water(text: str, fields: dict[str, str]) -> None:
    assert said_in(text, about_cramps=False).fields == fields
