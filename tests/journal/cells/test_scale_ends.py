"""The end of a scale that the header does not name. Oracle: by hand."""

import pytest

from analysis.journal.cells import end_of_scale
from analysis.journal.cells.scale_ends import bare_score


def test_a_slip_among_many_scores_leaves_the_others() -> None:
    """One 50 among twelve scores to 10 is a slip; three of twelve may be another scale."""
    assert end_of_scale([5, 6, 7, 3, 2, 4, 5, 6, 7, 8, 9, 50]) == 10
    assert end_of_scale([5, 6, 7, 3, 2, 4, 5, 6, 7, 30, 90, 50]) is None
    assert end_of_scale([]) == 10


@pytest.mark.parametrize(
    ("text", "score"),
    [("7", 7.0), ("7,5", 7.5), ("40-50", 50.0), ("75%", None), ("7/10", None), ("severe", None), ("", None)],
)
def test_only_a_bare_number_is_a_score_whose_end_is_open(text: str, score: float | None) -> None:
    """By hand: the larger of two ends; what brings the end of its scale, or is a word, needs no other."""
    assert bare_score(text) == score
