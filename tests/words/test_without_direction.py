"""What shows no clear difference, named together. Oracle: by hand."""

from analysis import words
from analysis.findings import Finding, Item
from analysis.words.without_direction import brief_no_clear_difference
from tests.words import results


def test_what_cannot_be_told_stands_apart_from_what_is_well_answered() -> None:
    """Oracle: 0.85 to 1.40 tells something, 0.1 to 4 does not; by hand."""
    well, wide = results.ratio(1.08, 0.85, 1.4, 0.5), results.ratio(0.8, 0.1, 4.0, 0.7)
    nothing = {"verdict": "no_clear_difference"}
    answers = (results.answer(adjusted=well, **nothing),)
    changes = (results.change(change_ratio=wide, **nothing),)
    items = (Item("exposure", 0, "hydration"), Item("medication_change", 0, "0"))
    review = results.review(
        exposures=answers, medication_changes=changes, courses=(),
        findings=(Finding("no_clear_difference", items, "no_clear_difference", None),),
    )  # fmt: skip
    [line] = words.say_findings(review)
    assert line.text == (
        "Fluid: no clear difference (15 % fewer to 40 % more); the start of magnesium: cannot tell."
    )
    said = words.say_no_clear_difference(review)
    assert said is not None
    assert said.text.startswith(
        "No clear difference: fluid (15 % fewer to 40 % more for each extra half litre; "
    )
    assert "One cannot tell: the start of magnesium (" in said.text


def test_many_treatments_are_a_number_and_no_name_is_cut() -> None:
    """Oracle: by hand: four names do not go into six words, one does."""
    null = {"verdict": "no_clear_difference", "ratio": results.ratio(1.0, 0.5, 2.0, 0.9)}
    names = ("atorvastatin", "magnesium", "salmeterol", "quinine")
    for many, said in ((4, "Nights on and off 4 treatments:"), (1, "Nights on and off atorvastatin:")):
        courses = tuple(results.course(medication=name, generic=None, **null) for name in names[:many])
        review = results.review(exposures=(), medication_changes=(), courses=courses)
        line = brief_no_clear_difference(review, "everyday", ())
        assert line is not None
        assert line.lead == said
