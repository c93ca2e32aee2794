"""The reasons to see a doctor that the journal itself records. It never diagnoses and never reassures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

import numpy as np
import pandas as pd

from analysis.journal import PAIN_IN_A_WORD, Journal, Remark
from analysis.measures.periods import number, text
from analysis.measures.windows import Bools, as_date

Sign = Literal[
    "ongoing", "severe_pain", "weakness", "swelling", "swelling_one_sided", "redness", "numbness",
    "sleep_and_fatigue",
    "long_cramp", "blood_test_outside_range",
]  # fmt: skip


@dataclass(frozen=True)
class WarningSign:
    """``status`` ``recorded``: seen on ``nights``. ``not_recorded``: the journal does not say (never "no").

    ``asked_nights``: nights on which the journal says anything about it. ``detail`` names numbers that belong
    to it, such as ``("test", "potassium"), ("result", 3.1), ("low", 3.5)``. ``remark_nights``: nights whose
    remark holds a word of it. Only people can tell what such a word means, so it neither makes the sign
    recorded nor leaves it to be called not recorded.
    """

    name: Sign
    status: Literal["recorded", "not_recorded"]
    nights: tuple[date, ...]
    asked_nights: int
    detail: tuple[tuple[str, float | str | None], ...] = ()
    remark_nights: tuple[date, ...] = ()


def warning_signs(
    journal: Journal,
    remarks: Sequence[Remark] = (),
    *,
    ongoing_weeks: int = 4,
    ongoing_of: int = 3,
    severe_pain: float = 7,
    long_cramp: float = 10,
    tired: float = 4,
    short_sleep: float = 6,
) -> tuple[WarningSign, ...]:
    """Every sign with the nights that show it, recorded ones first.

    Frequent cramps that disturb sleep so that the next day suffers, weakness, numbness or swelling are
    reasons to see a doctor,
    and a cramp of more than 10 minutes a reason to see one urgently (NHS, Leg cramps).

    remarks : those that hold a word of a sign, from :func:`analysis.journal.remarks_about_signs`.
    ongoing_weeks, ongoing_of : cramps in at least ``ongoing_of`` of the last ``ongoing_weeks`` weeks. [weeks]
    severe_pain : from this on a 0 to 10 scale pain is severe (Serlin 1995, PMID 7659417). [-]
    long_cramp : a cramp that lasts longer. [min]
    tired : from this on a 0 to 10 scale fatigue is moderate (Mendoza 1999, PMID 10091805). [-]
    short_sleep : a night below it counts as disrupted, as does one awake or woken by a cramp. [h]
    """
    nights = journal.nights
    cramp = (nights["cramps"] > 0).to_numpy()
    signs = [
        _ongoing(journal, cramp, ongoing_weeks, ongoing_of),
        _severe_pain(journal, severe_pain),
        *(_yes(nights, sign) for sign in ("weakness", "swelling")),
        _one_sided(nights),
        *(_yes(nights, sign) for sign in ("redness", "numbness")),
        _sleep_and_fatigue(journal, cramp, tired, short_sleep),
        _of_cramps(journal, "long_cramp", "duration", long_cramp, or_equal=False),
        *_blood_tests(journal.measurements),
    ]
    signs = [replace(sign, remark_nights=_nights_of_remarks(sign.name, remarks)) for sign in signs]
    return tuple(sorted(signs, key=lambda sign: sign.status != "recorded"))


def _nights_of_remarks(sign: Sign, remarks: Sequence[Remark]) -> tuple[date, ...]:
    about = "swelling" if sign == "swelling_one_sided" else sign  # a word of swelling tells no side
    return tuple(sorted({remark.night for remark in remarks if remark.about == about}))


def _sign(
    name: Sign,
    nights: list[date],
    asked: int,
    detail: tuple[tuple[str, float | str | None], ...] = (),
) -> WarningSign:
    return WarningSign(name, "recorded" if nights else "not_recorded", tuple(nights), asked, detail)


def _dates(table: pd.DataFrame, chosen: Bools) -> list[date]:
    return [as_date(night) for night in table.index[chosen]]


def _ongoing(journal: Journal, cramp: Bools, weeks: int, of: int) -> WarningSign:
    nights = journal.nights
    last = slice(max(len(nights) - 7 * weeks, 0), None)
    recent = nights.iloc[last]
    with_cramp = cramp[last]
    ages = (len(recent) - 1 - np.arange(len(recent))) // 7
    weeks_with_cramp = len(np.unique(ages[with_cramp]))
    shown = _dates(recent, with_cramp) if len(nights) >= 7 * weeks and weeks_with_cramp >= of else []
    return _sign(
        "ongoing",
        shown,
        int(recent["logged"].sum()),
        (("weeks", float(weeks_with_cramp)), ("of", float(weeks))),
    )


def _severe_pain(journal: Journal, threshold: float) -> WarningSign:
    """Pain from ``threshold`` on; ``in_words``: on how many of the nights a word was read as the number."""
    found = _of_cramps(journal, "severe_pain", "severity", threshold, or_equal=True)
    rows = {
        (receipt.name, problem.row)
        for receipt in journal.receipts
        for problem in receipt.problems
        if problem.code == PAIN_IN_A_WORD
    }
    if not rows or not found.nights:
        return found
    places = journal.places
    read = zip(places["night"], places["file"], places["row"], strict=True)
    worded = {as_date(night) for night, file, row in read if (file, row) in rows} & set(found.nights)
    return replace(found, detail=(*found.detail, ("in_words", float(len(worded))))) if worded else found


def _of_cramps(journal: Journal, name: Sign, field: str, threshold: float, *, or_equal: bool) -> WarningSign:
    told = journal.cramps.dropna(subset=[field])
    reached = told[field] >= threshold if or_equal else told[field] > threshold
    shown = sorted({as_date(night) for night in told.loc[reached, "night"]})
    detail = (("most", float(told[field].max())),) if shown else ()
    return _sign(name, shown, told["night"].nunique(), detail)


def _yes(nights: pd.DataFrame, name: Sign) -> WarningSign:
    if name not in nights.columns:
        return _sign(name, [], 0)
    told = nights[name].astype("boolean")
    return _sign(name, _dates(nights, told.fillna(False).to_numpy(dtype=bool)), int(told.notna().sum()))


def _one_sided(nights: pd.DataFrame) -> WarningSign:
    if "swelling_side" not in nights.columns:
        return _sign("swelling_one_sided", [], 0)
    side = nights["swelling_side"]
    one = side.isin(["left", "right"]).to_numpy()
    if "swelling" in nights.columns:
        one = one & nights["swelling"].astype("boolean").fillna(True).to_numpy(dtype=bool)
    sides = tuple(sorted(set(side[one])))
    return _sign(
        "swelling_one_sided",
        _dates(nights, one),
        int(side.notna().sum()),
        tuple(("side", side) for side in sides),
    )


def _sleep_and_fatigue(journal: Journal, cramp: Bools, tired: float, short_sleep: float) -> WarningSign:
    """A cramp night with disrupted sleep and a tired day after it."""
    nights = journal.nights
    if "fatigue" not in nights.columns:
        return _sign("sleep_and_fatigue", [], 0)
    disrupted = np.zeros(len(nights), dtype=bool)
    told = np.zeros(len(nights), dtype=bool)
    if "awake" in nights.columns:
        disrupted |= (nights["awake"] > 0).to_numpy()
        told |= nights["awake"].notna().to_numpy()
    if "sleep" in nights.columns:
        disrupted |= (nights["sleep"] < short_sleep).to_numpy()
        told |= nights["sleep"].notna().to_numpy()
    if "woke" in journal.cramps.columns:
        answers = journal.cramps.dropna(subset=["woke"])
        woken = answers.loc[answers["woke"].astype(bool), "night"]
        disrupted |= nights.index.isin(woken)
        told |= nights.index.isin(answers["night"])
    fatigue = nights["fatigue"]
    shown = cramp & disrupted & (fatigue >= tired).to_numpy()
    return _sign("sleep_and_fatigue", _dates(nights, shown), int((told & fatigue.notna().to_numpy()).sum()))


def _blood_tests(measurements: pd.DataFrame) -> list[WarningSign]:
    """One sign for each result outside the range that the file itself gives, the latest first."""
    told = measurements.dropna(subset=["result"])
    ranged = told[told["low"].notna() | told["high"].notna()]
    outside = ranged[(ranged["result"] < ranged["low"]) | (ranged["result"] > ranged["high"])]
    if outside.empty:
        return [_sign("blood_test_outside_range", [], len(ranged))]
    last = ranged.sort_values("date", kind="stable").drop_duplicates("test", keep="last")
    inside = last[~last.index.isin(outside.index)]
    inside_since = {text(row.test): number(row.result) for row in inside.itertuples()}
    return [
        _sign(
            "blood_test_outside_range",
            [as_date(row.date)],
            len(ranged),
            (
                ("test", text(row.test)),
                ("result", number(row.result)),
                ("unit", text(row.unit)),
                ("low", number(row.low)),
                ("high", number(row.high)),
                *((("last", inside_since[test]),) if (test := text(row.test)) in inside_since else ()),
            ),
        )
        for row in outside.sort_values("date", ascending=False, kind="stable").itertuples()
    ]


def recent_signs(
    signs: Sequence[WarningSign], last_night: date, *, recent_nights: int = 90
) -> tuple[tuple[WarningSign, ...], tuple[WarningSign, ...]]:
    """The recorded signs, those of the last nights apart from those that are older.

    A blood test whose last result is within its range is older. What the last nights do not show was not
    necessarily absent.

    recent_nights : how far back from ``last_night`` is recent. [nights]
    """
    since = last_night - timedelta(days=recent_nights - 1)
    recorded = [sign for sign in signs if sign.status == "recorded"]
    recent = [sign for sign in recorded if max(sign.nights) >= since and "last" not in dict(sign.detail)]
    return tuple(recent), tuple(sign for sign in recorded if sign not in recent)
