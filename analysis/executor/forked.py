"""Imported once, in the process from which the workers are forked: what a worker begins with.

Whatever program starts the executor, a worker runs none of it: under Streamlit the main module is the page.
"""

import gc
from multiprocessing import spawn
from typing import Any, cast


def no_main(_: str) -> None:
    """The main module of the program is not run again, whether it was begun by its path or by its name."""


cast("Any", spawn)._fixup_main_from_path = no_main
cast("Any", spawn)._fixup_main_from_name = no_main
gc.collect()
gc.freeze()
# A worker lives for one task, whose tables are many small objects and hardly a circle of them: looking
# through them as often as Python does by itself takes a sixth of the time in which a long file is read.
gc.set_threshold(10_000, 20, 50)
