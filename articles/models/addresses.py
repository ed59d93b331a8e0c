from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerAddress(models.Model):
    """A slug that a section, topic, person or show had: whoever asks for it is sent to the address of today.

    One row moves a whole section with every story in it.
    """

    class Family(models.TextChoices):
        SECTIONS = "sections", _("Section")
        TOPICS = "topics", _("Topic")
        PEOPLE = "people", _("Person")
        PODCASTS = "podcasts", _("Podcast show")

    family = models.CharField(_("family"), max_length=10, choices=Family)
    slug = models.CharField(_("slug"), max_length=255)
    target_id = models.BigIntegerField(_("what has moved"))
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = (models.UniqueConstraint(fields=["family", "slug"], name="former_address_once"),)
        indexes = (models.Index("family", "target_id", name="former_address_target"),)

    def __str__(self) -> str:
        return f"{self.family}/{self.slug}"
