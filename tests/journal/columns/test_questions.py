"""Oracle: what each sentence has to name, written down by hand."""

from analysis.journal.columns import NOT_TAKEN, say_other


def test_a_question_names_what_is_not_plain() -> None:
    assert NOT_TAKEN.format("Cramp code").startswith("The column “Cramp code” speaks of cramps")
    assert "a monthly bleeding" in say_other("bleeding")
    assert "another part of the body" in say_other("elsewhere")
    assert len({say_other(other) for other in ("bleeding", "signs", "bowel", "elsewhere")}) == 4
