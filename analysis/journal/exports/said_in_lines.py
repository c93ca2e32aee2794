"""What the words of one dated line say: how many cramps, what is known of them, and what of the day.

Only what is plain counts. A part with a word about cramps that says anything else beside is ``unclear``: it
is asked about, never guessed. Every other part that is not understood is ``left``, word for word.
"""

import re
from functools import cache
from typing import Literal

from analysis.journal.cells import (
    AFTER_HOUR,
    BEFORE_CLOCK,
    CRAMP_TOLD,
    HALF_OF_DAY,
    alternatives,
    late_pattern,
    pattern_of,
    plain,
    tells_of_a_cramp,
    vocabulary,
    whose_cramps,
    with_minutes_joined,
    with_named_clocks,
    words_apart,
    words_found,
    words_of,
)
from analysis.journal.exports.amounts_in_lines import amount_in
from analysis.journal.exports.cramps_in_lines import (
    bare_answer,
    beside_a_cramp,
    cramps_of,
    one_more,
)
from analysis.journal.exports.line_openings import UNTICKED
from analysis.journal.exports.settled_lines import TOKEN, Part, Said, contradicts_itself, may_deny, settle
from analysis.journal.medicines import read_changes_in_text, resolve

PAST, COMING = "past", "coming"
_FORWARDED = late_pattern(rf"\[(?:{'|'.join(map(re.escape, words_of('forwarded message')))})\b[^\]]*\]")
_LONGEST_PART = 200  # characters
_DASHES = ("-", "–", "—")
_JOINING = "|".join(words_of("joins two things said"))
_BETWEEN = late_pattern(
    rf"[\n;!、。！；，]+|\.(?=\s|$)|,(?!\d)|\s[-–—/+&]\s|(?<=\?)\s|\s(?P<joined>{_JOINING})\s(?=.{{3}})",
    re.IGNORECASE,
)
_WORD = late_pattern(r"[^\W\d_]+")
_ANSWERED = late_pattern(r"\b([^\W\d_]+)[^\S\n]*(?:[:=：]|[-–—](?=\s)|[?？](?=\s*\S))\s*")
_JOINED = rf"(?:,|&|\+|/|\b(?:{_JOINING})\b)"
_MARK = rf"(?: ?{HALF_OF_DAY}| ?{AFTER_HOUR})"
_HOURS = late_pattern(
    rf"{BEFORE_CLOCK}(\d{{1,2}})((?:{_MARK}?(?: ?{_JOINED} ?)\d{{1,2}}){{1,5}})({_MARK})?"
    r"(?=\s*(?:[.,;!\n)]|$))",
    re.IGNORECASE,
)
_HOUR = late_pattern(r"\d{1,2}")
_HOW_OFTEN = late_pattern(rf"([1-9]\d?) ?(?:x|×|{alternatives(words_of('so many times'))})|x ?([1-9]\d?)")


def said_in(text: str, *, about_cramps: bool) -> Said:
    """What a line says. ``about_cramps``: the file is about leg cramps, so that "left calf" is one.

    >>> said_in("2 cramps, left calf, 02:10 and 04:45, water 1.5 L", about_cramps=False).fields
    {'hydration': '1.5 l', 'side': 'left', 'muscle': 'calf', 'onset': '02:10, 04:45'}
    >>> said_in("no cramps for three days", about_cramps=True).unclear
    ['no cramps for three days']
    """
    if _FORWARDED.search(plain(text)):
        return _of_somebody(text)
    said = Said()
    cramps: list[Part] = []
    beside: list[tuple[str, dict[str, list[str]]]] = []
    clocks = with_named_clocks(with_minutes_joined(text))
    whole = _HOURS.sub(_each_hour, _ANSWERED.sub(_without_mark, clocks))
    for part in filter(None, map(_without_marks, _parts_of(whole))):
        _read_part(part, said, cramps, beside, about_cramps)
    settle(said, cramps, beside, about_cramps)
    if about_cramps and not cramps:
        _ask_about_answers(said)
    if contradicts_itself(said, cramps):
        return Said(None, [" ".join(text.split())[:_LONGEST_PART]], {}, said.left, [], said.night)
    return said


def _of_somebody(text: str) -> Said:
    """What a forwarded message says: nothing that counts, for the words are not its sender's own."""
    words = " ".join(text.split())[:_LONGEST_PART]
    asked = tells_of_a_cramp(words_apart(plain(text)))
    return Said(None, [words] if asked else [], {}, [] if asked else [words], forwarded=True)


def _without_marks(piece: str) -> str:
    """A part without the marks around it; a dash behind a word for cramps alone is an answer, and stays."""
    bare = piece.strip(" .:-–—*")
    a_label = piece.rstrip()[-1:] in _DASHES and not TOKEN.findall(CRAMP_TOLD.sub(" ", plain(bare)))
    return f"{bare} -" if bare and a_label else bare


