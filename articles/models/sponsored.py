from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Workflow
from wagtail.search import index

from .shown import Shown
from .story import Story


class Sponsor(Shown, index.Indexed, models.Model):
    """Who pays for an advertisement."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    url = models.URLField(_("website"))
    logo = models.ForeignKey(
        "articles.NewsImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
    )

    search_fields = (index.SearchField("name"), index.AutocompleteField("name"))

    class Meta:
        verbose_name = _("sponsor")
        verbose_name_plural = _("sponsors")
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(name__regex=r"\S"),
                name="sponsor_has_a_name",
                violation_error_message=_("Readers are told who pays: a sponsor has a name."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class SponsoredPage(Story):
    """An advertisement in the form of a story: sponsor and plain label always, shown only while its campaign runs.

    The campaign's dates are the story's own: before `campaign_start` it is not dated yet, at `campaign_end` it
    expires, so every list drops it without a rule of its own.
    """

    class Label(models.TextChoices):
        # The words that the FTC's guide for native advertising calls clear;
        # https://www.ftc.gov/business-guidance/resources/native-advertising-guide-businesses
        ADVERTISEMENT = "Advertisement", _("Advertisement")
        PAID = "Paid advertisement", _("Paid advertisement")
        SPONSORED = "Sponsored advertising content", _("Sponsored advertising content")

    story_kind = Story.Kind.SPONSORED
    is_creatable = True
    page_description = _("An advertisement. Always labelled, never counted as news.")

    sponsor = models.ForeignKey(
        Sponsor, on_delete=models.PROTECT, related_name="advertisements", verbose_name=_("sponsor")
    )
    label = models.CharField(
        _("label"),
        max_length=40,
        choices=Label,
        default=Label.ADVERTISEMENT,
        help_text=_("Printed before the headline wherever the story appears."),
    )
    campaign_start = models.DateTimeField(_("campaign start"))
    campaign_end = models.DateTimeField(
        _("campaign end"), help_text=_("The page is taken down by itself at this time.")
    )

    class Meta:
        verbose_name = _("advertisement")
        verbose_name_plural = _("advertisements")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(label__in=["Advertisement", "Paid advertisement", "Sponsored advertising content"]),
                name="advertisement_is_labelled",
                violation_error_message=_("An advertisement carries one of the plain labels."),
            ),
            models.CheckConstraint(
                condition=models.Q(campaign_end__gt=models.F("campaign_start")),
                name="campaign_ends_after_start",
                violation_error_message=_("A campaign ends after it starts."),
            ),
        )

    @property
    def has_workflow(self) -> bool:
        return self.get_workflow() is not None

    def get_workflow(self) -> Workflow | None:
        """One of its own, whatever the section's is: editors approve what is sold."""
        return self.get_default_workflow() or super().get_workflow()

    @property
    def advertisement(self) -> SponsoredPage:
        return self

    def clean(self) -> None:
        super().clean()
        if self.campaign_start and self.campaign_end and self.campaign_end <= self.campaign_start:
            raise ValidationError({"campaign_end": _("A campaign ends after it starts.")})

    def save(self, *args, **kwargs) -> None:
        if self.campaign_start and self.campaign_end:
            self.published_at = self.campaign_start
            self.expire_at = self.campaign_end
        super().save(*args, **kwargs)
