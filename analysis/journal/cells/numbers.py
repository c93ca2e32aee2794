"""Numbers and counts as people write them: thousands marks, decimal commas, words, ranges."""

import re
from functools import cache
from typing import Literal

from analysis.journal.cells.cramp_words import CRAMP
from analysis.journal.cells.values import Cell, before_reading, vocabulary, words_found
from analysis.journal.cells.words import alternatives, pattern_of, words_of

DecimalMark = Literal[".", ","]

# At most one way to match each character: no pattern of this module can backtrack into another reading.
NUMBER = r"(?:\d[\d.,' ]*\d|\d)(?:e[+-]?\d{1,2}\b)?|[.,]\d+"
_WHOLE_NUMBER = re.compile(rf"([+-]?) ?({NUMBER})")
ABOUT = re.compile(
    rf"(?:(?:{alternatives((*words_of('about'), *words_of('a bound of an amount')))})(?![a-z])|"
    r"~|≈|=|\+/-|±|>=?|<=?|≥|≤) ?(?=[\d.,a-z])"
)
_ROUGHLY = re.compile(rf"(?:(?:{alternatives(words_of('about'))})(?![a-z])|~|≈|=|\+/-|±) ?")
_ISH = re.compile(r"(\d{1,2}) ?-?ish")
_GROUPS = re.compile(r"\d{1,3}(?:([ ',.])\d{3})(?:\1\d{3})*$")


def parse_number(digits: str, decimal: DecimalMark) -> tuple[float | None, bool]:
    """The number that unsigned ``digits`` mean, and whether its marks had to be read against ``decimal``.

    Of two different marks the last is the decimal one. One mark alone is the decimal mark, unless it is the
    other one and stands before exactly three digits ("1,500" where the decimal mark is a point).
    """
    other = "," if decimal == "." else "."
    exponent = 0
    if "e" in digits:
        digits, _, power = digits.partition("e")
        exponent = int(power)
    marks = [letter for letter in digits if letter in ".,"]
    mended = False
    if " " in digits or "'" in digits:
        whole, mark, part = digits, "", ""
        if marks:
            mark = marks[-1]
            whole, _, part = digits.rpartition(mark)
        if not _GROUPS.match(whole) or (mark and not part.isdecimal()):
            return None, False
        digits = whole.replace(" ", "").replace("'", "") + mark + part
        if marks[:-1]:
            return None, False
    if len(set(marks)) == 2:
        whole, _, part = digits.rpartition(marks[-1])
        if marks[-1] in whole or not part.isdecimal() or not _GROUPS.match(whole):
            return None, False
        mended = marks[-1] == other
        digits = whole.replace(marks[0], "") + "." + part
    elif len(marks) > 1:
        if not _GROUPS.match(digits):
            return None, False
        digits = digits.replace(marks[0], "")
    elif marks and marks[0] == other:
        if _GROUPS.match(digits) and not digits.startswith("0"):
            digits = digits.replace(other, "")
        else:
            digits, mended = digits.replace(other, "."), True
    else:
        digits = digits.replace(decimal, ".")
    return float(digits) * 10.0**exponent, mended


def read_number(text: str, decimal: DecimalMark = ".") -> Cell:
    """A number [-], also in words, with thousands marks, or about ("~2"); of a range the middle."""
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    about = _ROUGHLY.match(words)
    rest = words[about.end() :] if about else words
    if found := _WHOLE_NUMBER.fullmatch(rest):
        number, mended = parse_number(found[2], decimal)
        if number is not None:
            number = -number if found[1] == "-" else number
            problem = _DECIMAL if mended else "an approximate number, read as it stands" if about else None
            return Cell(number, repaired=problem is not None, problem=problem)
    if (word := vocabulary("number").get(rest)) is not None:
        return Cell(float(word))
    if ends := range_of(rest, decimal):
        return Cell(sum(ends) / 2, repaired=True, problem="a range, read as its middle")
    return Cell(None, problem="this is not a number", hint="write a number, such as 2 or 2.5")


NO_COUNT = "no_count"  # the code of a cell that is no number of cramps
_DECIMAL = "the decimal mark is not the one of the rest of the file"
_RANGE = re.compile(rf"({NUMBER}) ?(?:-|to|or|bis|oder|a|ou|o|/to) ?({NUMBER})")


