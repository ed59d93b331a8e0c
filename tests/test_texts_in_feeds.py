"""What feeds show of a story is made once, and made anew when anything that it shows has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from unittest.mock import patch

import pytest
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.test import Client, RequestFactory
from django.utils.translation import override
from wagtail.documents.models import Document
from wagtail.models import Page, PageViewRestriction

from articles.feeds import texts
from articles.feeds.item import items
from articles.models import ArticlePage, NewsImage, NewsRendition, Sponsor, SponsoredPage, StandardPage, Story

from . import factories as make

pytestmark = pytest.mark.django_db
FEEDS = ["/feeds/latest.rss", "/feeds/latest.atom", "/feeds/latest.json", "/feeds/sections/city.rss"]


@dataclass
class Desk:
    """Counts how many texts are made, and asks for the feed as who knows the last one."""

    client: Client
    made: int = 0
    known: str = ""

    def html(self, title: str) -> str:
        answer = self.client.get("/feeds/sections/city.json", headers={"if-none-match": self.known})
        assert answer.status_code == 200
        self.known = answer.headers["ETag"]
        return next(item.get("content_html", "") for item in answer.json()["items"] if item["title"] == title)


@pytest.fixture
def desk(client) -> Iterator[Desk]:
    desk, write = Desk(client), texts.html

    def write_and_count(*given):
        desk.made += 1
        return write(*given)

    sport = make.section("Sport")
    target = make.article("Target", within=sport, hours_ago=9, topics=["Housing"], body=[("paragraph", "x" * 9000)])
    about = make.home().add_child(instance=StandardPage(title="About", slug="about"))
    links = "".join(
        f'<a linktype="page" id="{page.pk}">{page.title}</a>'
        for page in (target, sport, about, make.advertisement("Sail"))
    )
    document = Document.objects.create(title="Plans", file=ContentFile(b"%PDF-1.7", name="plans.pdf"))
    body = [
        ("paragraph", f"<p>See {links}.</p>"),
        ("image", {"image": make.ImageFactory(title="Quay", credit="Ada Holm"), "caption": ""}),
        ("document", {"document": document, "title": ""}),
        ("related_story", {"story": target, "label": ""}),
    ]
    make.article("Wall", body=body)
    with patch.object(texts, "html", write_and_count):
        yield desk


def test_text_is_made_once_for_all_formats_and_scopes(desk):
    desk.html("Wall")  # makes the sizes of its picture, which a text made before them does not know
    caches["texts"].clear()
    desk.made = 0
    for feed in FEEDS:
        caches["editions"].clear()
        assert desk.client.get(feed).status_code == 200
    assert desk.made == 2
    make.article("News", topics=["Housing"])
    desk.html("News")
    assert desk.made == 3


def test_what_feeds_do_not_show_is_not_kept(desk):
    desk.html("Wall")
    assert sum(map(len, caches["texts"]._cache.values())) < 9000


# Told to who polls


def page(title: str) -> Page:
    return Page.objects.get(title=title).specific


def linked_story_unpublished() -> None:
    page("Target").unpublish()


def linked_story_deleted() -> None:
    page("Target").delete()


def linked_story_made_private() -> None:
    PageViewRestriction.objects.create(page=page("Target"), restriction_type=PageViewRestriction.LOGIN)


def linked_section_unpublished() -> None:
    page("Sport").unpublish()


def linked_section_made_private() -> None:
    PageViewRestriction.objects.create(page=page("Sport"), restriction_type=PageViewRestriction.LOGIN)


def linked_page_unpublished() -> None:
    page("About").unpublish()


def linked_page_deleted() -> None:
    page("About").delete()


def linked_page_made_private() -> None:
    PageViewRestriction.objects.create(page=page("About"), restriction_type=PageViewRestriction.LOGIN)


def linked_advertisement_labelled_otherwise() -> None:
    sail = SponsoredPage.objects.get()
    sail.label = SponsoredPage.Label.SPONSORED
    sail.save_revision().publish()


def picture_credited() -> None:
    picture = NewsImage.objects.get(title="Quay")
    picture.credit = "Teo Lund"
    picture.save()


def picture_replaced() -> None:
    picture = NewsImage.objects.get(title="Quay")
    picture.renditions.all().delete()
    picture.file = make.ImageFactory().file
    picture.save()


def document_renamed() -> None:
    document = Document.objects.get()
    document.title = "Drawings"
    document.save()


def rewritten() -> None:
    wall = ArticlePage.objects.get(title="Wall")
    wall.body = [("paragraph", "<p>Other words.</p>")]
    wall.save_revision().publish()


def reported_from_elsewhere() -> None:
    wall = ArticlePage.objects.get(title="Wall")
    wall.dateline = "Ferrow"
    wall.save_revision().publish()


CHANGES = (
    *(linked_story_unpublished, linked_story_deleted, linked_story_made_private),
    *(linked_section_unpublished, linked_section_made_private),
    *(linked_page_unpublished, linked_page_deleted, linked_page_made_private),
    *(linked_advertisement_labelled_otherwise, picture_credited, picture_replaced, document_renamed),
    *(rewritten, reported_from_elsewhere),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_who_polls_is_told_of_every_change_in_what_a_text_shows(desk, change: Callable[[], None]):
    before = desk.html("Wall")
    change()
    after = desk.html("Wall")
    assert after != before
    assert after == html("Wall")
    caches["texts"].clear()
    assert after == html("Wall")


def test_no_address_of_what_was_withdrawn_stays_in_the_text_of_another(desk):
    before = desk.html("Wall")
    assert all(f"/{slug}/" in before for slug in ("sport/target", "sport", "about"))
    for change in (linked_section_unpublished, linked_story_unpublished, linked_page_unpublished):
        change()
    after = desk.html("Wall")
    assert not any(f"/{slug}/" in after for slug in ("sport/target", "sport", "about"))


# Made anew, whoever asks


def html(title: str) -> str:
    (item,) = items([Story.objects.get(title=title).pk], RequestFactory().get("/"))
    return item.html


def sponsor_renamed() -> None:
    Sponsor.objects.update(name="Moonline")


def labelled_otherwise() -> None:
    SponsoredPage.objects.update(label=SponsoredPage.Label.SPONSORED)


def size_remade() -> None:
    NewsRendition.objects.update(file="images/another.jpg")
    caches["renditions"].clear()


@pytest.mark.parametrize(
    ("change", "title"),
    [(sponsor_renamed, "Sail"), (labelled_otherwise, "Sail"), (size_remade, "Wall")],
    ids=lambda part: getattr(part, "__name__", part),
)
def test_no_text_is_used_again_for_what_has_changed(desk, change: Callable[[], None], title: str):
    before = html(title)
    assert html(title) == before
    change()
    assert html(title) != before


def test_text_is_of_one_language(desk):
    html("Target")
    made = desk.made
    with override("de"):
        html("Target")
    assert desk.made == made + 1


def test_addresses_that_are_signed_anew_each_time_make_no_other_text(desk):
    Story.objects.filter(title="Wall").update(lead_image=NewsImage.objects.get(title="Quay"))
    html("Wall")
    desk.made, signed = 0, count()
    with patch.object(NewsRendition, "url", property(lambda size: f"/media/{size.file}?signature={next(signed)}")):
        html("Wall")
        html("Wall")
    assert desk.made == 0
