"""One question asked of the days before."""

from collections.abc import Sequence
from functools import partial

from analysis.journal import Journal
from analysis.measures.adjustment import joint_fit
from analysis.measures.arms import whole_fit
from analysis.measures.exposures import (
    ExposureAnswer,
    answer_of,
    fit_alone,
    refused_question,
    settled_exposures,
    stand_ins,
)
from analysis.measures.model import CountFit
from analysis.measures.questions import declared_questions
from analysis.measures.windows import nights_of


def lagged(
    journal: Journal,
    question: str,
    lags: Sequence[int] = (0, 1, 2, 3),
    *,
    alongside: Sequence[float | None] = (),
    fit: CountFit | None = None,
) -> tuple[ExposureAnswer, ...]:
    """One question asked of the days before: a second look, never a search for the best lag.

    Every lag is adjusted as ``exposures`` adjusts, and a lag other than 0 also for lag 0, since days that
    follow one another resemble each other. A lag of -1 asks the day after the night, which can go with it for
    no good reason: a check.

    alongside : the p-values of the questions that were asked before (see ``Review.p_values``); the second
        look is held to the same rule together with them.
    fit : of the whole journal (``whole_fit``), where it is known; it lends its clustering to the levels.

    Raises ValueError for a question that the journal does not raise.
    """
    nights = nights_of(journal)
    today = declared_questions(journal, nights)
    names = [asked.name for asked in today]
    if question not in names:
        raise ValueError(f"no question {question!r} in this journal; its questions are {', '.join(names)}")
    fit = fit or whole_fit(nights)
    answers = []
    for lag in lags:
        asked = declared_questions(journal, nights, lag)
        looked_at = next((other for other in asked if other.name == question), None)
        if looked_at is None:
            continue
        refused = refused_question(looked_at, nights)
        own = [other for other in asked if other.field.name == looked_at.field.name]
        others = stand_ins(
            [other for other in today if refused_question(other, nights)[0] is None], looked_at.topic
        )
        if lag != 0:
            others = [other for other in today if other.field.name == looked_at.field.name] + others
        joint = {}
        if refused[0] is None:
            joint[looked_at.field.name] = joint_fit(journal, nights, own, others)
        answers.append(
            answer_of(looked_at, nights, lag, refused, partial(fit_alone, nights, own), joint, fit)
        )
    return settled_exposures(answers, alongside)
