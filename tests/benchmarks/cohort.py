"""What a run over many journals costs, on this machine, with nothing but the program's own commands:

    nice -n 10 python -m tests.benchmarks.cohort --sizes 100 500 2000

makes simulated journals of four weeks, one in a hundred a bad one that is known, runs them through the
processes here and through a Dask scheduler with two workers over TLS on loopback, and prints journals a
minute, the most memory that the driver had, whether exactly the bad ones were named, and the pooled answer
beside the truth.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from math import exp
from pathlib import Path

import numpy as np
import pandas as pd

from tests.executor.cluster import ROOT, Running, running

NIGHTS, PER_NIGHT, RATIO, TAU = 28, 0.7, 0.7, 0.15
CHANGED = 10  # one in so many begins a medicine
BAD = (
    ("damaged.xlsx", b"PK\x03\x04 nothing"),
    ("empty.csv", b""),
    ("weights.csv", b"Date,Weight (kg)\n2025-01-01,71\n2025-01-02,72\n"),
    ("people.csv", b"Night,Name,Cramps\n" + b"2025-01-01,A,1\n2025-01-01,B,0\n2025-01-02,A,2\n" * 5),
    ("picture.csv", bytes(range(256)) * 40),
)
# The program, and afterwards the most memory that its own process had, workers apart.
DRIVER = """
import sys
from analysis.__main__ import main
code = main(sys.argv[1:])
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
sys.exit(code)
"""


@dataclass(frozen=True)
class Measured:
    """What one run took, and what it said: rate [journals/min], driver [MB], those named on the terminal."""

    per_minute: float
    megabytes: float
    named: frozenset[str]


def simulated(number: int) -> bytes:
    """Clustered nights; one journal in ``CHANGED`` has magnesium from the middle on, with a ratio of its own
    around 0.70."""
    random = np.random.default_rng(number)
    drift = np.exp(np.convolve(random.normal(0, 0.25, NIGHTS + 6), np.ones(7) / 7**0.5, "valid"))
    after = (np.arange(NIGHTS) >= NIGHTS // 2) & (number % CHANGED == 0)
    ratio = RATIO * exp(random.normal(0, TAU))
    cramps = random.poisson(PER_NIGHT * drift * np.where(after, ratio, 1) / drift.mean())
    begin = pd.Timestamp("2024-01-01") + pd.Timedelta(days=int(random.integers(365)))
    rows = [
        f"{day:%Y-%m-%d},{count},{'magnesium' if taken else ''}"
        for day, count, taken in zip(pd.date_range(begin, periods=NIGHTS), cramps, after, strict=True)
    ]
    return "\n".join(["Night of,Cramps,Medication", *rows, ""]).encode()


def made(folder: Path, journals: int, bad: int) -> set[str]:
    """Fills ``folder``: every journal a sub-folder; the names of the bad ones."""
    step, named = max(1, journals // bad), set()
    for number in range(journals):
        own = folder / f"journal {number:06d}"
        own.mkdir(parents=True)
        place, rest = divmod(number, step)
        if rest == step // 2 and place < bad:
            name, content = BAD[place % len(BAD)]
            named.add(own.name)
        else:
            name, content = "diary.csv", simulated(number)
        (own / name).write_bytes(content)
    return named


def run(folder: Path, out: Path, *options: str) -> Measured:
    given = [sys.executable, "-c", DRIVER, "cohort", str(folder), "--out", str(out), *options]
    began = time.monotonic()
    ran = subprocess.run(given, cwd=ROOT, capture_output=True, text=True, check=False)
    took = time.monotonic() - began
    assert ran.returncode in (0, 3), ran.stderr
    [kilobytes] = re.findall(r"VmHWM:\s+(\d+) kB", ran.stdout)
    named = frozenset(re.findall(r"^(journal \d+): ", ran.stderr, re.M))
    return Measured(60 * len(list(folder.iterdir())) / took, int(kilobytes) / 1000, named)


def by_dask(found: Running) -> list[str]:
    tls = found.tls
    files = ["--tls-ca", str(tls.ca), "--tls-cert", str(tls.cert), "--tls-key", str(tls.key)]
    return ["--scheduler", found.address, *files]


def pooled(out: Path) -> str:
    """The pooled ratio after the change, with its interval and what is expected of a further journal."""
    groups = json.loads((out / "pooled.json").read_text(encoding="utf-8"))
    group = next((each for each in groups if each["part"] == "medication_changes"), None)
    if group is None or (found := group["pooled"]) is None:
        return "too few journals answered"
    middle, low, high, least, most = (
        exp(found[name]) for name in ("log_ratio", "low", "high", "expected_low", "expected_high")
    )
    return (
        f"{group['answered']} answered, {group['refused']} refused: {middle:.3f} ({low:.3f} to {high:.3f}), "
        f"tau {found['tau']:.2f}, a further journal {least:.2f} to {most:.2f}; truth {RATIO} and tau {TAU}"
    )


def measure(
    place: Path, sizes: Sequence[int], engines: Sequence[str], bad: int = 100
) -> list[tuple[str, int, Measured, bool]]:
    """A line for each engine and number of journals, one in ``bad`` of them bad: the engine, the number, what
    was measured, and whether just the bad ones were named."""
    planted = {
        size: made(place / f"journals {size}", size, max(1, size // bad)) for size in sorted(set(sizes))
    }
    lines = []
    (place / "dask").mkdir()
    with running(place / "dask") if "dask" in engines else nullcontext() as dask:
        for engine in engines:
            options = by_dask(dask) if dask is not None and engine == "dask" else ["--workers", engine]
            for size in sizes:
                out = place / f"{engine} {size}"
                found = run(place / f"journals {size}", out, *options)
                lines.append((engine, size, found, found.named == planted[size]))
                print(say(*lines[-1]), pooled(out), sep="\n  ", flush=True)
    return lines


def say(engine: str, size: int, found: Measured, just_the_bad: bool) -> str:
    by = "Dask with 2 workers" if engine == "dask" else f"{engine} worker{'s' * (engine != '1')} here"
    told = "just the bad ones" if just_the_bad else "NOT AS PLANTED"
    return (
        f"{by}: {size:,} journals, {found.per_minute:.0f} a minute, driver {found.megabytes:.0f} MB, "
        f"{len(found.named)} named, {told}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 500, 2000])
    parser.add_argument("--engines", nargs="+", default=["1", "2", "dask"], help="workers here, or dask")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        measure(Path(place), given.sizes, given.engines)


if __name__ == "__main__":
    main()
