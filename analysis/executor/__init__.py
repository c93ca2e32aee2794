"""Work in processes of its own: bounded in time and memory, in order of arrival, and gone when it is done."""

from analysis.executor.cluster import Cluster, NoCluster, Tls
from analysis.executor.contract import Bounds, Executor, InProcess, NoWorkers, TaskLost
from analysis.executor.processes import Processes, executor

__all__ = [
    "Bounds",
    "Cluster",
    "Executor",
    "InProcess",
    "NoCluster",
    "NoWorkers",
    "Processes",
    "TaskLost",
    "Tls",
    "executor",
]
