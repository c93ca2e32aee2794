"""One cell -> one value. Oracle: what a person means by the words, each stated here beside the text."""

import timeit
from collections.abc import Callable
from datetime import time
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.journal import cells
from analysis.journal.cells import (
    Cell,
    read_amount,
    read_clock,
    read_count,
    read_duration,
    read_level,
    read_muscle,
    read_number,
    read_scale,
    read_side,
    read_words,
    read_yes_no,
)

READERS: list[Callable[[str], Cell]] = [
    read_count,
    read_number,
    read_clock,
    read_duration,
    read_scale,
    read_yes_no,
    read_side,
    read_muscle,
    read_level,
    lambda text: read_amount(text, "mL"),
    lambda text: read_words(text, "symptoms"),
    lambda text: read_words(text, "relief"),
]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("text", ["", "   ", "-", "–", "n/a", "NaN", "null", "\u00a0", "keine Angabe"])
def test_blank_is_blank_for_every_reader(read: Callable[[str], Cell], text: str) -> None:
    assert read(text) == Cell(None)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("text", ["?", "don't know", "forgot", "weiß nicht", "#VALUE!", "#REF!", "########"])
def test_what_is_not_known_is_set_aside_and_said(read: Callable[[str], Cell], text: str) -> None:
    cell = read(text)
    assert cell.value is None
    assert cell.problem


@pytest.mark.parametrize("read", READERS)
@given(text=st.text(max_size=60))
def test_any_text_gives_a_cell_whose_problem_does_not_repeat_it(
    read: Callable[[str], Cell], text: str
) -> None:
    cell = read(text)
    assert not (cell.value is None and cell.repaired)
    assert cell.repaired == (cell.value is not None and cell.problem is not None)
    # A text that stands in the fixed words of the reader says nothing of the journal.
    of_another = read("a quite different text")
    fixed = f"{of_another.problem} {of_another.hint}"
    if cell.problem and len(text.strip()) > 12 and text.strip() not in fixed:
        assert text.strip() not in cell.problem + cell.hint


HOSTILE = [
    "1" * 100_000,
    "a" * 100_000,
    "1, " * 33_000,
    "no " * 33_000,
    "12:30 " * 16_000,
    "é" * 100_000,
    "((((" * 25_000,
    "and " * 25_000,
    "\n" * 100_000,
    "1-" * 50_000,
    "\u0301" * 100_000,
    "ﷺ" * 100_000,
    "x" * 99_999 + "!",
]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_cells_take_no_time(read: Callable[[str], Cell], text: str) -> None:
    for cell in (text, text[:200]):
        assert min(timeit.repeat(partial(read, cell), number=1, repeat=3)) < 0.05


def test_the_readers_keep_nothing_of_a_cell() -> None:
    """No cache by text in any of the cell readers: what a patient wrote must not outlive the reading."""
    for name in cells.__all__:
        if name not in {"pattern_of", "vocabulary", "words_of"}:  # by a kind of the vocabulary, never a cell
            assert not hasattr(getattr(cells, name), "cache_info"), name


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0", 0),
        ("2", 2),
        ("2.0", 2),
        ("02", 2),
        (" 3 ", 3),
        ("two", 2),
        ("Two", 2),
        ("twice", 2),
        ("once", 1),
        ("three times", 3),
        ("none", 0),
        ("no", 0),
        ("No cramps", 0),
        ("nil", 0),
        ("zero", 0),
        ("yes", 1),
        ("ja", 1),
        ("nein", 0),
        ("keine", 0),
        ("zwei", 2),
        ("dreimal", 3),
        ("3 Krämpfe", 3),
        ("deux", 2),
        ("2 fois", 2),
        ("aucune", 0),
        ("dos", 2),
        ("ninguno", 0),
        ("2 cramps", 2),
        ("2 times", 2),
        ("x3", 3),
        ("3x", 3),
        ("x", 1),
        ("xx", 2),
        ("✓", 1),
        ("~2", 2),
        ("about 2", 2),
        ("2?", 2),
        ("2-3", 2),
        ("2 to 3", 2),
        ("2 or 3", 2),
        ("1+1", 2),
        ("3+", 3),
        (">3", 4),
        ("at least 2", 2),
        ("several", 2),
        ("a couple", 2),
        ("2 (left calf)", 2),
        ("1, left foot", 1),
        ("2 left, 1 right", 3),
        ("1 calf and 2 toes", 3),
        ("two left", 2),
        ("02:10, 04:45", 2),
        ("2:10 and 4:45", 2),
        ("01:30", 1),
    ],
)
def test_counts(text: str, count: float) -> None:
    assert read_count(text).value == count


@pytest.mark.parametrize("text", ["2-3", "several", "3+", ">3", "1+1", "02:10, 04:45", "~2", "2 (left calf)"])
def test_a_count_that_was_worked_out_says_how(text: str) -> None:
    assert read_count(text).repaired


