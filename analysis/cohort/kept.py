"""What a run has read, on disk: a line a journal, under a salted hash; what ``--resume`` goes on from."""

import hashlib
import json
import os
import secrets
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from analysis.cohort.rows import How, Row, Rows


class Place(NamedTuple):
    """Where a journal's line begins [bytes], and how many questions it holds [questions]."""

    at: int
    questions: int


class Kept:
    """The journals that are done, in a file that only its owner may read; memory holds their places alone.

    A journal is known by its name, its own options, and the size and time of each of its files: one that was
    changed is read again. So is one that failed: what failed is not kept, neither its sentence nor that it
    was there. A last line that was cut off, as by a full disk, counts for nothing.
    """

    def __init__(self, path: Path, how: How, *, resume: bool) -> None:
        self.path, self.done = path, dict[str, Place]()
        told = hashlib.sha256(repr(how).encode()).hexdigest()
        self.salt = secrets.token_hex(16)
        if resume and path.exists() and self._read(told):
            return
        with open(path, "w", encoding="utf-8", opener=_for_its_owner) as file:
            file.write(json.dumps({"how": told, "salt": self.salt}) + "\n")

    def _read(self, told: str) -> bool:
        """Whether the file is of a run that read its journals as ``told``; what it holds is then taken up."""
        whole = 0
        with self.path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                parsed = json.loads(line)
                if not whole and parsed["how"] != told:
                    return False
                if whole:
                    self.done[parsed["journal"]] = Place(whole, len(parsed["found"][1]))
                else:
                    self.salt = parsed["salt"]
                whole += len(line)
        if whole:
            os.truncate(self.path, whole)
        return whole > 0

    def key(self, name: str, files: Sequence[Any], own: How | None = None) -> str:
        """Under what a journal is kept, with its ``own`` options, where it has some."""
        told = json.dumps([name, [_as_it_is(file) for file in files], repr(own)])
        return hashlib.sha256(f"{self.salt}{told}".encode()).hexdigest()

    def keep(self, key: str, found: tuple[Row, list[Row]]) -> Place:
        """Writes what was found of a journal, and tells where it stands."""
        with self.path.open("ab") as file:
            place = Place(file.tell(), len(found[1]))
            file.write(json.dumps({"journal": key, "found": found}).encode() + b"\n")
        return place

    def forget(self) -> None:
        """Nothing is left to go on with."""
        self.path.unlink(missing_ok=True)


class Shelf:
    """Journals of the file at ``path`` under their random numbers, read when they are looked at: memory
    holds three numbers a journal."""

    def __init__(self, path: Path) -> None:
        self.path, self._places = path, array("q")

    def add(self, number: int, place: Place) -> None:
        self._places.extend((number, *place))

    def places(self) -> list[int]:
        """Where each journal's three numbers stand, in the order of the random ones."""
        return sorted(range(0, len(self._places), 3), key=self._places.__getitem__)

    def __iter__(self) -> Iterator[tuple[int, Row, list[Row]]]:
        """Number, row and questions of each journal, in the order of the numbers: that in which they were
        read would tell whose they are."""
        with self.path.open("rb") as file:
            for place in self.places():
                file.seek(self._places[place + 1])
                row, asked = json.loads(file.readline())["found"]
                yield self._places[place], row, asked

    @property
    def rows(self) -> Rows:
        """One row a journal, with its number."""
        return Rows(len(self._places) // 3, lambda: ({"journal": number, **row} for number, row, _ in self))

    @property
    def questions(self) -> Rows:
        """One row a question, with the number of its journal; those of a journal follow each other."""
        return Rows(
            sum(self._places[2::3]),
            lambda: ({"journal": number, **each} for number, _, asked in self for each in asked),
        )


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _as_it_is(file: Any) -> list[Any]:
    """A file's name with its size [bytes] and its time [ns]; the name alone where only a worker sees it."""
    try:
        found = os.stat(file)
    except OSError:
        return [str(file)]
    return [str(file), found.st_size, found.st_mtime_ns]
