"""Google Fit, Fitbit and Garmin: one row a day, or one a session that is added up by day."""

import re

import pandas as pd

from analysis.journal.cells import plain, read_duration
from analysis.journal.exports.converted import Converted, SetAside


def _column(table: pd.DataFrame, *names: str) -> str | None:
    """The header of the table that is one of these plain names."""
    plain_names = {plain(str(header).lstrip("\ufeff")): header for header in table.columns}
    return next((plain_names[name] for name in names if name in plain_names), None)


_SPACED = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009'’](?=\d{3}(?:\D|$))")
_DECIMAL_COMMA = re.compile(r"-?(?:0,\d+|(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+),(?:\d{1,2}|\d{4,})|\d{4,},\d{3})")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")


def _numbers(table: pd.DataFrame, header: str | None, whole: bool = False) -> pd.Series:
    """A device's numbers, NaN where there is none, as `numbers_of` reads them."""
    if header is None:
        return pd.Series(float("nan"), index=table.index)
    return numbers_of(table[header], whole)


def numbers_of(column: pd.Series, whole: bool = False) -> pd.Series:
    """The numbers of a column, NaN where there is none. A comma is a thousands mark, unless a cell shows that
    the column has decimal commas, as a spreadsheet of another language writes them: "24784,0".

    In ``whole`` numbers a point before three digits is a thousands mark, too.

    >>> numbers_of(pd.Series(["24784,0", "27.717,3", ""])).tolist()
    [24784.0, 27717.3, nan]
    >>> numbers_of(pd.Series(["5,400", "1,234.5"])).tolist()
    [5400.0, 1234.5]
    """
    cells = column.fillna("").astype(str).str.strip().str.replace(_SPACED, "", regex=True)
    if whole:
        grouped = cells.str.fullmatch(_GROUPED)
        cells = cells.where(~grouped, cells.str.replace(".", "", regex=False))
    if cells.str.contains(",", regex=False).any():
        decimal = bool(cells.str.fullmatch(_DECIMAL_COMMA).any())
        cells = cells.str.replace("." if decimal else ",", "", regex=False).str.replace(",", ".", regex=False)
    return pd.to_numeric(cells, errors="coerce")


def _text(numbers: pd.Series) -> pd.Series:
    return numbers.map(lambda number: "" if pd.isna(number) else f"{number:.15g}").astype("str")


def google_fit(table: pd.DataFrame) -> Converted:
    date, steps, move = (
        _column(table, "date"),
        _column(table, "step count"),
        _column(table, "move minutes count"),
    )
    minutes = _numbers(table, move)
    source: tuple[str, ...] = (move,) if move else ()
    if move is None:
        moving = [
            header
            for header in table.columns
            if plain(header).endswith("duration (ms)") and "inactive" not in plain(header)
        ]
        minutes = (
            pd.DataFrame({header: _numbers(table, header) for header in moving}).sum(axis=1, min_count=1)
            / 60000
        )
        source = tuple(moving)
    told = pd.DataFrame(
        {"date": table[date], "activity": minutes, "steps": _numbers(table, steps, whole=True)}
    )
    columns = {"date": (str(date),), "activity": source, "steps": (str(steps),)}
    # A file of one day has a row for each quarter of an hour.
    days, rows = _sums_by_day(told if told["date"].is_unique else told.dropna(how="all", subset=_MEASURED))
    return Converted("device days", days, columns, rows)


_MEASURED = ["activity", "steps"]


def _sums_by_day(told: pd.DataFrame) -> tuple[pd.DataFrame, dict[object, object]]:
    """One row a day with the sums as text, by the label of its first row, and which row each is in."""
    measured = [name for name in _MEASURED if name in told]
    sums = told.groupby("date", sort=False)[measured].sum(min_count=1)
    first = told.reset_index(names="row").groupby("date", sort=False)["row"].first()
    days = pd.DataFrame(
        {"date": sums.index, **{name: _text(sums[name]).array for name in measured}},
        index=pd.Index(first.reindex(sums.index).array),
    )
    return days, {label: first[date] for label, date in told["date"].items()}