@pytest.mark.parametrize(
    "text",
    ["1.5", "0.5-5.1", "1.5+1", "-1", "bad night", "<3", "up to 3", "cramp-free since Monday", "22/09/2020"],
)
def test_what_is_no_count_is_set_aside(text: str) -> None:
    cell = read_count(text)
    assert cell.value is None
    assert cell.problem


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("02:10", "02:10"),
        ("2:10", "02:10"),
        ("02:10:33", "02:10:33"),
        ("2.10", "02:10"),
        ("2h10", "02:10"),
        ("0210", "02:10"),
        ("2:10 am", "02:10"),
        ("2:10am", "02:10"),
        ("2:10 a.m.", "02:10"),
        ("2am", "02:00"),
        ("11:30 PM", "23:30"),
        ("12:15 am", "00:15"),
        ("12:15 pm", "12:15"),
        ("14h", "14:00"),
        ("2 Uhr", "02:00"),
        ("2:10 Uhr", "02:10"),
        ("um 3 Uhr", "03:00"),
        ("3 o'clock", "03:00"),
        ("half past 2", "02:30"),
        ("quarter to 4", "03:45"),
        ("halb drei", "02:30"),
        ("two am", "02:00"),
        ("midnight", "00:00"),
        ("Mitternacht", "00:00"),
        ("24:00", "00:00"),
        ("3 in the morning", "03:00"),
        ("11 at night am", None),
        ("around 3", "03:00"),
        ("~3am", "03:00"),
        ("2", "02:00"),
        ("0.0902777", "02:10"),
        ("2020-09-22 02:10:00", "02:10"),
        ("02:00-02:30", "02:00"),
        ("02:10, 04:45", "02:10 04:45"),
        ("2:10; 4:45", "02:10 04:45"),
        ("2:10 and 4:45", "02:10 04:45"),
        ("2:10/4:45", "02:10 04:45"),
        ("2:10 und 4:45 Uhr", "02:10 04:45"),
        ("02:10 04:45", "02:10 04:45"),
        ("10:30 and 11 pm", "22:30 23:00"),
        ("1, 3 and 5 am", "01:00 03:00 05:00"),
        ("02:10\n04:45", "02:10 04:45"),
        ("25:00", None),
        ("2:75", None),
        ("late", None),
        ("all night", None),
        ("22/09", None),
    ],
)
def test_clock_times(text: str, times: str | None) -> None:
    cell = read_clock(text)
    if times is None:
        assert cell.value is None
        assert cell.problem
    else:
        assert cell.value == tuple(time.fromisoformat(one) for one in times.split())


@given(st.times())
def test_a_written_time_reads_back(moment: time) -> None:
    to_the_second = moment.replace(microsecond=0)
    assert read_clock(to_the_second.isoformat()).value == (to_the_second,)
    assert read_clock(moment.strftime("%I:%M %p")).value == (moment.replace(second=0, microsecond=0),)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("7", 7),
        ("7.5", 7.5),
        ("7,5", 7.5),
        ("3/10", 3),
        ("4/5", 8),
        ("4 out of 5", 8),
        ("4 von 10", 4),
        ("50/100", 5),
        ("0", 0),
        ("10", 10),
        ("mild", 2),
        ("moderate", 5),
        ("severe", 8),
        ("Mild", 2),
        ("very severe", 9),
        ("unbearable", 10),
        ("none", 0),
        ("mild to moderate", 5),
        ("leicht", 2),
        ("mäßig", 5),
        ("stark", 8),
        ("sehr stark", 9),
        ("modérée", 5),
        ("leve", 2),
        ("fuerte", 8),
        ("6-7", 7),
        ("5 quite bad", 5),
        ("pain 7", 7),
        ("4/5 in the calf", 8),
        ("7 (bad)", 7),
        ("+++", 8),
        ("03-Oct", 3),
        ("2024-10-03 00:00:00", 3),
        ("2024-03-10", 3),
    ],
)
def test_severity(text: str, severity: float) -> None:
    assert read_scale(text).value == pytest.approx(severity)


def test_severity_on_the_scale_of_the_header() -> None:
    assert read_scale("4", out_of=5).value == 8
    assert read_scale("4/10", out_of=5).value == 4
    assert read_scale("6", out_of=5).value is None


@pytest.mark.parametrize("text", ["14", "11/10", "12 out of 10", "-3", "awake", "2024-09-22", "3/0"])
def test_impossible_severity_is_set_aside_and_never_clipped(text: str) -> None:
    cell = read_scale(text)
    assert cell.value is None
    assert cell.problem


@pytest.mark.parametrize(
    "text",
    [
        "y",
        "Yes",
        "YES",
        "yep",
        "true",
        "1",
        "x",
        "X",
        "✓",
        "✔️",
        "☑",
        "✅",
        "ja",
        "oui",
        "sí",
        "si",
        "sim",
        "tak",
        "да",
        "+",
        "yes, both calves",
        "done",
        "20 min",
        "2",
        "a bit",
        "taken",
    ],
)
def test_yes(text: str) -> None:
    assert read_yes_no(text).value is True


