from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.querysets import CorrectionQuerySet


class Correction(models.Model):
    """What the paper got wrong or added after publication, printed under the story. Append-only, in the database too.

    It belongs to the story and not to a revision: publishing an older text again takes no correction away.
    """

    class Kind(models.TextChoices):
        """A retraction is said when the story is unpublished, and amended later; others when a change is published."""

        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")
        UPDATE = "update", _("Update")
        RETRACTION = "retraction", _("Retraction")
        AMENDMENT = "amendment", _("Retraction, amended")

    CHANGES = Kind.choices[:3]
    NOTICES = (Kind.RETRACTION, Kind.AMENDMENT)

    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="corrections")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.CORRECTION)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    text = models.TextField(_("text"), help_text=_("Say what was wrong and what is right. Printed under the story."))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("made by")
    )
    superseded = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("text before"),
        help_text=_("What readers saw until then. Purging old revisions leaves it."),
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"
