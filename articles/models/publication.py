from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Ending(models.TextChoices):
    """Why a story is over that readers could open."""

    MISTAKE = "mistake", _("Published by mistake")
    RETRACTED = "retracted", _("Retracted")
    MOVED = "moved", _("Moved")
    EXPIRED = "expired", _("Out of date")
    DELETED = "deleted", _("Deleted")


class Publication(models.Model):
    """One line of the publication log: a story became public, changed, or stopped being public.

    Append-only, in the database too.
    """

    class Event(models.TextChoices):
        PUBLISHED = "published", _("Published")
        CHANGED = "changed", _("Changed")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    story_uid = models.UUIDField(_("story"), db_index=True)
    event = models.CharField(_("event"), max_length=10, choices=Event)
    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)
    revision_id = models.BigIntegerField(_("revision"), null=True)
    url = models.CharField(_("address"), max_length=2000)
    scopes = ArrayField(models.TextField(), verbose_name=_("scopes"), default=list)
    reason = models.CharField(
        _("reason"), max_length=10, choices=Ending, blank=True, help_text=_("Why it was withdrawn, if anybody said.")
    )

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publication log")
        ordering = ("-id",)
        indexes = (
            models.Index(models.F("id").desc(), name="publication_withdrawn", condition=models.Q(event="withdrawn")),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event} {self.url}"


class Edition(models.Model):
    """How often a scope (`latest`, `topics/housing`, …) has changed. Only ever counts up."""

    scope = models.CharField(_("scope"), max_length=200, primary_key=True)
    number = models.PositiveBigIntegerField(_("number"), default=0)
    changed_at = models.DateTimeField(_("changed at"))

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self) -> str:
        return f"{self.scope} #{self.number}"
