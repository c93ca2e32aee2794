"""How a journal is read and reviewed, as options of a command: the same for one journal and for a cohort."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from analysis.journal import Added, answers_from_json, check_mapping

LONGEST_WASHOUT = 365  # nights


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """What files leave open: columns, dates, nights without an entry, a glass, and whose rows they are."""
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
        "--dates-mean", choices=["evening", "morning"], help="the night that a diary's date names"
    )
    parser.add_argument("--date-order", choices=["dmy", "mdy", "ymd"], help="order of day, month and year")
    parser.add_argument(
        "--unlogged",
        choices=["cramp-free", "unknown"],
        help="what a night without an entry is where only cramps are logged",
    )
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


def add_review_options(parser: argparse.ArgumentParser) -> None:
    """The part of the journal that is looked at, and the question."""
    parser.add_argument(
        "--start", type=read_date, metavar="DATE", help="first night of the period, as 2025-03-01"
    )
    parser.add_argument("--end", type=read_date, metavar="DATE", help="last night of the period")
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


def told_in(parser: argparse.ArgumentParser, given: argparse.Namespace) -> tuple[dict[str, str], list[Added]]:
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


def reviewing_of(given: argparse.Namespace) -> dict[str, Any]:
    """The arguments of ``review`` that the options give; what was not given is left to the journal."""
    return {
        "start": given.start,
        "end": given.end,
        "washout": given.washout,
        "hemisphere": given.hemisphere,
        "question": given.question,
        "left_out": [night for nights in given.leave_out for night in nights] or None,
    }


def reading_of(given: argparse.Namespace) -> dict[str, Any]:
    """The arguments of ``read_journal`` that the options give, but whose rows are read."""
    return {
        "dates_mean": given.dates_mean,
        "date_order": given.date_order,
        "unlogged": given.unlogged,
        "glass_ml": given.glass_ml,
    }


def _mapping(text: str) -> tuple[str, str]:
    header, equals, field = text.rpartition("=")
    if not equals or not header.strip() or not field.strip():
        raise argparse.ArgumentTypeError(f"a mapping reads HEADER=FIELD, not {text!r}")
    return header.strip(), field.strip()


def read_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a date reads 2025-03-01, not {text!r}") from None


def _stretch(text: str) -> list[date]:
    first, _, last = text.partition("..")
    start, end = read_date(first), read_date(last or first)
    if end < start:
        raise argparse.ArgumentTypeError(
            f"the nights to leave out end on {end}, before they start on {start}"
        )
    return [date.fromordinal(day) for day in range(start.toordinal(), end.toordinal() + 1)]


def _nights(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) > LONGEST_WASHOUT:
        raise argparse.ArgumentTypeError(f"a number of nights from 0 to {LONGEST_WASHOUT}, not {text!r}")
    return int(text)


def _millilitres(text: str) -> float:
    try:
        amount = float(text)
    except ValueError:
        amount = 0.0
    if not 30 <= amount <= 2000:
        raise argparse.ArgumentTypeError(f"millilitres from 30 to 2000, not {text!r}")
    return amount
