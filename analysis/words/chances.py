"""What the nights after a change lean to, where they show no clear difference, and why they cannot tell."""

from analysis.measures import Chances, Comparison, MedicationChange, RateRatio
from analysis.words.ratios import amount, compared, with_range
from analysis.words.speech import Wording, fixed

LEANS = 0.8
UNLIKELY = 0.1
WHY = {
    "few_cramps": "too few cramps came in these nights",
    "long_runs": "these cramps may come in long runs",
}


_WHY_BRIEFLY = {"few_cramps": "few cramps", "long_runs": "cramps may come in runs"}


def cannot_tell(compared: MedicationChange | Comparison) -> str:
    """Why a range wider than tenfold tells nothing; empty where it is not."""
    return "" if compared.unclear is None else WHY[compared.unclear]


def cannot_tell_briefly(compared: MedicationChange | Comparison) -> str:
    """The same in a few words."""
    return "" if compared.unclear is None else _WHY_BRIEFLY[compared.unclear]


def say_leaning(chances: Chances, wording: Wording = "everyday", *, halving: bool = True) -> str:
    """Which way nights without a clear difference lean, from 80 %, and whether a halving is unlikely; else
    empty.

    halving : False where the ratio is for one step of an amount, of which nobody expects that much.
    """
    if chances.fewer is None or chances.half_fewer is None:
        return ""
    if wording == "clinical":
        half = f", P(halved) {fixed(chances.half_fewer, 2)}" if halving else ""
        return f"P(fewer) {fixed(chances.fewer, 2)}{half} (prior: mostly small changes)"
    leans = leans_to(chances)
    said = [f"it {leans}"] if leans else []
    if halving and chances.half_fewer <= UNLIKELY:
        said.append("a halving is unlikely")
    return " and ".join(said)


def leans_to(chances: Chances) -> str:
    """``leans to fewer (about 8 in 10)``, from 80 %; else empty."""
    if chances.fewer is None:
        return ""
    for way, chance in (("fewer", chances.fewer), ("more", 1 - chances.fewer)):
        if chance >= LEANS:
            return f"leans to {way} (about {min(int(10 * chance), 9)} in 10)"
    return ""


def compared_with_chances(
    ratio: RateRatio, chances: Chances, wording: Wording, q_value: float | None, *, clear: bool
) -> str:
    """A ratio of two stretches of nights with its range. Beside a direction its size is the one with what is
    owed to chance taken off; without one, which way it leans is said.

    clear : whether the verdict has a direction.
    """
    plain = compared(ratio, wording, q_value, clear=clear)
    if not clear:
        leaning = say_leaning(chances, wording)
        return f"{plain}; {leaning}" if leaning else plain
    if chances.ratio is None:
        return plain
    if wording == "clinical":
        return f"{plain}; {say_shrunk(chances)}"
    if not ratio.ratio:
        return f"{plain}; allowing for chance as well, {amount(chances.ratio)}"
    return f"allowing for the time of year and for chance, {with_range(chances.ratio, ratio)}"


def say_shrunk(chances: Chances) -> str:
    """The shrunk size for clinicians; empty where there is none."""
    return "" if chances.ratio is None else f"shrunk rate ratio {fixed(chances.ratio, 2)}"
