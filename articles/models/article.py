from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .story import Story


class ArticlePage(Story):
    """A written story."""

    class Genre(models.TextChoices):
        NEWS = "news", _("News")
        ANALYSIS = "analysis", _("Analysis")
        OPINION = "opinion", _("Opinion")
        EXPLAINER = "explainer", _("Explainer")
        FEATURE = "feature", _("Feature")
        REVIEW = "review", _("Review")
        INTERVIEW = "interview", _("Interview")

    story_kind = Story.Kind.ARTICLE
    is_creatable = True
    page_description = _("A written story: news, analysis, opinion, feature, review.")

    genre = models.CharField(
        _("genre"),
        max_length=12,
        choices=Genre,
        default=Genre.NEWS,
        help_text=_("Tells readers and search engines what it is."),
    )
    dateline = models.CharField(
        _("dateline"),
        max_length=60,
        blank=True,
        help_text=_("Where it was reported from. Printed before the first word."),
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def is_labelled(self) -> bool:
        """Whether the genre is printed: readers are told what is not plain news."""
        return self.genre != self.Genre.NEWS
