"""Topics merged by two editors at the same moment."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from articles import publishing, topics
from articles.models import Publication, Story, StoryTopic, Topic

from . import factories as make
from .test_faults import in_thread

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*pairs: tuple[str, str], by_form: bool = False) -> list[ValidationError | None]:
    """Merge the first of each pair into the second, all at one moment; what each editor is told."""
    start = Barrier(len(pairs), timeout=10)

    def merge(synonym: str, canonical: str) -> ValidationError | None:
        try:
            topic, into = Topic.objects.get(name=synonym), Topic.objects.get(name=canonical)
            topic.canonical = into
            start.wait()
            topic.save() if by_form else topics.merge(topic, into)
        except ValidationError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor() as editors:
        return list(editors.map(merge, *zip(*pairs, strict=True)))


@pytest.mark.parametrize("by_form", [False, True])
def test_merging_two_topics_into_each_other_merges_one(by_form):
    make.article("One", topics=["A", "B"])
    make.article("Two", topics=["A"])
    make.article("Three", topics=["B"])
    told = at_once(("A", "B"), ("B", "A"), by_form=by_form)
    assert told.count(None) == 1
    left = Topic.objects.get(canonical=None)
    assert Topic.objects.get(canonical=left) != left
    assert left.story_count == Story.objects.latest_stories(left).count() == 3
    assert publishing.rebuild() == (0, 0)


@pytest.mark.parametrize("by_form", [False, True])
def test_merging_into_a_topic_that_is_being_merged_loses_no_story(by_form):
    make.article("One", topics=["A"])
    make.article("Two", topics=["B"])
    make.article("Three", topics=["C"])
    told = at_once(("A", "B"), ("B", "C"), by_form=by_form)
    assert told[1] is None
    named = dict(Topic.objects.values_list("name", "canonical__name"))
    assert named == {"A": None if told[0] else "C", "B": "C", "C": None}
    counts = dict(Topic.objects.values_list("name", "story_count"))
    assert counts == ({"A": 1, "B": 0, "C": 2} if told[0] else {"A": 0, "B": 0, "C": 3})
    assert StoryTopic.objects.count() == 3
    assert publishing.rebuild() == (0, 0)


def test_story_saved_while_its_topic_is_being_merged_ends_under_the_other():
    page = make.article("Here", live=False)
    into, synonym = (make.TopicFactory(name=name) for name in ("A", "B"))

    def publish() -> None:
        page.topics.set(["B"])
        page.live = True
        page.save()
        connection.close()

    with ThreadPoolExecutor() as desk:
        with transaction.atomic():
            topics.merge(synonym, into)
            saved = desk.submit(publish)
            wait_until_someone_waits()
        saved.result(timeout=20)
    assert StoryTopic.objects.get().tag == into
    assert Topic.objects.get(pk=into.pk).story_count == 1
    assert publishing.rebuild() == (0, 0)


def test_story_that_is_moved_while_its_topic_is_being_merged_is_news_to_the_other():
    story, sport = make.article("Here", topics=["B"]), make.section("Sport")
    into, synonym = make.TopicFactory(name="A"), Topic.objects.get(name="B")

    def move() -> None:
        story.move(sport, pos="last-child")

    with ThreadPoolExecutor() as desk:
        with transaction.atomic():
            topics.merge(synonym, into)
            moved = desk.submit(in_thread, move)
            wait_until_someone_waits()
        moved.result(timeout=20)
    last = Publication.objects.filter(story_uid=story.uid).first()
    assert {"sections/city", "sections/sport", "topics/a"} <= {*last.scopes}
    assert "topics/b" not in last.scopes
    assert publishing.rebuild() == (0, 0)


def wait_until_someone_waits() -> None:
    with connection.cursor() as cursor:
        for _attempt in range(200):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
            time.sleep(0.05)
    raise AssertionError("Nobody waited for the merge.")
