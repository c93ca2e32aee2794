"""The lanes of the page's timeline."""

from datetime import date

import pandas as pd

from analysis import read_journal, review
from analysis.report import Keep
from analysis.report.lanes import lanes_of
from analysis.report.timeline import timeline
from tests.report.pages import letters_of, reviewed

MADE = date(2025, 9, 2)
DAY = "Night of,Cramps,Notes\n"


def test_a_pause_is_a_dotted_line_and_a_stop_is_none():
    """Oracle: the dates of the list: one pause that is ended, one that goes on, and one stop."""
    nights = pd.date_range("2025-03-01", periods=60)
    diary = DAY + "".join(f"{night:%Y-%m-%d},{at % 2},\n" for at, night in enumerate(nights))
    listed = (
        "Date,Medication,Change,Dose\n2025-03-05,Lasix,start,40 mg\n2025-03-20,Lasix,pause,\n"
        "2025-03-30,Lasix,resume,40 mg\n2025-04-10,Lasix,pause,\n2025-03-05,Ramipril,start,5 mg\n"
        "2025-04-10,Ramipril,stop,\n"
    )
    found = review(read_journal([("d.csv", diary.encode()), ("list.csv", listed.encode())], today=MADE))
    lanes = {lane.name: lane.pauses for lane in lanes_of(found, nights[0].date(), nights[-1].date(), 6)}
    assert lanes["ramipril"] == ()
    assert lanes["Lasix (furosemide)"] == (
        (date(2025, 3, 20), date(2025, 3, 30)),
        (date(2025, 4, 10), date(2025, 4, 29)),
    )
    drawn, _ = timeline(found, Keep())
    assert drawn.count('stroke-dasharray="2 2"') == 2


def test_medicines_without_a_lane_are_counted():
    """Oracle: forty medicines, six lanes."""
    drawn, _ = timeline(reviewed("forty changes"), Keep(), most_lanes=6)
    assert "34 more medicines" in letters_of(drawn)
