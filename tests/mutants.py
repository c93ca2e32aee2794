"""Do the tests bite? Small changes to the code, one at a time, and whether a test notices.

    python3 -m uv run python tests/mutants.py                   a seeded sample of 400, by package
    python3 -m uv run python tests/mutants.py --only analysis.journal.ledger --sample 60
    python3 -m uv run python tests/mutants.py NAME…             mutants by name, as the list prints them

mutmut makes the changes (``[tool.mutmut]`` of pyproject.toml says where), in a copy of the tracked files.
First each test file runs once without any, in a process of its own, and it is kept which functions its tests
ran. Then every mutant has a process of its own, forked before any test has run (a value that a run without
the change had cached would hide it). Of the test files that run its function the module's own comes first,
then its package's, then the quickest, until a test fails, for at most ``BUDGET`` seconds of the processor.
"""

import argparse
import ast
import difflib
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from fnmatch import fnmatch
from functools import partial, wraps
from pathlib import Path
from typing import Any, TypeVar

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEED = 20251127
TESTS = (
    "tests/journal",
    "tests/measures",
    "tests/plan",
    "tests/words",
    "tests/test_review.py",
    "tests/test_findings.py",
)
# Simulations, and files made to break the reader: they would find much, and take long for each.
LEFT_OUT = (
    "tests/journal/test_robustness.py",
    "tests/journal/test_hostile_files.py",
    "tests/measures/test_calibration.py",
)
BUDGET = 40
MEMORY_BYTES = 6_000_000_000
OPTIONS = (
    "-q",
    "-n",
    "0",
    "-m",
    "not slow and not clock",
    "--capture=no",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:benchmark",
)
SURVIVED, KILLED = 0, 1
K = TypeVar("K")

Found = dict[str, tuple[set[str], float]]
"""By a test's place in the collection, as text: the functions that it ran, and its seconds."""


def copy_of_the_tree(folder: Path) -> None:
    """The files that git knows or would take, and nothing else, in ``folder``."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


def mutate(folder: Path) -> dict[str, Path]:
    """Writes every mutant into the copy's modules, each asleep. The mutants' names, with their module."""
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name

    patterns = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]["only_mutate"]
    found: dict[str, Path] = {}
    for path in sorted((folder / "analysis").rglob("*.py")):
        inside = path.relative_to(folder)
        if any(fnmatch(inside.as_posix(), pattern) for pattern in patterns):
            mutated = mutate_file_contents(str(inside), path.read_text("utf-8"))
            path.write_text(mutated.code, encoding="utf-8")
            found |= {get_mutant_name(inside, name): inside for name in mutated.mutant_names}
    return found


class Functions:
    """The functions that have mutants, as their modules are imported: to watch, or to change in place.

    mutmut's own way asks at each call which mutant is awake, which makes reading several times slower.
    """

    def __init__(self, watched: bool) -> None:
        from mutmut.mutation import trampoline

        self.ran: set[str] = set()
        self._found: list[tuple[dict[str, Callable[..., Any]], Callable[..., Any]]] = []
        self._watched = watched
        trampoline.wrap_in_trampoline = self._wrap  # type: ignore[assignment]

    def _wrap(self, mutants: Any, is_classmethod: bool = False) -> Callable[..., Any]:
        def decorated(function: Any) -> Any:
            self._found.append((mutants, function))
            if not self._watched:
                return function
            name = f"{function.__module__}.{function.__qualname__}"

            @wraps(function)
            def watching(*given: Any, **named: Any) -> Any:
                self.ran.add(name)
                return function(*given, **named)

            return watching

        return decorated

    def wake(self, mutant: str) -> None:
        """The function does from now on what ``mutant`` does, whoever has it by whatever name."""
        module, _, short = mutant.rpartition(".")
        function, changed = next(
            (function, mutants[short])
            for mutants, function in self._found
            if function.__module__ == module and short in mutants
        )
        for part in ("__code__", "__defaults__", "__kwdefaults__"):
            setattr(function, part, getattr(changed, part))


def function_of(mutant: str) -> str:
    """As ``Functions`` names it: ``module.Class.method`` of ``module.xǁClassǁmethod__mutmut_3``."""
    module, _, short = mutant.rpartition(".")
    name = short.rpartition("__mutmut_")[0]
    return f"{module}.{name[2:].replace('ǁ', '.') if name.startswith('xǁ') else name[2:]}"


class Loop:
    """Stands in for pytest's own loop: what it does with the tests that were collected."""

    def __init__(self, loop: Callable[["Loop"], None]) -> None:
        self.loop = loop
        self.items: list[pytest.Item] = []
        self.failed = False

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = session.items
        self.loop(self)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed |= report.failed

    def run(self, places: Sequence[int]) -> Iterator[int]:
        """Runs these tests one after the other, and gives each one's place when it has ended."""
        following = [self.items[place] for place in places[1:]]
        for place, after in zip(places, [*following, None], strict=True):
            self.items[place].config.hook.pytest_runtest_protocol(item=self.items[place], nextitem=after)
            yield place


