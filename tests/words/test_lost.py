"""What a fault has cost, in words. Oracle: the sentence by hand."""

from dataclasses import replace

from analysis import words
from analysis.faults import LostAnswer
from tests.report.pages import review_of_the_year


def test_a_lost_answer_is_said_by_its_question_and_the_place_of_the_fault() -> None:
    found = review_of_the_year()
    assert words.say_lost(found) == []
    left = replace(found, lost=(LostAnswer("exposure:hydration", "ValueError in levels.py, line 7"),))
    assert words.say_lost(left) == [
        "The question “Fluid” could not be worked out: a fault in the program (ValueError in levels.py, "
        "line 7). It counts as asked, and the others stand."
    ]
    assert words.say_lost(left)[0] in words.text_review(left)
    assert words.say_all_questions(left).startswith(f"{len(words.table_questions(found)) + 1} questions")
