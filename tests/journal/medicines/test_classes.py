"""Classes of medicines and what is published of them. Oracle: the abstracts."""

from analysis.journal.medicines.classes import class_evidence, resolve
from analysis.journal.medicines.names import known_medicines
from tests.journal.medicines.test_names import TABLES, rows


def test_relation_only_with_a_source() -> None:
    assert resolve("furosemide").relation == "may_trigger"
    assert "22157068" in resolve("furosemide").source
    assert resolve("paracetamol").relation is None
    assert resolve("paracetamol").source == ""


def test_class_evidence_is_that_of_the_abstract() -> None:
    """Garrison et al. 2012, PMID 22157068, abstract: adjusted sequence ratios with 95 % intervals."""
    expected = {
        "potassium-sparing diuretic": (2.12, 1.61, 2.78),
        "thiazide-like diuretic": (1.48, 1.29, 1.68),
        "loop diuretic": (1.20, 1.00, 1.44),
        "statin": (1.16, 1.04, 1.29),
        "long-acting beta-agonist": (2.17, 1.56, 3.02),
        "long-acting beta-agonist with corticosteroid": (2.55, 2.06, 3.12),
    }
    for drug_class, numbers in expected.items():
        found = class_evidence(drug_class)
        assert found is not None
        assert (found.ratio, found.low, found.high) == numbers
        assert "22157068" in found.source
    assert class_evidence("opioid") is None
    magnesium = class_evidence("magnesium")
    assert magnesium is not None
    assert (magnesium.ratio, magnesium.relation) == (None, "treatment")


def test_every_class_with_evidence_is_a_class_of_the_medicines() -> None:
    classes = {known.drug_class for known in known_medicines().values()}
    assert {row["drug_class"] for row in rows(TABLES / "medicine_classes.csv")} <= classes
