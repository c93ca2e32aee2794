"""A diary's own words about medicines: sentences of change, and what was taken each night."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.journal.cells import late_pattern, plain, vocabulary
from analysis.journal.medicines.asides import asides_apart
from analysis.journal.medicines.classes import (
    LONGEST_TEXT,
    Medicine,
    read_medicine_list,
    resolve,
)
from analysis.journal.medicines.days_told import names_a_day
from analysis.journal.medicines.doses import any_of
from analysis.journal.medicines.known import class_named
from analysis.journal.medicines.names import Memory
from analysis.journal.medicines.said_of_intake import said_of_intake
from analysis.journal.medicines.statements import ENDS, EVERY, Log, Statement, key_of
from analysis.journal.medicines.tablets import take_tablets
from analysis.journal.medicines.text import changes_told, could_tell
from analysis.journal.medicines.usual_medicines import UsualMedicines, beside_the_usual

_AT_AN_END = any_of(vocabulary("not taken at an end"))
_NOT_TAKEN = late_pattern(rf"{any_of(vocabulary('not taken'))}|^{_AT_AN_END}|{_AT_AN_END}$")
_NOTHING_OF = late_pattern(r"(?<![\d.,])0+(?:[.,]0+)? ?(?:mg|mcg|g|ie|iu|ml|tab\w*|x)?(?![\w.,])")
_AS_NEEDED = late_pattern(any_of(vocabulary("as needed")))
_BRACKETS = late_pattern(r"[(\[]([^)\]]{0,80})[)\]]")
_BUT = late_pattern(any_of(vocabulary("all but")))
_AGAIN = late_pattern(rf"^{any_of(vocabulary('again'))} | {any_of(vocabulary('again'))}$")
_IN_GENERAL = late_pattern(
    any_of([*vocabulary("medicines in general"), *vocabulary("beside medicines in general")])
)
_A_MEDICINE = late_pattern(any_of(vocabulary("medicines in general")))
_FIRST_NAME = late_pattern(any_of(vocabulary("first name")))
_SHORT_FORMS = "".join(
    rf"(?<!\b{word})" for word in ("tab", "tabl", "tbl", "cap", "caps", "cp", "cpr", "kps")
)
_ITEMS = late_pattern(
    rf"[;\n|•]|,(?!\d)|(?<!\d),|{_SHORT_FORMS}[.](?= )|(?:^|(?<=\s))\d{{1,2}}\)\s", re.IGNORECASE
)
_WORD = late_pattern("[a-z]+")
_MOST_WORDS = 3  # words of a medicine that is not known; more is a remark


def statements_of_diary(
    nights: Iterable[tuple[int, str | None]],
    remarks: Iterable[tuple[int, str]],
    source: str,
    memory: Memory,
    *,
    every_night: bool = True,
) -> tuple[list[Statement], Log | None]:
    """The changes that a diary tells, and the log of what was taken.

    nights : the diary's nights in order, with what stands under medicines. remarks : nights with other
        words, of which only changes of known medicines are read. ``memory`` keeps the words already read.
        every_night : a night without words could have had some; false where only nights with a cramp are
        written down.
    """
    told: list[Statement] = []
    rows: list[int] = []
    found: list[Statement] = []
    spoken: set[int] = set()
    parts: dict[tuple[str, int | None], tuple[list[Statement], list[Statement], bool]] = {}
    usual = UsualMedicines()
    ended: dict[str, bool] = {}
    for night, text in nights:
        rows.append(night)
        if not text:
            continue
        as_usual = beside_the_usual(text)
        text = as_usual[1] if as_usual else text
        key = text, night if names_a_day(plain(text)) else None
        if key not in parts:
            parts[key] = read_diary_text(text, source, memory, night)
        changes, taken, says = parts[key]
        told += [_at(night + (one.night or 0), one) for one in changes]
        ended |= {one.key: one.said in ENDS for one in changes}
        usual.changed(changes)
        if as_usual:
            repeated = usual.meant_by(as_usual[0], taken)
            taken, says = [*repeated, *taken], says or bool(repeated)
        elif says:
            usual.listed(taken)
        if says:
            spoken.add(night)
        found += [_at(night, one) for one in taken]
        again = [one.key for one in taken if one.again and ended.get(one.key)]
        told += [replace(_at(night, one), said="resume") for one in taken if one.key in again]
        ended |= dict.fromkeys(again, False)
    told += _told_in_remarks(remarks, source, memory)
    return told, _log_of(source, rows, found, spoken, every_night=every_night) if spoken else None


def _log_of(
    source: str, rows: list[int], found: list[Statement], spoken: set[int], *, every_night: bool
) -> Log:
    """What was taken on the nights ``spoken`` of. Where nearly every night has a list, a night without one
    before the first says that nothing was taken.
    """
    within = sum(min(spoken) <= night <= max(spoken) for night in rows)
    reaches = rows[0] if 2 * len(spoken) >= within and len(spoken) > 2 else min(spoken)
    return Log(source, sorted(set(rows)) if every_night else None, reaches, found, spoken)


def _told_in_remarks(remarks: Iterable[tuple[int, str]], source: str, memory: Memory) -> list[Statement]:
    """The changes of known medicines that remarks tell; "Lasix again" resumes what a remark had ended."""
    told: list[Statement] = []
    ended: dict[str, bool] = {}
    remarks = list(remarks)
    for (night, text), could in zip(remarks, could_tell([text for _, text in remarks]), strict=True):
        if not could and not ended:
            continue
        changes = [
            Statement(night + later, one, change, source, remark=True)
            for change, one, later in changes_told(text, memory, night)
            if (one.generic is not None and not _is_a_person(text, one)) or class_named(one.name)
        ]
        if not changes and any(ended.values()):
            again = _taken_again(text, memory)
            changes = [
                Statement(night, one, "resume", source, remark=True)
                for one in again
                if ended.get(key_of(one))
            ]
        if changes:
            ended |= {one.key: one.said in ENDS for one in changes}
            told += changes
    return told


def _is_a_person(remark: str, one: Medicine) -> bool:
    """Whether a brand that is also a first name may be somebody: "Yasmin stopped by". Not with a dose or a
    word for a medicine, and not where the remark is the change and the name alone."""
    if one.dose is not None or vocabulary("first name").keys().isdisjoint(_WORD.findall(plain(one.name))):
        return False
    words = " ".join(plain(remark).split()).strip(" .!")
    return not (_A_MEDICINE.search(words) or _FIRST_NAME.sub("", words).strip() in vocabulary("change"))


def _taken_again(text: str, memory: Memory) -> list[Medicine]:
    """The medicines that items of a remark name with an "again" beside them, and no more words."""
    items = [_without_again(item) for item in _items_of(text[:LONGEST_TEXT])]
    found = [resolve(item, memory) for item, again in items if again and not _is_negated(_words_of(item))]
    return [one for one in found if one.generic is not None and len(one.name.split()) <= _MOST_WORDS]


def _at(night: int, one: Statement) -> Statement:
    return replace(one, night=night)


def read_diary_text(
    text: str, source: str, memory: Memory, written: int | None = None
) -> tuple[list[Statement], list[Statement], bool]:
    """The changes that a cell tells, what it says was taken or not, and whether it says what was taken.
    ``written``: the night of the cell.
    """
    text = asides_apart(text, memory)
    changes = [
        Statement(later, one, change, source)
        for change, one, later in changes_told(text, memory, written)
        if one.generic is not None or not _is_no_medicine(one.name)
    ]
    changed = {one.key for one in changes}
    taken: list[Statement] = []
    for item in _items_of(text[:LONGEST_TEXT]):
        if changes and changes_told(item, memory):
            continue
        said = _taken_or_not(item, source, memory)
        taken += [
            one for one in said if one.key not in changed and not (changes and not one.medicine.generic)
        ]
    none = vocabulary("empty").get(plain(text[:60])) is not None
    return changes, taken, bool(taken) or (not changes and not none and _says_nothing_taken(text))


def _says_nothing_taken(text: str) -> bool:
    """Whether it says that nothing was taken at all: "none", "no meds", "nothing taken today"."""
    words = plain(text[:60]).strip(" .")
    if vocabulary("yes_no").get(words) == "no" or vocabulary("number").get(words) == "0":
        return True
    return any(_names_none(_words_of(item)) for item in _items_of(text[:LONGEST_TEXT]))


def _names_none(words: str) -> bool:
    """Whether it is a "no" of medicines in general, and of nothing else: not "no new meds"."""
    if not _is_negated(words):
        return False
    rest = _IN_GENERAL.sub(" ", _NOTHING_OF.sub(" ", _NOT_TAKEN.sub(" ", words)))
    return not re.search(r"[^\W_]", rest)


def taken_or_not(text: str, source: str, memory: Memory) -> list[Statement]:
    """What an item or a list says was taken, or was not: "no atorvastatin", "magnesium 0 mg". A "no" is said
    of its own item alone: "magnesium; no amlodipine".
    """
    items = _items_of(text)
    alone = len(items) < 2 or not any(_is_negated(_words_of(item)) for item in items)
    return [one for item in ([text] if alone else items) for one in _taken_or_not(item, source, memory)]


def _items_of(text: str) -> list[str]:
    return [item for item in map(str.strip, _ITEMS.split(text)) if item]


def _words_of(item: str) -> str:
    """The words without brackets; a "(0)" or "(not taken)" stays, without its brackets."""
    return " ".join(plain(_BRACKETS.sub(_only_a_no, item)).split())


def _only_a_no(found: re.Match[str]) -> str:
    said = plain(found[1])
    no = said_of_intake(said) == "not taken" or _NOTHING_OF.fullmatch(said) or _NOT_TAKEN.fullmatch(said)
    return f" {said} " if no and said not in ("n", "x") else " "


def _is_negated(words: str) -> bool:
    return _NOT_TAKEN.search(words) is not None or (
        _NOTHING_OF.search(words) is not None and re.search(r"[1-9]", words) is None
    )


def _taken_or_not(item: str, source: str, memory: Memory) -> list[Statement]:
    words = _words_of(item)
    as_needed = _AS_NEEDED.search(plain(item)) is not None
    if _is_negated(words):
        words, *but = _BUT.split(words, maxsplit=1)
        if but:
            after = _taken_or_not(but[0], source, memory)
            return (_taken_or_not(words, source, memory) if words.strip() else []) + after
        bare = " ".join(_NOTHING_OF.sub(" ", _NOT_TAKEN.sub(" ", words)).split()).strip(" .:-=")
        listed = read_medicine_list(bare, memory)
        named = [one for one in listed if one.generic is not None or class_named(one.name)]
        return [Statement(0, one, "not taken", source) for one in named]
    if as_needed:
        item = " ".join(_AS_NEEDED.sub(" ", plain(item)).split())
    item, again = _without_again(item)
    return [
        Statement(0, one, "taken", source, as_needed=as_needed, again=again)
        for one in read_medicine_list(item, memory)
        if one.generic is not None or class_named(one.name) or _looks_like_one(one)
    ]


def _without_again(item: str) -> tuple[str, bool]:
    """An item without "again" before or after it, as it was written, and whether it says so."""
    found = _AGAIN.search(" ".join(plain(item).split()))
    if found is None:
        return item, False
    words, said = item.split(), len(found[0].split())
    return " ".join(words[:-said] if found.start() else words[said:]), True


def _is_no_medicine(name: str) -> bool:
    """Whether what was started or stopped is a habit or a thing: "coffee", "a new mattress"."""
    if class_named(name):
        return False  # "the water tablet"
    return not vocabulary("no medicine").keys().isdisjoint(_WORD.findall(plain(name)))


def _looks_like_one(medicine: Medicine) -> bool:
    """Whether an unknown name is surely one: a few words with a dose in a unit."""
    return (
        medicine.dose is not None
        and medicine.unit is not None
        and 1 <= len(medicine.name.split()) <= _MOST_WORDS
        and re.search(r"[a-z]{3}", take_tablets(plain(medicine.name))[2]) is not None
    )


def named_medicine(words: Sequence[str], memory: Memory | None = None) -> Medicine | None:
    """The medicine that a heading names without its other words: "Did you take magnesium?"; None for none."""
    found = resolve(" ".join(words), memory)
    return found if found.generic is not None else None


def ends_every_medicine(words: str) -> bool:
    """Whether the name is that of all medicines: "all meds"."""
    return plain(words).strip(" .") in vocabulary("every medicine")


EVERY_MEDICINE = Medicine("all medicines", generic=EVERY)
