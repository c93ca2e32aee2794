"""Results -> the page, one module for each of its parts; with ``dashboard.py`` all that imports Streamlit."""

from analysis.screen.answers import strip
from analysis.screen.exposures import exposure_tab
from analysis.screen.first_visit import first_visit, templates
from analysis.screen.gate import sign_in_of
from analysis.screen.hosted import middleware
from analysis.screen.journal import journal_tab
from analysis.screen.keep import keep_part
from analysis.screen.medication import medication
from analysis.screen.memory import LAST_PASS
from analysis.screen.night import card_window
from analysis.screen.nights import nights
from analysis.screen.parts import say_lost, say_too_much, upload_box
from analysis.screen.plan import chances_to_come
from analysis.screen.receipts import read_part
from analysis.screen.server import guarded, not_taken, start_server
from analysis.screen.session import VIEWS, Shown, close_files, open_files, read_files
from analysis.screen.several import ask_whether_several, several_people
from analysis.screen.sidebar import sidebar
from analysis.screen.streamlit_inside import TRIED
from analysis.screen.summary import summary
from analysis.screen.together import together
from analysis.screen.typed import typing_window
from analysis.screen.work import with_workers

__all__ = [
    "LAST_PASS",
    "TRIED",
    "VIEWS",
    "Shown",
    "ask_whether_several",
    "card_window",
    "chances_to_come",
    "close_files",
    "exposure_tab",
    "first_visit",
    "guarded",
    "journal_tab",
    "keep_part",
    "medication",
    "middleware",
    "nights",
    "not_taken",
    "open_files",
    "read_files",
    "read_part",
    "say_lost",
    "say_too_much",
    "several_people",
    "sidebar",
    "sign_in_of",
    "start_server",
    "strip",
    "summary",
    "templates",
    "together",
    "typing_window",
    "upload_box",
    "with_workers",
]
