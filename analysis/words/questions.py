"""The question that stands by itself, in words."""

from analysis.measures import Course, ExposureAnswer, MedicationChange
from analysis.review import Review
from analysis.words.exposures import exposure_sentence
from analysis.words.labels import label_change, label_course, label_question
from analysis.words.medications import change_sentence, course_sentence, same_night
from analysis.words.speech import Wording
from analysis.words.units import GLASS_ML, Volume


def say_named_question(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """Which question is answered by its own range alone; empty where none is."""
    label = label_named(review, wording, volume, glass_ml)
    if not label:
        return ""
    if wording == "clinical":
        return f"Named question, judged by its own p: {label}. All others by q-value."
    return f"Judged by itself: {label}. All others are judged together, more strictly."


def say_named_answer(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """The answer to the question that stands by itself, as its whole sentence; empty where none does."""
    named = review.named
    return "" if named is None else say_result(named, review, wording, volume, glass_ml)


def say_result(
    result: MedicationChange | Course | ExposureAnswer,
    review: Review,
    wording: Wording = "everyday",
    volume: Volume = "mL",
    glass_ml: float = GLASS_ML,
) -> str:
    """One result of a review as its whole sentence; changes of the same night are named with it."""
    if isinstance(result, MedicationChange):
        return change_sentence(result, wording, same_night(result, review.medication_changes)).text
    if isinstance(result, Course):
        return course_sentence(result, wording).text
    return exposure_sentence(result, wording, volume, glass_ml).text


def label_named(
    review: Review, wording: Wording = "everyday", volume: Volume = "mL", glass_ml: float = GLASS_ML
) -> str:
    """The question that stands by itself, as it is called in every table; empty where none does."""
    named = review.named
    if named is None:
        return ""
    if isinstance(named, MedicationChange):
        return label_change(named, wording)
    if isinstance(named, Course):
        return label_course(named, wording)
    return label_question(named, wording, volume, glass_ml)
