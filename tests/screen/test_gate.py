"""The gate of a clinic's server, without a server. Oracle: the settings and answers by hand; what a browser
and a provider see of it is tried in ``test_hosted.py``."""

import asyncio
import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from analysis.screen.gate import (
    ASK,
    HEALTH,
    POLICY_VIOLATION,
    READY,
    SIGN_OUT,
    Gate,
    SignIn,
    audit,
    sign_in_of,
)
from tests.without_browser import finish

SIGN_IN = SignIn("https://id.example/", "journal", "secret", "k" * 32, "https://clinic.example", 8)
SOMEBODY = {"user": "dr-17"}


@pytest.fixture
def written() -> Iterator[list[dict[str, str]]]:
    """The lines of the audit."""
    lines: list[dict[str, str]] = []
    handler, before, level = logging.Handler(), [*audit.handlers], audit.level
    handler.emit = lambda record: lines.append(json.loads(record.getMessage()))  # type: ignore[method-assign]
    audit.handlers[:] = [handler]
    audit.setLevel(logging.INFO)
    yield lines
    audit.handlers[:] = before
    audit.setLevel(level)


def asked(
    path: str, session: dict[str, Any], kind: str = "http", seconds: float = 60
) -> tuple[list[str], list[dict[str, Any]]]:
    """The paths that reach the page behind the gate, and what is sent back."""
    reached: list[str] = []
    sent: list[dict[str, Any]] = []

    async def page(scope: Any, receive: Any, send: Any) -> None:
        reached.append(scope.get("path", ""))
        assert "session" not in scope
        if kind == "websocket":
            while (await receive())["type"] != "websocket.disconnect":
                pass
        else:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"page"})

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        if kind == "websocket" and session:
            await asyncio.sleep(60)
        return {"type": "websocket.connect" if kind == "websocket" else "http.request"}

    held = {"until": time.time() + seconds, **session} if session else {}
    scope: Any = {"type": kind, "path": path, "headers": [], "method": "GET", "query_string": b""}
    if kind != "lifespan" and path != HEALTH:
        scope["session"] = held
    finish(Gate(page, SIGN_IN)(scope, receive, send))
    return reached, sent


def settings(folder: Path, key: str = "k" * 32) -> dict[str, str]:
    (folder / "secret").write_text(" s3cret\n", "utf-8")
    (folder / "key").write_text(f"{key}\n", "utf-8")
    told = {
        "ISSUER": "https://id.example", "CLIENT": "journal", "ADDRESS": "https://clinic.example/",
        "SECRET_FILE": str(folder / "secret"), "KEY_FILE": str(folder / "key"),
    }  # fmt: skip
    return {f"CRAMP_JOURNAL_{name}": value for name, value in told.items()}


def test_a_gate_is_off_or_whole(tmp_path: Path) -> None:
    whole = settings(tmp_path)
    found = sign_in_of(whole)
    assert found == SignIn("https://id.example", "journal", "s3cret", "k" * 32, "https://clinic.example", 8)
    assert found.secure
    assert not SignIn("", "", "", "", "http://127.0.0.1:8501", 8).secure
    for name in set(whole) - {"CRAMP_JOURNAL_ISSUER"}:
        with pytest.raises(KeyError, match=name):
            sign_in_of({other: value for other, value in whole.items() if other != name})
    assert sign_in_of({name: value for name, value in whole.items() if "ISSUER" not in name}) is None
    half = sign_in_of(whole | {"CRAMP_JOURNAL_HOURS": "0.5"})
    assert half is not None
    assert half.hours == 0.5


def test_a_key_that_can_be_guessed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 32 letters"):
        sign_in_of(settings(tmp_path, key="k" * 31))


@pytest.mark.parametrize("path", ["/", "/media/page.pdf", "/_stcore/stream", "/static/js/index.js"])
def test_nobody_reaches_a_page(path: str, written: list[dict[str, str]]) -> None:
    reached, [start, body] = asked(path, {})
    assert reached == []
    assert (start["status"], body["body"]) == (401, ASK.encode())
    assert asked(path, SOMEBODY, seconds=-1)[0] == []  # the sign-in has ended
    assert written == []


def test_who_is_signed_in_reaches_the_page_and_a_file_is_written_down_by_its_kind(
    written: list[dict[str, str]],
) -> None:
    assert asked("/", SOMEBODY)[0] == ["/"]
    assert written == []
    assert asked("/media/Anna Smith.pdf", SOMEBODY)[0] == ["/media/Anna Smith.pdf"]
    [line] = written
    assert line.pop("at")
    assert line == {"event": "file", "user": "dr-17", "kind": "pdf"}


def test_health_and_the_start_of_the_server_need_no_sign_in() -> None:
    assert asked(HEALTH, {})[0] == [HEALTH]
    assert asked("", {}, kind="lifespan")[0] == [""]


@pytest.mark.parametrize(("ready", "status"), [(True, 200), (False, 503)])
def test_readiness_is_that_of_the_workers(monkeypatch: pytest.MonkeyPatch, ready: bool, status: int) -> None:
    monkeypatch.setattr("analysis.screen.gate.ready", lambda: ready)
    reached, [start, _] = asked(READY, {})
    assert (reached, start["status"]) == ([], status)


def test_a_page_of_nobody_is_closed_at_once() -> None:
    reached, sent = asked("/_stcore/stream", {}, kind="websocket")
    assert reached == []
    assert sent == [{"type": "websocket.close", "code": POLICY_VIOLATION}]


def test_an_open_page_is_closed_when_the_sign_in_ends(written: list[dict[str, str]]) -> None:
    reached, sent = asked("/_stcore/stream", SOMEBODY, kind="websocket", seconds=0.2)
    assert reached == ["/_stcore/stream"]
    assert sent == [{"type": "websocket.close", "code": POLICY_VIOLATION}]
    assert [line["event"] for line in written] == ["start", "end"]


def test_who_signs_out_is_nobody(written: list[dict[str, str]]) -> None:
    reached, [start, body] = asked(SIGN_OUT, SOMEBODY)
    assert (reached, start["status"], body["body"]) == ([], 200, ASK.encode())
    assert [(line["event"], line["user"]) for line in written] == [("sign-out", "dr-17")]
