"""The screen, top to bottom as the visit goes. Layout only: what is shown was worked out in ``analysis``."""

import gc
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

FILE_TYPES = ["csv", "tsv", "txt", "xlsx"]
SAMPLES = Path(__file__).parent / "sample_data"


@st.cache_resource(show_spinner=False)
def start_server() -> None:
    """Once for the whole server: what was imported is set apart from the collector of garbage, which then takes
    milliseconds, and ended sessions are let go soon.

    Streamlit keeps an ended session, with its files, until another one ends; here it is looked for every ten seconds.
    """
    gc.collect()
    gc.freeze()
    runtime: Any = get_instance()
    events = runtime._get_async_objs().eventloop

    def let_go_of_ended_sessions() -> None:
        if runtime._session_mgr._session_storage._cache.expire():
            gc.collect()
        events.call_later(10, let_go_of_ended_sessions)

    events.call_soon_threadsafe(let_go_of_ended_sessions)


def take_files(uploaded: list[Any]) -> None:
    """Moves uploaded files into this session's state; Streamlit's own store of uploads keeps nothing."""
    context = get_script_run_ctx()
    assert context is not None
    for file in uploaded:
        st.session_state.files = (*st.session_state.files, (file.name, file.getvalue()))
        get_instance().uploaded_file_mgr.remove_file(context.session_id, file.file_id)
    st.session_state.uploads += 1


def upload_box(label: str) -> None:
    uploaded = st.file_uploader(
        label, type=FILE_TYPES, accept_multiple_files=True, key=f"upload {st.session_state.uploads}"
    )
    if uploaded:
        take_files(uploaded)
        st.rerun()


def first_visit() -> None:
    st.title("Cramp Journal")
    upload_box("Files of the journal")


def main() -> None:
    st.set_page_config(page_title="Cramp Journal", layout="wide", menu_items={"About": "Cramp Journal"})
    start_server()
    st.session_state.setdefault("files", ())
    st.session_state.setdefault("uploads", 0)
    first_visit()
    st.write([name for name, _ in st.session_state.files])


main()
