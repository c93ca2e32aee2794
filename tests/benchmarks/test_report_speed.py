"""Writing what leaves with the patient, of a year's journal. Oracle: the clock of this process."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from analysis.report import FORMS, Keep
from tests.clock import assert_within
from tests.report.pages import sample

ROOT = Path(__file__).parents[2]
KEEP = Keep(made_on=date(2025, 9, 2))


@pytest.mark.slow
@pytest.mark.clock
@pytest.mark.parametrize("name", FORMS)
def test_writing_a_year(name: str, benchmark: Callable[..., object]) -> None:
    _, found = sample()
    benchmark(FORMS[name].write, found, KEEP)


@pytest.mark.clock
def test_the_page_of_a_year_warm() -> None:
    """Its goal is 0.3 s; twice that is allowed here."""
    _, found = sample()
    FORMS["page"].write(found, KEEP)
    assert_within(0.6, lambda: FORMS["page"].write(found, KEEP))


MANY = """
import sys
from tests.report.pages import sample
from analysis.report import Keep, write_page
_, found = sample()
def kilobytes():
    lines = open("/proc/self/status").read().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])
for number in range(200):
    write_page(found, Keep(name=f"Anna {number}"))
    if number == 19:
        before = kilobytes()
print(kilobytes() - before)
"""


@pytest.mark.slow
def test_memory_stays_flat_over_two_hundred_pages() -> None:
    """Resident memory after 180 more pages of the sample, as the system tells it [kB]."""
    ran = subprocess.run([sys.executable, "-c", MANY], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(ran.stdout) < 30_000
