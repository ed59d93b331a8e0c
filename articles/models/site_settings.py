from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from .sponsored import SponsoredPage


@register_setting(icon="site", order=10)
class Masthead(BaseSiteSetting):
    """What the paper is called and who publishes it."""

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

    class Meta:
        verbose_name = _("masthead")

    @property
    def social_profile_urls(self) -> list[str]:
        return [line.strip() for line in self.social_profiles.splitlines() if line.strip()]
