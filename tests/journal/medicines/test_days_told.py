"""The day that a remark names for a change. Oracle: the calendar of March 2025, in which the 6th is a
Thursday."""

from datetime import date

from analysis.journal import read_journal
from analysis.journal.medicines.days_told import day_told, names_a_day
from analysis.journal.medicines.text import changes_told
from tests.for_each import for_each

WRITTEN = (date(2025, 3, 6) - date(1970, 1, 1)).days


@for_each(
    ("text", "nights"),
    [
        ("stopped the statin on Tuesday", -2),
        ("stopped simvastatin on Thursday", 0),
        ("started magnesium on the 3rd", -3),
        ("started magnesium on 3 March", -3),
        ("started magnesium on March 3rd", -3),
        ("started magnesium on 28 February", -6),
        ("started magnesium 400 mg yesterday", -1),
        ("Magnesium am 3. März begonnen", -3),
        ("Simvastatin seit Dienstag abgesetzt", -2),
        ("arrêté l'atorvastatine mardi", -2),
        ("dejé la simvastatina el lunes", -3),
        ("gestopt met simvastatine op maandag", -3),
        ("last dose of quinine on Monday", -2),  # the first night without it
        ("stopped simvastatin", 0),
    ],
)
def test_a_change_is_of_the_day_that_its_words_name(text: str, nights: int) -> None:
    told = changes_told(text, None, WRITTEN)
    assert [one.nights for one in told] == [nights]
    assert told[0].medicine.dose in (None, 400)  # a day is no dose


@for_each(
    "text",
    ["stop the statin on Monday", "started magnesium from the 3rd", "started magnesium on 2/3",
     "stopped simvastatin 2/3", "stopped simvastatin 10/3", "started amlodipine in May",
     "Amlodipin im Mai begonnen", "started amlodipine in 2019", "stopped simvastatin at the weekend",
     "stopped quinine on the 31st of May"],
)  # fmt: skip
def test_a_day_that_is_not_plain_tells_no_night(text: str) -> None:
    assert changes_told(text, None, WRITTEN) == []


def test_a_day_is_named_only_where_its_words_stand() -> None:
    assert day_told("stopped the statin", WRITTEN) is None
    assert names_a_day("on monday")
    assert not names_a_day("magnesium 400 mg")


def test_a_remark_about_an_earlier_day_changes_that_night() -> None:
    """Oracle: written on Thursday 6 March 2025, so that Tuesday is the 4th."""
    rows = "".join(
        f"2025-03-{day:02},{day % 2},{'stopped simvastatin on Tuesday' if day == 6 else ''}\n"
        for day in range(1, 12)
    )
    journal = read_journal([("d.csv", f"Night of,Cramps,Notes\n{rows}".encode())])
    assert [(str(one.night)[:10], one.change) for one in journal.changes.itertuples()] == [
        ("2025-03-04", "stop")
    ]
