"""Many cases in one test, where each takes no time of its own.

A test of its own would cost each of them more than what it tries: a tenth of the run.
"""

import functools
import inspect
from collections.abc import Callable, Iterable, Sequence

Test = Callable[..., None]


def for_each(names: str | Sequence[str], cases: Iterable[object]) -> Callable[[Test], Test]:
    """As pytest's ``parametrize``, within one test: every case is tried, and those that fail are told
    together, each with what it was given. Fixtures are the same ones for all."""
    named = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    tried = list(cases)
    assert tried, "no case"

    def of(test: Test) -> Test:
        @functools.wraps(test)
        def of_all(**fixtures: object) -> None:
            failed = []
            for case in tried:
                values = [case] if len(named) == 1 else list(case)  # type: ignore[call-overload]
                given = dict(zip(named, values, strict=True))
                try:
                    test(**given, **fixtures)
                except Exception as fault:
                    fault.add_note(f"of {given!r}")
                    failed.append(fault)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(tried)} cases", failed)

        signature = inspect.signature(test)
        left = [each for name, each in signature.parameters.items() if name not in named]
        of_all.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return of_all

    return of