def range_of(words: str, decimal: DecimalMark) -> tuple[float, float] | None:
    """The two ends of "2-3" or "2 to 3", the smaller first; None where ``words`` are no range."""
    found = _RANGE.fullmatch(words)
    if found is None:
        return None
    ends = [parse_number(part, decimal)[0] for part in found.groups()]
    if ends[0] is None or ends[1] is None or ends[0] > ends[1]:
        return None
    return ends[0], ends[1]


_TIMES_MARK = re.compile(r"[x×] ?(\d{1,3})|(\d{1,3}) ?[x×]")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_SUM = re.compile(r"\d{1,2}(?: ?(?:\+|&|and|und|et|y) ?\d{1,2}){1,8}")
_AT_LEAST = re.compile(
    rf"(?:>=|≥|{alternatives(words_of('at least'))}) ?(\d{{1,3}})|"
    rf"(\d{{1,3}}) ?(?:\+|{alternatives(words_of('or more'))})"
)
_MORE_THAN = re.compile(rf"(?:>|{alternatives(words_of('more than'))}) ?(\d{{1,3}})")
_CLOCKS = re.compile(
    r"\d{1,2}[:.h]\d{2}(?: ?[ap]m)?(?:[ ,;/&+]+(?:and |und |et |y )?\d{1,2}[:.h]\d{2}(?: ?[ap]m)?)*"
)
_ONE_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_NOUN = rf"(?: ?(?:{CRAMP}|{pattern_of('behind a number of cramps').pattern}))+"
_ENDING = re.compile(_NOUN + r"\.?$")
_PARTS = re.compile(r" ?(?:,|;|\+|&|\band\b|\bund\b|\bet\b|\by\b) ?")
_REMARK = re.compile(r"^(.{1,40}?)(?: ?(?:[(\[;,]|:(?!\d))| - (?!\d))")
_A_DIGIT_OR_CRAMP = re.compile(rf"\d|\bones\b|{CRAMP}")
_ARTICLES = frozenset({"a", "an"})  # in a remark they are no numbers
UNREAD = Cell(None, problem="this is not a number of cramps", hint="write 0, 1, 2 ...", code=NO_COUNT)
_NOT_WHOLE = Cell(None, problem="a number of cramps has to be whole", hint="write 0, 1, 2 ...")


def read_count(text: str) -> Cell:
    """How many cramps [count], a whole number.

    Where the text leaves a choice ("2-3", "several"), the least that it can mean counts, and the problem says
    so. A yes or a tick is one; clock times are counted.
    """
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    if words.isdecimal() and len(words) <= 4:
        return Cell(float(words))
    for candidate, mended in _readings(words):
        cell = _count(candidate)
        if cell is not None:
            if mended and cell.value is not None and _takes_back(words, cell.value == 0):
                continue
            if mended and cell.problem is None:
                return Cell(cell.value, repaired=True, problem="the number was taken out of a remark")
            return cell
    return UNREAD


def is_all_number(words: str) -> bool:
    """Whether plain words are a number of cramps and nothing else stands beside it."""
    return any(_count(candidate) is not None for candidate in (words, _ENDING.sub("", words)))


def _takes_back(words: str, none: bool) -> bool:
    """Whether an answer is put in question or taken back by its remark: "none?", "no - forgot",
    "none, 2 by day", or "yes - no".
    """
    remark = _REMARK.match(words)
    behind = words[remark.end() :].strip(" )].!") if remark else ""
    if not none:
        return bool(behind) and read_count(behind).value == 0
    if words.endswith("?") or pattern_of("takes none back").search(words):
        return True
    behind = _dose().sub(" ", behind)
    if pattern_of("not known of none").search(behind) or _A_DIGIT_OR_CRAMP.search(behind):
        return True
    numbers = vocabulary("number")
    return any(numbers.get(word, "0") != "0" for word in _WORD.findall(behind) if word not in _ARTICLES)


