"""Every question with its answer as a sentence: for paper, which shows no chart beside its numbers."""

from analysis.measures import size_shown
from analysis.review import Review
from analysis.words import ratios
from analysis.words.exposures import label_verdict
from analysis.words.refusals import not_enough
from analysis.words.speech import Wording, count
from analysis.words.tables import Result, Row, asked_of, basis_of, ratio_of, still
from analysis.words.units import GLASS_ML, Volume


def table_answers(review: Review, volume: Volume = "mL", glass_ml: float = GLASS_ML) -> list[Row]:
    """Every question in the order of evidence, with its nights and its answer in everyday words: the size
    that a direction has on screen, and the range of every other."""
    return [
        {"Question": name, "Nights": basis_of(result)[0], "Answer": _answer(result)}
        for name, result in asked_of(review, "everyday", volume, glass_ml)
    ]


def _answer(result: Result) -> str:
    ratio = ratio_of(result)
    if result.verdict == "not_enough_data":
        return not_enough(result.reason, result.nights_needed)
    if result.verdict == "no_clear_difference":
        return f"{label_verdict(result.verdict, ratio)} ({ratios.briefly(ratio, clear=False)})"
    return f"{ratios.everyday(size_shown(ratio, result.chances, result.verdict))}{still(result)}"


def say_sizes_drawn(review: Review, wording: Wording = "everyday") -> str:
    """Which size the marks of directions stand at, where it is not the plain one; empty where each is."""
    of = (result for _, result in asked_of(review, wording))
    if not any(size_shown(ratio_of(each), each.chances, each.verdict) != ratio_of(each) for each in of):
        return ""
    if wording == "clinical":
        return "Marks of a clear direction: the shrunk rate ratio, with the 95 % CI of the rate ratio itself."
    return "A mark of a clear direction stands at the size that allows for chance, as the sentences have it."


def say_unclear_without_one(review: Review, wording: Wording = "everyday") -> str:
    """Why a range that leaves out 1 is called no clear difference; empty where none is."""
    of = (result for _, result in asked_of(review, wording))
    if not any(each.verdict == "no_clear_difference" and not ratios.holds_one(ratio_of(each)) for each in of):
        return ""
    asked = count(sum(value is not None for value in review.p_values), "question")
    if wording == "clinical":
        return f"A CI that excludes 1 without a direction: q > 0.025 over the {asked} asked of this journal."
    return (
        "A range that leaves out “as many” (1.00) is still no clear difference where so much can come by "
        f"chance, with {asked} asked of one journal."
    )
