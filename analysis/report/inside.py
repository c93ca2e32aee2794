"""What lies inside the page: the journal as it opens again, and all that was chosen and typed."""

import json
from typing import Any, Literal

from analysis.journal import (
    PAGE_FILES,
    VISIT_FORMAT,
    Person,
    export_journal,
    mapping_to_json,
    plan_as_data,
)
from analysis.period import marked_nights
from analysis.report.options import Keep
from analysis.review import Review

Attached = dict[str, str]
_DESCRIPTIONS: dict[str, str] = {
    "journal": "The journal: nights, days, cramps, medication changes and blood tests",
    "mapping": "What the columns of the patient’s files were taken for",
    "review": "The review as data",
    "plan": "The plan of the next test, to be compared as it was planned",
    "visit": "When the page was made, and what was typed and chosen",
}


def attachments(review: Review, keep: Keep) -> list[Attached]:
    """Name, text, kind and description of every file that lies inside the page."""
    journal = keep.whole_journal(review)
    files = [
        _file("journal", export_journal(journal).decode("utf-8"), "data", "text/csv"),
        _file("review", _json(review.to_dict()), "supplement"),
        _file("visit", _json(visit(review, keep)), "supplement"),
    ]
    before = {} if journal.earlier is None else journal.earlier.mapping
    if mapping := {**before, **keep.mapping}:
        files.append(_file("mapping", mapping_to_json(mapping), "supplement"))
    if (plan := keep.plan_to_keep(review)) is not None:
        files.append(_file("plan", _json(plan_as_data(plan)), "supplement"))
    return files


def visit(review: Review, keep: Keep) -> dict[str, Any]:
    """When the page was made, what was typed, and the settings under which the journal was read."""
    journal = keep.whole_journal(review)
    return {
        "format": VISIT_FORMAT,
        "made_on": keep.day.isoformat(),
        "question": review.question,
        # What is marked comes back with the journal's own events, and can be taken back there.
        "left_out": [night.isoformat() for night in sorted({*review.left_out} - {*marked_nights(journal)})],
        "unlogged": _unlogged(journal.never_says_none, journal.unlogged_assumed_cramp_free),
        "dates_mean": journal.night_rule.dates_mean if journal.night_rule.code == "chosen" else None,
        "glass_ml": keep.glass_ml,
        "person": _person(journal.person, questions=keep.questions),
    }


def _unlogged(never_says_none: bool, assumed: bool) -> Literal["cramp-free", "unknown"] | None:
    """What was chosen for nights without an entry; None where the journal decided by itself."""
    if assumed == never_says_none:
        return None
    return "cramp-free" if assumed else "unknown"


def _person(person: Person, *, questions: bool) -> dict[str, Any]:
    return {
        "age": person.age,
        "pregnant": person.pregnant,
        "conditions": list(person.conditions),
        "family_history": person.family_history,
        "questions": list(person.questions) if questions else [],
    }


def _file(name: str, text: str, relationship: str, kind: str = "application/json") -> Attached:
    return {
        "name": PAGE_FILES[name],
        "text": text,
        "relationship": relationship,
        "mime": kind,
        "description": _DESCRIPTIONS[name],
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False)
