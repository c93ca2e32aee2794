"""The count model of a journal's nights and its parts."""

from analysis.measures.model.count_model import CountFit
from analysis.measures.model.expected import predictive_range, standardised_curve
from analysis.measures.model.fitting import fit_counts
from analysis.measures.model.groups import p_value_of_groups
from analysis.measures.model.priors import SEASON_IN_PHASE
from analysis.measures.model.rates import interval_of_rate, interval_of_share
from analysis.measures.textbook import benjamini_hochberg

__all__ = [
    "SEASON_IN_PHASE",
    "CountFit",
    "benjamini_hochberg",
    "fit_counts",
    "interval_of_rate",
    "interval_of_share",
    "p_value_of_groups",
    "predictive_range",
    "standardised_curve",
]