def forked(act: Callable[[], int]) -> int:
    """The process that does ``act`` and ends with what it gives; nothing of it is printed."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        try:
            os._exit(act())
        except BaseException:
            os._exit(KILLED)
    return child


def ended() -> tuple[int, bool]:
    """The next process that has ended, with what it may have left running, and whether all went well."""
    child, status = os.wait()
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return child, os.waitstatus_to_exitcode(status) == SURVIVED


def side_by_side(acts: Mapping[K, Callable[[], int]], at_once: int) -> Iterator[tuple[K, bool]]:
    """Does each act in a process of its own, so many at once, and gives its key and whether all went well."""
    running: dict[int, K] = {}
    waiting = list(reversed(acts))
    while waiting or running:
        while waiting and len(running) < at_once:
            key = waiting.pop()
            running[forked(acts[key])] = key
        child, well = ended()
        yield running.pop(child), well


def collect(loop: Callable[[Loop], None]) -> None:
    """Collects the tests, and does ``loop`` with them."""
    pytest.main([*OPTIONS, *TESTS, *(f"--ignore={name}" for name in LEFT_OUT)], plugins=[Loop(loop)])


def watch(kept: Path, at_once: int) -> None:
    """Runs every test file once, and writes into ``kept`` which functions each of its tests ran."""
    functions = Functions(watched=True)

    def loop(tests: Loop) -> None:
        files = defaultdict(list)
        for place, item in enumerate(tests.items):
            files[item.path].append(place)

        def one(places: list[int]) -> int:
            found, began = {}, time.process_time()
            for place in tests.run(places):
                found[place] = (sorted(functions.ran), time.process_time() - began)
                functions.ran.clear()
                began = time.process_time()
            if tests.failed:  # it would notice every mutant
                return KILLED
            (kept / f"{places[0]}.json").write_text(json.dumps(found))
            return SURVIVED

        for path, well in side_by_side(
            {path: partial(one, places) for path, places in files.items()}, at_once
        ):
            if not well:
                print("fails without any mutant:", path, flush=True)

    collect(loop)


def order(mutant: str, module: Path, tests: Loop, found: Found) -> list[int]:
    """The places of the tests to try: file by file, and in each first those that run the function."""
    changed = function_of(mutant)
    files = defaultdict(list)
    for place, item in enumerate(tests.items):
        if str(place) in found:
            files[item.path.relative_to(Path.cwd())].append(place)
    package = Path("tests", *module.parent.parts[1:])
    ranked = []
    for path, places in files.items():
        direct = [place for place in places if changed in found[str(place)][0]]
        if direct:
            seconds = sum(found[str(place)][1] for place in direct)
            near = (path != package / f"test_{module.stem}.py", path.parent != package)
            ranked.append(
                ((*near, seconds), direct + [place for place in places if place not in set(direct)])
            )
    return [place for _, places in sorted(ranked) for place in places]


def is_noticed(tests: Loop, places: Sequence[int], found: Found) -> int:
    """Whether one of these tests fails, or takes far longer than without a mutant."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    limits = [20 + 10 * found[str(place)][1] for place in places]
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, limits[0])
    for _, limit in zip(tests.run(places), [*limits[1:], 20], strict=True):
        if tests.failed:
            return KILLED
        if time.process_time() - began > BUDGET:
            break
        signal.setitimer(signal.ITIMER_PROF, limit)
    return SURVIVED


