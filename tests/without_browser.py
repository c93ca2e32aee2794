"""Visits of the dashboard without a browser.

Each would look through all installed packages for parts of pages, which takes longer than the dashboard
itself; what is installed does not change while the tests run.
"""

from functools import cache

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT

manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


def dashboard(seconds: float = 60) -> AppTest:
    """The dashboard before its first run, each of which may take so long [s]."""
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=seconds)
