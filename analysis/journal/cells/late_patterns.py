"""Patterns that few journals need: compiled with the first text, and not when the program starts."""

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    """Stands for a pattern; a method that is asked for compiles it, and is its own from then on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.compiled, name)
        setattr(self, name, found)
        return found


_MADE: list[_Late] = []


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, compiled at its first use. A mistake in it shows only then. For the
    head of a module: each is kept.

    >>> late_pattern("cramps?").search("2 cramps")[0]
    'cramps'
    """
    _MADE.append(_Late(pattern, flags))
    return cast("re.Pattern[str]", _MADE[-1])


def compile_late_patterns() -> int:
    """Compiles each late pattern of the program now. How many there are. [patterns]"""
    return len([late.compiled for late in _MADE])
