"""Changes of medicines that a sentence tells: started, stopped, raised, lowered, or replaced by another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from analysis.journal.cells import alternatives, late_pattern, plain, vocabulary
from analysis.journal.medicines.around_names import AROUND_WORDS, with_one_verb
from analysis.journal.medicines.asides import asides_apart
from analysis.journal.medicines.classes import LONGEST_TEXT, Medicine
from analysis.journal.medicines.clauses import BECAME, CHANGE_OF, TO_A_DOSE, changes_of_clause
from analysis.journal.medicines.dates_told import has_numbers, with_dates_marked
from analysis.journal.medicines.doses import NUMBER, UNIT, UNITS, any_of, with_plain_numbers
from analysis.journal.medicines.exchanges import EXCHANGE_WORDS
from analysis.journal.medicines.named_before import with_name_before
from analysis.journal.medicines.names import Memory
from analysis.journal.medicines.objects import is_acted_on
from analysis.journal.medicines.statements import Change
from analysis.journal.medicines.when_told import TIME_BACK_WORDS, without_time_back

_NOT_DONE = late_pattern(any_of(vocabulary("not a change")))
# "no longer", "nicht mehr": a change, though one of its words alone is none.
_NO_LONGER = late_pattern(any_of(word for word in CHANGE_OF if _NOT_DONE.search(word)))
_SOMEBODY_ELSE = late_pattern(
    rf"^ ?(?:(?:{alternatives(vocabulary('whose somebody else'))}) )?"
    rf"(?:{alternatives(vocabulary('somebody else'))})(?![a-z'])(?!.*{any_of(vocabulary('said of oneself'))})"
)
_CLAUSE = late_pattern(
    r"[.;\n!?](?!\d)|,(?!\d)|\b(?:and|und|et|y|then|dann|puis|but|aber)\b(?= [a-z ]{0,30}"
    + any_of(verb for verb in CHANGE_OF if len(verb) > 3)
    + rf")|{any_of(vocabulary('before what was done'))}"
    + rf"(?= (?:{alternatives(vocabulary('said of oneself'))} )?"
    + any_of(verb for verb in CHANGE_OF if len(verb) > 3)
    + ")"
)
_DAY_OF_MONTH = late_pattern(
    rf"(?<![\d.,])(\d{{1,2}})\. (?=(?:{alternatives(w for w in vocabulary('month') if len(w) > 2)})(?![a-z]))"
)
_RUN = late_pattern("[a-z]+")
# One of these is in each sentence of change, but for two doses with an arrow between them.
_OF_A_CHANGE = frozenset(
    _RUN.findall(words)[0]
    for words in (
        *CHANGE_OF,
        *TO_A_DOSE,
        *vocabulary("now"),
        *EXCHANGE_WORDS,
        *AROUND_WORDS,
    )
)
_TWO_DOSES = late_pattern(BECAME)
_DIGITS_APART = late_pattern(r"[0-9][^0-9\0]+[0-9]")  # asked of texts in ASCII alone
_NOW_DOSE = late_pattern(rf"^(?:now|jetzt|maintenant|ahora) ({NUMBER}) ?({UNIT})$")


class Told(NamedTuple):
    """A change that a sentence tells, and the night of it, counted from the one of the writing."""

    change: Change
    medicine: Medicine
    nights: int = 0


def read_changes_in_text(text: str, memory: Memory | None = None) -> list[tuple[Change, Medicine]]:
    """Every change that a sentence tells, in order; nothing where none is told.

    What was not done, only planned or only advised is no change.
    """
    return [(told.change, told.medicine) for told in changes_told(text, memory)]


def changes_told(text: str, memory: Memory | None = None, written: int | None = None) -> list[Told]:
    """Every change that a sentence tells, in order, with its night. ``written``: the night of the writing,
    as days since 1970-01-01, where it is known.
    """
    if not _could_tell(text):
        return []
    memory = {} if memory is None else memory
    changes: list[Told] = []
    told_before = 0  # changes of the clause before: a dose alone belongs to a single one
    before = ""
    for words in _clauses(text, memory):
        clause, before = with_name_before(words, before, memory), words
        if (dose := _NOW_DOSE.match(clause)) and changes and changes[-1].change != "stop":
            one = changes[-1].medicine
            if told_before == 1 and one.dose is None:
                number = float(dose[1].replace(",", "."))
                changes[-1] = changes[-1]._replace(medicine=replace(one, dose=number, unit=UNITS[dose[2]]))
            continue
        told = _told_in_clause(clause, memory, written)
        changes, told_before = changes + told, len(told)
    return [
        told._replace(medicine=replace(told.medicine, as_written=_as_in(text, told.medicine.as_written)))
        for told in changes
    ]


def tells_an_undated_change(text: str, memory: Memory | None = None, written: int | None = None) -> bool:
    """Whether a sentence tells an earlier change of a known medicine without its night: "started magnesium
    last Monday". ``written``: the night of the writing, from which days without a year are counted."""
    if not _could_tell(text):
        return False
    memory = {} if memory is None else memory
    for clause in _clauses(text, memory):
        without, nights = without_time_back(clause, written)
        if nights is not None or _is_not_done(without):
            continue
        if any(one.generic is not None for _, one in changes_of_clause(without, memory)):
            return True
    return False


