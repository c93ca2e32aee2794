"""The hosted form. Oracle: what a server answers to plain requests, beside a real provider of sign-ins."""

import base64
import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import httpx2
import pytest
from playwright.sync_api import Browser

from analysis.screen.gate import READY, SIGN_IN, sign_in_of
from tests.conftest import Server, free_port, start_server, stop_server

HOURS = 0.0025  # 9 seconds: less than a silent connection is held
UPLOAD = "/_stcore/upload_file/anybody/anything"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    with (tmp_path_factory.mktemp("provider") / "output").open("wb") as sink:
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "-p", str(port)],
            stdout=sink, stderr=sink,
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            httpx2.get(f"{address}/.well-known/openid-configuration")
            break
        except httpx2.TransportError:
            time.sleep(0.2)
    yield address
    process.terminate()
    process.wait()


def gate_settings(folder: Path, issuer: str, address: str) -> dict[str, str]:
    """The settings of the gate, with secret and key in ``folder``."""
    for name in ("secret", "key"):
        (folder / name).write_text(secrets.token_hex(32))
    return {
        "CRAMP_JOURNAL_ISSUER": issuer,
        "CRAMP_JOURNAL_CLIENT": "cramps",
        "CRAMP_JOURNAL_SECRET_FILE": str(folder / "secret"),
        "CRAMP_JOURNAL_KEY_FILE": str(folder / "key"),
        "CRAMP_JOURNAL_ADDRESS": address,
    }


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory, provider: str) -> Iterator[Server]:
    """The dashboard under uvicorn, with the gate."""
    folder = tmp_path_factory.mktemp("clinic")
    port = free_port()
    settings = gate_settings(folder, provider, f"http://127.0.0.1:{port}")
    settings["CRAMP_JOURNAL_HOURS"] = str(HOURS)
    command = (sys.executable, "-m", "uvicorn", "dashboard:app", "--port", str(port), "--no-access-log")
    running = start_server(folder, *command, port=port, **settings)
    yield running
    stop_server(running)


def handshake(port: int, cookie: str = "") -> tuple[str, socket.socket]:
    """The status line for the page's connection, and the connection itself."""
    key = base64.b64encode(secrets.token_bytes(16)).decode()
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    connection.sendall(
        f"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
        f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nCookie: {cookie}\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: streamlit\r\n\r\n".encode()
    )
    return connection.recv(1024).split(b"\r\n")[0].decode(), connection


def events(server: Server) -> list[dict[str, str]]:
    lines = server.output.read_text(errors="replace").splitlines()
    return [json.loads(line) for line in lines if line.startswith('{"at"')]


def test_without_a_sign_in_nothing_answers_but_health_and_readiness(clinic: Server) -> None:
    with httpx2.Client(timeout=60, base_url=clinic.url) as visitor:
        assert visitor.get("/_stcore/health").status_code == 200
        assert visitor.get(READY).status_code == 200
        for path in (
            "/",
            "/_stcore/host-config",
            "/media/a.csv",
            "/static/js/index.js",
            "/component/x",
            "/no",
        ):
            assert visitor.get(path).status_code == 401, path
        assert visitor.put(UPLOAD, files={"a": b"b"}).status_code == 401
        assert visitor.get("/", headers={"Cookie": "cramp_journal=forged"}).status_code == 401
        assert visitor.get("/clinic/signed-in?code=forged&state=forged").status_code == 401
    status, connection = handshake(clinic.port)
    connection.close()
    assert " 403 " in status


def test_a_sign_in_opens_the_page_and_ends_after_its_hours(clinic: Server) -> None:
    """Through the provider's own form. The page's connection is closed when the sign-in ends; the audit names
    who, and holds nothing else."""
    with httpx2.Client(timeout=60, base_url=clinic.url, follow_redirects=True) as visitor:
        form = visitor.get(SIGN_IN)
        entered = visitor.post(form.url, data={"sub": "nurse"})
        begun = time.monotonic()
        assert (entered.status_code, entered.url.path) == (200, "/")
        assert "no-store" in entered.headers["Cache-Control"]
        cookie = f"cramp_journal={visitor.cookies['cramp_journal']}"
        status, connection = handshake(clinic.port, cookie)
        assert " 101 " in status
        connection.settimeout(HOURS * 3600 + 30)
        while connection.recv(4096):
            pass
        connection.close()
        assert 0.8 * HOURS * 3600 < time.monotonic() - begun < HOURS * 3600 + 30
        assert visitor.get("/").status_code == 401
        assert httpx2.get(f"{clinic.url}/", timeout=60, headers={"Cookie": cookie}).status_code == 401
    told = [(event["event"], event["user"]) for event in events(clinic)]
    assert told[-3:] == [("sign-in", "nurse"), ("start", "nurse"), ("end", "nurse")]
    assert {name for event in events(clinic) for name in event} <= {"at", "event", "user", "kind"}


def test_a_gate_is_never_half_set(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="SECRET_FILE"):
        sign_in_of({"CRAMP_JOURNAL_ISSUER": "http://127.0.0.1"})
    (tmp_path / "short").write_text("short")
    settings = dict.fromkeys(("ISSUER", "CLIENT", "ADDRESS"), "http://127.0.0.1")
    settings |= dict.fromkeys(("SECRET_FILE", "KEY_FILE"), str(tmp_path / "short"))
    with pytest.raises(ValueError, match="32"):
        sign_in_of({f"CRAMP_JOURNAL_{name}": value for name, value in settings.items()})


def test_every_answer_forbids_a_frame_and_foreign_parts(server: Server) -> None:
    """Also in the form that the README starts."""
    for path in ("/", "/_stcore/health", "/_stcore/host-config", "/media/nothing.csv"):
        headers = httpx2.get(server.url + path, timeout=60).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Cache-Control"] == "no-store"


class Framing(BaseHTTPRequestHandler):
    """A page of another address with the dashboard in a frame."""

    inside: ClassVar[str]

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<iframe src='{self.inside}/'></iframe>".encode())

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_another_page_cannot_frame_the_dashboard(browser: Browser, server: Server) -> None:
    """A frame on a page of another address stays empty, because of what the dashboard answers."""
    Framing.inside = server.url
    page = browser.new_page()
    with HTTPServer(("127.0.0.1", 0), Framing) as other:
        Thread(target=other.serve_forever, daemon=True).start()
        with page.expect_event("requestfailed", lambda asked: asked.url == f"{server.url}/") as refused:
            page.goto(f"http://127.0.0.1:{other.server_port}/")
        other.shutdown()
    assert refused.value.failure == "net::ERR_BLOCKED_BY_RESPONSE"
    page.wait_for_timeout(200)
    assert len(page.frames) == 2
    assert "Cramp Journal" not in page.frames[1].content()
    page.close()


def test_environment_of_the_tests_has_no_gate() -> None:
    """So that the other tests see the form that the README starts."""
    assert sign_in_of(os.environ) is None
