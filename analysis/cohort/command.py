"""``python -m analysis cohort FOLDER --out FOLDER``: one row a journal, and the pooled answer.

Exit codes as of the review: 0 every journal was read, 1 none, 2 the arguments are wrong, 3 some failed or the
run was stopped.
"""

import argparse
import csv
import json
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from tqdm import tqdm

from analysis.cohort.folders import WrongOptions, journals_in, options_in
from analysis.cohort.groups import RATES, Group, without_small_groups
from analysis.cohort.kept import Kept
from analysis.cohort.rows import How
from analysis.cohort.runs import Cohort, run_cohort
from analysis.cohort.tables import DICTIONARY, write_table
from analysis.executor import Bounds, Cluster, Executor, InProcess, NoCluster, NoWorkers, Tls, executor
from analysis.report import CohortResults, write_cohort_page, write_cohort_workbook
from analysis.review_options import add_reading_options, add_review_options, reading_of, reviewing_of, told_in

READ, NONE, WRONG_ARGUMENTS, PARTLY_READ = 0, 1, 2, 3
STATE = ".cohort-state.jsonl"


def main(arguments: Sequence[str]) -> int:
    """Runs over a folder of journals and writes what it found; the exit code is returned."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        journals = journals_in(given.folder.resolve())
        given.out.mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        _say(f"The folder cannot be used: {refusal.strerror}.")
        return WRONG_ARGUMENTS
    if not len(journals):
        _say("There is no journal in the folder; put each into a folder or a file of its own.")
        return NONE
    how = _how(parser, given)
    try:
        own = options_in(given.folder, journals.names, how)
        workers = _workers(given)
    except (WrongOptions, NoCluster) as refusal:
        _say(str(refusal))
        return WRONG_ARGUMENTS
    try:
        with stopped_by_terminate():
            kept = Kept(given.out / STATE, how, resume=given.resume)
            with tqdm(total=len(journals), unit="journal", disable=not sys.stderr.isatty()) as bar:
                found = run_cohort(journals, workers, how, kept, own=own, told=bar.update)
    except KeyboardInterrupt:
        _say("Stopped. Give the same command with --resume to go on where it was.")
        return PARTLY_READ
    except NoWorkers as lost:
        _say(f"{lost} Give the same command with --resume to go on where it was.")
        return PARTLY_READ
    except OSError as refusal:
        _say(f"What was done could not be kept: {refusal.strerror}. Make room and use --resume.")
        return NONE
    finally:
        workers.close()
    for name, why in found.failed.items():
        _say(f"{''.join(letter for letter in name if letter.isprintable())}: {why}")
    try:
        _write(found, given.out, given.names)
    except OSError as refusal:
        _say(f"The results could not be written: {refusal.strerror}. Nothing is lost: use --resume.")
        return NONE
    print(f"{len(found.rows)} journals read, {len(found.failed)} failed; written to {given.out}")
    if not found.failed:
        kept.forget()
        return READ
    _say(f"{STATE} there is for --resume, which tries the failed ones again; pass it on to nobody.")
    return PARTLY_READ if found.rows else NONE


@contextmanager
def stopped_by_terminate() -> Iterator[None]:
    """Within it, a request to terminate stops the run as Ctrl-C does, so that no worker is left behind."""

    def stop(_: int, __: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _workers(given: argparse.Namespace) -> Executor:
    """Processes of this machine, or the workers of the scheduler that is named."""
    bounds = Bounds(60 * given.minutes_each, given.memory_each)
    if given.scheduler is None:
        workers = executor(given.workers, bounds, preload=("analysis.cohort", "analysis.warmed"))
        if isinstance(workers, InProcess):
            _say("No process can be started beside this one: a journal's time and memory are not bounded.")
        return workers
    if None in (given.tls_ca, given.tls_cert, given.tls_key):
        raise NoCluster("With --scheduler go --tls-ca, --tls-cert and --tls-key.")
    return Cluster(given.scheduler, Tls(given.tls_ca, given.tls_cert, given.tls_key), bounds)


def _write(found: Cohort, out: Path, names: Path | None) -> None:
    """All results or none: they take the place of those of a run before when every one is written."""
    groups = found.pooled()
    results = results_of(found, groups)
    with tempfile.TemporaryDirectory(prefix=".cohort-", dir=out) as folder:
        beside = Path(folder)
        write_table("journals", found.rows, beside)
        write_table("questions", results.questions, beside)
        shutil.copyfile(DICTIONARY, beside / DICTIONARY.name)
        (beside / "pooled.json").write_text(json.dumps(pooled_as_data(groups), indent=2), encoding="utf-8")
        (beside / "pooled.pdf").write_bytes(write_cohort_page(results))
        write_cohort_workbook(results, into=beside / "cohort.xlsx")
        if names is not None:
            write_names(found.names, names)
        for written in beside.iterdir():
            written.replace(out / written.name)


def write_names(names: Mapping[int, str], path: Path) -> None:
    """The list from the random number of each journal to its name, in the order of the numbers."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("journal", "name"), *sorted(names.items())])


def results_of(found: Cohort, groups: Sequence[Group]) -> CohortResults:
    """What may be passed on of a run: its rows, and what is pooled of them."""
    return CohortResults(found.rows, without_small_groups(found.questions), groups, len(found.failed))


def pooled_as_data(groups: Sequence[Group]) -> list[dict[str, Any]]:
    """Every pooled answer as plain data; ``pooled`` is None where too few journals gave an answer. What is
    pooled has the name of what it is: ``log_ratio`` [-], or ``log_rate`` of the cramps a week."""
    return [
        {
            "part": group.part,
            "about": group.about,
            "answered": len(group.journals),
            "refused": group.refused,
            "refused_by_reason": dict(group.reasons),
            "pooled": None if group.pooled is None else _named(group),
        }
        for group in groups
    ]


def _named(group: Group) -> dict[str, Any]:
    name = "log_rate" if group.part in RATES else "log_ratio"
    return {
        name if field == "log_value" else field: value
        for field, value in asdict(cast("Any", group.pooled)).items()
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analysis cohort", description=__doc__)
    parser.add_argument("folder", type=Path, help="one journal a sub-folder or file")
    parser.add_argument("--out", type=Path, required=True, help="where the tables are written")
    parser.add_argument("--workers", type=int, help="processes; as many as cores where not given")
    parser.add_argument(
        "--scheduler", metavar="tls://HOST:PORT", help="a Dask scheduler, instead of processes here"
    )
    for name, what in (("ca", "authority"), ("cert", "own certificate"), ("key", "own key")):
        parser.add_argument(f"--tls-{name}", type=Path, metavar="PEM", help=f"{what}, for the scheduler")
    parser.add_argument("--minutes-each", type=float, default=2, help="time that one journal may take [min]")
    parser.add_argument("--memory-each", type=int, default=2000, help="memory of one journal [MB]")
    parser.add_argument("--resume", action="store_true", help="go on where a stopped run was")
    parser.add_argument(
        "--names",
        type=Path,
        help="a file for the list from number to name, of the journals that were read; else none",
    )
    add_reading_options(parser)
    add_review_options(parser)
    return parser


def _how(parser: argparse.ArgumentParser, given: argparse.Namespace) -> How:
    """How every journal is read and reviewed, where no row of its own says otherwise."""
    told, typed = told_in(parser, given)
    if typed:
        parser.error("a mapping file with entries that were typed on screen is of one journal")
    reading = {**reading_of(given), **({"mapping": told} if told else {})}
    if given.choose:
        reading["choose"] = given.choose[-1]
    return How(tuple(reading.items()), tuple(reviewing_of(given).items()))


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
