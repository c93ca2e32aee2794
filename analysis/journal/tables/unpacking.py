"""Whether a workbook is safe to unpack: looked at before the library that reads it sees a byte."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from analysis.journal.tables.other_formats import packed_format

MOST_UNPACKED = 120_000_000  # bytes
MOST_MEMBERS = 2_000
_PIECE = 1 << 20


class WorkbookProblem(Exception):
    """One sentence for the person."""


def check_workbook(content: bytes) -> None:
    """Raises WorkbookProblem for what is no workbook or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            opened = _is_open_spreadsheet(archive)
    except (
        zipfile.BadZipFile,
        ValueError,
        NotImplementedError,
        RuntimeError,
        zlib.error,
        struct.error,
        OSError,
        EOFError,
    ):
        raise WorkbookProblem(
            "This is a damaged Excel file or archive; open it and save it again as .xlsx or CSV."
        ) from None
    names = {member.filename.replace("\\", "/") for member in members}
    if not (opened or any(name.lower().startswith("xl/") for name in names)):
        raise WorkbookProblem(f"This is {packed_format(names)}.")
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise WorkbookProblem(_TOO_LARGE)
    unpacked = 0
    for member in members:
        for piece in _pieces(content, member):
            unpacked += len(piece)
            if unpacked > MOST_UNPACKED:
                raise WorkbookProblem(_TOO_LARGE)


def _is_open_spreadsheet(archive: zipfile.ZipFile) -> bool:
    """Whether an archive says that it is a spreadsheet of LibreOffice or another OpenDocument program."""
    kinds = [member for member in archive.infolist() if member.filename == "mimetype"]
    return any(
        member.file_size < _LONGEST_KIND and archive.read(member) == _OPEN_SPREADSHEET for member in kinds
    )


_OPEN_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_LONGEST_KIND = 200  # bytes
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
