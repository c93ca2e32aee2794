"""Moments of UTC as the wall-clock time of their zone: by its name, its abbreviation, or its offset."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from analysis.journal.cells.dates import read_date_column
from analysis.journal.cells.values import plain, vocabulary
from analysis.journal.model import DateOrder


@dataclass(frozen=True)
class LocalMoment:
    """``text`` is the wall-clock time (ISO, seconds), "" where it is not known; ``problem`` then says why,
    ``of_zone`` whether it is the zone, and ``utc_day`` is the day of UTC, where at least that is known.
    """

    text: str
    problem: str = ""
    of_zone: bool = False
    utc_day: date | None = None


NO_ZONE = "the row has no time zone, so that the wall-clock time of this moment is not known"
NOT_A_ZONE = "this time zone is not known, so that the wall-clock time of this moment is not known either"


def local_moments(
    utc: Sequence[str], zones: Sequence[str], order: DateOrder | None = None
) -> tuple[list[LocalMoment], DateOrder | None]:
    """Each moment of UTC in its own zone; and, where the order of day and month in them stays open, the one
    that was taken.

    A zone is a name ("Europe/Berlin"), an abbreviation with one meaning ("CET", "PDT") or an offset ("UTC+2",
    "GMT-05:30", "+0200").
    """
    read = read_date_column(list(utc), order, date.max)
    known: dict[str, ZoneInfo | timedelta | None] = {zone: _zone(zone) for zone in set(zones)}
    local = []
    for moment, problem, zone_name in zip(read.values, read.problems, zones, strict=True):
        zone = known[zone_name]
        if moment is None:
            local.append(LocalMoment("", problem or "the row has no date"))
        elif zone is None:
            why = NOT_A_ZONE if zone_name.strip() else NO_ZONE
            local.append(LocalMoment("", why, of_zone=True, utc_day=moment.date()))
        elif isinstance(zone, timedelta):
            wall = (moment.to_pydatetime() + zone).isoformat(" ", "seconds")
            local.append(LocalMoment(wall, utc_day=moment.date()))
        else:
            aware = moment.to_pydatetime().replace(tzinfo=UTC).astimezone(zone)
            twice = aware.replace(fold=0).utcoffset() != aware.replace(fold=1).utcoffset()
            told = aware if twice else aware.replace(tzinfo=None)  # its offset tells the hour from its twin
            local.append(LocalMoment(told.isoformat(" ", "seconds"), utc_day=moment.date()))
    return local, read.order if read.order_open else None


def is_zone(name: str) -> bool:
    """Whether a text names a time zone: "Europe/London", "CET", "UTC+2"."""
    return _zone(name) is not None


_OF_UTC = re.compile(r"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(?:Z|UTC|\+00:?00)")


_NAMES_UTC = re.compile(r"(?<![a-z])utc(?![a-z])")


def names_utc(header: str) -> bool:
    """Whether a heading says that its times are those of UTC: "UTC time", "Time (UTC)", "time_utc"."""
    return _NAMES_UTC.search(plain(header)) is not None


def is_of_utc(cells: Iterable[str]) -> bool:
    """Whether all filled cells of a column are moments of UTC."""
    filled = filter(None, cells)
    first = next(filled, "")
    return _OF_UTC.fullmatch(first) is not None and all(map(_OF_UTC.fullmatch, filled))


def in_zone(cells: Sequence[str], zone: str) -> list[str]:
    """Moments of UTC as the wall-clock times of one zone; any other cell as it is.

    >>> in_zone(["2026-03-01T23:30:00Z", ""], "Europe/Berlin")
    ['2026-03-02 00:30:00', '']
    """
    of_hour: dict[str, timedelta] = {}
    found = []
    for cell in cells:
        told = _OF_UTC.fullmatch(cell)
        if told is None:
            found.append(cell)
            continue
        moment = datetime.fromisoformat(told[1].replace(" ", "T")[:19])
        hour = told[1][:13]
        if hour not in of_hour:
            of_hour[hour] = _offset_at(moment, _zone(zone))
        found.append((moment + of_hour[hour]).isoformat(" ", "seconds"))
    return found


def _offset_at(moment: datetime, zone: ZoneInfo | timedelta | None) -> timedelta:
    if isinstance(zone, ZoneInfo):
        return moment.replace(tzinfo=UTC).astimezone(zone).utcoffset() or timedelta(0)
    return zone or timedelta(0)


def _zone(name: str) -> ZoneInfo | timedelta | None:
    name = name.strip()
    if abbreviated := vocabulary("zone").get(plain(name)):
        name = abbreviated
    offset = name.upper().removeprefix("UTC").removeprefix("GMT").replace(":", "").strip()
    if not offset or offset == "Z":
        return timedelta(0) if name else None
    if offset[0] in "+-" and offset[1:].isdecimal() and len(offset) <= 5:
        digits = offset[1:] if len(offset) <= 3 else offset[1:].zfill(4)
        hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:2]), int(digits[2:]))
        span = timedelta(hours=hours, minutes=minutes)
        return -span if offset[0] == "-" else span
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
