"""What cannot be done by Streamlit's public names: to let go of what it keeps of a visit that has ended.

By itself Streamlit keeps an ended session until another one ends, and the last one for ever: as a local of
its loop, with state, fragments and files to download; a file that was downloaded stays at its address until
two further pages have been drawn by anybody. The names used here are those of the versions in
``TRIED``; a test names them, so that a new version is looked at before it is taken.
"""

from collections.abc import Collection
from functools import cache
from pathlib import Path
from threading import Lock, Timer
from typing import Any

import streamlit
from streamlit import config
from streamlit.runtime import get_instance
from streamlit.runtime.memory_media_file_storage import _calculate_file_id

from analysis.screen.memory import let_go

TRIED = ("1.67",)
SECONDS = 5  # between two looks
FETCHED = 30  # seconds after which a file that was made for a click has long been fetched
_lent: dict[str, set[str]] = {}  # by session: the files at their addresses
_LENT = "lent"  # stands for a session whose files no rerun takes away
_lock = Lock()


@cache
def script_of_charts() -> str:
    """The name of the script with which Streamlit's page draws charts, beside its own; empty where a version
    keeps it elsewhere."""
    found = sorted(Path(streamlit.__file__).parent.glob("static/static/js/PlotlyChart.*.js"))
    return found[0].name if len(found) == 1 else ""


def answer_to(name: str) -> None:
    """From now on the page may also be asked for by this name of the server, beside those of this machine."""
    config.set_option("server.allowedHosts", [*config.get_option("server.allowedHosts"), name])


def watch_for_ended_sessions() -> None:
    """From now on, every few seconds, ended sessions are emptied. One that may come back is not ended yet."""
    runtime: Any = get_instance()
    events = runtime._get_async_objs().eventloop

    def look() -> None:
        ended = runtime._session_mgr._session_storage._cache.expire()
        for _, known in ended:
            take_back_downloads(known.session.id)
            empty(known.session)
        if ended:
            let_go()
        events.call_later(SECONDS, look)

    events.call_soon_threadsafe(look)


def empty(session: Any) -> None:
    """Ends a session, with its files to download, and empties what it holds: the loop may hold it still."""
    session.shutdown()
    session._session_state.clear()
    session._fragment_storage.clear()
    session._browser_queue.clear()


def take_upload(session_id: str, file_id: str) -> None:
    """Takes an upload that has been read out of Streamlit's store, which outlives the session."""
    store: Any = get_instance().uploaded_file_mgr
    store.remove_file(session_id, file_id)


def lend_download(session_id: str, content: bytes, media_type: str, name: str) -> None:
    """Says that this file is about to get an address, for as long as a browser needs to fetch it. Reruns
    that end meanwhile, of any session, would else take it away."""
    file = _calculate_file_id(content, media_type, name)
    store: Any = get_instance().media_file_mgr
    with _lock:
        _lent.setdefault(session_id, set()).add(file)
    with store._lock:
        store._files_by_session_and_coord[_LENT][file] = file
    timer = Timer(FETCHED, take_back_downloads, (session_id, {file}))
    timer.daemon = True
    timer.start()


def take_back_downloads(session_id: str, files: Collection[str] | None = None) -> None:
    """From now on these files that were made in this session, all where it is None, cannot be fetched, nor
    are they in memory."""
    with _lock:
        lent = _lent.pop(session_id, set())
        back = lent if files is None else lent.intersection(files)
        if lent - back:
            _lent[session_id] = lent - back
        back = back.difference(*_lent.values())  # the same sample may be taken by two
    if back:
        store: Any = get_instance().media_file_mgr
        with store._lock:
            for file in back:
                store._files_by_session_and_coord[_LENT].pop(file, None)
                if file in store._file_metadata:
                    store._delete_file(file)
