"""What leaves with the patient, made from the review: the page and its other forms. Nothing is worked out
here; ``write_*`` gives the bytes of a file, and only this package imports typst and XlsxWriter."""

from analysis.report.forms import FORMS, Form
from analysis.report.options import Keep, Paper
from analysis.report.page import page_picture, write_page

__all__ = ["FORMS", "Form", "Keep", "Paper", "page_picture", "write_page"]
