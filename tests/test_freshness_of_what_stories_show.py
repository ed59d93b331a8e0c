"""What a story shows of other things, as they are: who has its feed, its Markdown or its page hears of every change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.http import HttpResponse
from wagtail.documents.models import Document
from wagtail.models import Page, PageViewRestriction

from articles.models import Edition, NewsImage, NewsMedia, Person, Publication, SectionPage, Sponsor, Topic

from . import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    document = Document.objects.create(title="Plans", file=ContentFile(b"%PDF-1.7", name="plans.pdf"))
    target = make.article("Target", within=make.section("Sport"))
    make.article(
        "Wall",
        topics=["Housing"],
        by=[make.PersonFactory(name="Ines Falk", slug="ines")],
        lead_image=make.ImageFactory(title="Wall"),
        body=[
            ("document", {"document": document, "title": ""}),
            ("paragraph", f'<p>See <a linktype="page" id="{target.pk}">there</a>.</p>'),
        ],
    )
    make.episode("Sound", audio=make.media(), audio_url="")
    make.advertisement("Sail", sponsor=make.SponsorFactory(name="Sundline", logo=make.ImageFactory(title="Logo")))


def picture_deleted() -> None:
    NewsImage.objects.get(title="Wall").delete()


def picture_credited() -> None:
    picture = NewsImage.objects.get(title="Wall")
    picture.credit = "Teo Lundgren"
    picture.save()


def sound_replaced() -> None:
    sound = NewsMedia.objects.get()
    sound.file = ContentFile(b"ID3 another sound", name="another.mp3")
    sound.save()


def document_renamed() -> None:
    document = Document.objects.get(title="Plans")
    document.title = "Drawings"
    document.save()


def document_deleted() -> None:
    Document.objects.get(title="Plans").delete()


def section_retitled() -> None:
    section = SectionPage.objects.get(slug="city")
    section.title = "Town"
    section.save_revision().publish()


def section_moved() -> None:
    section = SectionPage.objects.get(slug="city")
    section.slug = "town"
    section.save()


def topic_moved() -> None:
    topic = Topic.objects.get(slug="housing")
    topic.slug = "homes"
    topic.save()


def person_moved() -> None:
    person = Person.objects.get(slug="ines")
    person.slug = "falk"
    person.save()


def sponsor_renamed() -> None:
    sponsor = Sponsor.objects.get()
    sponsor.name = "Moonline"
    sponsor.save()


def linked_story_unpublished() -> None:
    Page.objects.get(title="Target").specific.unpublish()


def linked_story_deleted() -> None:
    Page.objects.get(title="Target").delete()


def section_of_linked_story_made_private() -> None:
    sport = SectionPage.objects.get(title="Sport")
    PageViewRestriction.objects.create(page=sport, restriction_type=PageViewRestriction.LOGIN)


CHANGES: dict[Callable[[], None], str] = {
    picture_deleted: "Wall",
    picture_credited: "Wall",
    sound_replaced: "Sound",
    document_renamed: "Wall",
    document_deleted: "Wall",
    section_retitled: "Wall",
    section_moved: "Wall",
    topic_moved: "Wall",
    person_moved: "Wall",
    sponsor_renamed: "Sail",
    linked_story_unpublished: "Wall",
    linked_story_deleted: "Wall",
    section_of_linked_story_made_private: "Wall",
}


def if_none_match(answer: HttpResponse) -> dict[str, str]:
    assert answer.status_code == 200
    return {"if-none-match": answer.headers["ETag"]}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_feed_and_markdown_are_new_and_the_log_has_the_story(client, change):
    title = CHANGES[change]
    feeds = [] if title == "Sail" else ["/feeds/sections/city.rss", "/feeds/sections/city.atom"]
    before = {path: client.get(path) for path in (*feeds, f"/city/{title.lower()}.md")}
    known = set(Publication.objects.values_list("pk", flat=True))
    change()
    after = {path: client.get(path, headers=if_none_match(answer)) for path, answer in before.items()}
    assert 304 not in {answer.status_code for answer in after.values()}
    assert any(answer.content != before[path].content for path, answer in after.items())
    lines = Publication.objects.exclude(pk__in=known)
    assert title in {line.url.strip("/").split("/")[-1].title() for line in lines}
    if change is section_moved:
        assert {line.url.split("/")[1] for line in lines} == {"town"}


def test_section_whose_draft_is_called_otherwise_is_no_change():
    before = Publication.objects.count()
    section = SectionPage.objects.get(slug="city")
    section.title = "Town"
    section.save_revision()
    section.introduction = "Only this."
    section.save(update_fields=["introduction"])
    assert Publication.objects.count() == before


def test_pages_are_new_when_a_logo_is_deleted():
    def edition() -> int:
        return Edition.objects.get(scope="site").number

    before = edition()
    make.ImageFactory().delete()
    assert edition() == before
    NewsImage.objects.get(title="Logo").delete()
    assert edition() > before


def test_feed_of_a_section_that_is_unpublished_as_a_bare_page_is_gone(client):
    known = if_none_match(client.get("/feeds/sections/city.rss"))
    Page.objects.get(slug="city").unpublish()
    assert client.get("/feeds/sections/city.rss", headers=known).status_code == 404
