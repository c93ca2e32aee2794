"""Many cases in one test. Oracle: by hand."""

import inspect

import pytest

from tests.for_each import for_each


def test_every_case_is_tried_and_those_that_fail_are_told() -> None:
    tried = []

    @for_each(("number", "double"), [(1, 2), (2, 5), (3, 6), (4, 9)])
    def doubled(number: int, double: int) -> None:
        tried.append(number)
        assert 2 * number == double

    with pytest.raises(ExceptionGroup, match="2 of 4 cases") as told:
        doubled()
    assert tried == [1, 2, 3, 4]
    notes = [fault.__notes__ for fault in told.value.exceptions]
    assert notes == [["of {'number': 2, 'double': 5}"], ["of {'number': 4, 'double': 9}"]]


def test_each_of_some_with_each_of_others_and_a_fixture() -> None:
    """Pytest gives what is left of the signature."""
    tried = []

    @for_each("one", "ab")
    @for_each("two, three", [(1, 2), (3, 4)])
    def tries(one: str, two: int, three: int, fixture: str) -> None:
        tried.append((one, two, three, fixture))

    assert list(inspect.signature(tries).parameters) == ["fixture"]
    tries(fixture="f")
    assert tried == [("a", 1, 2, "f"), ("a", 3, 4, "f"), ("b", 1, 2, "f"), ("b", 3, 4, "f")]


def test_none_is_no_test() -> None:
    with pytest.raises(AssertionError, match="no case"):
        for_each("one", [])
