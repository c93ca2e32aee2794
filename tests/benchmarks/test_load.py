"""A small run of the benchmark of many visits. Oracle: the clock, and the same clock for a bare page."""

from statistics import median

import pytest

from tests.benchmarks.load import first_charts, measured, served


@pytest.mark.slow
def test_five_at_once_wait_less_than_on_a_bare_page() -> None:
    """Nothing goes wrong, and nobody's tab waits for those who open a journal."""
    loads = {}
    for page in ("dashboard", "bare page"):
        with served(page) as server:
            first_charts(server, page)
            loads[page] = measured(server, page, 5, wait=30)
    assert not [error for load in loads.values() for error in load.errors]
    assert len(loads["dashboard"].opening) == 5
    assert median(loads["dashboard"].reruns) < median(loads["bare page"].reruns)
    assert median(loads["dashboard"].meanwhile) < median(loads["dashboard"].opening)
    assert loads["dashboard"].after < loads["dashboard"].opened + 5 * 3
