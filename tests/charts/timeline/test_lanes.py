"""The lanes of the timeline: what has one, and how high they stand, asserted as data."""

from datetime import date, timedelta

from analysis.charts import plot_timeline
from analysis.charts.timeline.rows import DAY_MS
from analysis.measures.medications import MedicationPeriod
from tests.charts.made import made_review
from tests.charts.timeline.parts import START, one, traces
from tests.journals import make_journal


def test_medicines_have_a_lane_each_with_their_doses() -> None:
    """Oracle: by hand: furosemide 20 mg from 1 February, 40 mg from 1 March; magnesium until 19 January."""
    journal = make_journal([0.0] * 90)
    periods = [
        MedicationPeriod(
            "Lasix", "furosemide", "loop diuretic", 20.0, "mg", date(2025, 2, 1), date(2025, 2, 28)
        ),
        MedicationPeriod("Lasix", "furosemide", "loop diuretic", 40.0, "mg", date(2025, 3, 1), None),
        MedicationPeriod("magnesium", None, None, 400.0, "mg", None, date(2025, 1, 19)),
    ]
    figure = plot_timeline(made_review(journal, periods=periods))
    axes = [
        axis for axis in figure.to_dict()["layout"].values() if isinstance(axis, dict) and "ticktext" in axis
    ]
    assert ["Magnesium 400 mg", "Lasix (furosemide)"] in [axis["ticktext"] for axis in axes]
    magnesium, furosemide = traces(figure, "doses")
    assert list(magnesium.base) == ["2025-01-06"]
    assert list(magnesium.x) == [14 * DAY_MS]
    assert list(furosemide.base) == ["2025-02-01", "2025-03-01"]
    last = START + timedelta(days=89)
    assert list(furosemide.x) == [28 * DAY_MS, ((last - date(2025, 3, 1)).days + 1) * DAY_MS]
    assert [text.strip("\u00a0") for text in furosemide.text] == ["20 mg", "40 mg"]
    assert len(set(furosemide.marker.color)) == 2
    assert "from before the journal" in magnesium.hovertext[0]


def test_sessions_stand_as_ticks_on_their_days() -> None:
    """Oracle: by hand: sessions of electroanalgesia on nights 3 and 10."""
    given = [place in (3, 10) for place in range(20)]
    figure = plot_timeline(made_review(make_journal([0.0] * 20, fields={"electroanalgesia": given})))
    ticks = one(figure, "sessions")
    assert list(ticks.x) == ["2025-01-09T12:00", "2025-01-16T12:00"]


def test_the_height_grows_with_the_lanes() -> None:
    """Oracle: 25 px for each further lane."""
    journal = make_journal([0.0] * 60)
    heights = []
    for count in (1, 4):
        periods = [
            MedicationPeriod(f"drug {place}", None, None, None, None, None, None) for place in range(count)
        ]
        heights.append(plot_timeline(made_review(journal, periods=periods)).layout.height)
    assert heights[1] - heights[0] == 3 * 25
