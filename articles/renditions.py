"""The sizes pictures are served in, named once. WebP is understood by every browser in use; no JPEG twin is made."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import Filter, SourceImageIOError

if TYPE_CHECKING:
    from .models import NewsImage, NewsRendition

logger = logging.getLogger(__name__)

QUALITY = "format-webp|webpquality-76"

CARD = tuple(f"fill-{size}|{QUALITY}" for size in ("320x213", "480x320", "800x533", "1200x800"))
"""3:2, for cards in lists."""

LEAD = tuple(f"width-{width}|{QUALITY}" for width in (480, 800, 1200, 1600))
"""The picture at the top of a story and pictures in its body, uncropped."""

PORTRAIT = (f"fill-96x96|{QUALITY}", f"fill-320x320|{QUALITY}")
SQUARE = (f"fill-320x320|{QUALITY}", f"fill-640x640|{QUALITY}")
LOGO = (f"max-240x96|{QUALITY}",)
SHARE = ("fill-1200x630|format-jpeg|jpegquality-80",)
"""1.91:1, for link previews; JPEG because not every reader of Open Graph takes WebP."""
SHAPES = tuple(f"fill-{size}|{QUALITY}" for size in ("1200x675", "1200x900", "1200x1200"))
"""16:9, 4:3 and 1:1, for search engines."""
POSTER = tuple(f"fill-{size}|{QUALITY}" for size in ("640x360", "1200x675"))
"""16:9, for films."""
ARTWORK = ("fill-3000x3000|format-jpeg|jpegquality-85",)
"""1:1 and as large as it is, for podcast apps, which know JPEG and PNG alone."""
FACE = ("fill-320x320|format-jpeg|jpegquality-80",)
"""Likewise, for people."""
FEED = ("max-1200x1200|format-jpeg|jpegquality-80",)
"""For feed readers, some of which know only JPEG."""
THUMBNAIL = ("max-320x320|format-jpeg|jpegquality-80",)
"""For their lists."""

BROKEN_FILE = (SourceImageIOError, InvalidFilterSpecError, OSError, ValueError, SyntaxError)
"""What Wagtail, Willow and Pillow raise for a file that is missing or is no picture."""


def usable(image: NewsImage | None, specs: Sequence[str]) -> list[NewsRendition]:
    """The picture in these sizes, narrowest first and each width once; made if they are not there yet.

    Where one cannot be made, because the file is missing or broken or the disk is full, those that are there, if any:
    that is logged, and no reader's page fails for it.
    """
    if not image:
        return []
    try:
        made = image.get_renditions(*specs).values()
    except BROKEN_FILE as error:
        logger.warning("Picture %s cannot be shown in every size: %s", image.pk, error)
        made = image.find_existing_renditions(*map(Filter, specs)).values()
    by_width = {rendition.width: rendition for rendition in made if rendition.width and rendition.height}
    return [by_width[width] for width in sorted(by_width)]


def made(image: NewsImage, specs: Sequence[str]) -> list[NewsRendition]:
    """The picture in those of the sizes that are there already, in their order."""
    there = {size.filter_spec: size for size in image.find_existing_renditions(*map(Filter, specs)).values()}
    return [there[spec] for spec in specs if spec in there]