@cache
def _dose() -> re.Pattern[str]:
    """An amount of what was taken, walked or slept, which is no second number of cramps: "none - walked 3
    miles".
    """
    of_volume = [name for name, unit in vocabulary("unit").items() if unit not in _UNITS_OF_TIME]
    taken = [name for name, meant in vocabulary("relief").items() if meant == "medicine"]
    names = [*of_volume, *taken, *words_of("unit of a dose")]
    units = alternatives([*names, *words_of("unit of a way")])
    slept = alternatives(words_of("said of a night's sleep"))
    hours = "(?:h|hr|hrs|hours?|std|stunden|heures|horas|ore|uur)"
    sleep = rf"(?:{slept}) (?:{NUMBER}) ?{hours}\b|(?:{NUMBER}) ?{hours} (?:of |de |di )?(?:{slept})\b"
    return re.compile(rf"{sleep}|(?:{NUMBER}) ?(?:x ?|× ?)?(?:{units})(?!\w)")


_UNITS_OF_TIME = frozenset({"s", "ms", "min", "h", "d"})


def _readings(words: str) -> list[tuple[str, bool]]:
    """The words as they stand; without "cramps" or "times" at the end; and what stands before a remark."""
    found = [(words, False), (_ENDING.sub("", words), False)]
    if beside := _ROUGHLY.match(words):
        found.append((_ENDING.sub("", words[beside.end() :]), True))
    if words.endswith("?"):
        found.append((words[:-1].strip(), True))
    if roughly := _ISH.fullmatch(words):
        found.append((roughly[1], True))
    if (remark := _REMARK.match(words)) and not _CLOCKS.fullmatch(remark[1]):
        found.append((_ENDING.sub("", remark[1]), True))
    return found


def _count(words: str) -> Cell | None:
    if found := _WHOLE_NUMBER.fullmatch(words):
        number, _ = parse_number(found[2], ".")
        if number is None:
            return None
        if found[1] == "-":
            return Cell(None, problem="a number of cramps cannot be below 0")
        if number != int(number):
            return _NOT_WHOLE
        return Cell(number)
    if words in _ARTICLES:  # alone it is a letter
        return None
    if (word := vocabulary("number").get(words) or vocabulary("count").get(words)) is not None:
        return Cell(float(word))
    if found := _TIMES_MARK.fullmatch(words):
        return Cell(float(found[1] or found[2]))
    if ends := range_of(words, "."):
        return _least(ends[0], "a range, read as its smaller end")
    if found := _SUM.fullmatch(words):
        return _least(sum(map(float, _DIGITS.findall(words))), "a sum, added up")
    if found := _AT_LEAST.fullmatch(words):
        return _least(float(found[1] or found[2]), "a lower bound, read as the least that it can mean")
    if found := _MORE_THAN.fullmatch(words):
        return _least(float(found[1]) + 1, "a lower bound, read as the least that it can mean")
    if (least := _range_in_words(words)) is not None:
        return _least(least, "a range, read as its smaller end")
    if vocabulary("several").get(words):
        return _least(2.0, "no exact number, read as 2, the least that it can mean")
    if _CLOCKS.fullmatch(words):
        return _least(float(len(_ONE_CLOCK.findall(words))), "clock times, counted")
    return _by_place(words)


_OR = re.compile(rf"([^\W_]{{1,12}}) ?(?:-|{alternatives(words_of('or'))}) ?([^\W_]{{1,12}})")


def _range_in_words(words: str) -> float | None:
    """The smaller end of "two or three"; None where the words are no range."""
    found = _OR.fullmatch(words)
    ends = [vocabulary("number").get(word) for word in found.groups()] if found else []
    if len(ends) != 2 or ends[0] is None or ends[1] is None or not 0 < float(ends[0]) < float(ends[1]):
        return None
    return float(ends[0])


def _by_place(words: str) -> Cell | None:
    """The sum of "2 left, 1 right foot": counts beside nothing but sides and muscles."""
    total = 0.0
    if pattern_of("other cramps").search(words):
        return None
    parts = _PARTS.split(words)
    for part in parts:
        number, _, place = part.partition(" ")
        counted = number if number.isdecimal() and len(number) <= 2 else vocabulary("number").get(number)
        left_over = words_found("muscle", " ".join(words_found("side", place)[1]))[1]
        if counted is None or not place or left_over:
            return None
        total += float(counted)
    return _least(
        total, "counts by side or muscle, added up" if len(parts) > 1 else "a count beside its place"
    )


def _least(number: float, problem: str) -> Cell:
    return Cell(number, repaired=True, problem=problem) if number == int(number) else _NOT_WHOLE
