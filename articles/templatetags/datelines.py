"""Where a story was reported from, printed before its first word."""

from __future__ import annotations

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

register = template.Library()

FIRST_PARAGRAPH = re.compile(r"<p(?=[\s>])[^>]*>")


@register.filter
def opening(body: StreamValue) -> StreamValue.StreamChild | None:
    """The block with the first running text; None when a body has none."""
    return next((block for block in body if block.block_type == "paragraph"), None)


@register.filter
def after_dateline(text: RichText, dateline: str | None) -> SafeString | RichText:
    """The text, with the dateline inside its first paragraph; the text alone when there is no dateline."""
    if not dateline:
        return text
    html = str(text)
    found = FIRST_PARAGRAPH.search(html)
    mark = format_html('<b class="dateline" dir="auto">{}</b> — ', dateline)
    at = found.end() if found else 0
    return SafeString(html[:at] + mark + html[at:])
