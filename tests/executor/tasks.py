"""What the workers are given in the tests."""

import os
import re
import signal
import sys
import time
from typing import Any, cast
from unittest.mock import patch


def process() -> int:
    return os.getpid()


def main_module() -> str | None:
    return getattr(sys.modules["__main__"], "__file__", None)


def hang() -> None:
    time.sleep(60)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def eat() -> int:
    return len(bytearray(6_000_000_000))


def fail() -> None:
    raise KeyError("what the task says")


def nap(seconds: float) -> float:
    time.sleep(seconds)
    return time.time()


def has_imported(module: str) -> bool:
    return module in sys.modules


def patterns_compiled_by_reading(files: list[tuple[str, bytes]]) -> int:
    """How often the compiler of `re` is asked while a journal is read."""
    from analysis.journal import read_journal

    compiler = cast("Any", re)._compiler
    with patch.object(compiler, "compile", wraps=compiler.compile) as compiled:
        read_journal(files)
    return compiled.call_count
