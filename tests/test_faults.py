"""Faults by their kind and place alone, and results that a fault has cost."""

import copy
import pickle
from typing import Any

import pytest

from analysis.family import change_key
from analysis.faults import ROOT, Lost, LostAnswer, ProgramFault, apart, at_once, attempt, is_ours, place_of
from tests.for_each import for_each

SECRET = "3 March: slept at Anna's"
PLACE = "ValueError in patterns.py, line 7"


def failing() -> None:
    raise ValueError(SECRET)


def test_a_fault_is_told_by_kind_and_place_and_no_word_of_its_own() -> None:
    """Oracle: the file of the program that was called, or that called what failed; a cause goes before."""
    with pytest.raises(ValueError, match="slept") as met:
        change_key(SECRET, "zinc", None)  # it arises in pandas, which was called there
    assert place_of(met.value).startswith("DateParseError in family.py, line ")
    assert SECRET not in place_of(met.value)
    with pytest.raises(ValueError, match="slept") as own:
        failing()
    wrapped = RuntimeError("behind it")
    wrapped.__cause__ = own.value
    for fault in (own.value, wrapped):
        assert place_of(fault).startswith("ValueError in test_faults.py, line ")
        assert SECRET not in place_of(fault)


def test_a_fault_that_was_met_before_keeps_its_place() -> None:
    fault = ProgramFault(PLACE)
    fault.__cause__ = ValueError(SECRET)
    assert place_of(fault) == str(fault) == PLACE


def test_what_passes_a_fault_on_is_not_its_place() -> None:
    """Oracle: the layout of the program; what is installed beside it is not ours."""
    assert is_ours(str(ROOT / "analysis" / "review.py"))
    assert not is_ours(str(ROOT / "analysis" / "faults.py"))
    assert not is_ours(str(ROOT / ".venv" / "lib" / "pandas" / "core.py"))
    assert not is_ours("/usr/lib/python3/json/decoder.py")


@for_each(
    "look",
    [
        len, bool, list, float, lambda lost: lost == 1, lambda lost: lost < 1, lambda lost: 1 in lost,
        lambda lost: lost[0], lambda lost: lost.ratio,
    ],
)  # fmt: skip
def test_whoever_looks_into_what_is_lost_meets_the_fault_again(look: Any) -> None:
    with pytest.raises(ProgramFault) as met:
        look(Lost(PLACE))
    assert met.value.place == PLACE


def test_what_is_lost_can_be_copied_and_sent_to_another_process() -> None:
    for twin in (copy.copy(Lost(PLACE)), pickle.loads(pickle.dumps(Lost(PLACE)))):
        assert twin.lost_by == PLACE
    with pytest.raises(TypeError):
        hash(Lost(PLACE))


def test_an_attempt_gives_what_is_made_or_what_is_lost() -> None:
    assert attempt(divmod, 7, 2) == (3, 1)
    lost: Any = attempt(failing)
    assert isinstance(lost, Lost)
    assert lost.lost_by.startswith("ValueError in ")
    with pytest.raises(ValueError, match="slept"):
        at_once(failing)


def test_want_of_memory_ends_the_whole_work() -> None:
    def eat() -> None:
        raise MemoryError

    with pytest.raises(MemoryError):
        attempt(eat)


def test_answers_and_lost_answers_are_told_apart_by_their_keys() -> None:
    """Oracle: by hand; where nothing is lost nobody asks for the keys."""
    lost: Any = Lost(PLACE)
    assert apart((1, lost, 3, lost), lambda: ["a", "b", "c", "d"]) == (
        (1, 3),
        [LostAnswer("b", PLACE), LostAnswer("d", PLACE)],
    )
    assert apart((1, 3), failing) == ((1, 3), [])  # type: ignore[arg-type]
    whole, none = apart(lost, failing)  # type: ignore[arg-type]
    assert whole is lost
    assert none == []
