"""Drawn pictures for the demo newspaper."""

from __future__ import annotations

from .artwork import artwork
from .draw import SCENES, draw
from .logos import logo
from .palettes import PALETTES

__all__ = ["PALETTES", "SCENES", "artwork", "draw", "logo"]
