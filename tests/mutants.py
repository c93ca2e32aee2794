"""Do the tests bite? Small changes to the code, one at a time, and whether a test notices.

    python3 -m uv run python tests/mutants.py                   a seeded sample of 400, by package
    python3 -m uv run python tests/mutants.py --only analysis.journal.ledger --sample 60
    python3 -m uv run python tests/mutants.py NAME…             mutants by name, as the list prints them

mutmut makes the changes (``[tool.mutmut]`` of pyproject.toml says where), in a copy of the tracked files. A
mutant is killed when a test of its module's own file fails, else of its package, else of what is read or
reckoned with it; simulations and files made to break the reader are left out. Each runs in a process of its
own, forked before any test has run: a value that a run without the change had cached would hide it.
"""

import argparse
import ast
import difflib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = 20251127
# Beyond a test of the package itself: what is read or reckoned with it.
ALSO = {
    "analysis/journal": ("tests/journal",),
    "analysis/measures": ("tests/measures", "tests/plan", "tests/test_review.py", "tests/test_findings.py"),
}
LEFT_OUT = (
    "tests/journal/cells",
    "tests/journal/tables",
    "tests/journal/test_robustness.py",
    "tests/journal/test_properties.py",
    "tests/journal/test_used_rows.py",
    "tests/journal/test_writing.py",
    "tests/measures/test_calibration.py",
    "tests/plan/test_chances.py",
    "tests/test_review.py::test_the_named_question_stands_by_its_own_interval",
    "tests/test_review.py::test_a_year_and_ten_years_are_reviewed_in_time",
    "tests/test_review.py::test_a_journal_where_nothing_is_shows_a_direction_in_few",
)
CPU_SECONDS = 300
MEMORY_BYTES = 6_000_000_000


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


def stages(module: Path) -> Iterator[list[str]]:
    """The tests to try, nearest first: the module's own file, its package's, what goes with it."""
    package = Path("tests", *module.parent.parts[1:])
    own = package / f"test_{module.stem}.py"
    if own.is_file():
        yield [str(own)]
    if package.is_dir():
        yield [
            str(file) for file in sorted(package.glob("test_*.py")) if file not in (own, *map(Path, LEFT_OUT))
        ]
    top = "/".join(module.parts[:2])
    rest = [f"--ignore={package}", *(f"--deselect={name}" for name in LEFT_OUT if "::" in name)]
    rest += [f"--ignore={name}" for name in LEFT_OUT if "::" not in name]
    yield [*(name for name in ALSO[top] if Path(name) != package), *rest]


def is_killed(name: str, module: Path, near: bool) -> bool:
    """Whether a test fails while ``name`` is awake, in a process of its own."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        signal.alarm(6 * CPU_SECONDS)
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        os._exit(_a_test_fails(name, module, near))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def _a_test_fails(name: str, module: Path, near: bool) -> int:
    import pytest
    from mutmut.mutation.trampoline import set_mutant_under_test

    set_mutant_under_test(name)
    for tests in list(stages(module))[: 2 if near else None]:
        plugins = ["-p", "no:benchmark", "-p", "no:cacheprovider", "-n", "0"]
        code = pytest.main(["-x", "-q", *plugins, *tests]) if tests else 0
        if code not in (0, pytest.ExitCode.NO_TESTS_COLLECTED):
            return 1
    return 0


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


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("names", nargs="*", help="mutants by name, instead of a sample")
    parser.add_argument("--sample", type=int, default=400)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", default="", help="only mutants whose name begins so")
    parser.add_argument("--near", action="store_true", help="only the tests of the module and of its package")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        copy_of_the_tree(folder)
        os.chdir(folder)
        modules = mutate(folder)
        offered = sorted(name for name in modules if name.startswith(asked.only))
        names = asked.names or random.Random(asked.seed).sample(offered, min(asked.sample, len(offered)))
        print(f"{len(names)} of {len(offered)} mutants", flush=True)
        sys.path[0] = made
        import playwright.sync_api  # noqa: F401
        import pytest  # noqa: F401
        import scipy.stats  # noqa: F401

        import analysis.report  # noqa: F401

        for package in sorted({modules[name].parent for name in names}):
            if is_killed("", package / "__init__.py", asked.near):
                sys.exit(f"the tests of {package} fail without any mutant")
        outcome: dict[str, bool] = {}
        try:
            for name in names:
                outcome[name] = is_killed(name, modules[name], asked.near)
                print("killed" if outcome[name] else "survived", name, flush=True)
                if not outcome[name]:
                    print(difference(name, modules[name]), flush=True)
        except KeyboardInterrupt:  # the first of a seeded sample are a seeded sample
            print(f"stopped after {len(outcome)}")
        print(table(outcome, modules))


if __name__ == "__main__":
    main(sys.argv[1:])
