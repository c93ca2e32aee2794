"""The files as they were given: their names and bytes, and which of them is the page of an earlier visit."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from analysis.journal.earlier import Page, is_page, read_page
from analysis.journal.file_tables import FileTable
from analysis.journal.receipts import Draft
from analysis.journal.tables import (
    MOST_BYTES,
    UnreadableFile,
)
from analysis.journal.together import Together


class NamedFile(Protocol):
    """A file object as an upload gives it."""

    @property
    def name(self) -> str: ...

    def read(self) -> bytes: ...


JournalFile = str | os.PathLike[str] | tuple[str, bytes] | NamedFile


@dataclass(frozen=True)
class Opened:
    """A file as it was given: its bytes, what it holds as the page of an earlier visit, or why it cannot be
    read."""

    name: str
    content: bytes = b""
    page: Page | None = None
    error: FileTable | None = None


def open_files(files: Iterable[JournalFile]) -> list[Opened]:
    """Every file in the order given."""
    opened, together = [], Together()
    for file in files:
        name, sha256 = _name_of(file), ""
        try:
            name, content = name_and_content(file)
            together.take(len(content))
            if is_page(content):
                sha256 = hashlib.sha256(content).hexdigest()
                opened.append(Opened(name, page=read_page(content)))
            else:
                opened.append(Opened(name, content))
        except UnreadableFile as error:
            draft = Draft(name, sha256, error=str(error), error_code="unreadable")
            opened.append(Opened(name, error=FileTable(draft)))
    return opened


def _name_of(file: JournalFile) -> str:
    name = file[0] if isinstance(file, tuple) else getattr(file, "name", file)
    return str(name).replace("\\", "/").rsplit("/", 1)[-1][:200]


def name_and_content(file: JournalFile) -> tuple[str, bytes]:
    """The name and the bytes of a file. Raises UnreadableFile where it cannot be opened or is too large."""
    if isinstance(file, tuple):
        return clean_name(str(file[0])), bytes(file[1])
    if isinstance(file, str | os.PathLike):
        path = Path(file)
        try:
            if path.stat().st_size > MOST_BYTES:
                raise UnreadableFile(_TOO_LARGE)
            return clean_name(path.name), path.read_bytes()
        except (OSError, ValueError):
            raise UnreadableFile(
                "The file could not be opened; check its name and whether it may be read."
            ) from None
    content: Any = file.read()
    return clean_name(Path(str(file.name)).name), content.encode() if isinstance(content, str) else bytes(
        content
    )


_TOO_LARGE = f"The file is larger than {MOST_BYTES // 1_000_000} MB, which is more than a journal can be."


def clean_name(name: str) -> str:
    return "".join(letter for letter in name.encode("utf-8", "replace").decode() if letter.isprintable())[
        :200
    ]
