"""The sheets of a workbook, read in a process of their own with a bound on memory and time.

What a workbook of a few kilobytes makes its reader allocate is decided by the reader: one stray cell, one
long text that is used often, or a thousand wide sheets can ask for more than any machine has, and the reader
then ends its process. So that process is not the one that holds the visits.
"""

import json
import subprocess
import sys
from typing import Any

from analysis.journal.tables import worksheet_script
from analysis.journal.tables.worksheet_script import MOST_SECONDS, TooMuch


class Damaged(Exception):
    """The reader can make nothing of the bytes."""


def read_worksheets(content: bytes, most_rows: int, most_columns: int) -> list[tuple[str, list[list[str]]]]:
    """Name and records of every sheet of a workbook, every cell as text. Raises TooMuch or Damaged."""
    command = [sys.executable, "-I", worksheet_script.__file__, str(most_rows), str(most_columns)]
    try:
        ended = subprocess.run(command, input=content, capture_output=True, timeout=2 * MOST_SECONDS)
    except subprocess.TimeoutExpired:
        raise TooMuch("memory") from None
    if ended.returncode:
        raise TooMuch("memory")
    told: dict[str, Any] = json.loads(ended.stdout)
    if "too_much" in told:
        raise TooMuch(told["too_much"])
    if "sheets" not in told:
        raise Damaged
    return [(name, records) for name, records in told["sheets"]]
