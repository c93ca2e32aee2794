"""The review as data: the schema, the names that others rely on, no word of a cell, nothing rounded."""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from jsonschema import Draft202012Validator

import analysis
from analysis.as_data import plain
from analysis.journal.model import Column, Problem, Receipt, Rows
from analysis.review import Review, review
from tests.for_each import for_each
from tests.journals import clustered_counts, made_up_year, make_journal

SCHEMA = json.loads(Path(analysis.__file__).with_name("review_schema.json").read_text(encoding="utf-8"))


def forty_changes(number):
    what = ("start", "stop")[number // 5 % 2]
    return {"night": 10 * number, "medication": f"m{number % 5}", "change": what}


@cache
def journals():
    one = [{"night": 0, "medication": "magnesium", "change": "start"}]
    return {
        "seven months": made_up_year(nights=210),
        "six weeks": made_up_year(nights=42),
        "nothing": make_journal([]),
        "one night": make_journal([2]),
        "one night without": make_journal([0], changes=one),
        "two nights": make_journal([0, 1]),
        "all zero": make_journal([0] * 90, changes=[{"night": 45, "medication": "a", "change": "start"}]),
        "a cramp every night": make_journal([1] * 90),
        "one huge night": make_journal([0] * 40 + [60] + [0] * 40),
        "cramps only, assumed": make_journal(
            [1, 0, 0] * 40 + [1], never_says_none=True, unlogged_assumed_cramp_free=True
        ),
        "cramps only, unknown": make_journal([1, None, None] * 40 + [1], never_says_none=True, changes=one),
        "a gap of a year": make_journal([1, 0, 2] * 20 + [None] * 365 + [0, 1] * 30),
        "forty changes": make_journal(
            clustered_counts(np.random.default_rng(1), 400),
            changes=[forty_changes(number) for number in range(40)],
        ),
        "no hydration": made_up_year(nights=60, seed=5),
    }


@cache
def reviewed(name: str) -> Review:
    return review(journals()[name])


def months() -> Review:
    return reviewed("seven months")


@pytest.mark.parametrize("name", list(journals()))
def test_the_data_follow_the_schema(name):
    """Oracle: ``review_schema.json`` by jsonschema, with no field but those described; JSON without NaN."""
    data = reviewed(name).to_dict()
    Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)
    assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_the_schema_is_one_and_describes_every_field():
    """Oracle: the meta-schema; every property has a description of its own or that of what it refers to."""
    Draft202012Validator.check_schema(SCHEMA)

    def described(node: Any, path: str) -> None:
        if isinstance(node, dict):
            for name, item in node.get("properties", {}).items():
                target = SCHEMA["$defs"][item["$ref"].split("/")[-1]] if "$ref" in item else item
                assert item.get("description") or target.get("description"), f"{path}/{name}"
            for name, item in node.items():
                described(item, f"{path}/{name}")
        elif isinstance(node, list):
            for item in node:
                described(item, path)

    described(SCHEMA, "")


# The names that other programs rely on.
NAMES = {
    "": "format journal frequency exposures medication_changes patterns completeness what_it_would_take "
    "warning_signs findings",
    "journal": "first_night last_night nights nights_logged cramp_nights cramps unlogged_assumed_cramp_free "
    "night_rule files",
    "journal/night_rule": "dates_mean decided_by",
    "journal/files": "name sha256 kind encoding delimiter date_order rows columns problems",
    "journal/files/rows": "read used repaired duplicate rejected",
    "journal/files/columns": "header field unit",
    "frequency": "overall recent trend cramp_nights_share cramps_per_cramp_night weeks",
    "frequency/overall": "nights cramps per_week low high",
    "frequency/recent": "current previous change",
    "frequency/recent/change": "ratio low high p_value",
    "frequency/weeks": "start nights cramps per_week low high",
    "exposures": "field question unit lag nights cramps crude adjusted q_value verdict reason levels "
    "nights_needed",
    "exposures/levels": "label from to nights cramps per_week low high",
    "medication_changes": "night medication generic drug_class change dose_before dose_after unit before "
    "after change_ratio usual_range date_rank caveats verdict reason nights_needed",
    "medication_changes/usual_range": "low high",
    "medication_changes/date_rank": "as_extreme of",
}


@for_each("path", list(NAMES))
def test_the_stable_names_are_there(path):
    """Oracle: the names as they are promised to other programs."""
    node = months().to_dict()
    for part in filter(None, path.split("/")):
        node = node[part]
        node = node[0] if isinstance(node, list) else node
    assert set(NAMES[path].split()) <= set(node)


def test_no_word_of_a_cell_is_in_the_data():
    """Oracle: a problem's cell and a rejected row are on screen only; the row, column and sentence are
    data."""
    secret = "slept at Anna's"
    receipt = Receipt(
        name="diary.csv",
        sha256="ab" * 32,
        kind="night diary",
        rows=Rows(read=1, used=1),
        columns=(Column("Water", "hydration", "mL"),),
        problems=(Problem(3, "Water", "this is no amount", "set_aside", cell=secret),),
    )
    data = review(replace(make_journal([1, 0]), receipts=(receipt,))).to_dict()
    assert secret not in json.dumps(data)
    assert data["journal"]["files"][0]["problems"] == [
        {"row": 3, "column": "Water", "problem": "this is no amount", "action": "set_aside"}
    ]


def test_numbers_are_those_of_the_objects_unrounded():
    """Oracle: the objects themselves."""
    found, data = months(), months().to_dict()
    assert data["frequency"]["overall"]["per_week"] == found.frequency.overall.per_week
    assert data["exposures"][0]["adjusted"]["low"] == found.exposures[0].adjusted.low
    assert data["medication_changes"][1]["change_ratio"]["p_value"] == (
        found.medication_changes[1].change_ratio.p_value
    )
    rolling = data["frequency"]["rolling_per_week"]
    assert rolling[0] is None
    assert rolling[-1] == found.frequency.rolling_per_week[-1]


@dataclass
class _Named:
    from_: date
    detail: tuple[tuple[str, object], ...]


@for_each(
    ("value", "expected"),
    [
        (np.float64("nan"), None),
        (float("-inf"), None),
        (np.float64(0.1), 0.1),
        (np.int64(3), 3),
        (np.True_, True),
        (date(2025, 3, 1), "2025-03-01"),
        (datetime(2025, 3, 1, 2, 30), "2025-03-01T02:30:00"),
        ({1: (None, "a")}, {"1": [None, "a"]}),
        (_Named(date(2025, 3, 1), (("at", np.int64(2)),)), {"from": "2025-03-01", "detail": {"at": 2}}),
    ],
)  # fmt: skip
def test_any_result_has_a_plain_form(value: object, expected: object) -> None:
    """Oracle: by hand; JSON knows no NaN, no date, no number of numpy's, and "from" is no name in Python."""
    told = plain(value)
    assert told == expected
    assert type(told) is type(expected)


def test_what_has_no_plain_form_is_named() -> None:
    with pytest.raises(TypeError, match="no plain form for complex"):
        plain([1j])
