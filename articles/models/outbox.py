from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .attempts import Attempts


class OutboxCursor(Attempts):
    """How far a consumer has followed the publication log; see `articles.outbox`."""

    consumer = models.CharField(_("consumer"), max_length=50, primary_key=True)
    last_line = models.BigIntegerField(_("last line"), default=0)

    class Meta:
        verbose_name = _("outbox cursor")
        verbose_name_plural = _("outbox cursors")

    def __str__(self) -> str:
        return f"{self.consumer} #{self.last_line}"

    def passed(self, line: int) -> None:
        self.last_line, self.attempts, self.next_try_at, self.error = line, 0, timezone.now(), ""


class DeadLetter(models.Model):
    """A line of the publication log that a consumer gave up on."""

    consumer = models.CharField(_("consumer"), max_length=50)
    publication = models.ForeignKey(
        "articles.Publication", on_delete=models.PROTECT, related_name="+", verbose_name=_("publication")
    )
    error = models.TextField(_("error"))
    at = models.DateTimeField(_("at"), default=timezone.now)
    again = models.BooleanField(_("to be tried again"), default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("dead letter")
        verbose_name_plural = _("dead letters")
        ordering = ("-at", "-pk")
        constraints = (models.UniqueConstraint(fields=("consumer", "publication"), name="dead_letter_once"),)

    def __str__(self) -> str:
        return f"{self.consumer}: {self.publication}"
