"""What may befall a visit: no place to write, a full disk, a double click, two tabs, a reload, somebody's
large file. Oracle: what a visit says that was spared."""

import sys
import time
from pathlib import Path
from statistics import median
from threading import Thread

import pytest

from tests.conftest import Server, start_server, stop_server
from tests.journal.hostile_files import large
from tests.journal_files import a_season, one_night
from tests.visitor import BOX, Visitor, shows_no_journal

RUN = (sys.executable, "-m", "streamlit", "run", "dashboard.py")
NOWHERE = "/proc/nowhere"  # not even the system's own user can write there
NO_HOME, FULL = ("env", "-u", "HOME"), ("bash", "-c", 'ulimit -f 0; exec "$@" >/dev/null 2>&1', "bash")
ALL = "nowhere to write on a full disk"
MISFORTUNES = {
    ALL: ("env", f"HOME={NOWHERE}", f"TMPDIR={NOWHERE}", *FULL, *RUN),
    "nowhere to write": ("env", f"HOME={NOWHERE}", f"TMPDIR={NOWHERE}", *RUN),
    "no HOME and a full disk": (*NO_HOME, *FULL, *RUN),
    "no HOME": (*NO_HOME, *RUN),
    "a full disk": (*FULL, *RUN),
}


@pytest.mark.parametrize(
    "misfortune", [pytest.param(name, marks=[] if name == ALL else pytest.mark.slow) for name in MISFORTUNES]
)
def test_a_visit_needs_no_disk(tmp_path: Path, misfortune: str) -> None:
    server = start_server(tmp_path, *MISFORTUNES[misfortune])
    try:
        with Visitor(server.url) as visit:
            visit.rerun()
            visit.upload(a_season(), BOX)
            assert visit.charts
            for name in ("Nights", "Journal", "Keep"):
                visit.open_tab(name)
                assert not visit.faults
    finally:
        stop_server(server)


def test_a_double_click_opens_one_journal(server: Server) -> None:
    with Visitor(server.url) as visit:
        visit.rerun()
        for _ in range(2):
            visit.state("Try the sample journal").trigger_value = True
            visit.send()
        visit.wait(visit.opened)
        visit.rerun()
        assert visit.opened()
        assert not visit.faults
        assert sum("365 nights" in line for line in visit.text) >= 1


def test_tabs_and_reloads_are_visits_of_their_own(server: Server) -> None:
    """A second tab and a reloaded page have no journal, as the page says; the first tab keeps its own."""
    with Visitor(server.url) as first, Visitor(server.url) as second:
        first.rerun()
        first.upload(one_night(), BOX)
        second.rerun()
        assert shows_no_journal(second)
        first.open_tab("Nights")
        assert first.charts
    with Visitor(server.url) as reloaded:
        reloaded.rerun()
        assert shows_no_journal(reloaded)


def test_a_large_file_of_one_holds_up_nobody_else(server: Server) -> None:
    """Another's tabs, while 6 MB are read: a second or two at most, where reading itself takes longer."""
    seconds: list[float] = []
    with Visitor(server.url) as other, Visitor(server.url) as one:
        other.rerun()
        other.upload(a_season(), BOX)
        one.rerun()
        reading = Thread(target=lambda: one.upload([("diary.csv", large(6))], BOX))
        reading.start()
        while reading.is_alive():
            seconds.append(other.open_tab(("Nights", "Summary")[len(seconds) % 2]))
            time.sleep(0.2)
        assert one.opened()
    print(f"another's tabs meanwhile: median {median(seconds):.2f} s, most {max(seconds):.2f} s")
    assert len(seconds) > 2
    assert median(seconds) < 2
