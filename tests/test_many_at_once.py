"""Editors who change many stories in one go, beside others who do."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event, current_thread

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from articles import many_stories, publishing, topics
from articles.models import Edition, Publication, Story, Topic

from . import factories as make
from .test_faults import in_thread
from .test_merging_at_once import wait_until_someone_waits

pytestmark = pytest.mark.django_db(transaction=True)


def bulk(action: str, *objects: Page | Topic, **data: str) -> int:
    """Press the button below a list of which these are chosen; the status of the answer."""
    app, model = ("articles", "topic") if isinstance(objects[0], Topic) else ("wagtailcore", "page")
    chosen = {"id": [one.pk for one in objects], "next": "/admin/"}
    client = Client(raise_request_exception=False)
    client.force_login(make.editor())
    try:
        return client.post(reverse("wagtail_bulk_action", args=(app, model, action), query=chosen), data).status_code
    finally:
        connection.close()


@pytest.fixture
def side_by_side(monkeypatch):
    """Do two things at once: the first stops after its first line of the log, till somebody waits for it."""
    halfway, log = Event(), publishing.log

    def log_and_stop(*args) -> None:
        log(*args)
        if current_thread().name.startswith("first") and not halfway.is_set():
            halfway.set()
            wait_until_someone_waits()

    monkeypatch.setattr(publishing, "log", log_and_stop)

    def run(first, second) -> list[int]:
        with ThreadPoolExecutor(1, "first") as one, ThreadPoolExecutor(1, "second") as other:
            doing = one.submit(first)
            assert halfway.wait(20)
            return [other.submit(second).result(30), doing.result(30)]

    return run


def stories(live: bool) -> list[Story]:
    """Four, which two editors share so that each comes to the other's topic second."""
    return [
        make.article(f"Story {number}", slug=f"s{number}", topics=[topic], live=live)
        for number, topic in enumerate(("A", "B", "B", "A"))
    ]


@pytest.mark.parametrize(
    ("action", "events"),
    [
        ("publish", ["published"]),
        ("unpublish", ["published", "withdrawn"]),
        ("move", ["published", "changed"]),
        ("delete", ["published", "withdrawn"]),
    ],
)
def test_two_editors_change_many_stories_at_once(side_by_side, action, events):
    mine, theirs, mine_too, theirs_too = every = stories(live=action != "publish")
    asked = {"move": {"chooser": str(make.section("Sport").pk)}, "unpublish": {"ending": "mistake"}}
    data = asked.get(action, {})
    answers = side_by_side(
        lambda: bulk(action, mine, mine_too, **data), lambda: bulk(action, theirs, theirs_too, **data)
    )
    assert answers == [302, 302]
    for story in every:
        logged = Publication.objects.filter(story_uid=story.uid).order_by("pk")
        assert list(logged.values_list("event", flat=True)) == events
    assert publishing.rebuild() == (0, 0)


def test_two_editors_delete_the_same_stories_at_once(side_by_side):
    mine, theirs, shared, _left = stories(live=True)
    answers = side_by_side(lambda: bulk("delete", mine, shared), lambda: bulk("delete", theirs, shared))
    assert answers == [302, 302]
    assert Publication.objects.filter(story_uid=shared.uid, event="withdrawn").count() == 1
    assert dict(Topic.objects.values_list("name", "story_count")) == {"A": 1, "B": 0}


def test_drafts_new_topics_are_waited_for_too(side_by_side):
    """Of stories that are public under other topics."""
    mine, theirs, mine_too, _other = stories(live=True)
    for story, topic in ((mine, "C"), (mine_too, "D"), (theirs, "D")):
        draft = Story.objects.get(pk=story.pk).specific
        draft.topics.set([make.TopicFactory(name=topic)])
        draft.save_revision()

    def publish_one() -> int:
        try:
            return Story.objects.get(pk=theirs.pk).get_latest_revision().publish() or 302
        finally:
            connection.close()

    assert side_by_side(lambda: bulk("publish", mine, mine_too), publish_one) == [302, 302]
    assert dict(Topic.objects.values_list("name", "story_count")) == {"A": 1, "B": 0, "C": 1, "D": 2}
    assert publishing.rebuild() == (0, 0)


def test_section_is_deleted_while_one_of_its_topics_stories_is_published(side_by_side):
    stories(live=True)
    other = make.article("Elsewhere", within=make.section("Sport"), topics=["B"], live=False)

    def publish_other() -> int:
        try:
            return other.save_revision().publish() or 302
        finally:
            connection.close()

    def delete_section() -> int:
        client = Client(raise_request_exception=False)
        client.force_login(make.editor())
        try:
            return client.post(reverse("wagtailadmin_pages:delete", args=(make.section().pk,))).status_code
        finally:
            connection.close()

    assert side_by_side(delete_section, publish_other) == [302, 302]
    assert Story.objects.get().title == "Elsewhere"
    assert dict(Topic.objects.values_list("name", "story_count")) == {"A": 0, "B": 1}


