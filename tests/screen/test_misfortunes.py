"""What may befall a visit: no place to write, a full disk, a double click, two tabs, a reload, a server
that is started again, somebody's large file. Oracle: what a visit says that was spared."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from threading import Thread

import pytest

from tests.conftest import Server, start_server, stop_server
from tests.journal.hostile_files import large
from tests.screen.test_disk import BOX
from tests.visitor import Visitor

RUN = (sys.executable, "-m", "streamlit", "run", "dashboard.py")
NOWHERE = "/proc/nowhere"  # not even the system's own user can write there
MISFORTUNES = {
    "no HOME": ("env", "-u", "HOME", *RUN),
    "nowhere to write": ("env", f"HOME={NOWHERE}", f"TMPDIR={NOWHERE}", *RUN),
    "a full disk": ("bash", "-c", 'ulimit -f 0; exec "$@" >/dev/null 2>&1', "bash", *RUN),
}
FIRST = "Open the journal of"  # how the page begins that has none


@pytest.mark.parametrize("misfortune", MISFORTUNES)
def test_a_visit_needs_no_disk(tmp_path: Path, misfortune: str) -> None:
    server = start_server(tmp_path, *MISFORTUNES[misfortune])
    try:
        with Visitor(server.url) as visit:
            visit.rerun()
            visit.open_sample()
            assert visit.charts
            for name in ("Nights", "Journal", "Keep"):
                visit.open_tab(name)
                assert not visit.faults
    finally:
        stop_server(server)


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = start_server(tmp_path_factory.mktemp("quiet"))
    yield server
    stop_server(server)


def shows_no_journal(visit: Visitor) -> bool:
    return any(FIRST in line for line in visit.text) and not visit.charts


def test_a_double_click_opens_one_journal(quiet: Server) -> None:
    with Visitor(quiet.url) as visit:
        visit.rerun()
        for _ in range(2):
            visit.state("Try the sample journal").trigger_value = True
            visit.send()
        visit.wait(visit.opened)
        visit.rerun()
        assert visit.opened()
        assert not visit.faults
        assert sum("365 nights" in line for line in visit.text) >= 1


def test_tabs_and_reloads_are_visits_of_their_own(quiet: Server) -> None:
    """A second tab and a reloaded page have no journal, as the page says; the first tab keeps its own."""
    with Visitor(quiet.url) as first, Visitor(quiet.url) as second:
        first.rerun()
        first.open_sample()
        second.rerun()
        assert shows_no_journal(second)
        first.open_tab("Nights")
        assert first.charts
    with Visitor(quiet.url) as reloaded:
        reloaded.rerun()
        assert shows_no_journal(reloaded)


def test_a_server_that_is_started_again_has_nothing_of_before(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    before = start_server(tmp_path / "before")
    with Visitor(before.url) as visit:
        visit.rerun()
        visit.open_sample()
        before.process.kill()
        before.process.wait()
    after = start_server(tmp_path / "after", *RUN, port=before.port)
    try:
        with Visitor(after.url) as again:
            again.rerun()
            assert shows_no_journal(again)
            again.open_sample()
            assert again.charts
    finally:
        stop_server(after)


def test_a_large_file_of_one_holds_up_nobody_else(quiet: Server) -> None:
    """Another's tabs, while 15 MB are read: a second or two at most, where reading itself takes longer."""
    seconds: list[float] = []
    with Visitor(quiet.url) as other, Visitor(quiet.url) as one:
        other.rerun()
        other.open_sample()
        one.rerun()
        reading = Thread(target=lambda: one.upload([("diary.csv", large(15))], BOX))
        reading.start()
        while reading.is_alive():
            seconds.append(other.open_tab(("Nights", "Summary")[len(seconds) % 2]))
            time.sleep(0.2)
        assert one.opened()
    print(f"another's tabs meanwhile: median {median(seconds):.2f} s, most {max(seconds):.2f} s")
    assert len(seconds) > 2
    assert median(seconds) < 2
