"""The hub that feeds name: who asks it is told of news at once. https://www.w3.org/TR/websub/#subscribing"""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.encoding import uri_to_iri
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles import outgoing
from articles.feeds.scopes import path_at, scope
from articles.models import FeedSubscription, SubscriptionRequest
from articles.models.websub import LEASE, LONGEST_LEASE, SHORTEST_LEASE, new_challenge

MOST_WAITING = 1000
MOST_WAITING_AT_A_HOST = 50
"""Requests that their callbacks have not confirmed yet."""
MOST_SUBSCRIPTIONS = 100_000
MOST_AT_A_HOST = 20_000
"""Hosted feed readers subscribe for all their readers."""
Mode = SubscriptionRequest.Mode


class UnacceptableError(ValueError):
    """What is wrong with a request, for who made it."""


def hubs(request: HttpRequest) -> list[str]:
    """The addresses of the hubs that know our feeds: ours, and those of the settings."""
    own = [request.build_absolute_uri(reverse("websub"))] if settings.WEBSUB_OWN_HUB else []
    return own + settings.WEBSUB_HUBS


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def hub(request: HttpRequest) -> HttpResponse:
    """Take a request to subscribe or unsubscribe: 202, and the callback is asked whether it wants that; or 400."""
    if not settings.WEBSUB_OWN_HUB:
        raise Http404
    if request.method != "POST":
        return _text(_("This is a WebSub hub. Feed readers send a form here and are told of news at once."))
    try:
        wish = _read(request)
    except UnacceptableError as error:
        return _text(str(error), 400)
    pair = {"feed": wish.pop("feed"), "callback": wish.pop("callback")}
    waiting = SubscriptionRequest.objects.exclude(**pair)
    if waiting.filter(host=wish["host"]).count() >= MOST_WAITING_AT_A_HOST or waiting.count() >= MOST_WAITING:
        return _text(_("Too many requests wait for their confirmation."), 429)
    others = FeedSubscription.objects.exclude(**pair)
    at_host = others.filter(host=wish["host"])
    if wish["mode"] == Mode.SUBSCRIBE and (at_host.count() >= MOST_AT_A_HOST or others.count() >= MOST_SUBSCRIPTIONS):
        return _text(_("There is no room for more subscriptions."), 503)
    SubscriptionRequest.objects.update_or_create(**pair, defaults=wish)
    return _text(_("The callback will be asked."), 202)


def _text(text: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8")


def _read(request: HttpRequest) -> dict:
    """The fields of a SubscriptionRequest. UnacceptableError for what is none; parameters nobody knows are ignored."""
    if request.content_type != "application/x-www-form-urlencoded":
        raise UnacceptableError(_("Send a form, as application/x-www-form-urlencoded."))
    asked = request.POST
    if asked.get("hub.mode") not in Mode.values:
        raise UnacceptableError(_("hub.mode must be subscribe or unsubscribe."))
    callback = _callback(asked.get("hub.callback", ""))
    now = timezone.now()
    return {
        "mode": asked["hub.mode"],
        "feed": _feed(request, asked.get("hub.topic", "")),
        "callback": callback,
        "host": urlsplit(callback).hostname,
        "secret": _secret(asked.get("hub.secret", "")),
        "lease": _lease(asked.get("hub.lease_seconds", "")),
        "made_at": now,
        "challenge": new_challenge(),
        "attempts": 0,
        "next_try_at": now,
        "error": "",
    }


def _feed(request: HttpRequest, url: str) -> str:
    """The address of one of our feeds, which must be as the feed's link to itself has it; as people read it."""
    try:
        match = resolve(unquote(urlsplit(url).path))
    except (ValueError, Resolver404):
        match = None
    named = match and path_at(match)
    if named is None or url != request.build_absolute_uri(reverse(match.view_name, kwargs=match.captured_kwargs)):
        raise UnacceptableError(_("hub.topic must be the address of a feed, as its link to itself has it."))
    try:
        subject = scope(named)
    except Http404:
        subject = None
    if subject is None or subject.path != named:
        raise UnacceptableError(_("There is no such feed."))
    return uri_to_iri(url)


def _callback(url: str) -> str:
    if len(url) > SubscriptionRequest._meta.get_field("callback").max_length or "#" in url or not url.isascii():
        raise UnacceptableError(_("hub.callback must be an address in ASCII, without a fragment, and not so long."))
    if any(sign.isspace() or not sign.isprintable() for sign in url):
        raise UnacceptableError(_("hub.callback must be an address."))
    try:
        outgoing.check(url)
    except outgoing.RefusedError as error:
        raise UnacceptableError(f"hub.callback: {error}") from error
    return url


def _secret(secret: str) -> str:
    if len(secret.encode()) >= 200 or "\0" in secret:
        raise UnacceptableError(_("hub.secret must be shorter than 200 bytes."))
    return secret


def _lease(seconds: str) -> timedelta:
    """As long as was asked for, within bounds."""
    if not seconds:
        return LEASE
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) < 12):
        raise UnacceptableError(_("hub.lease_seconds must be a number of seconds."))
    return min(max(timedelta(seconds=int(seconds)), SHORTEST_LEASE), LONGEST_LEASE)
