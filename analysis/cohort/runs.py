"""A run over many journals: rows as they come, one lost journal costs itself only, and a stop is taken up."""

import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from typing import Any

from analysis.cohort.groups import Group, groups_of
from analysis.cohort.kept import Kept, Place, Shelf
from analysis.cohort.rows import How, Row, journal_row
from analysis.executor import Executor, NoWorkers, TaskLost
from analysis.journal import JournalError

Journals = Iterable[tuple[str, Sequence[Any]]]  # name, and its files as the task takes them
Found = tuple[Row, list[Row]]
_AHEAD = 64  # journals given to the workers before their turn, so that the driver's memory does not grow
_LARGEST = 1_000_000_000


@dataclass
class Cohort:
    """What a run found. ``rows`` has one row a journal, ``questions`` one a question, both with the journal's
    random number and in the order of the numbers; ``failed`` and ``names`` are for the terminal and for
    ``--names`` alone.
    """

    rows: Collection[Row] = ()
    questions: Collection[Row] = ()
    failed: dict[str, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    def pooled(self) -> list[Group]:
        """By medicine class and by exposure, and the rates before and after; no small group."""
        return groups_of(self.questions)


def run_cohort(
    journals: Journals,
    workers: Executor,
    how: How,
    kept: Kept | None = None,
    *,
    own: Mapping[str, How] | None = None,
    task: Callable[[Any, How], Found] = journal_row,
    told: Callable[[], object] = lambda: None,
) -> Cohort:
    """Reads and reviews every journal by ``workers``. ``told`` is called after each. A journal that fails
    stands in ``failed`` with one sentence; ``kept`` holds what was read before and keeps what is read now,
    and the rows are then read from it when they are looked at.
    own : how single journals are read and reviewed instead of ``how``, by their names.
    """
    cohort, read = Cohort(), dict[int, Found]()
    shelf = None if kept is None else Shelf(kept.path)
    for name, found in _outcomes(journals, workers, _each(how, own or {}), kept, task):
        if isinstance(found, str):
            cohort.failed[name] = found
        else:
            number = _number(cohort.names)
            cohort.names[number] = name
            if isinstance(found, Place):
                assert shelf is not None
                shelf.add(number, found)
            else:
                read[number] = found
        told()
    if shelf is not None:
        cohort.rows, cohort.questions = shelf.rows, shelf.questions
    else:
        cohort.rows = [{"journal": number, **read[number][0]} for number in sorted(read)]
        cohort.questions = [
            {"journal": number, **asked} for number in sorted(read) for asked in read[number][1]
        ]
    return cohort


def _number(given: Collection[int]) -> int:
    while (number := secrets.randbelow(_LARGEST)) in given:
        pass
    return number


def _each(how: How, own: Mapping[str, How]) -> Callable[[str], tuple[How, How | None]]:
    """How a journal of a name is read, and the same once more where that is its own."""
    return lambda name: (own.get(name, how), own.get(name))


def _outcomes(
    journals: Journals,
    workers: Executor,
    how_of: Callable[[str], tuple[How, How | None]],
    kept: Kept | None,
    task: Callable[[Any, How], Found],
) -> Iterator[tuple[str, Found | Place | str]]:
    """Each journal with what was found, where that is kept, or why it failed, as soon as it is known."""
    waiting: dict[Future[Found], tuple[str, str]] = {}
    try:
        for name, files in journals:
            how, own = how_of(name)
            key = "" if kept is None else kept.key(name, files, own)
            if kept is not None and key in kept.done:
                yield name, kept.done[key]
                continue
            waiting[workers.submit(task, files, how)] = name, key
            if len(waiting) >= _AHEAD:
                yield from _ended(waiting, kept)
        while waiting:
            yield from _ended(waiting, kept)
    finally:  # a run that is left ends what it had begun
        for future in waiting:
            future.cancel()


def _ended(
    waiting: dict[Future[Found], tuple[str, str]], kept: Kept | None
) -> Iterator[tuple[str, Found | Place | str]]:
    """What ended of what is waited for, at least one: a journal that hangs holds up no other."""
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        name, key = waiting.pop(future)
        yield name, _outcome(future, key, kept)


def _outcome(future: Future[Found], key: str, kept: Kept | None) -> Found | Place | str:
    try:
        found = future.result()
    except (JournalError, TaskLost) as refusal:
        return str(refusal)
    except NoWorkers:
        raise
    except Exception as fault:  # its message may hold a cell
        return f"a fault in the program ({type(fault).__name__})"
    return found if kept is None else kept.keep(key, found)
