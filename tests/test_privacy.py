"""Nothing of a journal leaves the machine, stays behind, or shows where it should not.

Oracles: the sockets, files, requests and memory of a running dashboard, looked at from outside.
"""

import base64
import re
import secrets
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screen import VIEWS, open_view, said, settle, upload
from tests.conftest import ROOT, Server, start_server, stop_server
from tests.journal_files import DIARY, Files, as_csv, one_night
from tests.visitor import BOX, Visitor
from tests.without_browser import open_app, text_of

# Starts the dashboard in this process and tells every second what is still held of anyone's journal.
WATCHED = """
import gc, sys, threading, time
def tell():
    while True:
        time.sleep(1)
        model = sys.modules.get("analysis.journal.model")
        runtime = sys.modules.get("streamlit.runtime")
        if hasattr(model, "Journal") and hasattr(runtime, "exists") and runtime.exists():
            gc.unfreeze()  # what is frozen is not listed
            journals = sum(type(held) is model.Journal for held in gc.get_objects())
            uploads = runtime.get_instance().uploaded_file_mgr.file_storage.values()
            files = sum(len(held) for held in list(uploads))
            print(f"held: {journals} journals, {files} uploads", flush=True)
threading.Thread(target=tell, daemon=True).start()
from streamlit.web import cli
sys.argv = ["streamlit", "run", "dashboard.py"]
cli.main()
"""
# A page that was closed may come back in this time [s]; by the program's own setting it is 20.
SOON = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "3"}
HELD = re.compile(r"held: (\d+) journals, (\d+) uploads")


def handshake(server: Server, host: str, origin: str) -> str:
    """The status line with which the server answers a request for the websocket."""
    key = base64.b64encode(secrets.token_bytes(16)).decode()
    request = (
        f"GET /_stcore/stream HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Protocol: streamlit\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(request.encode())
        return connection.recv(1024).split(b"\r\n")[0].decode()


def test_only_this_machine_can_connect(server: Server) -> None:
    """A server on all interfaces would answer at every other address of the loopback network too."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=5):
        pass
    with pytest.raises(OSError):  # noqa: PT011 (refused or unreachable, as the system says it)
        socket.create_connection(("127.0.0.2", server.port), timeout=5)


def test_the_page_opens_its_connection_only_for_itself(server: Server) -> None:
    own = f"127.0.0.1:{server.port}"
    assert " 101 " in handshake(server, own, f"http://{own}")
    assert " 101 " in handshake(server, f"localhost:{server.port}", f"http://localhost:{server.port}")
    assert " 101 " not in handshake(server, own, "http://elsewhere.example")
    assert " 101 " not in handshake(server, "elsewhere.example", f"http://{own}")
    assert " 101 " not in handshake(server, "elsewhere.example", "http://elsewhere.example")


def test_settings_that_no_visitor_sees() -> None:
    """Telemetry, error details, the e-mail prompt and the bound of an upload, as Streamlit documents them."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["client"]["disableDataExport"] is True
    assert settings["server"]["showEmailPrompt"] is False
    assert settings["server"]["maxUploadSize"] <= 20
    assert settings["server"]["disconnectedSessionTTL"] <= 45


def test_every_setting_has_its_reason() -> None:
    lines = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8").splitlines()
    settings = [line for line in lines if " = " in line and not line.startswith("#")]
    assert len(settings) > 20
    assert not [line for line in settings if "  # " not in line]


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Server]:
    running = start_server(tmp_path, sys.executable, "-c", WATCHED, **SOON)
    yield running
    stop_server(running)


def held(server: Server) -> tuple[int, int]:
    """Journals and uploaded files in the memory of the server, as last told."""
    told = HELD.findall(server.output.read_text(errors="replace"))
    return (int(told[-1][0]), int(told[-1][1])) if told else (0, 0)


def wait_until_held(server: Server, expected: tuple[int, int]) -> None:
    deadline = time.monotonic() + 60
    while held(server) != expected and time.monotonic() < deadline:
        time.sleep(0.5)
    assert held(server) == expected


def test_everything_is_gone_within_a_minute_of_the_end(watched: Server) -> None:
    """A journal is counted while its page is open, so the count can fail; no upload stays with Streamlit. The
    time in which a page may come back is shorter here."""
    with Visitor(watched.url) as visit:
        visit.rerun()
        visit.upload(one_night(), BOX)
        assert visit.opened()
        wait_until_held(watched, (1, 0))
    wait_until_held(watched, (0, 0))


