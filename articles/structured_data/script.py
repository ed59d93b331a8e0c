"""Data as a page prints it."""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

Data = dict[str, Any]
"""One schema.org thing."""

CONTEXT = "https://schema.org"
IN_SCRIPT = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def known(data: Data) -> Data:
    """What is known of a thing: nothing empty."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def as_json(data: Data) -> SafeString:
    """JSON that cannot end the script element it is printed in."""
    return mark_safe(json.dumps({"@context": CONTEXT} | data, ensure_ascii=False).translate(IN_SCRIPT))