def fitbit(table: pd.DataFrame) -> Converted:
    """Active minutes are Fitbit's: fairly and very active. A day without a step had no device on it."""
    date, steps = _column(table, "activitydate", "date"), _column(table, "totalsteps", "steps")
    active = [
        header
        for names in (
            ("veryactiveminutes", "minutes very active"),
            ("fairlyactiveminutes", "minutes fairly active"),
        )
        if (header := _column(table, *names)) is not None
    ]
    counted = _numbers(table, steps, whole=True)
    minutes = pd.DataFrame({header: _numbers(table, header) for header in active}).sum(axis=1, min_count=1)
    not_worn = counted.eq(0) & minutes.fillna(0).eq(0)
    days = pd.DataFrame(
        {
            "date": table[date],
            "activity": _text(minutes.mask(not_worn)),
            "steps": _text(counted.mask(not_worn)),
        }
    )
    columns: dict[str, tuple[str, ...]] = {
        "date": (str(date),),
        "activity": tuple(active),
        "steps": (str(steps),),
    }
    if (person := _column(table, "id")) is not None:
        days.insert(0, person, table[person])
    set_aside = tuple(
        (label, str(steps), "no steps all day: the device was not worn") for label in table.index[not_worn]
    )
    return Converted("device days", days, columns, {label: label for label in table.index}, set_aside)


# Garmin's list of activities begins, in every language, with type, date, favourite, title, distance,
# calories, time.
_GARMIN_TIME = 6
_GARMIN_MARKS = (
    "training stress score",
    "body battery",
    "normalized power",
    "(np",
    "grit",
    "te aerobie",
    "aerober te",
    "aerobic te",
)
_GARMIN_TYPES = {
    "activity type", "aktivitatstyp", "type d'activite", "tipo de actividad", "tipo di attivita",
    "activiteittype",
    "type activiteit", "tipo de atividade", "aktivitetstyp", "aktivitetstype", "typ aktywnosci",
}  # fmt: skip


def is_garmin(names: list[str]) -> bool:
    if len(names) <= _GARMIN_TIME or names[0] == "date":
        return False
    marks = any(mark in name for name in names[_GARMIN_TIME + 1 :] for mark in _GARMIN_MARKS)
    return (names[0] in _GARMIN_TYPES and len(names) > _GARMIN_TIME) or (marks and len(names) >= 12)


def fits_garmin(table: pd.DataFrame) -> bool:
    """Whether the column in the place of the length holds lengths, 1:05:00: a score may stand there, as in a
    list from which columns were left out.
    """
    lengths = [cell for cell in table.iloc[:, _GARMIN_TIME].fillna("").astype(str) if cell.strip(" -")]
    return 2 * sum(":" in cell for cell in lengths) >= len(lengths)


def garmin(table: pd.DataFrame) -> Converted:
    """Sessions, added up by day. A day without a session says nothing: it may not have been recorded. The
    steps of a session are a part of the day's and never stand for them.
    """
    headers = [str(header) for header in table.columns]
    date, length = headers[1], headers[_GARMIN_TIME]
    day = table[date].fillna("").astype(str).str.strip().str.split(r"[ T]", n=1, regex=True).str[0]
    set_aside: list[SetAside] = []
    minutes: dict[object, float] = {}
    for label, cell in table[length].fillna("").astype(str).items():
        read = read_duration(cell, "mm:ss") if plain(cell).strip("-") else None
        if read is not None and read.value is not None:
            minutes[label] = float(read.value)
        elif read is not None:
            set_aside.append((label, length, read.problem or "this is not a duration"))
    sessions = pd.DataFrame({"date": day, "activity": pd.Series(minutes, dtype="float64")})
    days, rows = _sums_by_day(sessions.reindex(table.index))
    columns: dict[str, tuple[str, ...]] = {"date": (date,), "activity": (length,)}
    return Converted("device days", days, columns, rows, tuple(set_aside), sessions=True)
