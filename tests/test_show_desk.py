"""The form of a podcast show says what podcast apps would refuse."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

import pytest
from django.core.files.images import ImageFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image

from articles.models import NewsImage, PodcastEpisodePage, Show

from . import factories as make
from .desk import Desk, errors, signed

pytestmark = pytest.mark.django_db
GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"


def picture(width: int = 1400, height: int = 1400, mode: str = "RGB") -> NewsImage:
    content = BytesIO()
    Image.new(mode, (width, height)).save(content, "JPEG")
    return make.ImageFactory(file=ImageFile(content, name="cover.jpg"))


@pytest.fixture
def admin(client) -> Client:
    make.home()
    client.force_login(make.editor())
    return client


def send(admin: Client, show: Show | None = None, **fields: str) -> HttpResponse:
    views, given = Show.snippet_viewset, [show.pk] if show else []
    address = reverse(views.get_url_name("edit" if show else "add"), args=given)
    known = {name: getattr(show, name) for name in ("title", "slug", "description", "artwork_id")} if show else {}
    filled = {
        "title": "Low Water",
        "slug": "low-water",
        "description": "One story.",
        "artwork": known.pop("artwork_id", None) or "",
        "category": "News > Politics",
        "type": "episodic",
        **known,
        **fields,
    }
    return admin.post(address, {name: value for name, value in filled.items() if value is not None})


def test_show_is_made_with_an_id_of_its_feed(admin):
    assert send(admin, artwork=picture().pk).status_code == 302
    show = Show.objects.get()
    assert show.category == "News > Politics"
    assert show.guid.version == 5
    make.episode(podcast=show)
    feed = admin.get(show.feed_url)
    assert feed.status_code == 200
    assert str(show.guid) in feed.text


@pytest.mark.parametrize(
    ("made", "why"),
    [
        ((1500, 1400), "This picture is not square: it has 1500 × 1400 pixels."),
        ((1399, 1399), "This picture is too small: 1399 × 1399 pixels. Podcast apps want 1400 at least."),
        ((3001, 3001), "This picture is too large: 3001 × 3001 pixels. Podcast apps take 3000 at most."),
        ((1400, 1400, "CMYK"), "Its colours are not RGB but CMYK. Convert the picture first."),
        ((1400, 1400, "L"), "Its colours are not RGB but L. Convert the picture first."),
    ],
)
def test_artwork_that_apple_refuses_is_refused_with_the_reason(admin, made, why):
    assert errors(send(admin, artwork=picture(*made).pk)) == {"artwork": [why]}


def test_artwork_whose_file_is_lost_is_refused(admin):
    image = picture()
    image.file.storage.delete(image.file.name)
    assert errors(send(admin, artwork=image.pk)) == {"artwork": ["The file of this picture cannot be read."]}


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("artwork", "", "This field is required."),
        ("category", "Podcasting", "Select a valid choice. Podcasting is not one of the available choices."),
        ("description", "é" * 2001, "Too long for podcast apps: 4002 bytes of at most 4000."),
        ("language", "english", "Write a language as en or pt-BR."),
        ("funding_url", "https://courier.example/support", "Say what the link is for."),
        ("guid", "x", "Enter a valid UUID."),
        ("owner_email", "nobody", "Enter a valid email address."),
        ("new_feed_url", "not an address", "Enter a valid URL."),
    ],
)
def test_what_podcast_apps_refuse_is_refused_with_the_reason(admin, field, value, why):
    found = errors(send(admin, **({"artwork": picture().pk} | {field: value})))
    assert why in found[field if field != "funding_url" else "funding_text"]
    assert not Show.objects.exists()


def test_id_stays_for_life(admin):
    assert send(admin, artwork=picture().pk, guid=GUID).status_code == 302
    show = Show.objects.get(guid=UUID(GUID))
    other = "00000000-0000-5000-8000-000000000000"
    assert errors(send(admin, show, guid=other)) == {"guid": ["This stays as it is: apps know the show by it."]}
    assert send(admin, show, guid="", slug="high-water").status_code == 302
    assert Show.objects.get(slug="high-water").guid == UUID(GUID)


def test_episode_of_a_show_that_is_told_in_order_needs_its_number(admin):
    show = make.ShowFactory(type=Show.Type.SERIAL)
    given = {
        "title": "First",
        "slug": "first",
        "standfirst": "How it began.",
        "podcast": str(show.pk),
        "audio": str(make.media().pk),
        "bylines": signed(make.PersonFactory()),
        "topics": "Sea",
    }
    desk, section = Desk(admin), make.section()
    found = errors(desk.create(PodcastEpisodePage, section, "publish", **given))
    assert found == {"episode": ["This show is told in order: give the episode its number."]}
    trailer = desk.create(PodcastEpisodePage, section, "publish", **given, episode_type="trailer")
    assert trailer.status_code == 302
