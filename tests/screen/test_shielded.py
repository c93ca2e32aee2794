"""Words and charts that fail alone. Oracle: by hand, with a package made here."""

from collections.abc import Mapping, Sequence
from types import ModuleType

import pytest
import streamlit as st

from analysis import charts, words
from analysis.charts import Figure
from analysis.screen.shielded import Shielded, nothing_of, shielded

SECRET = "slept at Anna's"


def say_it() -> str:
    raise ValueError(SECRET)


def table_of() -> list[dict[str, str]]:
    raise ValueError(SECRET)


def plot_it() -> Figure:
    raise ValueError(SECRET)


def title_of() -> str | None:
    raise ValueError(SECRET)


def plot_parts() -> Sequence[Figure]:
    raise ValueError(SECRET)


def label_it() -> str:
    raise ValueError(SECRET)


def test_what_stands_for_nothing_is_of_the_same_kind() -> None:
    """Text is empty, a list has nothing in it, a chart is none; None where it may be none anyhow."""
    assert [nothing_of(make) for make in (say_it, table_of, plot_it, title_of, plot_parts)] == [
        "", (), None, None, None,
    ]  # fmt: skip

    def table_by_name() -> Mapping[str, str]:
        return {}

    assert nothing_of(table_by_name) == ()


def test_one_that_fails_is_said_to_be_missing_without_a_word_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(st, "error", told.append)
    package = ModuleType("package")
    for make in (say_it, table_of, label_it):
        setattr(package, make.__name__, make)
    shield = Shielded(package)
    assert (shield.say_it(), shield.table_of()) == ("", ())
    assert [sentence.split("cannot")[0] for sentence in told] == ["The part “it” ", "The part “of” "]
    assert not any(SECRET in sentence for sentence in told)
    with pytest.raises(ValueError, match="slept"):
        shield.label_it()  # a label stands within a widget, which would be wrong without it
    with pytest.raises(AttributeError):
        _ = shield.say_nothing_of_the_kind


def test_one_that_does_not_fail_gives_what_it_gives() -> None:
    assert shielded(lambda text, *, times: text * times)("ab", times=2) == "abab"


def test_every_sentence_table_and_chart_has_something_to_stand_for_it() -> None:
    """Oracle: what the packages offer; a chart alone is told from none by whoever shows it."""
    for package in (words, charts):
        for name in package.__all__:
            if name.startswith(("say_", "table_")):
                assert nothing_of(getattr(package, name)) in ("", (), None), name
            elif name.startswith("plot_"):
                assert nothing_of(getattr(package, name)) is None, name
