"""Rate ratios from clustered nightly counts, with intervals that hold."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.measures.results import Range, Rate, RateRatio

Floats = npt.NDArray[np.float64]

# CONTRACT (to be implemented; names used by the other measures):
#
# def fit_counts(counts: Floats, design: Floats | None = None, *, names: Sequence[str] = (), day_of_year: Floats | None = None,
#                hemisphere: str = "north", ...) -> CountFit
#     counts : one per calendar night in order, NaN where not logged (kept in its place in time).
#     design : nights x columns, without intercept; NaN rows are treated as not logged for this fit.
#     day_of_year : given -> a yearly harmonic under a prior as wide as the published curve is in the model.
#
# class CountFit:
#     ratio(self, contrast) -> RateRatio       contrast: column name, or a vector over the columns
#     curve(self, rows: Floats) -> (per_week, low, high) arrays for given design rows (season averaged out)
#     rate(self) -> Range                      interval of the mean rate over the logged nights [cramps/week]
#     predictive(self, rows, nights_logged, ...) -> Range   95 % predictive range of the mean rate over future nights [cramps/week]
#     dispersion: posterior mean sd (sigma) and autocorrelation (rho) of the latent log-rate
#
# def interval_of_rate(counts) -> Rate         overall rate of a stretch of nights, interval allowing for runs;
#                                              shares (sigma, rho) with `like: CountFit | None` (so a short stretch borrows
#                                              the clustering from the whole journal, and single weeks are fast)
# def benjamini_hochberg(p_values: Sequence[float | None]) -> list[float | None]
# def exact_poisson_ratio(cramps_a, nights_a, cramps_b, nights_b) -> RateRatio     (textbook; for comparison and oracle)
# def nights_needed(fit: CountFit, fall: float, power=0.8, limit=730) -> int | None
