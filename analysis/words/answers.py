"""Every question that was asked of a journal with its answer: as a row of numbers, and as a sentence for
paper, which shows no chart beside its numbers.
"""

from analysis.findings import DIRECTIONS, by_evidence
from analysis.measures import Course, ExposureAnswer, MedicationChange, Rate, RateRatio, size_shown
from analysis.review import Review
from analysis.words import ratios
from analysis.words.exposures import label_verdict
from analysis.words.labels import label_change, label_course, label_question
from analysis.words.medications import holds_now
from analysis.words.refusals import not_enough
from analysis.words.rows import Row, chance_cell, ratio_cells, rounded
from analysis.words.speech import Wording, count
from analysis.words.units import GLASS_ML, Volume

Result = ExposureAnswer | MedicationChange | Course


def table_questions(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> list[Row]:
    """Everything together: every question, change and course in the order of evidence, refused ones with
    what is missing."""
    return [_question(name, result, wording) for name, result in asked_of(review, wording, volume, glass_ml)]


def asked_of(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> list[tuple[str, Result]]:
    """Every question, change and course with its label, in the order of evidence: directions first, refusals
    last, and within each by q-value and p-value."""
    asked: list[tuple[str, Result]] = [
        *((label_question(each, wording, volume, glass_ml), each) for each in review.exposures),
        *((label_change(each, wording), each) for each in review.medication_changes),
        *((label_course(each, wording), each) for each in review.courses),
    ]
    return sorted(asked, key=lambda each: _evidence(each[1]))


def _evidence(result: Result) -> tuple[int, float, float]:
    return by_evidence(result.verdict, result.q_value, ratio_of(result).p_value)


def ratio_of(result: Result) -> RateRatio:
    """The ratio that answers a question."""
    if isinstance(result, MedicationChange):
        return result.change_ratio
    return result.ratio if isinstance(result, Course) else result.adjusted


def basis_of(result: Result) -> tuple[int, float]:
    """Nights and cramps that a question rests on."""
    if isinstance(result, MedicationChange):
        return _both(result.after, result.before)
    return _both(result.on, result.off) if isinstance(result, Course) else (result.nights, result.cramps)


def _sized(result: Result, ratio: RateRatio, wording: Wording) -> Row:
    """The ratio as its sentence has it: in everyday wording with one size, clinically with both."""
    shown = size_shown(ratio, result.chances, result.verdict)
    if wording == "everyday":
        return ratio_cells(shown, "Times as many", wording)
    shrunk = None if shown == ratio else rounded(shown.ratio, 2)
    return {"Rate ratio": None, "Shrunk": shrunk} | ratio_cells(ratio, "Rate ratio", wording)


def _both(one: Rate, other: Rate) -> tuple[int, float]:
    return one.nights + other.nights, one.cramps + other.cramps


def _question(name: str, result: Result, wording: Wording) -> Row:
    (nights, cramps), ratio = basis_of(result), ratio_of(result)
    crude = result.crude if isinstance(result, ExposureAnswer) else None
    row: Row = {"Question": name, "Nights": nights, "Cramps": round(cramps)}
    row |= _sized(result, ratio, wording)
    if wording == "clinical":
        row |= {
            "q": chance_cell(result.q_value),
            "Crude rate ratio": None if crude is None else rounded(crude.ratio, 2),
        }
    return row | {"Answer": _answer_cell(result, ratio)}


def _answer_cell(result: Result, ratio: RateRatio) -> str:
    if result.verdict == "not_enough_data":
        return not_enough(result.reason, result.nights_needed)
    return f"{label_verdict(result.verdict, ratio)}{still(result)}"


def still(result: Result) -> str:
    """Whether a direction after a change still holds, at the end of its cell: ``; no longer clear``."""
    if not isinstance(result, MedicationChange) or result.verdict not in DIRECTIONS:
        return ""
    said = holds_now(result.now)
    return f"; {said}" if said else ""


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
    size, bracket, range_ = ratios.everyday(size_shown(ratio, result.chances, result.verdict)).partition(" (")
    if size.endswith(" as many"):  # said once, so that the row stays one line
        range_ = range_.replace(" as many", "")
    return f"{size}{bracket}{range_}{still(result)}"


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
