"""Sections, topics, people, shows: lists of stories, and what they are lists of."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest

from articles import renditions
from articles.models import Masthead, Person, Show, Story

from .paper import publisher
from .script import Data, known


def breadcrumbs(*trail: tuple[str, str]) -> Data:
    """The way to a page: names and absolute addresses, from the front page down."""
    steps = [
        {"@type": "ListItem", "position": number, "name": name, "item": url}
        for number, (name, url) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def collection(name: str, description: str, url: str, stories: Iterable[Story], request: HttpRequest) -> Data:
    """A page that lists stories, with those it shows, in their order."""
    return known(
        {
            "@type": "CollectionPage",
            "name": name,
            "description": description,
            "url": url,
            "mainEntity": _list(stories, request),
        }
    )


def profile(person: Person, paper: Masthead, request: HttpRequest) -> Data:
    url = request.build_absolute_uri(person.get_absolute_url())
    portrait = renditions.usable(person.portrait, renditions.PORTRAIT)
    about = {
        "@type": "Person",
        "@id": f"{url}#person",
        "name": person.name,
        "url": url,
        "jobTitle": person.job_title,
        "description": person.biography,
        "image": portrait and request.build_absolute_uri(portrait[-1].url),
        "email": person.email,
        "sameAs": [person.profile_url] if person.profile_url else [],
        "worksFor": publisher(paper, request),
    }
    return {"@type": "ProfilePage", "url": url, "mainEntity": known(about)}


def series(show: Show, stories: Iterable[Story], request: HttpRequest) -> Data:
    """A podcast, with the episodes that its page shows."""
    artwork = renditions.usable(show.artwork, renditions.SQUARE)
    return known(
        series_in_short(show, request)
        | {
            "description": show.description,
            "image": artwork and request.build_absolute_uri(artwork[-1].url),
            "author": [
                {"@type": "Person", "name": host.name, "url": request.build_absolute_uri(host.get_absolute_url())}
                for host in show.hosts.all()
            ],
            "mainEntityOfPage": collection(
                show.title, "", request.build_absolute_uri(show.get_absolute_url()), stories, request
            ),
        }
    )


def series_in_short(show: Show, request: HttpRequest) -> Data:
    """A podcast as its episodes name it."""
    url, feed = map(request.build_absolute_uri, (show.get_absolute_url(), show.feed_url))
    return {"@type": "PodcastSeries", "name": show.title, "url": url, "webFeed": feed}


def _list(stories: Iterable[Story], request: HttpRequest) -> Data:
    items = [
        {"@type": "ListItem", "position": number, "url": request.build_absolute_uri(story.get_url(request))}
        for number, story in enumerate(stories, start=1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}
