"""Whether a workbook is safe to unpack: looked at before the library that reads it sees a byte."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

MOST_UNPACKED = 120_000_000  # bytes
MOST_CELLS = 6_000_000
MOST_MEMBERS = 2_000
_PIECE = 1 << 20

# Where the cells of a sheet stand: r="B12". The library lays out the whole rectangle, however few cells are
# in it.
_CELL = re.compile(
    rb"<(?:[A-Za-z0-9]{1,20}:)?c\s[^<>]{0,300}?\br\s?=\s?[\"']([A-Z]{1,4})(\d{1,9})[\"'][^<>]{0,300}?>"
)


class WorkbookProblem(Exception):
    """One sentence for the person."""


def check_workbook(content: bytes, *, most_rows: int, most_columns: int) -> None:
    """Raises WorkbookProblem for what is no workbook, unpacks to too much, or spans too many cells."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OSError, EOFError):
        raise WorkbookProblem(
            "This is a damaged Excel file or archive; open it and save it again as .xlsx or CSV."
        ) from None
    names = {member.filename.replace("\\", "/") for member in members}
    if not any(name.lower().startswith("xl/") for name in names):
        raise WorkbookProblem(
            "This is a packed archive or a document of another program, not an Excel file; "
            "unpack it, or save the table as .xlsx or CSV."
        )
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise WorkbookProblem(_TOO_LARGE)
    unpacked = 0
    for member in members:
        sheet = member.filename.replace("\\", "/").lower().startswith("xl/worksheets/")
        span = _Span(most_rows, most_columns)
        for piece in _pieces(content, member):
            unpacked += len(piece)
            if unpacked > MOST_UNPACKED:
                raise WorkbookProblem(_TOO_LARGE)
            if sheet:
                span.look(piece)


_TOO_LARGE = (
    f"The Excel file unpacks to more than {MOST_UNPACKED // 1_000_000} MB, which is more than a journal "
    "can be; save the journal's sheet alone as CSV."
)


def _pieces(content: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes of a member, whatever size it claims to have, a piece at a time."""
    header = content[member.header_offset : member.header_offset + 30]
    if len(header) < 30:
        raise WorkbookProblem("This is a damaged Excel file; open it and save it again as .xlsx or CSV.")
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    start = member.header_offset + 30 + name_length + extra_length
    packed = content[start : start + member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    if member.compress_type != zipfile.ZIP_DEFLATED or member.flag_bits & 1:
        raise WorkbookProblem(
            "The Excel file is locked by a password or packed in an unusual way; "
            "save it again as .xlsx or CSV."
        )
    unpacker = zlib.decompressobj(-15)
    try:
        while packed and not unpacker.eof:
            yield unpacker.decompress(packed, _PIECE)
            packed = unpacker.unconsumed_tail
        yield unpacker.flush(_PIECE)
    except zlib.error:
        raise WorkbookProblem(
            "This is a damaged Excel file; open it and save it again as .xlsx or CSV."
        ) from None


class _Span:
    """The rectangle that the filled cells of one sheet span."""

    def __init__(self, most_rows: int, most_columns: int) -> None:
        self.most_rows, self.most_columns = most_rows, most_columns
        self.rows = self.columns = 0
        self.rest = b""

    def look(self, piece: bytes) -> None:
        text = self.rest + piece
        for found in _CELL.finditer(text):
            if found[0].endswith(b"/>"):
                continue  # formatted but empty
            self.rows = max(self.rows, int(found[2]))
            self.columns = max(self.columns, _column_number(found[1]))
        self.rest = text[-700:]
        if self.rows > self.most_rows:
            raise WorkbookProblem(
                f"A sheet has more than {self.most_rows:,} rows, which is more than a journal can have."
            )
        if self.columns > self.most_columns:
            raise WorkbookProblem(
                f"A sheet has more than {self.most_columns} columns, which is more than a journal can have."
            )
        if self.rows * self.columns > MOST_CELLS:
            raise WorkbookProblem(
                f"A sheet spans more than {MOST_CELLS:,} cells; save the journal's part alone as CSV."
            )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
