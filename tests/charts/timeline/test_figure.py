"""The timeline as a whole, and its lanes, asserted as data."""

from datetime import date, timedelta
from itertools import pairwise

from analysis.charts import Display, plot_timeline
from analysis.charts.timeline.rows import DAY_MS
from analysis.measures.medications import MedicationPeriod
from tests.charts.made import answer, changes_of, made_review, periods_of
from tests.charts.timeline.parts import START, one, traces
from tests.journals import made_up_year, make_journal


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


def test_a_dose_stands_in_the_name_of_a_lane_only_if_it_held_all_along() -> None:
    """Oracle: by hand: the dose before the rise is not known, so that 40 mg names only its own bar."""
    periods = [
        MedicationPeriod("A", "atorvastatin", "statin", None, None, None, date(2025, 1, 31)),
        MedicationPeriod("A", "atorvastatin", "statin", 40.0, "mg", date(2025, 2, 1), None),
    ]
    figure = plot_timeline(made_review(make_journal([0.0] * 90), periods=periods))
    axes = figure.to_dict()["layout"].values()
    assert ["A (atorvastatin)"] in [
        axis["ticktext"] for axis in axes if isinstance(axis, dict) and "ticktext" in axis
    ]
    assert [text.strip("\u00a0") for text in one(figure, "doses").text] == ["", "40 mg"]


def test_blood_tests_outside_their_range_are_filled() -> None:
    """Oracle: by hand: potassium 4.1 and 3.2 with the file's own range of 3.5 to 5.1."""
    tests = one(plot_timeline(made_review(made_up_year())), "blood tests")
    assert list(tests.marker.symbol) == ["diamond-open", "diamond"]
    assert [text.strip("\u00a0") for text in tests.text] == ["K 4.1", "K 3.2"]
    assert "outside the range given" in tests.hovertext[1]
    assert "outside" not in tests.hovertext[0]


def test_on_a_phone_results_stand_over_or_under_marks_without_room_beside_them() -> None:
    """Oracle: by hand: four tests twelve days apart are 8 px apart over a year, and a result takes 31 px."""
    tests = [{"date": 150 + 12 * place, "test": "potassium", "result": 4.1} for place in range(4)]
    figure = plot_timeline(made_review(make_journal([0.0] * 365, measurements=tests)), Display(narrow=True))
    marks = one(figure, "blood tests")
    assert [text.strip("\u00a0") for text in marks.text] == ["K 4.1", "K 4.1", "", "K 4.1"]
    assert list(marks.textposition)[:2] == ["top center", "bottom center"]
    assert marks.textposition[3] == "middle right"
    assert set(one(plot_timeline(made_review(made_up_year())), "blood tests").textposition) == {
        "middle right"
    }


def test_a_result_outside_its_range_stands_to_the_left_where_the_right_has_no_room() -> None:
    """Oracle: by hand: twelve days are 15 px of a year, and a result takes 31; one alone is outside."""
    for result, sides in ((3.2, "middle left"), (4.1, "middle right")):
        tests = [
            {"date": 150, "test": "potassium", "result": result, "low": 3.5, "high": 5.1},
            {"date": 162, "test": "potassium", "result": 4.1, "low": 3.5, "high": 5.1},
        ]
        marks = one(plot_timeline(made_review(make_journal([0.0] * 365, measurements=tests))), "blood tests")
        assert marks.textposition[0] == sides
        assert marks.text[0].strip("\u00a0") == ("K 3.2" if result < 3.5 else "")


def test_a_result_outside_its_range_is_named_before_those_around_it() -> None:
    """Oracle: by hand: 50 days are 64 px and hold one result of about 30 px with its mark, not two."""
    tests = [
        {"date": when, "test": test, "result": result, "low": low, "high": 200.0}
        for when, test, result, low in (
            (90, "sodium", 140, 135.0),
            (140, "potassium", 3.2, 3.5),
            (152, "sodium", 140, 135.0),
        )
    ]
    for shown, named in ((tests, ["", "K 3.2", "Na 140"]), (tests[::2], ["Na 140", "Na 140"])):
        figure = plot_timeline(made_review(make_journal([0.0] * 365, measurements=shown)))
        assert [text.strip("\u00a0") for text in one(figure, "blood tests").text] == named


def test_sessions_stand_as_ticks_on_their_days() -> None:
    """Oracle: by hand: sessions of electroanalgesia on nights 3 and 10."""
    given = [place in (3, 10) for place in range(20)]
    figure = plot_timeline(made_review(make_journal([0.0] * 20, fields={"electroanalgesia": given})))
    ticks = one(figure, "sessions")
    assert list(ticks.x) == ["2025-01-09T12:00", "2025-01-16T12:00"]


def test_everything_shares_one_time_axis() -> None:
    """Oracle: plotly's axis references: one x axis, so zooming one row zooms all."""
    journal = made_up_year()
    figure = plot_timeline(
        made_review(journal, exposures=[answer()], changes=changes_of(journal), periods=periods_of(journal))
    )
    assert {trace.xaxis for trace in figure.data} <= {None, "x"}
    rows = sorted(
        axis["domain"] for key, axis in figure.to_dict()["layout"].items() if key.startswith("yaxis")
    )
    assert len(rows) == 6
    assert all(below[1] <= above[0] for below, above in pairwise(rows))


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


def test_a_finger_scrolls_the_page_on_a_phone() -> None:
    """Oracle: plotly's own switches: no drag mode and a fixed axis leave the touch to the page."""
    review = made_review(make_journal([0.0] * 30))
    assert plot_timeline(review, Display(narrow=True)).layout.dragmode is False
    assert plot_timeline(review, Display(narrow=True)).layout.xaxis.fixedrange is True
    assert plot_timeline(review).layout.dragmode == "zoom"


def test_one_night_stands_in_the_middle_of_four_weeks() -> None:
    """Oracle: by hand: 13 nights before 6 January and 14 after it."""
    figure = plot_timeline(made_review(make_journal([2.0])))
    assert list(figure.layout.xaxis.range) == ["2024-12-24", "2025-01-21"]


def test_many_medicines_have_two_tints_in_turn() -> None:
    """Oracle: five colours for five lanes; for six or more, two, so that a repeated one means nothing."""
    journal = make_journal([0.0] * 60)
    for count, colours in ((5, 5), (10, 2)):
        periods = [MedicationPeriod(f"m{place}", None, None, 1.0, "mg", None, None) for place in range(count)]
        lanes = traces(plot_timeline(made_review(journal, periods=periods)), "doses")
        assert len({lane.marker.color[0] for lane in lanes}) == colours
