from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey


class Correction(models.Model):
    """What the paper got wrong or added after publication, printed under the story."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")
        UPDATE = "update", _("Update")

    story = ParentalKey("articles.Story", on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.CORRECTION)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    text = models.TextField(_("text"), help_text=_("Say what was wrong and what is right. Printed under the story."))

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"
