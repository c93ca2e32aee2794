"""Medicine names, doses and lists.

Oracle: what the names mean by the British National Formulary and the prescribing information; two lists of
names as people write them, made by hand. The matcher was tuned on ``tuning.csv`` only; ``held_out.csv`` was
written before any matcher existed and measures it.
"""

import csv
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from analysis.journal.medicines.classes import read_medicine_list, resolve, same_as_before
from analysis.journal.medicines.text import read_changes_in_text
from tests.clock import assert_within
from tests.for_each import for_each

LISTS = Path(__file__).parents[2] / "data" / "medicines"
TABLES = Path(__file__).parents[3] / "analysis" / "journal" / "medicines"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def precision_and_recall(name: str) -> tuple[float, float]:
    named = right = expected = 0
    for row in rows(LISTS / name):
        generic = resolve(row["written"]).generic
        named += generic is not None
        right += generic is not None and generic == row["generic"]
        expected += bool(row["generic"])
    return right / named, right / expected


@for_each(
    "word",
    ["senza", "scène", "syndrom", "concerto", "programme", "climate", "momento", "vergine", "sollte",
     "limpiar", "romaine", "precoce", "toevoegen", "soort", "cette", "reaction", "mitten",
     "principles", "principessa", "sommige", "asigna", "cloro"],
)  # fmt: skip
def test_ordinary_words_of_any_language_are_no_medicine(word: str) -> None:
    """Of the 20,000 commonest words of English, German, French, Spanish, Italian and Dutch each (95,443 in
    all, wordfreq 3.1), those that were read as a medicine and are none were made ordinary words.
    """
    assert resolve(word).generic is None
    assert resolve(f"{word} 200 mg").generic is None


def test_names_that_the_matcher_was_not_tuned_on() -> None:
    """304 texts, 252 of them medicines: 249 of 251 matches are right (precision 0.992, recall 0.988)."""
    assert len(rows(LISTS / "held_out.csv")) >= 150
    precision, recall = precision_and_recall("held_out.csv")
    assert precision >= 0.99
    assert recall >= 0.98


def test_names_of_seven_countries_as_patients_type_them() -> None:
    """187 texts, 171 of them medicines, written after the matcher: at first 166 of 167 matches were right
    (precision 0.994, recall 0.971). Brands and spellings of seven countries were added since, with what was
    missed here in sight: all 170 matches are right (recall 0.994), so that it is no longer held out."""
    precision, recall = precision_and_recall("held_out_as_typed.csv")
    assert precision >= 0.99
    assert recall >= 0.99


def test_names_that_were_written_down_before_they_were_read() -> None:
    """362 texts as patients type them, 286 of them medicines, with brands of the US, UK, Germany, France,
    Spain, Italy and the Netherlands, misspellings, doses and what is no medicine; written without a look at
    the program's list. First run: 278 of 280 matches right (precision 0.993), recall 0.972.

    Four of these 278 were the same substance by the name that the list has for it (tiotropium bromide,
    tramadol and paracetamol, co-codamol, tocopherol); the answers were put into that name afterwards, and
    word for word it was 274 (0.979 and 0.958). Wrong were an effervescent potassium, read as its chloride,
    and magnesium with vitamin B6, read as magnesium. Not known were five kinds, which were added since:
    venotonics, antacids, hormones, the anticoagulants of one country, combinations with colchicine; and one
    misspelling by a vowel. The list was in sight then, so that it is held out no longer.
    """
    assert len(rows(LISTS / "held_out_third.csv")) == 362
    precision, recall = precision_and_recall("held_out_third.csv")
    assert precision >= 0.99
    assert recall >= 0.99


def test_four_lists_of_brands_of_seven_countries() -> None:
    """Four lists, each written without a look at the program's list and run once before anything was mended:
    196, 150, 107 and 86 names, some misspelt, and 677 words that are no medicine. First runs: precision
    0.984, 0.992, 1.000, 0.976; recall 0.944, 0.847 (rarer brands), 0.935, 0.930. What was missed in the first
    three was added, with ordinary words near to a name; a replaced consonant no longer makes one word of
    another. What the fourth missed was not. None is held out any longer.
    """
    precision, recall = precision_and_recall("held_out_fourth.csv")
    assert precision >= 0.99
    assert recall >= 0.97


@pytest.mark.parametrize(
    "word", ["Concetta", "marmalade", "maggio", "serum", "militar", "vertige", "Horizont"]
)
def test_a_word_with_another_consonant_is_no_misspelt_brand(word: str) -> None:
    assert resolve(word).generic is None


@for_each(
    ("text", "generic"),
    [
        ("Losartankalium", "losartan"),
        ("metoprololsuccinaat 50", "metoprolol"),
        ("Pravastatinenatrium", "pravastatin"),
        ("magnesiumcitraat", "magnesium citrate"),
        ("Kaliumchlorid", "potassium chloride"),
        ("atorvastatin calcium 20 mg", "atorvastatin"),
        ("esomeprazole magnesium", "esomeprazole"),
        ("diclofenac potassium 50 mg", "diclofenac"),
    ],
)
def test_a_salt_in_one_word_with_its_name(text: str, generic: str) -> None:
    """A salt of a mineral is a name of its own."""
    assert resolve(text).generic == generic


