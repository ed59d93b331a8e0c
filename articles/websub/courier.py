"""What a worker does for the hub: it asks callbacks whether they want a feed, and brings them its news.

Each request has a row, so what a killed worker had in hand another takes up. The network is waited for in a few
threads: who answers slowly holds up nobody else, and who fails is tried again later and later.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import unquote, urlencode, urlsplit

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.test import RequestFactory  # as Wagtail does where there is no reader's request
from django.urls import resolve
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from articles import outgoing
from articles.feeds.scopes import parts, path_at
from articles.models import FeedSubscription, SubscriptionRequest
from articles.models.websub import Subscriber
from articles.outgoing import Answer, FailedError, RefusedError

logger = logging.getLogger(__name__)
AT_ONCE = 16
IN_HAND = timedelta(seconds=30)
"""How long a row is left to the worker that took it: longer than a request can take."""
MOST_QUESTIONS = 3
MOST_DELIVERIES = 8
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
Mode = SubscriptionRequest.Mode


@dataclass(frozen=True)
class Document:
    """A feed as it is sent."""

    body: bytes
    type: str
    link: str


class Courier:
    """One worker's requests that are under way."""

    def __init__(self) -> None:
        self.threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="websub")
        self.under_way: dict[Future[Answer], Callable[[Answer | Exception], None]] = {}

    def run(self) -> int:
        """Note what was answered, and send what is due; how many rows were dealt with."""
        done = [future for future in self.under_way if future.done()]
        for future in done:
            note = self.under_way.pop(future)
            error = future.exception()
            note(error if isinstance(error, Exception) else future.result())
        _end_leases()
        return len(done) + self._ask() + self._deliver()

    def _ask(self) -> int:
        """Ask callbacks whether they meant it."""
        due = SubscriptionRequest.objects.filter(next_try_at__lte=timezone.now())
        taken = self._take(due)
        for wish in taken:
            asked = {"hub.mode": wish.mode, "hub.topic": wish.feed, "hub.challenge": wish.challenge}
            if wish.mode == Mode.SUBSCRIBE:
                asked["hub.lease_seconds"] = int(wish.lease.total_seconds())
            self._send(lambda answer, wish=wish: _confirm(wish, answer), "GET", _with_query(wish.callback, asked))
        return len(taken)

    def _deliver(self) -> int:
        due = FeedSubscription.objects.filter(wanted_at__isnull=False, next_try_at__lte=timezone.now())
        taken = self._take(due)
        documents: dict[str, Document | None] = {}
        for subscription in taken:
            feed = subscription.feed
            if feed not in documents:
                documents[feed] = _document(feed)
            if (document := documents[feed]) is None:
                _end_of_feed(subscription)
                continue
            headers = {"Content-Type": document.type, "Link": document.link}
            if subscription.secret:
                digest = hmac.new(subscription.secret.encode(), document.body, hashlib.sha256).hexdigest()
                headers["X-Hub-Signature"] = f"sha256={digest}"
            self._send(
                lambda answer, subscription=subscription: _delivered(subscription, answer),
                "POST",
                subscription.callback,
                document.body,
                headers,
            )
        return len(taken)

    @transaction.atomic
    def _take[Row: Subscriber](self, due: QuerySet[Row]) -> list[Row]:
        """As many rows as there are threads free, which no other worker takes meanwhile."""
        room = AT_ONCE - len(self.under_way)
        taken = list(due.select_for_update(skip_locked=True).order_by("next_try_at")[: max(room, 0)])
        due.model.objects.filter(pk__in=[row.pk for row in taken]).update(next_try_at=timezone.now() + IN_HAND)
        return taken

    def _send(self, note: Callable[[Answer | Exception], None], *request) -> None:
        self.under_way[self.threads.submit(outgoing.send, *request)] = note


def _with_query(url: str, asked: dict[str, str | int]) -> str:
    """The URL with more parameters, those that it has kept."""
    return f"{url}{'&' if urlsplit(url).query else '?'}{urlencode(asked)}"


def _confirm(wish: SubscriptionRequest, answer: Answer | Exception) -> None:
    """A callback that repeats the challenge meant it; one that does not, did not. Only silence is asked again."""
    if isinstance(answer, FailedError) and wish.attempts + 1 < MOST_QUESTIONS:
        wish.failed(answer)
        SubscriptionRequest.objects.filter(pk=wish.pk).update(
            attempts=wish.attempts, next_try_at=wish.next_try_at, error=wish.error
        )
        return
    meant = isinstance(answer, Answer) and answer.is_success
    meant = meant and constant_time_compare(answer.body.decode("utf-8", "replace").strip(), wish.challenge)
    with transaction.atomic():
        if not SubscriptionRequest.objects.filter(pk=wish.pk).delete()[0] or not meant:
            return  # replaced by a newer one, or not confirmed
        if wish.mode == Mode.UNSUBSCRIBE:
            FeedSubscription.objects.filter(feed=wish.feed, callback=wish.callback).delete()
            return
        path = path_at(resolve(unquote(urlsplit(wish.feed).path)))
        now = timezone.now()
        FeedSubscription.objects.update_or_create(
            feed=wish.feed,
            callback=wish.callback,
            defaults={"secret": wish.secret, "ends_at": now + wish.lease, "scopes": parts(path)},
        )


def _delivered(subscription: FeedSubscription, answer: Answer | Exception) -> None:
    """2xx is success, 410 ends the subscription, anything else is tried again and given up in the end."""
    rows = FeedSubscription.objects.filter(pk=subscription.pk)
    now = timezone.now()
    if isinstance(answer, Answer) and answer.is_success:
        rows.update(attempts=0, next_try_at=now, error="", delivered_at=now)
        rows.filter(wanted_at=subscription.wanted_at).update(wanted_at=None)  # unless there was news meanwhile
        return
    if isinstance(answer, RefusedError) or (isinstance(answer, Answer) and answer.status == 410):
        rows.delete()
        return
    error = answer if isinstance(answer, Exception) else FailedError(f"{subscription.host} answered {answer.status}.")
    subscription.failed(error)
    rows.update(attempts=subscription.attempts, next_try_at=subscription.next_try_at, error=subscription.error)
    if subscription.attempts >= MOST_DELIVERIES:
        rows.update(wanted_at=None, attempts=0)
        logger.warning("%s was not told of news in %s: %s", subscription.host, subscription.feed, error)


def _document(feed: str) -> Document | None:
    """The feed as anybody gets it; None for one that is no more or has another address."""
    address = urlsplit(feed)
    request = RequestFactory().get(
        address.path, secure=address.scheme == "https", headers={"host": address.netloc, "accept-encoding": "identity"}
    )
    match = resolve(unquote(address.path))
    try:
        response: HttpResponse = match.func(request, **match.kwargs)
    except Http404:
        return None
    if response.status_code != 200:
        return None
    return Document(response.content, response.headers["Content-Type"], response.headers["Link"])


def _end_of_feed(subscription: FeedSubscription) -> None:
    subscription.delete()
    logger.warning("The subscription of %s to %s ended: there is no such feed.", subscription.host, subscription.feed)


def _end_leases() -> None:
    FeedSubscription.objects.filter(ends_at__lte=timezone.now()).delete()
