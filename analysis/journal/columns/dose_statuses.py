"""The column that says of each dose beside it whether it was taken: its words, its ticks, or when it was."""

import re
from collections.abc import Sequence

from analysis.journal.cells import plain, vocabulary, words_of
from analysis.journal.columns.plans import Draft
from analysis.journal.columns.read_as import ReadAs
from analysis.journal.medicines import CLOCK, said_of_intake
from analysis.journal.tables import RawTable

STATUSES = frozenset(
    {
        ReadAs.SAID_OF_DOSES,
        ReadAs.WHEN_TAKEN,
        ReadAs.TICKED,
        ReadAs.MISSED,
        ReadAs.TICKED_MISSED,
        ReadAs.WHY_MISSED,
    }
)
_BLANK_SAYS: dict[str, str] = {
    ReadAs.WHEN_TAKEN: "not taken",
    ReadAs.TICKED: "not taken",
    ReadAs.TICKED_MISSED: "taken",
    ReadAs.WHY_MISSED: "taken",
}
_BESIDE = frozenset({"medication", "dose", "dose_unit", "tablets_taken"})
_MAY_ASK_OF_DOSES = frozenset({"night", "change"})  # "Taken", "Status"
_TOKEN = re.compile(r"[^\W_]+")
_WHEN = re.compile(rf"(?:\d{{1,4}}[-./]\d{{1,2}}[-./]\d{{1,4}}[ t,]*)?(?:{CLOCK})")


def status_of_doses(draft: Draft, table: RawTable) -> str | None:
    """How a column beside medicines says of each dose whether it was taken; None where it does not. What of
    its cells is not understood is asked, so that it is a status even where some are not.
    """
    if draft.mapped or "medication" in draft.candidates:
        return None
    cells = [cell for cell in _cells(draft, table) if cell]
    if "notes" in draft.candidates and len(cells) < len(table.rows):
        return None  # a blank remark says nothing of a dose
    if asks_what_was_missed(draft.plan.header):
        if not cells:
            return None
        if _asks_why(draft.plan.header):
            return ReadAs.WHY_MISSED
        # Whatever else stands there says at least that not all was as planned.
        said_no = any(vocabulary("yes_no").get(cell) == "no" for cell in cells)
        return ReadAs.MISSED if said_no else ReadAs.TICKED_MISSED
    answers = [_answer(cell) for cell in cells]
    if not cells or not (all(answers) or _is_status_all_the_same(draft, cells)):
        return _by_clocks(draft, cells)
    # A bare yes or 1 answers its heading, whatever that asks: "With food".
    if not any(map(_says_it_itself, cells)) and not _asks_of_a_dose(draft.plan.header):
        return None
    ticked = len(set(cells)) == 1 and answers[0] == "taken"
    return ReadAs.TICKED if ticked and len(cells) < len(table.rows) else ReadAs.SAID_OF_DOSES


def _is_status_all_the_same(draft: Draft, cells: list[str]) -> bool:
    """Whether cells that are not all understood still say whether doses were taken: by most of them, or by
    what the heading asks, unless they are numbers or times.
    """
    if any(letter.isdecimal() for cell in cells if not _answer(cell) for letter in cell):
        return False
    return 2 * sum(map(_says_it_itself, cells)) > len(cells) or asks_whether_taken(draft.plan.header)


def _by_clocks(draft: Draft, cells: list[str]) -> str | None:
    asks = plain(draft.plan.header).strip(" ?:") in vocabulary("time of an intake heading")
    clocks = [cell for cell in cells if _WHEN.fullmatch(cell)]
    told = all(cell in clocks or said_of_intake(cell) or is_empty(cell) for cell in cells)
    return ReadAs.WHEN_TAKEN if asks and clocks and told else None


def _says_it_itself(cell: str) -> bool:
    """Whether a cell says by itself that a dose was taken or was not, as "skipped" does and no bare yes."""
    known = said_of_intake(cell) in ("taken", "not taken") and not cell.isdecimal()
    return known and (cell not in vocabulary("yes_no") or bool(_TOKENS_OF_TAKING & _tokens(cell)))


def status_beside(drafts: list[Draft], table: RawTable) -> tuple[Draft, str] | None:
    """In a diary, the column behind its one column of medicines, or behind their doses, that says whether
    they were taken, and how; None without one.
    """
    named = [draft for draft in drafts if draft.candidates[:1] == ("medication",)]
    if len(named) != 1:
        return None
    for draft in sorted(drafts, key=lambda draft: draft.plan.position):
        if draft.plan.position <= named[0].plan.position:
            continue
        if _asks_only_of_doses(draft, table) and (how := status_of_doses(draft, table)):
            return draft, how
        if not set(draft.candidates[:1]) & _BESIDE:
            return None
    return None


