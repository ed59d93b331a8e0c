"""Addresses that used to be: sections, topics, people and shows keep every link that was ever made to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

from .models import Edition, FormerAddress, Person, SectionPage, Show, Topic

Family = FormerAddress.Family
MODELS: dict[str, type[Model]] = {
    Family.SECTIONS: SectionPage,
    Family.TOPICS: Topic,
    Family.PEOPLE: Person,
    Family.PODCASTS: Show,
}
FEED = re.compile(r"/feeds/(?P<path>[^./]+(?:/[^./]+){0,3}?)(?P<page>/archive/[\d-]+)?\.(?P<form>rss|atom|json)")
HUB = re.compile(r"/(?P<family>topics|people|podcasts)/(?P<slug>[^/]+)/(?P<rest>.*)")
SECTION = re.compile(r"/(?P<slug>[^/]+)/(?P<rest>.*)")


def family_of(thing: Model) -> str | None:
    """The family of a thing that has an address of its own; None for anything else."""
    return next((family for family, model in MODELS.items() if isinstance(thing, model)), None)


@transaction.atomic
def moved(thing: Model, old_slug: str) -> None:
    """Remember that a thing was known under `old_slug`; its slug of today is no former address of anything."""
    family = family_of(thing)
    FormerAddress.objects.filter(family=family, slug=thing.slug).delete()
    FormerAddress.objects.update_or_create(family=family, slug=old_slug, defaults={"target_id": thing.pk})


def follow(path: str) -> str | None:
    """Where a path leads today that leads nowhere as it stands; None if it never led anywhere."""
    if match := FEED.fullmatch(path):
        feed = today(match["path"])
        return None if feed == match["path"] else reverse("feed", args=[f"{feed}{match['page'] or ''}", match["form"]])
    if match := HUB.fullmatch(path):
        thing = known_as(match["family"], match["slug"])
        return thing and f"{thing.get_absolute_url()}{match['rest']}"
    if match := SECTION.fullmatch(path):
        section = known_as(Family.SECTIONS, match["slug"])
        return section and f"{section.get_url()}{match['rest']}"
    return None


def is_gone(family: str, slug: str) -> bool:
    """Whether something was published under this slug whose subject is no more: deleted or, of a show, retracted whole.

    False for what never was anything to readers.
    """
    if family not in MODELS or not Edition.objects.filter(scope=f"{family}/{slug}").exists():
        return False
    former = FormerAddress.objects.filter(family=family, slug=slug).values("target_id")
    left = MODELS[family].objects.filter(Q(slug=slug) | Q(pk__in=former))
    if family == Family.PODCASTS:
        left = left.exclude(pk__in=Show.objects.retracted())
    return not left.exists()


def today(path: str) -> str:
    """What the path of a feed, or a scope, is today: `topics/housing`, `sections/city/topics/housing`."""
    parts = path.split("/")
    for place, (family, slug) in enumerate(zip(parts[::2], parts[1::2], strict=False)):
        if thing := known_as(family, slug):
            parts[2 * place + 1] = thing.slug
    return "/".join(parts)


def former_scopes(scopes: Iterable[str]) -> QuerySet:
    """What these scopes were called before, to be asked within another statement."""
    named = Q()
    for family, model in MODELS.items():
        slugs = [scope.removeprefix(f"{family}/") for scope in scopes if scope.startswith(f"{family}/")]
        named |= Q(family=family, target_id__in=model.objects.filter(slug__in=slugs).values("pk"))
    scope = Concat("family", Value("/"), "slug", output_field=TextField())
    return FormerAddress.objects.filter(named).values_list(scope)


def known_as(family: str, slug: str) -> Model | None:
    """What had this slug once, if readers may know what it is called today."""
    former = FormerAddress.objects.filter(family=family, slug=slug).first()
    if former is None:
        return None
    found = MODELS[family].objects.filter(pk=former.target_id)
    thing = (found.open_to_all() if family == Family.SECTIONS else found).first()
    if isinstance(thing, Topic):
        thing = thing.canonical or thing
    return None if isinstance(thing, Topic | Show) and not thing.is_public else thing


def former_addresses(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: what would be 404 is sent on, permanently, if it is a former address."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        target = follow(request.path)
        if not target or target == request.path:
            return response
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{target}?{query}" if query else target)

    return middleware


class OpenRedirects(RedirectMiddleware):
    """Wagtail's redirects, but none to a page that whoever asks may not open: what it is called may be its secret."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answer = super().process_response(request, response)
        if answer is response:
            return response
        path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        found = get_redirect(request, path) or get_redirect(request, urlsplit(path).path)
        return answer if is_open(found, request) else response


def is_open(redirect: Redirect, request: HttpRequest) -> bool:
    """Whether whoever asks may open the page that a redirect leads to, if it is one."""
    return redirect.redirect_page is None or redirect.redirect_page.specific.is_open_to(request)