SECRET = "Zanzibar-7731"
HOSTILE = f"<img src=x onerror=alert(1)> **{SECRET}** [go](http://elsewhere.example) =SUM(1) $x$ :red[y]"


def hostile() -> Files:
    """A diary whose header, medicine, notes and file name try to be more than text."""
    rows = [(f"2025-03-{day:02d}", day % 3, 5, 1500, 30, HOSTILE, "yes") for day in range(1, 29)]
    diary = as_csv((*DIARY, "notes", HOSTILE), [*rows, (HOSTILE, 1, 5, 1500, 30, "", "no")])
    changes = as_csv(("date", "medication", "change"), [("2025-03-14", HOSTILE, "start")])
    return [(f"{SECRET} <b>diary</b>.csv", diary), ("changes.csv", changes)]


def files_below(*folders: Path) -> dict[str, tuple[int, float]]:
    """Size and time of writing of every file, but for Git's own and what running tests leave."""
    left_out = {".git", ".venv", "__pycache__", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".hypothesis"}
    return {
        str(path): (path.stat().st_size, path.stat().st_mtime)
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and not left_out & set(path.parts)
    }


def test_a_visit_leaves_no_trace(server: Server, own_page: Page) -> None:
    """A journal with a secret word, seen on every tab: no file is written below home or where temporary files
    go, no request leaves the server's own address, and no address, link or line of output has the word."""
    before = files_below(server.home, server.temporary)
    asked: list[str] = []
    dialogs: list[str] = []
    own_page.on("request", lambda request: asked.append(request.url))
    own_page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    upload(own_page, hostile())
    for view in VIEWS:
        open_view(own_page, view)
        assert "fault in the program" not in said(own_page)
        assert SECRET not in own_page.url
        assert own_page.locator("a[href*='elsewhere.example'], img[src='x']").count() == 0
    assert SECRET in own_page.inner_text("body")
    assert not dialogs
    assert not [url for url in asked if not url.startswith((server.url, "data:", "blob:"))]
    assert not [url for url in asked if SECRET in url]
    assert files_below(server.home, server.temporary) == before
    assert SECRET not in server.output.read_text(errors="replace")


def test_a_fault_shows_no_data(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """A fault whose message carries a cell: the screen names the place; the cell is nowhere."""

    def broken(*_: object, **__: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("analysis.words.say_figure", broken)
    app = open_app(one_night())
    assert "ValueError" in "".join(error.value for error in app.error)
    assert SECRET not in text_of(app)
    printed = capfd.readouterr()
    assert SECRET not in printed.out + printed.err


# Opens a night from the folder given, with a fault in the words, and prints what the screen says of it.
FAULT = """
import sys
sys.path.insert(0, sys.argv[1])
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from analysis import words
from analysis.executor import InProcess
from analysis.screen import work
manifest_scanner.scan_component_manifests = list  # no parts of pages by others
work.workers = InProcess
words.say_figure = lambda *_: 1 / 0
app = AppTest.from_file(f"{sys.argv[1]}/dashboard.py", default_timeout=60).run()
app.session_state.files = [("night.csv", b"night,cramps\\n2025-03-01,1")]
print(*[error.value for error in app.run().error])
"""


def test_a_fault_names_its_place_when_the_program_is_reached_by_a_link(tmp_path: Path) -> None:
    """Oracle: the call that fails stands in summary.py, wherever the folder is linked from."""
    link = tmp_path / "cramps"
    link.symlink_to(ROOT, target_is_directory=True)
    ran = subprocess.run(
        [sys.executable, "-c", FAULT, str(link)], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "ZeroDivisionError in summary.py, line " in ran.stdout


def test_an_upload_beyond_the_bound_is_refused(page: Page, tmp_path: Path) -> None:
    """21 MB: one sentence with the bound, and no journal."""
    large = tmp_path / "large.csv"
    large.write_bytes(b"night of,cramps\n" + b"2025-03-01,1\n" * (21 * 1024 * 1024 // 13))
    page.locator("input[type=file]").first.set_input_files(large)
    expect(page.get_by_text("20.0MB or smaller").or_(page.get_by_text("20MB"))).not_to_have_count(0)
    settle(page)
    expect(page.get_by_role("tab")).to_have_count(0)
