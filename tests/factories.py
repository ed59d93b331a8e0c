"""Test data: the least that makes a page, published by saving it live, as a programme would."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from typing import Any

import factory
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Page, Site

from articles.models import (
    ArticlePage,
    Byline,
    HomePage,
    NewsImage,
    NewsMedia,
    Person,
    PodcastEpisodePage,
    SectionPage,
    Show,
    Sponsor,
    SponsoredPage,
    Story,
    Topic,
    User,
    VideoPage,
)

VTT = "WEBVTT\n\n00:00:00.000 --> 00:00:04.000\nThe tunnel is two years late.\n"


def picture_file(name: str = "photo.jpg", size: tuple[int, int] = (1200, 800), colour: str = "steelblue") -> ImageFile:
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "JPEG")
    return ImageFile(io.BytesIO(buffer.getvalue()), name=name)


class ImageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NewsImage

    title = factory.Sequence("Picture {}".format)
    description = "A ferry at the quay"
    caption = "The six o’clock ferry."
    credit = "Maja Ferrow / The Courier"
    file = factory.LazyFunction(picture_file)


class TopicFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Topic
        django_get_or_create = ("name",)

    name = factory.Sequence("Topic {}".format)


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence("Writer {}".format)
    slug = factory.Sequence("writer-{}".format)


class SponsorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Sponsor

    name = factory.Sequence("Sponsor {}".format)
    url = "https://sponsor.example/"


class ShowFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Show

    title = factory.Sequence("Show {}".format)
    slug = factory.Sequence("show-{}".format)
    description = "A podcast."


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence("user{}".format)
    email = factory.Sequence("user{}@example.org".format)


def editor() -> User:
    """Someone who may do everything."""
    return UserFactory(is_superuser=True, is_staff=True)


def home() -> HomePage:
    """The front page of a site whose root it is; made once a test."""
    if existing := HomePage.objects.first():
        return existing
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)
    page = root.add_child(instance=HomePage(title="Front page", slug="front"))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "testserver", "root_page": page, "port": 80}
    )
    return page


def section(title: str = "City", **fields: Any) -> SectionPage:
    slug = fields.pop("slug", title.lower())
    existing = SectionPage.objects.filter(slug=slug).first()
    return existing or home().add_child(instance=SectionPage(title=title, slug=slug, **fields))


def article(title: str = "A story", **fields: Any) -> ArticlePage:
    return story(ArticlePage, title, **fields)


def video(title: str = "A film", **fields: Any) -> VideoPage:
    fields.setdefault("provider_url", "https://vimeo.com/76979871")
    fields.setdefault("captions", VTT)
    fields.setdefault("duration", 95)
    return story(VideoPage, title, **fields)


def episode(title: str = "An episode", **fields: Any) -> PodcastEpisodePage:
    fields.setdefault("audio_url", "https://audio.example/one.mp3")
    fields.setdefault("audio_type", "audio/mpeg")
    fields.setdefault("audio_bytes", 1234)
    fields.setdefault("duration", 754)
    fields["podcast"] = fields.get("podcast") or ShowFactory()
    return story(PodcastEpisodePage, title, **fields)


def advertisement(title: str = "An advertisement", **fields: Any) -> SponsoredPage:
    now = timezone.now()
    fields["sponsor"] = fields.get("sponsor") or SponsorFactory()
    fields.setdefault("campaign_start", now - timedelta(days=1))
    fields.setdefault("campaign_end", now + timedelta(days=30))
    return story(SponsoredPage, title, **fields)


def story(model: type[Story], title: str, **fields: Any) -> Any:
    """A story published now, or `hours_ago`; `live=False` leaves it a draft.

    `topics` are names, `by` are people, `within` is the section, `go_live_at` schedules it.
    """
    topics = fields.pop("topics", [])
    people = fields.pop("by", [])
    corrections = fields.pop("corrections", [])
    parent = fields.pop("within", None) or section()
    live = fields.pop("live", True)
    published_at: datetime | None = fields.pop("published_at", None)
    if (hours := fields.pop("hours_ago", None)) is not None:
        published_at = timezone.now() - timedelta(hours=hours)
    fields.setdefault("standfirst", f"What {title} is about.")
    page = model(title=title, live=live and "go_live_at" not in fields, **fields)
    page.topics.set([TopicFactory(name=name) for name in topics])
    page.bylines = [Byline(person=person, sort_order=order) for order, person in enumerate(people)]
    if published_at and live:
        page.published_at = published_at
    parent.add_child(instance=page)
    if live and not page.live:
        page.save_revision().publish()
    for correction in corrections:
        correction.story_id = page.pk
        correction.save()
    return model.objects.get(pk=page.pk)


def media(kind: str = "audio", name: str = "sound.mp3", content: bytes = b"ID3 not really a sound") -> NewsMedia:
    from django.core.files.base import ContentFile

    return NewsMedia.objects.create(title="Recording", type=kind, file=ContentFile(content, name=name), duration=12)
