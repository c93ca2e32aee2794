"""What goes into what is kept, as the two people chose it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from analysis.journal import Journal, Plan, without_silent
from analysis.review import Review
from analysis.words import GLASS_ML, Volume, Wording

Paper = Literal["a4", "letter"]


@dataclass(frozen=True)
class Keep:
    """The choices behind everything that leaves with the patient.

    name : of the patient, as typed; empty where nobody typed it.
    questions : whether the patient's questions go in. data_inside : whether the page carries the journal.
    all_nights : whether a second page shows every night. made_on : the day that stands on it; None is today.
    mapping : the answers under which the files were read, to travel with them.
    journal : the whole journal, where the review is of a part of it; None is the review's own.
    plan : of the next test, as it was just made; None goes on with that of the last visit, if there is one.
    """

    paper: Paper = "a4"
    wording: Wording = "everyday"
    volume: Volume = "mL"
    glass_ml: float = GLASS_ML
    name: str = ""
    questions: bool = True
    data_inside: bool = True
    all_nights: bool = False
    made_on: date | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    journal: Journal | None = None
    plan: Plan | None = None

    def __post_init__(self) -> None:
        """The name is cleaned as cells are."""
        object.__setattr__(self, "name", without_silent(self.name))

    @property
    def day(self) -> date:
        """The day that stands on what is kept."""
        return self.made_on or date.today()

    def whole_journal(self, review: Review) -> Journal:
        """The journal that goes inside: all of it, whatever part was reviewed."""
        return review.journal if self.journal is None else self.journal

    def plan_to_keep(self, review: Review) -> Plan | None:
        """The plan that leaves with them: the new one, else that of the last visit while nights of it are to
        come."""
        planned, earlier = review.planned, self.whole_journal(review).earlier
        if self.plan is not None or planned is None or earlier is None:
            return self.plan
        return earlier.plan if planned.nights_to_come else None
