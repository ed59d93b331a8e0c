"""Characters that no text of ours holds: databases, feeds and browsers each choke on some of them."""

from __future__ import annotations

import re

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 and PostgreSQL cannot hold: control characters but for tab and line ends, halves of emoji."""


def printable(text: str) -> str:
    """The text without them."""
    return UNPRINTABLE.sub("", text)
