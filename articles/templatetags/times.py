"""Moments and lengths of time as readers, screen readers and machines read them."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext, pgettext

from articles import moments, webvtt

register = template.Library()


@register.simple_tag
def when(moment: datetime | None, style: str = "day") -> SafeString:
    """A `<time>` in the paper's time zone; nothing for no moment.

    Styles: `day` (24 November 2026), `short` (24 Nov, 14:05, for rails), `long` (24 November 2026, 14:05 CET).
    None of them depends on today: a page that a cache keeps stays true.
    """
    if moment is None:
        return SafeString("")
    local = timezone.localtime(moment)
    formats = {
        "day": pgettext("date format: a day", "j F Y"),
        "short": pgettext("date format: day and time in a narrow column", "j M, H:i"),
        "long": pgettext("date format: day, time and time zone", "j F Y, H:i T"),
    }
    return format_html('<time datetime="{}">{}</time>', moments.iso(moment), date_format(local, formats[style]))


@register.filter
def clock(seconds: float | None) -> str:
    """Seconds as digits: 0:45, 12:30, 1:02:03. Empty for no length."""
    return "" if seconds is None else webvtt.clock(seconds)


@register.filter
def duration(seconds: int | None) -> SafeString:
    """A `<time>` that shows 1:02:03 and tells machines PT1H2M3S; empty for no length."""
    if not seconds:
        return SafeString("")
    return format_html('<time datetime="{}">{}</time>', iso_duration(seconds), webvtt.clock(seconds))


@register.filter
def spoken_duration(seconds: int | None) -> str:
    """A length in words for screen readers: 1 hour 2 minutes 3 seconds. Empty for no length."""
    if not seconds:
        return ""
    hours, minutes, rest = _parts(seconds)
    words = [
        ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours} if hours else "",
        ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes} if minutes else "",
        ngettext("%(count)d second", "%(count)d seconds", rest) % {"count": rest} if rest else "",
    ]
    return " ".join(filter(None, words))


@register.filter
def iso_duration(seconds: int | None) -> str:
    """A length as ISO 8601 writes it: PT1H2M3S. Empty for no length."""
    if not seconds:
        return ""
    hours, minutes, rest = _parts(seconds)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    return "PT" + "".join(f"{value}{unit}" for value, unit in parts if value)


def _parts(seconds: int) -> tuple[int, int, int]:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, rest
