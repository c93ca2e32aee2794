"""The page: one sheet of every journal, tagged, with the numbers of the screen, and text that stays text."""

import io
import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pikepdf
import pypdf
import pytest

from analysis import words
from analysis.measures import recent_signs
from analysis.report import Keep, page_picture, write_page
from tests.report.pages import (
    HOSTILE,
    JOURNALS,
    MADE,
    SAMPLES,
    even,
    page_of_the_year,
    reviewed,
    sample,
    sheets_of,
    structure_of,
    text_of,
)

ROOT = Path(__file__).parents[2]


FULLEST = ("forty changes", "long names")
SHEETS = list(product(("letter", "a4"), ("clinical", "everyday")))


def of_every_run(name, sheet):
    """Each journal on the shorter sheet, and the fullest as most patients have theirs."""
    return sheet == ("letter", "clinical") or (name in FULLEST and sheet == ("a4", "everyday"))


@pytest.mark.parametrize(
    ("name", "paper", "wording"),
    [
        pytest.param(name, *sheet, marks=[] if of_every_run(name, sheet) else [pytest.mark.slow])
        for name, sheet in product(JOURNALS, SHEETS)
    ],
)
def test_every_journal_fits_on_one_sheet(name, paper, wording):
    """Oracle: the number of sheets as pypdf counts them."""
    page = write_page(reviewed(name), Keep(paper=paper, wording=wording, made_on=MADE, name="Name " * 30))
    assert sheets_of(page) == 1
    assert "How it was worked out" in text_of(page)


def test_the_page_says_what_the_screen_says():
    """Oracle: the words of the same review, as pypdf reads them from the sheet."""
    _, found = sample()
    text = text_of(page_of_the_year())
    for figure in words.say_figures(found):
        for part in figure:
            assert " ".join(part.split()) in text
    assert words.say_recent(found.frequency.recent, assumed=False) in text
    assert words.say_trend(found.frequency.trend, assumed=False) in text
    recent, older = recent_signs(found.warning_signs, found.journal.nights.index[-1].date())
    for sign in words.list_signs(recent):
        assert sign in text
    assert words.say_signs_briefly(older, older=True).text in text
    assert words.list_quoted(found.quoted)
    for remark in words.list_quoted(found.quoted):
        assert remark in text
    assert words.say_named_question(found) in text
    assert words.say_disclaimer() in text


def test_the_page_of_the_sample_is_the_one_of_today():
    """Oracle: a fresh page with the day of making of the kept one. Make both again by
    ``write_page(found, Keep(made_on=…))`` and ``page_picture(…)`` of the sample."""
    kept = (SAMPLES / "page.pdf").read_bytes()
    told = pypdf.PdfReader(io.BytesIO(kept)).metadata
    assert told is not None
    assert told.creation_date is not None
    fresh = page_of_the_year(made_on=told.creation_date.date())
    assert even(text_of(fresh)) == even(text_of(kept))
    assert sheets_of(fresh) == sheets_of(kept)


def test_the_page_can_be_filed():
    """Oracle: by hand: whose it is can be written where nobody typed it, the unread column is named, guidance
    stands for every sign that is recorded, and a finding is a sentence."""
    _, found = sample()
    text = text_of(page_of_the_year())
    assert text.startswith("Cramp journal Name Date of birth Nights of")
    assert text_of(page_of_the_year(name="Anna")).startswith("Cramp journal of Anna Date of birth Nights of")
    assert "Not used: column “Meal”." in text
    assert words.say_guidance(found.warning_signs) in text
    for row in words.table_answers(found)[:4]:
        assert even(f"{row['Question']} {row['Nights']} {row['Answer']}") in even(text)
    assert "Magnesium citrate started: after against before 168 about 55 % fewer (25 to 80 %)" in text


def test_the_page_is_tagged():
    """Oracle: PDF/UA-1: a title, a language, headings that skip no level, header cells, alternative texts."""
    page = page_of_the_year(name="Anna")
    with pikepdf.open(io.BytesIO(page)) as pdf:
        assert str(pdf.Root.Lang).startswith("en")
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Cramp journal of Anna"
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
    structure = structure_of(page)
    kinds = [kind for kind, _ in structure]
    headings = [int(kind[1]) for kind in kinds if re.fullmatch(r"H\d", kind)]
    assert headings == [1] + [2] * (len(headings) - 1)
    assert len(headings) >= 6
    assert kinds.count("Table") == 2
    assert kinds.count("TH") == 7  # question, nights, answer; medicine, from, to, a week
    assert [bool(alt) for kind, alt in structure if kind == "Figure"] == [True]


def test_no_letter_is_smaller_than_nine_points():
    """Oracle: the size of every text on the sheet, as pypdf gives it with its matrix, on both papers."""
    for paper in ("a4", "letter"):
        sizes = []

        def see(text, matrix, of_text, font, size, sizes=sizes):
            if text.strip():
                sizes.append(size * abs(of_text[3] * matrix[3]))

        page = page_of_the_year(paper=paper)
        pypdf.PdfReader(io.BytesIO(page)).pages[0].extract_text(visitor_text=see)
        assert len(sizes) > 100
        assert min(sizes) >= 8.99


def test_markup_and_code_are_text():
    """Oracle: the remark stands on the sheet letter by letter, and nothing of the template was read by it."""
    text = text_of(write_page(reviewed("markup"), Keep(made_on=MADE, name=HOSTILE)))
    assert "#strong[x] $x$ = @a <b> *c* _d_ `e`" in text
    assert '#read("page.typ")' in text
    assert "sys.inputs" not in text


def test_the_same_page_twice_is_the_same():
    """Oracle: the bytes."""
    _, found = sample()
    assert page_of_the_year() == write_page(found, Keep(made_on=MADE))


def test_the_picture_is_a_picture():
    """Oracle: the signature of PNG."""
    _, found = sample()
    assert page_picture(found, Keep(made_on=MADE)).startswith(b"\x89PNG")


FORGOTTEN = """
import sys
from analysis import review
from analysis.report import Keep, write_page
from tests.journals import make_journal
found = review(make_journal([0, 1, 2] * 30))
def kilobytes():
    lines = open("/proc/self/status").read().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])
name = "".join(map(chr, range(97, 110)))
write_page(found, Keep(name=name))
before = kilobytes()
for number in range(4):
    write_page(found, Keep(name=f"{name} {number}"))
print(kilobytes() - before)
"""


def test_memory_stays_flat():
    """Oracle: resident memory after 4 more pages, as the system tells it; typst alone would keep 48 MB."""
    ran = subprocess.run(
        [sys.executable, "-c", FORGOTTEN], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(ran.stdout) < 12_000
