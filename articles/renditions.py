"""The sizes pictures are served in, named once. WebP is understood by every browser in use; no JPEG twin is made."""

from __future__ import annotations

QUALITY = "format-webp|webpquality-76"

CARD = tuple(f"fill-{size}|{QUALITY}" for size in ("320x213", "480x320", "800x533"))
"""3:2, for cards in lists."""

LEAD = tuple(f"width-{width}|{QUALITY}" for width in (480, 800, 1200, 1600))
"""The picture at the top of a story and pictures in its body, uncropped."""

PORTRAIT = (f"fill-96x96|{QUALITY}", f"fill-320x320|{QUALITY}")
SQUARE = (f"fill-320x320|{QUALITY}", f"fill-640x640|{QUALITY}")
LOGO = (f"max-240x96|{QUALITY}",)
SHARE = ("fill-1200x630|format-jpeg|jpegquality-80",)
"""1.91:1, for link previews; JPEG because not every reader of Open Graph takes WebP."""
POSTER = tuple(f"fill-{size}|{QUALITY}" for size in ("640x360", "1200x675"))
"""16:9, for films."""
FEED = ("max-1200x1200|format-jpeg|jpegquality-80",)
"""For feed readers, some of which know only JPEG."""
