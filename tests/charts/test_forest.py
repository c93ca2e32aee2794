"""The forest of all questions, asserted as data."""

from datetime import date
from typing import get_args

import pytest

from analysis.charts import Display, plot_forest
from analysis.charts.forest import forest_lines
from analysis.measures.refusals import Reason
from analysis.measures.results import RateRatio
from analysis.review import Review
from analysis.words import missing_briefly, table_questions
from tests.charts.made import (
    answer,
    change,
    course,
    made_review,
    refused_answer,
    refused_change,
    yes_no_answer,
)
from tests.journals import make_journal


def mixed() -> Review:
    return made_review(
        make_journal([1.0] * 30),
        exposures=[refused_answer(), yes_no_answer(), answer()],
        changes=[change(q_value=0.01, change_ratio=RateRatio(0.43, 0.24, 0.78, 0.001)), refused_change()],
        courses=[course()],
    )


def test_lines_stand_by_evidence_with_nulls_and_refusals() -> None:
    """Oracle: by hand: q 0.01 and 0.02 with a direction, two nulls of q 0.8 by p, then the two refusals."""
    names = [line.name for line in forest_lines(mixed(), Display())]
    assert names[0] == "Magnesium started 29 Jun 2025"
    assert names[1] == "Fluid: per extra 500 mL"
    assert set(names[2:4]) == {"Stretching: yes v no", "Prednisone: on v off"}
    assert set(names[4:]) == {"Alcohol: per extra drink", "Magnesium started 29 Jun 2025"}
    assert len(names) == 6


def many_refused(count: int) -> Review:
    changes = [refused_change(date(2025, 1 + place // 28, 1 + place % 28)) for place in range(count)]
    return made_review(make_journal([1.0] * 30), exposures=[answer(), yes_no_answer()], changes=changes)


@pytest.mark.parametrize(("count", "shown", "closing"), [(8, 8, None), (9, 9, None), (40, 8, "32 more")])
def test_many_refusals_end_in_one_closing_line(count: int, shown: int, closing: str | None) -> None:
    """Oracle: by hand: eight stand by name; a ninth alone would take as much room as the line for it."""
    figure = plot_forest(many_refused(count))
    names = list(figure.layout.yaxis.ticktext)
    refused = next(trace for trace in figure.data if trace.name == "refused")
    assert len(refused.y) == shown + (closing is not None)
    assert len(names) == 2 + len(refused.y)
    assert (names[-1] if closing else None) == closing
    assert len(forest_lines(many_refused(count), Display())) == 2 + count
    if closing:
        assert figure.layout.annotations[-1].text == "too little recorded"
        assert list(refused.customdata[-1]) == []
        assert "row in the table" in refused.hovertext[-1]


def test_forty_refusals_are_hardly_taller_than_ten() -> None:
    """Oracle: by hand: nine rows instead of nine, however many there are."""
    assert plot_forest(many_refused(40)).layout.height == plot_forest(many_refused(10)).layout.height


def test_where_no_number_of_nights_would_do_the_line_says_why() -> None:
    """Oracle: the names in ``Reason``; every one has its words, and no line of a phone is too narrow."""
    reasons = list(get_args(Reason))
    answers = [refused_answer(question=reason, nights_needed=None, reason=reason) for reason in reasons]
    figure = plot_forest(made_review(make_journal([0.0] * 40), exposures=answers[:8]))
    said = [item.text for item in figure.layout.annotations]
    assert "no cramp is recorded" in said
    assert "too few cramps" in said
    briefly = [missing_briefly(reason, None) for reason in reasons]
    assert len(set(briefly)) == len(reasons)
    assert "too little recorded" not in briefly
    assert max(len(words) for words in briefly) <= len(missing_briefly("too_few_nights", 100))


def test_the_hover_says_each_ratio_as_its_table_does() -> None:
    """Oracle: the row of `table_questions` for the same question, figure by figure."""
    made_of = mixed()
    figure = plot_forest(made_of, Display())
    hovers = " ".join(
        str(text) for trace in figure.data if trace.name == "answers" for text in trace.hovertext or ()
    )
    rows = table_questions(made_of, "everyday", "mL", 250.0)
    answered = [row for row in rows if isinstance(row.get("Times as many"), float)]
    assert answered
    for row in answered:
        assert f"{row['Times as many']:.2f} ({row['Range']})" in hovers
