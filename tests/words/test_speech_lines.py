"""Text of a file on one line of a terminal: nothing in it steers the terminal or turns what follows."""

import unicodedata

from analysis.words import one_line

STEERING = [
    chr(code) for code in (*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
]


def test_no_character_that_steers_is_left() -> None:
    """Oracle: Unicode's own categories and bidirectional classes."""
    for letter in [*STEERING, "\u2028", "\u2029", "\u200e", "\u200f"]:
        shown = one_line(f"5{letter}.9")
        assert not any(unicodedata.category(each) in ("Cc", "Zl", "Zp") for each in shown), hex(ord(letter))
        assert not any(
            unicodedata.bidirectional(each) in ("RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI")
            for each in shown
        ), hex(ord(letter))
        assert shown.splitlines() == [shown]


def test_what_people_write_stays() -> None:
    for text in ("Crème, 5 µg", "日本語 こむら返り", "👩‍⚕️ said so", "עברית", "a - b"):
        assert one_line(text) == text