def _asks_only_of_doses(draft: Draft, table: RawTable) -> bool:
    """Whether a column of a diary is about doses and nothing else: a diary has other columns with a yes or a
    word under them ("Alcohol taken", "Splint used", notes). "Status" asks it only if each cell says it.
    """
    header = draft.plan.header
    words = _tokens(header)
    beyond = words - _OF_DOSES - set(words_of("filler"))
    if beyond or not _MAY_ASK_OF_DOSES.issuperset(draft.candidates) or _is_about_it(header):
        return False
    if words & _TAKING or asks_what_was_missed(header):
        return True
    cells = _cells(draft, table)
    return all(cell and _says_it_itself(cell) for cell in cells)


def asks_what_was_missed(header: str) -> bool:
    """Whether a heading asks which doses were not taken: "Skipped?", "Doses missed", "Reason not taken"."""
    asked = _asked(header, words_of("beside a missed dose"))
    return said_of_intake(asked) == "not taken" and (asked not in _NO or "taken" in asked)


def asks_whether_taken(header: str) -> bool:
    """Whether a heading asks nothing but whether a dose was taken: "Taken", "Did you take it?"."""
    return not _is_about_it(header) and said_of_intake(_asked(header, ())) == "taken"


def _is_about_it(header: str) -> bool:
    """Whether a heading asks with what a dose was taken, or what for, and not whether."""
    return not _tokens(header).isdisjoint(words_of("taken with something"))


def _asks_why(header: str) -> bool:
    return not _tokens(header).isdisjoint(words_of("why a dose was missed"))


def _asked(header: str, beside: Sequence[str]) -> str:
    fillers = {*words_of("filler"), *beside}
    return " ".join(word for word in _TOKEN.findall(plain(header)) if word not in fillers)


def _asks_of_a_dose(header: str) -> bool:
    words = _tokens(header)
    return not _is_about_it(header) and not words.isdisjoint(vocabulary("intake heading"))


def said_of_dose(how: str, text: str) -> str:
    """What a cell of such a column says of its dose, as a status: "taken", "not taken", or its own words
    where they say neither; "" where a blank says nothing.

    >>> said_of_dose(ReadAs.MISSED, "yes"), said_of_dose(ReadAs.SAID_OF_DOSES, "0")
    ('not taken', '0')
    """
    cell = plain(text).strip(" .")
    said = _answer(cell)
    if how == ReadAs.WHEN_TAKEN:
        return "taken" if _WHEN.fullmatch(cell) else said_of_intake(text) or "not taken"
    if not cell or (said is None and is_empty(cell)):
        return _BLANK_SAYS.get(how, "")
    if how == ReadAs.WHY_MISSED:  # a reason is given for nothing else
        was_taken = said_of_intake(text) == "taken" or cell in _NO
        return "taken" if was_taken else "not taken"
    if how not in (ReadAs.MISSED, ReadAs.TICKED_MISSED):
        return text if said_of_intake(text) else said or text
    # Under "Skipped" a yes, and the word itself, say that it was skipped.
    bare = {"yes": "not taken", "no": "taken"}.get(vocabulary("yes_no").get(cell, ""))
    return bare or ("not taken" if said == "not taken" else text)


def blank_says(how: str) -> str | None:
    """What a blank cell is read as, in a sentence, where the rest of its column makes that plain."""
    if how == ReadAs.WHEN_TAKEN:
        return "a dose without a time here was read as not taken"
    said = _BLANK_SAYS.get(how)
    return said and f"a blank in this column was read as {said}"


def is_empty(cell: str) -> bool:
    return vocabulary("empty").get(cell) is not None


def _answer(cell: str) -> str | None:
    """ "taken" or "not taken" as a plain cell says it of an intake, else as a yes or a no does."""
    said = said_of_intake(cell) or {"yes": "taken", "no": "not taken"}.get(vocabulary("yes_no").get(cell, ""))
    return said if said != "nothing" else None


def _tokens(text: str) -> set[str]:
    return set(_TOKEN.findall(plain(text)))


_NO = frozenset(word for word, said in vocabulary("yes_no").items() if said == "no")
_TOKENS_OF_TAKING = frozenset({"taken", "took", "taking"})
_TAKING = frozenset(words_of("heading of an intake")).intersection(
    word for word, said in vocabulary("intake").items() if said == "taken"
)
_OF_DOSES = frozenset(
    word
    for phrase in (
        *words_of("heading of an intake"),
        *words_of("beside a missed dose"),
        *vocabulary("intake heading"),
        *vocabulary("time of an intake heading"),
        *(words for words, said in vocabulary("intake").items() if said == "not taken"),
    )
    for word in phrase.split()
)


def _cells(draft: Draft, table: RawTable) -> list[str]:
    return [plain(row[draft.plan.position]).strip(" .") for row in table.rows]
