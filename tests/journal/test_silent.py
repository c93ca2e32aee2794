"""What changes how other characters are shown. Oracle: Unicode's own categories and names."""

import sys
import unicodedata

from analysis.journal.silent import SILENT, without_silent


def test_every_control_and_mark_of_direction_is_silent_but_the_breaks_of_lines() -> None:
    """Categories Cc, and of Cf those whose name is of a direction, an isolate or an embedding."""
    controls = {code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cc"}
    marks = {
        code
        for code in range(sys.maxunicode + 1)
        if unicodedata.bidirectional(chr(code))
        in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    }
    assert controls - set(SILENT) == set(map(ord, "\t\n\r"))
    assert marks - set(SILENT) == set()
    assert all(unicodedata.category(chr(code)) in {"Cc", "Cf"} for code in SILENT)


def test_the_rest_of_a_text_stands_as_it_was() -> None:
    """By hand: what is silent is gone, a fixed space is one, another break of lines is a line break."""
    assert without_silent("  Mag\u202enesium\x00\u00a0400\u2028mg\t ") == "Magnesium 400\nmg"
    assert without_silent("こむら返り – ±½") == "こむら返り – ±½"
    assert without_silent("\u200e\x1b") == ""


def test_a_clean_text_is_clean_once_and_for_all() -> None:
    text = without_silent("a\u200fb\x85c")
    assert without_silent(text) == text == "ab\nc"
