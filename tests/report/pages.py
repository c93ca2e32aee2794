"""Journals for the page, and what is read out of a PDF by another library than the one that made it."""

import io
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pikepdf
import pypdf

from analysis import Journal, Person, Review, read_journal, review
from analysis.report import Keep, write_page
from analysis.screen.session import SAMPLE
from tests.journals import make_journal

SAMPLES = Path(__file__).parents[2] / "sample_data"
YEAR = [SAMPLES / name for name in SAMPLE]
MADE = date(2025, 9, 2)  # the day of making of the pages below
HOSTILE = '#strong[x] $x$ = @a <b> *c* _d_ `e` \\ // /* "q" #read("page.typ") </svg><script>alert(1)</script>'


@cache
def sample() -> tuple[Journal, Review]:
    journal = read_journal(YEAR)
    return journal, review(journal)


def of_the_year() -> Journal:
    return sample()[0]


def review_of_the_year() -> Review:
    return sample()[1]


@cache
def two_months() -> list[tuple[str, bytes]]:
    """A diary with one thing that is asked about, and one change: far quicker to review than the year."""
    lines = [
        f"{night:%Y-%m-%d},{(at * 7 + 1) % 5 % 3},{1000 + 100 * (at * 3 % 9)},nothing else"
        for at, night in enumerate(pd.date_range("2025-03-01", periods=64))
    ]
    diary = "Night of,Cramps,Water (mL),Notes\n" + "\n".join(lines) + "\n"
    changed = "date,medication,change\n2025-04-02,magnesium,start\n"
    return [("diary.csv", diary.encode()), ("changes.csv", changed.encode())]


@cache
def of_two_months() -> Journal:
    return read_journal(two_months())


@cache
def review_of_two_months() -> Review:
    return review(of_two_months())


@cache
def page_of_the_year(**chosen: Any) -> bytes:
    """The page of the whole sample under these choices; several tests look at each."""
    return write_page(review_of_the_year(), Keep(**{"made_on": MADE, **chosen}))


@cache
def page_of_two_months(**chosen: Any) -> bytes:
    return write_page(review_of_two_months(), Keep(**{"made_on": MADE, **chosen}))


@cache
def reviewed(name: str) -> Review:
    """The review of one of the journals below; several tests look at each."""
    return review(JOURNALS[name]())


def changes(count: int, name: str = "Medicine") -> list[dict[str, object]]:
    return [
        {
            "night": position * 9,
            "medication": f"{name}{chr(97 + position // 26)}{chr(97 + position % 26)}",
            "change": "start",
            "dose": 5.0,
            "unit": "mg",
        }
        for position in range(count)
    ]


COUNTS = [position % 3 for position in range(120)]
LONG = "Acetylsalicylic" * 14
ANYBODY = Person(71, False, ("diabetes",) * 6, "mother", tuple(f"Question {n} " * 20 for n in range(9)))


def _noted(note: str) -> dict[str, Any]:
    """What stands on every night of a journal whose remarks are in another script."""
    return {"fields": {"notes": [note] * len(COUNTS), "swelling": [True] * len(COUNTS)}}


# Every kind of journal that has to fit on one sheet, made when it is asked for.
JOURNALS: dict[str, Callable[[], Journal]] = {
    "forty changes": lambda: make_journal(COUNTS * 4, changes=changes(40)),
    "no changes": lambda: make_journal(COUNTS),
    "ten years": lambda: make_journal([position % 2 for position in range(3650)]),
    "one night": lambda: make_journal([2]),
    "no cramps": lambda: make_journal([0] * 90),
    "nothing logged": lambda: make_journal([None]),
    "long names": lambda: make_journal(COUNTS, changes=changes(6, LONG), person=ANYBODY),
    "Greek and Cyrillic": lambda: make_journal(COUNTS, **_noted("swollen καλημέρα судорога")),
    "Arabic and Japanese": lambda: make_journal(COUNTS, **_noted("تشنج في الساق " + "こむら返り 痙攣")),
    "markup": lambda: make_journal(
        COUNTS,
        **_noted(HOSTILE),
        changes=changes(3, HOSTILE),
        person=Person(conditions=(HOSTILE,), family_history=HOSTILE, questions=(HOSTILE,)),
    ),
}


@cache
def text_of(page: bytes, sheet: int = 0) -> str:
    """The text of a sheet in reading order, white space made even."""
    return " ".join(pypdf.PdfReader(io.BytesIO(page)).pages[sheet].extract_text().split())


@cache
def sheets_of(page: bytes) -> int:
    return len(pypdf.PdfReader(io.BytesIO(page)).pages)


def structure_of(page: bytes) -> list[tuple[str, str]]:
    """Every structure element of the tagged PDF in reading order: its kind, and its alternative text."""
    found: list[tuple[str, str]] = []

    def walk(element: pikepdf.Object) -> None:
        if isinstance(element, pikepdf.Array):
            for child in element:
                walk(child)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                found.append((str(element["/S"]).lstrip("/"), str(element.get("/Alt", ""))))
            if "/K" in element:
                walk(element["/K"])

    with pikepdf.open(io.BytesIO(page)) as pdf:
        walk(pdf.Root.StructTreeRoot["/K"])
    return found


def letters_of(drawn: str) -> list[str]:
    """The texts of a drawing, letter by letter as they stand in its SVG."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", drawn)


def even(text: str) -> str:
    """White space made even."""
    return " ".join(text.split())
