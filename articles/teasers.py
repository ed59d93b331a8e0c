"""Teasers: a summary cut at a word, as the paper marks a cut."""

from __future__ import annotations

from django.utils.html import strip_tags

CUT = "[…]"


def cut(text: str, limit: int = 140) -> str:
    """At most `limit` characters of plain text, cut after a whole word and marked with […].

    The mark counts. A single word longer than the limit is cut inside.
    """
    text = " ".join(strip_tags(text).split())
    if len(text) <= limit:
        return text
    room = limit - len(CUT) - 1
    head = text[: room + 1]
    kept = head.rsplit(" ", 1)[0] if " " in head else head[:room]
    return f"{kept.rstrip(' ,;:–—-')} {CUT}"
