"""A story without a picture has a drawn one for link previews, as public as the story."""

from __future__ import annotations

import io

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from wagtail.models import PageViewRestriction

from articles import share_images
from articles.models import ArticlePage, Masthead
from articles.share_images import ShareImage, drawable

from . import factories as make

pytestmark = pytest.mark.django_db

HOST = "http://testserver"


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    make.article("Bare", kicker="City hall")
    make.advertisement("Sail early", sponsor=make.SponsorFactory(name="Sundline"))


def address(client, path: str = "/city/bare/") -> str:
    page = BeautifulSoup(client.get(path).content, "html.parser")
    return page.find("meta", property="og:image")["content"].removeprefix(HOST)


def test_drawn_picture_has_the_size_that_the_page_tells(client):
    response = client.get(address(client))
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "public, max-age=3600"
    assert Image.open(io.BytesIO(response.content)).size == (1200, 630)


def test_picture_is_drawn_once(client, monkeypatch):
    drawn = []
    draw = ShareImage.draw
    monkeypatch.setattr(ShareImage, "draw", lambda image: drawn.append(image) or draw(image))
    first, again = (client.get(address(client)) for _ in range(2))
    assert first.content == again.content
    assert len(drawn) == 1


def test_who_has_the_picture_is_told_so(client):
    path = address(client)
    known = client.get(path).headers["ETag"]
    short = client.get(path, headers={"if-none-match": known})
    assert (short.status_code, short.content) == (304, b"")
    assert client.head(path).status_code == 200


def test_old_address_leads_to_the_picture_of_today(client):
    before = address(client)
    story = ArticlePage.objects.get(slug="bare")
    story.title = "Bare no more"
    story.save_revision().publish()
    after = address(client)
    assert after != before
    assert client.get(before).headers["Location"] == after
    assert client.get(after).status_code == 200


def unpublish(story: ArticlePage) -> None:
    story.unpublish()


def close(story: ArticlePage) -> None:
    PageViewRestriction.objects.create(page=story.get_parent(), restriction_type=PageViewRestriction.LOGIN)


def delete(story: ArticlePage) -> None:
    story.delete()


@pytest.mark.parametrize("hide", [unpublish, close, delete])
def test_picture_of_a_story_that_is_not_public_is_404_even_to_who_has_it(client, hide):
    path = address(client)
    known = client.get(path).headers["ETag"]
    hide(ArticlePage.objects.get(slug="bare"))
    assert client.get(path).status_code == 404
    assert client.get(path, headers={"if-none-match": known}).status_code == 404


def test_picture_of_a_draft_is_404(client):
    story = make.article("Draft", live=False)
    assert client.get(share_images.address(story, Masthead())).status_code == 404


@pytest.mark.parametrize("path", ["/share/x.png", "/share/", f"/share/{'-' * 36}/{'0' * 16}.png"])
def test_no_picture_is_404(client, path):
    assert client.get(path).status_code == 404


def test_advertisement_is_labelled_before_all_else(client, monkeypatch):
    written = []
    monkeypatch.setattr(share_images, "_cut", lambda text, *_room: written.append(text) or text)
    assert client.get(address(client, "/city/sail-early/")).status_code == 200
    assert written[0].startswith("Advertisement")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Łódź – „Größe“ €5", "Łódź – „Größe“ €5"),
        ("Wall 🌊 holds", "Wall holds"),
        ("Πόλη и город", "Πόλη и город"),
        ("مرحبا", ""),
        ("", ""),
    ],
)
def test_what_the_font_lacks_is_not_drawn_as_boxes(text, left):
    assert drawable(text) == left


@pytest.mark.parametrize("headline", ["", "W" * 255, "word " * 2000, "🌊", "مرحبا بالعالم", "a\u0001b"])
def test_any_headline_can_be_drawn(headline):
    drawn = ShareImage("The Courier", "", headline[:40], headline).draw()
    assert Image.open(io.BytesIO(drawn)).size == (1200, 630)
