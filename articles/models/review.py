from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .story import Story

DAYS = 7
SIGNER = Signer(salt="articles.review", sep=".")


def in_a_week() -> datetime:
    return timezone.now() + timedelta(days=DAYS)


class ReviewLinkQuerySet(models.QuerySet):
    def open(self) -> ReviewLinkQuerySet:
        return self.filter(revoked_at__isnull=True, expires_at__gt=timezone.now())


class ReviewLink(models.Model):
    """Lets someone without an account read one revision of a story that is not public, until a day or until revoked."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="review_links", verbose_name=_("story"))
    revision = models.ForeignKey(
        "wagtailcore.Revision", on_delete=models.CASCADE, related_name="+", verbose_name=_("revision")
    )
    label = models.CharField(_("for whom"), max_length=120, help_text=_("The reader will see it on the page."))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("shared by")
    )
    created_at = models.DateTimeField(_("shared at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("ends at"), default=in_a_week)
    revoked_at = models.DateTimeField(_("revoked at"), null=True)

    objects = ReviewLinkQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("review link")
        verbose_name_plural = _("review links")
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.label}: {self.story}"

    def get_absolute_url(self) -> str:
        return reverse("review", args=[self.token])

    @property
    def token(self) -> str:
        return SIGNER.sign(str(self.pk))

    @staticmethod
    def key_in(token: str) -> int | None:
        """The key of the link a token names; None for a token that is not one of ours."""
        try:
            return int(SIGNER.unsign(token))
        except BadSignature:
            return None

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()

    @property
    def story_as_shared(self) -> Story:
        return self.revision.as_object()


class ReviewView(models.Model):
    """Someone opened a review link. Who is not asked."""

    link = models.ForeignKey(ReviewLink, on_delete=models.CASCADE, related_name="views")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("view of a review link")
        verbose_name_plural = _("views of review links")

    def __str__(self) -> str:
        return f"{self.link} {self.at:%Y-%m-%d %H:%M}"
