"""The likeliest field of a heading that is not known: by its words and the form of its cells. Never taken by
itself.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from rapidfuzz.distance import OSA

from analysis.journal.cells import (
    Cell,
    pattern_of,
    plain,
    read_amount,
    read_count,
    read_duration,
    read_level,
    read_scale,
    read_side,
    read_yes_no,
    words_of,
)
from analysis.journal.columns.about_cramps import names_cramps
from analysis.journal.columns.looks import holds_clock_times, numbers_rows
from analysis.journal.fields import Field, headers
from analysis.journal.medicines import resolve
from analysis.journal.model import Suggestion
from analysis.journal.tables import Heading, RawTable, could_be_date, heading

_TABLES = ("night", "day", "cramp")
_TOKEN = re.compile(r"[^\W_]+")
_COMPOUND = 12  # letters of a word that is made of several
_ALIKE = 0.7  # of the longer of two words has to be as long as the shorter
_INFLECTED = 3  # letters of the shortest word that may stand in another form
_STEM = 5  # letters that two words have to begin with to be one
_SAMPLED = 60
_SHOWN = 3
_LEAST = 0.5
_WORDS_OF_A_REMARK = 4
_FITS: Mapping[str, Callable[[str], Cell]] = {
    "count": read_count,
    "yes_no": lambda text: _answer(text),
    "side": read_side,
    "level": read_level,
    "scale": lambda text: read_scale(text, None),
    "amount": lambda text: read_amount(text, "mL", 250.0, "."),
    "duration": lambda text: read_duration(text, "min", "."),
}


def suggestions(table: RawTable, taken: Iterable[str], settled: Iterable[str] = ()) -> tuple[Suggestion, ...]:
    """The likeliest field of each column whose heading is not known. ``taken`` are the fields that other
    columns hold, ``settled`` the headings about which the person has decided.
    """
    used, decided = set(taken), {plain(header) for header in settled}
    found = []
    for position, header in enumerate(table.headers):
        said = heading(header)
        if not header or said.fields or _is_never_offered(said) or plain(header) in decided:
            continue
        # A click that takes "No cramps" for cramps turns the journal round.
        if names_cramps(header) and pattern_of("says no").search(plain(header)):
            continue
        cells = [row[position] for row in table.rows if row[position]]
        if cells and "cramps" not in used and (meant := misspelt_cramps(header)) and _fit(_COUNT, cells):
            shown = tuple(dict.fromkeys(cells))[:_SHOWN]
            found.append(Suggestion(header, "cramps", f"did you mean {meant}?", shown))
            used.add("cramps")
        elif (
            cells
            and not numbers_rows(cells)
            and (best := _likeliest(header, cells, used if names_cramps(header) else {*used, "cramps"}))
        ):
            field, why = best
            shown = tuple(dict.fromkeys(cells))[:_SHOWN]
            found.append(Suggestion(header, field, why, shown))
            used.add(field)
    return tuple(found)


def _is_never_offered(said: Heading) -> bool:
    """Whether it tells of other cramps than a leg's, of more than one night's, or of a cramp's own number,
    none of which is the answer to a click for all.
    """
    return said.other_cramps or said.other_time or said.numbers_one


_COUNT = headers()["cramps"]
_SHORTEST = 5  # letters of a word that one slip leaves recognisable
_LONG = 9  # letters of one that two slips do


def misspelt_cramps(heading: str) -> str:
    """The word for cramps that a word of a heading nearly is ("craps"), "" where none is: for a question,
    and never to be taken.
    """
    if names_cramps(heading):
        return ""
    for word in _TOKEN.findall(plain(heading)):
        if len(word) < _SHORTEST or word in words_of("nearly a word for cramps"):
            continue
        for name in _cramp_words():
            if OSA.distance(word, name) <= (2 if len(name) >= _LONG else 1):
                return name
    return ""


@cache
def _cramp_words() -> tuple[str, ...]:
    stems = (*words_of("cramp stem"), *words_of("cramp stem of German"))
    return tuple(word for word in stems if len(word) >= _SHORTEST and " " not in word)


def _likeliest(header: str, cells: Sequence[str], used: set[str]) -> tuple[str, str] | None:
    sample = cells[:_SAMPLED]
    if used >= {"medication", "start"} and "stop" not in used and all(map(could_be_date, sample)):
        return "stop", "its cells are dates, and the first days of medicines stand beside it"
    if not used & {"night"} and sum(map(could_be_date, sample)) >= 0.8 * len(sample):
        return "night", "its cells are dates"
    words = set(_TOKEN.findall(plain(header))) - set(words_of("question word"))
    if pattern_of("not the amount").search(plain(header)):
        return None
    of_length = pattern_of("asks how long").search(plain(header)) or _names(words, "length of anything")
    best, best_score, best_word = "", _LEAST, ""
    for field in headers().values():
        if field.table not in _TABLES or field.name in used or field.kind in ("date", "datetime"):
            continue
        # "Step count duration" is no number of steps, and "time in bed" no time of a cramp.
        if (of_length and field.kind != "duration") or (_names(words, "bed") and field.kind == "clock"):
            continue
        strength, word = _shared(words, field)
        fit = _fit(field, cells) if strength else 0.0
        if strength * fit > best_score:
            best, best_score, best_word = field.name, strength * fit, word
    if best:
        return best, f"its heading says “{best_word}”, and its cells have the form"
    if 2 * sum(map(could_be_date, sample)) > len(sample):
        return None
    remarks = sum(len(cell.split()) for cell in sample) >= _WORDS_OF_A_REMARK * len(sample)
    return ("notes", "its cells are sentences") if remarks and "notes" not in used else None


def _names(words: set[str], kind: str) -> bool:
    return not words.isdisjoint(words_of(kind))


def _shared(words: set[str], field: Field) -> tuple[float, str]:
    """How much of a known name stands in the heading, and which word: a name in full counts most."""
    best, best_word = 0.0, ""
    begun = {word[:_INFLECTED] for word in words}
    for tokens, beginnings in _tokens_of(field.name):
        if begun.isdisjoint(beginnings):  # so none of its words is one of the heading's in another form
            continue
        hits = [word for token in tokens for word in [_said(token, words)] if word]
        says = set(hits) - set(() if field.kind == "clock" else words_of("says no field by itself"))
        if says and len(hits) / len(tokens) * (1 + 0.1 * len(hits)) > best:
            best, best_word = len(hits) / len(tokens) * (1 + 0.1 * len(hits)), max(hits, key=len)
    return best, best_word


@cache
def _tokens_of(name: str) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """The words that say the field of that name, one tuple for each of its names, and how these begin."""
    field = headers()[name]
    beside = {*words_of("filler"), *(() if name in ("cramps", "side") else words_of("cramp"))}
    names = [
        tuple(token for token in known.split() if token not in beside and len(token) >= _INFLECTED)
        for known in (name.replace("_", " "), *field.names)
    ]
    return tuple((tokens, frozenset(token[:_INFLECTED] for token in tokens)) for tokens in names)


def _said(token: str, words: set[str]) -> str:
    """The word of a heading that is this token, in another form perhaps; "" where there is none."""
    return token if token in words else next((word for word in sorted(words) if _same(token, word)), "")


def _same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _INFLECTED:  # "nr" is no "NRS"
        return False
    if longer in (shorter, f"{shorter}s"):
        return True
    alike = len(longer) >= _COMPOUND or len(shorter) >= _ALIKE * len(longer)
    return alike and len(shorter) >= _STEM - 1 and one[:_STEM] == other[:_STEM]


def _answer(text: str) -> Cell:
    """A yes or a no; a number above 1 is an amount of something, and answers nothing."""
    cell = read_yes_no(text)
    return Cell(None) if cell.repaired and text.strip()[:1].isdecimal() else cell


def _fit(field: Field, cells: Sequence[str]) -> float:
    """The share of the cells that have the form of the field; a half where any text has it."""
    sample = cells[:_SAMPLED]
    if field.kind == "clock":
        return 1.2 if holds_clock_times(sample) else 0.0
    if field.name == "medication":
        named = sum(resolve(cell).generic is not None for cell in sample) / len(sample)
        return 0.6 if named >= _LEAST else 0.0
    reader = _FITS.get(field.kind)
    if reader is None:
        return 0.4 if field.kind == "words" else 0.6
    share = sum(reader(cell).value is not None for cell in sample) / len(sample)
    return share if share >= _LEAST else 0.0
