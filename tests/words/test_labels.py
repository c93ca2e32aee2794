"""Names of levels, questions, medicines and changes. Oracle: tables written by hand."""

from datetime import date

import pytest

from analysis import words
from analysis.journal import dictionary
from analysis.journal.model import Suggestion
from analysis.measures.exposures import Level
from analysis.measures.period_pairs import SeasonPair
from analysis.measures.results import Rate
from analysis.words import labels
from analysis.words.units import Volume
from tests.for_each import for_each
from tests.words import results

NO_RATE = Rate(0, 0, None)


@for_each(
    ("low", "high", "volume", "glass_ml", "said"),
    [
        (None, 1200.0, "mL", 250.0, "under 1.2 L"),
        (1200.0, 1500.0, "mL", 250.0, "1.2 to 1.5 L"),
        (900.0, 1250.0, "mL", 250.0, "900 mL to 1.25 L"),
        (2100.0, None, "mL", 250.0, "2.1 L or more"),
        (1200.0, 1500.0, "fl oz", 250.0, "41 to 51 fl oz"),
        (None, 1200.0, "glasses", 250.0, "under 4.8 glasses"),
        (200.0, 1500.0, "glasses", 200.0, "1 to 7.5 glasses"),
        (None, None, "mL", 250.0, "any amount"),
    ],
)
def test_a_level_of_fluid_is_said_in_the_chosen_unit(
    low: float | None, high: float | None, volume: Volume, glass_ml: float, said: str
) -> None:
    """US fluid ounce: 29.5735 mL, so 1.2 L are 40.6 and 1.5 L are 50.7."""
    assert labels.label_level(Level("", low, high, NO_RATE), results.answer(), volume, glass_ml) == said


@for_each(
    ("field", "unit", "form", "level", "said"),
    [
        ("activity", "min/day", "above_usual", Level("<20", None, 20.0, NO_RATE), "under 20 min"),
        ("activity", "min/day", "above_usual", Level("20–40", 20.0, 40.0, NO_RATE), "20 to 40 min"),
        ("alcohol", "drinks", "per_step", Level("1–2", 1.0, 2.0, NO_RATE), "1 to under 2 drinks"),
        ("steps", "steps", "above_usual", Level("", 3000.0, 9000.0, NO_RATE), "3,000 to 9,000 steps"),
        ("alcohol", "drinks", "per_step", Level("<1", None, 1.0, NO_RATE), "under 1 drink"),
        ("steps", "steps", "above_usual", Level("≥9000", 9000.0, None, NO_RATE), "9,000 steps or more"),
        ("stretching", None, "yes_no", Level("yes", 1.0, 2.0, NO_RATE), "yes"),
        ("activity_level", None, "per_step", Level("moderate", 2.0, 3.0, NO_RATE), "moderate"),
        ("screen", None, "per_step", Level("2–3", 2.0, 3.0, NO_RATE), "2 to under 3"),
    ],
)
def test_a_level_is_said_with_its_unit(
    field: str, unit: str | None, form: str, level: Level, said: str
) -> None:
    answer = results.answer(field=field, label=field, unit=unit, form=form)
    assert labels.label_level(level, answer) == said


@for_each(
    ("fields", "volume", "everyday", "clinical"),
    [
        ({}, "mL", "Fluid: per extra 500 mL", "Fluid: per extra 500 mL"),
        ({}, "fl oz", "Fluid: per extra 17 fl oz", "Fluid: per extra 17 fl oz"),
        ({}, "glasses", "Fluid: per extra 2 glasses", "Fluid: per extra 2 glasses"),
        (
            {"lag": 1},
            "mL",
            "Fluid, 1 day earlier: per extra 500 mL",
            "Fluid, 1 day earlier: per extra 500 mL",
        ),
        (
            {"field": "activity", "unit": "min/day", "form": "below_usual", "step": 30.0},
            "mL",
            "Activity below the usual: per 30 min",
            "Activity below the usual: per 30 min",
        ),
        (
            {"field": "alcohol", "unit": "drinks", "step": 1.0},
            "mL",
            "Alcohol: per extra drink",
            "Alcohol: per extra drink",
        ),
        (
            {"field": "iv_hydration", "unit": None, "form": "yes_no", "step": None},
            "mL",
            "IV hydration: yes against no",
            "IV hydration: yes v no",
        ),
        (
            {"field": "gym", "label": "Gym <b>", "unit": None, "form": "yes_no", "step": None},
            "mL",
            "“Gym <b>”: yes against no",
            "“Gym <b>”: yes v no",
        ),
    ],
)
def test_a_question_is_named_with_its_step(
    fields: dict[str, object], volume: Volume, everyday: str, clinical: str
) -> None:
    answer = results.answer(**fields)
    assert labels.label_question(answer, "everyday", volume) == everyday
    assert labels.label_question(answer, "clinical", volume) == clinical


