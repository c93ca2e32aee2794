"""What tests share: the turns of two processes, a running dashboard with an empty home, a real Chromium."""

import gc
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import forkserver
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect, sync_playwright

from analysis.executor.processes import all_preloaded
from tests.remembered import Remembered
from tests.turns import Turns

# The same examples at every run: what a change broke is told from what chance found. The slow runs draw anew.
settings.register_profile("same examples", derandomize=True, deadline=None)
settings.load_profile("same examples")

ROOT = Path(__file__).parent.parent
# A process's memory, calls and files can be watched from outside on Linux only.
collect_ignore = (
    []
    if sys.platform == "linux"
    else ["screen/test_memory.py", "screen/test_disk.py", "screen/test_misfortunes.py"]
)
# Of the environment, beside PATH, to a server. What is compiled once serves the next that starts.
HANDED_ON = ("SYSTEMROOT", "TEMP", "TMP", "PYTHONDONTWRITEBYTECODE")
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    # No picture is drawn by a graphics card that is not there, and a visit ends before what is optimised or
    # tidied up beside it pays: a third of the browser's work.
    "--disable-gpu",
    "--disable-gpu-rasterization",
    "--disable-threaded-animation",
    "--js-flags=--no-turbofan,--single-threaded-gc,--min-semi-space-size=64,--max-semi-space-size=64",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
]


TURNS = pytest.StashKey[Turns]()
SHARED = {"server", "browser"}  # what starts once for each process that has a test of it


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()
    workers = getattr(config, "workerinput", None)
    if workers is not None:
        config.stash[TURNS] = Turns(workers["testrunuid"])


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was collected stays: to look for garbage in it again and again takes a seventh of a run.

    Whence workers are forked, is begun once by each process, as its first pool says: where many tests run, as
    warm as any of their pools has it."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 10)
    gc.enable()
    if TURNS in session.config.stash and sys.platform != "win32":
        forkserver.set_forkserver_preload(all_preloaded(["analysis.warmed", "analysis.review"]))
        forkserver.ensure_running()


def pytest_unconfigure(config: pytest.Config) -> None:
    if TURNS in config.stash:
        config.stash[TURNS].close()


