"""The night of a change that is told later. Oracle: counted by hand."""

from analysis.journal.medicines.text import changes_told, tells_an_undated_change
from analysis.journal.medicines.when_told import without_time_back
from tests.for_each import for_each


@for_each(
    ("clause", "nights"),
    [
        ("stopped quinine", 0),
        ("stopped quinine a week ago", -7),
        ("stopped quinine 2 weeks ago", -14),
        ("chinin vor drei tagen abgesetzt", -3),
        ("arrete quinine il y a 2 semaines", -14),
        ("deje quinina hace 10 dias", -10),
        ("2 weken geleden gestopt met kinine", -14),
        ("last night of quinine", 1),
        ("stopped quinine last month", None),
        ("stopped quinine 900 days ago", None),
    ],
)
def test_the_night_counted_from_the_one_of_the_writing(clause: str, nights: int | None) -> None:
    assert without_time_back(clause)[1] == nights


def test_an_earlier_change_without_a_night_is_none() -> None:
    assert changes_told("stopped quinine last month") == []
    assert tells_an_undated_change("started magnesium last Monday")
    assert not tells_an_undated_change("going to stop quinine since last month's cramps")
    assert not tells_an_undated_change("cramps last week")
    assert [(one.change, one.nights) for one in changes_told("stopped quinine 3 days ago")] == [("stop", -3)]
