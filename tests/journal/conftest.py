"""What every problem keeps to that any test of the reading comes upon."""

from collections.abc import Iterator
from typing import get_args

import pytest

from analysis.journal.model import Action
from analysis.journal.receipts import Draft


@pytest.fixture(autouse=True)
def problems(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A problem is a clause that reads on after the name of its column: it begins small, is not shouted, and
    ends without a stop; its hint reads on after "Hint: ". What was done is one of the named actions.
    Oracle: the rule, for every problem that a test meets.
    """
    met: list[tuple[object, object, object]] = []
    note = Draft.note

    def watched(self, at, column, problem, action, hint="", cell=None, code=""):  # type: ignore[no-untyped-def]
        met.append((problem, action, hint))
        note(self, at, column, problem, action, hint, cell, code)

    monkeypatch.setattr(Draft, "note", watched)
    yield
    for problem, action, hint in met:
        assert action in get_args(Action), problem
        assert isinstance(problem, str), action
        assert problem, action
        assert problem[0].islower() or not problem[0].isalpha(), problem
        assert not problem.isupper(), problem
        assert problem[-1] != ".", problem
        assert isinstance(hint, str), problem
        assert not hint.isupper() or not any(map(str.isalpha, hint)), hint
        assert not hint or hint[0].islower() or not hint[0].isalpha(), hint
