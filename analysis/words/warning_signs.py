"""Warning signs: what the journal records, on which nights, and what public guidance says to do about it.

Nothing here diagnoses, alarms or reassures: what is not recorded is said to be just that, never to be absent.
"""

from collections.abc import Sequence
from itertools import groupby

from analysis.journal import Remark
from analysis.measures import Sign, WarningSign
from analysis.words.guidance import guidance_of
from analysis.words.rows import Row
from analysis.words.speech import Sentence, Wording, capital, count, day, days, decimal, listing
from analysis.words.unused import say_could_hold

FEW_DATES = 3
LONGER_AGO = "Longer ago:"
RAISING: dict[Wording, str] = {"everyday": "Worth raising with the doctor", "clinical": "Signs recorded"}
_LONG_REMARK = 160  # letters, beyond which it is read on the card of its night

# What public guidance asks to be seen soonest stands first.
URGENCY: tuple[Sign, ...] = (
    "swelling_one_sided", "weakness", "long_cramp", "numbness", "swelling", "redness",
    "blood_test_outside_range", "severe_pain", "sleep_and_fatigue", "ongoing",
)  # fmt: skip

_NAMES: dict[Sign, str] = {
    "ongoing": "cramps that keep coming",
    "severe_pain": "severe pain",
    "weakness": "weakness of the leg or foot",
    "swelling": "swelling",
    "swelling_one_sided": "swelling of one leg",
    "redness": "redness of the skin",
    "numbness": "numbness or tingling",
    "sleep_and_fatigue": "broken sleep with tiredness the day after",
    "long_cramp": "a cramp of more than 10 minutes",
    "blood_test_outside_range": "a blood test outside its range",
}
_BRIEF_NAMES: dict[Sign, str] = {"sleep_and_fatigue": "broken sleep with tiredness"}


def label_sign(sign: WarningSign) -> str:
    """The name of a sign, as inside a sentence."""
    return _NAMES[sign.name]


def say_warning_signs(signs: Sequence[WarningSign], wording: Wording = "everyday") -> list[Sentence]:
    """A sentence for every sign that is recorded: its nights, and what public guidance says to do."""
    return [_sentence(sign, wording) for sign in _recorded(signs)]


def say_signs_together(
    signs: Sequence[WarningSign], wording: Wording = "everyday", lead: str = ""
) -> Sentence | None:
    """All signs that are recorded, in one sentence without the guidance; None where there are none.

    The most urgent stands first, each with its dates, of many the first and the last.
    """
    recorded = sorted(_recorded(signs), key=lambda sign: URGENCY.index(sign.name))
    said = "; ".join(_lead(sign, since=True) for sign in recorded)
    return Sentence(lead or f"{RAISING[wording]}:", f"{said}.", "summary") if said else None


def say_signs_briefly(
    signs: Sequence[WarningSign], wording: Wording = "everyday", *, older: bool = False
) -> Sentence | None:
    """All signs that are recorded, for a glance: each with its dates or their number; None where there are
    none.

    older : they are of longer ago, and then the last night of each is named; blood tests that are within
        their range again stand together. :func:`say_warning_signs` has all nights and numbers.
    """
    recorded = sorted(_recorded(signs), key=lambda sign: URGENCY.index(sign.name))
    again = [sign for sign in recorded if "last" in dict(sign.detail)]
    parts = [_in_brief(sign, wording, older=older) for sign in recorded if sign not in again]
    if again:
        tests = [f"{dict(sign.detail).get('test') or 'blood test'} ({days(sign.nights)})" for sign in again]
        parts.append(
            f"{listing(tests)} outside {'its' if len(again) == 1 else 'their'} range, within it since"
        )
    lead = LONGER_AGO if older else f"{RAISING[wording]}:"
    return Sentence(lead, f"{'; '.join(parts)}.", "summary") if parts else None


