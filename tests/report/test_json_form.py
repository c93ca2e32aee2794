"""The review as JSON. Oracle: Python's own reader of JSON, and the review's data."""

import json
import math

from analysis.report import Keep
from analysis.report.json_form import write_json
from tests.report.pages import reviewed


def test_the_file_is_the_data_of_the_review_whatever_is_kept_beside_it() -> None:
    """No number is one that JSON lacks, letters stand as written, and the file ends in a line break."""
    found = reviewed("Greek and Cyrillic")
    written = write_json(found)

    def refuse(constant: str) -> float:
        raise AssertionError(constant)

    assert json.loads(written, parse_constant=refuse) == found.to_dict()
    assert written == write_json(found, Keep(name="Anna", wording="clinical", paper="letter"))
    assert written.endswith(b"}\n")
    assert b"\n  " in written


def test_what_is_not_known_is_null_and_no_number() -> None:
    """A journal without a logged night has no rate, and none is made of it."""
    told = json.loads(write_json(reviewed("nothing logged")))
    assert told["frequency"]["overall"]["per_week"] is None
    assert not math.isnan(told["journal"]["nights_logged"])
    assert told["journal"]["nights_logged"] == 0
