"""What the words of one dated line say: how many cramps, what is known of them, and what of the day.

Only what is plain counts. A part with a word about cramps that says anything else beside is ``unclear``: it
is asked about, never guessed. Every other part that is not understood is ``left``, word for word.
"""

import re
from functools import cache
from typing import Literal

from analysis.journal.cells import (
    cramps_in_cell,
    pattern_of,
    plain,
    vocabulary,
    with_pairs,
    words_found,
    words_of,
)
from analysis.journal.exports.amounts_in_lines import amount_in
from analysis.journal.exports.settled_lines import STEM, TOKEN, Part, Said, contradicts_itself, settle
from analysis.journal.medicines import read_changes_in_text, resolve

PAST, COMING = "past", "coming"
_LONGEST_PART = 200  # characters
_MOST_CRAMPS = 30

_PARTS = re.compile(
    r"[\n;!]+|\.(?=\s|$)|,(?!\d)|\s[-–—/+&]\s|(?<=\?)\s|\s(?:and|und|et|y|en|e)\s(?=.{3})", re.IGNORECASE
)
_ANSWERED = re.compile(rf"({STEM.pattern})\s*(?:[:=]|[-–—](?=\s)|\?(?=\s*\S))\s*", re.IGNORECASE)
_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\b\.?|\d{1,2}[:h]\d{2}(?: ?uhr)?|\d{1,2}(?:\.\d{2})? ?uhr\b|"
    r"\d{1,2} o'clock)"
)
_BEFORE_CLOCK = (
    r"(?:(?:\bat|\bum|@|\baround|\babout|\bgegen|\bvers|\ba las|\balle|\bom|\bas|\bkl\b\.?|\bklo|"
    r"\ba(?= ?\d{1,2} ?h)|~) ?)"
)
_CLOCKS = re.compile(
    rf"{_BEFORE_CLOCK}?({_CLOCK}(?: ?(?:-|to|until|till|bis) ?{_CLOCK})?)|"
    rf"{_BEFORE_CLOCK}(\d{{1,2}})(?: ?h\b)?(?![\d:.,/%]| ?[a-z]{{1,8}}\b)"
)
_JOINED = r"(?:,|&|\+|/|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b)"
_HOURS = re.compile(
    rf"{_BEFORE_CLOCK}(\d{{1,2}})((?: ?{_JOINED} ?\d{{1,2}}){{1,5}})"
    r"( ?[ap]\.?m\b\.?| ?uhr\b| ?h\b)?(?=\s*(?:[.,;!\n)]|$))",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\d{1,2}")
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
_HOW_OFTEN = re.compile(
    r"([1-9]\d?) ?(?:x|×|mal|times|fois|veces|volte|vezes|keer|maal|gang(?:er)?)|x ?([1-9]\d?)"
)
_FREE = re.compile(r"\bkrampffrei\w{0,2}\b")
_NOT = re.compile(r"n't\b")


def said_in(text: str, *, about_cramps: bool) -> Said:
    """What a line says. ``about_cramps``: the file is about leg cramps, so that "left calf" is one.

    >>> said_in("2 cramps, left calf, 02:10 and 04:45, water 1.5 L", about_cramps=False).fields
    {'hydration': '1.5 l', 'side': 'left', 'muscle': 'calf', 'onset': '02:10, 04:45'}
    >>> said_in("no cramps for three days", about_cramps=True).unclear
    ['no cramps for three days']
    """
    said = Said()
    cramps: list[Part] = []
    beside: list[tuple[str, dict[str, list[str]]]] = []
    whole = _HOURS.sub(_each_hour, _ANSWERED.sub(r"\1 ", text))
    for part in filter(None, (piece.strip(" .:-–—*") for piece in _PARTS.split(whole) if piece)):
        _read_part(part, said, cramps, beside, about_cramps)
    settle(said, cramps, beside, about_cramps)
    if contradicts_itself(said, cramps):
        return Said(None, [" ".join(text.split())[:_LONGEST_PART]], {}, said.left, [], said.night)
    return said


def _each_hour(found: re.Match[str]) -> str:
    """Every hour of "at 2, 4 and 5am" with a mark of its own, and with what stands behind the last."""
    first, others, half = found.groups()
    return " ".join(f"@{hour}{half or ''}" for hour in (first, *_HOUR.findall(others)))


def _read_part(
    part: str,
    said: Said,
    cramps: list[Part],
    beside: list[tuple[str, dict[str, list[str]]]],
    about_cramps: bool,
) -> None:
    words = plain(part)
    if len(part) > _LONGEST_PART:
        (said.unclear if STEM.search(words) else said.left).append(part)
        return
    words, night = _without_night(words)
    said.night = night or said.night
    if not words:
        return
    if STEM.search(words):
        if pattern_of("other cramps").search(words):
            said.left.append(part)
        elif (found := _cramps_of(words)) is None:
            said.unclear.append(part)
        else:
            cramps.append(found)
    elif cramps and cramps[-1].count == 1 and (times := _how_often(words)) is not None:
        cramps[-1].count = times
    elif (amount := amount_in(words)) is not None and amount[0] not in said.fields:
        said.fields[amount[0]] = amount[1]
    elif (another := _one_more(words)) is not None:
        cramps.append(another)
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


def _how_often(words: str) -> float | None:
    """The number that a part of its own gives to the cramps before it: "Krampf, 2 Mal", "cramps, twice"."""
    if found := _HOW_OFTEN.fullmatch(words):
        return float(found[1] or found[2])
    return (_number(words) if words.isalpha() else None) or None


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


def _cramps_of(words: str) -> Part | None:
    """What a part with a word about cramps says; None where anything in it is not plain."""
    if "?" in words:
        return None
    more = bool(pattern_of("one more").search(words))
    words = pattern_of("one more").sub(" ", _NOT.sub(" not", words))
    words = with_pairs(words)
    muscle = ["calf"] if re.search(r"\bwadenkr|\bkuitkramp", words) else []
    rest = pattern_of("how a cramp came").sub(" ", STEM.sub(" ", words))
    said = TOKEN.findall(rest)
    leg = pattern_of("of the leg").search(rest) is not None
    if _FREE.search(words) or "0" in said or any(token in words_of("says there was none") for token in said):
        every = TOKEN.findall(STEM.sub(" ", words))
        allowed = {"0", *words_of("says there was none"), *words_of("beside none")}
        return Part(0.0, {}) if not more and allowed.issuperset(every) else None
    rest, told = _take_details(rest)
    tokens = TOKEN.findall(rest)
    numbers = [number for token in tokens if (number := _number(token)) is not None]
    rest = " ".join(token for token in tokens if _number(token) is None)
    strengths, others = words_found("scale", rest)
    beside = {*words_of("beside a cramp"), *words_of("yes in a sentence"), "i", "x"}
    if any(token not in beside for token in others):
        return None
    if len(numbers) > 1 or any(not 0 < number <= _MOST_CRAMPS for number in numbers):
        return None
    if strengths and "severity" not in told:
        told["severity"] = [max(strengths, key=float)]
    if muscle and "muscle" not in told:
        told["muscle"] = muscle
    count = numbers[0] if numbers else float(max(1, len(told.get("onset", ()))))
    return Part(count, told, more, leg=leg)


def _number(token: str) -> float | None:
    if token in words_of("beside a cramp"):
        return None
    if found := re.fullmatch(r"(\d{1,2})x?|x(\d{1,2})", token):
        return float(found[1] or found[2])
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


def _one_more(words: str) -> Part | None:
    """What a part says that speaks of another cramp without the word: "then a small one at 5"."""
    rest = pattern_of("one more").sub(" ", words)
    told = None if rest == words else _beside_a_cramp(rest)
    if told is None and (
        rest == words or any(token not in words_of("beside a cramp") for token in TOKEN.findall(rest))
    ):
        return None
    return Part(float(max(1, len((told or {}).get("onset", ())))), told or {}, more=True)


def _bare_answer(words: str) -> Part | None:
    """What a few words say in a file about cramps: "2", "none", "2x left calf at 3am"."""
    if len(words.split()) > 8 or "?" in words:
        return None
    rest, told = _take_details(with_pairs(words))
    tokens = TOKEN.findall(rest)
    others = [token for token in tokens if token not in words_of("beside a cramp") and token != "x"]
    numbers = [number for token in others if (number := _number(token)) is not None]
    if numbers and len(numbers) == len(others):
        one = len(numbers) == 1 and numbers[0] <= _MOST_CRAMPS
        return Part(numbers[0], told, number=words.isdecimal()) if one else None
    answers = {*words_of("says there was none"), *vocabulary("yes_no")} - {*words_of("a cramp")}
    if told or not all(token in answers for token in others):
        return None
    cell = cramps_in_cell(words)
    return None if cell.value is None else Part(float(cell.value), {})


@cache
def _took() -> re.Pattern[str]:
    return re.compile(r"^(?:i )?(?:took|taken|taking|nahm|genommen|pris|tome|tomado|ingenomen|preso) ")


def _is_a_medicine(words: str) -> bool:
    bare = _took().sub("", words)
    if len(bare.split()) > 4 or any(
        token in words_of("says there was none") for token in TOKEN.findall(words)
    ):
        return False
    return resolve(bare).generic is not None
