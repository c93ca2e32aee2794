"""Journals that the workers are given in the tests, of which none is read: nothing else has to be imported
where they are worked on."""

import os
import signal
import time
from pathlib import Path
from typing import Any

NAME = "Zanzibar Smith"
BAD, GOOD = ("hang", "kill", "fail", "eat"), ("a", "b", "c", "d")

Found = tuple[dict[str, Any], list[dict[str, Any]]]


def hostile(files: tuple[Path, ...], how: object) -> Found:
    """A journal that hangs, one whose worker is killed, one that fails, one that eats memory."""
    name = files[0].name
    if name.startswith("hang"):
        time.sleep(60)
    if name.startswith("kill"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("fail"):
        raise KeyError(NAME)
    if name.startswith("eat"):
        bytearray(8_000_000_000)
    return {"nights": 1}, []


def slow(files: tuple[Path, ...], how: object) -> Found:
    time.sleep(1)
    return {"nights": 1}, []
