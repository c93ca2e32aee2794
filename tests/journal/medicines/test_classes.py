"""Classes of medicines and what is published of them. Oracle: the abstracts."""

from analysis.journal.medicines.classes import class_evidence, read_medicine_list, resolve, same_as_before
from analysis.journal.medicines.known import known_medicines
from tests.for_each import for_each
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


@for_each(
    ("text", "generic", "dose", "unit", "per_day", "name"),
    [
        ("magnesium400mg", "magnesium", 400, "mg", None, "magnesium400mg"),
        ("Lasix 40 mg", "furosemide", 40, "mg", None, "Lasix"),
        ("Lasix", "furosemide", None, None, None, "Lasix"),
        ("  Lasix   40 mg twice a day ", "furosemide", 40, "mg", 2, "Lasix"),
        ("furosemide 40/20 mg", "furosemide", 60, "mg", None, None),
        ("zaubertee 3 mg", None, 3, "mg", None, "zaubertee"),
        ("", None, None, None, None, ""),
        ("x" * 121, None, None, None, None, "x" * 120),
        ("x" * 120, None, None, None, None, "x" * 120),
    ],
)
def test_a_medicine_with_its_dose_and_how_often(
    text: str,
    generic: str | None,
    dose: float | None,
    unit: str | None,
    per_day: float | None,
    name: str | None,
) -> None:
    """Oracle: by hand."""
    found = resolve(text)
    assert (found.generic, found.dose, found.unit, found.per_day) == (generic, dose, unit, per_day)
    assert name is None or found.name == name


def test_what_is_known_of_a_medicine_comes_with_it() -> None:
    """Oracle: the table of medicines: a source only beside a relation."""
    quinine, unknown = resolve("quinine 200 mg"), resolve("zaubertee")
    assert (quinine.relation is None) == (quinine.source == "")
    assert quinine.drug_class
    assert (unknown.drug_class, unknown.relation, unknown.source) == (None, None, "")
    # The parts of a combination are no two amounts of one day.
    assert resolve("lisinopril and hydrochlorothiazide 20/12.5 mg").dose is None


def test_a_list_of_medicines_one_by_one() -> None:
    """Oracle: by hand; what says nothing lists nothing, and a combination is one."""

    def listed(text: str) -> list[str]:
        return [one.generic or one.name for one in read_medicine_list(text)]

    assert listed("quinine; magnesium 1,5 g | aspirin") == ["quinine", "magnesium", "aspirin"]
    assert listed("quinine and magnesium") == ["quinine", "magnesium"]
    assert listed("salt and pepper") == ["salt and pepper"]
    assert listed("none") == listed("0") == listed("") == listed("same as before") == listed(" ; ") == []
    assert same_as_before("As usual.")
    assert not same_as_before("quinine")
