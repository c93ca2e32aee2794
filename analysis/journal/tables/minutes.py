"""A file of minutes, as a watch writes it: more rows than a journal has nights, added up by day."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from analysis.journal.cells import in_zone, is_of_utc
from analysis.journal.fields import ADD_UP_BY_MOMENTS
from analysis.journal.tables.headings import heading

READ_IN_ZONE = "its times of UTC were read in the zone that you named"
FEWEST_ROWS = 50_000  # fewer are read row by row
MOST_DAYS = 40_000
_SAMPLED = 400
_MOST_COLUMNS = 12
_FEWEST_A_DAY = 12
_MOMENT = re.compile(r"(\S.{5,24}?)[ T]+(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?.{0,12})")
_OFFSET = re.compile(r"(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s*$")


@dataclass
class _Day:
    sums: list[float]
    last: list[float]
    rising: list[bool]


@dataclass
class Minutes:
    """The days of a file of minutes as records, the header first, and what has to be said of them.

    ``zone_open``: its moments are in a zone that nobody named.
    """

    records: list[list[str]]
    said: list[str] = field(default_factory=list)
    zone_open: bool = False


def add_up_minutes(lines: Iterable[Sequence[str]], zone: str | None = None) -> Minutes | None:
    """The days of lines that are moments with amounts; None where they are anything else.

    ``zone``: that in which moments of UTC were lived. Memory goes with the days, not with the lines. A
    counter that only rises within every day is a total: the last reading of the day counts.
    """
    stream = iter(lines)
    opening = list(islice(stream, _SAMPLED))
    if len(opening) < _SAMPLED:
        return None
    header = [cell.strip() for cell in opening[0]]
    moment = next((at for at in range(len(header)) if _holds_moments(opening[1:], at)), None)
    sums = [bool(ADD_UP_BY_MOMENTS & set(heading(name).fields[:1])) for name in header]
    summed = [at for at, adds_up in enumerate(sums) if adds_up and at != moment]
    if moment is None or not summed or len(header) > _MOST_COLUMNS:
        return None
    days: dict[str, _Day] = {}
    rows = odd = shifted = 0
    local: dict[str, str] = {}  # the day of every ten minutes of UTC
    for line in _both(opening[1:], stream):
        if not any(line):
            continue
        rows += 1
        found = _MOMENT.fullmatch(line[moment].strip()) if len(line) > moment else None
        amounts = _amounts(line, summed) if found else None
        if found is None or amounts is None:
            odd += 1
            continue
        day = found[1]
        if _OFFSET.search(found[2]) is not None:
            if zone is None or not is_of_utc([line[moment].strip()]):
                shifted += 1
            else:
                day = _local_day(line[moment].strip(), zone, local)
        if not _add(days, day, amounts):
            return None
    if not days or odd > rows / 10 or rows / len(days) < _FEWEST_A_DAY:
        return None
    return _told(header, moment, summed, days, (rows, odd, shifted, bool(local)))


def _local_day(moment: str, zone: str, local: dict[str, str]) -> str:
    if moment[:15] not in local:
        local[moment[:15]] = in_zone([moment], zone)[0][:10]
    return local[moment[:15]]


def _both(first: Iterable[Sequence[str]], rest: Iterator[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield from first
    yield from rest


def _holds_moments(lines: Sequence[Sequence[str]], at: int) -> bool:
    return all(len(line) > at and _MOMENT.fullmatch(line[at].strip()) for line in lines if any(line))


def _amounts(line: Sequence[str], summed: Sequence[int]) -> list[float] | None:
    """The amounts of a line, 0 where a cell is empty; None where one is no number or there is none."""
    try:
        found = [float(line[at]) if at < len(line) and line[at].strip() else 0.0 for at in summed]
    except ValueError:
        return None
    return found if all(0 <= amount < 1e7 for amount in found) else None


def _add(days: dict[str, _Day], day: str, amounts: list[float]) -> bool:
    """Adds a line to its day; false where there are more days than a journal can have."""
    known = days.get(day)
    if known is None:
        days[day] = _Day(list(amounts), list(amounts), [True] * len(amounts))
        return len(days) <= MOST_DAYS
    for at, amount in enumerate(amounts):
        known.sums[at] += amount
        known.rising[at] &= amount >= known.last[at]
        known.last[at] = amount
    return True


def _told(
    header: Sequence[str],
    moment: int,
    summed: Sequence[int],
    days: dict[str, _Day],
    counted: tuple[int, int, int, bool],
) -> Minutes:
    rows, odd, shifted, in_named_zone = counted
    totals = [all(day.rising[at] for day in days.values()) for at in range(len(summed))]
    made = Minutes([[header[moment], *(header[at] for at in summed)]])
    for name, day in days.items():
        amounts = [day.last[at] if total else day.sums[at] for at, total in enumerate(totals)]
        made.records.append([name, *(f"{amount:.10g}" for amount in amounts)])
    made.said.append(f"{rows:,} rows of single minutes were added up to {len(days):,} days")
    for at, total in zip(summed, totals, strict=True):
        if total:
            made.said.append(f"“{header[at][:60]}” only rises within a day, so that its last reading counts")
    made.zone_open = shifted > 0
    if in_named_zone:
        made.said.append(READ_IN_ZONE)
    if odd:
        made.said.append(
            f"{odd:,} of these rows have no moment or no amount that can be read, and are not used"
        )
    left = [name for at, name in enumerate(header) if at != moment and at not in summed and name]
    if left:
        made.said.append("not used, because it does not add up by day: " + ", ".join(n[:40] for n in left))
    return made
