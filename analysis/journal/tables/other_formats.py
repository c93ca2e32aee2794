"""Files that are no table: by their first bytes, or by what a packed one holds, each with what to do."""

import re
from collections.abc import Iterable

_BY_START: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file; save it as .xlsx or CSV"),
    (b"\x1f\x8b", "a compressed file; unpack it and choose the CSV in it"),
    (b"7z\xbc\xaf", "a compressed file; unpack it and choose the CSV in it"),
    (b"Rar!", "a compressed file; unpack it and choose the CSV in it"),
    (b"SQLite format 3", "a database; export the journal as CSV"),
    (b"{\\rtf", "a text document; save the table in it as CSV or Excel, or paste its text on the page"),
)  # fmt: skip
_PICTURE = "a picture, which cannot be read; type the nights into a template or a spreadsheet"
# PNG, JPEG, GIF, TIFF, WebP; and HEIC and AVIF, as telephones take them.
_PICTURES = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:hei[cfmsx]|hev[cmsx]|mif1|msf1|avi[fs])",
    re.DOTALL,
)
_MARKUP = (
    "a web page or an XML file, not a table; export the journal as CSV or Excel, or paste its text on the "
    "page"
)
_JSON = "a JSON file, not a table; export the journal as CSV or Excel"
_CALENDAR = "a calendar; export its events as CSV, or copy those of the cramps into the template"
# A message of a chat, a box to tick and a link of notes begin with a bracket, too, and have a date behind it.
_BY_OPENING: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"<(?:!doctype html|html|\?xml)"), _MARKUP),
    (re.compile(rb'\{\s*(?:"|\})|\[(?:\s*\[)*\s*(?:["{]|-?\d+(?:\.\d+)?\s*,|\]\s*$)'), _JSON),
    (re.compile(rb"begin:vcalendar"), _CALENDAR),
)
_OPENING = 400  # bytes


def other_format(content: bytes) -> str | None:
    """What a file is that is no table and no workbook, and what to do; None for any other."""
    if _PICTURES.match(content):
        return _PICTURE
    for start, what in _BY_START:
        if content.startswith(start):
            return what
    opening = content[:_OPENING].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((what for pattern, what in _BY_OPENING if pattern.match(opening)), None)


_APPLE = "the packed export of Apple Health; unpack it and choose export.xml in it, if that is under 20 MB"
_GARMIN = (
    "Garmin's archive of an account, whose files are JSON; save the reports of Garmin Connect, such as Steps "
    "or Sleep, as CSV instead"
)
_SAMSUNG = (
    "the packed export of Samsung Health; unpack it and choose the CSV of the day's steps or of water in it"
)
_TAKEOUT = (
    "a Google Takeout archive; unpack it and choose the CSV files of Fit or Fitbit in it, such as the daily "
    "activity metrics"
)
_CONNECT = "the packed database of Health Connect; export the steps or the water as CSV instead"
_OPEN_DOCUMENT = "an OpenDocument file; save its table as .xlsx or CSV"
_TABLES = "a packed archive; unpack it and choose the table in it"
_OTHER = (
    "a packed archive or a document of another program, not an Excel file; unpack it, or save the table as "
    ".xlsx or CSV"
)
_BY_MEMBER: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"word/document\.xml"), "a Word document; save the table in it as CSV or Excel"),
    (re.compile(r"ppt/presentation\.xml"), "a presentation; save the table in it as CSV or Excel"),
    (re.compile(r"content\.xml"), _OPEN_DOCUMENT),
    (
        re.compile(r"index/.*\.iwa|index\.zip"),
        "a Numbers or Pages document; export its table as CSV or Excel",
    ),
    (re.compile(r"apple_health_export/.*"), _APPLE),
    (re.compile(r"(?:.*/)?di[_-]connect/.*"), _GARMIN),
    (re.compile(r"(?:.*/)?com\.samsung\.[\w.]+\.csv"), _SAMSUNG),
    (re.compile(r"takeout/.*"), _TAKEOUT),
    (re.compile(r"(?:.*/)?health_connect_export\.db"), _CONNECT),
    (re.compile(r".*\.(?:csv|tsv|txt|xlsx)"), _TABLES),
)


def packed_format(members: Iterable[str]) -> str:
    """What an archive is that is no workbook, by the names of its members, and what to do."""
    names = [name.lower() for name in members]
    return next((what for pattern, what in _BY_MEMBER if any(map(pattern.fullmatch, names))), _OTHER)
