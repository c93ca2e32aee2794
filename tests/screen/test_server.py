"""Faults on screen and in the log: their kind and place, and no word of the data."""

import logging
from collections.abc import Iterator

import pytest
import streamlit as st

from analysis.screen.server import guard, guarded, log_without_words, not_taken

SECRET = "3 March: slept at Anna's"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    sentences: list[str] = []
    monkeypatch.setattr(st, "error", sentences.append)
    return sentences


@pytest.fixture
def records() -> Iterator[list[logging.LogRecord]]:
    """What is logged of faults while the log is without words."""
    kept: list[logging.LogRecord] = []
    handler, before = logging.Handler(), logging.getLogRecordFactory()
    handler.emit = kept.append  # type: ignore[method-assign]
    log = logging.getLogger("cramp_journal.faults")
    log.addHandler(handler)
    log_without_words()
    yield kept
    logging.setLogRecordFactory(before)
    log.removeHandler(handler)


def test_a_part_that_fails_is_one_sentence_and_what_follows_is_shown(
    told: list[str], records: list[logging.LogRecord]
) -> None:
    @guarded
    def warning_signs_part(shown: list[str]) -> None:
        shown.append("begun")
        raise ValueError(SECRET)

    shown: list[str] = []
    warning_signs_part(shown)
    assert shown == ["begun"]
    [sentence] = told
    assert sentence.startswith(
        "The part “warning signs” cannot be shown: a fault in the program (ValueError in "
    )
    assert "Nothing was saved or sent" in sentence
    [record] = records
    assert record.getMessage().startswith("A fault: ValueError in ")
    assert record.exc_info is None
    assert SECRET not in sentence + record.getMessage()


def test_a_part_has_the_name_of_what_it_shows(told: list[str], records: list[logging.LogRecord]) -> None:
    for name in ("journal_tab", "typed_part", "summary"):

        def part() -> None:
            raise KeyError(SECRET)

        part.__name__ = name
        guarded(part)()
    assert [sentence.split("”")[0] for sentence in told] == [
        "The part “journal", "The part “typed", "The part “summary",
    ]  # fmt: skip
    assert len(records) == 3


def test_what_ends_the_program_is_no_fault(told: list[str]) -> None:
    with pytest.raises(KeyboardInterrupt), guard("summary"):
        raise KeyboardInterrupt
    assert told == []


def test_what_is_logged_without_a_fault_keeps_its_words(records: list[logging.LogRecord]) -> None:
    logging.getLogger("cramp_journal.faults").warning("%d workers", 2)
    assert [record.getMessage() for record in records] == ["2 workers"]


def test_a_click_that_could_not_be_taken_is_said_so(told: list[str]) -> None:
    not_taken(ValueError(SECRET))
    [sentence] = told
    assert sentence.startswith("What was just chosen could not be taken: a fault in the program (ValueError")
    assert SECRET not in sentence
