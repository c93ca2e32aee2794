"""What stays of a visit that has ended. Oracle: the memory of the server and of its workers, from outside; of
one object, whether a weak reference still finds it."""

import gc
import time
import urllib.error
import urllib.request
import weakref
from pathlib import Path
from typing import NamedTuple

import pytest

from analysis.screen import memory
from tests.conftest import Server, start_server, stop_server
from tests.memory import MARKS, each_in_memory, marked_journal
from tests.visitor import BOX, Visitor

A_FIFTIETH = MARKS // 50  # of the marks may remain in memory that is free and not yet written over
KEPT = ("Journal", "Download the journal as read"), ("Keep", "The page (PDF)")


class Journal(NamedTuple):
    """How large it is [MB], and its nights."""

    megabytes: float
    nights: int


def visit_with(server: Server, word: str, journal: Journal) -> tuple[Visitor, list[str]]:
    """A visit that looked at everything and took files along, and the addresses of these."""
    visit = Visitor(server.url)
    visit.rerun()
    visit.upload([("diary.csv", marked_journal(word, *journal))], BOX)
    taken = []
    for view, button in KEPT:
        visit.open_tab(view)
        assert not visit.faults
        address, content = visit.download(button)
        assert len(content) > 1000
        taken.append(address)
    return visit, taken


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code


def wait_until_gone(process: int, addresses: list[str], words: tuple[str, ...], seconds: float) -> None:
    """That in so many seconds these addresses hold nothing and of these words hardly a mark is left."""
    end = time.monotonic() + seconds
    while {status_of(address) for address in addresses} != {404} and time.monotonic() < end:
        time.sleep(0.5)
    assert {status_of(address) for address in addresses} == {404}
    while max(left := each_in_memory(process, words)) > A_FIFTIETH and time.monotonic() < end:
        time.sleep(1)
    assert max(left) <= A_FIFTIETH, dict(zip(words, left, strict=True))


# How large a journal is, and how long a page that was closed may come back [s].
SHORT = Journal(0.5, 150), {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "3"}
LONG = Journal(15, 1000), dict[str, str]()


@pytest.mark.parametrize(("journal", "settings"), [SHORT, pytest.param(*LONG, marks=pytest.mark.slow)])
def test_memory_and_downloads_end_with_the_visit(
    tmp_path: Path, journal: Journal, settings: dict[str, str]
) -> None:
    """15,000 marks in each of three journals, counted in the memory of the server and its workers, with
    downloads and pictures: all while it is open, at most a fiftieth 5 s after Close and a minute after the
    page was closed, for the first, a middle and the last visitor. Their files are at no address any more."""
    server = start_server(tmp_path, **settings)
    try:
        process = server.process.pid
        first, firsts = visit_with(server, "Firstzanzi", journal)
        middle, middles = visit_with(server, "Middlezanzi", journal)
        last, lasts = visit_with(server, "Lastzanzi", journal)
        assert status_of(lasts[-1]) == 200
        assert min(each_in_memory(process, ("Firstzanzi", "Middlezanzi", "Lastzanzi"))) >= MARKS
        middle.click("Close this journal")
        wait_until_gone(process, middles, ("Middlezanzi",), 5)
        first.leave()
        last.leave()
        wait_until_gone(process, firsts + lasts, ("Firstzanzi", "Lastzanzi"), 60)
        middle.leave()
    finally:
        stop_server(server)


class Ring:
    """Reaches itself, so that the collector alone lets it go."""

    def __init__(self) -> None:
        self.itself = self


def test_what_was_kept_from_the_collector_goes_when_all_is_looked_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of two that nobody can reach, one was kept from the collector before."""
    monkeypatch.setattr(memory, "c_library", lambda: None)
    kept = weakref.ref(Ring())
    gc.freeze()
    new = weakref.ref(Ring())
    memory.let_go(of_all=False)
    assert (kept() is None, new() is None) == (False, True)
    memory.let_go()
    assert kept() is None


def test_a_closed_journal_is_looked_for_three_times_and_among_all_within_5_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By hand: within 5 s of Close twice, once of them among all, and when a slow run has ended too."""
    begun: list[tuple[float, bool]] = []

    class Soon:
        def __init__(self, seconds: float, call: object, kwargs: dict[str, bool]) -> None:
            assert call is memory.let_go
            begun.append((seconds, kwargs["of_all"]))

        def start(self) -> None:
            assert self.daemon  # type: ignore[attr-defined]  # the server's end does not wait for it

    monkeypatch.setattr(memory, "Timer", Soon)
    memory.let_go_soon()
    assert [of_all for _, of_all in begun] == [False, True, True]
    assert begun[1][0] < 5 < begun[2][0] < 60
