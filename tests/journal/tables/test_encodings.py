"""Old code pages told apart by the headings and words that become known.

The oracle is Python's own encoder: each text is written in a page, and has to come back as it was.
"""

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import pairwise

import pytest

from analysis.journal import read_journal, to_csv
from analysis.journal.tables import read_sheets
from analysis.journal.tables.encodings import CODE_PAGES, likeness, old_code_page
from tests.for_each import for_each

GERMAN = (
    "Datum;Krämpfe;Stärke;Müdigkeit;Bemerkungen\n2025-01-01;2;5;3;kräftig gedehnt, später Wärme\n"
    "2025-01-02;0;;2;früh zu Bett\n"
)
FRENCH = (
    "Date;Crampes;Durée;Côté;Hydratation (mL)\n2025-01-01;2;5;gauche;1500\n2025-01-02;0;;;1200\nété;;;;\n"
)
SPANISH = "Fecha;Calambres;Duración;Músculo\n2025-01-01;2;5;pantorrilla\n2025-01-02;0;;\nmañana;;;\n"
POLISH = (
    "Data;Skurcze;Ból;Uwagi\n2025-01-01;2;5;łydka, później ćwiczenia i dużo wody\n"
    "2025-01-02;0;;żadnych skurczów\n"
)
RUSSIAN = "Дата;Судороги;Боль;Вода\n2025-01-01;2;5;1500\n2025-01-02;0;;1200\n"
TURKISH = "Tarih;Gece krampları;Ağrı\n01.01.2025;2;5\n02.01.2025;yok;\n"
GREEK = "Ημερομηνία;Κράμπες;Πόνος\n01/01/2025;2;5\n02/01/2025;0;\n"
JAPANESE = "日付;こむら返り;痛み;メモ\n2025-01-01;2;5;ふくらはぎ\n2025-01-02;0;;なし\n"


@for_each(
    ("text", "page"),
    [(text, page) for text in (GERMAN, FRENCH, SPANISH) for page in ("cp1252", "mac_roman", "cp850", "cp437")]
    + [(POLISH, page) for page in ("cp1250", "cp852")]
    + [(RUSSIAN, page) for page in ("cp1251", "koi8_r", "cp866")]
    + [(JAPANESE, page) for page in ("shift_jis", "euc_jp")]
    + [(TURKISH, "cp1254"), (GREEK, "cp1253")],
)
def test_a_text_comes_back_as_it_was_written(text: str, page: str) -> None:
    content = text.encode(page)
    assert content.decode(old_code_page(content)) == text


@for_each("page", ["cp1252", "mac_roman", "cp850", "cp437"])
@for_each("ends", ["\n", "\r", "\r\n"])
def test_a_german_journal_is_read_in_every_page(page: str, ends: str) -> None:
    """By hand: two cramps on the first night, none on the second, tiredness 3 and 2."""
    content = GERMAN.replace("\n", ends).encode(page)
    journal = read_journal([("tagebuch.csv", content)], today=date(2026, 1, 1))
    assert journal.nights["cramps"].tolist() == [2, 0]
    assert journal.nights["severity"].tolist()[:1] == [5]
    assert journal.receipts[0].encoding == page or page == "cp437"


def of_chance(seed: int) -> bytes:
    """A file of words that no page makes known, of large and small letters."""
    chance = random.Random(seed)
    words = [
        bytes(
            chance.choice(b"abcdefgrst") if chance.random() < 0.6 else chance.randrange(0xC0, 0x100)
            for _ in range(chance.randint(3, 9))
        )
        for _ in range(80)
    ]
    rows = (b"2025-01-01,1," + b" ".join(words[at : at + 4]) for at in range(0, 80, 4))
    return b"Date,Cramps,Notes\n" + b"\n".join(rows)


def decoded(content: bytes) -> Iterator[str]:
    for page in CODE_PAGES:
        with suppress(UnicodeDecodeError):
            yield content.decode(page)


def test_pages_that_are_as_likely_are_told_apart_by_their_order_alone() -> None:
    """Oracle: arithmetic. Two are as likely or apart by more than a sum's rounding, in whatever order their
    words are met, and so a file is read alike at every start."""
    for seed in range(60):
        likely = sorted({likeness(text) for text in decoded(of_chance(seed))})
        assert all(more - less > 0.001 for less, more in pairwise(likely))


def test_a_single_accent_stays_what_windows_wrote() -> None:
    for word in ("déjà vu", "naïve", "Zoë", "20 °C", "½ glass", "it’s", "10 µg"):
        text = f"Date,Cramps,Notes\n2025-01-01,1,{word}\n"
        content = text.encode("cp1252")
        assert content.decode(old_code_page(content)) == text


def test_marks_that_show_nothing_are_no_part_of_a_cell() -> None:
    """A heading or an answer with a direction mark or a control in it is the heading without it."""
    header = "\u200eDate,Cr\u202eamps,Water\x9d\n"
    content = f"{header}2025-01-01,\u20662\u2069,1500\u200f\n2025-01-02,0,12\x8100\n".encode()
    journal = read_journal([("diary.csv", content)], today=date(2026, 1, 1))
    assert journal.nights["cramps"].tolist() == [2, 0]
    assert journal.days["hydration"].tolist() == [1500, 1200]


def test_what_a_spreadsheet_would_compute_is_guarded_and_the_guard_comes_off_again() -> None:
    for cell in ("=1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a", " =1", "\u3000＝1"):
        written = to_csv([["a", cell]]).decode("utf-8-sig")
        assert f",'{cell}" in written or f",\"'{cell}" in written
        assert read_sheets(written.encode())[0].records[0][1] == cell.strip()


@pytest.mark.parametrize(
    ("header", "page"),
    [("Data;Skurcze łydek", "cp1250"), ("Datum;Křeče v lýtku", "cp1250"), ("Datum;Wadenkrämpfe", "cp437")],
)
def test_headings_of_the_calf_tell_the_code_page(header: str, page: str) -> None:
    """Oracle: the same file as UTF-8."""
    text = f"{header}\n14.03.2025;2\n15.03.2025;0\n"
    for encoding in (page, "utf-8"):
        journal = read_journal([("d.csv", text.encode(encoding))])
        assert journal.nights["cramps"].tolist() == [2, 0]
