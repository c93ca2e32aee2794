"""Which tables are a known export or a log of events. Oracle: what one sees in the headings and cells."""

from analysis.journal.tables import RawTable
from analysis.journal.which_export import export_of


def table(headers: list[str], *rows: list[str]) -> RawTable:
    return RawTable(None, headers, [list(row) for row in rows], list(range(2, 2 + len(rows))), 1)


def test_a_diary_is_no_export_and_a_log_of_events_is_one() -> None:
    diary, _ = export_of(table(["Date", "Cramps"], ["2024-03-01", "1"]), {})
    log, frame = export_of(
        table(["Time", "Event"], ["2024-03-01 02:10", "Leg cramp"], ["2024-03-01 09:00", "Coffee"]), {}
    )
    assert diary is None
    assert log is not None
    assert log.kind == "event log"
    assert frame["Event"].tolist() == ["Leg cramp", "Coffee"]


def test_two_columns_of_one_name_are_told_apart() -> None:
    _, frame = export_of(table(["Time", "Event", "Event"], ["2024-03-01 02:10", "Leg cramp", "x"]), {})
    assert list(frame.columns) == ["Time", "Event", "Event (2)"]


def test_a_cell_with_more_digits_than_a_date_has_is_no_date() -> None:
    long = "2024-03-00000000001 02:10"
    _, frame = export_of(table(["Time", "Event"], ["2024-03-01 02:10", "Leg cramp"], [long, "Leg cramp"]), {})
    assert frame["Time"].tolist() == ["2024-03-01 02:10", "?"]
