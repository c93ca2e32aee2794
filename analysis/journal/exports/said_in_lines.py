"""What the words of one dated line say: how many cramps, what is known of them, and what of the day.

Only what is plain counts. A part with a word about cramps that says anything else beside is ``unclear``: it
is asked about, never guessed. Every other part that is not understood is ``left``, word for word.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from analysis.journal.cells import cramps_in_cell, pattern_of, plain, vocabulary, words_found, words_of
from analysis.journal.exports.amounts_in_lines import amount_in
from analysis.journal.medicines import read_changes_in_text, resolve

PAST, COMING = "past", "coming"
_LONGEST_PART = 200  # characters
_MOST_CRAMPS = 30

_PARTS = re.compile(
    r"[\n;!]+|\.(?=\s|$)|,(?!\d)|\s[-–—/+&]\s|(?<=\?)\s|\s(?:and|und|et|y|en|e)\s(?=.{3})", re.IGNORECASE
)
_STEM = re.compile(
    rf"\bcramped\b|{pattern_of('cramp stem').pattern}|\b\w{{0,14}}kr(?:ampf|aempf)\w{{0,3}}\b|"
    r"\b\w{0,14}kramp(?:en|er)?\b"
)
_ANSWERED = re.compile(rf"({_STEM.pattern})\s*(?:[:=]|[-–—](?=\s))\s*", re.IGNORECASE)
_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\b\.?|\d{1,2}[:h]\d{2}(?: ?uhr)?|\d{1,2}(?:\.\d{2})? ?uhr\b|"
    r"\d{1,2} o'clock)"
)
_BEFORE_CLOCK = r"(?:(?:\bat|\bum|@|\baround|\babout|\bgegen|\bvers|\ba las|\balle|\bom|~) ?)"
_CLOCKS = re.compile(
    rf"{_BEFORE_CLOCK}?({_CLOCK}(?: ?(?:-|to|until|till|bis) ?{_CLOCK})?)|"
    rf"{_BEFORE_CLOCK}(\d{{1,2}})(?![\d:.,/%]| ?[a-z]{{1,8}}\b)"
)
_LENGTH = re.compile(
    r"(?:\b(?:lasted|lasting|for|it took|dauerte|dauer|pendant|durante|duurde|duro|durata)\b:? ?)?"
    r"(?:about |ca\.? |~ ?)?(\d{1,3}(?:[.,]\d)? ?"
    r"(?:min(?:ute)?[sn]?|sec(?:ond)?s?|sek(?:unden)?|secondes?|segundos?|minutos?|minuti)\b)\.?"
)
_PAIN = re.compile(
    r"(?:\b(?:pain|severity|intensity|schmerz(?:en|starke)?|douleur|dolor|pijn|dolore)\b ?"
    r"(?:level |score )?[:=]? ?(\d{1,2})(?: ?(?:/|out of|von) ?10)?(?![\d/:.])|"
    r"(?<![\d/.:])(\d{1,2}) ?(?:/|out of|von) ?10(?![\d/.:]))"
)
_TOKEN = re.compile(r"[^\W_]+")
_FREE = re.compile(r"\bkrampffrei\w{0,2}\b")
_NOT = re.compile(r"n't\b")


@dataclass
class Said:
    """``cramps``: how many [count], None where the line says nothing plain of them. ``fields``: what it says
    of the cramp and the day, as cells. ``night``: which one, where it says so. ``bare``: parts that could
    tell of a cramp, but hold no word about one.
    """

    cramps: float | None = None
    unclear: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    night: Literal["", "past", "coming"] = ""
    changes: bool = False  # of medicines

    @property
    def tells_nothing(self) -> bool:
        return self.cramps is None and not (self.unclear or self.fields or self.bare or self.changes)


@dataclass
class _Part:
    """One part of a line about a cramp. ``more``: it speaks of one more than was told."""

    count: float
    told: dict[str, list[str]]
    more: bool = False


def said_in(text: str, *, about_cramps: bool) -> Said:
    """What a line says. ``about_cramps``: the file is about leg cramps, so that "left calf" is one.

    >>> said_in("2 cramps, left calf, 02:10 and 04:45, water 1.5 L", about_cramps=False).fields
    {'hydration': '1.5 l', 'side': 'left', 'muscle': 'calf', 'onset': '02:10, 04:45'}
    >>> said_in("no cramps for three days", about_cramps=True).unclear
    ['no cramps for three days']
    """
    said = Said()
    cramps: list[_Part] = []
    beside: list[tuple[str, dict[str, list[str]]]] = []
    whole = _ANSWERED.sub(r"\1 ", text)
    for part in filter(None, (piece.strip(" .:-–—*") for piece in _PARTS.split(whole) if piece)):
        _read_part(part, said, cramps, beside, about_cramps)
    _settle(said, cramps, beside, about_cramps)
    if _contradicts_itself(said, cramps):
        return Said(None, [" ".join(text.split())[:_LONGEST_PART]], {}, said.left, [], said.night)
    return said


def _contradicts_itself(said: Said, cramps: list[_Part]) -> bool:
    """Whether a plain count stands beside a part that says otherwise, or may do so."""
    none = [part for part in cramps if not part.count]
    if none and (len(none) < len(cramps) or said.unclear):
        return True
    denied = any(
        len(words := _TOKEN.findall(plain(part))) <= 3
        and words
        and words[0] in words_of("says there was none")
        for part in said.left
        if not _STEM.search(plain(part))
    )
    return said.cramps is not None and said.cramps > 0 and denied


def _read_part(
    part: str,
    said: Said,
    cramps: list[_Part],
    beside: list[tuple[str, dict[str, list[str]]]],
    about_cramps: bool,
) -> None:
    words = plain(part)
    if len(part) > _LONGEST_PART:
        (said.unclear if _STEM.search(words) else said.left).append(part)
        return
    words, night = _without_night(words)
    said.night = night or said.night
    if not words:
        return
    if _STEM.search(words):
        if pattern_of("other cramps").search(words):
            said.left.append(part)
        elif (found := _cramps_of(words)) is None:
            said.unclear.append(part)
        else:
            cramps.append(found)
    elif (amount := amount_in(words)) is not None and amount[0] not in said.fields:
        said.fields[amount[0]] = amount[1]
    elif (told := _beside_a_cramp(words)) is not None:
        beside.append((part, told))
    elif about_cramps and (answer := _bare_answer(words)) is not None:
        cramps.append(answer)
    elif any(one.generic for _, one in read_changes_in_text(part)):
        said.changes = True
    elif _is_a_medicine(words):
        held = said.fields.get("medication")
        said.fields["medication"] = f"{held}, {part}" if held else part
    else:
        said.left.append(part)


def _without_night(words: str) -> tuple[str, Literal["", "past", "coming"]]:
    """The words without those that say which night is meant, and which one that is."""
    night: Literal["", "past", "coming"] = ""
    for kind, which in (("the past night", PAST), ("the coming night", COMING), ("during a night", "")):
        shorter = pattern_of(kind).sub(" ", words)
        if shorter != words and which:
            night = which  # type: ignore[assignment]
        words = shorter
    return " ".join(words.split()).strip(" .:,-"), night


def _take_details(words: str) -> tuple[str, dict[str, list[str]]]:
    """The words without what they tell of a cramp: its pain, length and times, its side, muscle, strength."""
    told: dict[str, list[str]] = {}

    def take(name: str, pattern: re.Pattern[str], ending: str = "") -> None:
        nonlocal words
        for found in pattern.finditer(words):
            told.setdefault(name, []).append(next(filter(None, found.groups())) + ending)
        words = pattern.sub(" ", words)

    take("severity", _PAIN, "/10")
    take("duration", _LENGTH)
    take("onset", _CLOCKS)
    for name, kind in (("side", "side"), ("muscle", "muscle")):
        found, others = words_found(kind, words)
        if found and not (name == "muscle" and found == ["other"]):
            told[name], words = found, " ".join(others)
    return words, told


def _cramps_of(words: str) -> _Part | None:
    """What a part with a word about cramps says; None where anything in it is not plain."""
    if "?" in words:
        return None
    more = bool(pattern_of("one more").search(words))
    words = pattern_of("one more").sub(" ", _NOT.sub(" not", words))
    muscle = ["calf"] if re.search(r"\bwadenkr|\bkuitkramp", words) else []
    rest = pattern_of("how a cramp came").sub(" ", _STEM.sub(" ", words))
    said = _TOKEN.findall(rest)
    if _FREE.search(words) or "0" in said or any(token in words_of("says there was none") for token in said):
        every = _TOKEN.findall(_STEM.sub(" ", words))
        allowed = {"0", *words_of("says there was none"), *words_of("beside none")}
        return _Part(0.0, {}) if not more and allowed.issuperset(every) else None
    rest, told = _take_details(rest)
    tokens = _TOKEN.findall(rest)
    numbers: list[float] = []
    for token in tokens:
        number = _number(token)
        if number is not None:
            numbers.append(number)
    rest = " ".join(token for token in tokens if _number(token) is None)
    strengths, others = words_found("scale", rest)
    if any(token not in words_of("beside a cramp") and token not in ("i", "x") for token in others):
        return None
    if len(numbers) > 1 or any(not 0 < number <= _MOST_CRAMPS for number in numbers):
        return None
    if strengths and "severity" not in told:
        told["severity"] = [max(strengths, key=float)]
    if muscle and "muscle" not in told:
        told["muscle"] = muscle
    return _Part(numbers[0] if numbers else float(max(1, len(told.get("onset", ())))), told, more)


def _number(token: str) -> float | None:
    if token in words_of("beside a cramp"):
        return None
    if found := re.fullmatch(r"(\d{1,2})x?", token):
        return float(found[1])
    word = vocabulary("number").get(token)
    return None if word is None else float(word)


def _beside_a_cramp(words: str) -> dict[str, list[str]] | None:
    """What a part says that is nothing but places, times, lengths and strengths; None for any other."""
    rest, told = _take_details(words)
    strengths, others = words_found("scale", rest)
    if any(map(str.isdecimal, rest)) or any(token not in words_of("beside a cramp") for token in others):
        return None
    if strengths and "0" not in strengths:
        told.setdefault("severity", [max(strengths, key=float)])
    return told or None


def _bare_answer(words: str) -> _Part | None:
    """What a few words say in a file about cramps: "2", "none", "2x left calf at 3am"."""
    if len(words.split()) > 8 or "?" in words:
        return None
    rest, told = _take_details(words)
    tokens = _TOKEN.findall(rest)
    others = [token for token in tokens if token not in words_of("beside a cramp") and token != "x"]
    numbers = [number for token in others if (number := _number(token)) is not None]
    if numbers and len(numbers) == len(others):
        return _Part(numbers[0], told) if len(numbers) == 1 and numbers[0] <= _MOST_CRAMPS else None
    answers = {*words_of("says there was none"), *vocabulary("yes_no")} - {*words_of("a cramp")}
    if told or not all(token in answers for token in others):
        return None
    cell = cramps_in_cell(words)
    return None if cell.value is None else _Part(float(cell.value), {})


@cache
def _took() -> re.Pattern[str]:
    return re.compile(r"^(?:i )?(?:took|taken|taking|nahm|genommen|pris|tome|tomado|ingenomen|preso) ")


def _is_a_medicine(words: str) -> bool:
    bare = _took().sub("", words)
    if len(bare.split()) > 4 or any(
        token in words_of("says there was none") for token in _TOKEN.findall(words)
    ):
        return False
    return resolve(bare).generic is not None


def _settle(
    said: Said, cramps: list[_Part], beside: list[tuple[str, dict[str, list[str]]]], about_cramps: bool
) -> None:
    """One count for the line. A plain none beside another part about cramps is not plain any more."""
    some = [part for part in cramps if part.count]
    if not some and not cramps and about_cramps and not said.unclear:
        placed = [told for _, told in beside if told.keys() & {"side", "muscle", "onset"}]
        some = (
            [_Part(float(max(1, sum(len(told.get("onset", ())) for told in placed))), {})] if placed else []
        )
    if some:
        said.cramps = _counted(some, beside)
        said.left += said.unclear  # the count stands; what else was said of it is kept as a remark
        said.unclear = []
        for told in [part.told for part in some] + [told for _, told in beside]:
            for name, values in told.items():
                _add(said, name, values)
    elif cramps:
        said.cramps = 0.0
        said.left += [part for part, _ in beside]
    else:
        for part, told in beside:
            (said.bare if told.keys() & {"side", "muscle"} else said.left).append(part)


def _counted(parts: list[_Part], beside: list[tuple[str, dict[str, list[str]]]]) -> float:
    """The number of cramps of several parts: those at times of their own and those told as one more add up,
    else the largest count holds.
    """
    times = [clock for part in parts for clock in part.told.get("onset", ())]
    times += [clock for _, told in beside for clock in told.get("onset", ())]
    timed = [part for part in parts if "onset" in part.told]
    apart = len(timed) == len(parts) > 1 and len(set(times)) == len(times)
    first = (
        sum(part.count for part in parts)
        if apart
        else max(part.count for part in parts if not part.more or part is parts[0])
    )
    more = 0.0 if apart else sum(part.count for part in parts[1:] if part.more)
    return max(first + more, float(len(set(times))))


def _add(said: Said, name: str, values: list[str]) -> None:
    held = said.fields.get(name)
    if name == "onset":
        said.fields[name] = ", ".join(dict.fromkeys([*(held.split(", ") if held else []), *values]))
    elif name == "side":
        found = {*(held.split(" ") if held else []), *values}
        said.fields[name] = "both" if len(found) > 1 else values[0]
    elif held is None:
        said.fields[name] = values[0]
