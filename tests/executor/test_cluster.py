"""The same contract on a real Dask scheduler over TLS. Oracle: the tasks of `tasks.py`."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from analysis.executor import Bounds, Cluster, NoCluster, Tls
from tests.executor import tasks
from tests.executor.cluster import Running, certificates, running
from tests.executor.promises import costs_only_itself


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("dask")) as found:
        yield found


@pytest.fixture(scope="module")
def two(dask: Running) -> Iterator[Cluster]:
    cluster = Cluster(dask.address, dask.tls, Bounds(seconds=6, megabytes=1000), patience=60)
    yield cluster
    cluster.close()


@pytest.mark.slow  # a run of journals is such tasks, in the normal run: `tests/cohort/test_cluster.py`
def test_a_task_costs_only_itself(two: Cluster) -> None:
    """A hang, a kill, six gigabytes and an error between tasks that are well."""
    costs_only_itself(two, 90)


def test_no_worker_serves_twice(two: Cluster) -> None:
    """Each task has a process of its own on the worker's side."""
    served = [two.submit(tasks.process).result(timeout=90) for _ in range(3)]
    assert len(set(served)) == 3


def test_how_many_are_before(two: Cluster) -> None:
    """Of six tasks on two workers the last has four before it, and none when it is done."""
    futures = [two.submit(tasks.nap, 0.3) for _ in range(6)]
    assert two.before(futures[-1]) <= 4
    assert [future.result(timeout=90) > 0 for future in futures] == [True] * 6
    assert two.before(futures[-1]) == 0


def test_what_a_task_raises_is_not_in_the_log_of_a_worker(dask: Running, two: Cluster) -> None:
    """Dask writes an exception with what was given into the log; none of it is there."""
    with pytest.raises(KeyError):
        two.submit(tasks.fail).result(timeout=90)
    log = dask.tls.ca.parent / "worker.log"
    assert log.read_text()
    assert "what the task says" not in log.read_text()


def test_without_tls_or_with_other_certificates_there_is_no_cluster(dask: Running, tmp_path: Path) -> None:
    """A plain address, another authority's certificates, and a port where nobody listens: one sentence."""
    plain = dask.address.replace("tls://", "tcp://")
    for address, tls in (
        (plain, dask.tls),
        (dask.address, certificates(tmp_path)),
        ("tls://127.0.0.1:9", dask.tls),
    ):
        with pytest.raises(NoCluster) as refused:
            Cluster(address, tls, patience=1)
        assert str(refused.value).count(".") == 1 or "tls://" in str(refused.value)


class Empty:
    """What ``distributed`` gives for a scheduler that answers: without a worker, or with one that can have no
    children."""

    def __init__(self, *_: object, **__: object) -> None:
        self.let_go = False

    def wait_for_workers(self, *_: object, **__: object) -> None:
        raise TimeoutError

    def run(self, _: object) -> dict[str, bool]:
        return {"a worker": False}

    def close(self, **_: object) -> None:
        self.let_go = True


class Childless(Empty):
    def wait_for_workers(self, *_: object, **__: object) -> None:
        pass


@pytest.mark.parametrize(("client", "sentence"), [(Empty, "no worker"), (Childless, "--no-nanny")])
def test_a_scheduler_that_cannot_be_used_is_one_sentence_and_let_go(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, client: type[Empty], sentence: str
) -> None:
    """Oracle: a scheduler made here that has no worker, and one whose worker can have no children."""
    made: list[Empty] = []

    def asked(*_: object, **__: object) -> Empty:
        made.append(client())
        return made[-1]

    dask = SimpleNamespace(Security=lambda **_: None, Client=asked)
    monkeypatch.setattr("analysis.executor.cluster.import_module", lambda _: dask)
    tls = Tls(tmp_path / "ca.pem", tmp_path / "cert.pem", tmp_path / "key.pem")
    with pytest.raises(NoCluster, match=sentence):
        Cluster("tls://127.0.0.1:9", tls)
    assert [each.let_go for each in made] == [True]


def test_a_worker_that_dies_costs_nothing(dask: Running, two: Cluster) -> None:
    """One of the two workers is killed: what it had in hand is begun again by the other."""
    futures = [two.submit(tasks.nap, 0.5) for _ in range(8)]
    dask.workers[0].kill()
    assert all(future.result(timeout=120) > 0 for future in futures)
