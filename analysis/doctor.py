"""What a clinic's IT wants to see proven: ``python -m analysis doctor``, one row a control.

Starts the page as the README does, asks it as a stranger would, and makes a visit with a marked journal.
Nothing of this leaves the machine, and all that was started is ended. Exit code 1 where a control fails.
"""

import argparse
import base64
import json
import mmap
import os
import re
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
MARK = b"Doctormark"
NIGHTS, EACH = 100, 20  # nights of the marked journal, and marks in the remark of each
A_FIFTIETH = NIGHTS * EACH // 50
PIECE = 1 << 24
SECONDS = 90  # to start, to open and to close
TO_LET_GO = 5  # s, for what is let go at the last pass over the memory after Close


@dataclass(frozen=True)
class Control:
    """One thing to see proven: its ``name``, what was seen, whether that is right, and how to mend it."""

    name: str
    evidence: str
    passed: bool
    mend: str


def settings() -> dict[str, dict[str, object]]:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running() -> Iterator[int]:
    """The page on a free port, with a home of its own that is empty."""
    port = free_port()
    with tempfile.TemporaryDirectory() as home:
        told = {"HOME": home, "STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_HEADLESS": "true"}
        gate = {name: value for name, value in os.environ.items() if name.startswith("CRAMP_JOURNAL_")}
        environment = {name: value for name, value in os.environ.items() if name not in gate} | told
        page = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "dashboard.py"], cwd=ROOT, env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            deadline = time.monotonic() + SECONDS
            while " 200 " not in answer(port, "/_stcore/health")[:20] and time.monotonic() < deadline:
                time.sleep(0.3)
            yield port
        finally:
            page.terminate()
            page.wait(20)


def answer(port: int, path: str, *headers: str, host: str = "", to: str = "127.0.0.1") -> str:
    """The head of the answer; empty where the address does not answer."""
    lines = (f"GET {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{port}'}", *headers, "", "")
    try:
        with socket.create_connection((to, port), timeout=10) as connection:
            connection.sendall("\r\n".join(lines).encode())
            return connection.recv(8192).decode("latin-1")
    except OSError:
        return ""


def first_line(head: str) -> str:
    return head.split("\r\n")[0] or "no answer"