def is_of_clock(item: pytest.Item | None) -> bool:
    return item is not None and item.get_closest_marker("clock") is not None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of the clock come first, one after the other; then those of the dashboard that all share, so
    that one process alone starts it and a browser."""
    items.sort(key=lambda item: (not is_of_clock(item), SHARED.isdisjoint(getattr(item, "fixturenames", ()))))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """A test of the clock runs alone: of several processes, the others wait meanwhile."""
    if TURNS not in item.config.stash:
        return (yield)
    with item.config.stash[TURNS].turn(alone=is_of_clock(item), next_alone=is_of_clock(nextitem)):
        return (yield)


@dataclass(frozen=True)
class Server:
    """A running dashboard: where it answers, what it printed, and the only places it may write to."""

    url: str
    port: int
    process: subprocess.Popen[bytes]
    output: Path
    home: Path
    temporary: Path


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def start_server(folder: Path, *command: str, port: int | None = None, **settings: str) -> Server:
    """Starts the dashboard as the README does, but for the port and the browser window, or by a command."""
    home, temporary, output = folder / "home", folder / "tmp", folder / "output.txt"
    home.mkdir()
    temporary.mkdir()
    port = port or free_port()
    environment = settings | {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_HEADLESS": "true",
    }
    environment |= {name: os.environ[name] for name in HANDED_ON if name in os.environ}
    arguments = command or (sys.executable, "-m", "streamlit", "run", "dashboard.py")
    with output.open("wb") as sink:
        process = subprocess.Popen(
            arguments,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
    url = f"http://127.0.0.1:{port}"
    wait_until_healthy(url, process, output)
    return Server(url, port, process, output, home, temporary)


def wait_until_healthy(
    url: str, process: subprocess.Popen[bytes], output: Path, seconds: float = 180
) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    process.kill()
    process.wait()
    raise RuntimeError(f"The dashboard did not start: {output.read_text(errors='replace')[-2000:]}")


def stop_server(server: Server) -> None:
    server.process.terminate()
    try:
        server.process.wait(10)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = start_server(tmp_path_factory.mktemp("server"))
    yield running
    stop_server(running)


def find_chromium(playwright: Playwright) -> str | None:
    """The path of an installed Chromium or Chrome, or None."""
    named = os.environ.get("CHROMIUM")
    places = [
        named,
        *(shutil.which(name) for name in CHROMIUM_NAMES),
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        playwright.chromium.executable_path,
    ]
    return next((place for place in places if place and Path(place).exists()), None)


def get_chromium(playwright: Playwright) -> str:
    """The path of a Chromium, installed now where there was none: Playwright's, else Debian's when root."""
    found = find_chromium(playwright)
    if found:
        return found
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    found = find_chromium(playwright)
    if not found and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False)
        found = find_chromium(playwright)
    if not found:
        pytest.exit(
            "The browser tests need Chromium: install it (Debian: sudo apt-get install chromium), or set the "
            "variable CHROMIUM to the path of a Chrome or Chromium.",
            returncode=3,
        )
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        chromium = playwright.chromium.launch(
            executable_path=get_chromium(playwright), args=CHROMIUM_ARGUMENTS, headless=True
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def _remembered() -> Remembered:
    return Remembered(import_module("analysis.screen.work").workers())


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch, _remembered: Remembered) -> None:
    """What the workers gave one visit without a browser serves the next as well: for tests of what the screen
    makes of it."""
    monkeypatch.setattr("analysis.screen.work.workers", lambda: _remembered)


@pytest.fixture
def fresh_caches() -> Iterator[None]:
    """Visits without a browser share one session: what one test cached must not serve the next."""
    yield
    import_module("streamlit").cache_resource.clear()


PATIENCE = 60_000  # ms: a server that has just begun, on a machine that has other things to do
WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}


@contextmanager
def new_window(browser: Browser, viewport: ViewportSize = WIDE, **settings: bool) -> Iterator[Page]:
    """A window with a browser profile of its own."""
    context = browser.new_context(
        viewport=viewport, accept_downloads=True, locale="en-GB", color_scheme="light", **settings
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def first_visit(window: Page, server: Server) -> Page:
    window.goto(server.url)
    expect(window.get_by_role("heading", name="Cramp Journal", level=1)).to_be_visible()
    return window


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[Page]:
    """One window for many visits: what the browser has compiled of the page serves the next as well."""
    with new_window(browser) as opened:
        yield opened


@pytest.fixture(scope="session")
def phone(browser: Browser) -> Iterator[Page]:
    """One window of a phone, as wide as most are, for many visits by touch."""
    with new_window(browser, viewport=PHONE, has_touch=True, is_mobile=True) as opened:
        yield opened


def at_the_first_page(page: Page, server: Server) -> None:
    """The page without a journal: one that is open is closed, as a visitor does, and all of it is forgotten;
    where none can be closed, the page is opened anew. What the browser has read and compiled of the page,
    more than half of a visit's work, serves on."""
    close = page.get_by_test_id("stSidebar").get_by_role("button", name="Close this journal")
    if page.get_by_role("dialog").count() or not close.is_visible():
        page.goto(f"{server.url}/_stcore/health")  # of the same address, whose storage it can empty
        page.context.clear_cookies()
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        first_visit(page, server)
        return
    close.click()
    expect(page.get_by_role("button", name="Try the sample journal")).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_role("tab")).to_have_count(0)
    page.evaluate("localStorage.clear(); sessionStorage.clear()")


@pytest.fixture
def page(window: Page, server: Server) -> Page:
    """The first page, at 1440 by 900, of a window that has forgotten the journals before; for tests that hang
    nothing on it that would outlast them."""
    window.set_viewport_size(WIDE)
    window.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference")
    window.mouse.move(0, 0)
    window.bring_to_front()
    at_the_first_page(window, server)
    return window


@pytest.fixture
def own_page(browser: Browser, server: Server) -> Iterator[Page]:
    """The first visit in a fresh browser profile: for tests that listen to what the page does."""
    with new_window(browser) as opened:
        yield first_visit(opened, server)
