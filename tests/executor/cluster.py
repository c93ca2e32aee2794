"""A Dask scheduler with two worker processes over TLS on loopback, and certificates made for it."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import trustme

from analysis.executor import Tls

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Running:
    address: str
    tls: Tls
    scheduler: "subprocess.Popen[bytes]"
    threads: int = 1
    of_workers: tuple[str, ...] = ()
    workers: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def begin_worker(self) -> None:
        options = (self.address, "--nthreads", str(self.threads), "--name", f"w{len(self.workers)}")
        folder = self.tls.ca.parent
        self.workers.append(
            start("worker", folder, self.tls, *options, *(self.of_workers or ("--no-nanny",)))
        )


def certificates(folder: Path) -> Tls:
    authority = trustme.CA()
    own = authority.issue_cert("127.0.0.1", "localhost")
    tls = Tls(folder / "ca.pem", folder / "cert.pem", folder / "key.pem")
    authority.cert_pem.write_to_path(tls.ca)
    own.cert_chain_pems[0].write_to_path(tls.cert)
    own.private_key_pem.write_to_path(tls.key)
    return tls


def start(what: str, folder: Path, tls: Tls, *options: str, **env: str) -> "subprocess.Popen[bytes]":
    """``dask scheduler`` or ``dask worker``; what it says goes into a file of ``folder``."""
    files = ["--tls-ca-file", str(tls.ca), "--tls-cert", str(tls.cert), "--tls-key", str(tls.key)]
    with (folder / f"{what}.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{what}", *options, *files, "--no-dashboard"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **env},
            stdout=log,
            stderr=log,
        )


@contextmanager
def running(folder: Path, *of_workers: str, number: int = 2, threads: int = 1) -> Iterator[Running]:
    """A scheduler and so many workers; all are ended at the end, whatever became of them."""
    tls = certificates(folder)
    scheduler = start("scheduler", folder, tls, "--host", "127.0.0.1", "--port", "0", "--protocol", "tls")
    own = Running("", tls, scheduler, threads, of_workers)
    try:
        own.address = told(folder / "scheduler.log")
        for _ in range(number):
            own.begin_worker()
        yield own
    finally:
        for process in (*reversed(own.workers), scheduler):
            process.kill()
            process.wait()


def told(log: Path, patience: float = 60) -> str:
    """The address that the scheduler says it listens at."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = re.search(r"tls://127\.0\.0\.1:\d+", log.read_text() if log.exists() else "")
        if found:
            return found[0]
        time.sleep(0.2)
    raise TimeoutError("the scheduler did not start")
