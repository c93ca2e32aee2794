"""Letters that the page can print, and what stands for the others."""

from datetime import date

from fontTools.ttLib import TTFont

from analysis.report import Keep, write_page
from analysis.report.letters import FONTS, foreign_letters
from tests.report.pages import reviewed, text_of

MADE = date(2025, 9, 2)


def test_letters_without_a_font_are_replaced_and_listed(monkeypatch):
    """Oracle: a private-use letter and an emoji where the system has no font at all."""
    from analysis.report import page as of_page

    own = of_page._fonts(system=False)
    monkeypatch.setattr(of_page, "_fonts", lambda *, system: own)
    text = text_of(write_page(reviewed("Arabic and Japanese"), Keep(made_on=MADE)))
    assert "No font of this computer has U+" in text
    assert "\ufffd" in text


def test_greek_and_cyrillic_stand_as_written():
    """Oracle: the remark as pypdf reads it."""
    text = text_of(write_page(reviewed("Greek and Cyrillic"), Keep(made_on=MADE)))
    assert "swollen καλημέρα судорога" in text


def test_the_list_of_letters_is_that_of_the_fonts():
    """Oracle: the character maps as fontTools reads them."""
    maps = [set(TTFont(path).getBestCmap()) for path in sorted(FONTS.glob("*.ttf"))]
    both = set.intersection(*maps)
    assert len(maps) == 2
    every = {chr(code) for code in range(0x20, 0x3000)}
    assert foreign_letters(every) == {letter for letter in every if ord(letter) not in both}
