"""Words of warning signs. Oracle: each text read by hand."""

import pytest

from analysis.journal.cells import signs_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calf red and tender", {"redness"}),
        ("ankle swollen, foot numb", {"swelling", "numbness"}),
        ("Wade rot und geschwollen", {"redness", "swelling"}),
        ("slept well", set()),
        ("", set()),
    ],
)
def test_the_signs_of_which_a_text_holds_a_word(text: str, expected: set[str]) -> None:
    assert signs_in(text) == expected
