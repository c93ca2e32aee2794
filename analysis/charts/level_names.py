"""Names of levels, as long as the room under each level allows."""

from collections.abc import Sequence
from html import unescape
from textwrap import wrap

from analysis.charts.labels import letters_in, plain, shortened, text_width
from analysis.charts.template import Display

_MOST_LINES = 3
_AXIS = 60  # beside the levels [px]
_GAP = 8  # between two names [px]


def fitted_names(names: Sequence[str], display: Display, *, bounds: bool) -> list[str]:
    """The same names, made to stand side by side without touching; all with equally many lines.

    names : already harmless, and still so when they come back. bounds : they are bounds of amounts, which
    have a short form: ``<1.2``, ``1.2–1.5``, ``2.1+``.
    """
    room = (display.safe_width - _AXIS) / max(1, len(names)) - _GAP
    whole = [unescape(name) for name in names]
    if _fit(whole, room, display):
        return list(names)
    if bounds:
        whole = [name.replace(" to ", "–").replace(" or more", "+").replace("under ", "<") for name in whole]
        if _fit(whole, room, display):
            return [plain(name) for name in whole]
        lines = [name.replace("–", "–\n").split("\n") for name in whole]
    else:
        lines = [_lines(name, letters_in(room, display.small)) for name in whole]
    most = max(len(each) for each in lines)
    return [
        "<br>".join([*(plain(line) for line in each), *["\u00a0"] * (most - len(each))]) for each in lines
    ]


def _fit(names: Sequence[str], room: float, display: Display) -> bool:
    return all(text_width(name, display.small) <= room for name in names)


def _lines(name: str, letters: int) -> list[str]:
    """At most three lines; the last ends in an ellipsis where something was cut."""
    found = wrap(name, max(4, letters))
    kept = found[:_MOST_LINES]
    if len(found) > _MOST_LINES:
        kept[-1] = shortened(" ".join(found[_MOST_LINES - 1 :]), max(4, letters))
    return kept