def label_raised(recent: Sequence[WarningSign], quoted: Sequence[Remark]) -> str:
    """How many things the part about the signs holds: signs of late, and remarks, each once however many
    signs it has words of; empty where there is nothing."""
    remarks = {(remark.night, remark.text) for remark in quoted}
    number = len([*_recorded(recent), *remarks])
    return f"{count(number, 'thing')} worth raising" if number else ""


def _in_brief(sign: WarningSign, wording: Wording, *, older: bool) -> str:
    if sign.name == "blood_test_outside_range":
        return _blood_test(sign, since=False)
    nights = _of_how_many(sign)
    few = len(sign.nights) <= FEW_DATES
    last = f", last {day(max(sign.nights))}" if older and sign.nights and not few else ""
    when = "" if sign.name == "ongoing" else days(sign.nights) if few else f"{nights}{last}"
    bracket = "; ".join(part for part in (_more(sign).strip(" ,()"), when) if part)
    name = _BRIEF_NAMES.get(sign.name, _NAMES[sign.name])
    return f"{name} ({bracket})" if bracket else name


def list_signs(signs: Sequence[WarningSign], wording: Wording = "everyday") -> list[str]:
    """A line for every sign that is recorded, with its dates and without the guidance, the most urgent
    first."""
    recorded = sorted(_recorded(signs), key=lambda sign: URGENCY.index(sign.name))
    return [f"{capital(_lead(sign, since=True, asked=''))}." for sign in recorded]


def _recorded(signs: Sequence[WarningSign]) -> list[WarningSign]:
    return [sign for sign in signs if sign.status == "recorded"]


def say_not_recorded(
    signs: Sequence[WarningSign],
    wording: Wording = "everyday",
    *,
    unused: bool = False,
) -> str:
    """Which signs the journal does not record; that says nothing about their absence. Empty where none. A
    sign that a remark holds a word of is none of them.

    unused : part of the files is not used (`could_hold_more`), so that nothing can be called not recorded.
    """
    names = [label_sign(sign) for sign in signs if sign.status == "not_recorded" and not sign.remark_nights]
    if not names:
        return ""
    if unused:
        return f"Not found in what was read: {listing(names, 'or')}. {say_could_hold()}"
    return f"Not recorded: {listing(names, 'or')}. That does not mean that it was not there."


def say_quoted(quoted: Sequence[Remark], most: int = FEW_DATES) -> list[str]:
    """Remarks that hold a word of a sign, one line a sign: quoted as they were written, the latest first."""
    lines = []
    for about, found in groupby(quoted, key=lambda remark: remark.about):
        remarks = list(found)
        said = [_quoted(remark) for remark in remarks[:most]]
        more = [f"{len(remarks) - most} more in the journal"] if len(remarks) > most else []
        lines.append(f"Written by the patient, with a word of {_NAMES[about]}: {'; '.join(said + more)}.")
    return lines


def _quoted(remark: Remark) -> str:
    place = f" (in the column “{_cut(remark.column)}”, which is not yet read)" if remark.column else ""
    return f"on {day(remark.night)} “{_cut(remark.text)}”{place}"


def table_warning_signs(signs: Sequence[WarningSign]) -> list[Row]:
    """Every sign with its nights; one that is not recorded says so, unless a remark holds a word of it."""
    return [
        {
            "Sign": capital(label_sign(sign)),
            "Nights": len(sign.nights) if sign.status == "recorded" else None,
            "First": min(sign.nights, default=None),
            "Last": max(sign.nights, default=None),
            "Nights on which it was asked": sign.asked_nights,
            "Status": _status(sign),
            "Remarks with a word of it": "; ".join(map(day, sign.remark_nights)) or None,
        }
        for sign in signs
    ]


def _status(sign: WarningSign) -> str:
    if sign.status == "recorded":
        return "recorded"
    return "a remark holds a word of it" if sign.remark_nights else "not recorded"


def _cut(text: str) -> str:
    """A remark on one line; of a long one the beginning, the whole stands on the card of its night."""
    line = " ".join(text.split())
    return line if len(line) <= _LONG_REMARK else f"{line[:_LONG_REMARK].rstrip()}…"


