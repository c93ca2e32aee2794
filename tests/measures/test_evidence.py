"""Published evidence: figures as their sources give them."""

from analysis.journal.medicines.known import known_medicines
from analysis.measures.evidence import published_evidence
from analysis.words import say_evidence


def test_the_size_is_that_of_the_source():
    """Oracle: Garrison 2012, PMID 22157068: loop diuretics 1.20 (1.00 to 1.44), statins 1.16 (1.04 to
    1.29)."""
    loop = published_evidence("loop diuretic")
    statin = published_evidence("statin")
    assert (loop.size.ratio, loop.size.low, loop.size.high, loop.size.p_value) == (1.20, 1.00, 1.44, None)
    assert (statin.size.ratio, statin.size.low, statin.size.high) == (1.16, 1.04, 1.29)
    assert loop.relation == statin.relation == "may_trigger"
    assert "22157068" in loop.source


def test_without_a_class_or_a_source_there_is_none():
    """Oracle: by definition."""
    assert published_evidence(None) is None
    assert published_evidence("no such class") is None


def test_what_was_tried_stands_with_benefit_risk_and_source():
    """Oracle: the summaries of findings of the Cochrane reviews: 2.45 fewer (1.36 to 3.54) of 8.8 in 2 weeks,
    127 against 94 per 1,000 (PMID 25842375); 0.01 more (-0.52 to 0.55) a week (CD009402.pub3)."""
    quinine = published_evidence("quinine", "quinine")
    magnesium = published_evidence("magnesium", "magnesium citrate")
    for number in ("2.45", "8.8", "1.36 to 3.54", "952"):
        assert number in quinine.benefit
    assert "127" in quinine.risk
    assert "94" in quinine.risk
    assert "25842375" in quinine.source
    assert "0.01" in magnesium.benefit
    assert "0.55" in magnesium.benefit


def test_every_medicine_with_a_source_has_evidence_and_its_class_is_not_given_it():
    """Oracle: the table of medicines itself; amlodipine is not given what was found for diltiazem."""
    for generic, known in known_medicines().items():
        found = published_evidence(known.drug_class, generic)
        if known.source:
            assert found is not None, generic
            assert found.source, generic
            assert say_evidence(found, known.drug_class, generic), generic
    assert published_evidence("calcium channel blocker", "amlodipine") is None
    assert published_evidence("calcium channel blocker", "diltiazem").benefit
