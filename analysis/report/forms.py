"""Every file that the review can be kept as, by the name of its option."""

from collections.abc import Callable
from dataclasses import dataclass

from analysis.report.copy import write_copy
from analysis.report.diary import write_diary
from analysis.report.fhir import write_fhir
from analysis.report.json_form import write_json
from analysis.report.large import write_large
from analysis.report.options import Keep
from analysis.report.page import write_page
from analysis.report.workbook import write_workbook
from analysis.review import Review


@dataclass(frozen=True)
class Form:
    """One form: what it is, the ending of its file, its media type, how it is made, and what it holds."""

    what: str
    ending: str
    media_type: str
    write: Callable[[Review, Keep], bytes]
    holds: str


FORMS: dict[str, Form] = {
    "page": Form(
        "the page to keep: one sheet as PDF",
        "pdf",
        "application/pdf",
        write_page,
        "One sheet to print and to file. With the journal inside it opens again at the next visit.",
    ),
    "large": Form(
        "the page in large type, with the first question only",
        "pdf",
        "application/pdf",
        write_large,
        "Letters of 14 pt and more: the figures, better or worse, the question you came with, what is worth "
        "raising, the plan. The journal is not inside.",
    ),
    "json": Form(
        "the review as JSON",
        "json",
        "application/json",
        write_json,
        "Every measure with the names that stand in the schema, and what became of each file; no remark.",
    ),
    "copy": Form(
        "the interactive copy: one web page that opens without a network",
        "html",
        "text/html",
        write_copy,
        "All charts, tables and sentences, to open in a browser. It holds what was written on nights with a "
        "warning sign, and asks nothing of the network.",
    ),
    "workbook": Form(
        "the journal and its answers as a workbook",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write_workbook,
        "Every night, cramp, change and blood test of the journal, all notes, and the answers.",
    ),
    "fhir": Form(
        "a FHIR R4 bundle for a record system",
        "json",
        "application/fhir+json",
        write_fhir,
        "The symptom, the medicines, the questions and the page, for a record system.",
    ),
    "diary": Form(
        "a blank diary of the next four weeks, to fill in by pen",
        "pdf",
        "application/pdf",
        write_diary,
        "The nights to come, the medicines that are taken now and, where there is one, the plan; nothing of "
        "the nights before.",
    ),
}
