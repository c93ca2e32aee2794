"""The review as JSON, as the schema describes it."""

import json

from analysis.report.options import Keep
from analysis.review import Review


def write_json(review: Review, keep: Keep | None = None) -> bytes:
    """The review's data, two spaces a level, ending in a line break; nothing of ``keep`` changes it."""
    return f"{json.dumps(review.to_dict(), ensure_ascii=False, allow_nan=False, indent=2)}\n".encode()
