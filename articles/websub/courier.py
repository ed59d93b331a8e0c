"""What a worker does for the hub: it asks callbacks whether they want a feed, and brings them its news.

Each request has a row, so what a killed worker had in hand another takes up. The network is waited for in a few
threads: who answers slowly holds up nobody else, and who fails is tried again later and later.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from collections import Counter
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import groupby
from urllib.parse import urlencode, urlsplit

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.test import RequestFactory  # as Wagtail does where there is no reader's request
from django.urls import resolve
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.encoding import iri_to_uri

from articles import outgoing
from articles.feeds.scopes import parts, path_at
from articles.models import FeedSubscription, SubscriptionRequest
from articles.models.attempts import described
from articles.models.websub import Subscriber
from articles.outgoing import Answer, FailedError, RefusedError

logger = logging.getLogger(__name__)
LONGEST_LOOK = 0.5
"""Seconds that answers are waited for before what else is due is looked for."""
DELIVERIES_AT_ONCE = 16
QUESTIONS_AT_ONCE = 4
"""Who has not confirmed anything yet takes no thread from who has."""
SHARE_OF_A_HOST = 4
"""Deliveries to one host that are under way together."""
IN_HAND = timedelta(seconds=60)
"""How long a row is left to the worker that took it: longer than a request can take."""
MOST_QUESTIONS = 3
MOST_DELIVERIES = 8
Mode = SubscriptionRequest.Mode
type Note = Callable[[Answer | Exception], None]


@dataclass(frozen=True)
class Document:
    """A feed as it is sent."""

    body: bytes
    type: str
    link: str


class Desk[Row: Subscriber]:
    """Requests of one sort that are under way, with the row that each is about and what its answer is for."""

    def __init__(self, model: type[Row], at_once: int, share_of_a_host: int) -> None:
        self.model, self.at_once, self.share = model, at_once, share_of_a_host
        self.threads = ThreadPoolExecutor(at_once, thread_name_prefix=f"websub {model._meta.model_name}")
        self.under_way: dict[Future[Answer], tuple[Row, Note]] = {}

    @transaction.atomic
    def take(self, due: QuerySet[Row]) -> list[Row]:
        """As many rows as there are threads free, none that is in anybody's hands, no more than its share of a host."""
        room = self.at_once - len(self.under_way)
        in_hand = [row.pk for row, _note in self.under_way.values()]
        hosts = Counter(row.host for row, _note in self.under_way.values())
        busy = [host for host, number in hosts.items() if number >= self.share]
        waiting = due.exclude(pk__in=in_hand).exclude(host__in=busy).order_by("next_try_at")
        taken = []
        for row in waiting.select_for_update(skip_locked=True)[: room * self.share]:
            if len(taken) < room and hosts[row.host] < self.share:
                hosts[row.host] += 1
                taken.append(row)
        self.model.objects.filter(pk__in=[row.pk for row in taken]).update(next_try_at=timezone.now() + IN_HAND)
        return taken

    def send(self, row: Row, note: Note, *request) -> None:
        self.under_way[self.threads.submit(outgoing.send, *request)] = (row, note)

    def land(self) -> int:
        """Note what was answered; how much that was."""
        done = [future for future in self.under_way if future.done()]
        for future in done:
            _row, note = self.under_way.pop(future)
            error = future.exception()
            note(error if isinstance(error, Exception) else future.result())
        return len(done)


