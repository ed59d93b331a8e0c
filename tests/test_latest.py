from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import Http404
from django.test import RequestFactory
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles.latest import EPOCH, Latest, Position
from articles.listings import Archive
from articles.models import Topic

from . import factories as make


@pytest.fixture
def archive(db):
    """Stories of many sorts, some of the same instant, some that no reader may see."""
    now = timezone.now()
    writer, show = make.PersonFactory(), make.ShowFactory()
    sport = make.section("Sport")
    for number in range(4):
        make.article(f"Housing {number}", topics=["Housing"], hours_ago=number + 1, by=[writer])
        make.article(f"Both {number}", topics=["Housing", "Flooding"], published_at=now - timedelta(days=1))
        make.video(f"Flood film {number}", topics=["Flooding"], hours_ago=number + 30, within=sport)
        make.episode(f"Episode {number}", topics=["Housing"], hours_ago=number + 2, podcast=show, by=[writer])
    make.article("Draft", topics=["Housing"], live=False)
    make.article("Tomorrow", topics=["Housing"], published_at=now + timedelta(days=1))
    make.advertisement("Buy", topics=["Housing"])
    make.article("Over", topics=["Housing"], expire_at=now - timedelta(minutes=1), by=[writer])
    return {"writer": writer, "show": show, "section": sport}


def every_latest(archive) -> list[Latest]:
    housing, flooding = Topic.objects.get(name="Housing"), Topic.objects.get(name="Flooding")
    return [
        Latest(topics, every, section, person, kinds, show)
        for topics, every in [
            ((), False),
            ((housing,), False),
            ((housing, flooding), False),
            ((housing, flooding), True),
        ]
        for section in (None, archive["section"])
        for person in (None, archive["writer"])
        for kinds in ((), ("video", "podcast"))
        for show in (None, archive["show"])
    ]


def test_every_combination_gives_what_the_definition_gives(archive):
    for latest in every_latest(archive):
        assert [position.pk for position in latest.keys(100)] == [story.pk for story in latest.stories()], latest


def test_walking_down_and_up_again_meets_every_story_once(archive):
    for latest in every_latest(archive):
        everything = latest.keys(100)
        down, position = [], None
        while page := latest.keys(3, before=position) if position else latest.keys(3):
            down += page
            position = page[-1]
        assert down == everything
        up, position = [], everything[-1] if everything else None
        while position and (page := latest.keys(3, after=position)):
            up = page + up
            position = page[0]
        assert up == everything[:-1]


def test_story_published_while_a_reader_pages_neither_repeats_nor_hides_one(archive):
    latest = Latest()
    everything = latest.keys(100)
    first = latest.keys(5)
    make.article("Breaking")
    assert latest.keys(100, before=first[-1]) == everything[5:]


def test_pages_link_onward_by_position_and_back(archive):
    def page(query: str) -> Archive:
        return Archive(Latest(), RequestFactory().get(f"/city/{query}"), per_page=5)

    first = page("?sort=x")
    assert first.number == 1
    assert first.newer_url is None
    second = page(first.older_url.removeprefix("/city/"))
    assert "sort=x" in first.older_url
    assert second.number is None
    assert [s.pk for s in second.cards] == [s.pk for s in page("?page=2").cards]
    again = page(second.newer_url.removeprefix("/city/"))
    assert [s.pk for s in again.cards] == [s.pk for s in first.cards]
    assert [text for text, _url, _current in first.links] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("of", ["everything", "topic", "person", "section", "two topics"])
def test_offset_into_a_stretch_is_that_of_the_list(of, db):
    ines, topics = make.PersonFactory(), [make.TopicFactory(name=name) for name in ("Housing", "Ships")]
    for number in range(7):
        make.article(f"Story {number}", topics=["Housing"], by=[ines], hours_ago=number + 1)
    latest = {
        "everything": Latest(),
        "topic": Latest(tuple(topics[:1])),
        "person": Latest(person=ines),
        "section": Latest(section=make.section()),
        "two topics": Latest(tuple(topics)),
    }[of]
    places = latest.keys(7)
    assert latest.keys(2, offset=3) == places[3:5]
    assert latest.keys(2, offset=1, after=places[-1]) == places[3:5]
    assert latest.keys(9, offset=1, after=places[-1], before=places[1]) == places[2:5]
    assert latest.count(9, after=places[-1], before=places[1]) == 4


def test_page_past_the_end_is_the_last_and_a_position_past_the_end_is_empty(archive):
    last = Archive(Latest(), RequestFactory().get("/", {"page": "999"}), per_page=5)
    assert last.number == 4
    assert last.older_url is None
    empty = Archive(Latest(), RequestFactory().get("/", {"before": str(Position(EPOCH, 1))}), per_page=5)
    assert empty.cards == []
    assert empty.newer_url == "/"


@pytest.mark.parametrize(
    "text",
    [
        *("nonsense", "1-", "-1", "1-2-3", "--1-1", "é-1", "1m3x9f0a2c-7ps'", "A-B"),
        *("9" * 40, "z-" + "z" * 13, "-" + "z" * 11 + "-1"),
    ],
)
def test_tampered_position_is_not_found(text):
    assert Position.parse(text) is None
    with pytest.raises(Http404):
        Archive(Latest(), RequestFactory().get("/", {"before": text}))


@given(
    st.datetimes(max_value=EPOCH.replace(year=6000, tzinfo=None)),
    st.integers(min_value=1, max_value=2**62),
)
def test_position_survives_its_address(moment, pk):
    position = Position(moment.replace(tzinfo=EPOCH.tzinfo), pk)
    assert Position.parse(str(position)) == position
