"""No byte of an upload on a disk. Oracle: the system's own notices of what is written (inotify), which tell
of unnamed files too, and the open files of the process."""

import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inotify_simple import INotify, flags

from tests.conftest import ROOT, Server, start_server, stop_server
from tests.memory import marked_journal
from tests.visitor import BOX, Visitor

WRITES = flags.CREATE | flags.MODIFY | flags.CLOSE_WRITE | flags.MOVED_TO
OF_OTHERS = {".git", ".venv", "__pycache__", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".hypothesis"}
# The dashboard as it would be if uploads went their own way: what is over 1 MB into an unnamed file.
SPOOLED = """
import sys
import analysis.screen.server as own
own.MultiPartParser = type("Another", (), {})
from streamlit.web import cli
sys.argv = ["streamlit", "run", "dashboard.py"]
cli.main()
"""


class Watch:
    """What is written below some folders."""

    def __init__(self, notices: INotify, *folders: Path) -> None:
        self.notices, self.names = notices, dict[int, Path]()
        for folder in folders:
            for below, within, _ in os.walk(folder):
                within[:] = [name for name in within if name not in OF_OTHERS]
                self.names[self.notices.add_watch(below, WRITES)] = Path(below)

    def seen(self) -> list[str]:
        """The files of which something was created or written since the last look; what tests leave in the
        working folder apart."""
        return [
            str(self.names[told.wd] / told.name)
            for told in self.notices.read(timeout=500)
            if told.name not in OF_OTHERS
        ]


def open_below(process: int, *folders: Path) -> list[str]:
    """The files below some folders that a process has open, unnamed ones too."""
    found = []
    for held in Path(f"/proc/{process}/fd").iterdir():
        try:
            found.append(os.readlink(held))
        except FileNotFoundError:  # closed meanwhile
            continue
    return [name for name in found if name.startswith(tuple(map(str, folders)))]


@contextmanager
def half_sent(visit: Visitor, megabytes: int, sent: int) -> Iterator[None]:
    """An upload that stops on its way, its connection open."""
    [place] = visit.addresses(["half.csv"])
    host, _, port = visit.url.removeprefix("http://").partition(":")
    cookies = "; ".join(f"{name}={value}" for name, value in visit.http.cookies.items())
    length = megabytes * 1_000_000
    head = (
        f"PUT {place.upload_url} HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {cookies}\r\n"
        f"X-Xsrftoken: {visit.headers()['X-Xsrftoken']}\r\nContent-Length: {length}\r\n"
        "Content-Type: multipart/form-data; boundary=part\r\n\r\n"
        '--part\r\nContent-Disposition: form-data; name="file"; filename="half.csv"\r\n\r\n'
    )
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(head.encode())
        for _ in range(sent):
            connection.sendall(b"2025-03-01,1\n" * (1_000_000 // 13))
        time.sleep(2)
        yield


def written_by(server: Server) -> tuple[set[str], set[str]]:
    """What is written while an upload is half sent, and while another of 2 MB is sent, read and looked at;
    and what the server has open of the first meanwhile. Streamlit by itself writes what is over 1 MB."""
    places = server.temporary, server.home
    with Visitor(server.url) as visit, INotify() as notices:
        visit.rerun()
        watch, already = Watch(notices, *places, ROOT), set(open_below(server.process.pid, *places))
        with half_sent(visit, 4, 2):
            held = set(open_below(server.process.pid, *places)) - already
        visit.upload([("diary.csv", marked_journal("Zanzibar", 2, nights=150))], BOX)
        for name in ("Nights", "Journal", "Keep"):
            visit.open_tab(name)
            assert not visit.faults
        return set(watch.seen()), held


def test_an_upload_touches_no_disk(server: Server) -> None:
    """Below the temporary folder, HOME and the working folder, half of 4 MB as well as the whole of 2 MB."""
    assert written_by(server) == (set(), set())


def test_an_upload_that_touches_the_disk_is_seen(tmp_path: Path) -> None:
    """The same watch, where uploads go the way that Streamlit gives them by itself."""
    server = start_server(tmp_path, sys.executable, "-c", SPOOLED)
    try:
        written, held = written_by(server)
    finally:
        stop_server(server)
    assert written
    assert held
    assert all(name.startswith(str(server.temporary)) for name in written | held)
