"""What a diary says was taken each night. Oracle: read by hand."""

from tests.journal.test_reading import read


def test_what_was_taken_each_night_shows_a_start_and_a_stop() -> None:
    """Ten nights with one medicine, ten with a second one, ten without the first. A forgotten tablet is no
    change.
    """
    taken = ["amlodipine 5 mg"] * 10 + ["amlodipine 5 mg, magnesium 400 mg"] * 10 + ["magnesium 400 mg"] * 10
    taken[4] = ""
    rows = [f'2024-03-{at + 1:02d},{at % 2},"{text}"' for at, text in enumerate(taken)]
    changes = read("\n".join(["Date,Cramps,Medicines", *rows])).changes
    assert list(zip(changes["night"].dt.day, changes["generic"], changes["change"], strict=True)) == [
        (11, "magnesium", "start"), (21, "amlodipine", "stop"),
    ]  # fmt: skip
