"""Journals as the files in which a patient would bring them: the sample, and odd ones. All are made up."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

import numpy as np

from analysis.screen.session import SAMPLE
from tests.conftest import ROOT

Files = list[tuple[str, bytes]]
DIARY = ("night of", "cramps", "worst pain (0-10)", "fluid (mL)", "activity (min)")


def as_csv(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headers)
    writer.writerows(rows)
    return text.getvalue().encode()


def diary(
    nights: int, *, per_week: float, start: date = date(2024, 9, 2), seed: int = 1, gaps: Sequence[range] = ()
) -> bytes:
    """A night diary without a true difference in it; nights whose position lies in ``gaps`` have no row."""
    chance = np.random.default_rng(seed)
    rows = []
    for position in range(nights):
        cramps = int(chance.poisson(per_week / 7))
        pain = int(chance.integers(3, 9)) if cramps else ""
        fluid, activity = int(chance.normal(1800, 400)), int(chance.integers(10, 90))
        if not any(position in gap for gap in gaps):
            rows.append((start + timedelta(days=position), cramps, pain, fluid, activity))
    return as_csv(DIARY, rows)


def sample() -> Files:
    """The simulated year with its medication changes and blood tests."""
    names = ("year.csv", "year_medication_changes.csv", "year_blood_tests.csv")
    return [(name, (ROOT / "sample_data" / name).read_bytes()) for name in names]


def a_season() -> Files:
    """The sample as it was after its first quarter, without what was typed on screen: quick to review."""
    lines = {
        name: (ROOT / "sample_data" / name).read_bytes().splitlines(keepends=True)
        for name in SAMPLE
        if "added" not in name
    }
    return [
        (name, b"".join(line for line in of_file if not b"2024-12" < line < b"3"))
        for name, of_file in lines.items()
    ]


def one_night() -> Files:
    return [("one night.csv", as_csv(DIARY, [("2025-03-01", 1, 6, 1500, 30)]))]


def all_zero() -> Files:
    return [("zeros.csv", diary(84, per_week=0))]


def cramp_log_only() -> Files:
    """Sixty cramps in 200 nights, each with its date and clock time; no row ever says that there was none."""
    chance = np.random.default_rng(4)
    nights = sorted(chance.choice(200, 60, replace=False).tolist())
    rows = [
        (f"{date(2025, 1, 2) + timedelta(days=int(night))} 0{chance.integers(1, 6)}:30",
         int(chance.integers(2, 9)),
         int(chance.integers(1, 9)), chance.choice(["left", "right"]), chance.choice(["calf", "foot"]))
        for night in nights
    ]  # fmt: skip
    return [("cramps.csv", as_csv(("time", "pain 0-10", "minutes", "side", "muscle"), rows))]


def in_litres() -> Files:
    """200 nights from 1 January 2025, one of two with little fluid the day before, and cramps in some."""
    rows = [
        (date(2025, 1, 1) + timedelta(days=night), (0, 2, 0, 0, 1, 1)[night % 6], (2.0, 1.0)[night % 2])
        for night in range(200)
    ]
    return [("litres.csv", as_csv(("night of", "cramps", "fluid (L)"), rows))]


def ten_years() -> Files:
    return [("ten years.csv", diary(3650, per_week=2.5, start=date(2015, 3, 2)))]


def months_missing() -> Files:
    return [("gaps.csv", diary(400, per_week=3, gaps=[range(60, 150), range(220, 300)]))]


def no_hydration() -> Files:
    text = diary(120, per_week=3).decode().splitlines()
    return [("no fluid.csv", "\n".join(",".join(np.delete(line.split(","), 3)) for line in text).encode())]


def forty_changes() -> Files:
    names = ("furosemide", "atorvastatin", "magnesium", "salmeterol", "quinine")
    rows = [
        (date(2024, 9, 10) + timedelta(days=9 * place), names[place % 5],
         ("start", "increase", "decrease", "stop")[place // 5 % 4], 10 * (1 + place // 5 % 4), "mg")
        for place in range(40)
    ]  # fmt: skip
    changes = as_csv(("date", "medication", "change", "dose", "unit"), rows)
    return [("nights.csv", diary(365, per_week=4)), ("forty changes.csv", changes)]


ODD: dict[str, Callable[[], Files]] = {
    "one night": one_night,
    "all zero": all_zero,
    "cramp log only": cramp_log_only,
    "ten years": ten_years,
    "months missing": months_missing,
    "no hydration": no_hydration,
    "forty changes": forty_changes,
}
