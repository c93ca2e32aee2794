"""A run over many journals: rows as they come, one lost journal costs itself only, and a stop is taken up."""

import hashlib
import json
import secrets
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from math import log
from pathlib import Path
from typing import Any

from analysis.cohort.pooled import FEWEST, Pooled, pool
from analysis.cohort.rows import How, Row, journal_row
from analysis.executor import Executor, TaskLost
from analysis.journal import JournalError
from analysis.measures import SeasonBehind

Journals = Sequence[tuple[str, tuple[Path, ...]]]
_AHEAD = 64  # journals given to the workers before their turn, so that the driver's memory does not grow
_LARGEST = 1_000_000_000


@dataclass
class Cohort:
    """What a run found. ``rows`` has one row a journal, ``questions`` one a question, both with the journal's
    random number; ``failed`` and ``names`` are for the terminal and for ``--names`` alone.
    """

    rows: list[Row] = field(default_factory=list)
    questions: list[Row] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    def pooled(self) -> list[tuple[str, str, Pooled | None, int, int]]:
        """By medicine class and by exposure: part, what it is about, the pooled answer, and how many journals
        gave one and refused. Groups of fewer than ``FEWEST`` journals are left out.
        """
        groups: dict[tuple[str, str], dict[int, Row | None]] = {}
        for asked in self.questions:
            if not asked["about"] or asked["form"] in ("stop", "decrease", "pause"):
                continue  # the ratio of an end is no ratio of a beginning
            about = asked["about"] if asked["part"] != "exposures" else f"{asked['about']} {asked['form']}"
            of_group = groups.setdefault((asked["part"], about), {})
            answered = asked["reason"] is None and asked["error"] is not None
            if answered or asked["journal"] not in of_group:  # of several changes the last that is answered
                of_group[asked["journal"]] = asked if answered else None
        found: list[tuple[str, str, Pooled | None, int, int]] = []
        for (part, about), journals in sorted(groups.items()):
            if len(journals) < FEWEST:
                continue
            told = [asked for asked in journals.values() if asked is not None]
            answer = _pooled(told) if len(told) >= FEWEST else None
            found.append((part, about, answer, len(told), len(journals) - len(told)))
        return found


def _pooled(told: Sequence[Row]) -> Pooled:
    seasons = [
        SeasonBehind(asked["season_pull"], asked["season_size"], asked["season_error"])
        for asked in told
        if asked.get("season_pull") is not None
    ]
    return pool(
        [log(asked["ratio"]) for asked in told],
        [asked["error"] for asked in told],
        seasons if len(seasons) == len(told) else (),
    )


class Kept:
    """What ``--resume`` goes on from: a line a journal that is done, under a salted hash of its path."""

    def __init__(self, path: Path, how: How, *, resume: bool) -> None:
        self.path, self.done = path, dict[str, Any]()
        told = hashlib.sha256(repr(how).encode()).hexdigest()
        self.salt = secrets.token_hex(16)
        lines = path.read_text("utf-8").splitlines() if resume and path.exists() else []
        head = _parsed(lines[0]) if lines else None
        if head is not None and head.get("how") == told:
            self.salt = str(head["salt"])
            kept = [line for line in map(_parsed, lines[1:]) if line is not None]
            self.done = {line["journal"]: line["found"] for line in kept}
        else:
            path.write_text(json.dumps({"how": told, "salt": self.salt}) + "\n", "utf-8")

    def key(self, name: str) -> str:
        return hashlib.sha256(f"{self.salt}{name}".encode()).hexdigest()

    def keep(self, name: str, found: Any) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"journal": self.key(name), "found": found}) + "\n")


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        read = json.loads(line)
    except ValueError:
        return None  # the last line of a run that was stopped while it wrote
    return read if isinstance(read, dict) else None


def run_cohort(
    journals: Journals,
    workers: Executor,
    how: How,
    kept: Kept | None = None,
    *,
    task: Callable[[tuple[Path, ...], How], tuple[Row, list[Row]]] = journal_row,
    told: Callable[[], object] = lambda: None,
) -> Cohort:
    """Reads and reviews every journal by ``workers``. ``told`` is called after each. A journal that fails
    stands in ``failed`` with one sentence; ``kept`` holds what was done before and keeps what is done now.
    """
    cohort, numbers = Cohort(), _numbers()
    for name, found in _outcomes(journals, workers, how, kept, task):
        if isinstance(found, str):
            cohort.failed[name] = found
        else:
            number = next(numbers)
            cohort.names[number] = name
            cohort.rows.append({"journal": number, **found[0]})
            cohort.questions += [{"journal": number, **asked} for asked in found[1]]
        told()
    cohort.rows.sort(key=lambda row: row["journal"])
    cohort.questions.sort(key=lambda asked: asked["journal"])
    return cohort


def _numbers() -> Iterator[int]:
    given: set[int] = set()
    while True:
        number = secrets.randbelow(_LARGEST)
        if number not in given:
            given.add(number)
            yield number


def _outcomes(
    journals: Iterable[tuple[str, tuple[Path, ...]]],
    workers: Executor,
    how: How,
    kept: Kept | None,
    task: Callable[[tuple[Path, ...], How], tuple[Row, list[Row]]],
) -> Iterator[tuple[str, tuple[Row, list[Row]] | str]]:
    waiting: deque[tuple[str, Future[tuple[Row, list[Row]]]]] = deque()
    for name, files in journals:
        if kept is not None and kept.key(name) in kept.done:
            found = kept.done[kept.key(name)]
            yield name, found if isinstance(found, str) else (found[0], found[1])
            continue
        waiting.append((name, workers.submit(task, files, how)))
        if len(waiting) >= _AHEAD:
            yield _ended(*waiting.popleft(), kept)
    while waiting:
        yield _ended(*waiting.popleft(), kept)


def _ended(
    name: str, future: "Future[tuple[Row, list[Row]]]", kept: Kept | None
) -> tuple[str, tuple[Row, list[Row]] | str]:
    outcome: tuple[Row, list[Row]] | str
    try:
        outcome = future.result()
    except (JournalError, TaskLost) as refusal:
        outcome = str(refusal)
    except Exception as fault:  # its message may hold a cell
        outcome = f"a fault in the program ({type(fault).__name__})"
    if kept is not None:
        kept.keep(name, outcome)
    return name, outcome
