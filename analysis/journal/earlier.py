"""The page of an earlier visit as a file of the journal: what lies in it, read within stated bounds.

A page is a PDF with the journal attached. Nothing in it is run or looked up: only the files of these names
are unpacked, each up to its bound, and each has to be what the program wrote.
"""

import csv
import io
import json
import logging
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from analysis.journal.mapping import check_mapping, mapping_from_json
from analysis.journal.model import DatesMean, Earlier, Person, Unlogged
from analysis.journal.plans import plan_from_data
from analysis.journal.tables import MOST_BYTES, UnreadableFile
from analysis.journal.writing import is_own_export

PAGE_FILES = {
    "journal": "cramp-journal.csv",
    "mapping": "cramp-journal-mapping.json",
    "review": "cramp-journal-review.json",
    "visit": "cramp-journal-visit.json",
    "plan": "cramp-journal-plan.json",
}
VISIT_FORMAT = "cramp-journal-visit/1"
PAGE_MARK = "cramp-journal-page/1"  # among the keywords of the PDF
_MOST_ATTACHED = 64  # files in one PDF
_LONGEST = 2_000  # letters of anything that was typed

DAMAGED = "This PDF is damaged or locked; choose the page as it was downloaded, or the journal's own files."
NOT_OURS = "This is a PDF, which holds a picture of a table; export the journal as CSV or Excel."
NO_DATA = "This page was made without the journal in it; choose the journal's own files."
TOO_LARGE = (
    f"What lies in this PDF unpacks to more than {MOST_BYTES // 1_000_000} MB, which is more than a journal "
    "can be; choose the journal's own files."
)
CHANGED = (
    "The journal in this PDF is damaged or was not written by Cramp Journal; choose the journal's own files."
)


@dataclass(frozen=True)
class Page:
    """What a page holds: the journal's CSV, what it was read under, and what it told."""

    journal: bytes
    earlier: Earlier
    person: Person | None = None
    unlogged: Unlogged | None = None
    dates_mean: DatesMean | None = None


LEAST_GLASS_ML, MOST_GLASS_ML = 50.0, 1000.0


def is_page(content: bytes) -> bool:
    """Whether a file is a PDF, and so can only be the page of an earlier visit."""
    return content.startswith(b"%PDF")


def read_page(content: bytes) -> Page:
    """What lies in a page. Raises UnreadableFile, whose sentence never repeats what is in it."""
    files = _attached(content)
    if "journal" not in files or "visit" not in files:
        raise UnreadableFile(CHANGED)
    try:
        head = list(csv.reader(io.StringIO(files["journal"][:4_000].decode("utf-8-sig", "replace"))))
        if not is_own_export(head):
            raise ValueError
        visit = _json(files["visit"])
        if visit.get("format") != VISIT_FORMAT:
            raise ValueError
        mapping = mapping_from_json(files["mapping"]) if "mapping" in files else {}
        check_mapping(mapping)
        return Page(
            files["journal"],
            Earlier(
                date.fromisoformat(visit["made_on"]),
                _json(files.get("review", b"{}")),
                _text(visit.get("question")),
                plan_from_data(_json(files["plan"])) if "plan" in files else None,
                tuple(date.fromisoformat(night) for night in visit.get("left_out") or ()),
                mapping,
                _glass(visit.get("glass_ml")),
            ),
            _person(visit.get("person")),
            _one_of(visit.get("unlogged"), get_args(Unlogged)),
            _one_of(visit.get("dates_mean"), get_args(DatesMean)),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, csv.Error):
        raise UnreadableFile(CHANGED) from None


def _glass(told: object) -> float | None:
    """What a glass held at that visit [mL]; None where it was not told."""
    if told is None:
        return None
    if isinstance(told, bool) or not isinstance(told, int | float):
        raise TypeError
    if not LEAST_GLASS_ML <= told <= MOST_GLASS_ML:
        raise ValueError
    return float(told)


def _attached(content: bytes) -> dict[str, bytes]:
    """The attached files that a page has, by what they are; all of them together are bounded."""
    from pypdf import PdfReader

    # pypdf's remarks could quote what it reads.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise UnreadableFile(DAMAGED)
        ours = reader.metadata is not None and PAGE_MARK in str(reader.metadata.get("/Keywords"))
        named = _named_files(reader.root_object)
        if not named:
            raise UnreadableFile(NO_DATA if ours else NOT_OURS)
        wanted = {of: what for what, of in PAGE_FILES.items()}
        room, found = MOST_BYTES, {}
        for name, file in named:
            if name in wanted and wanted[name] not in found:
                found[wanted[name]] = _unpacked(file, room)
                room -= len(found[wanted[name]])
    except UnreadableFile:
        raise
    # A damaged or hostile PDF makes pypdf fail in many ways of its own; none of them may quote the file.
    except Exception:
        raise UnreadableFile(DAMAGED) from None
    if not found:
        raise UnreadableFile(NOT_OURS)
    return found


def _named_files(root: Any) -> list[tuple[str, Any]]:
    """Names and streams of the attached files; the tree of names is followed two levels down."""
    names = root.get("/Names")
    tree = None if names is None else names.get_object().get("/EmbeddedFiles")
    if tree is None:
        return []
    leaves = [tree.get_object()]
    leaves += [kid.get_object() for kid in list(leaves[0].get("/Kids", []))[:_MOST_ATTACHED]]
    pairs = [item for leaf in leaves for item in list(leaf.get("/Names", []))[: 2 * _MOST_ATTACHED]]
    files = []
    for name, pointer in zip(pairs[::2], pairs[1::2], strict=False):
        files.append((str(name), pointer.get_object()["/EF"].get_object()["/F"].get_object()))
    return files[:_MOST_ATTACHED]


def _unpacked(stream: Any, room: int) -> bytes:
    """The bytes of an attached file, unpacked by hand so that no bomb gets further than ``room``."""
    packed = bytes(stream._data)
    kind = stream.get("/Filter")
    if isinstance(kind, list):
        kind = kind[0] if len(kind) == 1 else "several"
    if kind is None:
        content = packed
    elif kind == "/FlateDecode":
        content = zlib.decompressobj().decompress(packed, room + 1)
    else:
        raise UnreadableFile(CHANGED)
    if len(content) > room:
        raise UnreadableFile(TOO_LARGE)
    return content


def _json(content: bytes) -> dict[str, Any]:
    read = json.loads(content.decode("utf-8"))
    if not isinstance(read, dict):
        raise ValueError("no mapping")
    return read


def _person(typed: Mapping[str, Any] | None) -> Person | None:
    """What was typed about the patient; None where nothing was."""
    if not typed:
        return None
    age, pregnant = typed.get("age"), typed.get("pregnant")
    person = Person(
        age if isinstance(age, int) and 0 <= age <= 130 else None,
        pregnant if isinstance(pregnant, bool) else None,
        tuple(str(each)[:_LONGEST] for each in typed.get("conditions") or ()),
        str(typed.get("family_history") or "")[:_LONGEST],
        tuple(str(each)[:_LONGEST] for each in typed.get("questions") or ()),
    )
    return None if person == Person() else person


def _text(value: Any) -> str | None:
    return value[:_LONGEST] if isinstance(value, str) else None


def _one_of(value: Any, legal: tuple[Any, ...]) -> Any:
    if value is not None and value not in legal:
        raise ValueError("not one of the legal values")
    return value
