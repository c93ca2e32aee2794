"""Patterns compiled at their first use. Oracle: the same pattern compiled at once, by `re`."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from analysis.journal.cells import late_patterns
from analysis.journal.cells.late_patterns import late_pattern
from tests.for_each import for_each

JOURNAL = Path(__file__).resolve().parents[3] / "analysis" / "journal"


def test_a_pattern_finds_what_it_finds_when_compiled_at_once() -> None:
    late, at_once = (
        late_pattern(r"(\d+) (cramps?)", re.IGNORECASE),
        re.compile(r"(\d+) (cramps?)", re.IGNORECASE),
    )
    for text in ("2 Cramps, 1 cramp", "none", ""):
        assert [found.groups() for found in late.finditer(text)] == at_once.findall(text)
        assert late.sub(r"\2", text) == at_once.sub(r"\2", text)
    assert late.fullmatch("3 cramps") is not None
    assert (late.pattern, late.flags, late.groups) == (at_once.pattern, at_once.flags, at_once.groups)


def test_nothing_is_compiled_before_the_first_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Watched:
        @staticmethod
        def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
            asked.append(pattern)
            return re.compile(pattern, flags)

    monkeypatch.setattr(late_patterns, "re", Watched)
    late = late_pattern("calf")
    assert late.pattern == "calf"
    assert asked == []
    assert late.search("left calf")
    assert late.search("left foot") is None
    assert asked == ["calf"]


def late_patterns_of_the_reader() -> list[tuple[str, re.Pattern[str]]]:
    """Every late pattern at the head of a module, with its place."""
    found = []
    for path in sorted(JOURNAL.rglob("*.py")):
        if path.stem == "__init__" or "late_pattern(" not in path.read_text(encoding="utf-8"):
            continue
        module = import_module(".".join(path.relative_to(JOURNAL.parents[1]).with_suffix("").parts))
        found += [(f"{path.stem} {name}", value) for name, value in vars(module).items()
                  if isinstance(value, late_patterns._Late)]  # fmt: skip
    return found


@for_each(("place", "pattern"), late_patterns_of_the_reader())
def test_every_late_pattern_of_the_reader_compiles(place: str, pattern: re.Pattern[str]) -> None:
    """A mistake in one would show only in a journal that needs it. Oracle: `re`."""
    assert pattern.groups >= 0, place


def test_there_are_late_patterns_to_compile() -> None:
    assert len(late_patterns_of_the_reader()) > 50
