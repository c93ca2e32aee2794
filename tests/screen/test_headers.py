"""What the server says with every answer. Oracle: the headers by hand, the page as Streamlit ships it."""

import re
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import streamlit

from analysis.screen.headers import ALWAYS, POLICY, Headers, own_scripts
from tests.without_browser import finish


def answer_at(path: str, kind: str = "http") -> list[dict[str, Any]]:
    """The messages of an answer, with what was said beside it by the program itself."""
    sent: list[dict[str, Any]] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        start = "http.response.start" if kind == "http" else "websocket.accept"
        await send({"type": start, "status": 200, "headers": [(b"cache-control", b"public")]})
        await send({"type": "http.response.body", "body": b"x"})

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        raise AssertionError("nothing is asked for")

    finish(Headers(app)({"type": kind, "path": path}, receive, send))  # type: ignore[arg-type]
    return sent


@pytest.mark.parametrize(
    ("path", "keeps"),
    [("/", False), ("/media/1.pdf", False), ("/static/js/index.js", True), ("/x/static/1.csv", False)],
)
def test_only_parts_of_the_program_may_be_kept(path: str, keeps: bool) -> None:
    start, body = answer_at(path)
    said = {name.decode(): value.decode() for name, value in start["headers"]}
    assert said.pop("cache-control") == ("public" if keeps else "no-store")
    assert said == {name.lower(): value for name, value in ALWAYS.items()}
    assert body == {"type": "http.response.body", "body": b"x"}


def test_the_connection_of_the_page_is_left_as_it_is() -> None:
    assert answer_at("/", "websocket")[0]["headers"] == [(b"cache-control", b"public")]


def test_nothing_runs_that_is_not_of_the_program() -> None:
    """Scripts of the page by their hash, else from here alone; no frame around it, no form to elsewhere."""
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules["default-src"] == rules["frame-ancestors"] == "'none'"
    assert "'unsafe-inline'" not in rules["script-src"]
    assert "'unsafe-eval'" not in rules["script-src"].split()
    assert not any("http" in rule or "*" in rule for rule in rules.values())
    assert rules["connect-src"] == rules["form-action"] == rules["base-uri"] == "'self'"


def test_each_script_of_the_page_is_known_by_its_hash() -> None:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    known = {b64decode(told) for told in re.findall(r"'sha256-([^']+)'", own_scripts())}
    inline = [part.split(b"</script>")[0] for part in page.split(b"<script>")[1:]]
    assert inline
    assert known == {sha256(script).digest() for script in inline}
