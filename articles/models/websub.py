from __future__ import annotations

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from .attempts import Attempts

LEASE = timedelta(days=10)
LONGEST_LEASE = timedelta(days=60)
SHORTEST_LEASE = timedelta(minutes=5)


def new_challenge() -> str:
    return get_random_string(40)


class Subscriber(Attempts):
    """Who is told of a feed's news: the feed's full address, as people read it, and where it is sent."""

    feed = models.CharField(_("feed"), max_length=700)
    callback = models.CharField(_("callback"), max_length=1000)
    host = models.CharField(_("host"), max_length=255)
    secret = models.CharField(max_length=199, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.host}: {self.feed}"


class FeedSubscription(Subscriber):
    """A confirmed subscription. The newest feed is due since `wanted_at`; however often it changed, it is sent once."""

    scopes = ArrayField(models.TextField(), help_text=_("What a story must be in to be in the feed."))
    ends_at = models.DateTimeField(_("until"))
    wanted_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(_("last delivery"), null=True)

    class Meta:
        verbose_name = _("subscription to a feed")
        verbose_name_plural = _("subscriptions to feeds")
        ordering = ("feed", "callback")
        constraints = (models.UniqueConstraint(fields=("feed", "callback"), name="feed_subscription_once"),)
        indexes = (
            models.Index("next_try_at", name="feed_delivery_due", condition=models.Q(wanted_at__isnull=False)),
            models.Index(fields=["host"], name="feed_subscription_host"),
        )


class SubscriptionRequest(Subscriber):
    """A wish to subscribe or unsubscribe that the callback has not confirmed yet. The newest one counts."""

    class Mode(models.TextChoices):
        SUBSCRIBE = "subscribe"
        UNSUBSCRIBE = "unsubscribe"

    mode = models.CharField(max_length=11, choices=Mode)
    lease = models.DurationField(default=LEASE)
    challenge = models.CharField(max_length=64, default=new_challenge)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("request for a subscription")
        verbose_name_plural = _("requests for subscriptions")
        constraints = (models.UniqueConstraint(fields=("feed", "callback"), name="subscription_request_once"),)
