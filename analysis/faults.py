"""Faults of the program: told by their kind and place, never by their own words, which could quote a cell."""

import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, ParamSpec, Protocol, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
ROOT = Path(__file__).parents[1]  # not resolved: a frame names its file as it was imported, links and all
PASS_ON = ("faults.py", "server.py", "shielded.py")  # they call what may fail, and are not where it fails


class ProgramFault(Exception):
    """A fault that was met before: ``place`` is its kind and where it arose. Its own words are left behind.

    >>> str(ProgramFault("ValueError in patterns.py, line 7"))
    'ValueError in patterns.py, line 7'
    """

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def is_ours(file: str) -> bool:
    path = Path(file)
    return path.is_relative_to(ROOT) and ".venv" not in file and path.name not in PASS_ON


def place_of(fault: BaseException) -> str:
    """The kind of a fault and its place in the program, or that of the call where it arose outside; of one
    that was met before, where it arose.

    >>> place_of(ValueError("3 March: two cramps")).partition(" in ")[0]
    'ValueError'
    """
    while fault.__cause__ is not None and not isinstance(fault, ProgramFault):
        fault = fault.__cause__
    if isinstance(fault, ProgramFault):
        return fault.place
    place = next((f"{Path(file).name}, line {line}" for file, line in _frames(fault) if is_ours(file)), "")
    return f"{type(fault).__name__} in {place or 'an unknown place'}"


def _frames(fault: BaseException) -> Iterator[tuple[str, int]]:
    """File and line of every call from where the fault arose to where the program began."""
    passed = fault.__traceback__
    for frame, line in reversed(list(traceback.walk_tb(passed))):
        yield frame.f_code.co_filename, line
    for frame, line in traceback.walk_stack(passed.tb_frame.f_back if passed else None):
        yield frame.f_code.co_filename, line


class Lost:
    """Stands for a result that a fault has cost. Whoever looks into it meets the fault again, so that nothing
    is said of what is not known: not that it is empty, nor that it is none.

    >>> len(Lost("ValueError in patterns.py, line 7"))
    Traceback (most recent call last):
    analysis.faults.ProgramFault: ValueError in patterns.py, line 7
    """

    def __init__(self, lost_by: str) -> None:
        self.lost_by = lost_by

    def _fault(self, *_: Any) -> NoReturn:
        raise ProgramFault(self.lost_by)

    __iter__ = __len__ = __bool__ = __getitem__ = __contains__ = __eq__ = __lt__ = __float__ = _fault
    __hash__ = None  # type: ignore[assignment]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or "lost_by" not in vars(self):  # asked by the language itself
            raise AttributeError(name)
        raise ProgramFault(self.lost_by)


@dataclass(frozen=True)
class LostAnswer:
    """A question whose answer a fault has cost: its key, and the kind and place of the fault."""

    key: str
    place: str


def apart(found: tuple[T, ...], keys: Callable[[], Sequence[str]]) -> tuple[tuple[T, ...], list[LostAnswer]]:
    """The results that stand, and those that are lost, by their keys; a whole that is lost stays so.

    >>> apart((1, Lost("ValueError in patterns.py, line 7")), lambda: ["one", "two"])
    ((1,), [LostAnswer(key='two', place='ValueError in patterns.py, line 7')])
    """
    if isinstance(found, Lost) or not any(isinstance(each, Lost) for each in found):
        return found, []
    named = zip(keys(), found, strict=True)
    lost = [LostAnswer(key, each.lost_by) for key, each in named if isinstance(each, Lost)]
    return tuple(each for each in found if not isinstance(each, Lost)), lost


class Run(Protocol):
    """``attempt`` or ``at_once``."""

    def __call__(self, make: Callable[P, T], *given: P.args, **named: P.kwargs) -> T: ...


def attempt(make: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What ``make`` gives, or ``Lost`` where it has a fault. Want of memory ends the whole work."""
    try:
        return make(*given, **named)
    except MemoryError:
        raise
    except Exception as fault:
        return cast("T", Lost(place_of(fault)))


def at_once(make: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What ``make`` gives; its fault is the caller's."""
    return make(*given, **named)
