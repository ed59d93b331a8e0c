from __future__ import annotations

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from articles.models import FormerAddress, Story, Topic

from . import factories as make

pytestmark = pytest.mark.django_db


def test_renamed_section_sends_its_page_and_every_story_on_with_one_row(client):
    page = make.article("A story", within=make.section("City"))
    section = make.section("City")
    section.slug = "town"
    section.save()
    for old, new in [("/city/", "/town/"), ("/city/a-story/", "/town/a-story/"), ("/city/?page=2", "/town/?page=2")]:
        response = client.get(old)
        assert (response.status_code, response["Location"]) == (301, new)
    assert client.get(page.section.__class__.objects.get(slug="town").url + "a-story/").status_code == 200
    assert FormerAddress.objects.count() == 1
    assert Redirect.objects.count() == 0


def test_section_renamed_twice_and_back_leaves_no_loop(client):
    section = make.section("City")
    for slug in ("town", "metropolis", "city"):
        section.slug = slug
        section.save()
    assert client.get("/city/").status_code == 200
    assert client.get("/town/")["Location"] == "/city/"
    assert client.get("/metropolis/")["Location"] == "/city/"


def test_story_of_a_former_section_that_never_was_is_404_in_the_end(client):
    section = make.section("City")
    section.slug = "town"
    section.save()
    assert client.get("/city/never-was/", follow=True).status_code == 404


def test_story_keeps_its_old_slug_and_its_old_section(client, django_capture_on_commit_callbacks):
    page = make.article("A story")
    page.slug = "retitled"
    with django_capture_on_commit_callbacks(execute=True):
        page.save()
    assert client.get("/city/a-story/")["Location"] == "/city/retitled/"
    page.move(make.section("Sport"), pos="last-child")
    assert client.get("/city/retitled/")["Location"] == "/sport/retitled/"
    assert client.get("/city/a-story/", follow=True).status_code == 200


def test_renamed_topic_sends_page_and_feed_on(client):
    make.article(topics=["Housing"])
    topic = Topic.objects.get()
    topic.slug = "homes"
    topic.save()
    assert client.get("/topics/housing/")["Location"] == "/topics/homes/"
    assert client.get("/feeds/topics/housing.rss")["Location"] == "/feeds/topics/homes.rss"


def test_topic_that_was_renamed_and_then_merged_sends_on_to_what_it_was_merged_into(client):
    make.article(topics=["Housing"])
    topic = Topic.objects.get()
    topic.slug = "homes"
    topic.save()
    topic.canonical = make.TopicFactory(name="Living")
    topic.save()
    assert client.get("/topics/housing/")["Location"] == "/topics/living/"
    assert client.get("/feeds/topics/housing.rss")["Location"] == "/feeds/topics/living.rss"


def test_renamed_person_and_show_are_found(client):
    person, show = make.PersonFactory(slug="old-name"), make.ShowFactory(slug="old-show")
    make.episode(podcast=show)
    person.slug, show.slug = "new-name", "new-show"
    person.save()
    show.save()
    assert client.get("/people/old-name/")["Location"] == "/people/new-name/"
    assert client.get("/podcasts/old-show/")["Location"] == "/podcasts/new-show/"


def test_deleted_topic_leads_nowhere(client):
    topic = make.TopicFactory(name="Housing")
    topic.slug = "homes"
    topic.save()
    topic.delete()
    assert client.get("/topics/housing/").status_code == 404


@pytest.mark.parametrize("slug", ["a-story", "another"])
def test_story_that_was_read_before_its_section_was_renamed_is_saved_where_the_section_is(slug, client):
    read_before = make.article("A story")
    section = make.section("City")
    section.slug = "town"
    section.save()
    read_before.slug = slug
    read_before.save()
    assert client.get(f"/town/{slug}/").status_code == 200
    assert Story.objects.get(pk=read_before.pk).url_path == f"/front/town/{slug}/"


def test_story_that_was_read_before_it_moved_stays_where_it_moved_to(client):
    read_before = make.article("A story")
    Story.objects.get(pk=read_before.pk).move(make.section("Sport"), pos="last-child")
    read_before.save()
    assert client.get("/sport/a-story/").status_code == 200
    assert not any(Page.find_problems())
