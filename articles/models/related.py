from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class RelatedPin(Orderable):
    """A story that editors put first in another's “More for you”."""

    story = ParentalKey("articles.Story", on_delete=models.CASCADE, related_name="pins")
    target = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="+", verbose_name=_("story"))

    class Meta(Orderable.Meta):
        verbose_name = _("related story")
        verbose_name_plural = _("related stories")
        constraints = (models.UniqueConstraint(fields=["story", "target"], name="pin_once"),)

    def __str__(self) -> str:
        return f"{self.story_id} → {self.target_id}"


class RelatedExclusion(models.Model):
    """A story that editors keep out of another's “More for you”."""

    story = ParentalKey("articles.Story", on_delete=models.CASCADE, related_name="exclusions")
    target = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="+", verbose_name=_("story"))

    class Meta:
        verbose_name = _("story kept out")
        verbose_name_plural = _("stories kept out")
        constraints = (models.UniqueConstraint(fields=["story", "target"], name="exclusion_once"),)

    def __str__(self) -> str:
        return f"{self.story_id} ↛ {self.target_id}"