class Courier:
    """One worker's requests."""

    def __init__(self) -> None:
        self.deliveries = Desk(FeedSubscription, DELIVERIES_AT_ONCE, SHARE_OF_A_HOST)
        self.questions = Desk(SubscriptionRequest, QUESTIONS_AT_ONCE, 1)
        self.desks = (self.deliveries, self.questions)

    @property
    def under_way(self) -> list[Future[Answer]]:
        return [future for desk in self.desks for future in desk.under_way]

    def run(self) -> int:
        """Note what was answered, and send what is due; how many rows were dealt with."""
        if self.under_way:
            wait(self.under_way, timeout=LONGEST_LOOK, return_when=FIRST_COMPLETED)
        done = sum(desk.land() for desk in self.desks)
        FeedSubscription.objects.filter(ends_at__lte=timezone.now()).delete()
        return done + self._deliver() + self._ask()

    def close(self) -> None:
        """Wait for what is under way, and note it."""
        for desk in self.desks:
            desk.threads.shutdown(wait=True)
            desk.land()

    def _ask(self) -> int:
        """Ask callbacks whether they meant it."""
        taken = self.questions.take(SubscriptionRequest.objects.filter(next_try_at__lte=timezone.now()))
        for wish in taken:
            asked = {"hub.mode": wish.mode, "hub.topic": iri_to_uri(wish.feed), "hub.challenge": wish.challenge}
            if wish.mode == Mode.SUBSCRIBE:
                asked["hub.lease_seconds"] = int(wish.lease.total_seconds())
            self.questions.send(wish, partial(_confirm, wish), "GET", _with_query(wish.callback, asked))
        return len(taken)

    def _deliver(self) -> int:
        due = FeedSubscription.objects.filter(wanted_at__isnull=False, next_try_at__lte=timezone.now())
        taken = self.deliveries.take(due)
        for feed, subscriptions in groupby(sorted(taken, key=lambda row: row.feed), key=lambda row: row.feed):
            try:
                document = _document(feed)
            except Exception as error:  # one feed that cannot be built keeps no other from its subscribers
                logger.exception("%s could not be built for its subscribers", feed)
                for subscription in subscriptions:
                    _delivered(subscription, FailedError(described(error)))
                continue
            for subscription in subscriptions:
                if document is None:
                    self._end(subscription)
                else:
                    self._bring(document, subscription)
        return len(taken)

    def _bring(self, document: Document, subscription: FeedSubscription) -> None:
        headers = {"Content-Type": document.type, "Link": document.link}
        if subscription.secret:
            digest = hmac.new(subscription.secret.encode(), document.body, hashlib.sha256).hexdigest()
            headers["X-Hub-Signature"] = f"sha256={digest}"
        note = partial(_delivered, subscription)
        self.deliveries.send(subscription, note, "POST", subscription.callback, document.body, headers)

    def _end(self, subscription: FeedSubscription) -> None:
        """Of a feed that is no more or has another address: the subscriber is told, once, whether or not it listens."""
        FeedSubscription.objects.filter(pk=subscription.pk).delete()
        feed = iri_to_uri(subscription.feed)
        told = {"hub.mode": "denied", "hub.topic": feed, "hub.reason": "There is no such feed."}
        self.deliveries.send(subscription, _no_note, "GET", _with_query(subscription.callback, told))


def _no_note(answer: Answer | Exception) -> None:
    pass


def _with_query(url: str, asked: dict[str, str | int]) -> str:
    """The URL with more parameters, those that it has kept."""
    sign = "" if url.endswith(("?", "&")) else "&" if "?" in url else "?"
    return f"{url}{sign}{urlencode(asked)}"


def _confirm(wish: SubscriptionRequest, answer: Answer | Exception) -> None:
    """A callback that repeats the challenge meant it; one that does not, did not. Only silence is asked again."""
    same = SubscriptionRequest.objects.filter(pk=wish.pk, challenge=wish.challenge)  # else a newer one took its place
    if isinstance(answer, FailedError) and wish.attempts + 1 < MOST_QUESTIONS:
        wish.failed(answer)
        same.update(attempts=wish.attempts, next_try_at=wish.next_try_at, error=wish.error)
        return
    meant = isinstance(answer, Answer) and answer.is_success
    meant = meant and constant_time_compare(answer.body.decode("utf-8", "replace").strip(), wish.challenge)
    with transaction.atomic():
        if not same.delete()[0] or not meant:
            return
        if wish.mode == Mode.UNSUBSCRIBE:
            FeedSubscription.objects.filter(feed=wish.feed, callback=wish.callback).delete()
            return
        now = timezone.now()
        settled = {
            "host": wish.host,
            "secret": wish.secret,
            "ends_at": now + wish.lease,
            "scopes": parts(path_at(resolve(urlsplit(wish.feed).path))),
            "attempts": 0,
            "next_try_at": now,
            "error": "",
        }
        FeedSubscription.objects.update_or_create(feed=wish.feed, callback=wish.callback, defaults=settled)


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
        iri_to_uri(address.path),
        secure=address.scheme == "https",
        headers={"host": address.netloc, "accept-encoding": "identity"},
    )
    match = resolve(address.path)
    try:
        response: HttpResponse = match.func(request, **match.kwargs)
    except Http404:
        return None
    if response.status_code != 200:
        return None
    return Document(response.content, response.headers["Content-Type"], response.headers["Link"])
