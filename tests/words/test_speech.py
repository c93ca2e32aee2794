"""How numbers, dates and lists are said. Oracle: tables written by hand, and the rules that they follow."""

import math
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.results import Rate
from analysis.words import speech
from tests.for_each import for_each


@for_each(
    ("value", "places", "said"),
    [
        (0.0, 1, "0"),
        (-0.04, 1, "0"),
        (0.05, 1, "0.1"),
        (0.25, 1, "0.3"),
        (1.0, 1, "1"),
        (1.25, 1, "1.3"),
        (2.5, 0, "3"),
        (3.5, 0, "4"),
        (10.04, 1, "10"),
        (1204.0, 0, "1,204"),
        (3.05, 2, "3.05"),
        (100.0, 0, "100"),
    ],
)
def test_a_number_is_rounded_half_up_and_loses_a_trailing_nought(
    value: float, places: int, said: str
) -> None:
    assert speech.decimal(value, places) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 nights"), (1, "1 night"), (2, "2 nights"), (1204, "1,204 nights")]
)
def test_a_count_has_the_noun_that_belongs_to_it(number: int, said: str) -> None:
    assert speech.count(number, "night") == said


def test_an_irregular_plural_is_given() -> None:
    assert (speech.count(1, "glass", "glasses"), speech.count(3, "glass", "glasses")) == (
        "1 glass",
        "3 glasses",
    )


@for_each(
    ("share", "said"),
    [
        (0.0, "0 %"),
        (0.001, "under 1 %"),
        (0.005, "1 %"),
        (0.284, "28 %"),
        (0.285, "29 %"),
        (0.994, "99 %"),
        (0.996, "over 99 %"),
        (1.0, "100 %"),
    ],
)
def test_a_share_is_nothing_or_all_only_where_it_is(share: float, said: str) -> None:
    assert speech.percent(share) == said


@pytest.mark.parametrize(
    ("hour", "said"), [(3.17, "03:10"), (23.99, "00:00"), (0.0, "00:00"), (12.5, "12:30"), (3.08, "03:00")]
)
def test_a_clock_time_is_said_to_ten_minutes(hour: float, said: str) -> None:
    assert speech.clock(hour) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2025, 5, 3), date(2025, 5, 3), "3 May 2025"),
        (date(2025, 5, 3), date(2025, 5, 11), "3 to 11 May 2025"),
        (date(2025, 4, 28), date(2025, 5, 4), "28 April to 4 May 2025"),
        (date(2024, 12, 30), date(2025, 1, 2), "30 December 2024 to 2 January 2025"),
    ],
)
def test_a_stretch_of_nights_says_month_and_year_once(first: date, last: date, said: str) -> None:
    assert speech.between(first, last) == said


@pytest.mark.parametrize(
    ("nights", "said"),
    [
        ([date(2025, 8, 3)], "3 August 2025"),
        ([date(2025, 8, 4), date(2025, 8, 3)], "3 and 4 August 2025"),
        ([date(2025, 7, 31), date(2025, 8, 3), date(2025, 8, 4)], "31 July, 3 and 4 August 2025"),
        ([date(2024, 12, 31), date(2025, 1, 1)], "31 December 2024 and 1 January 2025"),
        ([date(2025, 8, day) for day in (9, 1, 5, 3)], "between 1 and 9 August 2025"),
    ],
)
def test_a_few_nights_are_named_and_many_are_bounded(nights: list[date], said: str) -> None:
    assert speech.days(nights) == said


@pytest.mark.parametrize(
    ("per_week", "low", "high", "said"),
    [
        (1.9, 1.1, 2.8, "about 2 a week (1 to 3)"),
        (1.5, 0.9, 2.8, "about 1.5 a week (0.9 to 2.8)"),  # 2 would be a third too many
        (4.3, 0.3, 5.8, "about 4.3 a week (0.3 to 5.8)"),  # 0 would say that none is possible
        (1.0, 0.6, 2.0, "about 1 a week (0.6 to 2)"),
        (0.02, 0.001, 0.4, "under 0.1 a week (under 0.1 to 0.4)"),
        (0.0, 0.0, 0.7, "none (0 to 0.7 a week)"),
        (12.6, 9.5, 15.4, "about 13 a week (10 to 15)"),
    ],
)
def test_a_rate_is_said_in_whole_numbers_only_where_they_come_close(
    per_week: float, low: float, high: float, said: str
) -> None:
    assert speech.per_week(Rate(30, per_week * 30 / 7, per_week, low, high), "everyday") == said


def test_a_rate_is_said_with_one_decimal_to_a_clinician() -> None:
    said = speech.per_week(Rate(30, 8, 1.8667, 0.9, 3.2), "clinical")
    assert said == "1.9/week (95 % CI 0.9 to 3.2)"


def test_the_counts_of_two_stretches_come_before_what_they_are_a_week() -> None:
    """Oracle: written by hand; 7 x 17 / 30 and 7 x 0 / 28."""
    first, second = Rate(30, 17, 119 / 30, 3.0, 6.0), Rate(28, 0, 0.0, 0.0, 0.7)
    said = speech.counts_of_two(first, second, "everyday", off=" before")
    assert said == "17 cramps in 30 nights, 0 in 28 before (4 a week against 0)"
    said = speech.counts_of_two(second, first, "clinical", nights="28 logged nights", off="")
    assert said == "0 cramps in 28 logged nights v 17 in 30 (0.0 v 4.0/week)"
    with pytest.raises(ValueError, match="refused"):
        speech.counts_of_two(first, Rate(3, 1, None), "everyday")


