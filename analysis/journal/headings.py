"""What a header names: the field, its unit, and the words in it that say how the column is meant."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from analysis.journal.amounts import unit_of_header
from analysis.journal.fields import headers
from analysis.journal.values import plain

_LONGEST_HEADER = 200  # characters; longer ones are questions that say nothing more in the rest
_TOKEN = re.compile(r"[^\W_]+")
# Words that ask for a field without saying which.
_FILLERS = frozenset(
    ["a", "an", "the", "my", "your", "our", "of", "in", "on", "at", "for", "to", "did", "do", "does", "you", "i", "we", "was", "were", "have", "had", "has", "is", "are", "any", "how", "many", "much", "number", "total", "daily", "per", "day", "today", "yesterday", "night", "nights", "last", "this", "each", "please", "enter", "what", "amount", "approx", "approximate", "about", "if", "yes", "no", "and", "or", "und", "et", "y", "der", "die", "das", "den", "dem", "des", "ein", "eine", "mein", "meine", "im", "in", "am", "pro", "heute", "gestern", "wie", "viele", "viel", "letzte", "nacht", "hattest", "du", "gesamt", "le", "la", "les", "l", "un", "une", "mon", "ma", "mes", "du", "de", "des", "d", "en", "par", "jour", "hier", "combien", "avez", "vous", "nuit", "derniere", "el", "los", "las", "un", "una", "mi", "mis", "del", "por", "dia", "hoy", "ayer", "cuantos", "cuantas", "cuanto", "noche", "anoche", "ultima", "het", "een", "mijn", "van", "per", "dag", "vandaag", "gisteren", "hoeveel", "nacht", "afgelopen", "il", "lo", "gli", "i", "un", "uno", "una", "mio", "mia", "di", "al", "giorno", "oggi", "ieri", "quanti", "quante", "notte"]
)  # fmt: skip
_CRAMP_WORDS = frozenset(
    [
        "cramp",
        "cramps",
        "leg",
        "legs",
        "krampf",
        "krampfe",
        "krampfes",
        "wadenkrampf",
        "crampe",
        "crampes",
        "calambre",
        "calambres",
        "kramp",
        "krampen",
        "crampi",
        "crampo",
        "caimbra",
    ]
)
_GLASSES = frozenset(
    [
        "glass",
        "glasses",
        "glas",
        "glaser",
        "verre",
        "verres",
        "vaso",
        "vasos",
        "glazen",
        "bicchiere",
        "bicchieri",
    ]
)
_MORNING = re.compile(
    r"\b(?:morning|last night|night before|previous night|woke up|wake up|waking|woke|past night|letzte nacht|vergangene nacht|morgens?"
    r"|nuit derniere|nuit precedente|matin|anoche|noche pasada|noche anterior|manana|afgelopen nacht|vorige nacht|ochtend|mattina"
    r"|notte scorsa)\b"
)
_EVENING = re.compile(
    r"\b(?:evening|night of|night beginning|night starting|night start|night from|bedtime|bed time|tonight|abend|abends|nacht vom|nacht des"
    r"|nuit du|soir|noche del|noche de|nacht van|avond|sera|notte del)\b"
)
_YESTERDAY = re.compile(r"\b(?:yesterday|day before|previous day|gestern|vortag|hier|ayer|gisteren|ieri)\b")
_WRITTEN_AT = re.compile(
    r"\b(?:time ?stamp|recorded|submitted|created|entered|logged at|zeitstempel|horodateur|marca temporal|tijdstempel|erfasst)\b"
)
_NIGHT = re.compile(r"^(?:night|nights|nacht|nuit|noche|notte|natt|nat|noite)(?: date)?$")


@dataclass(frozen=True)
class Heading:
    """``fields``: what the header can mean, the likeliest first; empty where it is not known. ``near``: the known name
    that it nearly is, for a hint."""

    fields: tuple[str, ...] = ()
    unit: str | None = None
    why: str = ""
    near: str | None = None
    morning: bool = False
    evening: bool = False
    yesterday: bool = False
    written_at: bool = False


@cache
def _names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for field in headers().values():
        for name in (field.name.replace("_", " "), *field.names):
            fields = found.setdefault(" ".join(_TOKEN.findall(plain(name))), [])
            if field.name not in fields:
                fields.append(field.name)
    return {name: tuple(fields) for name, fields in found.items()}


@cache
def _word_sets() -> dict[frozenset[str], tuple[str, ...]]:
    return {frozenset(name.split()): fields for name, fields in reversed(_names().items())}


@lru_cache(maxsize=4096)
def heading(header: str) -> Heading:
    """What a header names. A name that is only nearly known is never taken, only named in ``near``."""
    text = header[:_LONGEST_HEADER].replace("_", " ")
    words = _words(text)
    if not words:
        return Heading()
    bare, unit = unit_of_header(header[:_LONGEST_HEADER])
    if unit is None and _GLASSES & set(words.split()):
        unit = "glass"
    fields, why = _known(words)
    if not fields:
        fields, why = _known(_words(_apart(bare)))
    if not fields:
        fields, why = _known(_words(re.sub(r"\([^()]{0,100}\)|\[[^\[\]]{0,100}\]", " ", _apart(text))))
    return Heading(
        fields,
        unit,
        why,
        None if fields else _near(words),
        morning=bool(_MORNING.search(words)),
        evening=bool(_EVENING.search(words) or _NIGHT.match(words)),
        yesterday=bool(_YESTERDAY.search(words)),
        written_at=bool(_WRITTEN_AT.search(words)),
    )


def _words(text: str) -> str:
    return " ".join(_TOKEN.findall(plain(text)))


def _apart(text: str) -> str:
    """Words that are only told apart by their capitals: TotalSteps."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text.replace("_", " "))


def _known(words: str) -> tuple[tuple[str, ...], str]:
    if fields := _names().get(words):
        return fields, "its name"
    tokens = words.split()
    numbered = [token for token in tokens if not token.isdigit()]
    kept = [token for token in numbered if token not in _FILLERS]
    for candidate in (numbered, kept, [token for token in kept if token not in _CRAMP_WORDS]):
        if not candidate:
            continue
        fields = _names().get(" ".join(candidate)) or _word_sets().get(frozenset(candidate))
        if fields:
            return fields, "the words in its name"
    return (), ""


def _near(words: str) -> str | None:
    if len(words) < 4:
        return None
    found = process.extractOne(words, list(_names()), scorer=fuzz.ratio, score_cutoff=86)
    return _names()[found[0]][0] if found else None
