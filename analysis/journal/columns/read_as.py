"""How a column is read where its heading alone does not tell."""

from enum import StrEnum


class ReadAs(StrEnum):
    """What a column is taken for beside its field, in the words of the receipt."""

    MAPPED = "mapped"
    SAID_OF_DOSES = "its cells say whether a dose was taken"
    WHEN_TAKEN = "when each dose was taken; blank where it was not"
    TICKED = "ticked where a dose was taken; blank where it was not"
    MISSED = "whether a dose was missed"
    TICKED_MISSED = "marked where a dose was missed; blank where it was taken"
    WHY_MISSED = "why a dose was missed; blank where it was taken"
    NAMED_AFTER_ONE = "the name of a medicine, and whether it was taken under it"
    SLEEP_BEGAN = "the moments at which each sleep began"
    DOSES_BESIDE = "the doses of the medicine beside it"
    UNITS_BESIDE = "the units of the amounts beside it"
    ONLY_AS_NEEDED = "whether the medicine beside it is only taken as needed"
    TICKED_WHERE_NONE = "it is ticked on the nights without a cramp"
    PART_OF_PLAN = "the part of the plan that the night belongs to"
    DONE_OF_PLAN = "whether what the plan tries was done"
    BESIDE_OTHERS = "its cells are dates, and of the columns of dates it is likelier the one of the night"
