"""Clock times in a cell. Oracle: read by hand."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.journal.cells import (
    read_clock,
)
from tests.for_each import for_each


@for_each(
    ("text", "times"),
    [
        ("02:10", "02:10"),
        ("2:10", "02:10"),
        ("02:10:33", "02:10:33"),
        ("2.10", "02:10"),
        ("2;10", "02:10"),
        ("02;45", "02:45"),
        ("0320h", "03:20"),
        ("2h10", "02:10"),
        ("0210", "02:10"),
        ("2:10 am", "02:10"),
        ("2:10am", "02:10"),
        ("2:10 a.m.", "02:10"),
        ("2am", "02:00"),
        ("11:30 PM", "23:30"),
        ("12:15 am", "00:15"),
        ("12:15 pm", "12:15"),
        ("14h", "14:00"),
        ("2 Uhr", "02:00"),
        ("2:10 Uhr", "02:10"),
        ("um 3 Uhr", "03:00"),
        ("3 o'clock", "03:00"),
        ("half past 2", "02:30"),
        ("quarter to 4", "03:45"),
        ("halb drei", "02:30"),
        ("two am", "02:00"),
        ("midnight", "00:00"),
        ("Mitternacht", "00:00"),
        ("24:00", "00:00"),
        ("3 in the morning", "03:00"),
        ("11 at night am", None),
        ("around 3", "03:00"),
        ("~3am", "03:00"),
        ("2", "02:00"),
        ("0.0902777", "02:10"),
        ("2020-09-22 02:10:00", "02:10"),
        ("02:00-02:30", "02:00"),
        ("02:10, 04:45", "02:10 04:45"),
        ("2:10; 4:45", "02:10 04:45"),
        ("2:10 and 4:45", "02:10 04:45"),
        ("2:10/4:45", "02:10 04:45"),
        ("2:10 und 4:45 Uhr", "02:10 04:45"),
        ("02:10 04:45", "02:10 04:45"),
        ("10:30 and 11 pm", "22:30 23:00"),
        ("1, 3 and 5 am", "01:00 03:00 05:00"),
        ("02:10\n04:45", "02:10 04:45"),
        ("25:00", None),
        ("2:75", None),
        ("late", None),
        ("all night", None),
        ("22/09", None),
    ],
)
def test_clock_times(text: str, times: str | None) -> None:
    cell = read_clock(text)
    if times is None:
        assert cell.value is None
        assert cell.problem
    else:
        assert cell.value == tuple(time.fromisoformat(one) for one in times.split())


@given(st.times())
def test_a_written_time_reads_back(moment: time) -> None:
    to_the_second = moment.replace(microsecond=0)
    assert read_clock(to_the_second.isoformat()).value == (to_the_second,)
    assert read_clock(moment.strftime("%I:%M %p")).value == (moment.replace(second=0, microsecond=0),)


@pytest.mark.parametrize(
    ("text", "clocks"),
    [("ore 2.10", ["02:10"]), ("3.00 e 5.00", ["03:00", "05:00"]), ("om 2.10 uur", ["02:10"]),
     ("mezzanotte", ["00:00"]), ("alle 3", ["03:00"])],
)  # fmt: skip
def test_clock_times_in_italian_and_dutch(text: str, clocks: list[str]) -> None:
    """By hand, in the words that a person of that language writes."""
    assert [clock.isoformat("minutes") for clock in read_clock(text).value] == clocks


@pytest.mark.parametrize(
    "text", ["11:45 p. m.", "11:45\u00a0p.\u00a0m.", "11:45 p.m.", "午後11:45", "午後 11:45", "下午11:45"]
)
def test_the_half_of_the_day_in_other_spellings(text: str) -> None:
    """Oracle: a quarter to midnight, by hand; the first form is how Spanish programs write it."""
    assert read_clock(text).value == (time(23, 45),)


@for_each(
    ("text", "times"),
    [
        *(
            (f"2:10 {joined} 4:45", "02:10 04:45")
            for joined in ("i", "og", "ja", "ve", "och", "oraz", "és", "и", "puis")
        ),
        ("2時10分", "02:10"),
        ("2時半", "02:30"),
        ("午前2時", "02:00"),
        ("2時10分、4時45分", "02:10 04:45"),
        ("02:10 (L), 04:45 (R)", "02:10 04:45"),
        ("02:10 L calf, 04:45 R calf", "02:10 04:45"),
        ("left 02:10, right 04:45", "02:10 04:45"),
        ("2 a.m. and again at 5", "02:00 05:00"),
        ("2:10 then again 4:45", "02:10 04:45"),
        ("vers 2h et encore vers 5h", "02:00 05:00"),
        ("um 2 und dann nochmal um 5", "02:00 05:00"),
    ],
)
def test_two_times_are_joined_in_many_ways(text: str, times: str) -> None:
    """By hand: each names these times of the clock and no other."""
    assert " ".join(f"{at:%H:%M}" for at in read_clock(text).value) == times


def test_what_may_be_from_one_time_to_another_is_no_two_times() -> None:
    """Spanish and Italian say "a" for "to", Czech and Polish for "and", however far apart the times are."""
    assert read_clock("02:10 a 02:40").value is None
    assert read_clock("23:00 a 02:00").value is None
    assert read_clock("2 a 3").value is None


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("12:00 midnight", 0),
        ("12 noon", 12),
        ("Mitternacht (00:00)", 0),
        ("0 Uhr Mitternacht", 0),
        ("12 Uhr Mittag", 12),
        ("midi 12h", 12),
    ],
)
def test_a_time_that_is_named_and_written_is_one(text: str, hour: int) -> None:
    assert read_clock(text).value == (time(hour),)


@pytest.mark.parametrize("text", ["03:20 left 7/10", "2:10 calf 6", "3 left 7", "02:10 (L) 8"])
def test_a_bare_number_beside_a_leg_is_no_second_time(text: str) -> None:
    """Oracle: it may be how much it hurt, and a second time would be a second cramp."""
    assert read_clock(text).value is None
