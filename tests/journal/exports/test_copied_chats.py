"""Copied messages. The oracle is what stands in them: each with its moment, its sender and its words."""

import pytest

from analysis.journal.exports import copied_chat


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Anna, [02.09.26 07:10]\n2 cramps\nleft calf\n\nBen, [02.09.26 07:12]\noh no",
            ["[02.09.26 07:10] Anna: 2 cramps; left calf", "[02.09.26 07:12] Ben: oh no"],
        ),
        ("Anna, [Sep 2, 2026 at 07:10]\nnone", ["[Sep 2, 2026 at 07:10] Anna: none"]),
        ("Anna, [9/2/2026 7:10 AM]:\nnone", ["[9/2/2026 7:10 AM] Anna: none"]),
        ("Anna — 02/09/2026 07:10\nnone", ["[02/09/2026 07:10] Anna: none"]),
        (
            "[LINE] Chat with Anna\nSaved on: 2026/10/01 10:00\n\n"
            "2026/09/02(水)\n07:10\tAnna\tなし\n07:12\tBen\tok",
            ["[2026-09-02 07:10] Anna: なし", "[2026-09-02 07:12] Ben: ok"],
        ),
    ],
)
def test_each_message_is_a_line_with_its_moment_and_sender(text: str, lines: list[str]) -> None:
    found = copied_chat(text)
    assert found is not None
    assert found.splitlines() == lines


@pytest.mark.parametrize(
    "text", ["night,cramps\n2026-09-01,2", "Leg cramps\n1 Sept 2026: 2 cramps", "Anna, [no date]\nhello", ""]
)
def test_another_text_is_no_copied_chat(text: str) -> None:
    assert copied_chat(text) is None
