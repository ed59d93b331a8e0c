"""How a moment is written wherever a machine reads it: in the paper's time zone, to the second.

The page, its metadata, feeds and sitemaps all tell the same second.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def iso(moment: datetime | None) -> str:
    """ISO 8601, as 2026-11-24T14:05:09+01:00; empty for no moment."""
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""
