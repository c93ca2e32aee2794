"""Every other form of the review: the same numbers, text stays text, no network, valid for readers."""

import copy
import io
import json
import re
from datetime import date
from functools import cache

import fhirkit
import openpyxl
import pandas as pd
import pytest
from fhir.resources.R4B.bundle import Bundle

from analysis import export_journal, read_journal, review, words
from analysis.__main__ import main
from analysis.journal.fields import headers
from analysis.report import FORMS, Keep, fhir_bundle, write_copy, write_diary, write_page, write_workbook
from tests.report.pages import (
    HOSTILE,
    YEAR,
    journals,
    of_the_year,
    review_of_the_year,
    reviewed,
    sheets_of,
    structure_of,
    text_of,
)

MADE = date(2025, 9, 2)
KEEP = Keep(made_on=MADE)
JOURNALS = journals()


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
    csv = read_journal([("journal.csv", export_journal(of_the_year()))], today=MADE)
    assert review(csv).to_dict()["frequency"] == data["frequency"]
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
        text_of(write_page(review_of_the_year(), KEEP)),
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


@pytest.mark.parametrize("name", JOURNALS)
def test_every_form_of_every_journal(name):
    """Oracle: none fails, and a FHIR reader finds nothing."""
    found = reviewed(name)
    for form in FORMS.values():
        assert form.write(found, KEEP)
    assert fhirkit.validate(fhir_bundle(found, KEEP)) == []
    assert sheets_of(write_diary(found, KEEP)) == 1


def test_text_stays_text_in_a_workbook():
    """Oracle: the cell types as openpyxl reads them: no formula, no link."""
    for text in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "http://a.b", "007", HOSTILE):
        journal = read_journal([("d.csv", _diary(text))], today=MADE)
        book = openpyxl.load_workbook(io.BytesIO(write_workbook(review(journal), KEEP)))
        cells = [cell for sheet in book for row in sheet for cell in row]
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
        assert any(cell.data_type == "s" and cell.value == text.strip() for cell in cells)


def _diary(text):
    quoted = text.replace('"', '""')
    return f'Night of,Cramps,Notes\n2025-03-01,1,"{quoted}"\n2025-03-02,0,\n'.encode()


def test_markup_stays_text_in_the_copy():
    """Oracle: no tag of the hostile text is a tag of the file."""
    html = write_copy(reviewed("markup"), Keep(made_on=MADE, name=HOSTILE)).decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_the_copy_draws_without_a_request(tmp_path, browser):
    """Oracle: Chromium, from disk: every request, every complaint, every chart; its size."""
    html = the_copy()
    assert len(html) <= 2_500_000
    assert b"default-src 'none'" in html
    path = tmp_path / "copy.html"
    path.write_bytes(html)
    context = browser.new_context()
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-drawn]", timeout=60_000)
    charts = page.locator(".chart").count()
    drawn = page.locator(".chart .main-svg").count()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.tagName")
    page.keyboard.press("Enter")
    opened = page.locator("details[open]").count()
    printed = page.pdf()
    context.close()
    assert asked == [path.as_uri()]
    # Plotly brings a style sheet for maps, of which the copy has none; the policy keeps it out.
    assert len(said) <= 1
    assert all("Applying inline style" in each for each in said)
    assert drawn >= charts >= 28
    assert (focused, opened) == ("SUMMARY", 1)
    assert sheets_of(printed) >= 3


def _cut(resource, *names):
    for name in names[:-1]:
        resource = resource[name]
    del resource[names[-1]]


def _set(resource, value, *names):
    for name in names[:-1]:
        resource = resource[name]
    resource[names[-1]] = value


FAULTS = {
    "no status": lambda o: _cut(o, "status"),
    "a status that is a number": lambda o: _set(o, 5, "status"),
    "no code": lambda o: _cut(o, "code"),
    "a code that is text": lambda o: _set(o, "cramps", "code"),
    "a subject that is text": lambda o: _set(o, "Anna", "subject"),
    "two values": lambda o: _set(o, "x", "valueString"),
    "a period that is no date": lambda o: _set(o, "last year", "effectivePeriod", "start"),
    "an unknown element": lambda o: _set(o, 1, "cramps"),
    "a component without a code": lambda o: _cut(o, "component", 0, "code"),
    "a ratio that is text": lambda o: _set(o, "many", "component", 0, "valueRatio", "numerator", "value"),
    "a note without text": lambda o: _cut(o, "note", 0, "text"),
    "a category that is no list": lambda o: _set(o, {"text": "symptom"}, "category"),
}


def test_the_bundle_is_valid_and_planted_faults_are_found():
    """Oracle: fhirkit (R4) and fhir.resources (R4B); each of twelve planted faults is found."""
    bundle = fhir_bundle(review_of_the_year(), KEEP)
    assert fhirkit.validate(bundle) == []
    Bundle.model_validate_json(json.dumps(bundle))
    assert "dataAbsentReason" not in json.dumps(bundle)
    [place] = [n for n, e in enumerate(bundle["entry"]) if e["resource"]["resourceType"] == "Observation"]
    for name, plant in FAULTS.items():
        faulty = copy.deepcopy(bundle)
        plant(faulty["entry"][place]["resource"])
        assert fhirkit.validate(faulty), name


def test_every_reference_of_the_bundle_leads_somewhere():
    """Oracle: the addresses of its entries."""
    bundle = fhir_bundle(review_of_the_year(), KEEP)
    there = {entry["fullUrl"] for entry in bundle["entry"]}
    assert len(there) == len(bundle["entry"])
    assert set(re.findall(r'"reference": "([^"]+)"', json.dumps(bundle))) <= there


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
        "copy": b"<!doctype html>",
        "workbook": b"PK",
        "fhir": b"{",
        "json": b"{",
        "diary": b"%PDF",
    }
    assert begins.keys() == FORMS.keys()
    arguments = [str(path) for path in YEAR]
    for name in begins:
        arguments += [f"--{name}", str(tmp_path / name)]
    assert main([*arguments, "--paper", "letter"]) == 0
    assert capsys.readouterr().out == ""
    for name, begin in begins.items():
        assert (tmp_path / name).read_bytes().startswith(begin)
    again = read_journal([("page.pdf", (tmp_path / "page").read_bytes())], today=MADE)
    pd.testing.assert_frame_equal(again.nights, of_the_year().nights)


def test_two_outputs_of_one_name_are_refused(tmp_path):
    """Oracle: exit code 2 and nothing written."""
    to = str(tmp_path / "same")
    with pytest.raises(SystemExit) as stopped:
        main([str(YEAR[0]), "--page", to, "--copy", to])
    assert stopped.value.code == 2
    assert not (tmp_path / "same").exists()