def page_connection(port: int, host: str, origin: str) -> str:
    key = base64.b64encode(secrets.token_bytes(16)).decode()
    upgrade = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13")
    names = (f"Origin: {origin}", f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Protocol: streamlit")
    return first_line(answer(port, "/_stcore/stream", *upgrade, *names, host=host))


def of_the_server() -> list[Control]:
    """What a stranger gets of it."""
    with running() as port:
        own = f"127.0.0.1:{port}"
        here, there = answer(port, "/_stcore/health"), answer(port, "/_stcore/health", to="127.0.0.2")
        mine = page_connection(port, own, f"http://{own}")
        foreign = [
            page_connection(port, own, "http://elsewhere.example"),
            page_connection(port, "elsewhere.example", f"http://{own}"),
        ]
        head = answer(port, "/").lower()
    kept = [name for name in ("frame-ancestors 'none'", "no-store", "nosniff") if name in head]
    return [
        Control("address", f"this machine: {first_line(here)}; another address of it: {first_line(there)}",
                " 200 " in here and not there, "Set server.address to 127.0.0.1, or host it behind a proxy."),
        Control("hosts", f"own page: {mine}; foreign: {'; '.join(foreign)}",
                " 101 " in mine and not any(" 101 " in line for line in foreign),
                "Set server.allowedHosts to the names of this server and client.allowedOrigins to []."),
        Control("frames", f"the page says {', '.join(kept) or 'nothing'}", len(kept) == 3,
                "Start dashboard.py itself: it adds the headers."),
    ]  # fmt: skip


def of_the_settings() -> list[Control]:
    """What stands in the configuration, and the packages."""
    wanted = {
        "telemetry": ("browser", "gatherUsageStats", False),
        "error details": ("client", "showErrorDetails", "none"),
        "request forgery": ("server", "enableXsrfProtection", True),
    }
    told = settings()
    found = [
        Control(name, f"{part}.{key} is {told.get(part, {}).get(key)}", told.get(part, {}).get(key) == value,
                f"Set {part}.{key} to {value} in .streamlit/config.toml.")
        for name, (part, key, value) in wanted.items()
    ]  # fmt: skip
    from analysis.screen import TRIED

    now, python = version("streamlit"), sys.version.split()[0]
    found.append(
        Control("versions", f"Streamlit {now}; tried with {', '.join(TRIED)}; Python {python}",
                now.startswith(TRIED), "Install a version that was tried, or run the tests with this one.")
    )  # fmt: skip
    return found


def of_the_gate() -> Control:
    from analysis.screen import sign_in_of

    names = ", ".join(f"CRAMP_JOURNAL_{name}" for name in ("ISSUER", "CLIENT", "SECRET_FILE", "KEY_FILE"))
    mend = f"Set {names} and CRAMP_JOURNAL_ADDRESS, the page's own address with https."
    try:
        gate = sign_in_of(os.environ)
    except (KeyError, ValueError, OSError) as fault:
        return Control("gate", f"half set: {type(fault).__name__}", False, mend)
    if gate is None:
        return Control("gate", "off: right for one computer, not for a server of a clinic", True, mend)
    return Control("gate", f"on, for {gate.hours:g} hours, at {gate.address}", gate.secure, mend)


def marked_journal() -> bytes:
    days = (time.strftime("%Y-%m-%d", time.gmtime(1_600_000_000 + 86_400 * day)) for day in range(NIGHTS))
    remark = " ".join([MARK.decode()] * EACH)
    return "\n".join(
        ["night,cramps,notes", *(f"{day},{at % 3},{remark}" for at, day in enumerate(days))]
    ).encode()


def times_in_memory(process: int, *spelt: bytes) -> int:
    """How often a word stands in what a process, and those that it started, can write to [times], in any of
    the ways in which it is ``spelt``; 0 for a process that has ended.
    """
    return sum(sum(map(held.count, spelt)) for held in memory_of(process))


def left_after_close(process: int) -> int:
    """How often the mark is left [times]: looked for until it is as rare as it should be, or nothing more is
    let go. A run that closes a journal can still hold some of it when it is passed over for the first time.
    """
    from analysis.screen import LAST_PASS

    last = time.monotonic() + LAST_PASS + TO_LET_GO
    while (left := times_in_memory(process, MARK)) > A_FIFTIETH and time.monotonic() < last:
        time.sleep(1)
    return left


def memory_of(process: int) -> Iterator[bytes]:
    """What a process, and those that it started, can write to, piece by piece."""
    begun: list[str] = []
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # ended meanwhile
            begun += children.read_text().split()
    for child in begun:
        with suppress(OSError):
            yield from memory_of(int(child))
    with suppress(FileNotFoundError), Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            place, access, *_ = line.split()
            if not access.startswith("rw") or "[v" in line:
                continue
            start, end = (int(bound, 16) for bound in place.split("-"))
            shared = access.endswith("s")  # what another has put there stands in no page of this one's yet
            for begin, until in [(start, end)] if shared else _used(process, start, end):
                for at in range(begin, until, PIECE):
                    held = b""
                    with suppress(OSError):  # given back meanwhile
                        memory.seek(at)
                        held = memory.read(min(PIECE, until - at))
                    yield held


def _used(process: int, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between two addresses whose pages a process has used: most are set aside and empty."""
    size = mmap.PAGESIZE
    try:
        with Path(f"/proc/{process}/pagemap").open("rb") as pages:
            pages.seek(start // size * 8)
            told = pages.read((end - start) // size * 8)
    except OSError:
        return [(start, end)]
    # The two highest bits of a page's eight bytes: it is in memory, or swapped out.
    used = re.finditer(rb"[\x40-\xff]+", told[7::8])
    return [(start + run.start() * size, start + run.end() * size) for run in used]


def of_a_visit() -> list[Control]:
    """What a visit leaves on the disk, calls elsewhere, and leaves in memory."""
    journal = marked_journal()
    with subprocess.Popen(
        [sys.executable, "-m", "analysis.screen.trial_visit", str(len(journal))], cwd=ROOT,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as visit:  # fmt: skip
        assert visit.stdin is not None
        assert visit.stdout is not None
        visit.stdin.write(journal)
        visit.stdin.flush()
        opened = json.loads(visit.stdout.readline() or "{}").get("open", False)
        linux = sys.platform == "linux"
        while_open = times_in_memory(visit.pid, MARK) if linux and opened else 0
        visit.stdin.write(b"\n")
        visit.stdin.flush()
        told = json.loads(visit.stdout.readline() or "{}")
        after = left_after_close(visit.pid) if linux and told else 0
        visit.stdin.close()
    if not opened or not told:
        return [Control("visit", "a journal could not be opened and closed", False, "Run the tests.")]
    written, called = told["written"], told["called"]
    memory = (
        f"{after:,} of {while_open:,} marks are left after Close" if linux else "can be seen on Linux only"
    )
    return [
        Control("disk", f"{len(written)} files opened to write", not written, "Report it: it is a fault."),
        Control("outgoing requests", f"{len(called)} other addresses called", not called,
                "Report it: it is a fault."),
        Control("memory after close", memory, not linux or (while_open > 0 and after <= A_FIFTIETH),
                "Report it; until then restart the server after each visit."),
    ]  # fmt: skip


CHECKS: tuple[Callable[[], list[Control]], ...] = (
    of_the_server,
    of_the_settings,
    of_a_visit,
    lambda: [of_the_gate()],
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints every control; 1 where one fails, else 0."""
    parser = argparse.ArgumentParser(prog="python -m analysis doctor", description=__doc__)
    parser.add_argument("--json", action="store_true", help="the same as data")
    given = parser.parse_args(arguments)
    controls = [control for check in CHECKS for control in check()]
    if given.json:
        print(json.dumps([asdict(control) for control in controls], indent=2))
    else:
        for control in controls:
            print(f"{'pass' if control.passed else 'FAIL'}  {control.name}: {control.evidence}")
            if not control.passed:
                print(f"      {control.mend}")
    return 0 if all(control.passed for control in controls) else 1
