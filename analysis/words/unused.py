"""What of the files is not used, in one line; and what may then not be called "not recorded"."""

from collections.abc import Sequence

from analysis.journal import ARE_THESE_LEG_CRAMPS, FOUND_EMPTY, LEFT_OUT, Journal, Receipt
from analysis.words.speech import count, listing

_MOST_NAMED, _MOST_IN_RECORD = 3, 8  # files or columns, on screen and for the record; the rest is counted
_LETTERS_EACH = (
    70 / 3
)  # of all names of one kind together, so that they stay in a line or two; one is always named
_LETTERS = 40  # of a heading
_TELL_OF_CRAMPS = ("night diary", "cramp log")  # what a file with cramps is taken for


def say_not_used(receipts: Sequence[Receipt], not_understood: int = 0) -> str:
    """Files, sheets, columns, rows and answers that are not used, in one line; empty where all is.

    What somebody left out is used as they said, and not named. ``not_understood``: answers about cramps whose
    meaning is not plain. It is for the screen: it names the files.
    """
    read = [receipt for receipt in receipts if receipt.error is None]
    rows = sum(receipt.rows.rejected for receipt in read)
    parts = [
        *_by_name(receipts),
        count(rows, "row") if rows else "",
        count(not_understood, "answer") if not_understood else "",
    ]
    said = "; ".join(part for part in parts if part)
    used = f"Not used: {said}. {_what_to_do(said)}" if said else ""
    return " ".join(part for part in (used, say_first_question(receipts)) if part)


def say_first_question(receipts: Sequence[Receipt]) -> str:
    """Of which files somebody has to say whether they are about leg cramps, those first of which nothing
    about cramps counts before; empty where there is none."""
    asked = [one for one in receipts if one.error is None and one.question == ARE_THESE_LEG_CRAMPS]
    waiting = [one.name for one in asked if waits_for_an_answer(one)]
    taken = [one.name for one in asked if not waits_for_an_answer(one)]
    first = f"One question first: {_is(waiting)} {listing(waiting)} about leg cramps?" if waiting else ""
    others = f"Nothing says that {listing(taken)} {_is(taken)} about leg cramps." if taken else ""
    return " ".join(part for part in (first, others) if part)


def _is(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"


def waits_for_an_answer(receipt: Receipt) -> bool:
    """Whether nothing that a file may say of cramps counts before it is said that these are leg cramps."""
    asks = receipt.error is None and receipt.question == ARE_THESE_LEG_CRAMPS
    return asks and receipt.kind not in _TELL_OF_CRAMPS


def say_not_read(journal: Journal) -> str:
    """What of the files the figures do not hold, for the record: files and columns by name, the first few of
    many; rows and answers in numbers. Empty where they hold all.
    """
    read = [receipt for receipt in journal.receipts if receipt.error is None]
    rows, every = sum(each.rows.rejected for each in read), sum(each.rows.read for each in read)
    answers = journal.not_understood
    counted = [
        f"{rows} of {count(every, 'row')}" if rows else "",
        f"{count(answers, 'answer')} about cramps not understood" if answers else "",
    ]
    numbers = listing([part for part in counted if part])
    said = "; ".join(part for part in (*_by_name(journal.receipts, _MOST_IN_RECORD), numbers) if part)
    used = f"Not used: {said}." if said else ""
    return " ".join(part for part in (used, say_first_question(journal.receipts)) if part)


def could_hold_more(journal: Journal) -> bool:
    """Whether a file, sheet, column or answer that is not used could hold what is not found.

    Then nothing is "not recorded". Rows that were refused are not meant: what they lack is named row by row.
    """
    return bool(journal.not_understood) or any(
        _is_lost(receipt) or (receipt.error is None and _columns(receipt)) for receipt in journal.receipts
    )


def say_could_hold() -> str:
    """After what was not found, where part of the files is not used."""
    return "Part of the files is not used and could hold it."


def _is_lost(receipt: Receipt) -> bool:
    return receipt.error is not None and receipt.error_code not in (LEFT_OUT, *FOUND_EMPTY)


def _columns(receipt: Receipt) -> list[str]:
    """Columns of which nothing is used."""
    whole = [
        problem
        for problem in receipt.problems
        if problem.row is None and problem.action in ("not_mapped", "set_aside")
    ]
    return list(dict.fromkeys(problem.column for problem in whole if problem.column))


def _by_name(receipts: Sequence[Receipt], most: int = _MOST_NAMED) -> list[str]:
    """Sheets, files and columns of which nothing is used."""
    lost = [receipt for receipt in receipts if _is_lost(receipt)]
    read = [receipt for receipt in receipts if receipt.error is None]
    return [
        *_named("sheet", [receipt.sheet for receipt in lost if receipt.sheet], most),
        *_named("file", [receipt.name for receipt in lost if not receipt.sheet], most),
        *_named("column", [f"“{_shortened(each)}”" for receipt in read for each in _columns(receipt)], most),
    ]


def _named(noun: str, names: Sequence[str], most: int) -> list[str]:
    """``columns “Wie stark”, “Magnesium” and 3 more``; empty where there are none."""
    if not names:
        return []
    names = list(dict.fromkeys(names))
    shown = names[:most]
    while len(shown) > 1 and sum(map(len, shown)) > _LETTERS_EACH * most:
        shown = shown[:-1]
    if len(shown) < len(names):
        shown = [*shown, f"{len(names) - len(shown):,} more"]
    return [f"{noun}{'s' if len(names) > 1 else ''} {listing(shown)}"]


def _what_to_do(said: str) -> str:
    """A column or an answer can be told what it is; a row has its reason in its receipt."""
    if said.endswith((" row", " rows")) and ";" not in said:
        return "The receipt says why."
    return f"Say what {'it is' if _is_one(said) else 'they are'}."


def _is_one(said: str) -> bool:
    return said.startswith(("sheet ", "file ", "column ", "1 ")) and ";" not in said


def _shortened(text: str) -> str:
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1].rstrip()}…"
