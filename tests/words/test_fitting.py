"""Lines of few words. Oracle: words counted by hand."""

from analysis.words.fitting import first_that_fits, listed, shortened


def test_names_give_way_first() -> None:
    """Oracle: by hand."""
    assert shortened("one two three four") == "one two three…"
    assert shortened("one two") == "one two"
    assert shortened("nights on and off atorvastatin, magnesium and quinine", 8) == (
        "nights on and off atorvastatin…"  # 40 letters end within a word
    )
    assert shortened("a" * 50) == "a" * 40 + "…"
    assert listed(["fluid", "activity", "tea"], 4) == "fluid, activity and tea"
    assert listed(["fluid", "activity above the usual", "tea"], 4) == "fluid and 2 others"


def test_the_fullest_form_that_fits_is_said() -> None:
    """By hand: of two leads the fuller one with the fuller rest; with six words only the barer rest goes."""
    leads, rests = ["Magnesium citrate started:", "Magnesium:"], ["10 a week before, 6 after.", "6 after."]
    fitted = {most: first_that_fits(leads, rests, "medication", most=most).text for most in (20, 8, 7, 5, 3)}
    assert fitted == {
        20: "Magnesium citrate started: 10 a week before, 6 after.",
        8: "Magnesium: 10 a week before, 6 after.",
        7: "Magnesium: 10 a week before, 6 after.",
        5: "Magnesium citrate started: 6 after.",
        3: "Magnesium: 6 after.",
    }


def test_where_no_form_fits_the_bare_lead_stands_with_the_last_rest() -> None:
    """By hand: nothing goes into one word, and nothing is left out for that."""
    found = first_that_fits(["Magnesium citrate started:"], ["6 after."], "medication", "One change:", most=1)
    assert (found.lead, found.rest, found.anchor) == ("One change:", "6 after.", "medication")
