from __future__ import annotations

from .body import BodyBlock, PageBodyBlock
from .chapters import ChapterBlock
from .zones import ZoneBlock

__all__ = ["BodyBlock", "ChapterBlock", "PageBodyBlock", "ZoneBlock"]
