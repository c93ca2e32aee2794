"""Cramp rate by hydration, activity and every other recorded exposure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from analysis.journal import Journal
from analysis.measures.adjustment import JointFit, joint_fit
from analysis.measures.arms import whole_fit
from analysis.measures.levels import Level, levels
from analysis.measures.model import CountFit, fit_counts, standardised_curve
from analysis.measures.parts import Run, call, settled_among
from analysis.measures.questions import Form, Question, declared_questions
from analysis.measures.refusals import Reason, family_verdicts
from analysis.measures.results import NO_CHANCES, NO_RATIO, Chances, Range, RateRatio, Verdict
from analysis.measures.windows import Nights, nights_of

__all__ = ["CurvePoint", "ExposureAnswer", "Form", "Level", "answer_of", "exposures", "stand_ins"]

# Amounts that hardly ever fall on the bound of a level; others, such as drinks, are told in whole numbers.
MEASURED = ("mL/day", "min/day", "steps")
Refusal = tuple[Reason | None, int | None]
NOT_REFUSED: Refusal = None, None


@dataclass(frozen=True)
class CurvePoint:
    """The mean rate over the nights on which the exposure is known, had it been ``value`` on all of them and
    everything else as it was, so that it speaks of the same nights as the levels do. [cramps/week]"""

    value: float
    per_week: float
    low: float
    high: float


@dataclass(frozen=True)
class ExposureAnswer:
    """One declared question. ``question`` is a stable name such as ``hydration`` or ``activity_above_usual``.

    ``step`` is what the ratios are for [unit]; ``lag`` the days between the exposure and the night [days];
    ``nights`` and ``cramps`` those on which the exposure is known. ``usual`` and ``usual_range`` are the
    median and the quartiles of the person's days [unit]. ``adjusted_for`` names the other questions and
    medicines in the joint model. ``chances``: of fewer cramps with one step more, and ``adjusted`` shrunk.
    A refused question keeps its levels, and its ratios are None.
    """

    field: str
    question: str
    label: str
    unit: str | None
    form: Form
    step: float | None
    lag: int
    nights: int
    cramps: float
    crude: RateRatio
    adjusted: RateRatio
    q_value: float | None
    verdict: Verdict
    reason: str | None
    nights_needed: int | None
    levels: tuple[Level, ...]
    usual: float | None
    usual_range: Range
    curve: tuple[CurvePoint, ...]
    adjusted_for: tuple[str, ...] = ()
    chances: Chances = NO_CHANCES

    @property
    def counted(self) -> bool:
        """Whether amounts mostly are whole numbers, so that a level from 1 up to, not including, 2 is just
        1."""
        return self.unit not in MEASURED


def exposures(
    journal: Journal,
    fit: CountFit | None = None,
    *,
    least_nights: int = 28,
    least_level_nights: int = 10,
    least_cramps: int = 5,
    run: Run = call,
) -> tuple[ExposureAnswer, ...]:
    """Every declared question with its answer or its refusal, in the order of the data dictionary.

    ``crude`` is each exposure alone (above and below the usual together); ``adjusted`` comes from one joint
    model with the other exposures, medication periods and season. Verdict and q-value are those of the
    adjusted ratios, over the questions of this call.

    fit : of the whole journal; it lends its clustering to the levels.
    least_nights : logged nights on which the exposure is known [nights]. Four weeks.
    least_level_nights : of them on either side of yes and no, or away from the commonest amount [nights].
    least_cramps : on those nights [cramps]. Five a column (Vittinghoff and McCulloch 2007, PMID 17182981).
    run : calls each question's own work; one that fails may then cost itself only, and has its place.
    """
    nights = nights_of(journal)
    asked = declared_questions(journal, nights)
    fit = fit or whole_fit(nights)
    refused = {
        question.name: run(
            refused_question,
            question,
            nights,
            least_nights=least_nights,
            least_level_nights=least_level_nights,
            least_cramps=least_cramps,
        )
        for question in asked
    }
    told = {name: refusal for name, refusal in refused.items() if isinstance(refusal, tuple)}
    answered = [question for question in asked if told.get(question.name) == NOT_REFUSED]
    joint = run(_joint_fits, journal, nights, answered)
    alone = cache(lambda field: fit_alone(nights, asked, field))
    found = [
        run(answer_of, question, nights, 0, refused[question.name], alone, joint, fit) for question in asked
    ]
    return settled_among(found, ExposureAnswer, settled_exposures)


def refused_question(
    question: Question,
    nights: Nights,
    *,
    least_nights: int = 28,
    least_level_nights: int = 10,
    least_cramps: int = 5,
    least_steps: float = 0.5,
) -> Refusal:
    """Why a question cannot be answered, and how many more logged nights it needs; (None, None) where it can.

    least_steps : between the smallest and the largest amount, in natural steps [-]. Below it a ratio for a
        whole step would say more than was ever tried. The other thresholds are those of ``exposures``.
    """
    if nights.rates_refused is not None:
        return nights.rates_refused, None
    known = nights.logged & ~np.isnan(question.column)
    count = int(known.sum())
    if count and (nights.counts[known] > 0).all() and (nights.counts[nights.logged & ~known] == 0).any():
        return "known_on_cramp_nights_only", None
    if count < least_nights:
        return "too_few_nights", least_nights - count
    different, repeats = np.unique(question.column[known], return_counts=True)
    aside = count - int(repeats.max())
    if question.form == "yes_no":
        if len(different) == 1:
            return "one_level_only", None
        if aside < least_level_nights:
            return "too_few_nights", least_level_nights - aside
    elif aside < least_level_nights or np.ptp(different) < least_steps:
        return "does_not_vary", None
    cramps = nights.counts[known].sum()
    if cramps < least_cramps:
        return ("no_cramps" if cramps == 0 else "too_few_cramps"), None
    return None, None


def _joint_fits(
    journal: Journal, nights: Nights, answered: Sequence[Question], *, cramps_a_column: float = 5.0
) -> dict[str, JointFit]:
    """The joint model that each field's adjusted ratio is read from: one for all, and one of its own for a
    field that measures the same thing as another, or where the journal has too few cramps for all at once."""
    together = stand_ins(answered)
    fits: dict[str, JointFit] = {}
    if together and len(together) * cramps_a_column <= nights.counts[nights.logged].sum():
        joint = joint_fit(journal, nights, together, cramps_a_column=cramps_a_column)
        fits = {question.field.name: joint for question in together}
    for question in answered:
        if question.field.name not in fits:
            own = [other for other in answered if other.field.name == question.field.name]
            others = stand_ins(answered, question.topic)
            fits[question.field.name] = joint_fit(
                journal, nights, own, others, cramps_a_column=cramps_a_column
            )
    return fits


def stand_ins(questions: Sequence[Question], but_topic: str = "") -> list[Question]:
    """Of the fields that measure one thing, the questions of the first; none of the topic ``but_topic``."""
    first: dict[str, str] = {}
    for question in questions:
        first.setdefault(question.topic, question.field.name)
    return [
        question
        for question in questions
        if question.field.name == first[question.topic] and question.topic != but_topic
    ]


def answer_of(
    question: Question,
    nights: Nights,
    lag: int,
    refused: Refusal,
    alone: Callable[[str], CountFit],
    joints: dict[str, JointFit],
    fit: CountFit | None,
) -> ExposureAnswer:
    """One question on the days ``lag`` before, not yet with its verdict. ``alone`` gives the model of a field
    by itself, ``joints`` the one with others."""
    known = nights.logged & ~np.isnan(question.values)
    rate = nights.rate(known)
    joint = joints.get(question.field.name) if refused == NOT_REFUSED else None
    crude = adjusted = NO_RATIO
    chances = NO_CHANCES
    adjusted_for: tuple[str, ...] = ()
    if refused[0] is None and joint is not None:
        crude = alone(question.field.name).ratio(question.name)
        place = [other.name for other in joint.asked].index(question.name)
        adjusted, chances = joint.fit.ratio_and_chances(str(place), cautious=True)
        together = [other.name for other in joint.asked if other.field.name != question.field.name]
        adjusted_for = (*together, *joint.adjusted_for)
    return ExposureAnswer(
        field=question.field.name,
        question=question.name,
        label=question.field.label,
        unit=question.field.unit,
        form=question.form,
        step=question.step,
        lag=lag,
        nights=rate.nights,
        cramps=rate.cramps,
        crude=crude,
        adjusted=adjusted,
        q_value=None,
        verdict="not_enough_data" if refused[0] is not None else "no_clear_difference",
        reason=refused[0],
        nights_needed=refused[1],
        levels=levels(question, nights, fit),
        usual=question.usual,
        usual_range=question.usual_range,
        curve=_curve(question, nights, joint) if refused[0] is None and joint is not None else (),
        adjusted_for=adjusted_for,
        chances=chances,
    )


def fit_alone(nights: Nights, asked: Sequence[Question], field: str) -> CountFit:
    """One exposure without anything else, its questions (above and below the usual) together."""
    own = [question for question in asked if question.field.name == field]
    varying = [other for other in own if np.ptp(other.column[nights.logged & ~np.isnan(other.column)]) > 0]
    return fit_counts(
        nights.counts,
        np.column_stack([other.column for other in varying]),
        names=[other.name for other in varying],
    )


def _curve(question: Question, nights: Nights, joint: JointFit, points: int = 25) -> tuple[CurvePoint, ...]:
    """From the 5th to the 95th percentile of the nights' exposure, where there is something to go by."""
    if question.form == "yes_no":
        return ()
    known = nights.logged & ~np.isnan(question.values)
    if question.field.kind == "level":
        values = np.unique(question.values[known])
    else:
        lowest, highest = np.quantile(question.values[known], [0.05, 0.95])
        values = np.linspace(lowest, highest, points)
    per_week, low, high = standardised_curve(joint.fit, joint.columns_at(question, values), known)
    return tuple(
        CurvePoint(*(float(part) for part in point))
        for point in zip(values, per_week, low, high, strict=True)
    )


def settled_exposures(
    answers: Sequence[ExposureAnswer], alongside: Sequence[float | None] = (), named: str = ""
) -> tuple[ExposureAnswer, ...]:
    """The same answers with q-values and verdicts over one family, with the p-values ``alongside``; the
    question ``named`` stands by its own interval."""
    ratios = [None if answer.reason is not None else answer.adjusted for answer in answers]
    found = family_verdicts(ratios, [answer.question == named for answer in answers], alongside)
    return tuple(
        replace(answer, q_value=q_value, verdict=verdict)
        for answer, (q_value, verdict) in zip(answers, found, strict=True)
    )


def asked_exposures(journal: Journal) -> list[Question]:
    """The declared questions, without their answers."""
    return declared_questions(journal, nights_of(journal))


def answered_by_day(journal: Journal, asked: Sequence[Question] | None = None) -> set[str]:
    """The fields of which at least one question can be answered.

    asked : the declared questions, where they are known.
    """
    nights = nights_of(journal)
    declared = declared_questions(journal, nights) if asked is None else asked
    return {question.field.name for question in declared if refused_question(question, nights)[0] is None}
