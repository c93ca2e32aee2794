"""Several people's journals together: one row each, and the pooled answers. Nobody is named."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

import streamlit as st

from analysis.cohort import Cohort, How, results_of, row_of_files, run_cohort
from analysis.journal import Receipt
from analysis.report import FORMS, write_cohort_page, write_cohort_workbook
from analysis.screen.parts import (
    FILE_TYPES,
    bullets,
    heading,
    offer,
    open_table,
    picture,
    say,
    title,
    uploaded,
)
from analysis.screen.server import guarded
from analysis.screen.session import as_read, close_files, kept, open_files
from analysis.screen.shielded import charts, words
from analysis.screen.work import workers

_RATIOS = ("exposures", "medication_changes")


def several_box() -> None:
    """A box for a folder of journals, folded away: most visits are of one person."""
    with st.expander("Journals of several people", key="several people"):
        say(
            "For a clinic or a study: each sub-folder is one person’s journal, and so is each file beside "
            "them."
        )
        if arrived := uploaded("A folder of journals", FILE_TYPES, "several", folder=True):
            open_several(arrived)
            st.rerun()


def ask_whether_several(receipts: Sequence[Receipt]) -> None:
    """Where files name several people: one of them can be chosen below, or all are looked at together."""
    files = st.session_state.files
    if len(files) > 1 and any(receipt.choices for receipt in receipts):
        say("Are these the journals of several people? Each file is then one person’s.")
        st.button("Several people: look at them together", "several", on_click=open_several, args=(files,))


def open_several(files: Sequence[tuple[str, bytes]]) -> None:
    too_much = st.session_state.get("too_much", 0)
    open_files(list(files))
    st.session_state.update(several=True, too_much=too_much)


@guarded
def several_people() -> None:
    """The table and the forests; what is said of one group is said of no journal in it."""
    title("Journals of several people")
    found = kept("several", as_read(), _run)
    say(words.say_cohort(len(found.rows), len(found.failed)))
    bullets(
        [f"{words.count(number, 'journal')}: {why}" for why, number in Counter(found.failed.values()).items()]
    )
    groups = found.pooled()
    heading("Pooled answers")
    if groups:
        open_table(words.table_pooled(groups), "pooled answers")
    else:
        say(words.say_nothing_pooled())
    for group in groups:
        if group.part in _RATIOS and group.pooled is not None:
            said = [words.say_pooled(group), words.say_without_each(group)]
            picture(
                words.label_group(group), said, charts.plot_pooled(group), name=f"{group.part} {group.about}"
            )
    bullets(words.say_cohort_notes())
    heading("Take along")
    results = results_of(found, groups)
    offer("The page (PDF)", partial(write_cohort_page, results), "cramp journals.pdf", "application/pdf",
          key="several page")  # fmt: skip
    offer("Workbook (Excel)", partial(write_cohort_workbook, results), "cramp journals.xlsx",
          FORMS["workbook"].media_type, key="several workbook")  # fmt: skip
    st.button("Close these journals", on_click=close_files)


def journals_of(files: Sequence[tuple[str, bytes]]) -> Sequence[tuple[str, Sequence[tuple[str, bytes]]]]:
    """Files of one sub-folder are one journal, and each other file is one."""
    paths = [name.replace("\\", "/").split("/") for name, _ in files]
    shared = {path[0] for path in paths if len(path) > 1}
    inside = 1 if len(shared) == 1 and all(len(path) > 1 for path in paths) else 0  # the folder itself
    journals: dict[str, list[tuple[str, bytes]]] = {}
    for at, (path, (name, content)) in enumerate(zip(paths, files, strict=True)):
        own = path[inside] if len(path) > inside + 1 else f"{name} {at}"
        journals.setdefault(own, []).append((path[-1], content))
    return [(name, tuple(each)) for name, each in journals.items()]


def _run() -> Cohort:
    journals = journals_of(st.session_state.files)
    bar, done = st.progress(0.0, f"Reading {words.count(len(journals), 'journal')} …"), 0

    def told() -> None:
        nonlocal done
        done += 1
        bar.progress(done / len(journals), f"{done:,} of {words.count(len(journals), 'journal')} read …")

    found = run_cohort(journals, workers(), How(), task=row_of_files, told=told)
    bar.empty()
    return found
