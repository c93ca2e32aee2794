"""Warning signs in words.

Oracle: each sentence written by hand beside the result that it says.
"""

from datetime import date

from analysis import words
from analysis.journal.remarks import Remark
from analysis.measures.warning_signs import WarningSign
from tests.words import results


def test_a_warning_sign_has_its_nights_and_guidance_with_its_source() -> None:
    one_sided, sleep, blood = words.say_warning_signs(results.signs())
    assert (
        one_sided.lead == "Swelling of one leg (left) on 2 of 150 nights with an answer, 3 and 4 August 2025."
    )
    assert one_sided.source == "NHS, “DVT (deep vein thrombosis)”"
    assert sleep.lead == (
        "Broken sleep with tiredness the day after on 11 of 150 nights with an answer, between 3 March and "
        "12 "
        "May 2025."
    )
    assert blood.lead == "Potassium 3.3 mmol/L on 17 April 2025, outside the range 3.5 to 5.3 mmol/L."
    every = [
        WarningSign(name, "recorded", (date(2025, 5, 3),), 9)
        for name in (
            "ongoing",
            "severe_pain",
            "weakness",
            "swelling",
            "swelling_one_sided",
            "redness",
            "numbness",
            "sleep_and_fatigue",
            "long_cramp",
        )
    ]
    for sentence in words.say_warning_signs(every):  # type: ignore[arg-type]
        assert sentence.lead.endswith(
            (" on 1 of 9 nights with an answer, 3 May 2025.", " on 1 night, 3 May 2025.")
        )
        assert sentence.rest.startswith("Public guidance: ")
        assert sentence.source


def test_what_is_worth_raising_is_counted_once() -> None:
    """By hand: two signs, and one remark with words of two others; a remark of another night is another."""
    signs = [WarningSign(name, "recorded", (date(2025, 5, 3),), 9) for name in ("weakness", "numbness")]
    said = [Remark(about, date(2025, 5, 4), "calf red and swollen") for about in ("swelling", "redness")]
    lacking = WarningSign("long_cramp", "not_recorded", (), 9)
    assert words.label_raised([*signs, lacking], said) == "3 things worth raising"
    assert words.label_raised([], [Remark("swelling", date(2025, 5, 5), said[0].text), *said]).startswith(
        "2 "
    )
    assert words.label_raised(signs[:1], []) == "1 thing worth raising"
    assert words.label_raised([lacking], []) == ""


def test_all_signs_together_are_one_sentence() -> None:
    together = words.say_signs_together(results.signs())
    assert together is not None
    assert together.text == (
        "Worth raising with the doctor: swelling of one leg (left) on 2 of 150 nights with an answer, 3 "
        "and 4 August 2025; potassium 3.3 mmol/L on 17 April 2025, outside the range 3.5 to 5.3 "
        "mmol/L; broken sleep with "
        "tiredness the day after on 11 of 150 nights with an answer, between 3 March and 12 May "
        "2025."  # the most urgent first
    )
    assert words.say_signs_together(()) is None


def test_the_name_of_a_blood_test_is_kept_as_written() -> None:
    sign = WarningSign(
        "blood_test_outside_range", "recorded", (date(2025, 5, 3),), 1, (("test", "TSH"), ("result", 9.1))
    )
    together = words.say_signs_together((sign,))
    assert together is not None
    assert together.rest == "TSH 9.1 on 3 May 2025, outside its range."


def test_what_is_not_recorded_is_never_said_to_be_absent() -> None:
    assert words.say_not_recorded(results.signs()) == (
        "Not recorded: redness of the skin or weakness of the leg or foot. That does not mean that it was "
        "not there."
    )
    assert words.say_not_recorded(()) == ""


def test_a_sign_that_a_remark_holds_a_word_of_is_nowhere_called_not_recorded() -> None:
    """Oracle: by hand: of two signs that no column records, a remark of one night holds a word of one."""
    signs = (
        WarningSign("redness", "not_recorded", (), 0, remark_nights=(date(2025, 5, 3), date(2025, 6, 1))),
        WarningSign("weakness", "not_recorded", (), 40),
    )
    assert words.say_not_recorded(signs) == (
        "Not recorded: weakness of the leg or foot. That does not mean that it was not there."
    )
    assert words.say_not_recorded(signs[:1]) == ""
    redness, weakness = words.table_warning_signs(signs)
    assert (redness["Status"], redness["Remarks with a word of it"]) == (
        "a remark holds a word of it",
        "3 May 2025; 1 June 2025",
    )
    assert (weakness["Status"], weakness["Remarks with a word of it"]) == ("not recorded", None)


