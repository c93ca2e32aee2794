"""The drawing program. Oracle: what the page that carries it may hold, and plotly's own number."""

import re

import plotly

from analysis.charts import drawing_script


def test_it_is_plotlys_own_and_can_stand_in_a_page() -> None:
    """The version that plotly says; within a page no end of a script may stand in it."""
    script = drawing_script()
    told = re.search(r"plotly\.js v(\d+)\.", script[:500])
    assert told is not None
    assert int(told[1]) >= 2
    assert plotly.__version__
    assert "</script" not in script.lower()
