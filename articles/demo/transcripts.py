"""Transcripts of the demo's recordings as WebVTT, and their chapters as Wagtail keeps them."""

from __future__ import annotations

import json
from html import escape
from itertools import pairwise

from articles import webvtt

from .bodies import block_id
from .story_files import Recording


def captions(recording: Recording, seconds: float) -> str:
    """WebVTT: each cue lasts until the next, the last one until the end."""
    ends = [later.at for _, later in pairwise(recording.transcript)] + [max(recording.length, int(seconds))]
    parts = ["WEBVTT"]
    for cue, end in zip(recording.transcript, ends, strict=True):
        voice = f"<v {escape(cue.speaker)}>" if cue.speaker else ""
        parts.append(f"{_clock(cue.at)} --> {_clock(end)}\n{voice}{escape(cue.text, quote=False)}")
    return "\n\n".join(parts) + "\n"


def chapters(owner: str, recording: Recording) -> str:
    """The JSON of the chapters."""
    return json.dumps(
        [
            {
                "type": "chapter",
                "value": {"start": webvtt.clock(chapter.at), "title": chapter.title},
                "id": block_id(f"{owner}/chapters", number),
            }
            for number, chapter in enumerate(recording.chapters, start=1)
        ]
    )


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000"
