"""Letters and rising marks under a count of cramps. Oracle: which answers others than their writer
could read, by hand.
"""

import pytest

from analysis.journal import read_journal
from analysis.journal.cells import circles_that_say_nothing, coded_answers, none_by_marks
from tests.for_each import for_each

UNREAD = None


def ledger(*answers: str) -> list[float | None]:
    rows = "".join(
        f"2025-03-{day:02d},{answer}\n" for day, answer in enumerate(("0", *answers, "0"), start=1)
    )
    counts = read_journal([("log.csv", f"Night of,Leg cramps\n{rows}".encode())]).nights["cramps"].tolist()
    return [None if count != count else count for count in counts[1:-1]]


@for_each(
    ("answers", "counts"),
    [
        (("A", "B", "C", "A"), [UNREAD] * 4),
        (("A", "1", "C", "2"), [UNREAD, 1, UNREAD, 2]),
        (("a", "0", "1"), [UNREAD, 0, 1]),
        (("B", "0", "B"), [UNREAD, 0, UNREAD]),
        (("N", "M", "S"), [UNREAD] * 3),
        (("L", "M", "S"), [UNREAD] * 3),
        (("Y", "N", "M"), [1, 0, UNREAD]),
        (("*", "**", "***"), [UNREAD] * 3),
        (("★", "★★", "1"), [UNREAD, UNREAD, 1]),
        (("O", "x", "O"), [UNREAD, 1, UNREAD]),
    ],
)
def test_a_code_that_is_not_explained_is_asked_about(
    answers: tuple[str, ...], counts: list[float | None]
) -> None:
    assert ledger(*answers) == counts


@for_each(
    ("answers", "counts"),
    [
        (("L", "R", "B"), [1, 1, 1]),
        (("L", "0", "B"), [1, 0, 1]),
        (("G", "D", "0"), [1, 1, 0]),
        (("Y", "N", "Y"), [1, 0, 1]),
        (("J", "N"), [1, 0]),
        (("S", "N"), [1, 0]),
        (("x", "xx", "xxx"), [1, 2, 3]),
        (("|", "||", "|||"), [1, 2, 3]),
        (("I", "II", "III"), [1, 2, 3]),
        (("*", "0", "*"), [1, 0, 1]),
        (("+", "0", "++"), [1, 0, 1]),
        (("★★☆☆☆", "0"), [1, 0]),
    ],
)
def test_sides_answers_ticks_and_tallies_are_read(answers: tuple[str, ...], counts: list[float]) -> None:
    assert ledger(*answers) == counts


def test_a_meaning_that_somebody_gives_is_taken() -> None:
    text = "Night of,Leg cramps\n2025-03-01,A\n2025-03-02,B\n2025-03-03,A\n"
    mapping = {"word:Leg cramps:A": "none", "word:Leg cramps:B": "cramp"}
    journal = read_journal([("log.csv", text.encode())], mapping=mapping)
    assert journal.nights["cramps"].tolist() == [0, 1, 0]


def test_the_codes_are_named_as_they_are_written() -> None:
    assert coded_answers(["A", "B", "1", ""]) == {"A", "B"}
    assert coded_answers(["L", "R", "x"]) == frozenset()


def test_a_minus_is_none_only_beside_a_plus() -> None:
    assert "-" in none_by_marks(["+", "-", ""])
    assert not none_by_marks(["-", ""])
    assert not none_by_marks(["+", "-", "2"])


def test_a_cross_is_none_only_beside_a_circle() -> None:
    assert "×" in none_by_marks(["○", "×", "2回"])
    assert "x" not in none_by_marks(["○", "x"])
    assert not none_by_marks(["×", "2"])


@pytest.mark.parametrize(
    ("texts", "unread"),
    [
        (["○", "●"], "○"),  # an open one may be the none of a filled one
        (["○", ""], "○"),
        (["○", "2", "0"], "○"),
        (["○", "x"], "○x"),  # a letter is a tick as often as a cross
        (["○", "×", "x"], "x"),
        (["○", "×"], ""),
        (["●", "x", "✓"], ""),
    ],
)
def test_a_circle_is_an_answer_only_beside_a_cross(texts: list[str], unread: str) -> None:
    """Oracle: by hand, from what each mark can mean."""
    assert circles_that_say_nothing(texts).intersection(texts) == set(unread)


def test_open_circles_beside_filled_ones_are_asked_about() -> None:
    """Oracle: the filled ones are the two cramps; of the open ones nobody can say."""
    text = "Date,Leg cramps\n2025-03-01,●\n2025-03-02,○\n2025-03-03,●\n"
    journal = read_journal([("diary.csv", text.encode())])
    assert journal.nights["logged"].tolist() == [True, False, True]
    assert journal.nights["cramps"].sum() == 2


@pytest.mark.parametrize(
    ("marks", "said"),
    [("+-", "beside a plus a minus was read as none"), ("○×", "beside a circle a cross was read as none")],
)
def test_the_receipt_names_the_marks_of_its_column_and_no_others(marks: str, said: str) -> None:
    text = f"Date,Leg cramps\n2025-03-01,{marks[0]}\n2025-03-02,{marks[1]}\n"
    problems = read_journal([("diary.csv", text.encode())]).receipts[0].problems
    assert said in {problem.problem for problem in problems}


@pytest.mark.parametrize("texts", [["–", "––", "2"], ["✓", "✓✓", "2"], ["無", "2", "0"], ["右", "左", "0"]])
def test_dashes_ticks_and_words_of_one_sign_are_no_code(texts: list[str]) -> None:
    assert not coded_answers(texts)
