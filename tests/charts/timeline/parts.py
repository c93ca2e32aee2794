"""How tests find the parts of a timeline."""

from datetime import date
from typing import Any

START = date(2025, 1, 6)  # what make_journal begins with; a Monday


def traces(figure: Any, name: str) -> list[Any]:
    """Every trace of that name."""
    return [trace for trace in figure.data if trace.name == name]


def key_of(figure: Any) -> list[str]:
    """The names in all keys of a timeline."""
    return [item.text for item in figure.layout.annotations]


def one(figure: Any, name: str) -> Any:
    found = traces(figure, name)
    assert len(found) == 1, name
    return found[0]
