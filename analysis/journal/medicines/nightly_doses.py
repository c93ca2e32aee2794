"""What was taken on each night of a stretch -> its doses in turn, without slips and forgotten tablets."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.journal.medicines.classes import Medicine
from analysis.journal.medicines.statements import Statement, compare_doses, in_mg

TAKEN_AT_LEAST = 3  # nights that make it a medicine that is taken; fewer are single intakes
LEFT_OUT = 7  # nights without it that are forgotten tablets; more, and it was stopped

Doses = tuple[tuple[float | None, str | None], ...]


@dataclass(frozen=True)
class Night:
    """What was taken of one medicine on one night: ``said``, and each single dose that was due."""

    said: Statement
    due: Sequence[Medicine]

    @property
    def night(self) -> int:
        assert self.said.night is not None
        return self.said.night

    @property
    def doses(self) -> Doses:
        """The single doses, in one unit where they can be, those that are told first."""
        return tuple(sorted((in_mg(one) for one in self.due), key=lambda dose: (dose[0] is None, str(dose))))

    @property
    def intake(self) -> Statement:
        """The night as one intake of all its doses."""
        return replace(self.said, medicine=_total(self.due))


def doses_in_turn(nightly: Sequence[Night]) -> list[Statement]:
    """The dose of the first night, and each change of it: of one tablet or of how many are taken a day.

    Another dose that goes back within a few nights was a slip. A night with one tablet fewer or one more than
    usual is a tablet forgotten or taken again: a week of them in a row is a change.
    """
    told = [one for one in nightly if any(dose.dose is not None for dose in one.due)]
    blocks = _without_slips([[one] for one in told or nightly])
    often = any(len(block[0].due) > 1 for block in blocks)
    mixed = any(len(set(block[0].doses)) > 1 for block in blocks)
    found: list[Statement] = []
    for block in blocks:
        one = replace(block[0].said, medicine=_of_day(block[0].due, often=often, mixed=mixed))
        way = compare_doses(found[-1].medicine, one.medicine) if found else None
        if not found:
            found.append(replace(one, night=nightly[0].night))
        elif way:
            found.append(replace(one, said="increase" if way > 0 else "decrease"))
    return found


def _without_slips(blocks: list[list[Night]]) -> list[list[Night]]:
    """Nights of one dose in a row, the first of each giving its dose; the shortest slips are mended first."""
    blocks = _joined(blocks)
    for longest in range(1, LEFT_OUT + 1):
        at = 0
        while at < len(blocks):
            if len(blocks) == 1 or len(blocks[at]) > longest or not _is_slip(blocks, at):
                at += 1
                continue
            beside = [near for near in (at - 1, at + 1) if 0 <= near < len(blocks)]
            like = max((blocks[near] for near in beside), key=len)[0]
            blocks[at] = [_as_usual(one, like) for one in blocks[at]]
            first = max(at - 1, 0)
            blocks[first : at + 2] = _joined(blocks[first : at + 2])
            at = max(first - 1, 0)
    return blocks


def _as_usual(one: Night, like: Night) -> Night:
    return Night(replace(one.said, medicine=like.said.medicine), like.due)


def _joined(blocks: Sequence[list[Night]]) -> list[list[Night]]:
    found: list[list[Night]] = []
    for block in blocks:
        if found and _same(found[-1][0], block[0]):
            found[-1] += block
        else:
            found.append(list(block))
    return found


def _same(one: Night, other: Night) -> bool:
    if len(one.due) == len(other.due) == 1:
        return compare_doses(one.due[0], other.due[0]) in (0, None)
    return one.doses == other.doses


def _is_slip(blocks: Sequence[list[Night]], at: int) -> bool:
    block = blocks[at]
    before = blocks[at - 1] if at else None
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    beside = [near for near in (before, after) if near is not None]
    goes_back = before is not None and after is not None and _same(before[0], after[0])
    if all(_one_holds_the_other(block[0], near[0]) for near in beside):
        steps = before is not None and after is not None and not goes_back
        return len(block) < TAKEN_AT_LEAST if steps else len(block) <= LEFT_OUT
    return goes_back and len(block) < TAKEN_AT_LEAST


def _one_holds_the_other(one: Night, other: Night) -> bool:
    """Whether the doses of one are those of the other and more of them."""
    fewer, more = sorted((Counter(one.doses), Counter(other.doses)), key=lambda counts: counts.total())
    return fewer < more


def _of_day(due: Sequence[Medicine], *, often: bool, mixed: bool) -> Medicine:
    """The medicine at the dose of one day: a dose and how often, or where they differ, their sum."""
    if mixed:
        return _total(due)
    return replace(due[0], per_day=float(len(due))) if often and due[0].per_day is None else due[0]


def _total(due: Sequence[Medicine]) -> Medicine:
    """The medicine at the sum of its doses, where they are in one unit; else at the first that is told."""
    told = [one for one in due if one.dose is not None] or [due[0]]
    units = {in_mg(one)[1] for one in told}
    if len(told) == 1 or len(units) > 1:
        return told[0]
    if len({one.unit for one in told}) == 1:
        return replace(told[0], dose=sum(one.dose or 0 for one in told))
    return replace(told[0], dose=sum(in_mg(one)[0] or 0 for one in told), unit=units.pop())
