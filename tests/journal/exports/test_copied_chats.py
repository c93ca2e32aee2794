"""Copied messages. The oracle is what stands in them: each with its moment, its sender and its words."""

import pytest

from analysis.journal import read_journal
from analysis.journal.exports import copied_chat


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "Anna, [02.09.26 07:10]\n2 cramps\nleft calf\n\nBen, [02.09.26 07:12]\noh no",
            [
                (1, "02.09.26 07:10", "Anna", "2 cramps; left calf"),
                (5, "02.09.26 07:12", "Ben", "oh no"),
            ],
        ),
        ("\nAnna, [Sep 2, 2026 at 07:10]\nnone", [(2, "Sep 2, 2026 at 07:10", "Anna", "none")]),
        ("Anna, [9/2/2026 7:10 AM]:\nnone", [(1, "9/2/2026 7:10 AM", "Anna", "none")]),
        ("Anna — 02/09/2026 07:10\nnone", [(1, "02/09/2026 07:10", "Anna", "none")]),
        (
            "[LINE] Chat with Anna\nSaved on: 2026/10/01 10:00\n\n"
            "2026/09/02(水)\n07:10\tAnna\tなし\n07:12\tBen\tok",
            [(5, "2026-09-02 07:10", "Anna", "なし"), (6, "2026-09-02 07:12", "Ben", "ok")],
        ),
    ],
)
def test_each_message_is_an_entry_at_the_line_of_its_head(
    text: str, messages: list[tuple[int, str, str, str]]
) -> None:
    found = copied_chat(text)
    assert found is not None
    assert found.chat
    assert [(line.row, line.dated, line.sender, line.text) for line in found.lines] == messages


def test_every_line_of_a_copied_chat_is_counted() -> None:
    """A head, an answered message, its words; a blank line; a head and its words; a head without words."""
    found = copied_chat(
        "Anna, [02.09.26 07:10]\n[Reply to Bob]\n2 cramps\n\n"
        "Anna, [03.09.26 07:10]\nnone\nAnna, [04.09.26 07:10]"
    )
    assert found is not None
    assert [(line.row, line.text) for line in found.lines] == [(1, "2 cramps"), (5, "none")]
    assert found.outside == [(2, "names the message that is answered"), (7, "a message without words")]
    assert found.blank_lines == 1
    line = copied_chat("[LINE] Chat with Anna\n\n2026/09/02(水)\n07:10\tAnna\tなし")
    assert line is not None
    assert line.outside == [(1, "a title line"), (3, "the date of the messages below it")]
    assert line.blank_lines == 1


@pytest.mark.parametrize("mark", ["Forwarded from", "Weitergeleitet von", "Reenviado de", "Transféré de"])
def test_a_forwarded_message_is_not_its_senders_own_night(mark: str) -> None:
    """Nothing of what Bob wrote counts for Anna, and it is listed at its line."""
    text = (
        "Anna, [02.09.26 07:10]\n1 cramp last night\n\n"
        f"Anna, [03.09.26 07:10]\n[{mark} Bob]\n4 cramps last night, started magnesium 300 mg\n\n"
        "Anna, [04.09.26 07:10]\nno cramps last night\n\n"
        f"Anna, [05.09.26 07:10]\n[{mark} Bob]\nstarted ramipril 5 mg\n"
    )
    journal = read_journal([("chat.txt", text.encode())])
    found = journal.nights["cramps"].dropna()
    assert {f"{night:%m-%d}": cramps for night, cramps in found.items()} == {"09-01": 1, "09-03": 0}
    assert journal.spells.empty
    listed = [(p.row, p.action) for p in journal.receipts[0].problems if "4 cramps" in (p.cell or "")]
    assert listed == [(4, "set_aside")]
    assert [p.row for p in journal.receipts[0].problems if p.action == "rejected"] == [11]


@pytest.mark.parametrize(
    "text", ["night,cramps\n2026-09-01,2", "Leg cramps\n1 Sept 2026: 2 cramps", "Anna, [no date]\nhello", ""]
)
def test_another_text_is_no_copied_chat(text: str) -> None:
    assert copied_chat(text) is None


def test_a_chat_that_begins_far_down_is_one() -> None:
    text = "\n" * 10_000 + "Anna, [02.09.26 07:10]\nnone\n"
    found = copied_chat(text)
    assert found is not None
    assert [(line.row, line.text) for line in found.lines] == [(10_001, "none")]
    assert copied_chat("night,cramps\n" + "2026-09-01,2\n" * 1_000 + text) is None
