"""The moments of a device's rows. Oracle: each file read by hand."""

import pytest

from tests.journal.exports.test_device_tables import days, read

SAMSUNG = "com.samsung.shealth.{},6304005,7\n"


@pytest.mark.parametrize(
    ("offset", "day"), [("UTC+0530", "03-02"), ("UTC+0000", "03-01"), ("UTC-0800", "03-01")]
)
def test_samsung_glasses_add_up_by_the_day_of_their_offset(offset: str, day: str) -> None:
    """19:10 and 19:40 of UTC on 1 March are after midnight in India."""
    text = (
        SAMSUNG.format("water_intake") + "start_time,time_offset,amount,unit_amount,create_time,\n"
        f"2025-03-01 19:10:00.000,{offset},250.0,250.0,2025-03-01 19:11:00.000,\n"
        f"2025-03-01 19:40:00.000,{offset},500.0,250.0,2025-03-01 19:41:00.000,\n"
    )
    found = read(text, "com.samsung.health.water_intake.csv")
    assert days(found, "hydration") == {day: 750}
