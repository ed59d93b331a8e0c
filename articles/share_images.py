"""A picture for link previews of a story that has none: the paper's name, the kicker and the headline, drawn.

Its address names what is on it, so it may be kept; under an older address the picture of today is found. It is as
public as its story.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import astuple, dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe
from PIL import Image, ImageDraw, ImageFont

from .models import Masthead, Story

SIZE = WIDTH, HEIGHT = 1200, 630
VERSION = 1
"""Of the drawing: count it up when it looks different, or who has the old picture keeps it."""
MARGIN = 72
INK, SOFT, PAPER, ACCENT, RULE = "#17191c", "#55575b", "#fcfaf5", "#97301d", "#d8d2c3"
AD_INK, AD_PAPER = "#174552", "#e5edef"
SIZES = (84, 74, 66, 58, 50, 44)
KEPT = 24 * 60 * 60
"""Seconds for which a drawing is kept here."""
MAX_AGE = 60 * 60
"""Seconds for which others may keep it: not for long, or it would outlive its story."""


@dataclass(frozen=True)
class ShareImage:
    """What is drawn. `label` is an advertisement's, and comes first; empty for the paper's own work."""

    paper: str
    label: str
    kicker: str
    headline: str

    @classmethod
    def of(cls, story: Story, paper: Masthead) -> ShareImage:
        label = story.advertisement.get_label_display() if story.is_advertisement else ""
        return cls(paper.name, label, story.kicker, story.headline)

    @property
    def digest(self) -> str:
        said = json.dumps([VERSION, Path(settings.SHARE_FONT).name, *astuple(self)])
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def address(self, uid: UUID) -> str:
        """Where it is, as the picture of the story with this id."""
        return reverse("share-image", args=[uid, self.digest])

    def draw(self) -> bytes:
        """The picture, as PNG."""
        ink, ground = (AD_INK, AD_PAPER) if self.label else (ACCENT, PAPER)
        image = Image.new("RGB", SIZE, ground)
        canvas = ImageDraw.Draw(image)
        canvas.rectangle((0, 0, WIDTH, 14), fill=ink)
        above = " · ".join(filter(None, (self.label, drawable(self.kicker))))
        if above:
            canvas.text((MARGIN, 66), _cut(above, _font(36), WIDTH - 2 * MARGIN), ink, _font(36))
        headline = drawable(self.headline)
        font, lines = _fitted(headline or drawable(self.paper))
        for number, line in enumerate(lines):
            canvas.text((MARGIN, 136 + number * font.size * 1.16), line, INK, font)
        canvas.line((MARGIN, HEIGHT - 116, WIDTH - MARGIN, HEIGHT - 116), fill=RULE, width=2)
        if headline:
            name = _cut(drawable(self.paper), _font(38), WIDTH - 2 * MARGIN)
            canvas.text((MARGIN, HEIGHT - 92), name, SOFT, _font(38))
        file = io.BytesIO()
        image.save(file, "PNG", optimize=True)
        return file.getvalue()


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(settings.SHARE_FONT, size)


def drawable(text: str) -> str:
    """The text without signs that the font lacks; nothing of a text whose letters it lacks: boxes say nothing."""
    font = _font(24)
    missing = bytes(font.getmask("\U0010fffd"))
    lacking = {sign for sign in set(text) if not sign.isspace() and bytes(font.getmask(sign)) == missing}
    if any(sign.isalpha() for sign in lacking):
        return ""
    return " ".join("".join(sign for sign in text if sign not in lacking).split())


def _fitted(text: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest font in which the text has room, and its lines; in the smallest, an ellipsis ends what has none."""
    for size in SIZES:
        font = _font(size)
        lines = _wrapped(text, font)
        most = int((HEIGHT - 116 - 136) // (size * 1.16))
        if len(lines) <= most and all(font.getlength(line) <= WIDTH - 2 * MARGIN for line in lines):
            return font, lines
    kept = lines[:most]
    kept[-1] = _cut(" ".join(lines[most - 1 : most + 1]), font, WIDTH - 2 * MARGIN)
    return font, [_cut(line, font, WIDTH - 2 * MARGIN) for line in kept]


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line] or [""]


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def address(story: Story, paper: Masthead) -> str:
    """Where the picture of a story is, by what is on it today."""
    return ShareImage.of(story, paper).address(story.uid)


@require_safe
def share_image(request: HttpRequest, uid: UUID, digest: str) -> HttpResponse:
    """The picture of a public story; 404 for any other, whoever asks."""
    stories = Story.objects.published().select_related("sponsoredpage").defer("body", "sponsoredpage__body")
    story = get_object_or_404(stories, uid=uid)
    paper = Masthead.for_request(request)
    shown = ShareImage.of(story, paper)
    if shown.digest != digest:
        return redirect(shown.address(uid))
    etag = f'"{digest}"'
    response = get_conditional_response(request, etag=etag) or HttpResponse(
        cache.get_or_set(f"share-image-{digest}", shown.draw, KEPT), content_type="image/png"
    )
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    return response
