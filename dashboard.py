"""The page: opens the files, reads and reviews them, and shows the part that is chosen.

``streamlit run dashboard.py`` and ``uvicorn dashboard:app`` serve it alike.
"""

from collections.abc import Callable

import streamlit as st

from analysis import screen, words
from analysis.journal import JournalError

MOON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%234b3a8c' d='M11 14A7 7 0 1 1 8 1a6 6 0 0 0 6 10 7 7 0 0 1-3 3z'/%3E%3C/svg%3E"  # noqa: E501


def page() -> None:
    """Reads, reviews and draws what is chosen, and no tab that is closed."""
    screen.say_too_much()
    if not st.session_state.files:
        screen.first_visit()
        return
    if st.session_state.get("several"):
        screen.several_people()
        return
    journal = screen.read_files()
    if isinstance(journal, JournalError):
        st.title("Cramp Journal", anchor=False)
        if len(journal.receipts) != 1:
            st.error(words.markdown(str(journal)))
        screen.ask_whether_several(journal.receipts)
        screen.read_part(journal.receipts)
        screen.upload_box("Other files", "other")
        screen.templates()
        st.button("Start again", on_click=screen.close_files)
        return
    screen.typing_window()
    with st.sidebar:
        result, shown = screen.sidebar(journal)
    screen.card_window(shown.wording, shown.volume, shown.glass_ml)
    screen.ask_whether_several(journal.receipts)
    screen.strip(journal.receipts, journal.not_understood)
    screen.say_lost(result)
    screen.chances_to_come()
    tabs = st.tabs(list(screen.VIEWS.values()), key="view", bind="query-params")
    parts: tuple[Callable[[], None], ...] = (
        lambda: screen.summary(result, shown),
        lambda: screen.exposure_tab(result, shown, "hydration"),
        lambda: screen.exposure_tab(result, shown, "activity"),
        lambda: screen.medication(result, shown),
        lambda: screen.nights(result, shown),
        lambda: screen.together(result, shown),
        lambda: screen.journal_tab(journal, result, shown),
        lambda: screen.keep_part(journal, result, shown),
    )
    for tab, part in zip(tabs, parts, strict=True):
        if tab.open:
            with tab:
                part()


def after_a_fault(fault: Exception) -> bool:
    """Where taking a click or an answer failed: one sentence, and the page as it was. Faults in what is shown
    never come here."""
    screen.not_taken(fault)
    screen.guarded(page)()
    return True


def main() -> None:
    st.set_page_config("Cramp Journal", MOON, "wide", menu_items={"About": words.say_disclaimer()})
    screen.start_server()
    if "files" not in st.session_state:
        screen.open_files(())
    screen.guarded(page)()


if __name__ == "__main__":
    main()
else:  # imported by the server, which Streamlit starts, or uvicorn in a clinic
    app = st.App(
        __file__,
        lifespan=screen.with_workers,
        middleware=screen.middleware(),
        on_script_error=after_a_fault,
    )
