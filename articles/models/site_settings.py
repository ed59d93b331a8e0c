from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from .sponsored import SponsoredPage


def policy_page(name: str) -> models.ForeignKey:
    return models.ForeignKey(
        "articles.StandardPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=name
    )


@register_setting(icon="site", order=10)
class Masthead(BaseSiteSetting):
    """What the paper is called, who publishes it, how it works, and what machines may do with it."""

    POLICIES = {
        "publishing_principles": "publishingPrinciples",
        "ethics_policy": "ethicsPolicy",
        "corrections_policy": "correctionsPolicy",
        "verification_policy": "verificationFactCheckingPolicy",
        "ownership_funding": "ownershipFundingInfo",
        "feedback_policy": "actionableFeedbackPolicy",
        "staff_page": "masthead",
    }
    """The fields that name a page on how the paper works, with the names that schema.org has for them."""

    name = models.CharField(_("name of the paper"), max_length=80, default="Newsroom")
    tagline = models.CharField(_("tagline"), max_length=120, blank=True)
    logo = models.ForeignKey(
        "articles.NewsImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
    )
    publisher = models.CharField(
        _("publisher"), max_length=120, blank=True, help_text=_("The company or society, for the imprint.")
    )
    contact_email = models.EmailField(_("contact e-mail address"), blank=True)
    social_profiles = models.TextField(_("social profiles"), blank=True, help_text=_("One address a line."))
    advertisement_label = models.CharField(
        _("label for advertisements"),
        max_length=40,
        choices=SponsoredPage.Label,
        default=SponsoredPage.Label.ADVERTISEMENT,
        help_text=_("Above every slot that holds an advertisement. Each also carries the label of its own."),
    )

    publishing_principles = policy_page(_("editorial principles"))
    ethics_policy = policy_page(_("ethics"))
    corrections_policy = policy_page(_("corrections policy"))
    verification_policy = policy_page(_("how facts are checked"))
    ownership_funding = policy_page(_("who owns and funds the paper"))
    feedback_policy = policy_page(_("how readers can object"))
    staff_page = policy_page(_("who works here"))

    ai_answers = models.BooleanField(
        _("machines may answer from our stories"),
        default=True,
        help_text=_("Assistants and their search engines may fetch a story and answer from it, with a link."),
    )
    ai_training = models.BooleanField(
        _("machines may be trained on our stories"),
        default=False,
        help_text=_("Told to every crawler, and the crawlers that collect for training are turned away."),
    )

    class Meta:
        verbose_name = _("masthead")

    @property
    def social_profile_urls(self) -> list[str]:
        return [line.strip() for line in self.social_profiles.splitlines() if line.strip()]
