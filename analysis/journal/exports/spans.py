"""Lists of beginnings and ends whose headings or name say of what: a night's sleep, sessions of exercise."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from analysis.journal.cells import pattern_of, plain, read_chosen_dates, words_of
from analysis.journal.columns import holds_clock_times, names_cramps
from analysis.journal.exports.device_moments import moments_of
from analysis.journal.exports.device_tables import Device
from analysis.journal.model import DateOrder
from analysis.journal.tables import begins_sleep, heading, heading_words

_APART = re.compile(r"[\W_]+|(?<=[a-z])(?=[A-Z])")
_BESIDE = frozenset({"night", "notes", "weekday", "zone", "recorded_at", "event_kind", "person_id"})
_SAMPLED = 50
_MOSTLY = 0.8
_NAMES = {"sleep": "List of sleeps", "activity": "List of sessions"}
LENGTH_OF_ITS_ENDS = "its lengths are those from each beginning to its end"


def span_list(headings: Sequence[str], places: str) -> Device | None:
    """The list of sleeps or of sessions that has these headings; None where it is none, or where a column
    tells what it is of. ``places`` are the names of the file and its title.
    """
    ends = _ends_of(headings)
    if ends is None or any(map(names_cramps, (*headings, places))):
        return None
    others = [heading(header).fields[:1] for at, header in enumerate(headings) if at not in ends]
    if any(name not in _BESIDE for found in others for name in found):
        return None
    begin, end = ends
    of_sleep = begins_sleep(headings[begin]) or heading_words(headings[end]) in words_of("end of sleep")
    field = "sleep" if of_sleep else _field_of(places)
    if field is None:
        return None
    form = "sleep" if field == "sleep" else "sessions"
    day, until = f"#{begin + 1}", f"#{end + 1}"
    return Device(
        _NAMES[field], (), (), "", day, until, "", form, ((field, "span"),), None, LENGTH_OF_ITS_ENDS  # type: ignore[arg-type]
    )  # fmt: skip


def _ends_of(headings: Sequence[str]) -> tuple[int, int] | None:
    """The columns of the beginning and of the end."""
    found: dict[str, int] = {}
    for at, header in enumerate(headings):
        fields, words = set(heading(header).fields), heading_words(header)
        if begins_sleep(header) or words in words_of("beginning of a span") or "start" in fields:
            found.setdefault("begin", at)
        elif words in words_of("end of sleep") or fields & {"stop", "ended"}:
            found.setdefault("end", at)
    return (found["begin"], found["end"]) if len(found) == 2 else None


def _field_of(places: str) -> str | None:
    """What the names say that the rows are of."""
    words = plain(" ".join(_APART.split(places)))
    if any(heading(word).fields[:1] == ("sleep",) for word in words.split()):
        return "sleep"
    return "activity" if pattern_of("of a workout").search(words) else None


def dated_spans(table: pd.DataFrame, device: Device, order: DateOrder | None) -> pd.DataFrame:
    """The table with moments where it has clock times beside a date: an end before its beginning is of the
    day after.
    """
    begin, until = _columns(table, device)
    day = date_beside(table)
    if day is None or not holds_clock_times(list(table[begin])):
        return table
    dates = table[day].fillna("").astype(str).str.strip()
    made = table.assign(**{header: dates + " " + table[header].fillna("") for header in (begin, until)})
    begins, ends = (moments_of(made, header, None, order).values for header in (begin, until))
    ends = ends.where(~(ends < begins), ends + timedelta(days=1))
    return made.assign(**{until: ends.dt.strftime("%Y-%m-%d %H:%M:%S").fillna("")})


def fits_spans(table: pd.DataFrame, device: Device) -> bool:
    """Whether most rows tell at what time they begin and end."""
    dated = dated_spans(table, device, None)
    for header in _columns(table, device):
        texts = [str(cell).strip() for cell in dated[header].fillna("")[:_SAMPLED]]
        read = read_chosen_dates(texts, None, date.max)
        timed = sum(
            value is not None and has_time for value, has_time in zip(read.values, read.has_time, strict=True)
        )
        if timed < _MOSTLY * len(texts):
            return False
    return True


def _columns(table: pd.DataFrame, device: Device) -> tuple[str, str]:
    begin, until = (str(table.columns[int(place[1:]) - 1]) for place in (device.day, device.until))
    return begin, until


def date_beside(table: pd.DataFrame) -> str | None:
    """The heading of the column of dates."""
    return next((str(h) for h in table.columns if heading(str(h)).fields[:1] == ("night",)), None)
