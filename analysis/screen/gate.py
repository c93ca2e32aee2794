"""The door of a clinic's server: without a sign-in by OpenID Connect only health and readiness answer.

Off by default: it stands where ``CRAMP_JOURNAL_ISSUER`` is set. It needs the packages of the extra
``clinic``.
"""

import asyncio
import json
import logging
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.screen.work import ready

HEALTH, READY = "/_stcore/health", "/clinic/ready"
SIGN_IN, SIGNED_IN, SIGN_OUT = "/clinic/sign-in", "/clinic/signed-in", "/clinic/sign-out"
MEDIA = "/media/"
COOKIE = "cramp_journal"
POLICY_VIOLATION = 1008  # of the websocket protocol
ASK = f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Cramp Journal</title>
<h1>Cramp Journal</h1><p>This server is for signed-in staff. <a href="{SIGN_IN}">Sign in</a></p></html>"""
audit = logging.getLogger("cramp_journal.audit")


@dataclass(frozen=True)
class SignIn:
    """Who says who somebody is, and for how long that holds: ``hours`` [h]. ``address`` is the page's own."""

    issuer: str
    client: str
    secret: str
    key: str
    address: str
    hours: float

    @property
    def secure(self) -> bool:
        return self.address.startswith("https:")


def sign_in_of(environment: Mapping[str, str]) -> SignIn | None:
    """The settings of the gate; None where it is off. Secrets are read from files that the settings name.

    Raises ``KeyError`` with the name of a setting that is missing: a server never starts with half a gate.

    >>> sign_in_of({}) is None
    True
    """

    def of(name: str) -> str:
        return environment[f"CRAMP_JOURNAL_{name}"]

    if "CRAMP_JOURNAL_ISSUER" not in environment:
        return None
    secret, key = (Path(of(name)).read_text("utf-8").strip() for name in ("SECRET_FILE", "KEY_FILE"))
    if len(key) < 32:
        raise ValueError("CRAMP_JOURNAL_KEY_FILE must hold at least 32 letters")
    hours = float(environment.get("CRAMP_JOURNAL_HOURS", "8"))
    return SignIn(of("ISSUER"), of("CLIENT"), secret, key, of("ADDRESS").rstrip("/"), hours)


def write_down(event: str, **what: str) -> None:
    """One line of the audit: the moment, the event and who. Never a word, name or address of a journal."""
    if not audit.handlers:
        audit.addHandler(logging.StreamHandler(sys.stdout))
        audit.setLevel(logging.INFO)
        audit.propagate = False
    audit.info(json.dumps({"at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "event": event} | what))


class Gate:
    """Lets through who is signed in, until the sign-in ends; a page that is open then is closed."""

    def __init__(self, app: ASGIApp, sign_in: SignIn) -> None:
        from authlib.integrations.starlette_client import OAuth

        self.app, self.sign_in = app, sign_in
        self.provider: Any = OAuth().register(
            "clinic", client_id=sign_in.client, client_secret=sign_in.secret,
            server_metadata_url=f"{sign_in.issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={"scope": "openid", "code_challenge_method": "S256"},
        )  # fmt: skip

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] == "lifespan" or path == HEALTH:
            await self.app(scope, receive, send)
            return
        user, until = self.user_of(scope)
        inner = {name: value for name, value in scope.items() if name != "session"}  # Streamlit has its own
        if scope["type"] == "websocket":
            await self.visit(user, until, inner, receive, send)
        elif (answer := await self.own(path, Request(scope, receive))) is not None:
            await answer(scope, receive, send)
        elif not user:
            await HTMLResponse(ASK, 401)(scope, receive, send)
        else:
            await self.app(inner, receive, send)
            if path.startswith(MEDIA):
                write_down("file", user=user, kind=Path(path).suffix.lstrip("."))

    def user_of(self, scope: Scope) -> tuple[str, float]:
        """Who is signed in and until when [s since 1970]; an empty name where nobody is."""
        session = HTTPConnection(scope).session
        until = float(session.get("until", 0))
        return (str(session.get("user", "")), until) if time.time() < until else ("", 0.0)

    async def own(self, path: str, request: Request) -> Response | None:
        """The answer at one of the gate's own addresses, else None."""
        if path == READY:
            is_ready = await asyncio.to_thread(ready)
            return PlainTextResponse("ready" if is_ready else "not ready", 200 if is_ready else 503)
        if path == SIGN_IN:
            redirect: Response = await self.provider.authorize_redirect(
                request, self.sign_in.address + SIGNED_IN
            )
            return redirect
        if path == SIGNED_IN:
            return await self.signed_in(request)
        if path == SIGN_OUT:
            write_down("sign-out", user=self.user_of(request.scope)[0])
            request.session.clear()
            return HTMLResponse(ASK)
        return None

    async def signed_in(self, request: Request) -> Response:
        from authlib.integrations.base_client import OAuthError
        from joserfc.errors import JoseError

        try:
            token = await self.provider.authorize_access_token(request)
        except (OAuthError, JoseError):
            write_down("refused", user="")
            request.session.clear()
            return HTMLResponse(ASK, 401)
        user = str(token["userinfo"]["sub"])
        request.session.clear()
        request.session.update(user=user, until=time.time() + self.sign_in.hours * 3600)
        write_down("sign-in", user=user)
        return RedirectResponse(self.sign_in.address + "/")

    async def visit(self, user: str, until: float, scope: Scope, receive: Receive, send: Send) -> None:
        """The page's connection, from its start until it is closed or the sign-in ends."""
        if not user:
            await receive()
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return

        async def receive_until() -> Message:
            try:
                return await asyncio.wait_for(receive(), until - time.time())
            except TimeoutError:
                await send({"type": "websocket.close", "code": POLICY_VIOLATION})
                return {"type": "websocket.disconnect", "code": POLICY_VIOLATION}

        write_down("start", user=user)
        try:
            await self.app(scope, receive_until, send)
        finally:
            write_down("end", user=user)
