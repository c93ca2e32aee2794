"""The declared questions: what came before a night, as columns that a rate ratio can be read from."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.journal import Field, Journal, dictionary
from analysis.measures.results import Range
from analysis.measures.windows import Floats, Nights

Places = npt.NDArray[np.intp]
# What the ratio compares: nights per natural step more; above or below the usual, per step; yes against no.
Form = Literal["per_step", "above_usual", "below_usual", "yes_no"]

LEVELS = ("none", "light", "moderate", "vigorous")
# Both over-use and inactivity are thought of as going with cramps, so neither is one straight line.
TWO_SIDED = ("activity", "steps")
# Several measures of one thing are not adjusted for each other; the first that is recorded stands for all.
SAME_THING = ("activity", "steps", "activity_level", "overexertion")


@dataclass(frozen=True)
class Question:
    """One declared question.

    values : the exposure of each night of the ledger [unit of the field]; yes is 1, no 0, an activity level 0
        to 3; NaN where it was not recorded.
    column : what the ratio is for one unit of, NaN where not recorded. [-]
    topic : questions with the same topic measure the same thing.
    usual, usual_range : median and quartiles of the person's days; None and open for yes/no.
    """

    name: str
    field: Field
    form: Form
    step: float | None
    values: Floats
    column: Floats
    topic: str
    usual: float | None
    usual_range: Range


def declared_questions(journal: Journal, nights: Nights, lag: int = 0) -> list[Question]:
    """Every question that the recorded exposures raise, in the order of the data dictionary.

    Amounts are asked per natural step, yes/no as yes against no. Activity and steps are asked twice, above
    and below the person's usual, which is the median of all recorded days from the first to the last night of
    the journal, those of unlogged nights too. The median, because a few very active days should not move it;
    of the whole journal, because a usual that followed the last weeks would call a month in bed usual; and of
    this journal only, because a device's years before it say what the person was used to then.

    lag : days before the day whose evening begins the night. [days]
    """
    own = {field.name: field for field in journal.own_fields}
    fields = [field for field in (dictionary() | own).values() if field.is_exposure]
    if len(nights.dates) == 0:
        return []
    dates, days = pd.DatetimeIndex(nights.dates), journal.days.index
    own_day, day_asked = days.get_indexer(dates), days.get_indexer(dates - pd.Timedelta(days=lag))
    return [
        question
        for field in fields
        if field.name in journal.days.columns
        for question in _questions(field, journal.days[field.name], own_day, day_asked)
    ]


def _questions(field: Field, recorded: pd.Series, own_day: Places, day_asked: Places) -> list[Question]:
    """``own_day`` and ``day_asked``: of each night, where its day and the day that is asked of stand among
    the recorded ones; -1 for nowhere."""
    numbers = _numbers(field, recorded)
    if numbers is None or np.isnan(numbers).all():
        return []
    values = np.where(day_asked < 0, np.nan, numbers[day_asked])
    topic = SAME_THING[0] if field.name in SAME_THING else field.name
    if field.kind == "yes_no":
        return [Question(field.name, field, "yes_no", None, values, values, topic, None, Range(None, None))]
    known = numbers[own_day[own_day >= 0]]
    known = known if not np.isnan(known).all() else numbers
    known = known[~np.isnan(known)]
    low, usual, high = (float(value) for value in np.quantile(known, [0.25, 0.5, 0.75]))
    step = field.step or _natural_step(high - low)
    if field.name not in TWO_SIDED:
        return [
            Question(
                field.name, field, "per_step", step, values, values / step, topic, usual, Range(low, high)
            )
        ]
    pieces: tuple[tuple[Form, Floats], ...] = (
        ("above_usual", np.maximum(values - usual, 0) / step),
        ("below_usual", np.maximum(usual - values, 0) / step),
    )
    return [
        Question(f"{field.name}_{form}", field, form, step, values, column, topic, usual, Range(low, high))
        for form, column in pieces
    ]


def _numbers(field: Field, recorded: pd.Series) -> Floats | None:
    """The exposure of each recorded day, NaN where it is not known; None for a kind that has no order."""
    if field.kind == "level":
        recorded = recorded.map({level: float(place) for place, level in enumerate(LEVELS)})
    elif field.kind not in ("count", "number", "amount", "duration", "scale", "yes_no"):
        return None
    return recorded.to_numpy(dtype=np.float64, na_value=np.nan)


def _natural_step(middle_half: float) -> float:
    """For a column of the person's own: the width of the middle half of the days, as 1, 2 or 5 times a power
    of ten."""
    if middle_half <= 0:
        return 1.0
    power = 10.0 ** np.floor(np.log10(middle_half))
    return float(max(size * power for size in (1, 2, 5) if size * power <= middle_half * (1 + 1e-9)))
