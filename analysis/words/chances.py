"""What the nights after a change lean to, where they show no clear difference, and why they cannot tell."""

from analysis.measures import Chances, MedicationChange
from analysis.words.ratios import amount
from analysis.words.speech import Wording, fixed

LEANS = 0.8
UNLIKELY = 0.1
WHY = {
    "few_cramps": "too few cramps came in these nights",
    "long_runs": "these cramps come in long runs",
}


def cannot_tell(change: MedicationChange) -> str:
    """Why a range wider than tenfold tells nothing; empty where it is not."""
    return "" if change.unclear is None else WHY[change.unclear]


def say_leaning(chances: Chances, wording: Wording = "everyday") -> str:
    """Which way nights without a clear difference lean, from 80 %, and whether a halving is unlikely; else
    empty."""
    if chances.fewer is None or chances.half_fewer is None:
        return ""
    if wording == "clinical":
        return (
            f"P(fewer) {fixed(chances.fewer, 2)}, P(halved) {fixed(chances.half_fewer, 2)} "
            "(prior: mostly small changes)"
        )
    said = []
    for way, chance in (("fewer", chances.fewer), ("more", 1 - chances.fewer)):
        if chance >= LEANS:
            said.append(f"it leans to {way} (about {min(int(10 * chance), 9)} in 10)")
    if chances.half_fewer <= UNLIKELY:
        said.append("a halving is unlikely")
    return " and ".join(said)


def say_shrunk(chances: Chances, wording: Wording = "everyday") -> str:
    """The size beside a direction, with what is owed to chance taken off; empty where there is none."""
    if chances.ratio is None:
        return ""
    if wording == "clinical":
        return f"shrunk rate ratio {fixed(chances.ratio, 2)}"
    return f"allowing for chance as well, {amount(chances.ratio)}"
