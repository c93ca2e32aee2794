"""The page of an earlier visit as a file of the journal: what lies in it, read within stated bounds."""

PAGE_FILES = {
    "journal": "cramp-journal.csv",
    "mapping": "cramp-journal-mapping.json",
    "review": "cramp-journal-review.json",
    "visit": "cramp-journal-visit.json",
    "plan": "cramp-journal-plan.json",
}
VISIT_FORMAT = "cramp-journal-visit/1"