@pytest.mark.parametrize(
    "text",
    [
        "n",
        "No",
        "NO",
        "nope",
        "false",
        "0",
        "✗",
        "✘",
        "❌",
        "☐",
        "nein",
        "non",
        "não",
        "nie",
        "нет",
        "none",
        "never",
        "no swelling",
        "not today",
        "keine",
        "0 min",
    ],
)
def test_no(text: str) -> None:
    assert read_yes_no(text).value is False


@pytest.mark.parametrize("text", ["maybe", "left", "on holiday", "see notes", "a friend came"])
def test_neither(text: str) -> None:
    cell = read_yes_no(text)
    assert cell.value is None
    assert cell.problem


def test_a_cross_beside_ticks_means_no() -> None:
    assert read_yes_no("x", cross_means_no=True).value is False


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("L", "left"),
        ("left", "left"),
        ("Left calf", "left"),
        ("links", "left"),
        ("linke Wade", "left"),
        ("gauche", "left"),
        ("G", "left"),
        ("izquierda", "left"),
        ("R", "right"),
        ("right leg", "right"),
        ("re.", "right"),
        ("rechts", "right"),
        ("droite", "right"),
        ("D", "right"),
        ("derecha", "right"),
        ("both", "both"),
        ("L+R", "both"),
        ("left & right", "both"),
        ("beide", "both"),
        ("beidseits", "both"),
        ("les deux", "both"),
        ("ambas", "both"),
        ("bilateral", "both"),
        ("left then right", "both"),
    ],
)
def test_side(text: str, side: str) -> None:
    assert read_side(text).value == side


@pytest.mark.parametrize("text", ["calf", "middle", "3"])
def test_no_side(text: str) -> None:
    assert read_side(text).value is None


@pytest.mark.parametrize(
    ("text", "muscle"),
    [
        ("calf", "calf"),
        ("Calves", "calf"),
        ("left calf", "calf"),
        ("gastrocnemius", "calf"),
        ("Wade", "calf"),
        ("Wade links", "calf"),
        ("mollet gauche", "calf"),
        ("pantorrilla derecha", "calf"),
        ("gemelos", "calf"),
        ("foot", "foot"),
        ("arch of foot", "foot"),
        ("Fuß", "foot"),
        ("plante du pied", "foot"),
        ("pie", "foot"),
        ("toes", "toes"),
        ("big toe", "toes"),
        ("Zehen", "toes"),
        ("orteils", "toes"),
        ("dedos del pie", "toes"),
        ("thigh", "thigh"),
        ("quads", "thigh"),
        ("Oberschenkel", "thigh"),
        ("cuisse", "thigh"),
        ("muslo", "thigh"),
        ("hamstring", "hamstring"),
        ("back of thigh", "hamstring"),
        ("ischio-jambiers", "hamstring"),
        ("isquiotibiales", "hamstring"),
        ("shin", "shin"),
        ("Schienbein", "shin"),
        ("tibia", "shin"),
        ("espinilla", "shin"),
        ("hand", "other"),
        ("hip", "other"),
        ("somewhere new", "other"),
    ],
)
def test_muscle(text: str, muscle: str) -> None:
    assert read_muscle(text).value == muscle


def test_of_several_muscles_the_first_counts_and_it_is_said() -> None:
    cell = read_muscle("calf and foot")
    assert cell.value == "calf"
    assert cell.repaired


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("none", "none"),
        ("light", "light"),
        ("Moderate", "moderate"),
        ("vigorous", "vigorous"),
        ("0", "none"),
        ("3", "vigorous"),
        ("low", "light"),
        ("hard", "vigorous"),
        ("very active", "vigorous"),
        ("leicht", "light"),
        ("mäßig", "moderate"),
        ("élevée", "vigorous"),
        ("quite high", "vigorous"),
        ("rest day", "none"),
    ],
)
def test_level(text: str, level: str) -> None:
    assert read_level(text).value == level


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("5/10 & 8/10", 8),
        ("8/10, 5/10", 8),
        ("2/5 and 4/5", 8),
        ("4/10 then later 6/10", None),
        ("4/5 calf", 8),
    ],
)
def test_of_several_scores_the_worst_counts(text: str, severity: float | None) -> None:
    """By hand; where words stand between two scores, neither is taken."""
    assert read_scale(text).value == severity


@pytest.mark.parametrize(
    ("text", "clocks"),
    [("ore 2.10", ["02:10"]), ("3.00 e 5.00", ["03:00", "05:00"]), ("om 2.10 uur", ["02:10"]),
     ("mezzanotte", ["00:00"]), ("alle 3", ["03:00"])],
)  # fmt: skip
def test_clock_times_in_italian_and_dutch(text: str, clocks: list[str]) -> None:
    """By hand, in the words that a person of that language writes."""
    assert [clock.isoformat("minutes") for clock in read_clock(text).value] == clocks
