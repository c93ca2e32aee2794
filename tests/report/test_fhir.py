"""The bundle for a record system, as two readers of FHIR see it."""

import copy
import json
import re

import fhirkit
from fhir.resources.R4B.bundle import Bundle

from analysis.report import fhir_bundle
from tests.report.pages import (
    review_of_the_year,
)
from tests.report.test_forms import KEEP


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
