"""The page as a server: with its headers always, and with the gate of a clinic where one is set."""

import os
from urllib.parse import urlsplit

from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware

from analysis.screen.gate import COOKIE, Gate, sign_in_of
from analysis.screen.headers import Headers
from analysis.screen.streamlit_inside import answer_to


def middleware() -> list[Middleware]:
    """What stands before the page, the outermost first."""
    sign_in = sign_in_of(os.environ)
    if sign_in is None:
        return [Middleware(Headers)]
    if name := urlsplit(sign_in.address).hostname:
        answer_to(name)
    seconds = int(sign_in.hours * 3600) or 1
    session = Middleware(
        SessionMiddleware, secret_key=sign_in.key, session_cookie=COOKIE, max_age=seconds,
        https_only=sign_in.secure,
    )  # fmt: skip
    return [Middleware(Headers), session, Middleware(Gate, sign_in=sign_in)]
