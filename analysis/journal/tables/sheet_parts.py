"""The parts of a workbook that hold its sheets, as its file has them: what the library that reads the cells
does not tell."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

Place = tuple[int, int]  # row and column of a cell, from 1

_TAG = re.compile(rb"<(?:\w+:)?(row|col|sheet|Relationship|xf|cellXfs|fill|patternFill)\b([^<>]*)>")
_ATTRIBUTE = re.compile(rb"""(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CELL_NAME = re.compile(rb"([A-Z]{1,3})(\d{1,7})")
_LONGEST_SCANNED = 30_000_000  # bytes of one sheet


def sheet_parts(content: bytes) -> Iterator[tuple[dict[bytes, bytes], bytes]]:
    """The attributes and the XML of each sheet, in the order of the workbook; empty XML for a part that is
    not there or too long. Nothing where the workbook does not say.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sheets = tags(archive.read("xl/workbook.xml"), b"sheet")
            links = tags(archive.read("xl/_rels/workbook.xml.rels"), b"Relationship")
            paths = {link.get(b"Id"): _path(link.get(b"Target", b"")) for link in links}
            for sheet in sheets:
                yield sheet, _part(archive, paths.get(sheet.get(b"id"), ""))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError):
        return


def styles_part(content: bytes) -> bytes:
    """The XML of the workbook's styles; empty where it has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _part(archive, "xl/styles.xml")
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return b""


def tags(text: bytes, name: bytes) -> list[dict[bytes, bytes]]:
    """The attributes of every element of a name, without their prefixes."""
    return [attributes(found[2]) for found in _TAG.finditer(text) if found[1] == name]


def attributes(text: bytes) -> dict[bytes, bytes]:
    """The attributes that stand in the opening of an element."""
    return {key: one or other for key, one, other in _ATTRIBUTE.findall(text)}


def column_letters(number: int) -> str:
    """What a workbook calls a column.

    >>> column_letters(28)
    'AB'
    """
    letters = ""
    while number:
        number, left = divmod(number - 1, 26)
        letters = chr(ord("A") + left) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column, from 1.

    >>> column_number("AB")
    28
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cells_of(xml: bytes, holding: bytes) -> Iterator[tuple[Place, bytes]]:
    """Place and XML of each cell of a sheet that holds a few bytes and tells its place."""
    if b":c r=" in xml:
        xml = re.sub(rb"<(/?)\w{1,20}:", rb"<\1", xml)
    for piece in xml.split(b"<c ")[1:]:
        body = piece.partition(b"</c>")[0]
        if holding not in body:
            continue
        named = _CELL_NAME.fullmatch(attributes(body.partition(b">")[0]).get(b"r", b""))
        if named:
            yield (int(named[2]), column_number(named[1].decode())), body


def _part(archive: zipfile.ZipFile, path: str) -> bytes:
    if path not in archive.namelist() or archive.getinfo(path).file_size > _LONGEST_SCANNED:
        return b""
    return archive.read(path)


def _path(target: bytes) -> str:
    name = target.decode("utf-8", "replace")
    return name.lstrip("/") if name.startswith("/") else posixpath.normpath(f"xl/{name}")
