"""The review as plain lines.

Oracle: each sentence written by hand beside the result that it says.
"""

from analysis import words
from tests.words import results


def test_the_text_says_every_direction_and_every_sign() -> None:
    text = "\n".join(words.text_review(results.review()))
    for said in (
        "After magnesium 400 mg was started",
        "Nights after drinking more",
        "Nights on Lasix (furosemide)",
    ):
        assert said in text
    assert "Worth raising with the doctor: swelling of one leg (left) on 2 nights" in text
    assert "NHS, “Leg cramps”" in text
