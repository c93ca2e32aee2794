"""Many visits at once, on this machine, beside as many on a bare page of four charts:

    python -m tests.benchmarks.load --sessions 1 5 20 50

starts the dashboard as the README does and Streamlit's own way for the bare page, lets so many open the page
(the sample journal) at the same moment, and then each of them open one part after the other, or change the
switch of the bare page, without a pause. A further visit goes from part to part while the others open theirs.
``--minutes 60`` goes on with a visitor every 20 s, ``--pages dashboard`` leaves the bare page
out. Visits are the page's own connections, without a browser.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from threading import Event, Thread

from tests.conftest import ROOT, Server, start_server, stop_server
from tests.visitor import Visitor

PARTS = ("Hydration", "Nights", "Medication", "Summary")
RERUNS = 8  # of each visit
EVERY = 20  # seconds from one visitor to the next
GONE = 60  # seconds after which nothing of a visit is left
BARE = str(ROOT / "tests" / "browser" / "bare_page.py")
WAYS: dict[str, tuple[str, ...]] = {
    "dashboard": (),
    "bare page": (sys.executable, "-m", "streamlit", "run", BARE, "--runner.postScriptGC", "true"),
}


@dataclass
class Load:
    """What ``sessions`` visits at once took: from the click to the figures, each rerun, the tabs of the one
    who looks on meanwhile [s]; what went wrong; the server's memory before, with all open, and a minute after
    they were closed [MB]."""

    page: str
    sessions: int
    opening: list[float] = field(default_factory=list)
    reruns: list[float] = field(default_factory=list)
    meanwhile: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    before: float = 0
    opened: float = 0
    after: float = 0

    @property
    def each(self) -> float:
        """Memory of one session [MB]."""
        return (self.opened - self.before) / self.sessions

    def said(self) -> str:
        times = [spread("open", self.opening), spread("rerun", self.reruns)]
        if self.meanwhile:
            times.append(spread("another's tab meanwhile", self.meanwhile))
        memory = f"{self.each:.1f} MB a session, {self.after - self.before:+.0f} MB after all closed"
        errors = f"{len(self.errors)} errors{': ' + self.errors[0] if self.errors else ''}"
        return f"{self.page}, {self.sessions} at once: {'; '.join(times)}; {memory}; {errors}"


def spread(name: str, seconds: Sequence[float]) -> str:
    """Median, 95th percentile and largest."""
    p95 = quantiles(seconds, n=20, method="inclusive")[-1] if len(seconds) > 1 else seconds[0]
    return f"{name} {median(seconds):.2f} s (95 % {p95:.2f}, most {max(seconds):.2f})"


def megabytes(process: int) -> float:
    """What a process has in memory, its share of what it has in common with others [MB]."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    [found] = [line for line in lines if line.startswith("Pss:")]
    return int(found.split()[1]) / 1000


@contextmanager
def served(page: str) -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as folder:
        server = start_server(Path(folder), *WAYS[page])
        try:
            yield server
        finally:
            stop_server(server)


def entered(server: Server) -> Visitor:
    visit = Visitor(server.url, patience=300)
    visit.rerun()
    return visit


def open_page(visit: Visitor, page: str) -> float:
    return visit.open_sample() if page == "dashboard" else visit.rerun()


def next_rerun(visit: Visitor, page: str, turn: int) -> float:
    if page == "dashboard":
        return visit.open_tab(PARTS[turn % len(PARTS)])
    return visit.choose("Wording", ("clinical", "everyday")[turn % 2])


@contextmanager
def looking_on(server: Server, load: Load) -> Iterator[None]:
    """One with an open journal goes from part to part meanwhile."""
    if load.page != "dashboard":
        yield
        return
    ended = Event()

    def look() -> None:
        turn = 0
        while not ended.is_set():
            load.meanwhile.append(next_rerun(visit, load.page, turn))
            turn += 1
            ended.wait(0.2)

    with entered(server) as visit:
        open_page(visit, load.page)
        thread = Thread(target=look)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()


def at_once(visits: Sequence[Visitor], load: Load, do: Callable[[Visitor], list[float]]) -> list[float]:
    """What each visit takes, all at the same time [s]; what goes wrong is noted."""

    def done(visit: Visitor) -> list[float]:
        try:
            seconds = do(visit)
        except Exception as fault:
            load.errors.append(type(fault).__name__)
            return []
        load.errors.extend(visit.faults)
        return seconds

    with ThreadPoolExecutor(len(visits)) as threads:
        return [second for seconds in threads.map(done, visits) for second in seconds]


def measured(server: Server, page: str, sessions: int, wait: float = GONE) -> Load:
    load = Load(page, sessions, before=megabytes(server.process.pid))
    visits = [entered(server) for _ in range(sessions)]
    with looking_on(server, load):
        load.opening = at_once(visits, load, lambda visit: [open_page(visit, page)])
    load.opened = megabytes(server.process.pid)
    load.reruns = at_once(
        visits, load, lambda visit: [next_rerun(visit, page, turn) for turn in range(RERUNS)]
    )
    for visit in visits:
        visit.leave()
    time.sleep(wait)
    load.after = megabytes(server.process.pid)
    return load


def first_charts(server: Server, page: str) -> tuple[float, float]:
    """From the click to the first page with its charts: the first visit of this server, and the next [s]."""
    seconds = []
    for _ in range(2):
        with entered(server) as visit:
            seconds.append(open_page(visit, page))
            assert visit.charts
    return seconds[0], seconds[1]


def visitors(server: Server, minutes: float) -> list[float]:
    """Somebody opens the sample and looks at each part every ``EVERY`` seconds: the memory of the server
    after each [MB]."""
    found, end = [], time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        began = time.monotonic()
        with entered(server) as visit:
            open_page(visit, "dashboard")
            for part in PARTS:
                visit.open_tab(part)
        found.append(megabytes(server.process.pid))
        with suppress(ValueError):  # it took longer
            time.sleep(began + EVERY - time.monotonic())
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, nargs="+", default=[1, 5, 20, 50])
    parser.add_argument("--minutes", type=float, default=0, help="of visitors, one every 20 s")
    parser.add_argument("--pages", nargs="+", choices=WAYS, default=[*WAYS])
    given = parser.parse_args()
    print(f"{os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}", flush=True)
    for page in given.pages:
        with served(page) as server:
            cold, warm = first_charts(server, page)
            print(f"{page}: first charts cold {cold:.2f} s, warm {warm:.2f} s", flush=True)
            time.sleep(GONE)
            for sessions in given.sessions:
                print(measured(server, page, sessions).said(), flush=True)
    if given.minutes:
        with served("dashboard") as server:
            found = visitors(server, given.minutes)
        third = max(1, len(found) // 3)
        print(
            f"{len(found)} visitors, one every {EVERY} s: memory {median(found[:third]):.0f} MB in the first "
            f"third, {median(found[-third:]):.0f} MB in the last"
        )


if __name__ == "__main__":
    main()
