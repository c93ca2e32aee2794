"""How many cramps a cell tells of, also where the number stands in a remark: "2 cramps L calf"."""

import re

from analysis.journal.cells.answers import read_scale
from analysis.journal.cells.beside_counts import (
    CLOCKS,
    LENGTH,
    TALLY,
    UNKNOWN,
    besides_cramps,
    is_open,
    number_behind,
    tell_of_cramps,
)
from analysis.journal.cells.clocks import read_clock, with_named_clocks
from analysis.journal.cells.cramp_words import CRAMP, CRAMP_TOLD, closes_unread
from analysis.journal.cells.hours_and_minutes import with_minutes_joined
from analysis.journal.cells.none_told import BUT, says_none
from analysis.journal.cells.numbers import NO_COUNT, UNREAD, read_count
from analysis.journal.cells.pairs import with_pairs
from analysis.journal.cells.several_told import several_told
from analysis.journal.cells.times_of_day import BEFORE_CLOCK, CLOCK, HOUR_SURELY
from analysis.journal.cells.values import Cell, before_reading, vocabulary, words_found
from analysis.journal.cells.words import alternatives, pattern_of, words_apart, words_of

_NUMBER_WORD = {
    name: float(number) for name, number in vocabulary("number").items() if 0 < float(number) < 13
}
_ANSWER_AND_NUMBER = re.compile(
    r"(?:yes|y|ja|j|oui|si|x|✓)\b[ ,:;(=-]{1,4}(\d{1,2})(?: ?(?:x|times?|cramps?))?\)?[.!]?"
)
_NUMBER_AND_CLOCK = re.compile(
    rf"(\d{{1,2}}) (?:{CRAMP} )?(?:@|a|(?:{alternatives(words_of('before a clock time'))})\.?) (?:{CLOCK})"
)
_BEGINS_AS_CLOCK = re.compile(rf"{BEFORE_CLOCK}?(?:{CLOCK})")
_HOUR_SURELY = re.compile(HOUR_SURELY)
_PIECES = re.compile(r" ?(?:[,;+&]|\band\b|\bund\b|\bet\b|\by\b) ?")
_LETTER = r"[^\W\d_]"  # of any language
_GROUP = re.compile(rf"(\d{{1,2}}) ?(?:x |× )?({_LETTER}(?:{_LETTER}|[ ()'-]){{1,40}}?)(?= ?\d|$)")
_IN_WORDS = re.compile(rf"({_LETTER}{{1,12}}(?: couple(?: of)?)?) ({_LETTER}(?:{_LETTER}|[ ()'-]){{1,40}})")
_REMARK = "the number was taken out of a remark"


def cramps_in_cell(text: str) -> Cell:
    """How many cramps [count] a cell of a column that counts them tells of: a number, an answer, clock times,
    or a remark that begins with how many. A word that says nothing of cramps ("ok") is set aside.
    """
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    if _was_not_kept(words):
        return NOT_KEPT
    told = with_named_clocks(with_minutes_joined(_comma(words_apart(words))))
    words = _HYPHENED.sub(r"\1 ", with_pairs(told))
    cell = _cramps_in(words)
    if cell.repaired and cell.value is not None and is_open(words, cell.value):
        return UNREAD
    return UNREAD if _IN_QUESTION.fullmatch(words) and not _OF_A_RANGE.search(words) else cell


NOT_KEPT = Cell(None, problem="the cell says that nothing was written down of this night")


def _was_not_kept(words: str) -> bool:
    """Whether an answer says nothing but that the night was not logged: "holiday - not kept"."""
    parts = [part for part in _BETWEEN_REASONS.split(words) if part]
    return bool(parts) and all(part in words_of("night not kept") for part in parts)


_BETWEEN_REASONS = re.compile(r"[\s.!]*(?:[,;:.!()]| [-–—/] )[\s.!]*|[\s.!]+$")


# "1?", "yes (?)", "L?": whoever wrote it was not sure that there was one; of "2-3?" the least is.
_IN_QUESTION = re.compile(r"[^,;:(\[]{1,20}? ?[(\[]?\?+[)\]]?[.!]?")
_OF_A_RANGE = re.compile(rf"\d ?(?:[-–/]|{alternatives(words_of('or'))}) ?\d")


def _comma(words: str) -> str:
    return words.replace(" 、", ",").replace("、", ", ")


_HYPHENED = re.compile(r"^(\d{1,2})-(?=[^\W\d_]{3})")  # "3-mal"
# "8/10" can be a date, too, and stays a question.
_OUT_OF_TEN = re.compile(r"(\d(?:[.,]\d)?|10) ?(?:of|out of|von|sur|de|su|van|av|z|in) ?10")


# How bad it was: "1 L calf 7/10".
_SCORE_BEHIND = re.compile(
    rf"[ ,;(-]+(?:(?:{alternatives(words_of('before a strength'))}) ?:? ?)?\d{{1,2}} ?/ ?10\)?$"
)


