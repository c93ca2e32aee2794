"""Changes of medicines told in sentences. Oracle: what each one says to a careful reader, by hand."""

import pytest

from analysis.journal.cells import vocabulary
from analysis.journal.medicines.text import could_tell, read_changes_in_text, together
from tests.for_each import for_each


@for_each(
    ("text", "changes"),
    [
        ("started magnesium 400 mg", [("start", "magnesium", None, 400)]),
        ("Magnesium started", [("start", "magnesium", None, None)]),
        ("began Slow-Mag", [("start", "magnesium chloride", None, None)]),
        ("stopped Lasix", [("stop", "furosemide", None, None)]),
        ("Lasix stopped today", [("stop", "furosemide", None, None)]),
        ("came off simvastatin", [("stop", "simvastatin", None, None)]),
        ("Lasix 20 -> 40 mg", [("increase", "furosemide", 20, 40)]),
        ("Lasix 40 → 20 mg", [("decrease", "furosemide", 40, 20)]),
        ("Lasix 20mg to 40mg", [("increase", "furosemide", 20, 40)]),
        ("increased Lasix from 20 to 40 mg", [("increase", "furosemide", 20, 40)]),
        ("raised furosemide to 40 mg", [("increase", "furosemide", None, 40)]),
        ("halved my bisoprolol", [("decrease", "bisoprolol", None, None)]),
        ("reduced dose of amlodipine from 10 to 5 mg", [("decrease", "amlodipine", 10, 5)]),
        (
            "started magnesium and stopped Lasix",
            [("start", "magnesium", None, None), ("stop", "furosemide", None, None)],
        ),
        (
            "Stopped simvastatin. Started rosuvastatin 10 mg.",
            [("stop", "simvastatin", None, None), ("start", "rosuvastatin", None, 10)],
        ),
        (
            "switched from simvastatin to rosuvastatin 10 mg",
            [("stop", "simvastatin", None, None), ("start", "rosuvastatin", None, 10)],
        ),
        (
            "pregabalin instead of gabapentin",
            [("start", "pregabalin", None, None), ("stop", "gabapentin", None, None)],
        ),
        (
            "replaced atorvastatin with pravastatin",
            [("stop", "atorvastatin", None, None), ("start", "pravastatin", None, None)],
        ),
        (
            "started vitamin B complex and vitamin E",
            [("start", "vitamin B complex", None, None), ("start", "tocopherol", None, None)],
        ),
        ("started atorvastatin 20mg at night because of cholesterol", [("start", "atorvastatin", None, 20)]),
        ("new: Ramipril 2.5mg", [("start", "ramipril", None, 2.5)]),
        ("Magnesium angefangen", [("start", "magnesium", None, None)]),
        ("Lasix abgesetzt", [("stop", "furosemide", None, None)]),
        ("Lasix erhöht auf 40 mg", [("increase", "furosemide", None, 40)]),
        ("début du magnésium", [("start", "magnesium", None, None)]),
        ("arrêt de Lasix", [("stop", "furosemide", None, None)]),
        ("empecé magnesio 300 mg", [("start", "magnesium", None, 300)]),
        ("dejé de tomar Lasix", [("stop", "furosemide", None, None)]),
        ("started furosemid 20mg", [("start", "furosemide", None, 20)]),
    ],
)
def test_changes_told_in_sentences(
    text: str, changes: list[tuple[str, str, float | None, float | None]]
) -> None:
    told = read_changes_in_text(text)
    assert [(change, one.generic, one.dose_before, one.dose) for change, one in told] == changes


@for_each(
    "text",
    [
        "",
        "magnesium 400 mg",
        "Lasix 40mg, magnesium 400mg",
        "did not start magnesium",
        "thinking of stopping Lasix",
        "doctor says I should stop Lasix",
        "will start magnesium tomorrow",
        "forgot Lasix",
        "same as usual",
        "no change",
        "none",
        "if it goes on I stop the statin",
    ],
)
def test_what_was_not_done_is_no_change(text: str) -> None:
    assert read_changes_in_text(text) == []


@pytest.mark.parametrize(
    ("text", "doses"),
    [
        ("halved the Lasix, now 20 mg", [(20.0, "mg")]),
        ("increased simvastatin; now 40mg.", [(40.0, "mg")]),
        ("started Lasix 40 mg, now 20 mg", [(40.0, "mg")]),
        ("stopped the Lasix, now 20 mg", [(None, None)]),
        ("started Lasix and simvastatin, now 20 mg", [(None, None), (None, None)]),
    ],
)
def test_a_dose_that_follows_belongs_to_the_one_change_before_it(
    text: str, doses: list[tuple[float | None, str | None]]
) -> None:
    """Oracle: the sentences as a person reads them; a dose that could be another's is left out."""
    assert [(one.dose, one.unit) for _, one in read_changes_in_text(text)] == doses


