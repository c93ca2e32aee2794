"""One joint model of all questions, for ratios that hold the other things equal."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.journal import Journal
from analysis.measures.model import CountFit, fit_counts
from analysis.measures.periods import medication_columns
from analysis.measures.questions import Question
from analysis.measures.windows import Bools, Floats, Nights


@dataclass(frozen=True)
class JointFit:
    """A fit with a column for each question of ``asked`` first; ``adjusted_for`` names the others in it."""

    fit: CountFit
    asked: tuple[Question, ...]
    adjusted_for: tuple[str, ...]

    def columns_at(self, question: Question, values: Floats) -> dict[str, Floats]:
        """The columns of the fit that one exposure stands in, by name, at values of it [unit of its
        field]."""
        return {
            str(place): column_at(other, values)
            for place, other in enumerate(self.asked)
            if other.field.name == question.field.name
        }


def column_at(question: Question, values: Floats) -> Floats:
    """What a question's column is at these values of the exposure. [-]"""
    step = question.step or 1.0
    if question.form == "above_usual":
        return np.maximum(values - (question.usual or 0.0), 0) / step
    if question.form == "below_usual":
        return np.maximum((question.usual or 0.0) - values, 0) / step
    return values / step


def joint_fit(
    journal: Journal,
    nights: Nights,
    asked: Sequence[Question],
    others: Sequence[Question] = (),
    *,
    least_nights: int = 14,
    cramps_a_column: float = 5.0,
) -> JointFit:
    """Questions together with other exposures, medication periods and season in one model.

    On nights where an exposure was not recorded its column stands at its mean, and where that is so on at
    least ``least_nights`` nights a further column tells those nights apart: so a night that lacks one answer
    still counts for the others.

    cramps_a_column : cramps for every column of the model [cramps]. Five to nine are enough for adjusting
        (Vittinghoff and McCulloch 2007, PMID 17182981). Where the journal has fewer, other exposures are left
        out from the end of the data dictionary, then the least evenly divided medication periods.
    """
    medicines = medication_columns(journal, nights, least_nights=least_nights)
    room = int(nights.counts[nights.logged].sum() / cramps_a_column) - len(asked)
    kept = list(medicines.items())[: max(room, 0)]
    fields = list(dict.fromkeys(question.field.name for question in others))
    while fields and sum(question.field.name in fields for question in others) > room - len(kept):
        fields.pop()
    others = [question for question in others if question.field.name in fields]
    columns = [_filled(question.column, nights.logged) for question in (*asked, *others)]
    columns += [column for _, column in kept]
    columns += _not_recorded((*asked, *others), nights.logged, least_nights)
    fit = fit_counts(
        nights.counts,
        np.column_stack(columns),
        names=[str(place) for place in range(len(columns))],
        day_of_year=nights.days_of_year,
    )
    return JointFit(fit, tuple(asked), (*(question.name for question in others), *(name for name, _ in kept)))


def _filled(column: Floats, logged: Bools) -> Floats:
    known = column[logged & ~np.isnan(column)]
    return np.where(np.isnan(column), known.mean() if known.size else 0.0, column)


def _not_recorded(questions: Sequence[Question], logged: Bools, least_nights: int) -> list[Floats]:
    """A column for every different set of nights on which something was not recorded."""
    columns: list[Floats] = []
    for question in questions:
        missing = np.isnan(question.column).astype(np.float64)
        counted = int(missing[logged].sum())
        if least_nights <= counted <= logged.sum() - least_nights and not any(
            np.array_equal(missing[logged], column[logged]) for column in columns
        ):
            columns.append(missing)
    return columns
