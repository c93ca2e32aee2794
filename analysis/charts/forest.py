"""Everything together: one line for each question asked of the journal, also the nulls and the refusals."""

from collections import Counter
from collections.abc import Sequence

import plotly.graph_objects as go

from analysis import words
from analysis.charts.labels import change_name, counted, course_name, days, question
from analysis.charts.ratio_lines import RatioLine, ratio_lines
from analysis.charts.template import DEFAULT, Display, note
from analysis.findings import by_evidence
from analysis.measures import NO_RATIO, Course, ExposureAnswer, MedicationChange, size_shown
from analysis.review import Review

_LETTERS = 20  # of a medicine's name, so that what happened and when always stand beside it
_REFUSALS = 8  # that stand by name; more would make a long list of what cannot be said


def plot_forest(review: Review, display: Display = DEFAULT, *, alt: str | None = None) -> go.Figure:
    """Every exposure, change and course with its rate ratio, in the size that the sentences say, and its 95 %
    interval, strongest evidence first.

    A mark carries ``[part of the review, position in it]`` as ``customdata``.

    >>> from analysis import read_journal, review
    >>> shown = review(read_journal(["sample_data/year.csv"]))
    >>> plot_forest(shown).layout.xaxis.title.text
    '← fewer cramps · more cramps →'
    """
    lines = forest_lines(review, display)
    if not lines:
        return note("Nothing was recorded that cramps could be compared with.", display, alt=alt)
    return ratio_lines(_closed(lines), display, alt=alt)


def forest_lines(review: Review, display: Display) -> list[RatioLine]:
    """In the order in which they stand: directions, then no clear difference, then refusals, each by q."""
    lines = [_exposure(item, place, display) for place, item in enumerate(review.exposures)]
    named = Counter(_changed(item) for item in review.medication_changes)
    lines += [
        _change(item, place, dated=named[_changed(item)] > 1)
        for place, item in enumerate(review.medication_changes)
    ]
    lines += [_course(item, place) for place, item in enumerate(review.courses)]
    return sorted(lines, key=lambda line: by_evidence(line.verdict, line.q_value, line.ratio.p_value))


def _closed(lines: Sequence[RatioLine]) -> list[RatioLine]:
    """All answers, and the first refusals; one line stands for the others."""
    answered = [line for line in lines if line.is_answered]
    refused = [line for line in lines if not line.is_answered]
    rest = refused[_REFUSALS:]
    if len(rest) < 2:
        return [*answered, *refused]
    others = RatioLine(
        name=f"{len(rest)} more",
        ratio=NO_RATIO,
        crude=None,
        verdict="not_enough_data",
        refused="too little recorded",
        about="Each has its row in the table.",
        nights=0,
        q_value=None,
    )
    return [*answered, *refused[:_REFUSALS], others]


def _exposure(answer: ExposureAnswer, place: int, display: Display) -> RatioLine:
    return RatioLine(
        name=question(answer, display),
        ratio=size_shown(answer.adjusted, answer.chances, answer.verdict),
        crude=answer.crude,
        verdict=answer.verdict,
        refused=words.missing_briefly(answer.reason, answer.nights_needed),
        about="adjusted",
        nights=answer.nights,
        q_value=answer.q_value,
        key=("exposures", place),
    )


def _changed(change: MedicationChange) -> str:
    return change_name(change, letters=_LETTERS)


def _change(change: MedicationChange, place: int, *, dated: bool) -> RatioLine:
    """``dated`` : the same thing happened more than once, so the name says when."""
    when = f" {days(change.night, change.until)}" if dated else ": after v before"
    return RatioLine(
        name=f"{_changed(change)}{when}",
        ratio=size_shown(change.change_ratio, change.chances, change.verdict),
        crude=None,
        verdict=change.verdict,
        refused=words.missing_briefly(change.reason, change.nights_needed),
        about=f"change on {days(change.night, change.until)}",
        nights=change.before.nights + change.after.nights,
        q_value=change.q_value,
        key=("medication_changes", place),
    )


def _course(course: Course, place: int) -> RatioLine:
    return RatioLine(
        name=course_name(course, letters=_LETTERS),
        ratio=size_shown(course.ratio, course.chances, course.verdict),
        crude=None,
        verdict=course.verdict,
        refused=words.missing_briefly(course.reason, course.nights_needed),
        about=f"on for {counted(len(course.periods), 'stretch', 'stretches')}",
        nights=course.on.nights + course.off.nights,
        q_value=course.q_value,
        key=("courses", place),
    )
