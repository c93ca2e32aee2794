"""Words and charts as the screen uses them: one that fails leaves the others.

What a sentence, table or chart with a fault would have shown is said to be missing, in its place; the page
goes on with nothing there. A new one is shielded as soon as its package offers it.
"""

from collections.abc import Callable, Collection
from functools import wraps
from types import ModuleType, NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from analysis.screen.server import guard

SHIELDED = ("say_", "table_", "plot_", "title_")


def nothing_of(make: Callable[..., Any]) -> Any:
    """What stands for the outcome of ``make`` where there is none: nothing of it where it is text or a list,
    else None."""
    told = get_type_hints(make).get("return")
    kind = get_origin(told) or told
    if kind in (Union, UnionType) and NoneType in get_args(told):
        return None
    if kind is str:
        return ""
    listed = isinstance(kind, type) and issubclass(kind, Collection)
    return () if listed and not make.__name__.startswith("plot_") else None


class Shielded:
    """A package of words or charts, each that fails costing itself only."""

    def __init__(self, package: ModuleType) -> None:
        self.package = package

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.package, name)
        return shielded(found) if name.startswith(SHIELDED) else found


def shielded(make: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(make)
    def made(*given: Any, **named: Any) -> Any:
        with guard(make.__name__.partition("_")[2].replace("_", " ")):
            return make(*given, **named)
        return nothing_of(make)

    return made


__all__ = ["charts", "words"]
if TYPE_CHECKING:
    from analysis import charts, words
else:
    from analysis import charts as _charts
    from analysis import words as _words

    charts, words = Shielded(_charts), Shielded(_words)
