"""One WebVTT text gives captions and the transcript. https://www.w3.org/TR/webvtt1/"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import webvtt
from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

VOICE = re.compile(r"<v(?:\.[^ >]*)?\s+([^>]+)>")


@dataclass(frozen=True)
class Cue:
    """One spoken passage: `start` in seconds, to the millisecond, `speaker` or an empty string, plain `text`."""

    start: float
    speaker: str
    text: str

    @property
    def moment(self) -> str:
        """The start as players and addresses have it: 65.5, or 65."""
        return f"{self.start:.3f}".rstrip("0").rstrip(".")


def cues(text: str) -> list[Cue]:
    """The cues of a WebVTT text, in order; an empty text has none. ValidationError for what is not WebVTT."""
    if not text.strip():
        return []
    try:
        captions = webvtt.from_buffer(io.StringIO(text.strip() + "\n"))
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError, ValueError) as error:
        raise ValidationError(_("This is not WebVTT: %(why)s") % {"why": error}) from error
    found = []
    for caption in captions:
        voice = VOICE.search(caption.raw_text)
        plain = strip_tags(caption.raw_text).strip()
        found.append(Cue(caption.start_time.in_milliseconds() / 1000, voice[1].strip() if voice else "", plain))
    return found


def validate(text: str) -> None:
    """ValidationError unless the text is WebVTT with at least one cue."""
    if not cues(text):
        raise ValidationError(
            _("No caption was found. A WebVTT file starts with the line WEBVTT and has timed captions.")
        )


def clock(seconds: float) -> str:
    """Seconds as a reader reads them: 0:07, 12:30, 1:02:03."""
    minutes, seconds = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def seconds(text: str) -> int:
    """The reverse of `clock`. ValidationError for anything else."""
    match = re.fullmatch(r"(?:(\d+):)?(\d{1,2}):([0-5]\d)", text.strip())
    if not match:
        raise ValidationError(_("Write a time as 1:30 or 1:02:30."))
    hours, minutes, rest = (int(part or 0) for part in match.groups())
    return (hours * 60 + minutes) * 60 + rest
