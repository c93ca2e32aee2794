"""One medicine for another. Oracle: what each sentence says to a careful reader, by hand."""

import pytest

from analysis.journal.medicines.exchanges import exchanges_in
from analysis.journal.medicines.text import read_changes_in_text
from tests.for_each import for_each

OLD, NEW = "furosemide", "torasemide"


@for_each(
    "text",
    [
        "switched from furosemide to torasemide 10 mg",
        "switched furosemide to torasemide 10 mg",
        "furosemide replaced by torasemide 10 mg",
        "Furosemide was replaced with torasemide 10 mg",
        "replaced furosemide with torasemide 10 mg",
        "torasemide 10 mg instead of furosemide",
        "torasemide 10 mg in place of furosemide",
        "Furosemid durch Torasemid 10 mg ersetzt",
        "von Furosemid auf Torasemid 10 mg umgestellt",
        "statt Furosemid jetzt Torasemid 10 mg",
        "Torasemid 10 mg anstelle von Furosemid",
        "furosémide remplacé par torasémide 10 mg",
        "passé du furosémide au torasémide 10 mg",
        "cambiado de furosemida a torasemida 10 mg",
        "furosemida sustituida por torasemida 10 mg",
        "furosemide sostituito con torasemide 10 mg",
        "torasemide 10 mg invece di furosemide",
        "furosemide vervangen door torasemide 10 mg",
        "overgestapt van furosemide op torasemide 10 mg",
    ],
)
def test_one_is_stopped_and_the_other_started_at_its_dose(text: str) -> None:
    told = {kind: (one.generic, one.dose) for kind, one in read_changes_in_text(text)}
    assert told == {"stop": (OLD, None), "start": (NEW, 10)}


@pytest.mark.parametrize(
    "text",
    [
        "changed the furosemide to the morning",
        "moved furosemide to bedtime",
        "switched to decaf instead of coffee",
        "not switched from furosemide to torasemide",
        "GP wants torasemide instead of furosemide",
    ],
)
def test_what_is_no_exchange_stops_nothing(text: str) -> None:
    assert not [one for kind, one in read_changes_in_text(text) if kind == "stop" and one.generic]


def test_a_dose_is_never_the_old_medicine() -> None:
    assert not [found for found in exchanges_in("changed from 20 mg to 40 mg") if found.sure]
    assert [(kind, one.generic) for kind, one in read_changes_in_text("changed Lasix from 20 to 40 mg")] == [
        ("increase", "furosemide")
    ]
