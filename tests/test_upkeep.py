"""Incremental upkeep equals a rebuild, after any sequence of what editors do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from articles import publishing
from articles.models import ArticlePage, Story, Topic

from . import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NAMES = ["Housing", "Flooding", "Energy", "Rent"]
ACTIONS = [
    "publish",
    "draft",
    "retag",
    "merge",
    "unpublish",
    "move",
    "expire",
    "restrict",
    "lift",
    "advertise",
    "delete",
]
steps = st.lists(
    st.tuples(st.sampled_from(ACTIONS), st.integers(0, 9), st.lists(st.sampled_from(NAMES), unique=True, max_size=3)),
    max_size=10,
)


def act(action: str, number: int, names: list[str]) -> None:
    pages = list(ArticlePage.objects.order_by("pk"))
    page = pages[number % len(pages)] if pages else None
    match action:
        case "publish":
            signed = [make.PersonFactory()] if number % 2 else []
            make.article(f"Story {timezone.now().timestamp()}", topics=names, by=signed)
        case "advertise":
            make.advertisement(f"Buy {timezone.now().timestamp()}", topics=names)
        case "merge" if len(names) > 1:
            first, second = (make.TopicFactory(name=name) for name in names[:2])
            if not (first.canonical_id or second.canonical_id):
                topics_merge(first, second)
        case "restrict":
            PageViewRestriction.objects.create(page=make.section("City"), restriction_type=PageViewRestriction.LOGIN)
        case "lift":
            for restriction in PageViewRestriction.objects.all():
                restriction.delete()
        case "draft" if page:
            page.topics.set(names)
            page.save_revision()
        case "retag" if page:
            page.topics.set(names)
            page.save_revision().publish()
        case "unpublish" if page:
            page.unpublish()
        case "move" if page:
            page.move(make.section("Sport" if number % 2 else "City"), pos="last-child")
        case "expire" if page:
            Story.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
            call_command("publish_scheduled")
        case "delete" if page:
            page.delete()


def topics_merge(first: Topic, second: Topic) -> None:
    first.canonical = second
    first.save()


def test_story_moved_out_of_a_private_section_is_counted(db):
    page = make.article(topics=["Housing"], within=make.section("City"))
    PageViewRestriction.objects.create(page=make.section("City"), restriction_type=PageViewRestriction.LOGIN)
    assert Topic.objects.get().story_count == 0
    page.move(make.section("Sport"), pos="last-child")
    assert Topic.objects.get().story_count == 1
    assert publishing.rebuild() == (0, 0)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_upkeep_equals_a_rebuild(db, taken):
    with transaction.atomic():
        make.section("City")
        for step in taken:
            act(*step)
            assert publishing.rebuild() == (0, 0), step
        transaction.set_rollback(True)
