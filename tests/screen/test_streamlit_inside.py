"""Files to download: they stay at their address for as long as a browser needs, and not after."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from analysis.screen import streamlit_inside


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> MediaFileManager:
    """Streamlit's own store of files, without a server."""
    store = MediaFileManager(MemoryMediaFileStorage("/media"))
    monkeypatch.setattr(streamlit_inside, "get_instance", lambda: SimpleNamespace(media_file_mgr=store))
    return store


def made(store: MediaFileManager, content: bytes) -> str:
    """A file made for a click, as Streamlit makes it: its name in the store."""
    address = store.add(content, "text/csv", "here", "rows.csv", is_for_static_download=True)
    return address.rsplit("/", 1)[1].split(".")[0]


def reruns(store: MediaFileManager) -> None:
    """Two pages are drawn to their end, by whomever."""
    for _ in range(2):
        store.clear_session_refs("dontcare")
        store.remove_orphaned_files()


def test_reruns_do_not_take_a_file_away_before_it_was_fetched(store: MediaFileManager) -> None:
    """Oracle: the same file that nobody lent is gone after the same two pages."""
    streamlit_inside.lend_download("visit", b"a,b\n", "text/csv", "rows.csv")
    lent, other = made(store, b"a,b\n"), made(store, b"c,d\n")
    reruns(store)
    assert store.read_file(other) is None
    kept = store.read_file(lent)
    assert kept is not None
    assert kept.content == b"a,b\n"
    streamlit_inside.take_back_downloads("visit")
    assert store.read_file(lent) is None
    reruns(store)


def test_what_was_lent_and_never_made_is_forgotten(store: MediaFileManager) -> None:
    """A fault between the two: nothing is left that would hold a later file of the same bytes."""
    streamlit_inside.lend_download("visit", b"a,b\n", "text/csv", "rows.csv")
    streamlit_inside.take_back_downloads("visit")
    late = made(store, b"a,b\n")
    reruns(store)
    assert store.read_file(late) is None


def test_the_script_of_charts_stands_beside_the_pages_own() -> None:
    """Oracle: Streamlit's own page: what it starts with lies in the same folder, which is how the browser
    finds the other; a version that keeps it elsewhere is looked at before it is taken."""
    pages = Path(streamlit.__file__).parent / "static"
    own = re.search(r'src="\./(static/js/index\.[^"]+\.js)"', (pages / "index.html").read_text("utf-8"))
    assert own is not None
    assert (pages / own[1]).with_name(streamlit_inside.script_of_charts()).stat().st_size > 1_000_000
