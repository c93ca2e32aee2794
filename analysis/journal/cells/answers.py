"""Answers as people write them: yes and no, scales and levels, sides, muscles, symptoms and relief."""

import re
from typing import Literal

from analysis.journal.cells.numbers import NUMBER, parse_number, range_of
from analysis.journal.cells.pairs import with_pairs
from analysis.journal.cells.values import BLANK, LONGEST, Cell, before_reading, plain, vocabulary, words_found
from analysis.journal.cells.words import alternatives, words_of

_START = re.compile(r"([^\s,;:.(\-/]+)(?:[\s,;:.(\-/]|$)")
_YES_NO_MARKS = re.compile(r"[✓✔☑✅√•●✗✘❌✖👍👎]")


def read_yes_no(text: str, cross_means_no: bool = False) -> Cell:
    """True or False. A lone x is a tick, unless ``cross_means_no`` (the column has ticks as well).

    An answer with a remark ("yes, both calves", "no swelling") is its first word; a number above 0 is a yes.
    """
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    known = vocabulary("yes_no")
    if words in ("x", "xx", "×"):
        return Cell(not cross_means_no)
    if (word := known.get(words)) is not None:
        return Cell(word == "yes")
    if found := _PLAIN_NUMBER.fullmatch(words):
        number, _ = parse_number(found[1], ".")
        if number is not None:
            return Cell(number > 0, repaired=True, problem="a number, read as yes above 0")
    if mark := _YES_NO_MARKS.match(words):
        return Cell(known[mark[0]] == "yes", repaired=True, problem="the answer was taken out of a remark")
    first = _START.match(words)
    word = known.get(first[1]) if first else None
    if word is not None and first is not None and first[1] not in _TOO_SHORT:
        return Cell(word == "yes", repaired=True, problem="the answer was taken out of a remark")
    if _MEASURED.match(words):
        return Cell(not words.startswith("0"), repaired=True, problem="an amount, read as yes above 0")
    return Cell(None, problem="this is neither yes nor no", hint="write yes or no")


# A first letter or word that begins many a sentence is no answer by itself.
_TOO_SHORT = vocabulary("no answer alone")
_PLAIN_NUMBER = re.compile(rf"({NUMBER}) ?(?:x|{alternatives(words_of('so many times'))})?")
_MEASURED = re.compile(rf"{NUMBER} ?(?:min|mins|minutes|h|hr|hrs|hours|x|times|mg|ml|l)\b")

_OUT_OF = re.compile(rf"({NUMBER}) ?(?:/|out of|of|von|sur|de|su|van) ?(\d{{1,3}})")
_STARS = re.compile(r"(?=.{1,10}$)([★⭐]*)([☆]*)")
_NUMBER_FIRST = re.compile(rf"({NUMBER})(?![\d/:])")
_ONE_NUMBER = re.compile(r"(?<![\d.,/:-])\d{1,2}(?:[.,]\d)?(?![\d.,/:-])")
_DATE_MADE_OF_A_SCORE = re.compile(
    r"(?:\d{4}-(\d{2})-(\d{2})(?:[ t]0?0:00(?::00)?)?|(\d{1,2})-(oct|okt)|10-([a-z]{3}))"
)


def read_scale(text: str, out_of: float | None = None) -> Cell:
    """A severity [0-10]. ``out_of`` is the upper end of the header's scale; the cell's own goes before.

    Words stand for the middle of their part of the scale: mild 1-4, moderate 5-6, severe 7-10 (Serlin et al.
    1995, Pain 61:277-284), as the whole numbers 2, 5 and 8; of a range the larger counts, since the worst
    pain is asked for.
    """
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    if words.endswith("%"):
        words = f"{words[:-1].strip()}/100"
    if found := _OUT_OF.fullmatch(words):
        return _scaled(found[1], float(found[2]))
    if found := _STARS.fullmatch(words):
        of_all = len(words) if found[2] else out_of if out_of and out_of < 10 else 5
        return _scaled(str(len(found[1])), float(of_all))
    if found := _PLAIN_NUMBER.fullmatch(words):
        return _scaled(found[1], out_of or 10.0)
    if (word := vocabulary("scale").get(words)) is not None:
        return _word_of_scale(word)
    if len(words) > 2 and (number := vocabulary("number").get(words)) is not None:
        return _scaled(number, out_of or 10.0)
    if ends := range_of(words, "."):
        cell = _scaled(f"{ends[1]:g}", out_of or 10.0)
        return cell if cell.value is None else Cell(cell.value, True, "a range, read as its larger end")
    if not any(letter.isdecimal() for letter in words):
        words_named, others = words_found("scale", words)
        if words_named and all(other in vocabulary("beside a severity") for other in others):
            return _word_of_scale(max(words_named, key=float))
    if (score := _score_in_date(words)) is not None:
        return Cell(score, True, "a score that the spreadsheet turned into a date, read as a score out of 10")
    several = [_OUT_OF.fullmatch(part) for part in _SEVERAL.split(words)]
    if len(several) > 1 and all(several):
        cells = [_scaled(found[1], float(found[2])) for found in several if found]
        worst = max((cell.value for cell in cells if cell.value is not None), default=None)
        return Cell(worst, worst is not None, "several scores; the worst counts")
    told = _scale_in_remark(words, out_of or 10.0)
    if told is not None:
        return told if told.value is None else Cell(told.value, True, "the number was taken out of a remark")
    return Cell(
        None,
        problem="this is not a severity",
        hint="write a number from 0 to 10, or mild, moderate or severe",
    )


