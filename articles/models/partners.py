from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.core.signing import BadSignature, Signer
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from .story import Story

SIGNER = Signer(salt="articles.partners", sep=".")
LONGEST_DELAY = 7 * 24 * 60


def new_key() -> str:
    return get_random_string(16)


class PartnerFeed(models.Model):
    """A feed for one partner, at an address that nobody else knows: what is in it, how much of it, and until when.

    It holds the stories of any of its sections, topics and people. What of them is deleted makes it smaller, never
    larger: with nothing chosen it is empty.
    """

    class Text(models.TextChoices):
        FULL = "full", _("The full text")
        TEASER = "teaser", _("Headline and standfirst")

    KINDS = ((Story.Kind.ARTICLE, _("Articles")), (Story.Kind.VIDEO, _("Videos")), (Story.Kind.PODCAST, _("Podcasts")))

    name = models.CharField(_("name"), max_length=120, unique=True, help_text=_("Whom it is for. It names the feed."))
    everything = models.BooleanField(_("the whole paper"), default=False)
    sections = models.ManyToManyField("articles.SectionPage", blank=True, related_name="+", verbose_name=_("sections"))
    topics = models.ManyToManyField("articles.Topic", blank=True, related_name="+", verbose_name=_("topics"))
    people = models.ManyToManyField("articles.Person", blank=True, related_name="+", verbose_name=_("people"))
    kinds = ArrayField(
        models.CharField(max_length=10, choices=KINDS), verbose_name=_("kinds"), blank=True, default=list
    )
    advertisements = models.BooleanField(
        _("with advertisements"),
        default=False,
        help_text=_("The running ones of the paper or of the sections, each with its label first."),
    )
    text = models.CharField(_("how much"), max_length=10, choices=Text, default=Text.FULL)
    licences = models.TextField(
        _("licences of pictures"),
        blank=True,
        help_text=_(
            "One a line, as it is written on the pictures. Pictures of another licence, or of none, are left out."
        ),
    )
    delay = models.PositiveIntegerField(
        _("delay"),
        default=0,
        validators=[MaxValueValidator(LONGEST_DELAY)],
        help_text=_("Minutes from publication until a story is in the feed. Changes and withdrawals are told at once."),
    )
    active_until = models.DateTimeField(_("active until"), null=True, blank=True, help_text=_("Empty: for good."))
    key = models.CharField(max_length=16, unique=True, default=new_key, editable=False)
    changed_at = models.DateTimeField(auto_now=True)
    used_at = models.DateTimeField(_("last fetched"), null=True, editable=False)
    uses = models.PositiveBigIntegerField(_("fetched"), default=0, editable=False)

    class Meta:
        verbose_name = _("partner feed")
        verbose_name_plural = _("partner feeds")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def token(self) -> str:
        """What the address ends in. The key alone, as it is stored, opens nothing."""
        return SIGNER.sign(self.key)

    @staticmethod
    def key_in(token: str) -> str | None:
        """The key in a token; None for a token that is not one of ours."""
        try:
            return SIGNER.unsign(token)
        except BadSignature:
            return None

    @property
    def feed_scope(self) -> str:
        return f"partners/{self.token}"

    @property
    def is_over(self) -> bool:
        return self.active_until is not None and self.active_until <= timezone.now()

    @property
    def lag(self) -> timedelta:
        return timedelta(minutes=self.delay)

    @property
    def free_licences(self) -> frozenset[str]:
        return frozenset(filter(None, map(spelled, self.licences.splitlines())))

    def renew(self) -> None:
        """Give it another address; the old one ends."""
        self.key = new_key()
        self.save()

    def note_use(self, at: datetime) -> None:
        """Count a fetch, past everything that a change of the feed would set off."""
        PartnerFeed.objects.filter(pk=self.pk).update(used_at=at, uses=models.F("uses") + 1)


def spelled(licence: str) -> str:
    """A licence as it is compared: however it is spaced, in any case."""
    return " ".join(licence.split()).casefold()
