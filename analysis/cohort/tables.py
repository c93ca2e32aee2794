"""The tables of a run, as CSV and Parquet, a row at a time; every column is one of the dictionary."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

DICTIONARY = Path(__file__).parent / "dictionary.csv"  # of every column that is written
_TYPES = {"whole": pa.int64(), "number": pa.float64(), "text": pa.string(), "yes_no": pa.bool_()}
_AT_ONCE = 250  # rows that are held in memory


def columns_of(table: str) -> dict[str, str]:
    """The columns of ``journals`` or ``questions``, in their order, each with its type."""
    with DICTIONARY.open(encoding="utf-8", newline="") as file:
        return {told["column"]: told["type"] for told in csv.DictReader(file) if told["table"] == table}


def write_table(name: str, rows: Iterable[Mapping[str, Any]], folder: Path) -> None:
    """``NAME.csv`` and ``NAME.parquet``; what a row lacks is empty. Raises OSError where there is no room."""
    types = columns_of(name)
    schema = pa.schema([(column, _TYPES[kind]) for column, kind in types.items()])
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, list(types), extrasaction="raise", lineterminator="\n")
        lines.writeheader()
        with pq.ParquetWriter(folder / f"{name}.parquet", schema) as parquet:
            for some in _parts(rows):
                lines.writerows(some)
                parquet.write_table(pa.Table.from_pylist(some, schema))


def _parts(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        yield some
