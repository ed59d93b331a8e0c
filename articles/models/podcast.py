from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from .media import NewsMedia
from .recording import Recording
from .show import Show
from .story import Story


class PodcastEpisodePage(Recording):
    """One episode of a show. Its body is the show notes."""

    class EpisodeType(models.TextChoices):
        FULL = "full", _("Episode")
        TRAILER = "trailer", _("Trailer")
        BONUS = "bonus", _("Bonus")

    story_kind = Story.Kind.PODCAST
    is_creatable = True
    page_description = _("An episode of a podcast show: sound, show notes, transcript.")

    podcast = models.ForeignKey(Show, on_delete=models.PROTECT, related_name="episodes", verbose_name=_("show"))
    season = models.PositiveSmallIntegerField(_("season"), null=True, blank=True)
    episode = models.PositiveIntegerField(_("episode"), null=True, blank=True)
    episode_type = models.CharField(_("type"), max_length=10, choices=EpisodeType, default=EpisodeType.FULL)
    explicit = models.BooleanField(
        _("explicit"), default=False, help_text=_("For adults, by its language or its subject.")
    )
    audio = models.ForeignKey(
        "articles.NewsMedia",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("sound file"),
    )
    audio_url = models.URLField(_("or its address elsewhere"), blank=True)
    audio_type = models.CharField(
        _("MIME type"),
        max_length=60,
        blank=True,
        help_text=_("For a file elsewhere: audio/mpeg, audio/mp4 …"),
    )
    audio_bytes = models.PositiveBigIntegerField(
        _("size in bytes"), null=True, blank=True, help_text=_("For a file elsewhere.")
    )

    search_fields = [*Recording.search_fields, index.SearchField("transcript_text")]

    class Meta:
        verbose_name = _("podcast episode")
        verbose_name_plural = _("podcast episodes")

    def clean(self) -> None:
        super().clean()
        if self.audio_id and self.audio_url:
            raise ValidationError({"audio_url": _("The sound is a file of ours or elsewhere, not both.")})
        if self.audio_url and not (self.audio_type.startswith("audio/") and self.audio_bytes):
            raise ValidationError(
                {"audio_url": _("A file elsewhere needs its MIME type (audio/…) and its size in bytes.")}
            )

    @property
    def own_file(self) -> NewsMedia | None:
        return self.audio

    @property
    def show(self) -> Show:
        return self.podcast

    @property
    def enclosure(self) -> dict[str, str | int | None] | None:
        """The sound as a feed names it, or None: `url` (a path if the file is ours), `type`, `length` in bytes.

        The length is None where nobody told it and where the file is lost.
        """
        if self.audio:
            return {"url": self.audio.url, "type": self.audio.mime_type, "length": self.audio.size}
        if self.audio_url:
            return {"url": self.audio_url, "type": self.audio_type, "length": self.audio_bytes}
        return None
