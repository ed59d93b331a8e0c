"""Pages that are not in the page tree: hubs, profiles, search."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .feeds.scopes import every_scope
from .latest import Latest
from .listings import Archive, Listing
from .models import Correction, Person, Show, Topic
from .search import SearchForm
from .social import hub_meta, page_meta, person_meta, show_meta


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    topic = get_object_or_404(Topic.objects.select_related("canonical"), slug=slug)
    if not (topic.canonical or topic).is_public:
        raise Http404
    if topic.canonical:
        return redirect(topic.canonical, permanent=True)
    listing = Archive(Latest(topics=(topic,)), request)
    return render(
        request,
        "articles/topic.html",
        {
            "topic": topic,
            "listing": listing,
            "often_with": topic.often_with(),
            "meta": hub_meta(request, topic.name, topic.description, listing.cards),
        },
    )


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """All topics that have something to read."""
    return render(
        request,
        "articles/topics.html",
        {
            "topics": Topic.objects.listed().order_by("name"),
            "meta": page_meta(request, _("Topics")),
        },
    )


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    person = get_object_or_404(Person.objects.select_related("portrait"), slug=slug)
    listing = Archive(Latest(person=person), request)
    return render(
        request,
        "articles/person.html",
        {"person": person, "listing": listing, "meta": person_meta(request, person)},
    )


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "articles/people.html",
        {
            "people": Person.objects.select_related("portrait"),
            "meta": page_meta(request, _("Our journalists")),
        },
    )


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    shows = Show.objects.listed().select_related("artwork").prefetch_related("hosts")
    show = get_object_or_404(shows, slug=slug)
    listing = Archive(Latest(show=show), request)
    return render(
        request,
        "articles/show.html",
        {
            "show": show,
            "feed_address": request.build_absolute_uri(show.feed_url),
            "listing": listing,
            "meta": show_meta(request, show, listing.cards),
        },
    )


@require_safe
def shows(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "articles/shows.html",
        {
            "shows": Show.objects.listed().select_related("artwork").prefetch_related("hosts"),
            "meta": page_meta(request, _("Podcasts")),
        },
    )


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    results = form.results()
    listing = None if results is None else Listing(results, request)
    return render(
        request,
        "articles/search.html",
        {"form": form, "listing": listing, "meta": page_meta(request, _("Search"), index=False)},
    )


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """What the paper got wrong, newest first."""
    made = Correction.objects.listed().select_related("story__sponsoredpage__sponsor")
    return render(
        request,
        "articles/corrections.html",
        {"listing": Listing(made, request), "meta": page_meta(request, _("Corrections and clarifications"))},
    )


@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    """Every feed, for people."""
    return render(request, "feeds/index.html", {"groups": every_scope(), "meta": page_meta(request, _("Feeds"))})
