"""Pictures in the sizes of `articles.renditions`, with their place reserved so that nothing jumps."""

from __future__ import annotations

import logging

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from articles import renditions
from articles.models import NewsImage, NewsRendition

register = template.Library()
logger = logging.getLogger(__name__)

BROKEN_FILE = (SourceImageIOError, InvalidFilterSpecError, OSError, ValueError, SyntaxError)
"""What Wagtail, Willow and Pillow raise for a file that is missing or is no picture."""


@register.simple_tag
def news_picture(
    image: NewsImage | None, size: str, *, sizes: str = "100vw", alt: str | None = None, **attributes: str
) -> SafeString:
    """One `<img>` with a `srcset` of all widths of a named size (`"card"`, `"lead"` …); nothing without a file.

    `alt` left out prints the description chosen in the block, or the picture's own. Further attributes (`loading`,
    `fetchpriority`, `class`) are printed as given; a picture is lazy unless `loading` says otherwise.
    """
    widths = _renditions(image, size)
    if not widths:
        return SafeString("")
    largest = widths[-1]
    shown = {
        "src": widths[len(widths) // 2].url,
        "srcset": ", ".join(f"{rendition.url} {rendition.width}w" for rendition in widths),
        "sizes": sizes,
        "width": largest.width,
        "height": largest.height,
        "alt": _alt(image) if alt is None else alt,
        "loading": "lazy",
        "decoding": "async",
    }
    return format_html("<img{}>", format_html_join("", ' {}="{}"', (shown | attributes).items()))


@register.simple_tag
def news_picture_url(image: NewsImage | None, size: str) -> str:
    """The address of the largest picture of a named size, for a film's poster; empty without a usable file."""
    widths = _renditions(image, size)
    return widths[-1].url if widths else ""


@register.simple_tag
def feed_picture(image: NewsImage | None) -> SafeString:
    """A plain JPEG `<img>` for feed readers; nothing without a usable file."""
    widths = _renditions(image, "feed")
    if not widths:
        return SafeString("")
    jpeg = widths[-1]
    return format_html('<img src="{}" width="{}" height="{}" alt="{}">', jpeg.url, jpeg.width, jpeg.height, _alt(image))


def _renditions(image: NewsImage | None, size: str) -> list[NewsRendition]:
    """The picture's renditions of a named size, narrowest first and each width once; made if they are not there yet."""
    if image is None:
        return []
    specs = getattr(renditions, size.upper())
    try:
        made = image.get_renditions(*specs).values()
    except BROKEN_FILE as error:
        logger.warning("Picture %s cannot be shown as %s: %s", image.pk, size, error)
        return []
    by_width = {rendition.width: rendition for rendition in made if rendition.width and rendition.height}
    return [by_width[width] for width in sorted(by_width)]


def _alt(image: NewsImage) -> str:
    if getattr(image, "decorative", False):
        return ""
    return getattr(image, "contextual_alt_text", None) or image.alt
