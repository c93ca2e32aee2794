"""Nothing of a journal leaves the machine, stays behind, or shows where it should not.

Oracles: the sockets, the file system, the requests and the memory of a running dashboard, looked at from outside.
"""

import base64
import os
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
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, Server, start_server, stop_server

# Starts the dashboard in this process and tells every second what is still held of anyone's journal.
WATCHED = """
import gc, sys, threading, time
def tell():
    while True:
        time.sleep(1)
        model = sys.modules.get("analysis.journal.model")
        runtime = sys.modules.get("streamlit.runtime")
        if model and runtime and runtime.exists():
            journals = sum(type(held) is model.Journal for held in gc.get_objects())
            uploads = runtime.get_instance().uploaded_file_mgr.file_storage.values()
            print(f"held: {journals} journals, {sum(len(files) for files in list(uploads))} uploads", flush=True)
threading.Thread(target=tell, daemon=True).start()
from streamlit.web import cli
sys.argv = ["streamlit", "run", "dashboard.py"]
cli.main()
"""
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
    """Telemetry, error details, the question for an e-mail address and the bound of an upload, as documented by Streamlit."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["client"]["disableDataExport"] is True
    assert settings["server"]["showEmailPrompt"] is False
    assert settings["server"]["maxUploadSize"] <= 20
    assert settings["server"]["disconnectedSessionTTL"] <= 45


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Server]:
    running = start_server(tmp_path, sys.executable, "-c", WATCHED)
    yield running
    stop_server(running)


def held(server: Server) -> tuple[int, int]:
    """Journals and uploaded files in the memory of the server, as last told."""
    told = HELD.findall(server.output.read_text(errors="replace"))
    return (int(told[-1][0]), int(told[-1][1])) if told else (0, 0)


def test_everything_is_gone_within_a_minute_of_the_end(watched: Server, browser: Browser) -> None:
    """The journal is there while the page is open (so the count can fail), the upload never stays with Streamlit."""
    context = browser.new_context()
    visit = context.new_page()
    visit.goto(watched.url)
    upload(visit, one_night())
    expect(visit.get_by_role("heading", name="How is it going?")).to_be_visible()
    time.sleep(2.5)
    assert held(watched) == (1, 0)
    context.close()
    deadline = time.monotonic() + 60
    while held(watched)[0] and time.monotonic() < deadline:
        time.sleep(1)
    assert held(watched) == (0, 0)
