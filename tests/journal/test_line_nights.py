"""Which night the lines of a note are about. Oracle: the nights that its writer means, by hand."""

from analysis.journal import read_journal

LINES = [
    "3 March 2026: no cramps last night",
    "4 March 2026: one cramp, at 02:10",
    "5 March 2026: 2 cramps, at 01:00 and 04:00",
    "6 March 2026: no cramp",
]


def nights(*lines: str, **said: str) -> dict[str, float]:
    journal = read_journal([("cramp diary.txt", "\n".join(lines).encode())], **said)  # type: ignore[arg-type]
    logged = journal.nights["cramps"].dropna()
    return {f"{night:%m-%d}": count for night, count in logged.items()}


def test_last_night_in_some_lines_tells_the_night_of_all() -> None:
    before = {"03-02": 0, "03-03": 1, "03-04": 2, "03-05": 0}
    assert nights(*LINES) == before
    assert nights(*LINES, dates_mean="morning") == before


def test_the_reason_is_told() -> None:
    rule = read_journal([("cramp diary.txt", "\n".join(LINES).encode())]).night_rule
    assert (rule.dates_mean, rule.code) == ("morning", "written")
    assert "past night" in rule.decided_by


def test_one_line_about_the_night_before_moves_no_others() -> None:
    """One of eleven answers: its night is the one before its date, and the note is kept by evenings."""
    kept = [f"{day} March 2026: one cramp" for day in range(2, 12)]
    found = nights("1 March 2026: no cramps last night", *kept)
    assert found == {"02-28": 0} | {f"03-{day:02d}": 1 for day in range(2, 12)}


def test_lines_that_disagree_move_no_others() -> None:
    found = nights(LINES[0], "8 March 2026: one cramp tonight", "10 March 2026: no cramp")
    assert found == {"03-02": 0, "03-08": 1, "03-10": 0}


def test_cramps_before_midnight_outvote_one_last_night() -> None:
    """By hand: each cramp is in the night that begins on its date; "last night" is the one before its own."""
    evenings = [f"{day} March 2026: {'cramp at 23:30' if day % 2 else 'no cramp'}" for day in range(1, 5)]
    found = nights(*evenings, "6 March 2026: no cramp last night")
    assert found == {"03-01": 1, "03-02": 0, "03-03": 1, "03-04": 0, "03-05": 0}
