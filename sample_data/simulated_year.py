"""A year of an invented patient of 68 years: what happened, and what of it was written down.

The cramps come from a self-exciting process, not from the model that the program fits:

    expected(night) = m(night) * (immigrants + sum over the past 7 nights k of c(k) * cramps(k) / m(k))

A cramp makes further cramps likelier for a week (c), so cramps come in bursts. m(night) is the product of the
season and of the ratios below. Because each past night counts relative to its own m, the long-run mean of a
night is proportional to m: the ratios are true for every night, inside a burst or out of it.
"""

from datetime import date, timedelta

import numpy as np
import pandas as pd

FIRST, NIGHTS = date(2024, 9, 1), 365
STATIN, DIURETIC, MAGNESIUM = date(2024, 11, 4), date(2025, 1, 13), date(2025, 4, 7)
RATIOS = {
    "furosemide 20 mg started": 1.8,
    "magnesium citrate 300 mg started": 0.5,
    "atorvastatin raised from 20 to 40 mg": 1.0,
    "hydration, per extra 500 mL": 0.8,
    "activity, per 30 min above the usual 40 min": 1.3,
    "activity below usual, caffeine, alcohol, calf stretches, electroanalgesia, steps": 1.0,
}
SEASON_PEAK_TO_TROUGH, SEASON_PEAK_DAY = 2.0, 196
IMMIGRANTS_PER_WEEK, OFFSPRING_PER_CRAMP, FADING_NIGHTS = 2.6, 0.35, 2.5
USUAL_ACTIVITY, USUAL_WATER = 40, 1600
GAPS = (
    (date(2024, 9, 21), 2), (date(2024, 10, 12), 2), (date(2024, 11, 26), 3), (date(2024, 12, 24), 5),
    (date(2025, 2, 1), 2), (date(2025, 3, 3), 4), (date(2025, 4, 26), 2), (date(2025, 5, 20), 3),
    (date(2025, 7, 19), 9), (date(2025, 8, 16), 2),
)  # fmt: skip
SINGLE_NIGHTS_MISSED, OF_THEM_WITH_WATER_ONLY = 26, 6
SESSIONS = [date(2025, 6, 3) + timedelta(days=7 * (i // 2) + 3 * (i % 2)) for i in range(10)]
SWOLLEN_ANKLES = {date(2024, 12, 20), date(2025, 1, 4), date(2025, 1, 5), date(2025, 1, 11)}
NOTES = {
    date(2024, 10, 5): "long day in the garden",
    date(2024, 12, 29): "back from my daughter's, slept badly there",
    date(2025, 1, 13): "new water tablet from today",
    date(2025, 2, 22): "had to walk around the room, the calf was hard as wood",
    date(2025, 3, 7): "had a cold, did not write for some days",
    date(2025, 4, 7): "magnesium with the evening meal",
    date(2025, 7, 28): "back from the sea",
}
SPECIAL = SWOLLEN_ANKLES | NOTES.keys()  # these evenings were written down
YEAR_HEADERS = (
    "Night of", "Cramps", "Worst pain (0-10)", "How long (min)", "Time(s)", "Side", "Muscle", "Woke me up",
    "Awake (min)", "What it was like", "Sore next day", "What I did", "Did it help", "Sleep (h)",
    "Tired next day (0-10)", "Swelling", "Numbness", "Water (mL)", "Coffee/tea (cups)", "Alcohol (drinks)",
    "Walking/activity (min)", "Calf stretches", "Electroanalgesia", "Notes",
)  # fmt: skip


def simulate_year(random: np.random.RandomState) -> pd.DataFrame:
    """One row a night, index the date of the evening: what happened, also on nights that go unlogged."""
    nights = pd.date_range(FIRST, periods=NIGHTS, name="night")
    warmth = np.cos(2 * np.pi * (nights.day_of_year.to_numpy() - SEASON_PEAK_DAY) / 365.25)
    weekend = nights.day_of_week.to_numpy() >= 5
    thirst = np.zeros(NIGHTS)
    for i in range(1, NIGHTS):
        thirst[i] = 0.4 * thirst[i - 1] + random.normal(0, 400)
    water = np.clip(50 * np.round((USUAL_WATER + 150 * warmth + thirst) / 50), 400, 3400)
    activity = USUAL_ACTIVITY + 8 * weekend + random.normal(0, 14, NIGHTS)
    long_walk = random.random_sample(NIGHTS) < 0.12 + 0.08 * weekend
    activity += long_walk * random.uniform(30, 110, NIGHTS)
    activity = np.clip(5 * np.round(activity / 5), 0, None)

    multiplier = np.sqrt(SEASON_PEAK_TO_TROUGH) ** warmth
    multiplier *= np.where(nights >= pd.Timestamp(DIURETIC), RATIOS["furosemide 20 mg started"], 1)
    multiplier *= np.where(nights >= pd.Timestamp(MAGNESIUM), RATIOS["magnesium citrate 300 mg started"], 1)
    multiplier *= RATIOS["hydration, per extra 500 mL"] ** ((water - USUAL_WATER) / 500)
    above_usual = np.maximum(activity - USUAL_ACTIVITY, 0) / 30
    multiplier *= RATIOS["activity, per 30 min above the usual 40 min"] ** above_usual

    contagion = np.exp(-np.arange(1, 8) / FADING_NIGHTS)
    contagion *= OFFSPRING_PER_CRAMP / contagion.sum()
    cramps = np.zeros(NIGHTS)
    for i in range(NIGHTS):
        past = i - np.arange(1, min(i, 7) + 1)
        burst = (contagion[: len(past)] * cramps[past] / multiplier[past]).sum()
        cramps[i] = random.poisson(multiplier[i] * (IMMIGRANTS_PER_WEEK / 7 + burst))

    steps = 2600 + 92 * activity + random.normal(0, 600, NIGHTS)
    return pd.DataFrame(
        {
            "cramps": cramps.astype(int),
            "water": water.astype(int),
            "activity": activity.astype(int),
            "steps": (10 * np.round(steps / 10)).astype(int),
            "caffeine": random.poisson(2.2, NIGHTS),
            "alcohol": random.poisson(0.35 + 0.5 * weekend),
            "stretches": random.random_sample(NIGHTS) < 0.4,
            "session": [night.date() in SESSIONS for night in nights],
        },
        index=nights,
    )


def simulate_cramps(year: pd.DataFrame, random: np.random.RandomState) -> pd.DataFrame:
    """One row a cramp. Most begin between 01:00 and 06:00; stretching makes one a quarter shorter."""
    rows = []
    for night, count in zip(pd.DatetimeIndex(year.index), year["cramps"], strict=True):
        starts: list[int] = []  # minutes after noon
        while len(starts) < count:
            minute = 5 * round(min(max(random.normal(15.4 * 60, 110), 9.5 * 60), 20 * 60) / 5)
            if all(abs(minute - other) >= 15 for other in starts):
                starts.append(minute)
        usual_side, other_side = ("left", "right") if random.random_sample() < 0.65 else ("right", "left")
        for minute in sorted(starts):
            shares = (("stretching", 0.6), ("walking", 0.3), ("massage", 0.2))
            relief = [name for name, share in shares if random.random_sample() < share]
            minutes = np.exp(random.normal(np.log(4), 0.55)) * (0.75 if "stretching" in relief else 1)
            helped = "yes" if random.random_sample() < 0.7 else "no"
            rows.append(
                {
                    "night": night,
                    "time": night + pd.Timedelta(hours=12, minutes=minute),
                    "severity": min(max(round(random.normal(5.6, 1.7)), 1), 10),
                    "duration": min(max(round(minutes), 1), 9),
                    "side": usual_side if random.random_sample() < 0.85 else other_side,
                    "muscle": random.choice(["calf", "foot", "toes", "thigh"], p=[0.68, 0.2, 0.07, 0.05]),
                    "relief": ", ".join(relief),
                    "helped": helped if relief else "",
                }
            )
    return pd.DataFrame(rows)


def choose_unlogged(random: np.random.RandomState) -> tuple[set[date], set[date]]:
    """The nights that go unlogged, whatever happened on them, and those whose row lacks only the cramps."""
    unlogged = {start + timedelta(days=i) for start, length in GAPS for i in range(length)}
    beside = {night + timedelta(days=i) for night in unlogged for i in (-1, 0, 1)}
    inner = (FIRST + timedelta(days=i) for i in range(3, NIGHTS - 3))
    free = [day for day in inner if day not in beside and day not in SESSIONS and day not in SPECIAL]
    singles = [free[i] for i in random.permutation(len(free))[:SINGLE_NIGHTS_MISSED]]
    return unlogged | set(singles), set(singles[:OF_THEM_WITH_WATER_ONLY])


def diary_rows(
    year: pd.DataFrame,
    cramps: pd.DataFrame,
    unlogged: set[date],
    water_only: set[date],
    random: np.random.RandomState,
) -> list[list[object]]:
    """The diary as the patient wrote it: no row for an unlogged night, or one without the cramps."""

    def yes(share: float) -> str:
        return "yes" if random.random_sample() < share else "no"

    rows = []
    for night in year.index:
        day, when = year.loc[night], night.date()
        of_night = cramps[cramps["night"] == night]
        awake = int(of_night["duration"].sum() + 5 * random.poisson(2, len(of_night)).sum())
        sleep = round(2 * min(max(random.normal(7.2, 0.7) - awake / 60, 3), 9.5)) / 2
        tired = min(max(round(random.normal(2.5 + awake / 15, 1.2)), 0), 10)
        swelling = "yes" if when in SWOLLEN_ANKLES else "no"
        after: list[object] = [f"{sleep:g}", tired, swelling, yes(0.01)]
        water: object = day["water"] if random.random_sample() > 0.03 else ""
        activity: object = day["activity"] if random.random_sample() > 0.03 else ""
        bad: list[object] = [0] + [""] * 11
        if len(of_night):
            worst = of_night.loc[of_night["severity"].idxmax()]
            likes = ("pain", "pain, tightness", "pain, stiffness", "pain, visible contraction", "tightness")
            bad = [
                len(of_night),
                worst["severity"],
                of_night["duration"].max(),
                ", ".join(of_night["time"].dt.strftime("%H:%M")),
                worst["side"],
                worst["muscle"],
                "yes" if awake > 2 else "no",
                awake,
                random.choice(likes, p=[0.3, 0.25, 0.15, 0.2, 0.1]),
                yes(0.3 + 0.05 * worst["severity"]),
                worst["relief"],
                worst["helped"],
            ]
        if when in water_only:
            bad, after, water, activity = [""] * 12, [""] * 4, day["water"], day["activity"]
        elif when in unlogged:
            continue
        habits = [water, day["caffeine"], day["alcohol"], activity]
        treatments = ["yes" if day[name] else "no" for name in ("stretches", "session")]
        rows.append([when.isoformat(), *bad, *after, *habits, *treatments, NOTES.get(when, "")])
    return rows
