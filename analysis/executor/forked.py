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
