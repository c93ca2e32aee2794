"""Files that are no table: one true sentence each. Oracle: what each file is, as it is written here."""

import pytest

from analysis.journal import JournalError, read_journal
from tests.for_each import for_each
from tests.journal.test_robustness import zipped

DIARY = ("diary.csv", b"Night of,Cramps\n2025-03-01,0\n2025-03-02,1\n")

PACKED = {
    "apple_health_export/export.xml": "Apple Health; unpack it and choose export.xml",
    "DI_CONNECT/DI-Connect-Aggregator/UDSFile_2025-03-01.json": "save the reports of Garmin Connect",
    "samsunghealth_me/com.samsung.shealth.step_daily_trend.20250301.csv": "Samsung Health; unpack it",
    "Takeout/Fit/Daily activity metrics/2025-03-01.csv": "Google Takeout archive; unpack it",
    "health_connect_export.db": "database of Health Connect",
    "word/document.xml": "a Word document",
    "content.xml": "an OpenDocument file",
    "Index/Document.iwa": "a Numbers or Pages document",
    "Export/Cramps 1a2b3c.csv": "a packed archive; unpack it and choose the table in it",
    "song.mp3": "a packed archive or a document of another program",
}
PLAIN = {
    '{"totalSteps": 5400}': "JSON",
    '[\n  {\n    "calendarDate": "2025-03-01"\n  }\n]': "JSON",
    '{\r\n\t"cramps": 1\r\n}': "JSON",
    '[["2025-03-01", 1]]': "JSON",
    "[]": "JSON",
    "[ ]\n": "JSON",
    "[[20250301, 1], [20250302, 0]]": "JSON",
    "[\n  0.5,\n  1\n]": "JSON",
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20250302T020000\r\nSUMMARY:cramp 2am\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n": "a calendar; export its events as CSV",
    '<?xml version="1.0"?><gpx></gpx>': "XML",
}


def sentence(name: str, content: bytes) -> str:
    """What is said of the file, beside a diary that stands as it was."""
    journal = read_journal([DIARY, (name, content)])
    assert journal.nights["cramps"].tolist() == [0, 1]
    return journal.receipts[1].error or ""


@for_each("member", PACKED)
def test_an_archive_says_what_it_is_and_what_to_choose(member: str) -> None:
    assert PACKED[member] in sentence("export.zip", zipped({member: b"x"}))


@for_each("text", PLAIN)
def test_a_file_of_another_form_says_which(text: str) -> None:
    assert PLAIN[text] in sentence("export.txt", text.encode())


def test_the_messages_of_a_chat_begin_with_a_bracket_and_are_no_json() -> None:
    chat = "[01/03/2025, 06:58:10] Ann: 2 cramps last night\n[02/03/2025, 07:01:00] Ann: no cramps\n"
    try:
        receipt = read_journal([("chat.txt", chat.encode())]).receipts[0]
    except JournalError as error:
        receipt = error.receipts[0]
    assert "JSON" not in (receipt.error or "")


@pytest.mark.parametrize(
    "opening",
    [
        b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\0\x10JFIF", b"GIF89a", b"RIFF\x24\x10\0\0WEBPVP8 ",
        b"\0\0\0\x24ftypheic\0\0\0\0mif1", b"\0\0\0\x20ftypmif1\0\0\0\0heic", b"II*\0\x08\0\0\0",
    ],
    ids=["PNG", "JPEG", "GIF", "WebP", "HEIC", "HEIC as mif1", "TIFF"],
)  # fmt: skip
def test_a_photograph_of_a_page_is_a_picture_and_what_to_do_can_be_done(opening: bytes) -> None:
    assert sentence("IMG_1", opening + bytes(range(256)) * 8) == (
        "This is a picture, which cannot be read; type the nights into a template or a spreadsheet."
    )


@pytest.mark.parametrize(
    ("notes", "cramps"),
    [
        ("[ ] 2026-09-01 no cramps\n[ ] 2026-09-02 2 leg cramps\n", [0, 2]),
        ("[] 2026-09-01 no cramps\n[] 2026-09-02 2 leg cramps\n", [0, 2]),
        ("[ ] 2026-09-01 water\n2026-09-02 2 leg cramps\n2026-09-03 no cramps\n", [2, 0]),
        ("[[2026-09-01]] no cramps\n[[2026-09-02]] 2 leg cramps\n", [0, 2]),
    ],
)
def test_boxes_to_tick_and_links_of_notes_begin_with_a_bracket_and_are_no_json(
    notes: str, cramps: list[float]
) -> None:
    """Oracle: each line's own words; a file that cannot be read so is at least not called JSON."""
    journal = read_journal([("notes.txt", notes.encode())])
    assert journal.nights["cramps"].dropna().tolist() == cramps
