"""Journals for the page, and what is read out of a PDF by another library than the one that made it."""

import io
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdf

from analysis import Journal, Person, Review, read_journal, review
from analysis.report import Keep, write_page
from analysis.screen.session import SAMPLE
from tests.journals import make_journal

SAMPLES = Path(__file__).parents[2] / "sample_data"
YEAR = [SAMPLES / name for name in SAMPLE]
ADDED = "year_added_on_screen.csv"  # tables of their own
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
def a_season() -> list[tuple[str, bytes]]:
    """The diaries and lists of the year as they were after its first quarter: far quicker to review."""
    lines = {path.name: path.read_bytes().splitlines(keepends=True) for path in YEAR if path.name != ADDED}
    return [
        (name, b"".join(line for line in of_file if not b"2024-12" < line < b"3"))
        for name, of_file in lines.items()
    ]


@cache
def of_a_season() -> Journal:
    return read_journal(a_season())


@cache
def review_of_a_season() -> Review:
    return review(of_a_season())


@cache
def page_of_the_year(**chosen: Any) -> bytes:
    """The page of the whole sample under these choices; several tests look at each."""
    return write_page(review_of_the_year(), Keep(**{"made_on": MADE, **chosen}))


@cache
def page_of_a_season(**chosen: Any) -> bytes:
    return write_page(review_of_a_season(), Keep(**{"made_on": MADE, **chosen}))


@cache
def reviewed(name: str) -> Review:
    """The review of one of the journals below; several tests look at each."""
    return review(journals()[name])


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


@cache
def journals() -> dict[str, Journal]:
    """Every kind of journal that has to fit on one sheet."""
    counts = [position % 3 for position in range(120)]
    person = Person(71, False, ("diabetes",) * 6, "mother", tuple(f"Question {n} " * 20 for n in range(9)))
    noted = {"notes": ["swollen καλημέρα судорога"] * 120, "swelling": [True] * 120}
    foreign = {"notes": ["تشنج في الساق " + "こむら返り 痙攣"] * 120, "swelling": [True] * 120}
    long = "Acetylsalicylic" * 14
    return {
        "forty changes": make_journal(counts * 4, changes=changes(40)),
        "no changes": make_journal(counts),
        "ten years": make_journal([position % 2 for position in range(3650)]),
        "one night": make_journal([2]),
        "no cramps": make_journal([0] * 90),
        "nothing logged": make_journal([None]),
        "long names": make_journal(counts, changes=changes(6, long), person=person),
        "Greek and Cyrillic": make_journal(counts, fields=noted),
        "Arabic and Japanese": make_journal(counts, fields=foreign),
        "markup": make_journal(
            counts,
            fields={"notes": [HOSTILE] * 120, "swelling": [True] * 120},
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
