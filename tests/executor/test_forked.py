"""What a worker begins with."""

import gc
import sys
from pathlib import Path
from types import ModuleType

import pytest

from analysis.executor import Processes
from tests.executor import tasks


def test_a_worker_runs_nothing_of_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Under Streamlit the main module is the page: no worker runs it. Here it would leave a file."""
    page, trace = tmp_path / "page.py", tmp_path / "trace"
    page.write_text(f"open({str(trace)!r}, 'w').close()")
    main = ModuleType("__main__")
    main.__file__ = str(page)
    monkeypatch.setitem(sys.modules, "__main__", main)
    pool = Processes(1)
    assert pool.submit(tasks.main_module).result(timeout=30) != str(page)
    pool.close()
    assert not trace.exists()


def test_a_worker_looks_less_often_for_what_nobody_can_reach() -> None:
    """Oracle: how often Python does by itself, once for so many new objects."""
    pool = Processes(1)
    assert pool.submit(gc.get_threshold).result(timeout=30)[0] >= 10 * 700
    pool.close()
