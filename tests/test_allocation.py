from __future__ import annotations

import json

import pytest

from articles.allocation import Slot, allocate
from articles.front_page import FrontPage
from articles.latest import Latest
from articles.models import FrontPick, Topic

from . import factories as make

pytestmark = pytest.mark.django_db


def names(row) -> list[str]:
    return [story.title for story in row]


@pytest.fixture
def stories():
    return [make.article(f"Story {number}", hours_ago=number + 1) for number in range(8)]


def test_earlier_slot_chooses_first(stories):
    newest = Latest()
    filled = allocate([Slot("first", 2, newest), Slot("second", 3, newest)])
    assert names(filled["first"]) == ["Story 0", "Story 1"]
    assert names(filled["second"]) == ["Story 2", "Story 3", "Story 4"]


def test_pick_of_a_later_slot_wins_over_filling_of_an_earlier_one(stories):
    newest = Latest()
    filled = allocate([Slot("first", 2, newest), Slot("second", 2, newest, picks=[stories[0].pk])])
    assert names(filled["first"]) == ["Story 1", "Story 2"]
    assert names(filled["second"]) == ["Story 0", "Story 3"]


def test_what_is_taken_is_left_out_and_hidden_picks_are_passed_over(stories):
    stories[3].unpublish()
    filled = allocate([Slot("only", 3, Latest(), picks=[stories[3].pk])], taken=[stories[0].pk])
    assert names(filled["only"]) == ["Story 1", "Story 2", "Story 4"]


def test_empty_slots_are_empty():
    assert allocate([Slot("none", 3), Slot("some", 2, Latest())]) == {"none": [], "some": []}
    assert allocate([]) == {}


@pytest.mark.parametrize("slots", [2, 12])
def test_cost_does_not_depend_on_the_number_of_slots(slots, stories, django_assert_max_num_queries):
    newest = Latest()
    with django_assert_max_num_queries(5):
        allocate([Slot(str(number), 1, newest) for number in range(slots)])


def test_front_page_leads_with_the_newest_picture_and_shows_nothing_twice(stories):
    make.article("With picture", lead_image=make.ImageFactory(), hours_ago=50)
    for number in range(8, 14):
        make.article(f"Story {number}", hours_ago=number + 1)
    make.article("Sport", within=make.section("Sport"), hours_ago=90)
    front = FrontPage(make.home())
    assert front.lead.title == "With picture"
    shown = [front.lead, *front.top, *front.latest, *(story for zone in front.zones for story in zone.stories)]
    assert len({story.pk for story in shown}) == len(shown) == 16
    assert [zone.title for zone in front.zones] == ["City", "Sport"]


def test_front_page_without_a_picture_shows_its_newest_story(stories):
    front = FrontPage(make.home())
    assert front.lead is None
    assert names(front.picks) == names(front.top) == [f"Story {number}" for number in range(5)]


def test_editors_choose_lead_and_picks(stories):
    home = make.home()
    home.lead = stories[6].story_ptr
    home.picks = [FrontPick(story=stories[5].story_ptr)]
    home.save()
    front = FrontPage(home)
    assert front.lead.title == "Story 6"
    assert names(front.top)[:2] == ["Story 5", "Story 0"]


def test_latest_stories_block_in_a_body_shows_what_stands_nowhere_else_on_the_page(client):
    from articles.story_page import LATEST

    for number in range(LATEST + 3):
        make.article(f"Housing {number}", topics=["Housing"], hours_ago=number + 1)
    make.article("Other", topics=["Energy"], hours_ago=90)
    value = {"title": "On housing", "topics": [Topic.objects.get(name="Housing").pk], "kinds": [], "size": 2}
    block = {"type": "latest_stories", "id": "one", "value": {**value, "layout": "compact"}}
    page = make.article("Here", body=json.dumps([block]))
    shown = client.get(page.url).context["feeds"]
    assert names(shown.blocks["one"]) == [f"Housing {LATEST}", f"Housing {LATEST + 1}"]
    assert not {story.pk for story in shown.blocks["one"]} & {story.pk for story in (*shown.latest, *shown.more)}
    assert "On housing" in client.get(page.url).text
