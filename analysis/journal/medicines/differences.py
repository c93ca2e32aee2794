"""By how much a dose was changed: "by 10 mg", "um 10 mg", "10 mg less", "by half a tablet", "by 20 %"."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from analysis.journal.cells import alternatives, late_pattern, vocabulary
from analysis.journal.medicines.doses import NUMBER, UNIT, UNITS
from analysis.journal.medicines.tablets import TABLET, number_of_tablets

_WORDS = {word: place for word, place in vocabulary("dose difference").items() if word != place}


def _words(place: str) -> str:
    return alternatives(word for word, where in _WORDS.items() if where == place)


_FORMS = alternatives(vocabulary("tablet"))
_AMOUNT = (
    rf"(?P<amount>{NUMBER}) ?(?P<unit>{UNIT})(?![a-z])"
    rf"|(?P<tablets>(?:[\w./]+ ){{0,2}}?[\w./]+ ?(?:{_FORMS}))(?![a-z])"
)
_BARE = rf"(?P<bare>{NUMBER})(?= *(?:$|[,;.)]| (?:to|auf|a|naar|zu|from|von|de|since|ab)\b))"
_BEFORE = late_pattern(
    rf"(?:(?<![a-z])(?:{_words('before it')}) |\+ ?)(?:(?:about|ca\.?|etwa|environ|circa) )?"
    rf"(?:{_AMOUNT}|{_BARE})"
)
# "augmente de 10 mg" is by 10 mg, "reduit de 20 a 10 mg" from 20, and "losartan de 50 mg" a strength.
_OF_FRENCH = late_pattern(rf"(?<!dose )(?<![a-z])de (?:{_AMOUNT})(?! ?(?:a|par|vers)\b)")
_FRENCH = late_pattern(rf"(?<![a-z])(?:{_words('verb before de')})(?![a-z])")
_AFTER = late_pattern(rf"(?<![\d.,/-])(?:{_AMOUNT}) (?=(?:{_words('after it')})(?![a-z]))")
_AGAIN = late_pattern(r" ?(?:every|each|a|per|alle|jede[nrs]?|pro|par|chaque|cada|ogni|elke)\b(?! \d)")


@dataclass(frozen=True)
class Difference:
    """By how much a dose was changed: ``amount`` in ``unit``, None where no unit was written; below 0 where
    it was lowered."""

    amount: float
    unit: str | None


class Found(NamedTuple):
    """A difference in words: from ``start`` to ``end``, without a sign; ``amount`` is None where it says no
    single step ("by 5 mg every week"). ``share`` of the dose where it is told in per cent."""

    start: int
    end: int
    amount: float | None
    unit: str | None
    share: float | None


def differences_in(words: str) -> list[Found]:
    """Every difference that ``words`` (as `plain` gives them) tell, in order.

    >>> differences_in("reduced by 10 mg")
    [Found(start=8, end=16, amount=10.0, unit='mg', share=None)]
    """
    if not any(letter.isdecimal() for letter in words) and "tab" not in words and "pill" not in words:
        return []
    patterns = [_BEFORE, _AFTER, *([_OF_FRENCH] if _FRENCH.search(words) else [])]
    found: list[Found] = []
    for match in sorted(
        (each for one in patterns for each in one.finditer(words)), key=lambda one: one.start()
    ):
        if not found or match.start() >= found[-1].end:
            found += filter(None, [_found(match)])
    return found


def _found(match: re.Match[str]) -> Found | None:
    groups = match.groupdict()
    again = _AGAIN.match(match.string, match.end()) is not None
    if groups.get("tablets"):
        number = number_of_tablets(groups["tablets"])
        if number is None:
            return None
        return Found(match.start(), match.end(), None if again else number, TABLET, None)
    number = float((groups["amount"] or groups["bare"]).replace(",", "."))
    unit = UNITS[groups["unit"]] if groups["unit"] else None
    share = number / 100 if unit == "%" else None
    amount = None if again or share is not None else number
    return Found(match.start(), match.end(), amount, None if share is not None else unit, share)


def without_differences(words: str, found: list[Found]) -> str:
    """``words`` without what they say of differences."""
    for one in reversed(found):
        words = f"{words[: one.start]} {words[one.end :]}"
    return " ".join(words.split())


_SIGNED = late_pattern(rf"(?P<sign>[+-]) ?(?:{_AMOUNT}|{_BARE})")


def difference_in_cell(dose: str, change: str | None) -> tuple[bool, Difference | None]:
    """Whether the cell of a dose tells a difference ("by 10 mg", "+10 mg"; "-10 mg" only beside a ``change``
    that goes down), and the difference where its way is told, by the kind of ``change`` or a plus.
    """
    signed = _SIGNED.fullmatch(dose)
    found = _found(match) if (match := signed or _BEFORE.fullmatch(dose)) else None
    plus = dose.startswith("+")
    if found is None or (signed and not plus and change != "decrease"):
        return False, None
    way = -1 if change == "decrease" else 1 if plus or change == "increase" else 0
    told = found.amount is not None and way != 0
    return True, Difference(way * (found.amount or 0), found.unit) if told else None
