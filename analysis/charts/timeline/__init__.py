"""The timeline: bars, days, medicines and blood tests on one axis of nights."""

from analysis.charts.timeline.figure import plot_medicines, plot_timeline
from analysis.charts.timeline.key import Key, key_above, name_width, night_entries
from analysis.charts.timeline.rows import DAY_MS, middle

__all__ = [
    "DAY_MS",
    "Key",
    "key_above",
    "middle",
    "name_width",
    "night_entries",
    "plot_medicines",
    "plot_timeline",
]
