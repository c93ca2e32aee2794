"""The review as plain lines.

Oracle: each sentence written by hand beside the result that it says.
"""

from analysis import read_journal, review, words
from tests.journals import make_journal
from tests.words import results


def test_the_text_says_every_direction_and_every_sign() -> None:
    text = "\n".join(words.text_review(results.review()))
    for said in (
        "After magnesium 400 mg was started",
        "Nights after drinking more fluid",
        "Nights on Lasix (furosemide)",
    ):
        assert said in text
    assert (
        "Worth raising with the doctor: swelling of one leg (left) on 2 of 150 nights with an answer" in text
    )
    assert "NHS, “Leg cramps”" in text


def test_what_is_not_recorded_of_the_cramps_is_one_line() -> None:
    """Oracle: by hand: what an unused column could hold is not called unrecorded, and a journal without a
    cramp lacks nothing of them."""
    nights = "\n".join(f"2025-03-{day:02},{day % 2},x" for day in range(1, 30))

    def lines(heading: str) -> list[str]:
        file = ("diary.csv", f"Night of,Cramps,{heading}\n{nights}".encode())
        return [line for line in words.text_review(review(read_journal([file]))) if "pain" in line]

    assert lines("Notes") == [
        "Not recorded in this journal: pain, length of a cramp and hour of the night. A column "
        "in the diary would hold each."
    ]
    assert lines("Ziehen") == [
        "Not found in what was read: pain, length of a cramp and hour of the night. Part of the files is not "
        "used and could hold it."
    ]
    never = words.text_review(review(make_journal([0.0] * 40)))
    assert not [line for line in never if "pain" in line or "lasted" in line]


def test_what_is_assumed_of_nights_is_said_once_for_all_lines_of_how_often() -> None:
    """Oracle: by hand: a list of cramps over 26 weeks, one line of the text says what is assumed."""
    rows = "".join(f"2025-{1 + place // 4:02d}-{1 + 7 * (place % 4):02d} 03:10\n" for place in range(24))
    found = review(read_journal([("log.csv", f"Date and time of cramp\n{rows}".encode())]))
    lines = words.text_review(found)
    assert [line for line in lines if "counted as" in line] == [words.say_assumption(found.journal)]
    nights = found.frequency.overall.nights
    assert any(line.startswith(f"24 cramps in {nights} nights: ") for line in lines)
