"""Drawn pictures for the demo newspaper."""

from __future__ import annotations

from .draw import SCENES, draw
from .palettes import PALETTES

__all__ = ["PALETTES", "SCENES", "draw"]
