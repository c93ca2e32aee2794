"""The forest of many journals. Oracle: the pooled answer itself, in doublings."""

from math import log

import pytest

from analysis.charts import Display, plot_pooled
from tests.report.test_cohort_forms import cohort


def test_every_journal_and_the_pooled_answer_at_their_places() -> None:
    [group] = [each for each in cohort().pooled() if each.part == "medication_changes"]
    figure = plot_pooled(group)
    traces = {trace.name: trace for trace in figure.data}
    places = sorted(ratio / log(2) for ratio in group.log_values)
    assert sorted(traces["journals"].x) == pytest.approx(places)
    assert group.pooled is not None
    assert list(traces["pooled"].x) == pytest.approx([group.pooled.log_value / log(2)])
    ends = [group.pooled.low / log(2), group.pooled.high / log(2)]
    assert list(traces["pooled range"].x) == pytest.approx(ends)
    assert not any(str(number) in trace.hovertext for number in group.journals for trace in figure.data
                   if trace.hovertext and number > 99)  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_too_few_are_not_drawn(theme) -> None:
    """Three journals with an answer and two without: one sentence, no mark."""
    found = cohort(5)
    for asked in found.questions[:4]:
        asked.update(ratio=None, error=None, reason="too_few_nights")
    [group] = [each for each in found.pooled() if each.part == "medication_changes"]
    assert group.pooled is None
    assert plot_pooled(group, Display(theme=theme)).layout.annotations[0].text == "Too few journals to pool."
