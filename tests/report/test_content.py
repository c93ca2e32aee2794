"""What stands on the page, and what gives way on a full one."""

import re
from datetime import date

from analysis import review, words
from analysis.measures import recent_signs
from analysis.measures.results import Rate
from analysis.measures.spells import SpellRate
from analysis.report import Keep, write_page
from analysis.report.content import medicines_table
from tests.journals import make_journal
from tests.plan.made import by_turns
from tests.report.pages import MADE, even, page_of_the_year, reviewed, sample, text_of


def test_beside_a_quoted_word_of_a_sign_nothing_says_that_none_is_recorded():
    """Oracle: the two sentences, by hand: the one about no sign stands only without a remark on one."""
    for written, says in (("left ankle swollen and red", False), ("late tea", True)):
        found = review(make_journal([0] * 20 + [1], fields={"notes": [written, *[None] * 20]}))
        text = text_of(write_page(found, Keep(made_on=MADE)))
        assert ("No warning sign is recorded." in text) == says
        assert ("“left ankle swollen and red” (a word of swelling)" in text) != says
        assert ("swelling of one leg" in text) == says


def test_what_is_shortened_says_so():
    """Oracle: rows on the sheet and rows that it says are left out add up to all of them."""
    found = reviewed("forty changes")
    text = text_of(write_page(found, Keep(made_on=MADE)))
    [left_out] = re.findall(r"Shortened: (\d+) more entries in the journal", text)
    shown = len(set(re.findall(r"Medicine\w\w 5 mg since \d+ \w+ \d{4}", text)))
    assert shown + int(left_out) == len(found.spells)


def test_a_full_sheet_keeps_what_has_to_be_known():
    """The sample with a plan agreed. Oracle: the question that they came with stands in its table, before
    every other; each medicine that is taken when the journal ends and each sign of the last weeks stands."""
    _, found = sample()
    plan = by_turns(start=date(2025, 9, 3))
    text = text_of(page_of_the_year(plan=plan))
    table = text.partition("Question Nights")[2]
    named = words.label_named(found)
    assert 0 < table.find(named) < 60
    for spell in found.spells:
        if spell.last_night is None:
            assert f"{words.medicine(spell.medication, spell.generic)} {spell.dose:g}" in even(text)
    recent, _ = recent_signs(found.warning_signs, found.journal.nights.index[-1].date())
    for line in words.list_signs(recent, "everyday"):
        assert even(line) in even(text)


def at_rate(per_week: float) -> SpellRate:
    rate = Rate(20, 1.0, per_week, None, None)
    return SpellRate("Medicine", None, None, None, None, None, None, rate, None, None)


def test_a_rate_stands_as_the_text_has_it():
    """Oracle: rounded half up by hand, as the sentences are."""
    assert medicines_table([at_rate(4.55), at_rate(5.249)])[1:] == [
        ["Medicine", "all the time", "20", "4.6"],
        ["Medicine", "all the time", "20", "5.2"],
    ]