def _cramps_in(words: str) -> Cell:
    words = _STARS.sub(r"\1", words.rstrip("!* ")) or words
    cell = read_count(words)
    if cell.value is not None and not cell.repaired:
        return cell
    if (several := several_told(words)) is not None:
        return several
    if found := _OUT_OF_TEN.fullmatch(words):
        felt = float(found[1].replace(",", ".")) > 0
        return Cell(float(felt), True, "a strength out of ten; it counts as one cramp, or as none")
    if (found := _ANSWER_AND_NUMBER.fullmatch(words)) and int(found[1]):
        return Cell(float(found[1]), True, _REMARK)
    if (after_yes := _number_after_yes(words)) is not None:
        return Cell(after_yes, True, _REMARK)
    if found := _NUMBER_AND_CLOCK.fullmatch(words):
        return Cell(float(found[1]), True, _REMARK)
    if (times := _clock_times(words)) is not None:
        return Cell(float(times), True, "clock times, counted")
    if (number := _numbers_of_pieces(words)) is not None:
        return number
    if cell.value is not None or not _is_unread(cell):
        return cell
    if (behind := number_behind(words)) is not None:
        return Cell(behind, True, _REMARK)
    if (number := _numbers_at_sides(words)) is not None:
        return number
    if TALLY.fullmatch(words) and words not in vocabulary("side"):
        return Cell(float(len(words)), True, "a tally, counted")
    if says_none(words):
        return Cell(0.0, True, "none was taken out of a remark")
    if (shorter := _without_having(words)) != words:
        inner = cramps_in_cell(shorter)
        return inner if inner.value is None else Cell(inner.value, True, inner.problem or _REMARK)
    if (without := _SCORE_BEHIND.sub("", words)) != words and any(map(str.isalpha, without)):
        told = _cramps_in(without)
        return told if told.value else UNREAD  # where something hurt, there was not none
    if words not in words_of("no answer about cramps"):
        said = vocabulary("yes_no").get(words)
        if said is not None:
            return Cell(float(said == "yes"))
        if _describes_a_cramp(words):
            return Cell(1.0, True, "a cramp is described; it counts as one")
    return cell


def times_in_cell(text: str) -> Cell:
    """The clock times [tuple of `datetime.time`] that a cell of a column that counts cramps names beside
    the number or in its place ("02:10, 04:45", "2 at 3 am"); missing where it names none.
    """
    words, answer = before_reading(text)
    words = with_named_clocks(with_minutes_joined(words_apart(words)))
    if answer is not None or (_NUMBER_AND_CLOCK.fullmatch(words) is None and _clock_times(words) is None):
        return Cell(None)
    whole = read_clock(words).value if _BEGINS_AS_CLOCK.match(words) else None
    if whole is not None:
        return Cell(whole)
    read = [read_clock(found[0]).value for found in CLOCKS.finditer(words)]
    return Cell(tuple(times[0] for times in read if times)) if all(read) else Cell(None)


def _without_having(words: str) -> str:
    """The words without those that say that there were any: "had 2 cramps last night" is 2 cramps."""
    rest = words
    for kind in ("the past night", "during a night"):
        rest = pattern_of(kind).sub(" ", rest)
    rest = " ".join(rest.split())
    for having in words_of("having"):
        rest = rest.removeprefix(having + " ").removesuffix(" " + having)
    return rest.strip(" .,") or words


_BY_SIDE = re.compile(
    r"(?:(\d{1,2}) ?x? ?([^\W\d]{1,12})|([^\W\d]{1,12}) ?[:=]? ?(\d{1,2}) ?x?)(?:[ ,;/+&]+|$)"
)


_LETTER_AND_NUMBER = re.compile(r"[^\W\d] ?\d{1,2}")


def _numbers_at_sides(words: str) -> Cell | None:
    """The sum of "L2 R1", "2L 1R" or "left: 2, right: 1"; None where anything else stands there."""
    total, at = 0.0, 0
    if _LETTER_AND_NUMBER.fullmatch(words):  # "L5" is a vertebra, too
        return None
    while at < len(words):
        found = _BY_SIDE.match(words, at)
        if found is None or vocabulary("side").get(found[2] or found[3]) not in ("left", "right"):
            return None
        total, at = total + float(found[1] or found[4]), found.end()
    return Cell(total, True, "counts by side, added up")


def strength_in_cell(text: str) -> Cell:
    """The strength [0 to 10] that is all a cell of a column that counts cramps says ("severe"); missing where
    it says anything else. Plus signs may as well count.
    """
    words, answer = before_reading(text)
    strength = vocabulary("scale").get(words)
    if answer is not None or strength in (None, "0") or not any(map(str.isalpha, words)):
        return Cell(None)
    return read_scale(words)


_STARS = re.compile(r"^([★⭐]{1,5}) ?☆{1,5}$")  # how bad it was, of five


_YES_AND_MORE = re.compile(r"([^\W\d]{1,8})[ ,:;(=-]{1,4}([^():]{1,30}?)\)?[.!]?")
_SO_OFTEN = re.compile(rf"(\d{{1,2}}) ?(?:x|{alternatives(words_of('so many times'))})?|x ?(\d{{1,2}})")


