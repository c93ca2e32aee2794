"""The lane of blood tests, asserted as data."""

from analysis.charts import Display, plot_timeline
from tests.charts.made import made_review
from tests.charts.timeline.parts import one
from tests.journals import made_up_year, make_journal


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
