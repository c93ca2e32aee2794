"""The colours of the charts, on light and on dark paper."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours of one theme. Steps of one hue differ in lightness, so that they stay apart in greyscale."""

    paper: str
    ink: str
    quiet: str
    grid: str
    line: str
    none: str  # a logged night without a cramp
    cramps: tuple[str, str, str]  # nights with one, two, three or more cramps
    accent: str
    bar: str
    whisker: str  # the interval of a single month
    other: str  # the other dates of the journal, what joins two marks
    hatch: str
    usual: str  # the person's usual range
    band: str  # around a model's curve
    rolling_band: str  # around the rate of the last nights
    hydration: str
    activity: str
    crude: str  # the interval of a crude ratio
    plain: str  # an answer without a clear direction
    lanes: tuple[tuple[str, str], ...]  # medicines: tint of a low dose, tint of the highest


LIGHT = Palette(
    paper="#ffffff",
    ink="#1d2330",
    quiet="#565d6b",
    grid="#eceef2",
    line="#8b92a0",
    none="#e9e7f2",
    cramps=("#a79bd3", "#6d5cb0", "#33236f"),
    accent="#4b3a8c",
    bar="#b9afde",
    whisker="#adb3bf",
    hatch="#979eac",
    usual="rgba(110,118,135,0.17)",
    band="rgba(31,111,178,0.14)",
    rolling_band="rgba(75,58,140,0.16)",
    hydration="#1f6fb2",
    activity="#3f7d3a",
    other="#c3c7d1",
    crude="#a9aebb",
    plain="#5d6472",
    lanes=(
        ("#d3ebe7", "#7cc4ba"),
        ("#f6e6c8", "#e2b15a"),
        ("#f0dcec", "#c995c0"),
        ("#dbe3ef", "#94aacb"),
        ("#f7dcd3", "#dd9c86"),
    ),
)

DARK = Palette(
    paper="#0e1117",
    ink="#eef0f5",
    quiet="#aeb5c2",
    grid="#242a35",
    line="#6a7282",
    none="#2b3040",
    cramps=("#6354a8", "#9788e0", "#ded6ff"),
    accent="#b3a5ff",
    bar="#5d4fa3",
    whisker="#5b6373",
    hatch="#737b8c",
    usual="rgba(170,178,195,0.22)",
    band="rgba(109,180,240,0.20)",
    rolling_band="rgba(179,165,255,0.20)",
    hydration="#6db4f0",
    activity="#8fcb86",
    other="#565e6e",
    crude="#687081",
    plain="#a0a8b6",
    lanes=(
        ("#1c3d3a", "#2a766c"),
        ("#463516", "#8a6620"),
        ("#432b3f", "#824e79"),
        ("#2a3548", "#4a6591"),
        ("#4a2a20", "#93503b"),
    ),
)