def _number_after_yes(words: str) -> float | None:
    """The number in "oui, deux fois", "ja (2x)" or "yes twice"; None where the cell is no such answer."""
    found = _YES_AND_MORE.fullmatch(words)
    if found is None or vocabulary("yes_no").get(found[1]) != "yes":
        return None
    if often := _SO_OFTEN.fullmatch(found[2]):
        return float(often[1] or often[2]) or None
    number = vocabulary("number").get(found[2])
    return None if number is None or number == "0" else float(number)


def _describes_a_cramp(words: str) -> bool:
    """Whether an answer plainly tells of a cramp without a number: its place, its strength, the word itself,
    or that it woke the person.
    """
    if UNKNOWN.search(words) or BUT.search(words) or pattern_of("says no").search(words):
        return False
    if pattern_of("other cramps").search(words) or closes_unread(words):
        return False
    bare = words.strip(" .!()*+")
    first, _, after = bare.partition(" ")
    first = first.rstrip(",;:")
    if after and first not in vocabulary("side") and vocabulary("yes_no").get(first) == "yes":
        bare = after.strip(" -:")
        if LENGTH.fullmatch(bare):
            return True
    if bare in words_of("a cramp") or _is_strength(bare):
        return True
    start = next((opening for opening in words_of("woke at") if bare.startswith(opening + " ")), None)
    if start is not None and re.fullmatch(rf"(?:{CLOCK}|\d{{1,2}})", bare.removeprefix(start).strip()):
        return True
    bare = LENGTH.sub(" ", bare)
    named = bool(CRAMP_TOLD.search(bare))
    if any(map(str.isdecimal, CRAMP_TOLD.sub(" ", bare))):  # it may be that of the cramps
        return False
    elsewhere = {*bare.split(), bare}.intersection(words_of("place not of the leg"))
    of_leg = pattern_of("of the leg").search(bare) or set(words_found("muscle", bare)[0]) - {"other"}
    if elsewhere and not of_leg:
        return False
    placed, rest = besides_cramps(bare)
    return (named or placed) and all(word in words_of("beside a cramp") for word in rest)


def _is_strength(words: str) -> bool:
    """Whether an answer is nothing but how bad it was, in a word that is said of pains and not of a level."""
    strength = vocabulary("scale").get(words, "0")
    return strength != "0" and any(map(str.isalpha, words)) and words not in words_of("level of anything")


def _is_unread(cell: Cell) -> bool:
    return cell.code == NO_COUNT


def _clock_times(words: str) -> int | None:
    """How many clock times the words name, where no number of cramps stands before them and nothing beside
    them that is not about cramps ("pill at 22:00").
    """
    times = CLOCKS.findall(words)
    rest = CLOCKS.sub(" ", words)
    bare = any(map(str.isdecimal, _HOUR_SURELY.sub(" ", rest)))  # "02:15 6": how bad, how long or how many
    if not bare and _BEGINS_AS_CLOCK.match(words) and (read := read_clock(words).value):
        return len(read)
    if not times or any(map(str.isdecimal, rest)):
        return None
    first, _, after = _PIECES.sub(" ", rest).strip().partition(" ")
    if first in vocabulary("number"):
        return None
    if vocabulary("yes_no").get(first) == "yes" and first not in words_of("no answer about cramps"):
        rest = after
    beside = "having", "woke at", "beside the time of a cramp"
    return len(times) if tell_of_cramps(_PIECES.sub(" ", rest), *beside) else None


def _numbers_of_pieces(words: str) -> Cell | None:
    """The sum of "1 big, 2 small" or "1 left 1 right", or the one number of "2 cramps L calf"."""
    total, groups = 0.0, 0
    for piece in _PIECES.split(words):
        if not piece:
            continue
        at = 0
        while found := _GROUP.match(piece, at):
            if _is_measure(found[2]) or not tell_of_cramps(found[2], "beside a number of cramps"):
                return None
            total, groups, at = total + float(found[1]), groups + 1, found.end()
            at += piece[at : at + 1] == " "
        if at == 0:
            said = _IN_WORDS.fullmatch(piece)
            number = _NUMBER_WORD.get(said[1]) if said else None
            if said is None or number is None or _is_measure(said[2]) or not _about_cramps(said[2]):
                return None
            if f"{said[1]} {said[2].split()[0]}" in vocabulary("several"):
                return None  # "a few small ones"
            total, groups, at = total + number, groups + 1, len(piece)
        if at < len(piece):
            return None
    if not groups:
        return None
    return Cell(total, True, _REMARK if groups == 1 else "several numbers, added up")


def _is_measure(words: str) -> bool:
    first = words.split()[0].strip("()'-.")
    measures = vocabulary("unit"), vocabulary("unit passed on"), words_of("no cramps after a number")
    return any(first in words_of_kind for words_of_kind in measures)


def _about_cramps(words: str) -> bool:
    """Whether words after a number word can be about cramps: "two small ones", but not "a bit"."""
    if not tell_of_cramps(words, "beside a number of cramps"):
        return False
    tokens = words.split()
    named = pattern_of("cramp stem").search(words) or tokens[-1] in ("one", "ones")
    return bool(named) or any(token in vocabulary(kind) for token in tokens for kind in ("side", "muscle"))
