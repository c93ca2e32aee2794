"""Plans made by hand, for tests."""

from datetime import date, timedelta

from analysis.journal import Block, Plan

DIARY = b"night,cramps,water (mL)\n2025-03-01,1,1500\n2025-03-02,0,2000\n2025-03-03,2,900\n"


def by_turns(
    *,
    start: date = date(2025, 9, 1),
    block_nights: int = 14,
    blocks: int = 8,
    carry_over: int = 3,
    first_on: bool = True,
    what: str = "magnesium citrate",
    field: str | None = None,
) -> Plan:
    """Blocks of one length by turns, made on the day before ``start``."""
    made = [
        Block(
            start + timedelta(days=place * block_nights),
            start + timedelta(days=(place + 1) * block_nights - 1),
            first_on == (place % 2 == 0),
            carry_over,
        )
        for place in range(blocks)
    ]
    return Plan(start - timedelta(days=1), "on_off", what, tuple(made), field=field, seed=7)
