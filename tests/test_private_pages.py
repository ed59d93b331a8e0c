"""A page behind a restriction is shown to nobody who may not see it, and named nowhere."""

from __future__ import annotations

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from . import factories as make

pytestmark = pytest.mark.django_db


def restrict(page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.fixture
def story():
    return make.article("Secret", standfirst="What nobody may read.", topics=["Housing"])


@pytest.mark.parametrize("what", ["story", "section", "home"])
def test_story_asks_for_a_login_wherever_above_it_the_restriction_is(client, story, what):
    restrict({"story": story, "section": story.section, "home": make.home()}[what])
    response = client.get(story.url)
    assert response.status_code == 302
    assert "/login/" in response.headers["Location"]
    assert "private" in response.headers["Cache-Control"]


def test_restriction_of_another_section_closes_nothing_here(client, story):
    restrict(make.section("Sport"))
    assert client.get(story.url).status_code == 200


def test_story_opens_when_the_restriction_is_lifted(client, story):
    restrict(story).delete()
    assert client.get(story.url).status_code == 200


def test_who_may_see_it_sees_it_and_no_cache_keeps_it(client, story):
    restrict(story)
    client.force_login(make.editor())
    response = client.get(story.url)
    assert response.status_code == 200
    assert "private" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    "path", ["/", "/city/", "/topics/housing/", "/search/?q=secret", "/feeds/latest.rss", "/llms.txt"]
)
def test_private_story_is_in_no_list(client, story, path):
    assert "nobody may read" in client.get(path).text
    restrict(story)
    assert "nobody may read" not in client.get(path).text


def test_redirect_does_not_tell_what_a_private_story_is_called(client, story):
    Redirect.add_redirect("/city/was", story)
    assert client.get("/city/was/").status_code == 301
    restrict(story)
    assert client.get("/city/was/").status_code == 404


@pytest.mark.parametrize("path", ["/", "/feeds/", "/search/", "/sitemap-pages.xml"])
def test_private_section_is_named_nowhere(client, path):
    restrict(make.section("Hidden"))
    assert b"/hidden/" not in client.get(path).content
