"""The timeline of the page: what is drawn, and what is said of it."""

import re

import pandas as pd
import pytest

from analysis import read_journal, review
from analysis.measures import treatment_sessions
from analysis.report import Keep, write_page
from analysis.report.timeline import timeline
from tests.journal_files import cramp_log_only
from tests.journals import make_journal
from tests.report.pages import MADE, letters_of, page_of_the_year, sample, structure_of, text_of

DAY = "Night of,Cramps,Notes\n"
DOSES = "Date,Medicine,Dose\n"


def test_what_is_taken_now_and_then_and_blood_tests_are_on_the_timeline():
    """Oracle: the names and results as written in the files, in the letters of the drawing and in its
    alternative text."""
    nights = pd.date_range("2025-03-01", periods=60)
    diary = DAY + "".join(f"{night:%Y-%m-%d},{at % 2},\n" for at, night in enumerate(nights))
    doses = DOSES + "".join(f"{night:%Y-%m-%d},Paracetamol,500 mg\n" for night in nights[10::12])
    tests = (
        "date,test,result,unit,low,high\n2025-03-20,potassium,3.1,mmol/L,3.5,5.1\n"
        "2025-04-20,sodium,140,mmol/L,135,145\n"
    )
    files = [("d.csv", diary.encode()), ("doses.csv", doses.encode()), ("blood.csv", tests.encode())]
    found = review(read_journal(files, today=MADE))
    assert len(found.journal.intakes) == 5
    drawn, said = timeline(found, Keep())
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
    assert {"paracetamol", "Blood tests", "K 3.1", "Na 140"} <= {*texts, *map(str.lower, texts)}
    assert "5 single intakes" in said
    page = write_page(found, Keep(made_on=MADE))
    assert said in [alt for kind, alt in structure_of(page) if kind == "Figure"]


def test_sessions_and_events_are_on_the_timeline():
    """Oracle: what the sample says: ten sessions, a cold and a holiday."""
    _, found = sample()
    drawn, said = timeline(found, Keep())
    assert {"Electroanalgesia", "Events", "a cold", "holiday by the sea"} <= set(letters_of(drawn))
    assert f"Electroanalgesia, {len(treatment_sessions(found.journal)['electroanalgesia'])} sessions" in said
    assert "Events" in said


@pytest.mark.parametrize("wording", ["everyday", "clinical"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_fluid_and_activity_give_way_only_where_much_does(paper, wording):
    """Oracle: the sample has eight lanes, and its page on A4 the curves beneath them; on the shorter sheet
    every warning sign still stands."""
    page = page_of_the_year(paper=paper, wording=wording)
    [said] = [alt for kind, alt in structure_of(page) if kind == "Figure"]
    if paper == "a4" and wording == "everyday":
        assert "beneath: Fluid and Activity" in said
    assert "Longer ago:" in text_of(page)


def test_the_key_names_what_is_drawn_and_nothing_else():
    """Oracle: by hand: a week of two logged nights is hollow and does not set the axis; short gaps are not
    hatched; a log of cramps has nights without an entry."""
    drawn, _ = timeline(review(make_journal([0, 1] * 21)), Keep())
    assert not {"under 4 logged", "not logged", "no entry"} & set(letters_of(drawn))
    weeks = [0, 1, 0, 0, 1, 0, 0] * 4
    counts = [*weeks, 9, None, None, None, None, None, 9, *weeks]
    drawn, _ = timeline(review(make_journal(counts, start="2025-01-06")), Keep())
    texts = letters_of(drawn)
    assert "under 4 logged" in texts
    assert "not logged" not in texts
    assert max(float(text) for text in texts if text.replace(".", "").isdigit()) < 20
    drawn, _ = timeline(review(read_journal(cramp_log_only())), Keep())
    assert "no entry" in letters_of(drawn)


def test_what_is_known_of_few_days_is_no_curve():
    """Oracle: fluid known on one night in seven has no mean of seven days."""
    fluid = [1500.0 if place % 7 == 0 else None for place in range(84)]
    _, said = timeline(review(make_journal([0, 1] * 42, fields={"hydration": fluid})), Keep())
    assert "beneath" not in said


def test_the_drawing_follows_the_unit_of_the_reader():
    """Oracle: the sample's fluid in fluid ounces is 1000 / 29.57 times that in litres."""
    _, found = sample()
    tops = {}
    for volume in ("mL", "fl oz"):
        drawn, _ = timeline(found, Keep(volume=volume))
        texts = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
        tops[volume] = float(texts[texts.index(f"Fluid, {'L' if volume == 'mL' else volume}") + 2])
    assert tops == {"mL": 4, "fl oz": 100}
