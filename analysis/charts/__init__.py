"""One ``plot_*`` for each result of a review, each a plotly Figure. They compute nothing but positions."""

from plotly.graph_objects import Figure

from analysis.charts.calendar import plot_calendar
from analysis.charts.exposures import plot_exposure, plot_lags
from analysis.charts.forest import plot_forest
from analysis.charts.medications import plot_change, plot_compare, plot_course
from analysis.charts.months import plot_duration, plot_logged_months, plot_severity
from analysis.charts.other_dates import plot_other_dates
from analysis.charts.patterns import (
    plot_hour_of_night,
    plot_month,
    plot_weekday,
)
from analysis.charts.places import plot_places
from analysis.charts.relief import plot_relief, plot_symptoms
from analysis.charts.script import drawing_script
from analysis.charts.template import CONFIG, Display
from analysis.charts.timeline import plot_medicines, plot_timeline

__all__ = [
    "CONFIG",
    "Display",
    "Figure",
    "drawing_script",
    "plot_calendar",
    "plot_change",
    "plot_compare",
    "plot_course",
    "plot_duration",
    "plot_exposure",
    "plot_forest",
    "plot_hour_of_night",
    "plot_lags",
    "plot_logged_months",
    "plot_medicines",
    "plot_month",
    "plot_other_dates",
    "plot_places",
    "plot_relief",
    "plot_severity",
    "plot_symptoms",
    "plot_timeline",
    "plot_weekday",
]