@pytest.mark.parametrize(
    ("written", "generic", "said"),
    [
        ("Magnesium", "magnesium", "magnesium"),
        ("Magnesium citrate", "magnesium", "Magnesium citrate"),
        ("Lasix", "furosemide", "Lasix (furosemide)"),
        ("the little white one", None, "the little white one"),
        ("Massage", None, "massage"),
        ("IV hydration", None, "IV hydration"),
    ],
)
def test_a_medicine_is_named_as_written_and_by_its_generic_name(
    written: str, generic: str | None, said: str
) -> None:
    assert labels.medicine(written, generic) == said


@for_each(
    ("fields", "said", "label"),
    [
        ({}, "magnesium 400 mg was started", "Magnesium started: after against before"),
        (
            {"medication": "Magnesium 400 mg"},
            "Magnesium 400 mg was started",
            "Magnesium 400 mg started: after against before",
        ),
        ({"dose_after": None}, "magnesium was started", "Magnesium started: after against before"),
        (
            {"change": "stop", "dose_after": None},
            "magnesium was stopped",
            "Magnesium stopped: after against before",
        ),
        (
            {
                "change": "increase",
                "dose_before": 20.0,
                "dose_after": 40.0,
                "medication": "Lasix",
                "generic": "furosemide",
            },
            "Lasix (furosemide) was raised from 20 to 40 mg",
            "Lasix (furosemide) raised: after against before",
        ),
        (
            {"change": "decrease", "dose_after": 0.5},
            "magnesium was lowered to 0.5 mg",
            "Magnesium lowered: after against before",
        ),
        (
            {"change": "decrease", "dose_after": None},
            "magnesium was lowered",
            "Magnesium lowered: after against before",
        ),
        ({"change": "swapped"}, "magnesium was changed", "Magnesium changed: after against before"),
    ],
)
def test_a_change_is_named_with_its_dose(fields: dict[str, object], said: str, label: str) -> None:
    change = results.change(**fields)
    assert labels.changed(change) == said
    assert labels.label_change(change) == label
    assert labels.label_change(change, "clinical") == label.replace("against", "v")


def test_seasons_are_named_by_their_years() -> None:
    nights = (date(2024, 12, 1), date(2024, 12, 30))
    winter = SeasonPair("winter", 2024, nights, nights)
    assert labels.label_seasons(winter) == "Winter 2024/25 and the winter before"
    july = (date(2025, 7, 1), date(2025, 7, 30))
    summer = SeasonPair("summer", 2025, july, july)
    assert labels.label_seasons(summer) == "Summer 2025 and the summer before"


def test_seasons_blood_tests_and_meanings_have_labels() -> None:
    """Oracle: by hand: a winter goes over the new year, a summer does not."""
    february, august = (date(2025, 2, 1), date(2025, 2, 28)), (date(2024, 8, 1), date(2024, 8, 31))
    assert words.label_seasons(SeasonPair("winter", 2024, february, february)).startswith("Winter 2024/25")
    assert (
        words.label_seasons(SeasonPair("summer", 2024, august, august)) == "Summer 2024 and the summer before"
    )
    assert words.label_test("Potassium") == "K"
    assert words.label_test(" my  own test ") == "my own test"
    assert words.label_test("Vitamin D3", 6) == "Vitam…"
    assert "" in words.label_meanings()
    assert len(set(words.label_meanings().values())) == len(words.label_meanings())


def test_a_suggestion_is_shown_with_its_reason_and_cells() -> None:
    (row,) = words.table_suggestions([Suggestion("Wasser", "hydration", "it is near", ("1500", "1600"))])
    assert row == {"Column": "Wasser", "Nearest": "Fluid", "Why": "it is near", "For example": "1500 · 1600"}


@for_each("name", [name for name, field in dictionary().items() if field.is_exposure])
def test_what_the_nights_came_after_is_a_phrase_of_its_own(name: str) -> None:
    """Oracle: the ear. "Nights after more standing" is read aloud, "after more room temperature" is none."""
    form = "yes_no" if dictionary()[name].kind == "yes_no" else "per_step"
    own = labels.YES if form == "yes_no" else labels.MORE_AND_LESS
    assert name in own, "words/labels.py: say what nights with it, or with more and less of it, come after"
    said = labels.exposed(results.answer(field=name, label=name, form=form))
    assert said in (own[name], own[name][0])
