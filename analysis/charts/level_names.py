"""Names of levels, as long as the room under each level allows."""

from collections.abc import Sequence
from html import unescape

from analysis.charts.labels import in_lines, letters_in, plain, text_width
from analysis.charts.template import Display

_MOST_LINES = 3
_GAP = 4  # between two names [px]


def fitted_names(
    names: Sequence[str], display: Display, *, bounds: bool = False, beside: float = 60.0
) -> list[str]:
    """The same names, made to stand side by side without touching; all with equally many lines.

    names : already harmless, and still so when they come back. bounds : they are bounds of amounts, which
    have a short form: ``<1.2``, ``1.2–1.5``, ``2.1+``. beside : what else takes width [px].
    """
    room = _room(len(names), display, beside)
    whole = [unescape(name) for name in names]
    if _fit(whole, room, display):
        return list(names)
    if bounds:
        whole = [name.replace(" to ", "–").replace(" or more", "+").replace("under ", "<") for name in whole]
        if _fit(whole, room, display):
            return [plain(name) for name in whole]
        lines = [name.replace("–", "–\n").split("\n") for name in whole]
    else:
        lines = [in_lines(name, max(5, letters_in(room, display.small)), _MOST_LINES) for name in whole]
    most = max(len(each) for each in lines)
    return [
        "<br>".join([*(plain(line) for line in each), *["\u00a0"] * (most - len(each))]) for each in lines
    ]


def break_words(names: Sequence[str], display: Display, *, beside: float = 60.0) -> bool:
    """Whether a word of a name is too long for the room under its level."""
    room = _room(len(names), display, beside)
    words = [word for name in names for word in unescape(name).split()]
    return not _fit(words, room, display)


def _room(count: int, display: Display, beside: float) -> float:
    return (display.safe_width - beside) / max(1, count) - _GAP


def _fit(names: Sequence[str], room: float, display: Display) -> bool:
    return all(text_width(name, display.small) <= room for name in names)
