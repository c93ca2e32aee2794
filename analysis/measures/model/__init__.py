"""The count model of a journal's nights and its parts."""

from analysis.measures.model.count_model import (
    CountFit,
    benjamini_hochberg,
    fit_counts,
    interval_of_rate,
    nights_needed,
)

__all__ = [
    "CountFit",
    "benjamini_hochberg",
    "fit_counts",
    "interval_of_rate",
    "nights_needed",
]
