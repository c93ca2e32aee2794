"""What a fault of the program has cost of a review."""

from analysis.review import Review, questions
from analysis.words.speech import day


def say_lost(review: Review) -> list[str]:
    """A sentence for each question whose answer a fault has cost, with the kind and place of the fault."""
    if not review.lost:
        return []
    labels = questions(review.journal, day)
    return [
        f"The question “{labels.get(lost.key, lost.key)}” could not be worked out: a fault in the program "
        f"({lost.place}). It counts as asked, and the others stand."
        for lost in review.lost
    ]
