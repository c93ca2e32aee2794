"""The options of ``python -m analysis``: what they are, and what is wrong with those given. A wrong one ends
the program with exit code 2 and one sentence.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from analysis.plan_options import add_plan_options, check_plan_options, plan_outputs
from analysis.report import FORMS
from analysis.review_options import add_reading_options, add_review_options, read_date, told_in

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
    given.told, given.typed = told_in(parser, given)
    return given


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m analysis",
        description="Review a journal of nocturnal leg cramps: all files of one person together.",
        epilog="Without any output named the review is printed as text. A name of - prints it.",
    )
    _add_files(parser)
    add_reading_options(parser)
    parser.add_argument(
        "--suggest",
        action="store_true",
        help="print a mapping of the headings that are not known to their likeliest fields, and no review",
    )
    add_review_options(parser)
    add_plan_options(parser, read_date)
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


def choices(given: argparse.Namespace) -> dict[str, str]:
    """Whose rows to read, by file name: a plain name goes for every file, FILE=NAME for that file."""
    names = [path.name for path in given.files]
    chosen: dict[str, str] = {}
    for choice in given.choose:
        name, _, who = choice.partition("=")
        chosen |= {name: who} if who and name in names else dict.fromkeys(names, choice)
    return chosen
