"""What the program shows for a simulated journal, by its own functions, without what would only cost time.

``tests/measures/test_calibration.py`` holds that these are the ratios of ``medication_changes`` and
``exposures``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.measures.arms import change_of_arms, refused_arms
from analysis.measures.caveats import change_windows
from analysis.measures.exposures import _joint_fits, refused_question
from analysis.measures.medications import MOST_NIGHTS
from analysis.measures.questions import declared_questions
from analysis.measures.results import NO_CHANCES, Chances, RateRatio
from analysis.measures.windows import Bools, Nights
from tests.worlds import Simulated

LEAST_NIGHTS = 14
LEAST_CRAMPS = 5


@dataclass(frozen=True)
class Change:
    """One change: which nights are before and after, the ratio, None where the program refuses it, and the
    chances."""

    before: Bools
    after: Bools
    ratio: RateRatio | None
    chances: Chances


def changes(places: Sequence[int], ledger: Nights) -> list[Change]:
    """Every change as ``medication_changes`` compares it, without its usual range and the other dates."""
    found = []
    for place in places:
        windows = change_windows(places, place, len(ledger.dates), MOST_NIGHTS, 0)
        before = ledger.within(windows.before, windows.change)
        after = ledger.within(windows.after, windows.end)
        ratio, chances = None, NO_CHANCES
        if not refuses(ledger, after, before):
            ratio, chances, _ = change_of_arms(ledger, after, before, hemisphere="north", cuts=places)
        found.append(Change(before, after, ratio, chances))
    return found


def refuses(ledger: Nights, after: Bools, before: Bools | None = None) -> bool:
    """Whether too little is logged on one side, or too few cramps on both; ``before``: all others if not
    given."""
    arms = after, ~after if before is None else before
    return refused_arms(ledger, *arms, least_logged=LEAST_NIGHTS, least_cramps=LEAST_CRAMPS)[0] is not None


def adjusted_ratios(simulated: Simulated, ledger: Nights) -> dict[str, RateRatio | None]:
    """The adjusted ratio of every exposure as ``exposures`` gives it, None where refused; without the crude
    ratios, levels and curves.
    """
    asked = declared_questions(simulated.journal, ledger)
    ratios: dict[str, RateRatio | None] = {question.name: None for question in asked}
    answered = [question for question in asked if refused_question(question, ledger)[0] is None]
    joint = _joint_fits(simulated.journal, ledger, answered)
    for question in answered:
        fit = joint[question.field.name]
        ratios[question.name] = fit.fit.ratio(str([other.name for other in fit.asked].index(question.name)))
    return ratios
