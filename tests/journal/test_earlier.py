"""The page of an earlier visit as a file: what is no page of this program, and what could harm."""

import io
import json
import zlib
from datetime import date

import pikepdf
import pytest

from analysis import JournalError, read_journal
from analysis.journal import PAGE_FILES
from analysis.journal import earlier as bounds
from analysis.report import Keep, write_page
from tests.for_each import for_each
from tests.report.pages import review_of_the_year
from tests.report.test_reading_back import changed, the_page

MADE = date(2025, 9, 2)


def outcome(page):
    try:
        read_journal([("p.pdf", page)], today=MADE)
    except JournalError as error:
        return str(error)
    return ""


def refused(page):
    with pytest.raises(JournalError) as error:
        read_journal([("page.pdf", page)])
    said = str(error.value)
    assert said.count(". ") == 0
    assert said.endswith(".")
    return said


def test_a_page_without_data_says_so():
    """Oracle: the sentence of such a page."""
    assert refused(write_page(review_of_the_year(), Keep(made_on=MADE, data_inside=False))) == bounds.NO_DATA


def test_a_page_of_another_program_says_so():
    """Oracle: a PDF made by pikepdf, without and with a file of its own inside."""
    for attach in (False, True):
        pdf, out = pikepdf.new(), io.BytesIO()
        pdf.add_blank_page()
        if attach:
            pdf.attachments["invoice.xml"] = pikepdf.AttachedFileSpec(pdf, b"<a/>", filename="invoice.xml")
        pdf.save(out)
        assert refused(out.getvalue()) == bounds.NOT_OURS


@pytest.mark.parametrize("keep", [9, 200, 4_000, 30_000])
def test_a_damaged_page_says_so(keep):
    """Oracle: the first bytes of a page only, and a page with a hole."""
    assert refused(the_page()[:keep]) in (bounds.DAMAGED, bounds.NOT_OURS, bounds.CHANGED)
    holed = the_page()[:keep] + b"\0" * 2_000 + the_page()[keep + 2_000 :]
    assert outcome(holed) in ("", bounds.DAMAGED, bounds.NOT_OURS, bounds.CHANGED, bounds.NO_DATA)


def test_a_locked_page_says_so():
    """Oracle: the same page behind a password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(the_page())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refused(out.getvalue()) == bounds.DAMAGED


def test_a_bomb_is_not_unpacked():
    """Oracle: 300 MB of zeros in 300 kB inside the page; nothing of more than the bound is ever made."""
    out = io.BytesIO()
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(300)) + packer.flush()
    with pikepdf.open(io.BytesIO(the_page())) as pdf:
        of_file = pdf.attachments[PAGE_FILES["journal"]].obj["/EF"]["/F"]
        of_file.write(bomb, filter=pikepdf.Name.FlateDecode)
        pdf.save(out)
    assert refused(out.getvalue()) == bounds.TOO_LARGE


@for_each(
    ("name", "content"),
    [
        ("journal", b"#!/bin/sh\nrm -rf /\n"),
        ("journal", b"<script>alert(1)</script>"),
        ("journal", b"PK\x03\x04 a workbook"),
        ("journal", b""),
        ("visit", b"[]"),
        ("visit", b"{" * 100_000),
        ("visit", json.dumps({"format": "another/1"}).encode()),
        ("visit", json.dumps({"format": "cramp-journal-visit/1", "made_on": "yesterday"}).encode()),
        (
            "visit",
            json.dumps({"format": "cramp-journal-visit/1", "made_on": "2025-01-01", "unlogged": 7}).encode(),
        ),
        *(
            (
                "visit",
                json.dumps(
                    {"format": "cramp-journal-visit/1", "made_on": "2025-01-01", "glass_ml": glass}
                ).encode(),
            )
            for glass in (True, "250", 0, 1e9)
        ),
        ("visit", b"\xff\xfe\x00"),
        ("review", b"null"),
        ("mapping", b'{"format": "cramp-journal-mapping/1", "mapping": {"a": 1}}'),
    ],
)
def test_an_attachment_that_is_something_else_says_so(name, content):
    """Oracle: the sentence; nothing of the content stands in it."""
    assert refused(changed(PAGE_FILES[name], content)) == bounds.CHANGED
