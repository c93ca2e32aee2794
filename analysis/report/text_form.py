"""The text for the record: plain lines to paste."""

from analysis import words
from analysis.report.options import Keep
from analysis.review import Review


def write_text(review: Review, keep: Keep | None = None) -> str:
    """The review and the plan that leaves with the patient as at most 25 plain lines."""
    keep = keep or Keep()
    plan = keep.plan_to_keep(review)
    return "\n".join(words.text_review(review, keep.wording, keep.volume, keep.glass_ml, plan))
