"""What ``--resume`` goes on from: a line a journal that was read, under a salted hash."""

import hashlib
import json
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from analysis.cohort.rows import How


class Kept:
    """The journals that are done, in a file that only its owner may read.

    A journal is known by its name, its own options, and the size and time of each of its files: one that was
    changed is read again. So is one that failed: what failed is not kept, neither its sentence nor that it
    was there. A last line that was cut off, as by a full disk, counts for nothing.
    """

    def __init__(self, path: Path, how: How, *, resume: bool) -> None:
        self.path, self.done = path, dict[str, Any]()
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
                    self.done[parsed["journal"]] = parsed["found"]
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

    def keep(self, key: str, found: Any) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"journal": key, "found": found}) + "\n")

    def forget(self) -> None:
        """Nothing is left to go on with."""
        self.path.unlink(missing_ok=True)


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _as_it_is(file: Any) -> list[Any]:
    """A file's name with its size [bytes] and its time [ns]; the name alone where only a worker sees it."""
    try:
        found = os.stat(file)
    except OSError:
        return [str(file)]
    return [str(file), found.st_size, found.st_mtime_ns]
