from __future__ import annotations

from uuid import UUID, uuid5

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site
from wagtail.search import index

from articles import artwork, podcast_categories
from articles.querysets import ShowQuerySet

from .shown import Shown

PODCASTS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of ids of podcasts: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md"""
LONGEST_DESCRIPTION = 4000
"""Bytes, as Apple counts."""


class Show(Shown, index.Indexed, models.Model):
    """A podcast."""

    class Type(models.TextChoices):
        EPISODIC = "episodic", _("Episodic: newest first")
        SERIAL = "serial", _("Serial: told in order")

    title = models.CharField(_("title"), max_length=120, unique=True)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    description = models.TextField(_("description"), max_length=LONGEST_DESCRIPTION)
    artwork = models.ForeignKey(
        "articles.NewsImage",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("artwork"),
        help_text=_("Square, 1,400 to 3,000 pixels, in RGB. Podcast apps list no show without it."),
    )
    hosts = models.ManyToManyField("articles.Person", blank=True, related_name="shows", verbose_name=_("hosts"))
    category = models.CharField(
        _("category"),
        max_length=60,
        choices=podcast_categories.choices,
        default="News",
        help_text=_("What podcast apps sort shows by."),
    )
    type = models.CharField(_("type"), max_length=10, choices=Type, default=Type.EPISODIC)
    language = models.CharField(
        _("language"),
        max_length=10,
        blank=True,
        validators=[RegexValidator(r"^[a-z]{2}(-[A-Za-z]{2})?\Z", _("Write a language as en or pt-BR."))],
        help_text=_("As en or pt-BR. Empty: the paper’s."),
    )
    explicit = models.BooleanField(
        _("explicit"), default=False, help_text=_("For adults, by its language or its subjects.")
    )
    author = models.CharField(
        _("author"), max_length=120, blank=True, help_text=_("As podcast apps print it. Empty: the publisher.")
    )
    owner_name = models.CharField(_("owner"), max_length=120, blank=True, help_text=_("Empty: the publisher."))
    owner_email = models.EmailField(
        _("owner’s e-mail address"),
        blank=True,
        help_text=_("Public. Directories write to it to see whose show it is. Empty: the paper’s contact address."),
    )
    copyright = models.CharField(_("copyright"), max_length=200, blank=True, help_text=_("Empty: © and the publisher."))
    funding_url = models.URLField(_("where listeners can pay"), blank=True)
    funding_text = models.CharField(
        _("what the link says"), max_length=128, blank=True, help_text=_("For example “Support the show”.")
    )
    guid = models.UUIDField(
        _("podcast GUID"),
        null=True,
        blank=True,
        unique=True,
        help_text=_(
            "Stays for life. Empty: made from the address of the feed. A show that comes from elsewhere brings its own."
        ),
    )
    locked = models.BooleanField(
        _("locked"), default=True, help_text=_("No other service may take the feed over as its own.")
    )
    complete = models.BooleanField(_("complete"), default=False, help_text=_("There will be no further episode."))
    block = models.BooleanField(_("kept out of podcast directories"), default=False)
    new_feed_url = models.URLField(
        _("new address of the feed"), blank=True, help_text=_("For a show that has moved elsewhere.")
    )

    objects = ShowQuerySet.as_manager()
    search_fields = (
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("description"),
    )

    class Meta:
        verbose_name = _("podcast show")
        verbose_name_plural = _("podcast shows")
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        """The id is that of the first address of the feed, unless the show brought one."""
        if self.guid is None:
            self.guid = self._first_guid()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("show", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        known = Show.objects.filter(pk=self.pk).values_list("guid", flat=True).first()
        self.guid = self.guid or known
        wrong = {
            "artwork": artwork.fault(self.artwork) if self.artwork else "",
            "description": self._description_fault(),
            "funding_text": _("Say what the link is for.") if self.funding_url and not self.funding_text else "",
            "guid": _("This stays as it is: apps know the show by it.") if known and self.guid != known else "",
        }
        if found := {field: fault for field, fault in wrong.items() if fault}:
            raise ValidationError(found)

    def _description_fault(self) -> str:
        size = len(self.description.encode(errors="replace"))
        if size <= LONGEST_DESCRIPTION:
            return ""
        return _("Too long for podcast apps: %(size)d bytes of at most %(most)d.") % {
            "size": size,
            "most": LONGEST_DESCRIPTION,
        }

    def _first_guid(self) -> UUID:
        root = Site.objects.get(is_default_site=True).root_url
        return guid_of(f"{root}{self.feed_url}")

    @property
    def is_public(self) -> bool:
        return Show.objects.listed().filter(pk=self.pk).exists()

    @property
    def feed_scope(self) -> str:
        return f"podcasts/{self.slug}"

    @property
    def feed_url(self) -> str:
        return reverse("podcast-feed", args=[self.slug])


def guid_of(feed: str) -> UUID:
    """The id of a podcast whose feed has this address."""
    return uuid5(PODCASTS, feed.partition("://")[2].rstrip("/"))
