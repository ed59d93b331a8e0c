"""Pictures in the sizes of `articles.renditions`, with their place reserved so that nothing jumps."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles import renditions
from articles.models import NewsImage

register = template.Library()


@register.simple_tag
def news_picture(
    image: NewsImage | None, size: str, *, sizes: str = "100vw", alt: str | None = None, **attributes: str
) -> SafeString:
    """One `<img>` with a `srcset` of all widths of a named size (`"card"`, `"lead"` …); nothing without a file.

    `alt` left out prints the description chosen in the block, or the picture's own. Further attributes (`loading`,
    `fetchpriority`, `class`) are printed as given; a picture is lazy unless `loading` says otherwise.
    """
    widths = renditions.usable(image, getattr(renditions, size.upper()))
    if not widths:
        return SafeString("")
    largest = widths[-1]
    shown = {
        "src": widths[len(widths) // 2].url,
        "srcset": ", ".join(f"{rendition.url} {rendition.width}w" for rendition in widths),
        "sizes": sizes,
        "width": largest.width,
        "height": largest.height,
        "alt": alt_text(image) if alt is None else alt,
        "loading": "lazy",
        "decoding": "async",
    }
    return format_html("<img{}>", format_html_join("", ' {}="{}"', (shown | attributes).items()))


@register.simple_tag
def news_picture_url(image: NewsImage | None, size: str) -> str:
    """The address of the largest picture of a named size, for a film's poster; empty without a usable file."""
    widths = renditions.usable(image, getattr(renditions, size.upper()))
    return widths[-1].url if widths else ""


@register.simple_tag
def feed_picture(image: NewsImage | None) -> SafeString:
    """A plain JPEG `<img>` for feed readers; nothing without a usable file."""
    widths = renditions.usable(image, renditions.FEED)
    if not widths:
        return SafeString("")
    jpeg = widths[-1]
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}">', jpeg.url, jpeg.width, jpeg.height, alt_text(image)
    )


@register.filter
def alt_text(image: NewsImage) -> str:
    """The description of a picture where it stands: chosen in its block, else its own; empty for an ornament."""
    if getattr(image, "decorative", False):
        return ""
    return getattr(image, "contextual_alt_text", None) or image.alt
