"""What feeds show of a story is made once, and made anew when anything that it shows has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from unittest.mock import patch

import pytest
from django.core.cache import caches
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Page, PageViewRestriction

from articles.feeds import texts
from articles.models import ArticlePage, NewsImage, SponsoredPage

from . import factories as make

pytestmark = pytest.mark.django_db
FEEDS = ["/feeds/latest.rss", "/feeds/latest.atom", "/feeds/latest.json", "/feeds/sections/city.rss"]


@dataclass
class Desk:
    """Counts how many texts are made, and asks for feeds as if none had been built before."""

    client: object
    made: int = 0

    def html(self, title: str, feed: str = "/feeds/latest.json") -> str:
        caches["editions"].clear()
        items = self.client.get(feed).json()["items"]
        return next(item.get("content_html", "") for item in items if item["title"] == title)


@pytest.fixture
def desk(client) -> Desk:
    desk, write = Desk(client), texts.html

    def count(*given):
        desk.made += 1
        return write(*given)

    target = make.article("Target", hours_ago=9)
    paid = make.advertisement("Sail")
    picture = make.ImageFactory(title="Quay", credit="Ada Holm")
    document = Document.objects.create(title="Plans", file=ContentFile(b"%PDF-1.7", name="plans.pdf"))
    links = "".join(f'<a linktype="page" id="{page.pk}">{page.title}</a>' for page in (target, paid))
    body = [
        ("paragraph", f"<p>See {links}.</p>"),
        ("image", {"image": picture, "caption": ""}),
        ("document", {"document": document, "title": ""}),
    ]
    make.article("Wall", body=body)
    with patch.object(texts, "html", count):
        yield desk


def test_text_is_made_once_for_all_formats_and_scopes(desk):
    desk.html("Wall")  # makes the sizes of its picture, which a text made before them does not know
    caches["texts"].clear()
    desk.made = 0
    for feed in FEEDS:
        caches["editions"].clear()
        assert desk.client.get(feed).status_code == 200
    assert desk.made == 2
    make.article("News")
    desk.html("News")
    assert desk.made == 3


def unpublished() -> None:
    ArticlePage.objects.get(title="Target").unpublish()


def deleted() -> None:
    ArticlePage.objects.get(title="Target").delete()


def made_private() -> None:
    restriction = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=Page.objects.get(title="Target"), restriction_type=restriction)


def moved() -> None:
    page = ArticlePage.objects.get(title="Target")
    page.slug = "goal"
    page.save_revision().publish()


def labelled_otherwise() -> None:
    SponsoredPage.objects.update(label=SponsoredPage.Label.SPONSORED)


def credited() -> None:
    NewsImage.objects.filter(title="Quay").update(credit="Teo Lund")


def replaced() -> None:
    picture = NewsImage.objects.get(title="Quay")
    picture.renditions.all().delete()
    picture.file = make.ImageFactory().file
    picture.save()


def renamed() -> None:
    Document.objects.update(title="Drawings")


def rewritten() -> None:
    page = ArticlePage.objects.get(title="Wall")
    page.body = [("paragraph", "<p>Other words.</p>")]
    page.save_revision().publish()


@pytest.mark.parametrize(
    "change",
    [unpublished, deleted, made_private, moved, labelled_otherwise, credited, replaced, renamed, rewritten],
    ids=lambda change: change.__name__,
)
def test_text_is_made_anew_when_what_it_shows_has_changed(desk, change: Callable[[], None]):
    before, made = desk.html("Wall"), desk.made
    change()
    after = desk.html("Wall")
    assert after != before
    caches["texts"].clear()
    assert desk.html("Wall") == after
    assert desk.made > made


def test_no_address_of_what_was_withdrawn_stays_in_the_text_of_another(desk):
    assert "/city/target/" in desk.html("Wall")
    unpublished()
    assert "target" not in desk.html("Wall")
