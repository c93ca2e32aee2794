"""Lengths of sessions and sleeps as apps write them -> minutes: 31:00, 0:31:00, 31, 1860, "6h 53min".

| cells | are |
|---|---|
| under a heading with a unit | in that unit |
| bare numbers, median of at least 300 | seconds; of a sleep from 1,440 on |
| smaller bare numbers | minutes; of a sleep up to 24 hours |
| two parts, where some cell has three or tenths | minutes and seconds |
| two parts that would be under 3 minutes (a sleep: under an hour), read so | hours and minutes |
| two parts else | minutes and seconds |
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from analysis.journal.cells import read_duration, unit_of_header

_BARE = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_TWO_PARTS = re.compile(r"\d{1,3}:[0-5]\d")
_LONGEST_IN_MINUTES = 300.0  # of what people do; a sleep goes on for a day at most
_SHORTEST_SESSION = 3.0  # minutes
_SHORTEST_SLEEP = 60.0
_NAMED = {"s": "seconds", "min": "minutes", "h": "hours", "hh:mm": "hours and minutes"}


@dataclass(frozen=True)
class Lengths:
    """``minutes``: NaN where there is none. ``note``: what was taken for their unit; "" where it is plain."""

    minutes: pd.Series
    note: str = ""


def lengths_of(cells: pd.Series, header: str, *, asleep: bool) -> Lengths:
    """The lengths in a column of one list of sessions, or of sleeps.

    >>> lengths_of(pd.Series(["31", "20", ""]), "Duration", asleep=False).minutes.tolist()
    [31.0, 20.0, nan]
    >>> lengths_of(pd.Series(["1860", "1200"]), "moving_time", asleep=False).minutes.tolist()
    [31.0, 20.0]
    >>> lengths_of(pd.Series(["0:31", "1:05"]), "Dauer", asleep=False).minutes.tolist()
    [31.0, 65.0]
    """
    texts = cells.fillna("").astype(str).str.strip()
    told = [text for text in texts if text]
    unit = unit_of_header(header)[1]
    bare = (
        unit if unit in ("s", "ms", "min", "h") else _unit_of_numbers(filter(_BARE.fullmatch, told), asleep)
    )
    clocks = unit if unit in ("hh:mm", "mm:ss") else _unit_of_clocks(told, asleep)

    def minutes(text: str) -> float:
        number = _BARE.fullmatch(text)
        read = read_duration(text.replace(",", "."), bare) if number else read_duration(text, clocks)
        return float("nan") if not text or read.value is None else float(read.value)

    by_size = {bare for text in told if _BARE.fullmatch(text)} if bare != unit else set()
    by_size |= {clocks for text in told if _TWO_PARTS.fullmatch(text)} if clocks != unit else set()
    named = [_NAMED[found] for found in ("min", "h", "hh:mm") if found in by_size]
    note = f"no unit is given; lengths of this size are {' and '.join(named)}" if named else ""
    return Lengths(texts.map(minutes).astype("float64"), note)


def _unit_of_numbers(texts: Iterable[str], asleep: bool) -> str:
    size = pd.Series([float(text.replace(",", ".")) for text in texts], dtype="float64").median()
    if asleep:
        return "h" if size <= 24 else "s" if size >= 1440 else "min"
    return "s" if pd.isna(size) or size >= _LONGEST_IN_MINUTES else "min"


def _unit_of_clocks(texts: Iterable[str], asleep: bool) -> str:
    texts = [text for text in texts if ":" in text]
    if not texts or not all(map(_TWO_PARTS.fullmatch, texts)):
        return "mm:ss"
    size = pd.Series([read_duration(text, "mm:ss").value for text in texts], dtype="float64").median()
    return "hh:mm" if size < (_SHORTEST_SLEEP if asleep else _SHORTEST_SESSION) else "mm:ss"
