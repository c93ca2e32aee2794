"""The examples for a clinic's server. Oracle: the programs that they are for, nginx started with two
instances of the page behind it; and the file's own grammar where a program is not installed here."""

import json
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
import trustme

from analysis.screen.gate import READY, SIGN_IN, sign_in_of
from tests.conftest import ROOT, Server, free_port, start_server, stop_server
from tests.journal_files import one_night
from tests.screen.test_hosted import events, gate_settings, provider  # noqa: F401
from tests.visitor import BOX, Visitor

DEPLOY = ROOT / "deploy"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
PORTS = ("8601", "8602")
HOST = "cramps.clinic.example"
HOW = "How is it going?"  # the first heading of a journal that is open


def text_of(name: str) -> str:
    return (DEPLOY / name).read_text("utf-8")


@dataclass
class Clinic:
    """Where the page answers, what stands behind it, and whose certificates a visitor has to take."""

    address: str
    instances: list[Server]
    trust: ssl.SSLContext


def start_nginx(
    folder: Path, port: int, instances: list[int], authority: trustme.CA
) -> "subprocess.Popen[bytes]":
    """nginx with the example, but for ports, names and places of files."""
    certificate = authority.issue_cert("localhost")
    certificate.private_key_pem.write_to_path(folder / "key.pem")
    for part in certificate.cert_chain_pems:
        part.write_to_path(folder / "fullchain.pem", append=True)
    site = text_of("nginx.conf").replace("/etc/ssl/cramp-journal", str(folder)).replace(HOST, "localhost")
    site = site.replace("/var/log/nginx", str(folder)).replace("listen 443", f"listen 127.0.0.1:{port}")
    site = site.replace("listen 80;", f"listen 127.0.0.1:{free_port()};")
    for named, own in zip(PORTS, instances, strict=True):
        assert named in site
        site = site.replace(f"127.0.0.1:{named}", f"127.0.0.1:{own}")
    (folder / "site.conf").write_text(site)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"pid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\n{temporary}"
        f"include {folder}/site.conf;\n}}\n"
    )
    assert NGINX is not None
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    subprocess.run([*command[:-2], "-t"], check=True, capture_output=True)
    front = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
            break
        time.sleep(0.1)
    return front


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory, provider: str) -> Iterator[Clinic]:  # noqa: F811
    folder = tmp_path_factory.mktemp("deployed")
    port, ports = free_port(), [free_port(), free_port()]
    settings = gate_settings(folder, provider, f"https://localhost:{port}")
    command = re.search(r"-m (uvicorn .*)", text_of("cramp-journal@.service"))
    assert command is not None
    instances = []
    for own in ports:
        (folder / str(own)).mkdir()
        words = command[1].replace("%i", str(own)).split()
        instances.append(start_server(folder / str(own), sys.executable, "-m", *words, port=own, **settings))
    authority, trust = trustme.CA(), ssl.create_default_context()
    authority.configure_trust(trust)
    front = start_nginx(folder, port, ports, authority)
    yield Clinic(f"https://localhost:{port}", instances, trust)
    front.terminate()
    front.wait()
    for instance in instances:
        stop_server(instance)


def test_the_site_of_nginx_keeps_nothing() -> None:
    """Oracle: nginx's manual. Without these, uploads and downloads go through files of its own, and the log
    has every query."""
    lines = {line.partition(";")[0].strip() for line in text_of("nginx.conf").splitlines()}
    buffers = {"proxy_request_buffering off", "proxy_buffering off", "proxy_max_temp_file_size 0"}
    assert buffers <= {" ".join(line.split()) for line in lines}
    logged = re.search(r"log_format \w+ '(.*)'", text_of("nginx.conf"))
    assert logged is not None
    assert not re.search(r"uri|args|request\b|referer|cookie", logged[1])


def signed_in(clinic: Clinic, nurse: str, placed_by: str) -> dict[str, str]:
    """The cookies of one who has signed in through the provider's form, at the instance of that cookie."""
    with httpx2.Client(
        base_url=clinic.address, verify=clinic.trust, timeout=60, follow_redirects=True,
        cookies={"cramp_visit": placed_by},
    ) as visitor:  # fmt: skip
        entered = visitor.post(visitor.get(SIGN_IN).url, data={"sub": nurse})
        assert (entered.status_code, entered.url.path) == (200, "/")
        assert {cookie.name: cookie.secure for cookie in visitor.cookies.jar}["cramp_journal"]
        return dict(visitor.cookies)


def place_of_visit(clinic: Clinic, visit: str) -> int:
    """The instance to which a visit with that cookie goes: the one that tells of its sign-out."""
    before = [len(events(instance)) for instance in clinic.instances]
    cookie = {"Cookie": f"cramp_visit={visit}"}
    httpx2.get(f"{clinic.address}/clinic/sign-out", headers=cookie, verify=clinic.trust, timeout=60)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        for place, instance in enumerate(clinic.instances):
            if len(events(instance)) > before[place]:
                return place
        time.sleep(0.05)
    raise AssertionError("no instance tells of it")


