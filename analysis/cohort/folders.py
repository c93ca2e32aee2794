"""The journals of a folder: each sub-folder is one, and each file beside them."""

from collections.abc import Iterator
from pathlib import Path

TYPES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".pdf"})


def journals_in(folder: Path) -> Iterator[tuple[str, tuple[Path, ...]]]:
    """The name of every journal below ``folder`` and its files, in the order of names.

    Hidden files, empty folders and files of other types are passed over. Raises OSError where the folder
    cannot be listed.
    """
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            files = tuple(sorted(path for path in entry.rglob("*") if _is_journal(path)))
            if files:
                yield entry.name, files
        elif _is_journal(entry) and entry.name != "cohort.csv":
            yield entry.name, (entry,)


def _is_journal(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and path.suffix.lower() in TYPES
