"""The drawing program itself, for a page that has to draw without a network."""

from importlib.resources import files


def drawing_script() -> str:
    """plotly.js as the installed plotly ships it."""
    return (files("plotly") / "package_data" / "plotly.min.js").read_text(encoding="utf-8")