def test_a_rate_without_a_range_says_so() -> None:
    assert speech.per_week(Rate(30, 17, 4.0), "everyday") == "about 4 a week (no range can be given)"


def test_a_refused_rate_cannot_be_said() -> None:
    with pytest.raises(ValueError, match="refused"):
        speech.per_week(Rate(3, 1, None), "everyday")


rates = st.floats(0, 80).flatmap(
    lambda value: st.tuples(st.just(value), st.floats(0, 1), st.floats(1, 4)).map(
        lambda parts: Rate(40, parts[0] * 40 / 7, parts[0], parts[0] * parts[1], parts[0] * parts[2] + 0.2)
    )
)


@given(rates, rates)
def test_two_rates_that_differ_by_a_tenth_are_never_said_alike(one: Rate, other: Rate) -> None:
    """About 3 instead of 3 would say nothing. Oracle: one decimal tells a tenth apart."""
    assert one.per_week is not None
    assert other.per_week is not None
    places = speech.places_for([one, other])
    if abs(one.per_week - other.per_week) > 0.11:
        said = [speech.per_week(rate, "everyday", places).partition(" a week")[0] for rate in (one, other)]
        assert said[0] != said[1] or 0 in (one.per_week, other.per_week)


def test_no_range_shrinks_to_one_number() -> None:
    """Oracle: by hand. 4.26 (4.0 to 4.49) rounds to 4 (4 to 4), which would say that it is exact."""
    assert speech.per_week(Rate(3650, 2220, 4.26, 4.0, 4.49), "everyday") == "about 4.3 a week (4 to 4.5)"


@given(rates)
def test_the_number_that_is_said_lies_in_the_range_that_is_said(rate: Rate) -> None:
    """Oracle: rounding keeps order, so point and range may meet but not cross."""
    numbers = [float(part) for part in re.findall(r"\d+(?:\.\d+)?", speech.per_week(rate, "everyday"))]
    if len(numbers) == 3:
        assert numbers[1] <= numbers[0] <= numbers[2]


def test_a_per_cent_sign_stays_with_its_number() -> None:
    """Oracle: the no-break space of Unicode, and nothing else changed."""
    assert speech.unbroken("10 to 35 % fewer") == "10 to 35\u00a0% fewer"
    assert "35\u00a0%" in speech.markdown("10 to 35 % fewer")


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_ends_with_and(parts: list[str], said: str) -> None:
    assert speech.listing(parts) == said


# What Streamlit 1.57 and its libraries still look for in finished text, as its bundle of scripts has it.
FOUND_IN_FINISHED_TEXT = (
    r":\+1:|:-1:|:[\w-]+:",
    r":material_(\w+):",
    r"(https?://|www(?=\.))([-.\w]+)([^ \t\r\n]*)",
    r"([-.\w+]+)@([-\w]+(?:\.[-\w]+)+)",
)
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "[me](https://example.org)",
    "![x](http://example.org/a.png)",
    "*bold* _it_ `code`",
    ":red[alarm]",
    ":material/home:",
    ":smile: :+1: :100: :streamlit:",
    "$x^2$",
    "# title\n- item\n1. one",
    "~~gone~~",
    "a | b\n--|--",
    "https://example.org www.example.org me@example.org",
    "&lt;b&gt;",
    "\\*",
    "> said",
    "===",
    ":red-background[x]",
)


def _as_read(escaped: str) -> str:
    """What a reader sees: a backslash before punctuation vanishes (CommonMark 0.31, section 2.4)."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped)


@for_each("text", HOSTILE)
def test_text_from_a_file_is_never_markup(text: str) -> None:
    escaped = speech.markdown(text)
    assert _as_read(escaped).replace("\u2060", "") == " ".join(text.split())
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]<>#|~$:&]", re.sub(r"\\[!-/:-@\[-`{-~]", "", escaped))
    for pattern in FOUND_IN_FINISHED_TEXT:
        assert not re.search(pattern, _as_read(escaped), re.IGNORECASE), pattern


@given(st.text(max_size=60))
def test_escaping_changes_nothing_that_is_read(text: str) -> None:
    """What steers a terminal is a sign already (`test_speech_lines`)."""
    escaped = _as_read(speech.markdown(text)).replace("\u2060", "")
    assert " ".join(escaped.split()) == speech.one_line(text).replace("\u2060", "")


def test_plain_words_and_clock_times_stay_as_they_are() -> None:
    assert speech.markdown("Magnesium citrate, 02.10") == "Magnesium citrate, 02\\.10"
    assert "\u2060" not in speech.markdown("at 02:10, and more: this")


@given(rates, rates)
def test_no_two_rates_come_apart_by_half_a_cramp(one: Rate, other: Rate) -> None:
    """5.4 against 5.6 is not 5 against 6. Oracle: the difference of the numbers before they were rounded."""
    assert one.per_week is not None
    assert other.per_week is not None
    low, high = sorted([one.per_week, other.per_week])
    places = speech.places_for([Rate(40, 1, low), Rate(40, 1, high)])
    said = [math.floor(value * 10**places + 0.5) / 10**places for value in (low, high)]
    assert said[1] - said[0] - (high - low) < 0.5


def test_two_rates_close_to_a_half_keep_their_decimal() -> None:
    """Oracle: by hand."""
    first, second = Rate(140, 107, 5.35), Rate(100, 80, 5.6)
    assert speech.counts_of_two(first, second, "everyday").endswith("(5.4 a week against 5.6)")
