"""The plan of a test as it leaves one visit and comes back at the next: what is tried on which nights."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal, get_args

PLAN_FORMAT = "cramp-journal-plan/1"
PlanKind = Literal["on_off", "step", "watch"]
MOST_BLOCKS = 64
MOST_NIGHTS = 2000  # from the first night of a plan to its last, with the nights before that it counts
LONGEST_WHAT = 120  # letters
PART_OF = "Plan: "  # before what is tried: the heading of the parts in a diary of the plan


@dataclass(frozen=True)
class Block:
    """Nights in a row, both ends included, on which something is tried (``on``) or not.

    ``carry_over``: the first of them, on which what came before may still act; they count for neither
    side [nights].
    """

    first: date
    last: date
    on: bool
    carry_over: int = 0

    @property
    def nights(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def counts_from(self) -> date:
        return self.first + timedelta(days=self.carry_over)


@dataclass(frozen=True)
class Told:
    """The ``chance`` to show a ``fall``, as told when a plan was made: the share of so many simulated
    ``futures`` in which it showed, None where an older plan does not say how many. [-]"""

    fall: float
    chance: float
    futures: int | None = None

    def __post_init__(self) -> None:
        if not (0 <= self.fall <= 1 and 0 <= self.chance <= 1):
            raise ValueError("a share is from 0 to 1")
        if self.futures is not None and self.futures < 1:
            raise ValueError("a chance is told from one future or more")


@dataclass(frozen=True)
class Plan:
    """What was agreed on ``made_on``, before any of its nights was seen.

    kind : ``on_off``, blocks by turns; ``step``, one change, whose first block is the nights before it;
        ``watch``, nothing is changed: the nights from a day on (its ``on`` block) against those before.
    what : what is tried, as typed; empty for watching. ``field``: the exposure of the diary that tells
        whether it was done, where there is one.
    seed : of the draw that decided whether the first block is on or off; None where nothing was drawn.
    columns : fields that the journal lacked and that were to be kept.
    expected : the chances that were told when the plan was made, one a fall.
    """

    made_on: date
    kind: PlanKind
    what: str
    blocks: tuple[Block, ...]
    field: str | None = None
    seed: int | None = None
    columns: tuple[str, ...] = ()
    expected: tuple[Told, ...] = ()

    def __post_init__(self) -> None:
        fault = _fault_of(self)
        if fault:
            raise ValueError(fault)

    @property
    def start(self) -> date:
        """The first night of what was to come: a step and watching count nights before it too."""
        coming = (block.first for block in self.blocks if block.first >= self.made_on)
        return next(coming, self.blocks[-1].first)

    @property
    def end(self) -> date:
        return self.blocks[-1].last

    @property
    def key(self) -> str:
        """The key of its question, as those of ``questions``."""
        return f"plan:{self.start.isoformat()}"


def _fault_of(plan: Plan) -> str:
    blocks = plan.blocks
    if plan.kind not in get_args(PlanKind):
        return f"kind is one of {', '.join(get_args(PlanKind))}"
    if not 2 <= len(blocks) <= MOST_BLOCKS or len({block.on for block in blocks}) < 2:
        return f"a plan has 2 to {MOST_BLOCKS} blocks, on and off among them"
    if plan.kind != "on_off" and len(blocks) != 2:
        return "one change, or watching, has the nights before and those after"
    if any(block.last < block.first or not 0 <= block.carry_over < block.nights for block in blocks):
        return "every block has more nights than are carried over into it"
    if any(later.first - earlier.last != timedelta(days=1) for earlier, later in pairwise(blocks)):
        return "each block begins on the night after the one before"
    if (plan.end - blocks[0].first).days >= MOST_NIGHTS:
        return f"a plan has at most {MOST_NIGHTS} nights"
    if plan.kind != "watch" and not plan.what.strip():
        return "a plan says what is tried"
    return "" if len(plan.what) <= LONGEST_WHAT else f"what is tried has at most {LONGEST_WHAT} letters"


def plan_as_data(plan: Plan) -> dict[str, Any]:
    """A plan as plain data, as it lies in the page."""
    return {
        "format": PLAN_FORMAT,
        "made_on": plan.made_on.isoformat(),
        "kind": plan.kind,
        "what": plan.what,
        "field": plan.field,
        "seed": plan.seed,
        "columns": list(plan.columns),
        "expected": [asdict(told) for told in plan.expected],
        "blocks": [
            {
                "first": block.first.isoformat(),
                "last": block.last.isoformat(),
                "on": block.on,
                "carry_over": block.carry_over,
            }
            for block in plan.blocks
        ],
    }


def plan_from_data(data: Mapping[str, Any]) -> Plan:
    """The plan that ``plan_as_data`` wrote. Raises ValueError where it is not one."""
    try:
        if data["format"] != PLAN_FORMAT or not isinstance(data["what"], str):
            raise ValueError("this is no plan")
        blocks = tuple(
            Block(
                date.fromisoformat(each["first"]),
                date.fromisoformat(each["last"]),
                _is(bool, each["on"]),
                _is(int, each["carry_over"]),
            )
            for each in data["blocks"][: MOST_BLOCKS + 1]
        )
        return Plan(
            made_on=date.fromisoformat(data["made_on"]),
            kind=data["kind"],
            what=data["what"],
            blocks=blocks,
            field=None if data["field"] is None else str(data["field"]),
            seed=None if data["seed"] is None else _is(int, data["seed"]),
            columns=tuple(str(name) for name in data["columns"]),
            expected=tuple(_told(each) for each in data["expected"]),
        )
    except (KeyError, TypeError, AttributeError):
        raise ValueError("this is no plan") from None


def _is(kind: type[Any], value: Any) -> Any:
    if type(value) is not kind:
        raise ValueError("this is no plan")
    return value


def _told(each: Mapping[str, Any]) -> Told:
    futures = each.get("futures")
    return Told(float(each["fall"]), float(each["chance"]), None if futures is None else _is(int, futures))
