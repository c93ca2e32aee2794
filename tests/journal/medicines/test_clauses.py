"""What one clause tells. Oracle: each clause as a person reads it, with the words as `plain` gives them."""

from analysis.journal.medicines.clauses import changes_of_clause
from tests.for_each import for_each


@for_each(
    ("clause", "told"),
    [
        (
            "umstellung von simvastatin 40 mg auf atorvastatin 20 mg",
            [("stop", "simvastatin", 40), ("start", "atorvastatin", 20)],
        ),
        (
            "me han cambiado la simvastatina por atorvastatina 20 mg",
            [("stop", "simvastatin", None), ("start", "atorvastatin", 20)],
        ),
        ("arzt hat torasemid von 5 auf 10 mg erhoht", [("increase", "torasemide", 10)]),
        ("gp stopped the lasix", [("stop", "furosemide", None)]),
        ("lasix stopped by gp", [("stop", "furosemide", None)]),
        ("took 10 mg less lasix", [("decrease", "furosemide", None)]),
        ("zaczałem magnez 300 mg", [("start", "magnesium", 300)]),
        ("lasix 40 mg", []),
        ("cambie las sabanas por unas nuevas", []),
    ],
)
def test_the_changes_of_a_clause(clause: str, told: list[tuple[str, str, float | None]]) -> None:
    assert [(change, one.generic, one.dose) for change, one in changes_of_clause(clause, {})] == told
