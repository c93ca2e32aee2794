"""What axe-core finds on an open page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Rules = dict[str, str | list[str]]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES: Rules = {"type": "tag", "values": TAGS}
COLOURS: Rules = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}  # its rules of colours
KNOWN = {"presentation-role-conflict", "empty-table-header"}


def faults(page: Page, rules: Rules = RULES, within: str = "html") -> list[str]:
    """What axe finds by these rules, beyond the known items: one line each with the element. ``within``: of
    the elements that this selects, as for what has opened over a page that was looked at."""
    # What passes is looked at too, and not listed: most of the work was the list.
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(
        "([part, options]) => axe.run(part, options).then(({ violations }) => violations)", [within, options]
    )
    return [
        f"{item['id']}: {node['target']} {node['html'][:160]}"
        for item in found
        if item["id"] not in KNOWN
        for node in item["nodes"]
        if not (item["id"] == "color-contrast" and "stCaptionContainer" in str(node["target"]))
        # Day, month and year of a date field: they touch, and are reached by typing on or by the arrow keys.
        if not (item["id"] == "target-size" and 'role="spinbutton"' in node["html"])
    ]
