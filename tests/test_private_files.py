"""Pictures, recordings and documents are as private as the stories they belong to, and become public with them."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from articles.models import ArticlePage, FileUse, NewsImage, StandardPage

from . import factories as make


@pytest.fixture
def pictured(db):
    story = make.article("Pictured", lead_image=make.ImageFactory(), live=False)
    return ArticlePage.objects.get(pk=story.pk)


def statuses(*pictures: NewsImage, client: Client | None = None) -> set[int]:
    """What a stranger is answered for originals and sizes."""
    client = client or Client()
    urls = [url for picture in pictures for url in (picture.file.url, picture.get_rendition("width-100").url)]
    return {client.get(url).status_code for url in urls}


def test_picture_is_public_with_its_story_and_private_again_when_it_is_withdrawn(pictured):
    assert statuses(pictured.lead_image) == {404}
    pictured.save_revision().publish()
    assert statuses(pictured.lead_image) == {200}
    ArticlePage.objects.get(pk=pictured.pk).unpublish()
    assert statuses(pictured.lead_image) == {404}


def test_picture_of_a_withdrawn_story_stays_public_where_another_shows_it(pictured):
    make.article("Another", body=[("image", {"image": {"image": pictured.lead_image}, "caption": ""})])
    assert statuses(pictured.lead_image) == {200}


def test_picture_that_a_live_story_no_longer_shows_is_private_again(pictured):
    former = pictured.lead_image
    pictured.save_revision().publish()
    story = ArticlePage.objects.get(pk=pictured.pk)
    story.lead_image = make.ImageFactory()
    revision = story.save_revision()
    assert statuses(former) == {200}
    revision.publish()
    assert statuses(former) == {404}
    assert statuses(story.lead_image) == {200}


def test_picture_that_nothing_shows_is_private(db):
    assert statuses(make.ImageFactory()) == {404}


def test_pictures_of_people_shows_sponsors_and_the_papers_own_pages_are_public(db):
    portrait, artwork, logo, shown = make.ImageFactory.create_batch(4)
    make.PersonFactory(portrait=portrait)
    make.episode(podcast=make.ShowFactory(artwork=artwork))
    make.SponsorFactory(logo=logo)
    body = [("image", {"image": {"image": shown}, "caption": ""})]
    make.home().add_child(instance=StandardPage(title="About", slug="about", body=body))
    assert statuses(portrait, artwork, logo, shown) == {200}


def test_advertisements_picture_is_public_while_it_runs(db):
    advertisement = make.advertisement(lead_image=make.ImageFactory())
    assert statuses(advertisement.lead_image) == {200}
    Page.objects.filter(pk=advertisement.pk).update(expire_at=timezone.now())
    call_command("check_topics", repair=True)
    assert statuses(advertisement.lead_image) == {404}


def test_picture_in_a_private_section_is_shown_to_those_who_may_read_there(pictured):
    pictured.save_revision().publish()
    PageViewRestriction.objects.create(page=pictured.section, restriction_type=PageViewRestriction.LOGIN)
    assert statuses(pictured.lead_image) == {404}
    reader = Client()
    reader.force_login(make.UserFactory())
    assert statuses(pictured.lead_image, client=reader) == {200}


def test_picture_of_a_private_page_about_the_paper_is_shown_to_those_who_may_read_it(db):
    picture = make.ImageFactory()
    body = [("image", {"image": {"image": picture}, "caption": ""})]
    page = make.home().add_child(instance=StandardPage(title="About", slug="about", body=body))
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert statuses(picture) == {404}
    reader = Client()
    reader.force_login(make.UserFactory())
    assert statuses(picture, client=reader) == {200}


def test_editors_see_private_pictures_and_no_cache_keeps_them(pictured):
    desk = Client()
    desk.force_login(make.editor())
    assert statuses(pictured.lead_image, client=desk) == {200}
    assert desk.get(pictured.lead_image.file.url).headers["Cache-Control"] == "private, no-store"


def test_reader_who_is_logged_in_sees_no_private_picture(pictured):
    reader = Client()
    reader.force_login(make.UserFactory())
    assert statuses(pictured.lead_image, client=reader) == {404}


def test_file_in_the_media_folder_that_the_library_does_not_know_is_not_served(settings, tmp_path, db):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "notes.txt").write_text("Secret.")
    assert Client().get("/media/notes.txt").status_code == 404


def test_web_server_in_front_is_told_where_a_public_file_is_and_nothing_of_a_private_one(settings, pictured):
    settings.MEDIA_ACCEL_LOCATION = "/held-back/"
    url = pictured.lead_image.file.url
    assert "X-Accel-Redirect" not in Client().get(url).headers
    pictured.save_revision().publish()
    response = Client().get(url)
    assert response.headers["X-Accel-Redirect"] == urljoin("/held-back/", url.removeprefix("/media/"))
    assert response.headers["Content-Type"] == "image/jpeg"


def test_public_picture_costs_one_query(pictured, django_assert_num_queries):
    pictured.save_revision().publish()
    url = pictured.lead_image.get_rendition("width-100").url
    with django_assert_num_queries(1):
        Client().get(url)


def test_drift_of_uses_is_found_and_put_right(pictured):
    pictured.save_revision().publish()
    FileUse.objects.all().delete()
    assert statuses(pictured.lead_image) == {404}
    call_command("check_topics", repair=True)
    assert statuses(pictured.lead_image) == {200}
