"""A run over many journals: rows as they come, one lost journal costs itself only, and a stop is taken up."""

import secrets
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from math import log
from typing import Any

from analysis.cohort.kept import Kept
from analysis.cohort.pooled import FEWEST, Pooled, pool
from analysis.cohort.rows import How, Row, journal_row
from analysis.executor import Executor, NoWorkers, TaskLost
from analysis.journal import JournalError

Journals = Sequence[tuple[str, tuple[Any, ...]]]  # name, and its files as the task takes them
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

    def pooled(self) -> list["Group"]:
        """By medicine class and by exposure, and the rates before and after. Groups of fewer than ``FEWEST``
        journals are left out."""
        groups: dict[tuple[str, str], dict[int, tuple[float, float] | None]] = {}
        for asked in self.questions:
            if not asked["about"] or asked["form"] in ("stop", "decrease", "pause"):
                continue  # the ratio of an end is no ratio of a beginning
            for part, about, value, error in _answers(asked):
                of_group = groups.setdefault((part, about), {})
                answered = asked["reason"] is None and value and error is not None
                if answered or asked["journal"] not in of_group:  # of several the last that is answered
                    of_group[asked["journal"]] = (log(value), error) if answered and value and error else None
        return [
            group_of(part, about, journals)
            for (part, about), journals in sorted(groups.items())
            if len(journals) >= FEWEST
        ]


@dataclass(frozen=True)
class Group:
    """The answers to one question: ``part`` of the review (or ``rate_before`` and ``rate_after``, the rates
    around a change), what it is ``about``, the log ratio (or log rate a week) and its error of each journal
    that gave one, in the order of their numbers, how many ``refused``, and the ``pooled`` answer, None where
    fewer than ``FEWEST`` gave one.
    """

    part: str
    about: str
    journals: tuple[int, ...]
    log_ratios: tuple[float, ...]
    errors: tuple[float, ...]
    refused: int
    pooled: Pooled | None


def group_of(part: str, about: str, journals: Mapping[int, tuple[float, float] | None]) -> Group:
    given = {number: value for number, value in sorted(journals.items()) if value is not None}
    values, errors = tuple(value[0] for value in given.values()), tuple(value[1] for value in given.values())
    answer = pool(values, errors) if len(values) >= FEWEST else None
    return Group(part, about, tuple(given), values, errors, len(journals) - len(given), answer)


def _answers(asked: Row) -> Iterator[tuple[str, str, float | None, float | None]]:
    """Part, what it is about, value and error of everything that is pooled of one question."""
    about = asked["about"] if asked["part"] != "exposures" else f"{asked['about']} {asked['form']}"
    yield asked["part"], about, asked["ratio"], asked["error"]
    for when in ("before", "after"):
        if f"{when}_per_week" in asked:
            yield f"rate_{when}", about, asked[f"{when}_per_week"], asked[f"{when}_error"]


def run_cohort(
    journals: Journals,
    workers: Executor,
    how: How,
    kept: Kept | None = None,
    *,
    own: Mapping[str, How] | None = None,
    task: Callable[[Any, How], tuple[Row, list[Row]]] = journal_row,
    told: Callable[[], object] = lambda: None,
) -> Cohort:
    """Reads and reviews every journal by ``workers``. ``told`` is called after each. A journal that fails
    stands in ``failed`` with one sentence; ``kept`` holds what was read before and keeps what is read now.
    own : how single journals are read and reviewed instead of ``how``, by their names.
    """
    cohort, numbers = Cohort(), _numbers()
    for name, found in _outcomes(journals, workers, _each(how, own or {}), kept, task):
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


def _each(how: How, own: Mapping[str, How]) -> Callable[[str], tuple[How, How | None]]:
    """How a journal of a name is read, and the same once more where that is its own."""
    return lambda name: (own.get(name, how), own.get(name))


def _outcomes(
    journals: Iterable[tuple[str, tuple[Any, ...]]],
    workers: Executor,
    how_of: Callable[[str], tuple[How, How | None]],
    kept: Kept | None,
    task: Callable[[Any, How], tuple[Row, list[Row]]],
) -> Iterator[tuple[str, tuple[Row, list[Row]] | str]]:
    waiting: deque[tuple[str, str, Future[tuple[Row, list[Row]]]]] = deque()
    try:
        for name, files in journals:
            how, own = how_of(name)
            key = "" if kept is None else kept.key(name, files, own)
            if kept is not None and key in kept.done:
                row, asked = kept.done[key]
                yield name, (row, asked)
                continue
            waiting.append((name, key, workers.submit(task, files, how)))
            if len(waiting) >= _AHEAD:
                yield _ended(*waiting.popleft(), kept)
        while waiting:
            yield _ended(*waiting.popleft(), kept)
    finally:  # a run that is left ends what it had begun
        for _, _, future in waiting:
            future.cancel()


def _ended(
    name: str, key: str, future: "Future[tuple[Row, list[Row]]]", kept: Kept | None
) -> tuple[str, tuple[Row, list[Row]] | str]:
    try:
        outcome = future.result()
    except (JournalError, TaskLost) as refusal:
        return name, str(refusal)
    except NoWorkers:
        raise
    except Exception as fault:  # its message may hold a cell
        return name, f"a fault in the program ({type(fault).__name__})"
    if kept is not None:
        kept.keep(key, outcome)
    return name, outcome
