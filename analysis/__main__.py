"""The review without a screen: ``python -m analysis FILE…`` as text, ``--json`` as data, and everything that
can be kept, several in one call.

Exit codes: 0 every file was read, 1 no journal (or the output could not be written), 2 the arguments are
wrong, 3 a review of the files that could be read, but not all could, 70 a fault of the program. Errors are
one sentence each.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from analysis.faults import place_of
from analysis.journal import (
    Added,
    Journal,
    JournalError,
    Receipt,
    added_file,
    answers_from_json,
    check_mapping,
    mapping_to_json,
    read_journal,
)
from analysis.plan_options import add_plan_options, check_plan_options, next_plan, plan_outputs
from analysis.report import FORMS, Keep
from analysis.review import Review, questions, review
from analysis.words import one_line, text_review

READ, NO_JOURNAL, WRONG_ARGUMENTS, PARTLY_READ, FAULT = 0, 1, 2, 3, 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, review and write; the exit code is returned."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words[:1] == ["cohort"]:
        from analysis import cohort  # only here: nothing else needs its libraries

        return cohort.main(words[1:])
    if words[:1] == ["doctor"]:
        from analysis import doctor  # only here: it imports the screen

        return doctor.main(words[1:])
    parser = _parser()
    given = parser.parse_args(words)
    _check(parser, given)
    mapping, typed = _told(parser, given)
    try:
        journal = read_journal(
            [*map(str, given.files), *([added_file(typed)] if typed else [])],
            dates_mean=given.dates_mean,
            date_order=given.date_order,
            unlogged=given.unlogged,
            mapping=mapping,
            choose=_choices(given),
            glass_ml=given.glass_ml,
        )
        if given.suggest:
            return _suggest(journal.receipts)
        if given.question and given.question not in questions(journal):
            _say(_no_such_question(given.question, questions(journal)))
            return WRONG_ARGUMENTS
        found = review(
            journal,
            start=given.start,
            end=given.end,
            washout=given.washout,
            hemisphere=given.hemisphere,
            question=given.question,
            left_out=[night for nights in given.leave_out for night in nights],
        )
        _write(found, journal, given, mapping)
    except JournalError as error:
        if given.suggest:
            return _suggest(error.receipts)
        if not any(receipt.error == str(error) for receipt in error.receipts):
            _say(str(error))
        _say_unread(error.receipts)
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
    return PARTLY_READ if _say_unread(journal.receipts) else READ


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m analysis",
        description="Review a journal of nocturnal leg cramps: all files of one person together.",
        epilog="Without any output named the review is printed as text. A name of - prints it.",
    )
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="journal files: CSV, text or Excel"
    )
    parser.add_argument("--text", metavar="FILE", help="write the review as text; - prints it")
    for name, form in FORMS.items():
        parser.add_argument(
            f"--{name}", metavar=f"FILE.{form.ending}", help=f"write {form.what}; - prints it"
        )
    parser.add_argument("--paper", choices=["a4", "letter"], default="a4", help="of the page and the diary")
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        type=_mapping,
        metavar="HEADER=FIELD",
        help="take the column with this header for this field; can be given several times",
    )
    parser.add_argument(
        "--mapping",
        action="append",
        default=[],
        type=Path,
        metavar="F.json",
        help="take the answers of a mapping file, as --suggest prints it and the screen downloads it; "
        "can be given several times, and --map goes before it",
    )
    parser.add_argument(
        "--suggest",
        action="store_true",
        help="print a mapping of the headings that are not known to their likeliest fields, and no review",
    )
    parser.add_argument(
        "--dates-mean", choices=["evening", "morning"], help="the night that a diary's date names"
    )
    parser.add_argument("--date-order", choices=["dmy", "mdy", "ymd"], help="order of day, month and year")
    parser.add_argument(
        "--unlogged",
        choices=["cramp-free", "unknown"],
        help="what a night without an entry is where only cramps are logged",
    )
    parser.add_argument(
        "--start", type=_date, metavar="DATE", help="first night of the period, as 2025-03-01"
    )
    parser.add_argument("--end", type=_date, metavar="DATE", help="last night of the period")
    parser.add_argument(
        "--washout",
        type=_nights,
        default=0,
        metavar="NIGHTS",
        help="nights after a change that count for neither side",
    )
    parser.add_argument("--hemisphere", choices=["north", "south"], default="north", help="for the season")
    parser.add_argument(
        "--question",
        metavar="KEY",
        help="the question that you came with, such as change:2025-01-13:furosemide or exposure:hydration; "
        "by default the latest change with 28 logged nights after it, and '' for none",
    )
    parser.add_argument(
        "--leave-out",
        action="append",
        default=[],
        type=_stretch,
        metavar="FROM..TO",
        help="nights to leave out of every rate, as 2025-03-01..2025-03-09; can be given several times",
    )
    parser.add_argument("--glass-ml", type=_millilitres, default=250, metavar="ML", help="what a glass holds")
    parser.add_argument(
        "--choose",
        action="append",
        default=[],
        metavar="NAME",
        help="whose rows to read from files of several people, or FILE=NAME for one file",
    )
    add_plan_options(parser, _date)
    parser.add_argument("--wording", choices=["everyday", "clinical"], default="everyday", help="of the text")
    return parser


def _check(parser: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    check_plan_options(parser, given)
    named = [name for name in (given.text, *(vars(given)[form] for form in FORMS)) if name]
    named += plan_outputs(given)
    if named.count("-") > 1:
        parser.error("only one output can go to the terminal")
    if given.start and given.end and given.end < given.start:
        parser.error(f"the period ends on {given.end}, before it starts on {given.start}")
    read = {path.resolve() for path in (*given.files, *given.mapping)}
    written = [Path(name).resolve() for name in named if name != "-"]
    for name, path in zip([name for name in named if name != "-"], written, strict=True):
        if path in read:
            parser.error(f"{name} is one of the files to read and would be overwritten")
        if written.count(path) > 1:
            parser.error(f"{name} is named for two outputs")


def _mapping(text: str) -> tuple[str, str]:
    header, equals, field = text.rpartition("=")
    if not equals or not header.strip() or not field.strip():
        raise argparse.ArgumentTypeError(f"a mapping reads HEADER=FIELD, not {text!r}")
    return header.strip(), field.strip()


def _told(parser: argparse.ArgumentParser, given: argparse.Namespace) -> tuple[dict[str, str], list[Added]]:
    """The answers of all mapping files and of ``--map``, the later ones first, and what was typed on screen
    beside them. What is wrong with them ends the program.
    """
    told: dict[str, str] = {}
    typed: list[Added] = []
    for path in given.mapping:
        try:
            mapping, added = answers_from_json(path.read_bytes())
        except OSError as error:
            parser.error(f"{path} could not be read: {error.strerror}")
        except ValueError as error:
            parser.error(f"{path}: {error}")
        told |= mapping
        typed += added
    told |= dict(given.map)
    try:
        check_mapping(told)
    except ValueError as error:
        parser.error(str(error))
    return told, typed


def _choices(given: argparse.Namespace) -> dict[str, str]:
    """Whose rows to read, by file name: a plain name goes for every file, FILE=NAME for that file."""
    names = [path.name for path in given.files]
    chosen: dict[str, str] = {}
    for choice in given.choose:
        name, _, who = choice.partition("=")
        chosen |= {name: who} if who and name in names else dict.fromkeys(names, choice)
    return chosen


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a date reads 2025-03-01, not {text!r}") from None


def _stretch(text: str) -> list[date]:
    first, _, last = text.partition("..")
    start, end = _date(first), _date(last or first)
    if end < start:
        raise argparse.ArgumentTypeError(
            f"the nights to leave out end on {end}, before they start on {start}"
        )
    return [date.fromordinal(day) for day in range(start.toordinal(), end.toordinal() + 1)]


def _no_such_question(key: str, legal: dict[str, str]) -> str:
    listed = "; ".join(f"{name} ({label})" for name, label in legal.items())
    return f"This journal has no question {key!r}. Its questions: {listed or 'none'}."


def _nights(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) > 365:
        raise argparse.ArgumentTypeError(f"a number of nights from 0 to 365, not {text!r}")
    return int(text)


def _millilitres(text: str) -> float:
    try:
        amount = float(text)
    except ValueError:
        amount = 0.0
    if not 30 <= amount <= 2000:
        raise argparse.ArgumentTypeError(f"millilitres from 30 to 2000, not {text!r}")
    return amount


def _write(found: Review, journal: Journal, given: argparse.Namespace, mapping: Mapping[str, str]) -> None:
    """Everything is made before anything is written, so that a fault leaves no half of it."""
    plan, made = next_plan(given, journal)
    keep = Keep(
        paper=given.paper,
        wording=given.wording,
        glass_ml=given.glass_ml,
        mapping=dict(mapping),
        journal=journal,
        plan=plan,
    )
    for name, form in FORMS.items():
        if (to := vars(given)[name]) is not None:
            made.append((to, form.write(found, keep)))
    if given.text is not None or not made:
        text = "\n".join(text_review(found, given.wording))
        made.append((given.text or "-", f"{text}\n".encode()))
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


def _say_unread(receipts: Sequence[Receipt]) -> bool:
    """Say why each file that could not be read was not; whether there was any."""
    unread = [receipt for receipt in receipts if receipt.error is not None]
    for receipt in unread:
        _say(f"{receipt.name}: {receipt.error}{_people(receipt)}")
    return bool(unread)


def _people(receipt: Receipt) -> str:
    """How to choose one of the people of a file, with the first names found in it."""
    if not receipt.choices:
        return ""
    named = ", ".join(receipt.choices[:_PEOPLE_SHOWN])
    more = len(receipt.choices) - _PEOPLE_SHOWN
    return f" Add --choose NAME, with one of: {named}{f' and {more} more' if more > 0 else ''}."


_PEOPLE_SHOWN = 12


def _where(error: Exception) -> str:
    """Where the program failed, without the error's own words: they could quote a cell."""
    return f"The program failed by a fault of its own ({place_of(error)}); nothing was written."


if __name__ == "__main__":
    raise SystemExit(main())
