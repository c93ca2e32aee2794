"""A visit without a browser, for the doctor: opens a journal, looks at every part, closes it, and tells what
it did to the machine.

Talks on its two streams: a line when the journal is open and one when it is closed, with what was opened to
write, and which addresses were called; after each it waits for a line.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND
NO_DISK = ("/dev/", "/proc/")


def watch() -> tuple[list[str], list[str]]:
    """What is opened to write, and what is called, from now on."""
    written: list[str] = []
    called: list[str] = []

    def heard(event: str, given: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(given[0], str | bytes):
            path, flags = os.fsdecode(given[0]), given[2]
            if isinstance(flags, int) and flags & WRITING and not path.startswith(NO_DISK):
                written.append(path)
        elif event in ("os.mkdir", "os.rename", "tempfile.mkstemp", "tempfile.mkdtemp"):
            written.append(str(given[0]))
        elif event == "socket.connect" and isinstance(given[1], tuple):
            called.append(str(given[1][0]))

    sys.addaudithook(heard)
    return written, called


def visit(content: bytearray, tell: Any, wait: Any) -> None:
    from streamlit.testing.v1 import AppTest

    from analysis.screen.memory import let_go
    from analysis.screen.session import VIEWS
    from analysis.screen.work import workers

    workers()  # begun with a server, whose start is not what is watched
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120).run()
    written, called = watch()
    app.session_state["files"] = [("diary.csv", bytes(content))]
    content.clear()
    for name in VIEWS.values():
        app.session_state["view"] = name
        app.run()
    faults = [error.value for error in app.error]
    tell({"open": not faults and len(app.tabs) > 0})
    wait()
    close = next(button for button in app.button if button.label == "Close this journal")
    close.click().run()
    del close
    let_go()
    outside = [address for address in called if not address.startswith(("127.", "::1"))]
    tell({"written": written, "called": outside})
    wait()


def main(arguments: Sequence[str]) -> None:
    out = os.fdopen(os.dup(1), "w")  # what others print goes elsewhere
    os.dup2(2, 1)

    def tell(what: dict[str, Any]) -> None:
        print(json.dumps(what), file=out, flush=True)

    size = int(arguments[0])
    with os.fdopen(0, "rb", buffering=0) as given:  # a buffer would keep some of the journal
        content = bytearray()
        while len(content) < size:
            content += given.read(size - len(content))
        visit(content, tell, lambda: given.read(1))


if __name__ == "__main__":
    main(sys.argv[1:])
