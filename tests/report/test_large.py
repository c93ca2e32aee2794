"""The page in large type. Oracle: the sizes of the letters as pypdf reads them, and the sentences of the
screen."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from analysis import words
from analysis.report import Keep, write_large
from tests.report.pages import reviewed, sample

MADE = date(2025, 9, 2)
LEAST = 14  # pt


def sizes(sheets: bytes) -> set[float]:
    """The size [pt] of every piece of text."""
    found: set[float] = set()

    def seen(text: str, transform: list[float], matrix: list[float], font: object, size: float) -> None:
        if text.strip():
            found.add(round(abs(size * matrix[3] * transform[3]), 1))

    for sheet in PdfReader(io.BytesIO(sheets)).pages:
        sheet.extract_text(visitor_text=seen)
    return found


def text_of(sheets: bytes) -> str:
    pages = PdfReader(io.BytesIO(sheets)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def unspaced(text: str) -> str:
    return "".join(text.split())


def test_no_letter_is_small() -> None:
    said = sizes(write_large(sample()[1], Keep(made_on=MADE)))
    assert said
    assert min(said) >= LEAST


def test_it_says_what_the_screen_says_of_the_one_question() -> None:
    found = sample()[1]
    said = unspaced(text_of(write_large(found, Keep(made_on=MADE))))
    answer = words.say_named_answer(found)
    assert answer.startswith("After magnesium citrate 300 mg was started")
    for sentence in (answer, words.say_better(found).text, words.say_guidance(found.warning_signs)):
        assert unspaced(sentence) in said
    assert "furosemide" not in said.lower()  # another question
    assert unspaced(words.say_disclaimer()) in said


def test_it_holds_no_journal_and_says_so() -> None:
    sheets = write_large(sample()[1], Keep(made_on=MADE, data_inside=True))
    assert not PdfReader(io.BytesIO(sheets)).attachments
    assert unspaced(words.say_inside(data_inside=False)) in unspaced(text_of(sheets))


@pytest.mark.parametrize("name", ["one night", "no cramps", "nothing logged", "long names"])
def test_every_journal_goes_on_two_sheets_at_most(name: str) -> None:
    assert len(PdfReader(io.BytesIO(write_large(reviewed(name), Keep(made_on=MADE)))).pages) <= 2
