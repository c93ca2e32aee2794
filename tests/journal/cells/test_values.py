"""One cell -> one value. Oracle: what a person means by the words, each stated here beside the text."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.journal import cells
from analysis.journal.cells import (
    Cell,
    read_amount,
    read_clock,
    read_count,
    read_duration,
    read_level,
    read_muscle,
    read_number,
    read_scale,
    read_side,
    read_words,
    read_yes_no,
)
from tests.clock import assert_within
from tests.for_each import for_each

READERS: list[Callable[[str], Cell]] = [
    read_count,
    read_number,
    read_clock,
    read_duration,
    read_scale,
    read_yes_no,
    read_side,
    read_muscle,
    read_level,
    lambda text: read_amount(text, "mL"),
    lambda text: read_words(text, "symptoms"),
    lambda text: read_words(text, "relief"),
]


@for_each("read", READERS)
@for_each("text", ["", "   ", "-", "–", "n/a", "NaN", "null", "\u00a0", "keine Angabe"])
def test_blank_is_blank_for_every_reader(read: Callable[[str], Cell], text: str) -> None:
    assert read(text) == Cell(None)


@for_each("read", READERS)
@for_each("text", ["?", "don't know", "forgot", "weiß nicht", "#VALUE!", "#REF!", "########"])
def test_what_is_not_known_is_set_aside_and_said(read: Callable[[str], Cell], text: str) -> None:
    cell = read(text)
    assert cell.value is None
    assert cell.problem


@pytest.mark.parametrize("read", READERS)
@given(text=st.text(max_size=60))
def test_any_text_gives_a_cell_whose_problem_does_not_repeat_it(
    read: Callable[[str], Cell], text: str
) -> None:
    cell = read(text)
    assert not (cell.value is None and cell.repaired)
    assert cell.repaired == (cell.value is not None and cell.problem is not None)
    # A text that stands in the fixed words of the reader says nothing of the journal.
    of_another = read("a quite different text")
    fixed = f"{of_another.problem} {of_another.hint}"
    if cell.problem and len(text.strip()) > 12 and text.strip() not in fixed:
        assert text.strip() not in cell.problem + cell.hint


HOSTILE = [
    "1" * 100_000,
    "a" * 100_000,
    "1, " * 33_000,
    "no " * 33_000,
    "12:30 " * 16_000,
    "é" * 100_000,
    "((((" * 25_000,
    "and " * 25_000,
    "\n" * 100_000,
    "1-" * 50_000,
    "\u0301" * 100_000,
    "ﷺ" * 100_000,
    "x" * 99_999 + "!",
]


@for_each("read", READERS)
@for_each("text", HOSTILE)
def test_hostile_cells_take_no_time(read: Callable[[str], Cell], text: str) -> None:
    for cell in (text, text[:200]):
        assert_within(0.05, partial(read, cell))


def test_the_readers_keep_nothing_of_a_cell() -> None:
    """No cache by text in any of the cell readers: what a patient wrote must not outlive the reading."""
    for name in cells.__all__:
        if name not in {"pattern_of", "vocabulary", "words_of"}:  # by a kind of the vocabulary, never a cell
            assert not hasattr(getattr(cells, name), "cache_info"), name
