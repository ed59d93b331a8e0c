"""Feeds cost what they show, not what the archive holds: asserted on the plans of PostgreSQL."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Page

from articles import related
from articles.archive.filing import file
from articles.latest import Latest
from articles.listings import PER_PAGE, REACH, Archive
from articles.management.progress import Steps
from articles.models import Byline, Person, SectionPage, Story, StoryTopic, Topic
from articles.story_page import StoryPageFeeds

from .plans import plans, read_whole, rows_read, rows_sorted

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

STORIES = 12_000
GROWING = {"wagtailcore_page", "articles_story", "articles_storytopic", "articles_byline"}
"""The tables that grow with the archive. The others are small here, and may be read whole."""
KEYS = 3 * (REACH + 2) * PER_PAGE
"""Rows behind the keys that are counted for page numbers: of the list, its stories and their pages."""
CARDS = 6 * PER_PAGE
"""Rows behind a page of cards: keys, stories, pages, sections, bylines."""


@pytest.fixture(scope="module", autouse=True)
def archive(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        file(STORIES, None, 3, Steps(io.StringIO(), silent=True), indexed=False)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def hot() -> Topic:
    return Topic.objects.order_by("-story_count")[0]


@pytest.fixture
def story(hot) -> Story:
    """A story about the commonest topic and six others."""
    tagged = StoryTopic.objects.filter(tag=hot, topic_ids__len=7).order_by("-published_at")
    return Story.objects.get(pk=tagged[0].content_object_id)


def cost(do: Callable) -> tuple[int, int]:
    """Rows read of growing tables, and the most rows sorted at once. No growing table may be read whole."""
    explained = plans(do)
    for plan in explained:
        assert not read_whole(plan) & GROWING, plan
    return sum(rows_read(plan, GROWING) for plan in explained), max(rows_sorted(plan) for plan in explained)


def test_ranking_reads_the_newest_rows_of_each_topic_only(story):
    topics = story.topic_list
    read, in_order = cost(lambda: related.ranked(story.pk, topics, 10))
    assert read <= len(topics) * related.NEWEST
    assert in_order <= len(topics) * related.NEWEST


def test_box_with_its_cards_reads_a_bounded_number_of_rows(story):
    def box() -> None:
        for card in StoryPageFeeds(story).more:
            render_to_string("components/card.html", {"story": card, "layout": "standard"})

    read, in_order = cost(box)
    assert read <= len(story.topic_list) * related.NEWEST + 2 * CARDS
    assert in_order <= len(story.topic_list) * related.NEWEST


def test_turns_of_any_list_are_found_without_reading_it(hot):
    """A hundred stories are to run out, and one to begin; the rarest topic has none of them."""
    now = timezone.now()
    newest = Story.objects.latest_stories()[:101]
    Page.objects.filter(pk__in=[story.pk for story in newest[1:]]).update(expire_at=now + timedelta(days=1))
    Story.objects.filter(pk=newest[0].pk).update(published_at=now + timedelta(days=2))
    section, person = SectionPage.objects.get(pk=newest[0].section_id), Person.objects.first()
    rare = Topic.objects.filter(story_count__gt=0).order_by("story_count").first()
    lists = [Latest(), Latest((hot,)), Latest((rare,)), Latest(section=section), Latest(person=person)]
    for latest in [*lists, Latest(kinds=("video",)), Latest(advertisements=True)]:
        read, _in_order = cost(lambda latest=latest: latest.span(now))
        assert read <= 1000, latest


def test_page_of_any_list_reads_what_it_shows_wherever_it_is(hot):
    section = SectionPage.objects.get(pk=Story.objects.latest_stories()[0].section_id)
    person = Person.objects.get(pk=Byline.objects.order_by("-pk")[0].person_id)
    for latest in (
        Latest(),
        Latest((hot,)),
        Latest((hot, Topic.objects.order_by("-story_count")[1])),
        Latest(section=section.pk),
        Latest(person=person),
        Latest(kinds=("video",)),
    ):
        known = latest.keys(500)
        middle, end = known[len(known) // 2], known[-1]
        for asked in ({}, {"page": "9"}, {"before": str(middle)}, {"after": str(end)}):
            archive = Archive(latest, RequestFactory().get("/", asked))
            read, in_order = cost(lambda archive=archive: [archive.cards, archive.older_url])
            numbers = 0 if "before" in asked or "after" in asked else 4 * KEYS * max(1, len(latest.topics))
            assert read <= 2 * CARDS + numbers, (latest, asked, read)
            assert in_order <= KEYS, (latest, asked, in_order)
