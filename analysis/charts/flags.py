"""Where the names of changes stand above the timeline, so that none touches another."""

from collections.abc import Sequence
from dataclasses import dataclass

_NAMES_TO_THE_LEFT = 5  # so many of the last names are tried on the left of their poles


@dataclass(frozen=True)
class Flag:
    """A pole at ``x`` [px] with its name at ``level`` (0 lowest); None: a pole without a name.

    ``left`` : the name stands to the left of its pole, for want of room on the right.
    """

    x: float
    level: int | None
    left: bool = False


@dataclass(frozen=True)
class _Placed:
    start: float
    end: float
    level: int
    pole: float


def place_flags(poles: Sequence[float], widths: Sequence[float], room: float, levels: int) -> list[Flag]:
    """A level for each name: as many names as can be had, then as low as can be.

    poles : where each change stands [px], 0 to ``room``. widths : the width of each name [px]. levels : how
    many lines of names there may be. No two names overlap and no pole of a name runs through another name; a
    name for which that cannot be had is left out, and a short pole stays.
    """
    order = sorted(range(len(poles)), key=lambda place: (poles[place], place))
    best: list[Flag] = [Flag(x, None) for x in poles]
    for turned in range(min(_NAMES_TO_THE_LEFT, len(order)) + 1):
        split = len(order) - turned
        tried = _placed(order[:split], order[split:], poles, widths, room, levels)
        if _merit(tried) > _merit(best):
            best = tried
    return best


def _merit(flags: Sequence[Flag]) -> tuple[int, int]:
    named = [flag.level for flag in flags if flag.level is not None]
    return len(named), -max(named, default=0)


def _placed(
    right: Sequence[int],
    left: Sequence[int],
    poles: Sequence[float],
    widths: Sequence[float],
    room: float,
    levels: int,
) -> list[Flag]:
    """Names to the left of their poles from the left on, then names to the right from the right on: in that
    order each name needs to look only at names that already stand."""
    placed: list[_Placed] = []
    flags = [Flag(x, None) for x in poles]
    for place, turned in [*((place, True) for place in left), *((place, False) for place in reversed(right))]:
        x = poles[place]
        start, end = (x - widths[place], x) if turned else (x, x + widths[place])
        if start < 0 or end > room:
            continue
        level = next((level for level in range(levels) if _fits(x, start, end, level, placed)), None)
        if level is not None:
            placed.append(_Placed(start, end, level, x))
            flags[place] = Flag(x, level, turned)
    return flags


def _fits(x: float, start: float, end: float, level: int, placed: Sequence[_Placed]) -> bool:
    for other in placed:
        if other.level == level and start < other.end and other.start < end:
            return False
        if other.level >= level and start < other.pole < end:
            return False
        if other.level <= level and other.start < x < other.end:
            return False
    return True