def test_a_sign_that_is_not_recorded_has_no_number_of_nights() -> None:
    rows = words.table_warning_signs(results.signs())
    assert [(row["Sign"], row["Nights"], row["Status"]) for row in rows][2:4] == [
        ("A blood test outside its range", 1, "recorded"),
        ("Redness of the skin", None, "not recorded"),
    ]


def test_a_result_that_came_back_within_its_range_says_so() -> None:
    detail = (("test", "potassium"), ("result", 3.1), ("unit", "mmol/L"), ("low", 3.5), ("last", 4.0))
    sign = WarningSign("blood_test_outside_range", "recorded", (date(2025, 5, 3),), 2, detail)
    said = "otassium 3.1 mmol/L on 3 May 2025, below the limit of 3.5 mmol/L (latest result 4 mmol/L)."
    [whole] = words.say_warning_signs((sign,))
    assert whole.lead == f"P{said}"
    together = words.say_signs_together((sign,))
    assert together is not None
    assert together.rest == f"p{said}"


def test_for_a_glance_each_sign_has_its_dates_or_their_number() -> None:
    """Oracle: by hand: few nights by their dates, many by their number, of those on which it was asked."""
    together = words.say_signs_briefly(results.signs())
    assert together is not None
    assert together.text == (
        "Worth raising with the doctor: swelling of one leg (left; 3 and 4 August 2025); potassium 3.3 "
        "mmol/L on 17 April 2025, outside the range 3.5 to 5.3 mmol/L; broken sleep with tiredness (11 "
        "of 150 nights)."
    )
    severe = WarningSign("severe_pain", "recorded", results.signs()[1].nights, 40, (("most", 9.0),))
    ongoing = WarningSign("ongoing", "recorded", severe.nights, 28, (("weeks", 3.0), ("of", 4.0)))
    clinical = words.say_signs_briefly((ongoing, severe), "clinical")
    assert clinical is not None
    assert clinical.rest == (
        "severe pain (up to 9 of 10; 11 of 40 nights); cramps that keep coming (in 3 of the last 4 weeks)."
    )
    assert words.say_signs_briefly(()) is None


def test_for_a_glance_at_what_is_longer_ago_the_last_night_and_results_within_range() -> None:
    """Oracle: by hand."""
    low = (("test", "potassium"), ("result", 3.1), ("unit", "mmol/L"), ("low", 3.5), ("last", 4.0))
    tests = [
        WarningSign("blood_test_outside_range", "recorded", (date(2025, 5, 3),), 2, low),
        WarningSign(
            "blood_test_outside_range", "recorded", (date(2025, 3, 9),), 2, (("test", "TSH"), *low[1:])
        ),
    ]
    numb = WarningSign("numbness", "recorded", results.signs()[1].nights, 90)
    older = words.say_signs_briefly([*tests, numb], older=True)
    assert older is not None
    assert older.text == (
        "Longer ago: numbness or tingling (11 of 90 nights, last 12 May 2025); potassium (3 May 2025) and "
        "TSH (9 "
        "March 2025) outside their range, within it since."
    )
    alone = words.say_signs_briefly(tests[:1], older=True)
    assert alone is not None
    assert alone.rest == "potassium (3 May 2025) outside its range, within it since."


def test_a_pain_that_was_a_word_is_said_to_be_read_from_it() -> None:
    nights = (date(2025, 3, 1), date(2025, 3, 3))

    def said(in_words: float | None) -> str:
        detail = (("most", 9.0), *((("in_words", in_words),) if in_words is not None else ()))
        return words.say_warning_signs([WarningSign("severe_pain", "recorded", nights, 2, detail)])[0].lead

    assert "(up to 9 of 10, as read from words)" in said(2.0)
    assert "(up to 9 of 10, some of it read from words)" in said(1.0)
    assert "(up to 9 of 10)" in said(None)


def test_cramps_that_keep_coming_are_said_in_one_piece() -> None:
    """By hand: in each of the last weeks, or in so many of them."""
    night = date(2025, 8, 4)
    for weeks, said in ((4.0, "each"), (3.0, "3")):
        sign = WarningSign("ongoing", "recorded", (night,), 1, (("weeks", weeks), ("of", 4.0)))
        assert words.list_signs([sign]) == [
            f"Cramps that keep coming (in {said} of the last 4 weeks) on 1 night, 4 August 2025."
        ]
