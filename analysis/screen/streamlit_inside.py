"""What cannot be done by Streamlit's public names: to let go of what it keeps of a visit that has ended.

By itself Streamlit keeps an ended session until another one ends, and the last one for ever: as a local of
its loop, with state, fragments and files to download. The names used here are those of the versions in
``TRIED``; a test names them, so that a new version is looked at before it is taken.
"""

from typing import Any

from streamlit.runtime import get_instance

from analysis.screen.memory import let_go

TRIED = ("1.67",)
SECONDS = 5  # between two looks


def watch_for_ended_sessions() -> None:
    """From now on, every few seconds, ended sessions are emptied. One that may come back is not ended yet."""
    runtime: Any = get_instance()
    events = runtime._get_async_objs().eventloop

    def look() -> None:
        ended = runtime._session_mgr._session_storage._cache.expire()
        for _, known in ended:
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