_SEVERAL = re.compile(r" ?(?:&|\+|;|,|\b(?:and|then|und|et|y)\b) ?")


def _scale_in_remark(words: str, out_of: float) -> Cell | None:
    """The number that a remark begins with ("7 (bad)", "4/5 in the calf"), or its only one ("pain 7")."""
    if found := _OUT_OF.match(words):
        more = _OUT_OF.search(words, found.end())
        return None if more else _scaled(found[1], float(found[2]))
    if found := _NUMBER_FIRST.match(words):
        return _scaled(found[1], out_of)
    numbers = _ONE_NUMBER.findall(words)
    others = words_found("scale", _ONE_NUMBER.sub(" ", words))[1]
    if len(numbers) == 1 and all(other in vocabulary("beside a severity") for other in others):
        return _scaled(numbers[0], out_of)
    return None


def _word_of_scale(word: str) -> Cell:
    return Cell(
        float(word),
        repaired=True,
        problem=_IN_A_WORD,
        code=PAIN_IN_A_WORD,
    )


PAIN_IN_A_WORD = "pain_in_a_word"
_IN_A_WORD = "a word, read as the number that it stands for on the scale 0 to 10"


def _scaled(digits: str, out_of: float) -> Cell:
    number, _ = parse_number(digits, ".")
    if number is None or out_of <= 0:
        return Cell(None, problem="this is not a severity", hint="write a number from 0 to 10")
    if number > out_of:
        return Cell(None, problem=f"the scale ends at {out_of:g}", hint="write a number from 0 to 10")
    return Cell(number * 10 / out_of)


def _score_in_date(words: str) -> float | None:
    """The score that "3/10" was before a spreadsheet made 3 October, or the 10th of March, of it."""
    found = _DATE_MADE_OF_A_SCORE.fullmatch(words)
    if found is None:
        return None
    if found[1]:
        month, day = int(found[1]), int(found[2])
        if 10 not in (month, day):
            return None
        score = day if month == 10 else month
    elif found[3]:
        score = int(found[3])
    else:
        score = int(vocabulary("month").get(found[5], 99))
    return float(score) if score <= 10 else None


def read_level(text: str) -> Cell:
    """How active a day was: "none", "light", "moderate" or "vigorous"; 0 to 3 stand for them."""
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    if (word := vocabulary("level").get(words)) is not None:
        return Cell(word)
    found, _ = words_found("level", words)
    if found:
        order = ("none", "light", "moderate", "vigorous")
        return Cell(max(found, key=order.index), True, "the level was taken out of a remark")
    return Cell(
        None, problem="this is not a level of activity", hint="write none, light, moderate or vigorous"
    )


def read_side(text: str) -> Cell:
    """ "left", "right" or "both"."""
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    if (side := vocabulary("side letter").get(words.rstrip("."))) is not None:
        return Cell(side)
    found, _ = words_found("side", with_pairs(words))
    if "both" in found or ("left" in found and "right" in found):
        return Cell("both")
    if len(found) == 1:
        return Cell(found[0])
    return Cell(None, problem="this names no side", hint="write left, right or both")


def read_muscle(text: str) -> Cell:
    """The muscle: "calf", "foot", "toes", "thigh", "hamstring", "shin", "other". Of several the first."""
    words, answer = before_reading(text)
    if answer is not None:
        return answer
    found, _ = words_found("muscle", words)
    named = [muscle for muscle in found if muscle != "other"] or found
    if not named and words.strip(" .") in words_of("place to be"):
        return Cell(None, problem="where somebody was, not a part of the body")
    if not named:
        return Cell("other", repaired=True, problem="a place that is not in the list, kept as other")
    if len(named) > 1:
        return Cell(named[0], repaired=True, problem="several muscles are named; the first counts")
    return Cell(named[0])


_ITEMS = re.compile(r"[,;/|\n+&]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b")
MOST_ITEMS = 20
LONGEST_ITEM = 40  # characters; longer is a remark, not the name of a symptom
LONGEST_LIST = 2000  # characters


def read_words(text: str, field: Literal["symptoms", "relief"]) -> Cell:
    """What was felt or done, as a tuple of the words of the vocabulary, in order and once each.

    A short item that the vocabulary does not know is kept as written. A remark is not, and the cell then says
    so.
    """
    if not text.strip():
        return BLANK
    if len(text) > LONGEST_LIST:
        return Cell(
            None, problem="the cell is too long for a list of words", hint="put remarks into a notes column"
        )
    if len(text) <= LONGEST:
        words, answer = before_reading(text)
        if answer is None and field == "symptoms" and vocabulary("number").get(words) == "0":
            answer = BLANK  # "none" names no symptom
        if answer is not None:
            return answer
    kind = "symptom" if field == "symptoms" else "relief"
    kept: list[str] = []
    left_out = False
    for item in _ITEMS.split(plain(text)):
        named, others = words_found(kind, item)
        if not named and others:
            as_written = " ".join(item.split()).strip(" .:-()\"'")
            if len(as_written) <= LONGEST_ITEM and len(others) <= 2:
                named = [as_written]
            else:
                left_out = True
        kept += [word for word in named if word not in kept]
    if not kept:
        return Cell(
            None, problem="no word in this cell is known", hint="write words such as " + _EXAMPLES[field]
        )
    if left_out or len(kept) > MOST_ITEMS:
        return Cell(tuple(kept[:MOST_ITEMS]), True, "the words that are known were taken out of a remark")
    return Cell(tuple(kept))


_EXAMPLES = {"symptoms": "pain, stiffness, tightness", "relief": "stretching, massage, heat"}
