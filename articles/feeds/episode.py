"""An episode as podcast apps read it: a feed item, and what only a podcast has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Prefetch
from django.http import HttpRequest

from articles import artwork, renditions
from articles.characters import printable as clean
from articles.models import Byline, NewsImage, Person, PodcastEpisodePage, Show, Story

from .item import FeedItem, items_of

ROLES = {
    Byline.Role.AUTHOR: ("Cast", "Reporter"),
    Byline.Role.HOST: ("Cast", "Host"),
    Byline.Role.PHOTOGRAPHER: ("Visuals", "Cover Art Designer"),
    Byline.Role.PRODUCER: ("Creative Direction", "Producer"),
    Byline.Role.TRANSLATOR: ("Writing", "Translator"),
}
"""What the taxonomy of podcasts calls our roles, with their group. https://podcasttaxonomy.com/"""


@dataclass(frozen=True)
class Participant:
    """Someone in a podcast: `group` and `role` as the taxonomy has them; absolute addresses of profile and portrait."""

    name: str
    group: str
    role: str
    url: str
    portrait: str | None


@dataclass(frozen=True)
class Cover:
    """Square artwork: absolute `url` of a JPEG, its edge in pixels, what it shows."""

    url: str
    edge: int
    alt: str


@dataclass(frozen=True)
class Episode(FeedItem):
    """`transcript` and `chapters` are absolute addresses. Without `people`, those of the show hold."""

    season: int | None
    number: int | None
    type: str
    explicit: bool
    transcript: str | None
    chapters: str | None
    people: tuple[Participant, ...]
    cover: Cover | None


def portraits(of: str) -> Prefetch:
    """Portraits of people, with the size in which podcast apps get them."""
    return Prefetch(f"{of}__portrait", queryset=NewsImage.objects.prefetch_renditions(*renditions.FACE))


def episodes(show: Show, keys: Iterable[int], request: HttpRequest) -> list[Episode]:
    """The episodes with these keys, in a fixed number of statements; without those whose sound no app can fetch."""
    signed = Byline.objects.select_related("person").order_by("sort_order")
    fetched = Story.objects.published().for_feeds(*renditions.ARTWORK).prefetch_related("podcastepisodepage")
    stories = fetched.prefetch_related(Prefetch("bylines", signed), portraits("bylines__person")).in_order(keys)
    found = zip(stories, items_of(stories, request), strict=True)
    return [_episode(story, item, show, request) for story, item in found if _can_be_fetched(item)]


def _can_be_fetched(item: FeedItem) -> bool:
    sound = item.enclosure
    return bool(sound and sound.type.startswith(("audio/", "video/")))


def _episode(story: Story, item: FeedItem, show: Show, request: HttpRequest) -> Episode:
    page: PodcastEpisodePage = story.podcastepisodepage
    return Episode(
        **vars(item),
        season=page.season or None,
        number=page.episode or None,
        type=page.episode_type,
        explicit=show.explicit or page.explicit,
        transcript=request.build_absolute_uri(page.captions_url) if page.captions else None,
        chapters=request.build_absolute_uri(page.chapters_url) if page.chapters else None,
        people=tuple(_people(story, show, request)),
        cover=cover(story.lead_image, request),
    )


def _people(story: Story, show: Show, request: HttpRequest) -> Iterator[Participant]:
    """Who signs it. They stand for all who are in it, so the show's hosts are among them unless others host it."""
    signed = [(byline.person, byline.role) for byline in story.bylines.all()]
    if signed and Byline.Role.HOST not in {role for _person, role in signed}:
        names = {person.pk for person, _role in signed}
        signed += [(host, Byline.Role.HOST) for host in show.hosts.all() if host.pk not in names]
    return (participant(person, role, request) for person, role in signed)


def participant(person: Person, role: str, request: HttpRequest) -> Participant:
    group, name = ROLES[role]
    portrait = renditions.usable(person.portrait, renditions.FACE)
    return Participant(
        name=clean(person.name),
        group=group,
        role=name,
        url=request.build_absolute_uri(person.get_absolute_url()),
        portrait=request.build_absolute_uri(portrait[-1].url) if portrait else None,
    )


def cover(image: NewsImage | None, request: HttpRequest) -> Cover | None:
    """The picture cut to a square, if that is large enough for podcast apps."""
    if image is None or min(image.width, image.height) < artwork.SMALLEST:
        return None
    if not (made := renditions.usable(image, renditions.ARTWORK)):
        return None
    return Cover(request.build_absolute_uri(made[-1].url), made[-1].width, clean(image.alt))
