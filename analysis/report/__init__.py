"""What leaves with the patient, made from the review: the page and its other forms. Nothing is worked out
here; ``write_*`` gives the bytes of a file, and only this package imports typst and XlsxWriter."""

from analysis.report.cohort_forms import CohortResults, write_cohort_page, write_cohort_workbook
from analysis.report.copy import write_copy
from analysis.report.diary import write_diary
from analysis.report.fhir import fhir_bundle, write_fhir
from analysis.report.forms import FORMS, Form
from analysis.report.json_form import write_json
from analysis.report.large import write_large
from analysis.report.options import Keep, Paper
from analysis.report.page import page_picture, write_page
from analysis.report.text_form import write_text
from analysis.report.workbook import write_workbook

__all__ = [
    "FORMS",
    "CohortResults",
    "Form",
    "Keep",
    "Paper",
    "fhir_bundle",
    "page_picture",
    "write_cohort_page",
    "write_cohort_workbook",
    "write_copy",
    "write_diary",
    "write_fhir",
    "write_json",
    "write_large",
    "write_page",
    "write_text",
    "write_workbook",
]