def _ask_about_answers(said: Said) -> None:
    """In a file about cramps words that may answer for them are asked about: "nothing since Tuesday", "same
    as yesterday", but not "no wine".
    """
    same = pattern_of("same as before")
    answers = [
        part for part in said.left if may_deny(part) or same.search(plain(part)) or _may_count(plain(part))
    ]
    said.unclear += answers
    said.left = [part for part in said.left if part not in answers]


def _may_count(words: str) -> bool:
    """Whether words in a file about cramps may count them: they hold a number, and name a part of the leg."""
    muscles = {*words_found("muscle", words)[0]} - {"other"}
    return bool(muscles) and any(map(str.isdecimal, words)) and whose_cramps(words) == "a leg's"


def _without_mark(found: re.Match[str]) -> str:
    """A word for cramps without the mark before its answer: "Cramps: none"; any other word as it stands."""
    return f"{found[1]} " if tells_of_a_cramp(words_apart(plain(found[1]))) else found[0]


def _parts_of(text: str) -> list[str]:
    """The things that a line says one after the other, as they are written."""
    parts, at = [], 0
    for found in _BETWEEN.finditer(text):
        word = _WORD.match(text, found.end())
        following = plain(word[0]) if word else ""
        if plain(found["joined"] or "") == "en" and _is_a_place(following):
            continue  # "calambres en la mano"
        before = plain(text[at : found.start()]).rpartition(" ")[2]
        if found[0] == "." and before in words_of("shortened before a number"):
            continue
        parts.append(text[at : found.start()])
        at = found.end()
    return [*parts, text[at:]]


def _is_a_place(word: str) -> bool:
    """Whether a word behind "en" goes on with a place, in Spanish or French, and begins nothing new."""
    return word in words_of("behind en it is a place") or word in vocabulary("muscle")


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
    words = words_apart(plain(part))
    if words.startswith(UNTICKED):  # a box for what there may have been
        (said.unclear if tells_of_a_cramp(words) else said.left).append(part)
        return
    if len(part) > _LONGEST_PART:
        (said.unclear if tells_of_a_cramp(words) else said.left).append(part)
        return
    words, night = _without_night(words)
    said.night = night or said.night
    if not words:
        return
    if tells_of_a_cramp(words):
        _read_cramps(part, words, said, cramps)
    elif cramps and cramps[-1].count == 1 and (times := _how_often(words)) is not None:
        cramps[-1].count = times
    elif (amount := amount_in(words)) is not None and amount[0] not in said.fields:
        said.fields[amount[0]] = amount[1]
    elif (another := one_more(words)) is not None:
        cramps.append(another)
    elif (told := beside_a_cramp(words)) is not None and about_cramps and words.endswith(" one"):
        cramps.append(Part(1.0, told))  # "a bad one"
    elif told is not None:
        beside.append((part, told))
    elif about_cramps and (answer := bare_answer(words)) is not None:
        if words.endswith((" one", " ones")) and not cramps and (said.left or said.fields):
            said.unclear.append(part)  # "coffee, 2 small ones"
        else:
            cramps.append(answer)
    elif any(one.generic for _, one in read_changes_in_text(part)):
        said.changes = True
    elif _is_a_medicine(words):
        held = said.fields.get("medication")
        said.fields["medication"] = f"{held}, {part}" if held else part
    else:
        said.left.append(part)


def _read_cramps(part: str, words: str, said: Said, cramps: list[Part]) -> None:
    """A part that tells of a cramp: counted, of something else than a leg, or to be asked about."""
    whose = whose_cramps(words)
    found = cramps_of(words) if whose == "a leg's" else None
    if whose == "other":
        said.left.append(part)
    elif found is None:
        said.unclear.append(part)
    else:
        cramps.append(found)


def _how_often(words: str) -> float | None:
    """The number that a part of its own gives to the cramps before it: "Krampf, 2 Mal", "cramps, twice"."""
    if found := _HOW_OFTEN.fullmatch(words):
        return float(found[1] or found[2])
    number = vocabulary("number").get(words)
    if number is None:
        bare = words.rpartition(" ")
        number = (
            vocabulary("number").get(bare[0]) if bare[2] in words_of("behind a number of cramps") else None
        )
    return (float(number) or None) if number and not words.isdecimal() else None


def _without_night(words: str) -> tuple[str, Literal["", "past", "coming"]]:
    """The words without those that say which night is meant, and which one that is."""
    night: Literal["", "past", "coming"] = ""
    for kind, which in (("the past night", PAST), ("the coming night", COMING), ("during a night", "")):
        shorter = pattern_of(kind).sub(" ", words)
        if shorter != words and which:
            night = which  # type: ignore[assignment]
        words = shorter
    return " ".join(words.split()).strip(" .:,").lstrip("- "), night


@cache
def _took() -> re.Pattern[str]:
    took = pattern_of("took").pattern
    return re.compile(rf"^(?:{pattern_of('oneself').pattern} )?{took} ")


def _is_a_medicine(words: str) -> bool:
    bare = _took().sub("", words)
    if len(bare.split()) > 4 or any(
        token in words_of("says there was none") for token in TOKEN.findall(words)
    ):
        return False
    return resolve(bare).generic is not None
