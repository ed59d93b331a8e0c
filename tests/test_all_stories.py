"""The editors' list of every story."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Topic

from . import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client) -> Client:
    client.force_login(make.editor())
    return client


def listed(desk: Client, **query) -> set[str]:
    response = desk.get(reverse("stories:index"), query)
    assert response.status_code == 200
    return {story.title for story in response.context["object_list"]}


@pytest.fixture(scope="module")
def paper(rows_of_the_module) -> None:
    city, sport = make.section("City"), make.section("Sport")
    make.article("Tunnel", within=city, topics=["Harbour Tunnel"], hours_ago=100)
    make.video("Wall", within=city, topics=["Flooding"])
    make.episode("Low water", within=sport)
    make.advertisement("Boats", within=sport)
    make.article("Draft", within=sport, topics=["Flooding"], live=False)
    make.article("Embargo", within=city, go_live_at=timezone.now() + timedelta(days=1))
    changed = make.article("Changing", within=city)
    changed.title = "Changed"
    changed.save_revision()


def test_every_kind_and_section_is_listed_with_kind_section_and_dates(desk, paper):
    everything = {"Tunnel", "Wall", "Low water", "Boats", "Draft", "Embargo", "Changing"}
    assert listed(desk) == everything
    page = desk.get(reverse("stories:index")).text
    for shown in ("Advertisement", "Podcast", "Sport", "Scheduled", "Published"):
        assert shown in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind": ["video", "podcast"]}, {"Wall", "Low water"}),
        ({"status": ["draft"]}, {"Draft"}),
        ({"status": ["scheduled", "changed"]}, {"Embargo", "Changing"}),
        ({"status": ["live"], "kind": ["article"]}, {"Tunnel", "Changing"}),
        ({"q": "tunnel"}, {"Tunnel"}),
        ({"q": "tunnel", "kind": ["video"]}, set()),
        ({"q": "wall", "status": ["live"]}, {"Wall"}),
        (
            {"kind": ["nonsense"], "status": ["?"], "topics": ["x"], "section": ["99999"], "published_at_from": "no"},
            None,
        ),
    ],
)
def test_filters_and_search(query, found, desk, paper):
    assert found is None or listed(desk, **query) == found
    assert found is not None or listed(desk, **query)


def test_filters_by_section_topic_and_date(desk, paper):
    assert listed(desk, section=make.section("Sport").pk) == {"Low water", "Boats", "Draft"}
    flooding = Topic.objects.get(name="Flooding")
    assert listed(desk, topics=flooding.pk) == {"Wall", "Draft"}
    assert listed(desk, topics=flooding.pk, q="wall") == {"Wall"}
    day = (timezone.now() - timedelta(hours=100)).date()
    assert listed(desk, published_at_from=day - timedelta(days=1), published_at_to=day) == {"Tunnel"}


@pytest.mark.parametrize(
    "ordering", ["title", "-kind", "published_at", "-latest_revision_created_at", "live", "nonsense"]
)
def test_any_order_is_borne(ordering, desk, paper):
    assert len(listed(desk, ordering=ordering)) == 7


def test_costs_the_same_for_three_and_twelve(desk):
    business = make.section("Business")

    def cost(stories: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert len(listed(desk, section=business.pk)) == stories
        return len(queries)

    for number in range(3):
        make.article(f"Story {number}", within=business)
    listed(desk)
    three = cost(3)
    for number in range(3, 12):
        make.article(f"Story {number}", within=business)
    assert cost(12) == three


def test_buttons_lead_to_a_new_story_of_each_kind(desk):
    city = make.section("City")
    page = desk.get(reverse("stories:index")).text
    for kind in ("articlepage", "videopage", "podcastepisodepage", "sponsoredpage"):
        address = reverse(f"new_{kind}:choose_parent")
        assert address in page
        assert desk.get(address, follow=True).status_code == 200
        assert city.title in desk.post(address, {"parent_page": city.pk}, follow=True).text