def test_a_change_of_an_unknown_medicine_is_kept_as_written() -> None:
    ((change, one),) = read_changes_in_text("Started Zorbaxin 20 mg")
    assert (change, one.generic, one.as_written, one.dose, one.unit) == ("start", None, "Zorbaxin", 20, "mg")


@for_each("told", sorted(vocabulary("change")))
def test_no_sentence_of_change_is_passed_over_for_its_words(told: str) -> None:
    """Oracle: the same sentence with an invisible sign behind it, with which it is always taken apart."""
    for text in (f"{told} simvastatin 20 mg", f"Simvastatin  {told.upper()}"):
        assert read_changes_in_text(text) == read_changes_in_text(f"{text} \u200b")


@for_each(
    "text",
    [
        "my wife started metformin",
        "My husband stopped his atorvastatin",
        "the dog started gabapentin",
        "meine Frau hat Metformin angefangen",
        "ma femme a commencé metformine",
        "mi marido empezó metformina",
        "mia moglie ha iniziato metformina",
        "mijn vrouw is gestart met metformine",
    ],
)
def test_what_somebody_else_takes_is_no_change(text: str) -> None:
    assert read_changes_in_text(text) == []


@pytest.mark.parametrize(
    "text", ["my wife noticed swelling so stopped amlodipine", "my daughter and I agreed, stopped amlodipine"]
)
def test_somebody_else_beside_the_change_of_ones_own(text: str) -> None:
    assert [(kind, one.generic) for kind, one in read_changes_in_text(text)] == [("stop", "amlodipine")]


@pytest.mark.parametrize(
    ("text", "kind", "dose"),
    [
        ("Heute mit Furosemid 40 mg angefangen", "start", 40),
        ("ik ben vandaag gestart met furosemide 40 mg", "start", 40),
        ("oggi ho iniziato furosemide 25 mg", "start", 25),
        ("he vuelto a tomar furosemida 20 mg", "resume", 20),
        ("weer begonnen met furosemide 20 mg", "resume", 20),
        ("Lasix 20 -> 0", "stop", 0),
        ("last night of furosemide", "stop", None),
    ],
)
def test_word_orders_of_other_languages(text: str, kind: str, dose: float | None) -> None:
    assert [(said, one.generic, one.dose) for said, one in read_changes_in_text(text)] == [
        (kind, "furosemide", dose)
    ]


def test_many_texts_are_looked_at_as_each_alone() -> None:
    """Whatever tells a change when it is read alone could tell one among others."""
    texts = [
        "started magnesium", "Lasix 20 → 40 mg", "Lasix 20 to 40 mg", "stopped", "Night 3, nothing", "",
        "arrêté le magnésium", "slept well", "NOW 40 mg", "up to 10 mg",
    ]  # fmt: skip
    assert could_tell(texts) == [could_tell([text])[0] for text in texts]
    told = [bool(read_changes_in_text(text)) for text in texts]
    assert all(could for could, tells in zip(could_tell(texts), told, strict=True) if tells)
    assert not any(could_tell(["Night 3, nothing", "", "slept well"]))


def test_what_many_texts_hold_is_what_each_holds() -> None:
    texts = ["Arrêté le 3/4", "slept  well", "slept badly\nagain", "2 ½ tablets", "Größe", "", "\u0301x y"]
    each = [together([text]) for text in texts]
    assert together(texts).words == frozenset().union(*(one.words for one in each))
    assert together(texts).words == {
        "arrete", "le", "slept", "well", "badly", "again", "tablets", "grosse", "x", "y"
    }  # fmt: skip
    assert [one.numbers for one in each] == [True, False, False, True, False, False, False]
    assert together(texts).numbers
    assert not together(["3", "/4", "5"]).numbers


@pytest.mark.parametrize(
    ("words", "medicine", "dose"),
    [("gabapentin back to 300 mg", "gabapentin", 300), ("magnésium passé à 400 mg", "magnesium", 400),
     ("Magnesium wieder auf 300 mg", "magnesium", 300)],
)  # fmt: skip
def test_a_dose_that_it_goes_back_to(words: str, medicine: str, dose: float) -> None:
    assert [(one.generic, one.dose) for _, one in read_changes_in_text(words)] == [(medicine, dose)]


@pytest.mark.parametrize(
    "words",
    ["magnesium: back to sleep after 2 min", "went back to bed, took magnesium 300 mg", "back to normal"],
)
def test_to_go_back_to_bed_changes_no_medicine(words: str) -> None:
    assert read_changes_in_text(words) == []


def test_from_one_dose_to_another_is_no_start() -> None:
    """ "To" alone goes back to nothing."""
    assert [kind for kind, _ in read_changes_in_text("gabapentin 20 mg to 40 mg")] != ["start"]