if NGINX is not None:

    def test_two_instances_behind_nginx_keep_every_visit_and_one_that_ends_costs_its_own(
        clinic: Clinic,
    ) -> None:
        """Four people sign in, open the page and upload, two at each instance by their cookies: every visit
        stays where it began, every upload arrives. Then one instance is killed: those of the other are as
        they were, and who lost the page opens another."""
        placed = {visit: place_of_visit(clinic, visit) for visit in map(str, range(24))}
        chosen = [visit for place in (0, 1) for visit in [v for v in placed if placed[v] == place][:2]]
        assert len(chosen) == 4
        with ExitStack() as ends:
            visits, at = [], dict[str, int]()
            for number, placed_by in enumerate(chosen):
                cookies = signed_in(clinic, f"nurse{number}", placed_by)
                visit = ends.enter_context(Visitor(clinic.address, cookies=cookies, trust=clinic.trust))
                visit.rerun()
                visit.upload(one_night(), BOX)
                assert any(HOW in line for line in visit.text)
                visits.append((visit, cookies))
            for place, instance in enumerate(clinic.instances):
                at |= {told["user"]: place for told in events(instance) if told["event"] == "start"}
            assert [at[f"nurse{number}"] for number in range(4)] == [0, 0, 1, 1]
            killed = at["nurse0"]
            clinic.instances[killed].process.kill()
            clinic.instances[killed].process.wait()
            time.sleep(1)
            assert [visit.alive() for visit, _ in visits] == [False, False, True, True]
            for visit, _ in visits[2:]:
                visit.open_tab("Nights")
                assert any("The nights" in line for line in visit.text)
            _, cookies = visits[0]
            again = ends.enter_context(Visitor(clinic.address, cookies=cookies, trust=clinic.trust))
            again.rerun()
            again.upload(one_night(), BOX)
            assert any(HOW in line for line in again.text)

    def test_nginx_answers_the_bound_and_the_gate_and_writes_no_address(clinic: Clinic) -> None:
        """21 MB are refused before the page sees them; without a sign-in nothing but readiness answers."""
        with httpx2.Client(base_url=clinic.address, verify=clinic.trust, timeout=60) as visitor:
            ready = visitor.get(READY)
            assert ready.status_code == 200
            cookie = ready.headers["Set-Cookie"]
            assert re.match(r"cramp_visit=[0-9a-f]{32}; .*Secure; HttpOnly", cookie)
            assert visitor.get("/?Zanzibar=1").status_code == 401
            assert visitor.put("/_stcore/upload_file/a/b", content=b"0" * (22 << 20)).status_code == 413
            assert "max-age" in visitor.get("/").headers["Strict-Transport-Security"]
        folder = clinic.instances[0].home.parents[1]
        told = "".join(path.read_text() for path in folder.glob("*.log") if path.name != "error.log")
        assert " 401 GET " in told
        assert "Zanzibar" not in told
        assert not [
            path for kind in ("client_body", "proxy") for path in (folder / kind).rglob("*") if path.is_file()
        ]


def test_the_unit_is_understood_and_its_sandbox_is_tight(tmp_path: Path) -> None:
    """Oracle: systemd-analyze, whose exposure level runs from 0 to 10; without it, the settings by name."""
    unit = text_of("cramp-journal@.service")
    for kept in ("MemorySwapMax=0", "LimitCORE=0", "ProtectSystem=strict", "DynamicUser=yes", "UMask=0077"):
        assert kept in unit.splitlines()
    tool = shutil.which("systemd-analyze")
    if tool is not None:
        copy = tmp_path / "cramp-journal@8601.service"
        copy.write_text(unit.replace("/opt/cramp-journal/.venv/bin/python", sys.executable))
        subprocess.run([tool, "verify", str(copy)], check=True, capture_output=True)
        subprocess.run([tool, "security", "--offline=yes", "--threshold=20", str(copy)],
                       check=True, capture_output=True)  # fmt: skip


def test_the_caddyfile_is_understood() -> None:
    """Oracle: Caddy; without it, the braces, and that it names the same server, ports and bound as nginx."""
    caddy, nginx = text_of("Caddyfile"), text_of("nginx.conf")
    for same in (HOST, *PORTS, "cramp_visit"):
        assert same in caddy
        assert same in nginx
    assert caddy.count("{") == caddy.count("}") > 2
    if (tool := shutil.which("caddy")) is not None:
        command = [tool, "adapt", "--adapter", "caddyfile", "--config", str(DEPLOY / "Caddyfile")]
        adapted = subprocess.run(command, check=True, capture_output=True)
        assert json.loads(adapted.stdout)["apps"]["http"]["servers"]


def test_the_container_runs_as_nobody_from_files_that_are_there() -> None:
    """Oracle: the grammar of a Containerfile, one instruction a line, and the folder."""
    lines = text_of("Containerfile").replace("\\\n", " ").splitlines()
    told = [line.split(maxsplit=1) for line in lines if line and not line.startswith("#")]
    assert {word for word, _ in told} == {"FROM", "WORKDIR", "RUN", "COPY", "ENV", "USER", "EXPOSE", "CMD"}
    sources = [
        name for word, rest in told if word == "COPY" and "--from" not in rest for name in rest.split()[:-1]
    ]
    assert all((ROOT / name).exists() for name in sources)
    assert {"dashboard.py", "analysis", ".streamlit", "sample_data"} <= set(sources)
    assert [rest for word, rest in told if word == "USER"] == ["65534:65534"]
    command = json.loads(told[-1][1])
    assert command[1:4] == ["-m", "uvicorn", "dashboard:app"]


def test_the_settings_are_those_of_the_gate(tmp_path: Path) -> None:
    """Every name of the example, with the two files of the unit, makes a whole gate."""
    (tmp_path / "file").write_text("k" * 64)
    lines = [line.partition("=") for line in text_of("clinic.env").splitlines() if line[:1] not in ("#", "")]
    files = {f"CRAMP_JOURNAL_{name}_FILE": str(tmp_path / "file") for name in ("SECRET", "KEY")}
    gate = sign_in_of({name: value for name, _, value in lines} | files)
    assert gate is not None
    assert (gate.address, gate.secure, gate.hours) == (f"https://{HOST}", True, 8)
    assert all(name in text_of("cramp-journal@.service") for name in files)