def list_quoted(quoted: Sequence[Remark]) -> list[str]:
    """The latest such remark of each sign, in a line that may be cut: the patient's words stand first."""
    lines = []
    for about, found in groupby(quoted, key=lambda remark: remark.about):
        remark, *others = found
        more = f"; {len(others)} more" if others else ""
        written = " ".join(remark.text.split())
        lines.append(f"{day(remark.night)}: “{written}” (a word of {_NAMES[about]}{more})")
    return lines


def _sentence(sign: WarningSign, wording: Wording) -> Sentence:
    lead = f"{capital(_lead(sign, since=True))}."
    if sign.name == "blood_test_outside_range":
        return Sentence(lead, "The range is the one given in the file.", "summary")
    advice, pages = guidance_of(sign.name, wording)
    return Sentence(lead, advice, "summary", pages, key=sign.name)


def _lead(sign: WarningSign, *, since: bool = False, asked: str = " with an answer") -> str:
    """What is recorded and on which nights, as inside a sentence.

    since : with the last blood test, where that is within its range again. asked : what follows the number of
        nights on which it was asked.
    """
    if sign.name == "blood_test_outside_range":
        return _blood_test(sign, since=since)
    on = f" on {_of_how_many(sign, asked)}, {days(sign.nights)}" if sign.nights else ""
    return f"{label_sign(sign)}{_more(sign)}{on}"


def _of_how_many(sign: WarningSign, asked: str = "") -> str:
    """``4 of 305 nights`` and then ``asked``: of those on which it was asked; ``4 nights`` where that is not
    known. Cramps that keep coming are counted by weeks."""
    if not sign.asked_nights or sign.name == "ongoing":
        return count(len(sign.nights), "night")
    return f"{len(sign.nights):,} of {count(sign.asked_nights, 'night')}{asked}"


def _more(sign: WarningSign) -> str:
    """What belongs to the sign: the side, the worst, the longest, how many of the last weeks."""
    given = dict(sign.detail)
    most, weeks, of = _number(given.get("most")), _number(given.get("weeks")), _number(given.get("of"))
    sides = [value for name, value in sign.detail if name == "side" and isinstance(value, str)]
    if sign.name == "ongoing" and weeks and of:
        return f" (in {'each' if weeks == of else weeks} of the last {of} weeks)"
    if sign.name == "severe_pain" and most:
        return f" (up to {most} of 10{_in_words(sign)})"
    if sign.name == "long_cramp" and most:
        return f" (up to {most} minutes)"
    return f" ({listing(sides, 'or')})" if sides else ""


def _in_words(sign: WarningSign) -> str:
    """That the pain was written in words, which a table of words turns into numbers."""
    worded = dict(sign.detail).get("in_words")
    if not isinstance(worded, float) or not worded:
        return ""
    return ", as read from words" if worded >= len(sign.nights) else ", some of it read from words"


def _blood_test(sign: WarningSign, *, since: bool) -> str:
    """One result and its range; ``since``: with the last result, where that is within its range again."""
    given = dict(sign.detail)
    unit = f" {given['unit']}" if given.get("unit") else ""
    low, high, result = (_number(given.get(name)) for name in ("low", "high", "result"))
    said = f"{given.get('test') or 'blood test'}" + ("" if result is None else f" {result}{unit}")
    said += f" on {days(sign.nights)}" if sign.nights else ""
    then = _number(given.get("last")) if since else None
    return _outside(said, low, high, unit) + (f" (latest result {then}{unit})" if then else "")


def _outside(said: str, low: str | None, high: str | None, unit: str) -> str:
    if low is not None and high is not None:
        return f"{said}, outside the range {low} to {high}{unit}"
    if low is not None:
        return f"{said}, below the limit of {low}{unit}"
    return f"{said}, outside its range" if high is None else f"{said}, above the limit of {high}{unit}"


def _number(value: float | str | None) -> str | None:
    return decimal(value, 3) if isinstance(value, int | float) else None
