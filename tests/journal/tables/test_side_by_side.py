"""Tables side by side on one sheet. Oracle: the same rows, one table below the other."""

from analysis.journal import Journal, read_journal

JUNE = [f"{day:02d}/06/2025,{day % 3}" for day in range(1, 21)]
JULY = [f"{day:02d}/07/2025,{day % 2}" for day in range(1, 21)]


def read(*lines: str) -> Journal:
    return read_journal([("leg cramps.csv", "\n".join(lines).encode())])


def test_a_month_beside_the_next_one() -> None:
    """With an empty column between them, without one, and with a line of their names above."""
    below = read("Date,Cramps", *JUNE, *JULY).nights["cramps"]
    for parted, empty in ((",", ""), (",,", ",")):
        beside = [parted.join(pair) for pair in zip(JUNE, JULY, strict=True)]
        journal = read(f"Date,Cramps,{empty}Date,Cramps", *beside)
        assert journal.nights["cramps"].dropna().tolist() == below.dropna().tolist()
        assert [receipt.rows.used for receipt in journal.receipts] == [20, 20]
    beside = [",".join(pair) for pair in zip(JUNE, JULY, strict=True)]
    titled = read("June,,July,", "Date,Cramps,Date,Cramps", *beside)
    assert titled.nights["cramps"].dropna().tolist() == below.dropna().tolist()


def test_days_of_their_own_beside_the_nights() -> None:
    """Water of July beside the cramps of June: none of it is of a day in June."""
    beside = [
        f"{night},{day[:10]},{2 + at % 2} l" for at, (night, day) in enumerate(zip(JUNE, JULY, strict=True))
    ]
    journal = read("Date,Cramps,Date,Water", *beside)
    assert journal.nights["cramps"].count() == 20
    assert journal.days["hydration"].dropna().index.month.unique().tolist() == [7]


def test_the_same_dates_twice_are_one_table() -> None:
    journal = read("Date,Cramps,Date,Water", *[f"{row},{row[:10]},2 l" for row in JUNE])
    assert len(journal.receipts) == 1
    assert journal.days["hydration"].dropna().index.month.unique().tolist() == [6]
