from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable
from wagtail.search import index

from .dated import DatedRow
from .shown import Shown


class Person(Shown, index.Indexed, models.Model):
    """Someone the paper names as an author. Not an account: see User."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120, unique=True, help_text=_("The end of the profile's address."))
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    biography = models.TextField(_("biography"), blank=True)
    portrait = models.ForeignKey(
        "articles.NewsImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("portrait"),
    )
    email = models.EmailField(_("public e-mail address"), blank=True)
    profile_url = models.URLField(_("profile elsewhere"), blank=True, help_text=_("A social profile or own website."))

    search_fields = (
        index.SearchField("name", boost=5),
        index.AutocompleteField("name"),
        index.SearchField("biography"),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.slug])

    @property
    def feed_scope(self) -> str:
        return f"people/{self.slug}"

    @property
    def feed_url(self) -> str:
        return reverse("feed", args=[self.feed_scope, "rss"])


class Byline(DatedRow, Orderable):
    """Who signs a story, in printed order, and in what role."""

    class Role(models.TextChoices):
        AUTHOR = "author", _("By")
        PHOTOGRAPHER = "photographer", _("Photography by")
        PRODUCER = "producer", _("Produced by")
        HOST = "host", _("Hosted by")
        TRANSLATOR = "translator", _("Translated by")

    story = ParentalKey("articles.Story", on_delete=models.CASCADE, related_name="bylines")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="bylines", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.AUTHOR)

    class Meta(Orderable.Meta):
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        indexes = (
            models.Index(
                "person",
                models.F("published_at").desc(),
                models.F("story").desc(),
                name="byline_newest",
                include=["expire_at"],
                condition=models.Q(published_at__isnull=False),
            ),
        )
        constraints = (models.UniqueConstraint(fields=["story", "person", "role"], name="byline_once"),)

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.person}"
