"""What must not be typed into the forms of films and episodes."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.test.utils.form_data import streamfield

from articles.models import SectionPage, Story, VideoPage

from . import factories as make
from .desk import Desk, add_url, errors

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client) -> Desk:
    client.force_login(make.editor())
    return Desk(client)


@pytest.fixture
def city() -> SectionPage:
    return make.section("City")


def refused(desk: Desk, parent: Any, **fields: Any) -> dict[str, list[str]]:
    """What the form says to the draft of a film with these fields."""
    return errors(desk.create(VideoPage, parent, title="A", slug="a", **fields))


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("not an address", "Enter a valid URL."),
        ("javascript:alert(1)", "Enter a valid URL."),
        ("https://[::1", "Enter a valid URL."),
        ("https://evil.example/watch?v=dQw4w9WgXcQ", "Only films at YouTube and Vimeo can be embedded."),
        ("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "Only films at YouTube and Vimeo can be embedded."),
        ("https://www.youtube.com/watch?v=short", "This YouTube address names no film."),
        ("https://vimeo.com/about", "This Vimeo address names no film."),
        ("ftp://vimeo.com/76979871", "An address starts with https://."),
    ],
)
def test_address_that_is_no_film_at_a_provider_is_refused_with_the_reason(url, why, desk, city):
    assert refused(desk, city, provider_url=url) == {"provider_url": [why]}


@pytest.mark.parametrize("text", ["hello", "WEBVTT", "1\n00:00:00,000 --> 00:00:04,000\nSubRip", "WEBVTT\n\nno times"])
def test_captions_that_are_not_webvtt_are_refused(text, desk, city):
    found = refused(desk, city, captions=text)
    assert "WebVTT" in found["captions"][0]


def test_markup_in_captions_reaches_no_page(desk, city, client):
    captions = make.VTT.replace("The tunnel", "<script>alert(1)</script><v Ines>The tunnel")
    page = make.video("Film", captions=captions, within=city)
    assert "<script>alert" not in client.get(page.url).text
    assert client.get(page.captions_url)["Content-Type"].startswith("text/vtt")


@pytest.mark.parametrize("start", ["soon", "1:99", "-1:00", "1.30", "90", "99999999999:00"])
def test_chapter_at_no_time_is_refused(start, desk, city):
    chapters = streamfield([("chapter", {"start": start, "title": "Beginning"})])
    response = desk.create(VideoPage, city, title="A", slug="a", chapters=chapters)
    assert errors(response).keys() == {"chapters"}
    assert not Story.objects.exists()


@pytest.mark.parametrize("name", ["embed", "chapters"])
def test_half_filled_part_of_a_draft_can_be_previewed(name, desk, city):
    empty_embed = {"url": "", "title": "", "poster-image": "", "poster-alt_text": ""}
    fields = {
        "embed": {"body": streamfield([("embed", empty_embed)])},
        "chapters": {"chapters": streamfield([("chapter", {"start": "", "title": ""})])},
    }[name]

    assert desk.preview(add_url(VideoPage, city), title="A", slug="a", **fields).status_code == 200
