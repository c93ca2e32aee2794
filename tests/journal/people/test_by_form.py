"""Columns of a heading that nobody knows: what their cells say of persons. Ledgers are by hand."""

import pytest

from analysis.journal import JournalError, Receipt, read_journal
from tests.for_each import for_each


def nights_of_two(heading: str, one: str, other: str) -> bytes:
    """Four nights told twice, and otherwise each time: 0 and 2, 1 and 3, 2 and 4, 3 and 5."""
    rows = (
        f"2025-03-0{night},{who},{night + more}"
        for night in range(1, 5)
        for who, more in ((one, -1), (other, 1))
    )
    return "\n".join([f"Date,{heading},Cramps", *rows]).encode()


def receipt_of(text: bytes) -> Receipt:
    try:
        return read_journal([("k.csv", text)]).receipts[0]
    except JournalError as error:
        return error.receipts[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan", "Piet"),
        ("花子", "太郎"),
        ("P1", "P2"),
        ("A", "B"),
        ("1001", "1002"),
        ("anna", "béla"),
        ("JS", "MK"),
    ],
)
def test_the_same_nights_told_otherwise_are_asked_about(one: str, other: str) -> None:
    receipt = receipt_of(nights_of_two("Qwx", one, other))
    assert set(receipt.choices) == {one, other}
    journal = read_journal([("k.csv", nights_of_two("Qwx", one, other))], choose={"k.csv": other})
    assert journal.nights["cramps"].tolist() == [2, 3, 4, 5]


@for_each(
    ("one", "other"),
    [("left", "right"), ("links", "rechts"), ("calf", "foot"), ("1", "2"), ("yes", "no"), ("am", "pm"),
     ("L", "R"), ("mild", "severe")],
)  # fmt: skip
def test_what_means_something_else_parts_nobody(one: str, other: str) -> None:
    assert receipt_of(nights_of_two("Qwx", one, other)).choices == ()


def in_turn(*names: str) -> bytes:
    rows = (f"2025-03-{day:02d},{who},{day % 2}" for day, who in enumerate(names, start=1))
    return "\n".join(["Date,Qwx,Cramps", *rows]).encode()


def test_first_names_that_follow_each_other_are_asked_about() -> None:
    """Anna's six nights and then Peter's six are two journals; who gave the massage changes."""
    assert receipt_of(in_turn(*["Anna"] * 6, *["Peter"] * 6)).choices == ("Anna", "Peter")
    assert receipt_of(in_turn(*["Anna", "Peter"] * 6)).choices == ()
    assert receipt_of(in_turn(*["Sun"] * 6, *["Rain"] * 6)).choices == ()


@pytest.mark.parametrize("heading", ["Case", "Subject", "Study ID"])
def test_numbers_that_come_again_are_persons_and_those_of_rows_are_none(heading: str) -> None:
    rows = [f"2025-03-{day:02d},{{}},{day % 2}" for day in range(1, 13)]
    header = f"Date,{heading},Cramps\n"
    apart = header + "\n".join(row.format(1001 + (at > 6)) for at, row in enumerate(rows, start=1))
    assert receipt_of(apart.encode()).choices == ("1001", "1002")
    running = header + "\n".join(row.format(at) for at, row in enumerate(rows, start=1))
    assert read_journal([("k.csv", running.encode())]).nights["cramps"].tolist() == [1, 0] * 6


@for_each(
    "heading", ["Nurse", "Doctor", "Carer", "Guest", "Slept beside", "Mattress", "Brand", "Krankenschwester"]
)
def test_names_of_others_that_follow_each_other_part_nobody(heading: str) -> None:
    """One person's nights, whoever was there: twelve of them, every other with a cramp."""
    text = in_turn(*["Anna"] * 6, *["Maria", "Paul"] * 3).replace(b"Qwx", heading.encode())
    apart = in_turn(*["Anna"] * 6, *["Paul"] * 6).replace(b"Qwx", heading.encode())
    for file in (text, apart):
        assert read_journal([("k.csv", file)]).nights["cramps"].tolist() == [1, 0] * 6


@for_each(
    ("heading", "one", "other"),
    [("Weather", "Rain", "Sun"), ("Bed", "Home", "Clinic"), ("Half", "H1", "H2"),
     ("Entry", "First", "Second"), ("Bett", "A", "B"), ("Qwx", "Rain", "Sun"),
     ("Qwx", "Home", "Clinic"), ("Qwx", "H1", "H2")],
)  # fmt: skip
def test_weather_places_halves_and_orders_part_nobody(heading: str, one: str, other: str) -> None:
    assert receipt_of(nights_of_two(heading, one, other)).choices == ()
