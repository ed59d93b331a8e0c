from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .attempts import Attempts


class ScheduleFailure(Attempts):
    """What was due for a page and failed. It stays due; see `articles.schedule`."""

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="schedule_failures", verbose_name=_("page")
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("revision"),
        help_text=_("What was to be published; empty where the page was to end."),
    )
    told_at = models.DateTimeField(_("editor told at"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("failure of the schedule")
        verbose_name_plural = _("failures of the schedule")
        constraints = (
            models.UniqueConstraint(fields=["page", "revision"], name="schedule_failure_once", nulls_distinct=False),
        )

    def __str__(self) -> str:
        return f"{self.page}: {self.error}"
