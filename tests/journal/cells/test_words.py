"""Known words in a cell. Oracle: read by hand."""

from analysis.journal.cells import (
    Cell,
    compile_patterns,
    pattern_of,
    read_words,
)
from tests.for_each import for_each


@for_each(
    ("text", "field", "words"),
    [
        ("pain", "symptoms", ("pain",)),
        ("Pain, stiffness", "symptoms", ("pain", "stiffness")),
        ("visible contraction; tight", "symptoms", ("visible contraction", "tightness")),
        ("Schmerz und Steifigkeit", "symptoms", ("pain", "stiffness")),
        ("douleur, raideur", "symptoms", ("pain", "stiffness")),
        ("pain pain", "symptoms", ("pain",)),
        ("pain, fizzing", "symptoms", ("pain", "fizzing")),
        ("stretched and walked around", "relief", ("stretching", "walking")),
        ("stretching/massage", "relief", ("stretching", "massage")),
        ("Dehnen, Wärme", "relief", ("stretching", "heat")),
        ("got up, drank water", "relief", ("walking", "drinking")),
        ("estiramientos y masaje", "relief", ("stretching", "massage")),
        ("ice pack", "relief", ("cold",)),
        ("nothing", "relief", ("nothing",)),
    ],
)
def test_words(text: str, field: str, words: tuple[str, ...]) -> None:
    assert read_words(text, field).value == words  # type: ignore[arg-type]


def test_none_names_no_symptom_but_nothing_is_a_kind_of_relief() -> None:
    assert read_words("none", "symptoms") == Cell(None)
    assert read_words("none", "relief").value == ("nothing",)


def test_a_remark_keeps_only_its_known_words() -> None:
    """What a patient tells in a sentence is no symptom's name, and is not kept as one."""
    cell = read_words("it was awful and my neighbour's dog barked the whole night through, stiff", "symptoms")
    assert cell.value == ("stiffness",)
    assert cell.repaired


def test_every_pattern_that_waits_is_compiled_when_asked() -> None:
    """Oracle: nothing of a kind is left to compile, and there are as many at the second time."""
    there = compile_patterns()
    before = pattern_of.cache_info().misses
    assert pattern_of("not the sleep").search("how long to sleep")
    assert pattern_of.cache_info().misses == before
    assert compile_patterns() == there > 200
