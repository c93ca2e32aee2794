"""The person's own mapping: header -> field, and kind of event -> field. It can be downloaded and given
again.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from analysis.journal.cells import is_zone, plain
from analysis.journal.exports import NO_CRAMP
from analysis.journal.fields import headers
from analysis.journal.medicines import CHANGES
from analysis.journal.model import Receipt
from analysis.journal.tables import heading_words, told_of_cramps

FORMAT = "cramp-journal-mapping/1"
OWN = "own"
KIND = "kind:"  # "kind:Leg cramp" -> "cramps" maps one kind of an event log
FILE = "file:"  # "file:log.csv" or "file:book.xlsx#Sheet2" -> "cramps": these are leg cramps; "ignore"
WORD = "word:"  # "word:Cramp?:left calf" -> "cramp": what a word in the cells of a column means
ZONE = "zone:"  # "zone:steps.csv" -> "Europe/London": in which zone the times of UTC of a file were lived
IGNORE = ("", "ignore", "not used", "none", "-")
_MOST = 2_000
_LONGEST = 2_000  # characters


def mapping_to_json(mapping: Mapping[str, str]) -> str:
    """The mapping as JSON, for a download."""
    return json.dumps(
        {"format": FORMAT, "mapping": dict(mapping)}, ensure_ascii=False, indent=2, sort_keys=True
    )


def mapping_from_json(text: str | bytes) -> dict[str, str]:
    """The mapping that `mapping_to_json` wrote. Raises ValueError with one sentence for anything else."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError(
            "This is not a mapping: the file is no JSON; choose the file that was downloaded here."
        ) from None
    mapping = read.get("mapping") if isinstance(read, dict) and read.get("format") == FORMAT else None
    if not isinstance(mapping, dict):
        raise ValueError("This is not a mapping of Cramp Journal; choose the file that was downloaded here.")
    if len(mapping) > _MOST or not all(
        isinstance(field, str) and len(header) <= _LONGEST and len(field) <= _LONGEST
        for header, field in mapping.items()
    ):
        raise ValueError("The mapping is damaged: every header has to have the name of one field.")
    return mapping


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Raises ValueError where a field is only nearly one of the dictionary's: no own name is meant by it."""
    every = [*headers(), "date", OWN, "event_kind", NO_CRAMP, *CHANGES, "ignore"]
    for key, field in mapping.items():
        name = field.strip().casefold()
        if name in IGNORE:
            continue
        if key.startswith(ZONE):
            if not is_zone(field):
                raise ValueError(
                    f"mapping names the time zone {field!r}, which is not known; write a name such as "
                    "Europe/London"
                )
            continue
        if key.startswith(FILE) and name != "cramps":
            near = _meant(name, ["cramps", "ignore"])
            could = repr(near) if near else "'cramps' or 'ignore'"
            raise ValueError(f"mapping says {field!r} of a file, which is not known; did you mean {could}?")
        known = list(MEANINGS) if key.startswith(WORD) else every
        if name not in known and (near := _meant(name, known)):
            raise ValueError(f"mapping names the field {field!r}, which is not known; did you mean {near!r}?")


def _meant(name: str, known: Sequence[str]) -> str | None:
    """The word that a name is nearly one of, or the field of which it is another word: "craps", "Krämpfe"."""
    if near := process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=80):
        return str(near[0])
    told = told_of_cramps(heading_words(name))
    return "cramps" if told == "cramp" and "cramps" in known else told


def unknown_headers(mapping: Mapping[str, str], known: Iterable[str]) -> list[str]:
    """The headers of the mapping that no file has."""
    found = {plain(header) for header in known}
    return [
        header
        for header in mapping
        if not header.startswith((KIND, FILE, WORD, ZONE)) and plain(header) not in found
    ]


def unknown_answers(
    mapping: Mapping[str, str], headings: Iterable[str], files: Iterable[str], kinds: Iterable[str]
) -> list[tuple[str, str]]:
    """The answers of the mapping that are about nothing in the files: what they name, and the sentence."""
    headings = list(headings)
    known, of_files, of_kinds = ({plain(name) for name in names} for names in (headings, files, kinds))
    found = [
        (header, "the mapping names a column that no file has")
        for header in unknown_headers(mapping, headings)
    ]
    for key in mapping:
        if key.startswith(FILE) and plain(key.removeprefix(FILE).partition("#")[0]) not in of_files:
            found.append((key.removeprefix(FILE), "the mapping names a file that is not here"))
        elif key.startswith(KIND) and plain(key.removeprefix(KIND)) not in of_kinds:
            found.append((key.removeprefix(KIND), "the mapping names a kind of event that no file has"))
        elif key.startswith(WORD) and not known & {
            heading for heading, _ in meanings_in({key: mapping[key]})
        }:
            problem = "the mapping gives a meaning to words of a column that no file has"
            found.append((key.removeprefix(WORD).partition(":")[0], problem))
    return found


def told_of_file(mapping: Mapping[str, str], name: str, sheet: str | None) -> str | None:
    """What a person said of a file, or of one sheet of it: "cramps", "ignore", or None for nothing."""
    answers = {
        plain(key.removeprefix(FILE)): answer for key, answer in mapping.items() if key.startswith(FILE)
    }
    told = answers.get(plain(f"{name}#{sheet}")) if sheet else None
    told = answers.get(plain(name)) if told is None else told
    if told is None:
        return None
    word = told.strip().casefold()
    return "ignore" if word in IGNORE else word if word == "cramps" else None


def zone_of_file(mapping: Mapping[str, str], name: str) -> str | None:
    """The time zone that a person named for the times of a file; None where nobody did."""
    zones = {plain(key.removeprefix(ZONE)): zone for key, zone in mapping.items() if key.startswith(ZONE)}
    zone = zones.get(plain(name), "").strip()
    return zone if zone.casefold() not in IGNORE else None


def key_of_zone(receipt: Receipt) -> str:
    """Under which key of a mapping a person names the time zone of a file."""
    return f"{ZONE}{receipt.name}"


def key_of_file(receipt: Receipt) -> str:
    """Under which key of a mapping a person says what a file, or one sheet of it, is about.

    >>> key_of_file(Receipt("book.xlsx [Tablets]", "", "unreadable", sheet="Tablets"))
    'file:book.xlsx#Tablets'
    """
    if receipt.sheet is None:
        return f"{FILE}{receipt.name}"
    return f"{FILE}{receipt.name.removesuffix(f' [{receipt.sheet}]')}#{receipt.sheet}"


def key_of_word(column: str, text: str) -> str:
    """Under which key of a mapping a person says what a word in the cells of a column means."""
    return f"{WORD}{column}:{text}"


def meanings_in(mapping: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """What words in cells mean, by heading and text, both plain: "word:Cramp?:left calf" -> "cramp"."""
    found = {}
    for key, meaning in mapping.items():
        if not key.startswith(WORD):
            continue
        said = "" if meaning.strip().casefold() in NOT_LOGGED else meaning
        parts = key.removeprefix(WORD).split(":")
        for at in range(1, len(parts)):  # a colon may stand in the heading or in the text
            found[plain(":".join(parts[:at])), plain(":".join(parts[at:]))] = said
    return found


NOT_LOGGED = ("", "not logged", "ignore", "unknown", "blank")
MEANINGS = ("cramp", "none", "no", "yes", *NOT_LOGGED[1:])


def kinds_in(mapping: Mapping[str, str]) -> dict[str, str]:
    """The kinds of event that the mapping names, with their fields."""
    return {
        header.removeprefix(KIND).strip(): field
        for header, field in mapping.items()
        if header.startswith(KIND)
    }
