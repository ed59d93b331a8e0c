"""Someone without an account reads one draft by a link: for some days, until it is taken back, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from articles import roles
from articles.models import ArticlePage, ReviewLink

from . import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> ArticlePage:
    return make.article("Under wraps", lead_image=make.ImageFactory(), live=False)


@pytest.fixture
def link(story) -> ReviewLink:
    return share(story)


def share(story, **fields) -> ReviewLink:
    return ReviewLink.objects.create(
        story_id=story.pk, revision=story.save_revision(), label="Dr Samir Qadri", created_by=make.editor(), **fields
    )


def test_stranger_reads_the_draft_marked_as_one(client, link):
    response = client.get(link.get_absolute_url())
    assert response.status_code == 200
    assert "Under wraps" in response.text
    assert "Draft — not published" in response.text
    assert "Shared with Dr Samir Qadri" in response.text


def assert_known_to_nobody_else(response) -> None:
    assert response.headers.get("X-Robots-Tag") == "noindex, nofollow"
    assert response.headers.get("Cache-Control") == "private, no-store"
    assert response.headers.get("Referrer-Policy") == "no-referrer"


def test_no_robot_no_cache_and_no_other_site_learns_of_it(client, link):
    response = client.get(link.get_absolute_url())
    assert_known_to_nobody_else(response)
    assert '<meta name="robots" content="noindex, nofollow">' in response.text
    assert "unsafe-inline" not in response.headers["Content-Security-Policy"]


def test_page_that_is_no_draft_has_no_mark(client):
    assert "review-bar" not in client.get(make.article("Open").url).text


def test_link_shows_the_revision_that_was_shared_not_a_later_one(client, story, link):
    story.title = "Rewritten"
    story.save_revision()
    assert "Under wraps" in client.get(link.get_absolute_url()).text
    assert "Rewritten" in client.get(share(story).get_absolute_url()).text


def test_link_does_not_open_the_story_itself(client, story, link):
    client.get(link.get_absolute_url())
    assert client.get(story.get_url()).status_code == 404


def test_changed_or_invented_token_is_404(client, link):
    key, signature = link.token.split(".")
    for token in (f"{int(key) + 1}.{signature}", f"{key}.{signature[:-1]}", key, "nonsense", f"{key}:{signature}"):
        assert client.get(reverse("review", args=[token])).status_code == 404


def expire(link: ReviewLink) -> None:
    ReviewLink.objects.filter(pk=link.pk).update(expires_at=timezone.now())


def take_back(link: ReviewLink) -> None:
    desk = Client()
    desk.force_login(make.editor())
    assert desk.post(reverse("take_back_review_link", args=[link.pk])).status_code == 302


def delete(link: ReviewLink) -> None:
    Page.objects.get(pk=link.story_id).delete()


@pytest.mark.parametrize("end", [expire, take_back, delete])
def test_link_that_ended_is_410_and_so_are_its_pictures(client, story, link, end):
    picture = story.lead_image.get_rendition("width-100").url
    client.get(link.get_absolute_url())
    assert client.get(picture).status_code == 200
    end(link)
    response = client.get(link.get_absolute_url())
    assert response.status_code == 410
    assert_known_to_nobody_else(response)
    assert "Under wraps" not in response.text
    assert client.get(picture).status_code == 404


def test_link_is_open_for_a_week_unless_it_is_said_otherwise(link):
    assert timedelta(days=6, hours=23) < link.expires_at - timezone.now() <= timedelta(days=7)


def test_pictures_of_the_draft_are_shown_only_to_who_came_by_the_link(client, story, link):
    picture = story.lead_image.get_rendition("width-100").url
    another = make.ImageFactory().get_rendition("width-100").url
    assert client.get(picture).status_code == 404
    client.get(link.get_absolute_url())
    response = client.get(picture)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"
    assert client.get(another).status_code == 404
    assert Client().get(picture).status_code == 404


def test_cookie_goes_to_files_alone_and_no_script_reads_it(client, link):
    cookies = client.get(link.get_absolute_url()).cookies.values()
    assert {cookie["path"] for cookie in cookies} == {"/media/", "/documents/"}
    assert all(cookie["httponly"] and cookie["samesite"] == "Strict" for cookie in cookies)


def test_each_view_is_counted_and_only_when_it_was_is_kept(client, link):
    client.get(link.get_absolute_url())
    client.get(link.get_absolute_url())
    assert link.views.count() == 2
    assert {field.name for field in link.views.model._meta.fields} == {"id", "link", "at"}


def test_link_leads_to_the_story_once_that_is_public(client, story, link):
    link.revision.publish()
    response = client.get(link.get_absolute_url())
    assert response.status_code == 302
    assert response.headers["Location"] == ArticlePage.objects.get(pk=story.pk).get_url()


# At the desk


@pytest.fixture
def desk() -> Client:
    client = Client()
    client.force_login(make.editor())
    return client


def test_editor_makes_a_link_to_the_latest_draft(desk, client, story):
    story.save_revision()
    address = reverse("review_links", args=[story.pk])
    assert address in desk.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).text
    assert desk.post(address, {"label": "The lawyer", "days": 3}).status_code == 302
    link = ReviewLink.objects.get()
    assert link.revision == story.get_latest_revision()
    assert timedelta(days=2, hours=23) < link.expires_at - timezone.now() <= timedelta(days=3)
    shown = desk.get(address).text
    assert f"http://testserver{link.get_absolute_url()}" in shown
    assert "Not opened yet" in shown
    client.get(link.get_absolute_url())
    assert "Opened once" in desk.get(address).text


def test_list_costs_the_same_for_many_links(desk, story):
    address = reverse("review_links", args=[story.pk])

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.get(address)
        return len(queries)

    share(story)
    cost()
    few = cost()
    for _link in range(5):
        share(story)
    assert cost() == few


@pytest.fixture
def reporter() -> Client:
    """Somebody who may edit the story, and not publish it."""
    user = make.UserFactory()
    user.groups.add(Group.objects.get(name=roles.REPORTER))
    client = Client()
    client.force_login(user)
    return client


def test_who_may_not_publish_the_story_may_not_share_it(reporter, story):
    sharing = reverse("review_links", args=[story.pk])
    edit = reporter.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    assert edit.status_code == 200
    assert sharing not in edit.text
    assert reporter.get(sharing).status_code == 302
    assert reporter.post(sharing, {"label": "Lawyer", "days": 7}).url == reverse("wagtailadmin_home")
    assert not ReviewLink.objects.exists()


def test_who_may_not_publish_the_story_takes_no_link_back(reporter, link):
    reporter.post(reverse("take_back_review_link", args=[link.pk]))
    assert ReviewLink.objects.get().is_open


def test_link_is_not_made_without_saying_for_whom(desk, story):
    response = desk.post(reverse("review_links", args=[story.pk]), {"label": "", "days": 7})
    assert response.status_code == 200
    assert not ReviewLink.objects.exists()
