from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import Story, Topic

from . import factories as make

pytestmark = pytest.mark.django_db


def titles(stories) -> list[str]:
    return [story.title for story in stories]


def test_published_story_is_in_latest():
    make.article("Out")
    assert titles(Story.objects.latest_stories()) == ["Out"]


def test_draft_is_not_published():
    make.article("Draft", live=False)
    assert titles(Story.objects.published()) == []


def test_scheduled_story_is_not_published():
    make.article("Later", go_live_at=timezone.now() + timedelta(hours=2))
    assert titles(Story.objects.published()) == []


def test_future_dated_story_is_not_in_latest():
    make.article("Tomorrow", published_at=timezone.now() + timedelta(days=1))
    assert titles(Story.objects.latest_stories()) == []


def test_published_asks_for_a_moment():
    make.article("Tomorrow", published_at=timezone.now() + timedelta(days=1))
    assert titles(Story.objects.published(at=timezone.now() + timedelta(days=2))) == ["Tomorrow"]


def test_expired_story_is_not_published_even_before_the_schedule_ran():
    page = make.article("Over")
    Story.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    assert titles(Story.objects.published()) == []


def test_unpublished_story_is_not_published():
    page = make.article("Withdrawn")
    page.unpublish()
    assert titles(Story.objects.published()) == []


@pytest.mark.parametrize("restricted", ["story", "section", "home"])
def test_story_in_a_private_part_of_the_tree_is_not_published(restricted):
    page = make.article("Secret", topics=["Tunnels"])
    page_to_restrict = {"story": page, "section": page.section, "home": make.home()}[restricted]
    PageViewRestriction.objects.create(page=page_to_restrict, restriction_type=PageViewRestriction.LOGIN)
    assert titles(Story.objects.published()) == []
    assert titles(Story.objects.latest_stories(Topic.objects.get())) == []


def test_private_section_hides_no_story_of_another():
    make.article("Open", within=make.section("City"))
    PageViewRestriction.objects.create(page=make.section("Sport"), restriction_type=PageViewRestriction.LOGIN)
    assert titles(Story.objects.published()) == ["Open"]


def test_alias_is_not_listed_beside_its_source():
    source = make.article("Once")
    source.create_alias(parent=make.section("Sport"))
    assert titles(Story.objects.published()) == ["Once"]


def test_advertisement_is_published_but_not_editorial():
    make.advertisement("Buy")
    assert titles(Story.objects.published()) == ["Buy"]
    assert titles(Story.objects.latest_stories()) == []


@pytest.mark.parametrize(("start", "end"), [(1, 2), (-2, -1)])
def test_advertisement_outside_its_campaign_is_not_published(start, end):
    now = timezone.now()
    make.advertisement("Buy", campaign_start=now + timedelta(days=start), campaign_end=now + timedelta(days=end))
    assert titles(Story.objects.published()) == []


def test_latest_is_newest_first():
    make.article("Old", hours_ago=5)
    make.article("New", hours_ago=1)
    make.article("Middle", hours_ago=3)
    assert titles(Story.objects.latest_stories()) == ["New", "Middle", "Old"]


def test_in_section_leaves_other_sections_out():
    make.article("Here", within=make.section("City"))
    make.article("There", within=make.section("Sport"))
    assert titles(Story.objects.published().in_section(make.section("City"))) == ["Here"]


def test_of_kind():
    make.article("Read")
    make.video("Watch")
    make.episode("Hear")
    assert titles(Story.objects.published().of_kind("video")) == ["Watch"]
    assert set(titles(Story.objects.published().of_kind("video", "podcast"))) == {"Watch", "Hear"}


def test_by_person_in_any_place_of_the_byline_once():
    first, second = make.PersonFactory(), make.PersonFactory()
    make.article("Both", by=[first, second])
    make.article("Other", by=[first])
    assert titles(Story.objects.published().by(second)) == ["Both"]


def test_about_any_and_about_all():
    make.article("Both", topics=["Housing", "Flooding"], hours_ago=1)
    make.article("One", topics=["Housing"], hours_ago=2)
    make.article("None", hours_ago=3)
    housing, flooding = Topic.objects.get(name="Housing"), Topic.objects.get(name="Flooding")
    assert titles(Story.objects.latest_stories(housing, flooding)) == ["Both", "One"]
    assert titles(Story.objects.latest_stories().about_all(housing, flooding)) == ["Both"]
    assert titles(Story.objects.latest_stories()) == ["Both", "One", "None"]


def test_in_order_keeps_the_order_and_leaves_out_what_is_missing():
    first, second = make.article("First"), make.article("Second")
    assert Story.objects.in_order([second.pk, 999_999, first.pk]) == [second.story_ptr, first.story_ptr]
    assert Story.objects.in_order([]) == []
