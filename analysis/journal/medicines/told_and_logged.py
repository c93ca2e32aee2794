"""Lists, remarks and logs that tell of one medicine and do not agree: which of them counts."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.journal.medicines.classes import Medicine
from analysis.journal.medicines.nightly_doses import LEFT_OUT, TAKEN_AT_LEAST
from analysis.journal.medicines.statements import (
    BEGINS,
    ENDS,
    Statement,
    compare_doses,
    with_dose_of,
)


def is_contradicted(told: Statement, taken: Mapping[int, Medicine]) -> bool:
    """Whether a remark seems to end or to change what a log says was taken all the same that night and on
    most of the next, at the dose of before: "dropped magnesium on the floor".
    """
    night = told.night
    if not told.remark or night is None or night not in taken:
        return False
    after = [at for at in range(night + 1, night + LEFT_OUT + 1) if at in taken]
    if 2 * len(after) <= LEFT_OUT:
        return False
    if told.said in ENDS:
        return True
    if told.said not in ("increase", "decrease") or told.medicine.dose is not None:
        return False
    before = [at for at in range(night - LEFT_OUT, night) if at in taken]
    doses = [taken[at] for at in (*before[-1:], night, *after)]
    return bool(before) and all(compare_doses(doses[0], dose) == 0 for dose in doses)


def start_of_others(shown: Sequence[Statement]) -> list[Statement]:
    """What the logs show, where one of them begins with a medicine and another shows its start on that night
    or a few beside it: it was not taken all along.
    """
    starts = {(one.key, one.night) for one in shown if one.said == "start" and one.night is not None}
    return [
        replace(one, said="taken")
        if one.said == "all along"
        and one.night is not None
        and any((one.key, one.night + by) in starts for by in range(-LEFT_OUT, LEFT_OUT + 1))
        else one
        for one in shown
    ]


def taken_after_all(told: Sequence[Statement], taken: Mapping[int, Medicine]) -> list[Statement]:
    """A start after an end that was told, where a log says that it was taken on further nights."""
    found, of_log = [], sorted(taken)
    ends = [one for one in told if one.said in ENDS and one.night is not None]
    for end in ends:
        assert end.night is not None
        later = [one.night for one in told if one.night is not None and one.night > end.night]
        until = min(later, default=10**9)
        nights = of_log[bisect_left(of_log, end.night + 1) : bisect_left(of_log, until)]
        same_night = any(one.night == end.night and one.said in BEGINS for one in told)
        if len(nights) >= TAKEN_AT_LEAST and not same_night:
            medicine = with_dose_of(end.medicine, taken[nights[0]])
            found.append(replace(end, night=nights[0], said="start", reason=None, medicine=medicine))
    return found


def is_told(shown: Statement, told: Sequence[Statement]) -> bool:
    """Whether a change that a log shows was told in words or a list, a few nights beside it at most."""
    if shown.night is None:
        return False
    for one in told:
        if one.night is None or abs(one.night - shown.night) > LEFT_OUT:
            continue
        if (shown.said in ENDS) == (one.said in ENDS):
            doses = {shown.said, one.said} & {"increase", "decrease"}
            if not doses or compare_doses(shown.medicine, one.medicine) == 0:
                return True
    return False
