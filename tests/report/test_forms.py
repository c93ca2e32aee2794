"""Every other form of the review: the same numbers, text stays text, no network, valid for readers."""

import io
import json
import re
from functools import cache

import fhirkit
import openpyxl
import pandas as pd
import pytest

from analysis import export_journal, read_journal, review, words
from analysis.__main__ import main
from analysis.journal.fields import headers
from analysis.report import FORMS, Keep, fhir_bundle, write_copy, write_diary, write_workbook
from tests.report.pages import (
    JOURNALS,
    MADE,
    YEAR,
    of_the_year,
    of_two_months,
    page_of_the_year,
    review_of_the_year,
    review_of_two_months,
    reviewed,
    sheets_of,
    structure_of,
    text_of,
    two_months,
)

KEEP = Keep(made_on=MADE)


def sheets(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in book}


@cache
def the_copy():
    return write_copy(review_of_the_year(), KEEP)


def html_text(content):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", content.decode()))


def test_every_form_has_the_same_numbers():
    """Oracle: rate, nights and cramps by hand from the ledger, read out of each form by another library."""
    logged = of_the_year().nights["cramps"].dropna()
    nights, cramps = len(logged), int(logged.sum())
    overall = f"{cramps} cramps in {nights} logged nights"
    data = review_of_the_year().to_dict()
    assert (data["journal"]["nights_logged"], data["journal"]["cramps"]) == (nights, cramps)
    csv = read_journal([("journal.csv", export_journal(of_two_months()))], today=MADE)
    assert review(csv).to_dict()["frequency"] == review_of_two_months().to_dict()["frequency"]
    assert overall in words.say_overall(review_of_the_year().frequency, assumed=False)
    assert overall in "\n".join(words.text_review(review_of_the_year()))
    bundle = fhir_bundle(review_of_the_year(), KEEP)
    symptom = next(e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == "Observation")
    assert any(overall in note["text"] for note in symptom["note"])
    assert symptom["component"][0]["valueRatio"]["numerator"]["value"] == pytest.approx(7 * cramps / nights)
    of_book = sheets(write_workbook(review_of_the_year(), KEEP))
    column = of_book["Nights"][0].index("cramps")
    assert sum(row[column] or 0 for row in of_book["Nights"][1:]) == cramps
    page, html = (
        text_of(page_of_the_year()),
        html_text(the_copy()),
    )
    assert overall in html
    for label, value, detail in words.say_figures(review_of_the_year()):
        assert [label, value, detail] in of_book["Figures"]
        for text in (page, html):
            assert f"{label} {value} {detail}" in text
    for row in words.table_questions(review_of_the_year()):
        assert [row["Question"], row["Nights"], row["Cramps"]] == next(
            found[:3] for found in of_book["Questions"] if found[0] == row["Question"]
        )
        ratio = "–" if row["Times as many"] is None else row["Times as many"]  # what was refused has none
        assert f"{row['Question']} {row['Nights']} {row['Cramps']} {ratio}" in html


# What their forms have beside those of the others is long, or in another script, on the page.
ON_THE_PAGE = {"no changes", "ten years", "Greek and Cyrillic"}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] * (name in ON_THE_PAGE)) for name in JOURNALS]
)
def test_every_form_of_every_journal(name):
    """Oracle: none fails, and a FHIR reader finds nothing. The page of each is looked at in ``test_page``."""
    found = reviewed(name)
    written = {form: FORMS[form].write(found, KEEP) for form in FORMS if form != "page"}
    assert all(written.values())
    assert fhirkit.validate(json.loads(written["fhir"])) == []
    assert sheets_of(written["diary"]) == 1


def test_the_blank_diary_can_be_typed_in():
    """Oracle: its columns are known to the reader, and typed in they give the nights."""
    page = write_diary(review_of_the_year(), KEEP)
    text = text_of(page)
    known = {each.casefold() for each in headers()}
    assert known
    for heading in ("Night of", "Cramps", "Water (mL)", "furosemide", "Notes"):
        assert heading in text
    assert "Tue 2 Sep 2025" in text
    assert "Mon 29 Sep 2025" in text
    assert "Table" in [kind for kind, _ in structure_of(page)]


def test_all_forms_in_one_call(tmp_path, capsys):
    """Oracle: the first bytes of each file."""
    begins = {
        "page": b"%PDF",
        "large": b"%PDF",
        "copy": b"<!doctype html>",
        "workbook": b"PK",
        "fhir": b"{",
        "json": b"{",
        "diary": b"%PDF",
    }
    assert begins.keys() == FORMS.keys()
    arguments = [str(tmp_path / name) for name, _ in two_months()]
    for name, content in two_months():
        (tmp_path / name).write_bytes(content)
    for name in begins:
        arguments += [f"--{name}", str(tmp_path / name)]
    assert main([*arguments, "--paper", "letter"]) == 0
    assert capsys.readouterr().out == ""
    for name, begin in begins.items():
        assert (tmp_path / name).read_bytes().startswith(begin)
    again = read_journal([("page.pdf", (tmp_path / "page").read_bytes())], today=MADE)
    pd.testing.assert_frame_equal(again.nights, of_two_months().nights)


def test_two_outputs_of_one_name_are_refused(tmp_path):
    """Oracle: exit code 2 and nothing written."""
    to = str(tmp_path / "same")
    with pytest.raises(SystemExit) as stopped:
        main([str(YEAR[0]), "--page", to, "--copy", to])
    assert stopped.value.code == 2
    assert not (tmp_path / "same").exists()