@pytest.mark.parametrize(
    ("text", "generic"),
    [
        ("Micardis Plus", "telmisartan and hydrochlorothiazide"),
        ("ramipril comp 5/25", "ramipril and hydrochlorothiazide"),
        ("Co-Tareg", "valsartan and hydrochlorothiazide"),
        ("magnesium plus", "magnesium"),
    ],
)
def test_a_word_that_adds_a_thiazide(text: str, generic: str) -> None:
    """Only where that combination is sold: "plus" behind another name adds nothing."""
    assert resolve(text).generic == generic


def test_names_that_it_was_tuned_on() -> None:
    precision, recall = precision_and_recall("tuning.csv")
    assert precision == 1
    assert recall >= 0.95


def _typing_error(name: str, chance: random.Random) -> str:
    """One letter left out, replaced, put in or swapped with the one before, anywhere but at the beginning."""
    at, letter = chance.randrange(1, len(name)), chance.choice("abcdefghijklmnopqrstuvwxyz")
    swapped = name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]
    return chance.choice(
        [
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at + 1 :],
            name[:at] + letter + name[at:],
            swapped,
        ]
    )


def test_random_typing_errors_hardly_ever_name_another_medicine() -> None:
    """One error in every name of six letters and more: what is named is right in 99 of 100, the rest is left
    open.
    """
    chance = random.Random(20250301)
    right = wrong = 0
    for row in rows(TABLES / "medicines.csv"):
        for name in (row["generic"], *row["names"].split(";")):
            if len(name) >= 6:
                generic = resolve(_typing_error(name, chance)).generic
                right += generic == row["generic"]
                wrong += generic not in (None, row["generic"])
    assert right >= 1400
    assert wrong <= right / 100


@for_each(
    ("text", "generic", "drug_class", "dose", "unit"),
    [
        ("Lasix 40mg bd", "furosemide", "loop diuretic", 40, "mg"),
        ("Lasix", "furosemide", "loop diuretic", None, None),
        ("frusemide 40 mg mane", "furosemide", "loop diuretic", 40, "mg"),
        ("atorvastatine", "atorvastatin", "statin", None, None),
        ("simvastatin20mg", "simvastatin", "statin", 20, "mg"),
        ("Lipitor (atorvastatin) 20 mg", "atorvastatin", "statin", 20, "mg"),
        ("Slow-Mag", "magnesium chloride", "magnesium", None, None),
        ("Magnesium 400 mg", "magnesium", "magnesium", 400, "mg"),
        ("magnésium 300", "magnesium", "magnesium", 300, None),
        ("Magnesium x2", "magnesium", "magnesium", None, None),
        ("2,5 mg ramipril", "ramipril", "ACE inhibitor", 2.5, "mg"),
        ("Levothyroxin 50 µg", "levothyroxine", "thyroid hormone", 50, "mcg"),
        ("vitamin D3 1000 IU", "colecalciferol", "vitamin", 1000, "IU"),
        ("vitamin B12", "cyanocobalamin", "vitamin", None, None),
        ("Lantus 20 units", "insulin glargine", "insulin", 20, "units"),
        (
            "lisinopril/HCTZ 20/12.5",
            "lisinopril and hydrochlorothiazide",
            "thiazide diuretic combination",
            None,
            None,
        ),
        (
            "losartan + hydrochlorothiazide",
            "losartan and hydrochlorothiazide",
            "thiazide diuretic combination",
            None,
            None,
        ),
        ("metformin 500 mg 1-0-1", "metformin", "biguanide", 500, "mg"),
    ],
)
def test_names_with_doses(
    text: str, generic: str, drug_class: str, dose: float | None, unit: str | None
) -> None:
    found = resolve(text)
    assert (found.generic, found.drug_class, found.dose, found.unit) == (generic, drug_class, dose, unit)
    assert found.as_written == text


