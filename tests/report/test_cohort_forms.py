"""The page and the workbook of many journals: the numbers of the pooled answer, and nobody in them."""

import io
import re
from datetime import date
from math import exp, log

import numpy as np
import openpyxl

from analysis import words
from analysis.cohort import Cohort
from analysis.report import CohortResults, Keep, write_cohort_page, write_cohort_workbook
from analysis.report.cohort_forms import forest
from tests.report.pages import structure_of, text_of

KEEP = Keep(made_on=date(2025, 9, 2))


def cohort(journals: int = 12) -> Cohort:
    """Journals with a ratio of about 0.7 after magnesium, one that was refused; four with a statin."""
    random = np.random.default_rng(4)
    questions = [
        {"journal": number, "part": "medication_changes", "about": about, "form": "start",
         "ratio": float(exp(random.normal(log(0.7), 0.3))), "error": 0.3, "reason": None,
         "before_per_week": 4.0, "before_error": 0.2, "after_per_week": 3.0, "after_error": 0.2}
        for number in range(journals)
        for about in ("magnesium", *(["statin"] if number < 4 else []))
    ]  # fmt: skip
    questions[-1] |= {"ratio": None, "error": None, "reason": "too_few_nights"}
    return Cohort(rows=[{"journal": n, "per_week": 3.0} for n in range(journals)], questions=questions)


def results(found: Cohort) -> CohortResults:
    return CohortResults(found.rows, found.questions, found.pooled(), 2)


def test_the_page_says_the_pooled_answer() -> None:
    """Oracle: the pooled log ratio of the group, in figures made here, as pypdf reads them; tags by
    pikepdf."""
    found = cohort()
    page = write_cohort_page(results(found), KEEP)
    [group] = [each for each in found.pooled() if each.part == "medication_changes"]
    assert (len(group.journals), group.refused) == (11, 1)
    text = text_of(page)
    answer = group.pooled
    assert answer is not None
    assert f"{exp(answer.log_value):.2f} times as many cramps" in text
    assert f"({exp(answer.low):.2f} to {exp(answer.high):.2f})" in text
    assert "12 journals read, 2 journals could not be." in text
    assert "statin" not in text.lower()
    structure = structure_of(page)
    pictures = [alt for kind, alt in structure if kind == "Figure"]
    assert len(pictures) == len(found.pooled()) == 3
    assert all(pictures)
    assert [kind for kind, _ in structure].count("Table") == 1


def test_the_forest_has_every_journal_in_order() -> None:
    """Oracle: one mark a journal, from the smallest ratio to the largest, at their places on the axis."""
    [group] = [each for each in cohort().pooled() if each.part == "medication_changes"]
    marks = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="2.00"', forest(group))
    places = [float(x) for x, _ in sorted(marks, key=lambda mark: float(mark[1]))]
    assert len(places) == 11
    assert places == sorted(places)
    ratios = sorted(group.log_values)
    steps = np.diff(places) / np.diff(ratios)
    assert np.allclose(steps, np.median(steps), rtol=0.3)


def test_the_workbook_has_the_rows() -> None:
    """Oracle: the cells as openpyxl reads them."""
    found = cohort()
    book = openpyxl.load_workbook(io.BytesIO(write_cohort_workbook(results(found), KEEP)))
    assert book.sheetnames == ["Pooled", "Journals", "Questions", "About"]
    assert book["Journals"].max_row == 13
    first = [cell.value for cell in book["Pooled"][2]]
    assert first[0] == words.label_group(found.pooled()[0])


def test_nothing_pooled_is_said_and_not_drawn() -> None:
    """Oracle: three journals are too few for any group."""
    page = write_cohort_page(results(cohort(3)), KEEP)
    assert "3 journals read" in text_of(page)
    assert "Figure" not in [kind for kind, _ in structure_of(page)]
