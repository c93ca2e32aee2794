"""The review without a screen: ``python -m analysis FILE…`` as text, ``--json`` as data, and everything that
can be kept, several in one call.

Exit codes: 0 every file was read, 1 no journal (or the output could not be written), 2 the arguments are
wrong, 3 a review of the files that could be read, but not all could, 70 a fault of the program. Errors are
one sentence each.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.faults import place_of
from analysis.journal import (
    ARE_THESE_LEG_CRAMPS,
    Journal,
    JournalError,
    Receipt,
    added_file,
    key_of_file,
    mapping_to_json,
    read_journal,
)
from analysis.options import choices, read_options
from analysis.plan_options import next_plan
from analysis.report import FORMS, Keep, write_text
from analysis.review import Review, questions, review
from analysis.review_options import reading_of, reviewing_of
from analysis.words import glass_before, one_line, unit_of_files

READ, NO_JOURNAL, WRONG_ARGUMENTS, PARTLY_READ, FAULT = 0, 1, 2, 3, 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, review and write; the exit code is returned."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words[:1] in (["cohort"], ["doctor"]):
        return _command(words[0], words[1:])
    given = read_options(words)
    try:
        journal = read_journal(
            [*map(str, given.files), *([added_file(given.typed)] if given.typed else [])],
            mapping=given.told,
            choose=choices(given),
            **reading_of(given),
        )
        if given.suggest:
            return _suggest(journal.receipts)
        if given.question and given.question not in questions(journal):
            _say(_no_such_question(given.question, questions(journal)))
            return WRONG_ARGUMENTS
        found = review(journal, **reviewing_of(given))
        _write(found, journal, given)
    except JournalError as error:
        if given.suggest:
            return _suggest(error.receipts)
        if not any(receipt.error == str(error) for receipt in error.receipts):
            _say(str(error))
        _say_unread(error.receipts, choices(given))
        return NO_JOURNAL
    except BrokenPipeError:
        sys.stderr.close()
        return READ
    except OSError as error:
        _say(f"{error.filename or 'The output'} could not be written: {error.strerror}.")
        return NO_JOURNAL
    except Exception as error:
        _say(_where(error))
        return FAULT
    return PARTLY_READ if _say_unread(journal.receipts, choices(given)) else READ


def _command(name: str, words: Sequence[str]) -> int:
    """A command with options of its own. Both are imported only here: nothing else needs the libraries of
    many journals, and the doctor imports the screen."""
    if name == "cohort":
        from analysis import cohort

        return cohort.main(words)
    from analysis import doctor

    return doctor.main(words)


def _no_such_question(key: str, legal: dict[str, str]) -> str:
    listed = "; ".join(f"{name} ({label})" for name, label in legal.items())
    return f"This journal has no question {key!r}. Its questions: {listed or 'none'}."


def _write(found: Review, journal: Journal, given: argparse.Namespace) -> None:
    """Everything is made before anything is written, so that a fault leaves no half of it."""
    plan, made = next_plan(given, journal)
    keep = Keep(
        paper=given.paper,
        wording=given.wording,
        volume=unit_of_files(journal),
        glass_ml=given.glass_ml or glass_before(journal),
        mapping=given.told,
        journal=journal,
        plan=plan,
    )
    for name, form in FORMS.items():
        if (to := vars(given)[name]) is not None:
            made.append((to, form.write(found, keep)))
    if given.text is not None or not made:
        made.append((given.text or "-", f"{write_text(found, keep)}\n".encode()))
    for to, content in made:
        _put(content, to)


def _put(content: bytes, name: str) -> None:
    if name == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    else:
        Path(name).write_bytes(content)


def _say(sentence: str) -> None:
    print(one_line(sentence), file=sys.stderr)


def _suggest(receipts: Sequence[Receipt]) -> int:
    """Prints the suggestions as a mapping; nothing of them is taken until it is given again."""
    suggested = {each.header: each.field for receipt in receipts for each in receipt.suggestions}
    _put(f"{mapping_to_json(suggested)}\n".encode(), "-")
    _say_unread(receipts)
    return READ


def _say_unread(receipts: Sequence[Receipt], chosen: Mapping[str, str] | None = None) -> bool:
    """Say why each file that could not be read was not, and what is asked about others; whether there was any
    of the first. ``chosen``: whose rows."""
    for receipt in receipts:
        whose = _people(receipt, (chosen or {}).get(receipt.name))
        if receipt.error is not None:
            _say(f"{receipt.name}: {receipt.error}{whose}{_how_to_answer(receipt)}")
        elif answer := _how_to_answer(receipt):
            _say(f"{receipt.name}: Nothing in the file says that it is about leg cramps.{answer}")
    return any(receipt.error is not None for receipt in receipts)


def _how_to_answer(receipt: Receipt) -> str:
    """How to say that a file is about leg cramps, or that it is not, where that is asked."""
    if receipt.question != ARE_THESE_LEG_CRAMPS:
        return ""
    key = key_of_file(receipt)
    return f" Add --map '{key}=cramps', or --map '{key}=ignore'."


def _people(receipt: Receipt, who: str | None) -> str:
    """How to choose one of the people of a file, with the first names found in it; that ``who`` was chosen is
    none of them."""
    if not receipt.choices:
        return ""
    unknown = f" {who} is none of them." if who and who not in receipt.choices else ""
    named = ", ".join(receipt.choices[:_PEOPLE_SHOWN])
    more = len(receipt.choices) - _PEOPLE_SHOWN
    return f"{unknown} Add --choose NAME, with one of: {named}{f' and {more} more' if more > 0 else ''}."


_PEOPLE_SHOWN = 12


def _where(error: Exception) -> str:
    """Where the program failed, without the error's own words: they could quote a cell."""
    return f"The program failed by a fault of its own ({place_of(error)}); nothing was written."


if __name__ == "__main__":
    raise SystemExit(main())
