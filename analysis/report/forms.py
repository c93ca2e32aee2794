"""Every file that the review can be kept as, by the name of its option."""

from collections.abc import Callable
from dataclasses import dataclass

from analysis.report.options import Keep
from analysis.report.page import write_page
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
}
