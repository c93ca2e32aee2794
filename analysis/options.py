"""The options of ``python -m analysis``: what they are, and what is wrong with those given. A wrong one ends
the program with exit code 2 and one sentence.
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from analysis.journal import Added, answers_from_json, check_mapping
from analysis.plan_options import add_plan_options, check_plan_options, plan_outputs
from analysis.report import FORMS

PRINTED: dict[str, Any] = {"nargs": "?", "const": "-"}  # without a name
# A journal behind an option without a name is no output, and would else be lost.
_JOURNALS = (".csv", ".xlsx", ".xls", ".ods")


def read_options(words: Sequence[str]) -> argparse.Namespace:
    """The options given, each under its own name; beside them ``told``, every answer of the mapping files and
    of ``--map`` by its key, and ``typed``, what was typed on screen and came with a mapping file.
    """
    parser = _parser()
    given = parser.parse_args(words)
    _check(parser, given)
    given.told, given.typed = _told(parser, given)
    return given


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m analysis",
        description="Review a journal of nocturnal leg cramps: all files of one person together.",
        epilog="Without any output named the review is printed as text. A name of - prints it.",
    )
    _add_files(parser)
    _add_answers(parser)
    _add_look(parser)
    _add_vessel_and_person(parser)
    add_plan_options(parser, _date)
    parser.add_argument("--wording", choices=["everyday", "clinical"], default="everyday", help="of the text")
    return parser


def _add_files(parser: argparse.ArgumentParser) -> None:
    """What is read and what is written."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="journal files: CSV, text or Excel"
    )
    parser.add_argument(
        "--text",
        metavar="FILE",
        **PRINTED,
        help="write the review as text; - or no name prints it",
    )
    for name, form in FORMS.items():
        printed = PRINTED if name == "json" else {}
        parser.add_argument(
            f"--{name}", metavar=f"FILE.{form.ending}", **printed, help=f"write {form.what}; - prints it"
        )
    parser.add_argument("--paper", choices=["a4", "letter"], default="a4", help="of the page and the diary")


def _add_answers(parser: argparse.ArgumentParser) -> None:
    """What the files leave open: columns, dates, nights without an entry."""
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


def _add_look(parser: argparse.ArgumentParser) -> None:
    """The part of the journal that is looked at, and the question."""
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


def _add_vessel_and_person(parser: argparse.ArgumentParser) -> None:
    """What a glass holds, and whose rows are read."""
    parser.add_argument(
        "--glass-ml",
        type=_millilitres,
        metavar="ML",
        help="what a glass holds; by default what the page of the last visit says, else 250",
    )
    parser.add_argument(
        "--choose",
        action="append",
        default=[],
        metavar="NAME",
        help="whose rows to read from files of several people, or FILE=NAME for one file",
    )


def _check(parser: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    check_plan_options(parser, given)
    named = [name for name in (given.text, *(vars(given)[form] for form in FORMS)) if name]
    named += plan_outputs(given)
    if named.count("-") > 1:
        parser.error("only one output can go to the terminal")
    for option in ("text", "json"):
        if (to := vars(given)[option]) and Path(to).suffix.lower() in _JOURNALS:
            parser.error(f"{to} is no name for --{option}; name the journals first, or write --{option} -")
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


def choices(given: argparse.Namespace) -> dict[str, str]:
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
