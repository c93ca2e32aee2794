"""What holds for every journal that was read, whatever the files were."""

import json
from dataclasses import asdict

import pandas as pd

from analysis.journal import Journal, Receipt, rejected_rows


def assert_receipts_add_up(receipts: tuple[Receipt, ...]) -> None:
    """Rows read = used + duplicate + rejected; the mended ones are among the used; everything can be
    written as UTF-8.
    """
    for receipt in receipts:
        rows = receipt.rows
        assert rows.read == rows.used + rows.duplicate + rows.rejected, receipt.name
        assert 0 <= rows.repaired <= rows.used
        assert len(receipt.raw_rejected.rows) <= rows.rejected
        told = asdict(receipt)
        del told["raw_rejected"]
        json.dumps(told, ensure_ascii=False).encode("utf-8")
        rejected_rows(receipt).decode("utf-8-sig")


def assert_sound(journal: Journal) -> None:
    """The ledger has every night once, a night without an entry has no count, and the cramps add up to the
    counts.
    """
    assert_receipts_add_up(journal.receipts)
    nights = journal.nights
    assert nights.index.dtype == "datetime64[us]"
    if len(nights):
        expected = pd.date_range(nights.index[0], nights.index[-1], freq="D", unit="us")
        assert list(nights.index) == list(expected)
        assert nights["logged"].iloc[0]
        assert nights["logged"].iloc[-1]
    assert (nights["logged"] == nights["cramps"].notna()).all()
    assert not (nights["cramps"] < 0).any()
    counted = nights["cramps"][nights["cramps"] > 0]
    of_rows = journal.cramps.groupby("night").size().astype("float64")
    assert counted.to_dict() == of_rows.to_dict()
    timed = journal.cramps.dropna(subset="onset")
    assert ((timed["onset"] - pd.Timedelta(hours=12)).dt.normalize() == timed["night"]).all()
    assert journal.days.index.is_unique
    assert journal.days.index.is_monotonic_increasing
    assert not journal.days.isna().all(axis=1).any()


def assert_same_journal(one: Journal, other: Journal) -> None:
    """The same nights, days, cramps, changes and measurements, whatever their receipts say."""
    pd.testing.assert_frame_equal(one.nights, other.nights, check_freq=False)
    pd.testing.assert_frame_equal(one.days, other.days, check_freq=False)
    pd.testing.assert_frame_equal(one.cramps, other.cramps)
    pd.testing.assert_frame_equal(one.changes, other.changes)
    pd.testing.assert_frame_equal(one.measurements, other.measurements)
    assert one.unlogged_assumed_cramp_free == other.unlogged_assumed_cramp_free
    assert one.never_says_none == other.never_says_none
