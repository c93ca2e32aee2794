"""The pooled answers of many journals, in words."""

from collections.abc import Mapping, Sequence
from math import exp
from typing import Protocol

from analysis.journal import dictionary
from analysis.words.labels import quantity
from analysis.words.refusals import missing_briefly
from analysis.words.rows import Row
from analysis.words.speech import capital, count, fixed

_FORMS = {
    "above_usual": ", above the usual",
    "below_usual": ", below the usual",
    "yes_no": ", with against without",
}
OTHER_REASONS = "other_reasons"  # under which refusals stand that are too few of a kind to be told apart
_PARTS = {"rate_before": "Cramps a week before ", "rate_after": "Cramps a week after "}


class PooledAnswer(Protocol):
    """Log ratios (or log rates a week), their interval, and the range expected of a further journal [-]."""

    @property
    def log_value(self) -> float: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def tau(self) -> float: ...
    @property
    def expected_low(self) -> float | None: ...
    @property
    def expected_high(self) -> float | None: ...
    @property
    def without_each(self) -> Sequence[float]: ...


class AnswerOfMany(Protocol):
    """One question over many journals."""

    @property
    def part(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def log_values(self) -> Sequence[float]: ...
    @property
    def errors(self) -> Sequence[float]: ...
    @property
    def refused(self) -> int: ...
    @property
    def reasons(self) -> Mapping[str, int]: ...
    @property
    def pooled(self) -> PooledAnswer | None: ...


def label_group(group: AnswerOfMany) -> str:
    """What a pooled answer is about: ``Fluid: per extra 500 mL``, ``Magnesium: after against before``."""
    field, _, form = group.about.partition(" ")
    if group.part == "exposures" and field in dictionary():
        known = dictionary()[field]
        step = f": per extra {quantity(known.step, known.unit)}" if form == "per_step" and known.step else ""
        return f"{known.label}{_FORMS.get(form, step)}"
    if group.part in _PARTS:
        return f"{_PARTS[group.part]}{group.about} began or was raised"
    return f"{capital(group.about)}: after against before"


def say_pooled(group: AnswerOfMany) -> str:
    """The pooled ratio or rate with its interval, what a further journal is expected to show, and how many
    answered."""
    answered = f"{count(len(group.log_values), 'journal')} answered, {group.refused:,} could not{_why(group)}"
    found = group.pooled
    if found is None:
        return f"{label_group(group)}: too few journals to pool; {answered}."
    unit = " a week" if group.part in _PARTS else " times as many cramps"
    low, high = found.expected_low, found.expected_high
    expected = "" if low is None or high is None else f"; a further journal: {_range(low, high)}"
    return (
        f"{label_group(group)}: {fixed(exp(found.log_value), 2)}{unit} ({_range(found.low, found.high)})"
        f"{expected}. {capital(answered)}."
    )


def _why(group: AnswerOfMany) -> str:
    """`` (9 too few nights, 3 for other reasons)``; empty where none was refused."""
    told = [f"{number:,} {_reason(name)}" for name, number in group.reasons.items()]
    return f" ({', '.join(told)})" if told else ""


def _reason(name: str) -> str:
    return "for other reasons" if name == OTHER_REASONS else missing_briefly(name, None)


def say_without_each(group: AnswerOfMany) -> str:
    """How far the pooled answer goes when each journal in turn is left out; empty where none was pooled."""
    if group.pooled is None or not group.pooled.without_each:
        return ""
    without = group.pooled.without_each
    return f"Without any one of them it is between {_range(min(without), max(without), 'and')}."


def say_cohort_title() -> str:
    return "Pooled answers of many cramp journals"


def say_cohort(read: int, failed: int) -> str:
    """How many journals were read, and how many could not be."""
    told = f"{count(read, 'journal')} read"
    return f"{told}, {count(failed, 'journal')} could not be." if failed else f"{told}."


def say_sheet_is_full(name: str, most: int) -> str:
    """What a workbook leaves out, as a sheet can hold no more."""
    return f"{name}: not in this workbook, as a sheet holds {most:,} rows; they are in {name.lower()}.csv."


def say_nothing_pooled() -> str:
    """Where no question has enough journals."""
    return "No question was asked of five journals or more, so nothing is pooled."


def say_cohort_notes() -> list[str]:
    """What the pooled answers rest on, and what they cannot tell."""
    return [
        "Pooled by random effects (REML), intervals by Hartung and Knapp with a factor of at least 1; "
        "after a change a journal weighs by its cramps and nights. Each "
        "journal is one person; groups of fewer than five journals are not shown. The range for a further "
        "journal, after a change, held in 85 to 100 of 100 simulated cohorts: it is rather too narrow. A tau "
        "of 0 does not say that journals are alike: in few of them it is often found as 0.",
        "What came after what, in many journals. It cannot show why: there is no comparison group.",
    ]


def table_pooled(groups: Sequence[AnswerOfMany]) -> list[Row]:
    """One row for each pooled answer."""
    return [
        {
            "Question": label_group(group),
            "Journals": len(group.log_values),
            "Refused": group.refused,
            "Pooled": None if (found := group.pooled) is None else round(exp(found.log_value), 2),
            "95 % interval": "" if found is None else _range(found.low, found.high),
            "A further journal": ""
            if found is None or found.expected_low is None or found.expected_high is None
            else _range(found.expected_low, found.expected_high),
            "tau": None if found is None else round(found.tau, 2),
        }
        for group in groups
    ]


def _range(low: float, high: float, between: str = "to") -> str:
    return f"{fixed(exp(low), 2)} {between} {fixed(exp(high), 2)}"
