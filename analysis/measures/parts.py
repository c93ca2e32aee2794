"""How a measure runs its parts, so that its caller may keep a fault of one from the others.

A ``run`` gives what the part gives, or what stands for it where it is lost: nothing of its results' kind.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Run = Callable[..., Any]


def call(make: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """What ``make`` gives; its fault is the caller's."""
    return make(*given, **named)


def settled_among(
    found: Sequence[Any], kind: type[T], settle: Callable[[list[T]], Iterable[T]]
) -> tuple[Any, ...]:
    """The results of this kind, settled together, each in its place; what stands for a lost one stays.

    >>> settled_among([3, None, 5], int, lambda numbers: [number - min(numbers) for number in numbers])
    (0, None, 2)
    """
    settled = iter(settle([each for each in found if isinstance(each, kind)]))
    return tuple(next(settled) if isinstance(each, kind) else each for each in found)
