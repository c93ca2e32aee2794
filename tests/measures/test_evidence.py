"""Published evidence: figures as their sources give them."""

from analysis.measures.evidence import published_evidence


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
