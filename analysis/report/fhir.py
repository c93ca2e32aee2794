"""The review for a record system: a FHIR R4 bundle as plain data.

One symptom Observation after HL7's Symptoms guide 1.0.0, a MedicationStatement for each stretch of a
medicine, the patient's questions as a QuestionnaireResponse, and a DiagnosticReport that carries the page. A
night that is not logged is not written. Only verified codes stand; everything else is text.
"""

import base64
import json
from datetime import UTC, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from analysis import words
from analysis.measures import MedicationPeriod
from analysis.report.options import Keep
from analysis.report.page import write_page
from analysis.report.text_form import write_text
from analysis.review import Review

Resource = dict[str, Any]
LOINC, UCUM = "http://loinc.org", "http://unitsofmeasure.org"
SYMPTOM, FREQUENCY, SEVERITY, TREND = "75325-1", "104156-5", "64750-3", "89253-9"
NAME = "Nocturnal leg cramps"


def write_fhir(review: Review, keep: Keep | None = None) -> bytes:
    """The bundle as JSON."""
    bundle = fhir_bundle(review, keep or Keep())
    return json.dumps(bundle, ensure_ascii=False, allow_nan=False, indent=1).encode()


def fhir_bundle(review: Review, keep: Keep) -> Resource:
    """A collection of the patient, the symptom, the medicines, the questions and the report."""
    patient = _patient(keep)
    subject = {"reference": _url("Patient", 0)}
    symptom = _symptom(review, keep, subject)
    medicines = [_medicine(period, subject) for period in review.medication_periods]
    asked = review.journal.person.questions if keep.questions else ()
    questions = [_questions(asked, keep, subject)] if asked else []
    report = _report(review, keep, subject)
    named = [patient, symptom, *medicines, *questions, report]
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": _instant(keep),
        "entry": [
            {"fullUrl": _url(each["resourceType"], place), "resource": each}
            for each, place in zip(named, _places(named), strict=True)
        ],
    }


def _places(resources: list[Resource]) -> list[int]:
    """The position of each among those of its kind."""
    seen: dict[str, int] = {}
    places = []
    for each in resources:
        kind = each["resourceType"]
        places.append(seen.get(kind, 0))
        seen[kind] = places[-1] + 1
    return places


def _url(kind: str, place: int) -> str:
    """An address inside this bundle only: it names nobody and is the same in every bundle."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'cramp-journal:{kind}:{place}')}"


def _patient(keep: Keep) -> Resource:
    name = keep.name.strip()
    return {"resourceType": "Patient", **({"name": [{"text": name}]} if name else {})}


def _symptom(review: Review, keep: Keep, subject: Resource) -> Resource:
    overall, severity = review.frequency.overall, review.patterns.severity
    components: list[Resource] = []
    if overall.per_week is not None:
        ratio = {
            "numerator": {"value": overall.per_week, "unit": "cramps"},
            "denominator": {"value": 1, "unit": "week", "system": UCUM, "code": "wk"},
        }
        components.append({"code": _loinc(FREQUENCY, "Frequency"), "valueRatio": ratio})
    if severity.largest is not None:
        said = words.say_severity(severity, keep.wording)
        components.append({"code": _loinc(SEVERITY, "Severity"), "valueCodeableConcept": {"text": said}})
    if review.frequency.trend.verdict != "not_enough_data":
        said = words.say_trend(review.frequency.trend, keep.wording)
        components.append({"code": _loinc(TREND, "Trend"), "valueCodeableConcept": {"text": said}})
    notes = [
        words.say_overall(review.frequency, keep.wording, assumed=words.assumes(review.journal)),
        words.say_completeness(review.completeness, keep.wording, assumed=words.assumes(review.journal)),
        words.say_assumption(review.journal, on_screen=False),
    ]
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"text": "symptom"}],
        "code": _loinc(SYMPTOM, "Symptom"),
        "subject": subject,
        "performer": [subject],
        **_period(review),
        "valueCodeableConcept": {"text": NAME},
        "note": [{"text": note} for note in notes if note],
        **({"component": components} if components else {}),
    }


def _loinc(code: str, text: str) -> Resource:
    return {"coding": [{"system": LOINC, "code": code}], "text": text}


def _period(review: Review) -> Resource:
    nights = review.journal.nights.index
    if not len(nights):
        return {}
    ends = (nights[0].date().isoformat(), nights[-1].date().isoformat())
    return {"effectivePeriod": {"start": ends[0], "end": ends[1]}}


def _medicine(period: MedicationPeriod, subject: Resource) -> Resource:
    taken = {
        name: when.isoformat()
        for name, when in (("start", period.start), ("end", period.end))
        if when is not None
    }
    dose = "" if period.dose is None else f"{period.dose:g} {period.unit or ''}".strip()
    return {
        "resourceType": "MedicationStatement",
        "status": "active" if period.end is None else "completed",
        "medicationCodeableConcept": {"text": period.medication},
        "subject": subject,
        "informationSource": subject,
        **({"effectivePeriod": taken} if taken else {}),
        **({"dosage": [{"text": dose}]} if dose else {}),
    }


def _questions(asked: tuple[str, ...], keep: Keep, subject: Resource) -> Resource:
    return {
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "subject": subject,
        "source": subject,
        "authored": keep.day.isoformat(),
        "item": [
            {"linkId": str(number), "text": "To ask", "answer": [{"valueString": question}]}
            for number, question in enumerate(asked, start=1)
        ],
    }


def _report(review: Review, keep: Keep, subject: Resource) -> Resource:
    page = base64.b64encode(write_page(review, keep)).decode("ascii")
    return {
        "resourceType": "DiagnosticReport",
        "status": "final",
        "code": {"text": "Review of a journal of nocturnal leg cramps"},
        "subject": subject,
        **_period(review),
        "issued": _instant(keep),
        "result": [{"reference": _url("Observation", 0)}],
        "conclusion": write_text(review, keep),
        "presentedForm": [
            {"contentType": "application/pdf", "language": "en", "data": page, "title": "Cramp journal"}
        ],
    }


def _instant(keep: Keep) -> str:
    return datetime.combine(keep.day, time(12), UTC).isoformat()
