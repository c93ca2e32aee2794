"""The parts of one dated line about cramps -> one count, or none where they are not plain together."""

import re
from dataclasses import dataclass, field
from typing import Literal

from analysis.journal.cells import pattern_of, plain, tells_of_a_cramp, vocabulary, words_found, words_of
from analysis.journal.medicines import resolve
from analysis.journal.tables import heading

_MOST_THAT_DENY = 3  # words
TOKEN = re.compile(r"[^\W_]+")


def number_of(token: str) -> float | None:
    """The number that a word or a few digits mean ("2", "x2", "two"); None for any other word, and for one
    that may stand beside a cramp without counting it, as an article does.
    """
    if token in words_of("beside a cramp"):
        return None
    if found := re.fullmatch(r"(\d{1,2})x?|x(\d{1,2})", token):
        return float(found[1] or found[2])
    word = vocabulary("number").get(token)
    return None if word is None else float(word)


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
    forwarded: bool = False  # the words are not those of the sender

    @property
    def answers(self) -> bool:
        """Whether it says plainly whether there was a cramp."""
        return self.cramps is not None and not self.unclear

    @property
    def tells_nothing(self) -> bool:
        return self.cramps is None and not (self.unclear or self.fields or self.bare or self.changes)


@dataclass
class Part:
    """One part of a line about a cramp. ``more``: it speaks of one more than was told. ``number``: it is a
    number and nothing else. ``leg``: it says that it was one of the leg.
    """

    count: float
    told: dict[str, list[str]]
    more: bool = False
    number: bool = False
    leg: bool = False


def settle(
    said: Said, cramps: list[Part], beside: list[tuple[str, dict[str, list[str]]]], about_cramps: bool
) -> None:
    """One count for the line. A plain none beside another part about cramps is not plain any more."""
    some = [part for part in cramps if part.count]
    if not some and not cramps and about_cramps and not said.unclear:
        placed = [told for _, told in beside if told.keys() & {"side", "muscle", "onset"}]
        some = [Part(float(max(1, sum(len(told.get("onset", ())) for told in placed))), {})] if placed else []
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


def _counted(parts: list[Part], beside: list[tuple[str, dict[str, list[str]]]]) -> float:
    """The number of cramps of several parts: those at times or places of their own and those told as one more
    add up, else the largest count holds.
    """
    times = [clock for part in parts for clock in part.told.get("onset", ())]
    times += [clock for _, told in beside for clock in told.get("onset", ())]
    timed = [part for part in parts if "onset" in part.told]
    apart = len(timed) == len(parts) > 1 and len(set(times)) == len(times)
    apart = apart or _at_places_of_their_own(parts)
    first = (
        sum(part.count for part in parts)
        if apart
        else max(part.count for part in parts if not part.more or part is parts[0])
    )
    more = 0.0 if apart else sum(part.count for part in parts[1:] if part.more)
    return max(first + more, float(len(set(times))))


def _at_places_of_their_own(parts: list[Part]) -> bool:
    """Whether every part names its place, and no two the same: "2 calf cramps and 1 toe cramp"."""
    told = [(part.told, ("leg",) if part.leg else ()) for part in parts if not part.more]
    places = [(tuple(one.get("side", ())), tuple(one.get("muscle", leg))) for one, leg in told]
    return len(parts) > 1 and ((), ()) not in places and len(set(places)) == len(parts)


def _add(said: Said, name: str, values: list[str]) -> None:
    held = said.fields.get(name)
    if name == "onset":
        said.fields[name] = ", ".join(dict.fromkeys([*(held.split(", ") if held else []), *values]))
    elif name == "side":
        found = {*(held.split(" ") if held else []), *values}
        said.fields[name] = "both" if len(found) > 1 else values[0]
    elif held is None:
        said.fields[name] = values[0]


def contradicts_itself(said: Said, cramps: list[Part]) -> bool:
    """Whether a plain count stands beside a part that says otherwise, or may do so."""
    none = [part for part in cramps if not part.count]
    if none and (len(none) < len(cramps) or said.unclear):
        return True
    # "Cramp at 2am, 4": of cramps, or of the clock?
    if any(part.number for part in cramps[1:]) and any(part.told or part.count > 1 for part in cramps[:1]):
        return True
    if not said.cramps:
        return False
    placed = said.fields.keys() & {"side", "muscle"} or any(part.leg for part in cramps)
    if not placed and any(map(_is_another_place, said.left)):
        return True
    return any(len(TOKEN.findall(plain(part))) <= _MOST_THAT_DENY and may_deny(part) for part in said.left)


def _is_another_place(part: str) -> bool:
    """Whether words name a place of other cramps and nothing else: "Cramp, left hand"."""
    words = plain(part)
    rest = words_found("side", pattern_of("other cramps").sub(" ", words))[1]
    named = pattern_of("other cramps").search(words) is not None and not tells_of_a_cramp(words)
    return named and set(rest) <= {*words_of("beside a cramp")}


def may_deny(part: str) -> bool:
    """Whether words can take a count back, or answer for cramps: "no", "not really", but not "no wine"."""
    words = TOKEN.findall(plain(part))
    if not words or tells_of_a_cramp(plain(part)) or words[0] not in words_of("says there was none"):
        return False
    named = " ".join(words[1:])
    return not (named and (heading(named).fields or resolve(named).generic))