def difference(name: str, module: Path) -> str:
    """The lines that the mutant changes."""
    short = name.rpartition(".")[2]
    tree = ast.parse(module.read_text("utf-8"))
    found = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    before, after = found[short.rpartition("__mutmut_")[0] + "__mutmut_orig"], found[short]
    after.name = before.name
    lines = difflib.unified_diff(
        *(ast.unparse(node).splitlines() for node in (before, after)), n=0, lineterm=""
    )
    return "\n".join(f"    {line}" for line in lines if not line.startswith(("---", "+++", "@@")))


def table(outcome: dict[str, bool], modules: dict[str, Path]) -> str:
    """Killed and survived, by package."""
    killed, tried = Counter[str](), Counter[str]()
    for name, dead in outcome.items():
        for row in (modules[name].parent.as_posix(), "all"):
            tried[row] += 1
            killed[row] += dead
    rows = [f"{'package':32}{'killed':>8}{'survived':>10}{'share':>8}"]
    for row in sorted(tried, key=lambda row: (row == "all", row)):
        share = killed[row] / tried[row]
        rows.append(f"{row:32}{killed[row]:>8}{tried[row] - killed[row]:>10}{share:>8.0%}")
    return "\n".join(rows)


def try_each(names: Sequence[str], modules: dict[str, Path], kept: Path, at_once: int) -> None:
    """Prints of every mutant whether it was killed, what a survivor changes, and the table."""
    functions = Functions(watched=False)
    found: Found = {}
    for file in kept.glob("*.json"):
        found |= json.loads(file.read_text())
    outcome: dict[str, bool] = {}

    def loop(tests: Loop) -> None:
        def one(name: str) -> int:
            functions.wake(name)
            places = order(name, modules[name], tests, found)
            return is_noticed(tests, places, found) if places else SURVIVED

        try:
            for name, survived in side_by_side({name: partial(one, name) for name in names}, at_once):
                outcome[name] = not survived
                print("survived" if survived else "killed", name, flush=True)
                if survived:
                    print(difference(name, modules[name]), flush=True)
        except KeyboardInterrupt:  # the first of a seeded sample are a seeded sample
            print(f"stopped after {len(outcome)}")

    collect(loop)
    print(table(outcome, modules))


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("names", nargs="*", help="mutants by name, instead of a sample")
    parser.add_argument("--sample", type=int, default=400)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", default="", help="only mutants whose name begins so")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, help="processes side by side")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as made:
        folder, kept = Path(made, "tree"), Path(made, "kept")
        folder.mkdir()
        kept.mkdir()
        copy_of_the_tree(folder)
        os.chdir(folder)
        sys.path[0] = str(folder)
        modules = mutate(folder)
        offered = sorted(name for name in modules if name.startswith(asked.only))
        names = asked.names or random.Random(asked.seed).sample(offered, min(asked.sample, len(offered)))
        print(f"{len(names)} of {len(offered)} mutants", flush=True)
        watcher = os.fork()  # what it imports is watched, here it is not
        if watcher == 0:
            watch(kept, asked.at_once)
            os._exit(0)
        os.waitpid(watcher, 0)
        try_each(names, modules, kept, asked.at_once)


if __name__ == "__main__":
    main(sys.argv[1:])
