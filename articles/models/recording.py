from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from articles import webvtt
from articles.blocks import ChapterBlock

from .media import NewsMedia
from .story import Story


class Recording(Story):
    """What a film and a podcast episode share: length, timed text, chapters."""

    captions = models.TextField(
        _("captions and transcript"),
        blank=True,
        validators=[webvtt.validate],
        help_text=_("WebVTT. Shown as captions in the player and as the transcript on the page, and found by search."),
    )
    chapters = StreamField([("chapter", ChapterBlock())], blank=True, verbose_name=_("chapters"))

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """A length left open is that of the file."""
        if not self.duration and self.own_file and self.own_file.duration and "update_fields" not in kwargs:
            self.duration = round(self.own_file.duration)
        super().save(*args, **kwargs)

    @property
    def own_file(self) -> NewsMedia | None:
        """The recording, where it is a file of ours."""
        raise NotImplementedError

    @cached_property
    def transcript(self) -> list[webvtt.Cue]:
        return webvtt.cues(self.captions)

    @property
    def transcript_text(self) -> str:
        return " ".join(cue.text for cue in self.transcript)

    @property
    def chapters_in_order(self) -> list[StreamValue.StreamChild]:
        """Its chapters by their times, however they were put down."""
        return sorted(self.chapters, key=lambda chapter: chapter.value.seconds)

    @property
    def captions_url(self) -> str:
        return reverse("captions", args=[self.uid])

    @property
    def chapters_url(self) -> str:
        return reverse("chapters", args=[self.uid])