class Together(NamedTuple):
    """What many texts hold: the ``words`` of all of them, and whether in any stand ``numbers`` that could be
    a date."""

    words: frozenset[str]
    numbers: bool


def together(texts: Iterable[str]) -> Together:
    """What the texts hold, for those who look in each of them for words that stand in few."""
    pieces = plain(_pieces("\n".join(texts)))
    return Together(frozenset(_RUN.findall(pieces)), has_numbers(pieces))


def _pieces(text: str) -> str:
    """What spaces part in a text, each different piece once: in many remarks most come again and again."""
    return " ".join(set(text.split()))


def telling_an_undated_change(
    told: Iterable[tuple[int, str]], of_all: Together, memory: Memory
) -> set[tuple[int, str]]:
    """Those of many texts, each with the night of its writing, that tell one. The words of a time back are
    looked for in what all of them hold: in most remarks there is none."""
    words = TIME_BACK_WORDS & of_all.words
    if not words and not of_all.numbers:
        return set()
    told = list(told)
    texts = {text for _, text in told}
    could = {
        text
        for text, changes in zip(texts, could_tell(list(texts)), strict=True)
        if changes and (has_numbers(text) or not words.isdisjoint(_RUN.findall(plain(text))))
    }
    return {each for each in told if each[1] in could and tells_an_undated_change(each[1], memory, each[0])}


def _clauses(text: str, memory: Memory) -> Iterator[str]:
    words = _plain_arrows(asides_apart(with_plain_numbers(text[:LONGEST_TEXT]), memory))
    for clause in _CLAUSE.split(_DAY_OF_MONTH.sub(r"\1 ", with_dates_marked(words))):
        clause = " ".join((clause or "").split())
        if 2 < len(clause) <= 200 and not _SOMEBODY_ELSE.match(clause):
            yield clause


def _is_not_done(clause: str) -> bool:
    return _NOT_DONE.search(_NO_LONGER.sub(" ", clause)) is not None


def _told_in_clause(clause: str, memory: Memory, written: int | None) -> list[Told]:
    clause, nights = without_time_back(clause, written)
    around = with_one_verb(clause)
    clause = around.clause if around else clause
    if nights is None or _is_not_done(clause):
        return []
    later = nights + around.nights if around else nights
    return [
        Told(change, one, later)
        for change, one in changes_of_clause(clause, memory)
        if one.generic is not None or not (around or is_acted_on(one.name))
    ]


def could_tell(texts: Sequence[str]) -> list[bool]:
    """Of each of many texts whether it may have anything of a sentence of change. The words of change that
    stand in any of them are looked for once: in most remarks there is none.
    """
    joined = "\0".join(texts).lower()  # the mark between them stands in no text
    words = _OF_A_CHANGE.intersection(_RUN.findall(_pieces(joined)))
    if not words and joined.isascii() and not _DIGITS_APART.search(joined):
        return [False] * len(texts)
    return [
        _DIGITS_APART.search(lower) is not None
        or not text.isascii()
        or (bool(words) and any(word in lower for word in words))
        for text, lower in zip(texts, map(str.lower, texts), strict=True)
    ]


def _could_tell(text: str) -> bool:
    """Whether a text has anything of a sentence of change; most remarks have not, and are not taken apart."""
    if not text.isascii():
        return True
    if not _OF_A_CHANGE.isdisjoint(_RUN.findall(text.lower())):
        return True
    return _DIGITS_APART.search(text) is not None and _TWO_DOSES.search(plain(text)) is not None


def _as_in(text: str, name: str) -> str:
    """The name as the text has it, with its capitals and accents."""
    words, length = text.split(), len(name.split())
    for at in range(len(words) - length + 1):
        written = " ".join(words[at : at + length]).strip(" .,;:()")
        if plain(written) == name:
            return written
    return name


def _plain_arrows(text: str) -> str:
    return "\n".join(
        plain(line.replace("→", "->").replace("➔", "->").replace("⇒", "->")) for line in text.splitlines()
    )