def test_story_that_is_moved_waits_for_its_topics_before_it_holds_a_row():
    """Those who change many hold topics first, then rows."""
    story, sport = make.article("Wall", topics=["A"]), make.section("Sport")

    def move() -> int:
        client = Client()
        client.force_login(make.editor())
        try:
            return client.post(reverse("wagtailadmin_pages:move_confirm", args=(story.pk, sport.pk))).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor() as desk:
        with transaction.atomic():
            topics.lock(Topic.objects.get())
            moved = desk.submit(move)
            wait_until_someone_waits()
            held = Story.objects.get(pk=story.pk).specific
            assert held.get_url() == "/city/wall/"
            held.title = "Newer"
            held.save()
        assert moved.result(30) == 302
    found = Story.objects.get(pk=story.pk)
    assert (found.title, found.section_id, found.get_url()) == ("Newer", sport.pk, "/sport/wall/")
    assert not any(Page.find_problems())


def test_show_that_is_changed_while_its_first_episode_is_published_is_news_to_who_has_that():
    make.article("Other")
    show = make.ShowFactory()

    def describe() -> None:
        try:
            with transaction.atomic():
                show.description = "Anew"
                show.save()
        finally:
            connection.close()

    with ThreadPoolExecutor() as desk:
        with transaction.atomic():
            make.episode("First", podcast=show)
            described = desk.submit(describe)
            wait_until_someone_waits()
        described.result(30)
    assert Edition.objects.get(scope=show.feed_scope).number == 2


SHOWN = {
    "person": (make.PersonFactory, lambda person: make.article("Wall", by=[person])),
    "show": (make.ShowFactory, lambda show: make.episode("Wall", podcast=show)),
    "sponsor": (make.SponsorFactory, lambda sponsor: make.advertisement("Wall", sponsor=sponsor)),
}


@pytest.mark.parametrize(
    ("kind", "field"),
    [("person", "name"), ("person", "slug"), ("show", "title"), ("show", "slug"), ("sponsor", "name")],
)
def test_who_is_renamed_beside_a_publication_that_shows_them_waits_for_it(kind, field):
    """It makes sure of them at its commit, when it holds the edition of the site."""
    begin, publish = SHOWN[kind]
    shown = begin()
    publish(shown)

    def rename() -> None:
        with transaction.atomic():
            setattr(shown, field, "anew")
            shown.save()

    with ThreadPoolExecutor() as desk:
        with transaction.atomic():
            publish(shown)
            renamed = desk.submit(in_thread, rename)
            wait_until_someone_waits()
        renamed.result(30)
    shown.refresh_from_db()
    assert getattr(shown, field) == "anew"


@pytest.mark.parametrize("field", ["title", "slug"])
def test_section_that_is_renamed_waits_for_its_stories_before_it_holds_the_edition(field):
    story = make.article("Wall")

    def rename() -> None:
        section = make.section()
        setattr(section, field, "town")
        section.save()

    with ThreadPoolExecutor() as desk:
        with transaction.atomic():
            many_stories.hold([story])
            renamed = desk.submit(in_thread, rename)
            wait_until_someone_waits()
            story.title = "Newer"
            story.save_revision().publish()
        renamed.result(30)
    found = Story.objects.get(pk=story.pk)
    assert (found.title, getattr(found.section, field)) == ("Newer", "town")


def test_story_that_is_unpublished_while_it_is_moved_and_changed_keeps_both():
    story, sport = make.article("Wall", topics=["A"]), make.section("Sport")
    with ThreadPoolExecutor() as desk:
        with transaction.atomic():
            story.move(sport, pos="last-child")
            newer = Story.objects.get(pk=story.pk).specific
            newer.title = "Newer"
            newer.save_revision().publish()
            ended = desk.submit(bulk, "unpublish", story, ending="mistake")
            wait_until_someone_waits()
        assert ended.result(30) == 302
    found = Story.objects.get(pk=story.pk)
    assert (found.live, found.title, found.get_url()) == (False, "Newer", "/sport/wall/")
    assert not any(Page.find_problems())


def test_section_that_is_unpublished_while_a_story_is_added_counts_it():
    section = make.section()
    with ThreadPoolExecutor() as desk:
        with transaction.atomic():
            make.article("Wall", within=section)
            ended = desk.submit(bulk, "unpublish", section)
            wait_until_someone_waits()
        assert ended.result(30) == 302
    assert not any(Page.find_problems())
