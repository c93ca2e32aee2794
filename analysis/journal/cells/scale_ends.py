"""The end of a scale that the header does not name, from all scores of the column."""

import re
from collections.abc import Sequence

from analysis.journal.cells.numbers import NUMBER, parse_number, range_of
from analysis.journal.cells.values import plain

_BARE = re.compile(NUMBER)
_MOST_LOW = 0.25  # of the scores above 0; a scale to 100 has hardly more between 0 and 10
_MOST_SLIPS = 0.1  # of the scores; so few above 10 are slips of the pen
_SLIP = 20.0  # one score alone up to here is one, too ("14")


def bare_score(text: str) -> float | None:
    """The larger number of "40" or "40-50"; None where the cell says anything else."""
    words = plain(text[:40])
    if _BARE.fullmatch(words):
        return parse_number(words, ".")[0]
    ends = range_of(words, ".")
    return ends[1] if ends else None


def end_of_scale(scores: Sequence[float]) -> float | None:
    """The end of the one scale on which all ``scores`` stand, 10 or 100; None where it cannot be told.

    A scale to 100 has most of its scores above 10, and few from 1 to 9. A few scores above 10 among many
    that are not are slips on a scale to 10. Anything between may be two scales in one column.
    """
    judged = [score for score in scores if 0 < score <= 100]
    above = [score for score in judged if score > 10]
    if not above:
        return 10.0
    low = sum(score < 10 for score in judged)
    if 2 * len(above) >= len(judged) and low <= _MOST_LOW * len(judged) and max(above) >= _SLIP:
        return 100.0
    if len(above) <= _MOST_SLIPS * len(scores) or (len(above) == 1 and above[0] <= _SLIP):
        return 10.0
    return None
