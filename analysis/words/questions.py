"""The question that stands by itself, in words."""

from analysis.measures import Course, MedicationChange
from analysis.review import Review
from analysis.words.labels import label_change, label_course, label_question
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
        return f"Named question, by its own interval: {label}. All others by q-value."
    return f"The one question by itself: {label}. All others are answered together."


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
