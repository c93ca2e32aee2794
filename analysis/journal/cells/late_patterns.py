"""Patterns that few journals need: compiled with the first text, and not when the program starts."""

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern; a method that is asked for compiles it, and is its own from then on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, compiled at its first use. A mistake in it shows only then.

    >>> late_pattern("cramps?").search("2 cramps")[0]
    'cramps'
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
