"""Visits of the dashboard without a browser.

Each would look through all installed packages for parts of pages, which takes longer than the dashboard
itself; what is installed does not change while the tests run. Nor is the memory of the tests' own process
that of a server: nothing of it is overwritten or given back.
"""

import asyncio
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from analysis.screen import server, session
from tests.conftest import ROOT
from tests.journal_files import Files

manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
server.prepare_memory = session.let_go_soon = lambda: None


def dashboard(seconds: float = 60) -> AppTest:
    """The dashboard before its first run, each of which may take so long [s]."""
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=seconds)


def open_app(files: Files | None = None, view: str | None = None) -> AppTest:
    app = dashboard()
    app.run()
    if files:
        app.file_uploader[0].set_value([(name, content, "text/csv") for name, content in files]).run()
    return opened_at(app, view) if view else app


def opened_at(app: AppTest, view: str) -> AppTest:
    app.session_state["view"] = view
    return app.run()


def unfold(app: AppTest, name: str) -> None:
    """Opens what is folded away under that key, as a click does."""
    app.session_state[name] = True
    app.run()


def fold(app: AppTest, name: str) -> None:
    app.session_state[name] = False
    app.run()


def text_of(app: AppTest) -> str:
    """All words on the screen, without the marks of Markdown."""
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.error, *app.warning, *app.metric]
    return "\n".join(
        f"{part.label} {part.value}" if part.type == "metric" else str(part.value) for part in parts
    ).replace("\\", "")


def all_of(app: AppTest) -> str:
    """All words on the screen with those of tables and charts, every space alike."""
    tables = [table.value.to_string() for table in (*app.table, *app.dataframe)]
    charts = [
        json.dumps(json.loads(chart.proto.spec), ensure_ascii=False) for chart in app.get("plotly_chart")
    ]
    return "\n".join((text_of(app), *tables, *charts)).replace("\N{NO-BREAK SPACE}", " ")


def folded_away(app: AppTest) -> list[str]:
    """What is folded away, by name."""
    return [box.label for box in app.expander]


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def answer(app: AppTest, label: str, option: str) -> None:
    """An answer by its words, as the browser sends it: of a list, or of a few beside each other. In a form it
    is sent with the form's own button."""
    (box,) = (box for box in [*app.selectbox, *app.button_group] if label in box.label)
    assert option in box.options
    box.set_value(option)
    if not box.form_id:
        app.run()
    assert not app.exception


def offered(app: AppTest, label: str) -> bytes:
    """The file that a button of that label gives, made as at a click."""
    (button,) = (button for button in app.get("download_button") if button.label == label)
    content: bytes | str = app.session_state["kept"]["offers"][button.key or label]()
    return content.encode() if isinstance(content, str) else content


class Held(dict[str, Any]):
    """Stands in for what a session holds, where nothing else of Streamlit is needed."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value


def finish(work: Coroutine[Any, Any, None]) -> None:
    """Runs it to its end, in a thread of its own: where a browser is open, this one has a loop already."""
    with ThreadPoolExecutor(1) as beside:
        beside.submit(asyncio.run, work).result()
