"""Whether an answer says that there was no cramp. Oracle: each answer as anybody reads it, by hand: a cramp
that is told of beside a bad night is a cramp, and so its cell is never none.
"""

import pytest

from analysis.journal import read_journal
from analysis.journal.cells import cramps_in_cell, plain, says_none
from analysis.journal.exports.cramps_in_lines import cramps_of
from tests.for_each import for_each

SOMETHING_ELSE_IS_MISSING = [
    "cramp, no sleep", "cramp no sleep", "leg cramps again, no sleep", "no good night, cramps",
    "cramp (no sleep)", "cramp - not a good night", "didn't sleep, cramps", "cramp, not again",
    "nicht geschlafen, Krampf", "Krampf, nicht geschlafen", "crampes, pas dormi", "crampes, pas bien dormi",
    "crampi, non ho dormito", "calambre, no he dormido", "kramp, niet geslapen", "kramper, ikke sov",
    "skurcz, nie spałem", "cramp, no leg cramps",
]  # fmt: skip
NONE = [
    "no cramps", "no leg cramps", "no cramp at all last night", "crampes: aucune", "ingen kramper",
    "cramps - none", "cramps none again", "no cramps, slept well", "slept well, no cramps",
    "keine Krämpfe gut geschlafen", "kramp yok, iyi uyudum", "kramp yok iyi uyudum", "судорог не было",
    "судорог не было, спал хорошо", "je n'ai pas eu de crampe", "legs did not cramp at all",
    "no sleep, no cramps", "cramps: no, no cramps",
]  # fmt: skip


@for_each("text", SOMETHING_ELSE_IS_MISSING)
def test_a_cramp_beside_something_else_that_was_missing_is_never_none(text: str) -> None:
    assert not says_none(plain(text))
    assert cramps_in_cell(text).value is None
    assert cramps_of(plain(text)) is None


@for_each("text", NONE)
def test_none_of_the_cramps_is_none(text: str) -> None:
    assert cramps_in_cell(text).value == 0


@pytest.mark.parametrize("text", ["pas dormi", "ikke sov", "nicht geschlafen", "not good again", "no sleep"])
def test_a_night_without_sleep_says_nothing_of_cramps(text: str) -> None:
    assert cramps_in_cell(text).value is None


@pytest.mark.parametrize("text", ["none slept well", "none, slept well", "nothing to report", "none again"])
def test_none_alone_is_that_of_the_cramps(text: str) -> None:
    assert cramps_in_cell(text).value == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "diary.csv",
            'Night of,Leg cramps\n2026-09-01,"cramp, no sleep"\n2026-09-02,no cramps\n2026-09-03,2\n',
        ),
        ("notes.txt", "2026-09-01 cramp no sleep\n2026-09-02 no cramps\n2026-09-03 2 leg cramps\n"),
    ],
)
def test_the_night_of_such_a_cell_or_line_is_open_and_asked_about(name: str, content: str) -> None:
    journal = read_journal([(name, content.encode())])
    assert journal.nights["cramps"].dropna().tolist() == [0, 2]
    assert any("no sleep" in (problem.cell or "") for problem in journal.receipts[0].problems)
