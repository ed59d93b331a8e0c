from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from articles import providers

from .media import NewsMedia
from .recording import Recording
from .story import Story


class VideoPage(Recording):
    """A video explainer: a hosted film, or one at a provider behind a facade that contacts nobody before the click."""

    story_kind = Story.Kind.VIDEO
    is_creatable = True
    page_description = _("A video explainer: film, transcript, chapters and a text beside it.")

    film = models.ForeignKey(
        "articles.NewsMedia",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("film"),
        help_text=_("A file of ours. The lead image is its poster."),
    )
    provider_url = models.URLField(
        _("address at a provider"),
        blank=True,
        validators=[providers.validate],
        help_text=_(
            "Instead of a file: the film's page at YouTube or Vimeo. Nothing is loaded from there before a reader asks."
        ),
    )

    search_fields = [*Recording.search_fields, index.SearchField("transcript_text")]

    class Meta:
        verbose_name = _("video explainer")
        verbose_name_plural = _("video explainers")

    def clean(self) -> None:
        super().clean()
        if self.film_id and self.provider_url:
            raise ValidationError({"provider_url": _("A film is a file of ours or at a provider, not both.")})

    @property
    def own_file(self) -> NewsMedia | None:
        return self.film

    @property
    def enclosure(self) -> dict[str, str | int | None] | None:
        """The film as a feed names it, if the file is ours: `url`, `type`, `length` in bytes, None where it is lost."""
        return {"url": self.film.url, "type": self.film.mime_type, "length": self.film.size} if self.film else None

    @cached_property
    def player(self) -> providers.Player | None:
        """How to play a provider's film; None for a file of ours."""
        return providers.player(self.provider_url) if self.provider_url else None

    @property
    def watch_url(self) -> str:
        """Where the film plays without a player of ours: the file, or the provider's page, or nothing."""
        if self.player:
            return self.player.page_url
        return self.film.url if self.film else ""