@for_each(
    ("one", "other"),
    [
        ("hydralazine", "hydroxyzine"),
        ("prednisone", "prednisolone"),
        ("chlorpromazine", "chlorpropamide"),
        ("Lasix", "Losec"),
        ("metformin", "metoprolol"),
        ("clonidine", "clonazepam"),
        ("Klonopin", "clonidine"),
        ("tramadol", "trazodone"),
        ("amiloride", "amlodipine"),
        ("carbamazepine", "oxcarbazepine"),
        ("Celebrex", "Celexa"),
        ("Zantac", "Xanax"),
        ("fluoxetine", "fluvoxamine"),
        ("lamotrigine", "levetiracetam"),
        ("losartan", "valsartan"),
        ("propranolol", "propafenone"),
        ("quinine", "quinapril"),
        ("risperidone", "ropinirole"),
        ("rosuvastatin", "pravastatin"),
        ("bisoprolol", "metoprolol"),
        ("citalopram", "escitalopram"),
        ("omeprazole", "esomeprazole"),
        ("Flomax", "Fosamax"),
        ("glipizide", "glyburide"),
        ("sertraline", "cetirizine"),
        ("torasemide", "furosemide"),
    ],
)
def test_look_alikes_are_never_taken_for_each_other(one: str, other: str) -> None:
    """Pairs of the ISMP list of confused drug names: each is itself, and what lies between two is never the
    further.

    Between: every text that has the first half of one name and the second half of the other.
    """
    first, second = resolve(one).generic, resolve(other).generic
    assert first is not None
    assert second is not None
    assert first != second
    for cut in range(2, min(len(one), len(other)) - 1):
        between = one[:cut] + other[cut:]
        nearer = {one.lower(), other.lower()}
        if between.lower() not in nearer and _letters_apart(between, one) >= 2 <= _letters_apart(
            between, other
        ):
            assert resolve(between).generic in (None, *_nearer(between, one, first, other, second)), between


def _letters_apart(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one.lower(), 1):
        before, row[0] = row[0], at
        for to, against in enumerate(other.lower(), 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (letter != against))
    return row[-1]


def _nearer(between: str, one: str, first: str, other: str, second: str) -> list[str]:
    """The one of the two that is nearer by letters, if any is."""
    distances = _letters_apart(between, one), _letters_apart(between, other)
    return [] if distances[0] == distances[1] else [first if distances[0] < distances[1] else second]


@for_each(
    "text",
    [
        "Zorbaxin 20 mg",
        "water tablet",
        "blue pill",
        "pickle juice",
        "magnetic bracelet",
        "Dr Lantos",
        "my son Tristan",
        "amlodipine and zorbaxin",
    ],
)
def test_an_unknown_name_is_kept_as_written(text: str) -> None:
    found = resolve(text)
    assert found.generic is None
    assert found.drug_class is None
    assert found.as_written == text


def test_every_row_of_the_table_resolves_to_itself() -> None:
    for row in rows(TABLES / "medicines.csv"):
        assert row["generic"] == row["generic"].lower() or row["generic"] in (
            "amphotericin B",
            "vitamin B complex",
        )
        assert row["relation"] in ("may_trigger", "treatment", "other")
        assert row["drug_class"]
        # What is published stands with its source, or is not said.
        assert row["source"] or row["relation"] == "other"
        for name in (row["generic"], *row["names"].split(";")):
            if name:
                assert resolve(name).generic == row["generic"], name


@for_each(
    ("text", "generics"),
    [
        ("Lasix 40mg, magnesium 400 mg", ["furosemide", "magnesium"]),
        ("Lasix + magnesium", ["furosemide", "magnesium"]),
        ("magnesium and Lasix", ["magnesium", "furosemide"]),
        ("2,5 mg ramipril, 10 mg simvastatin", ["ramipril", "simvastatin"]),
        ("lisinopril/HCTZ 20/12.5; metformin 500 mg bd", ["lisinopril and hydrochlorothiazide", "metformin"]),
        ("Lasix\nmagnesium", ["furosemide", "magnesium"]),
        ("Lasix, Zorbaxin", ["furosemide", None]),
        ("none", []),
        ("no", []),
        ("-", []),
        ("", []),
        ("as usual", []),
    ],
)
def test_the_list_of_what_was_taken(text: str, generics: list[str | None]) -> None:
    assert [one.generic for one in read_medicine_list(text)] == generics


def test_same_as_before_is_no_list() -> None:
    assert same_as_before("As usual.")
    assert same_as_before("wie immer")
    assert not same_as_before("magnesium")
    assert not same_as_before("none")


HOSTILE = [
    "a" * 100_000,
    "lasix " * 16_000,
    "1/" * 50_000,
    "started " * 12_000,
    "and " * 25_000,
    "20 -> " * 16_000,
    "," * 100_000,
    "mg 1" * 25_000,
    " " * 99_999 + "x",
    "é" * 100_000,
    "lasix,\n" * 14_000,
    "1.1" * 33_000,
    "from a to " * 10_000,
    "(" * 100_000,
]


@for_each("text", HOSTILE)
def test_hostile_cells_take_no_time(text: str) -> None:
    resolve("Lasix")  # the tables are read once
    readers: list[Callable[[str], object]] = [
        resolve,
        read_medicine_list,
        same_as_before,
    ]
    for read in readers:
        assert_within(0.05, partial(read, text))


def test_memory_of_one_reading_changes_no_answer() -> None:
    """The caller's memory spares the search for words that come again; nothing is kept without it."""
    memory: dict[str, str | None] = {}
    texts = ["furosimide 40", "took furosimide and slept", "started furosimide", "Zorbaxin"]
    for text in texts * 2:
        assert resolve(text, memory) == resolve(text)
        assert read_medicine_list(text, memory) == read_medicine_list(text)
        assert read_changes_in_text(text, memory) == read_changes_in_text(text)
    assert memory["furosimide"] == "furosemide"
    assert memory["zorbaxin"] is None
