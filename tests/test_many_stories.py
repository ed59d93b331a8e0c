"""What changes many stories at once leaves a line of the log for each, and counts their lists' editions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import many_stories, publishing
from articles.models import Edition, Publication, Topic

from . import factories as make
from .test_private_pages import restrict

pytestmark = pytest.mark.django_db


def events(story) -> list[str]:
    return list(Publication.objects.filter(story_uid=story.uid).order_by("pk").values_list("event", flat=True))


def lines_since(before: int) -> dict[str, Publication]:
    """By address."""
    return {line.url: line for line in Publication.objects.filter(pk__gt=before)}


def last_line() -> int:
    return Publication.objects.order_by("pk").last().pk


# A section made private


def test_stories_of_a_section_made_private_are_withdrawn_and_published_when_it_opens():
    story = make.article("Here", slug="fähre", topics=["Housing"], by=[make.PersonFactory(slug="ines")])
    buy, elsewhere = make.advertisement("Buy"), make.article("Elsewhere", within=make.section("Sport"))
    restriction = restrict(story.section)
    withdrawn = Publication.objects.filter(story_uid=story.uid).first()
    assert withdrawn.event == "withdrawn"
    assert withdrawn.url == story.get_url()
    assert withdrawn.scopes == ["kinds/articles", "latest", "people/ines", "sections/city", "site", "topics/housing"]
    assert Publication.objects.filter(story_uid=buy.uid).first().scopes == ["site"]
    restriction.delete()
    assert events(story) == events(buy) == ["published", "withdrawn", "published"]
    assert events(elsewhere) == ["published"]
    assert publishing.rebuild() == (0, 0)


def test_what_was_never_public_is_not_named_by_the_log():
    section = make.section()
    draft = make.article("Draft", live=False)
    embargoed = make.article("Embargoed", go_live_at=timezone.now() + timedelta(hours=1))
    first = restrict(section)
    inside = make.article("Published inside")
    second = restrict(make.home())
    assert not Publication.objects.exists()
    first.delete()
    assert not Publication.objects.exists(), "the front page is private still"
    second.delete()
    assert [events(story) for story in (draft, embargoed, inside)] == [[], [], ["published"]]


def test_story_withdrawn_by_its_section_is_not_withdrawn_again():
    story = make.article()
    restrict(story.section)
    type(story).objects.get(pk=story.pk).unpublish()
    assert events(story) == ["published", "withdrawn"]


def test_editions_are_counted_before_the_lines_of_a_section_are_written():
    story = make.article()
    with CaptureQueriesContext(connection) as queries:
        restrict(story.section)
    written = [query["sql"] for query in queries if query["sql"].startswith("INSERT") or "INSERT INTO" in query["sql"]]
    tables = [table for sql in written for table in ("articles_edition", "articles_publication") if table in sql]
    assert tables == ["articles_edition", "articles_publication"]


def test_making_a_section_private_costs_the_same_for_3_and_for_12():
    def cost(number: int) -> int:
        section = make.section(f"Of {number}", slug=f"of-{number}")
        for one in range(number):
            make.article(f"Story {one}", within=section, topics=[f"Topic {one}"], by=[make.PersonFactory()])
        with CaptureQueriesContext(connection) as queries:
            restrict(section)
        return len(queries)

    assert cost(3) == cost(12)


# A name that stories show


def rename(named) -> None:
    named.name = "Ships & boats"
    named.save()


@pytest.mark.parametrize("shown", ["topic", "person"])
def test_stories_that_show_a_new_name_are_logged_as_changed(shown):
    person = make.PersonFactory(slug="ines")
    story = make.article(topics=["Boats"], by=[person])
    make.article("Of another", topics=["Trams"])
    draft = make.article("Draft", topics=["Boats"], by=[person], live=False)
    before, editions = last_line(), Edition.objects.in_bulk()
    rename(Topic.objects.get(name="Boats") if shown == "topic" else person)
    lines = lines_since(before)
    assert set(lines) == {story.get_url()}
    line = lines[story.get_url()]
    assert line.event == "changed"
    assert {"site", "latest", "sections/city", "topics/boats", "people/ines"} <= set(line.scopes)
    assert events(draft) == []
    for scope in line.scopes:
        assert Edition.objects.get(scope=scope).number > editions[scope].number


def test_saving_a_name_as_it_was_logs_nothing():
    person = make.PersonFactory()
    make.article(by=[person], topics=["Boats"])
    before = last_line()
    person.save()
    Topic.objects.get().save()
    assert lines_since(before) == {}


def test_stories_of_a_merged_topic_are_logged_as_changed_in_both_topics_lists():
    story = make.article(topics=["Boats"])
    into = make.TopicFactory(name="Ships")
    before = last_line()
    boats = Topic.objects.get(name="Boats")
    boats.canonical = into
    boats.save()
    assert {"topics/boats", "topics/ships"} <= set(lines_since(before)[story.get_url()].scopes)


def test_stories_of_a_deleted_topic_are_logged_as_changed_in_its_list():
    story = make.article(topics=["Boats"])
    before = last_line()
    Topic.objects.get().delete()
    line = lines_since(before)[story.get_url()]
    assert (line.event, "topics/boats" in line.scopes) == ("changed", True)


def test_of_very_many_stories_the_newest_are_logged(monkeypatch):
    monkeypatch.setattr(many_stories, "MOST_TOLD_OF", 2)
    stories = [make.article(f"Story {hours}", topics=["Boats"], hours_ago=hours) for hours in (3, 1, 2)]
    before = last_line()
    rename(Topic.objects.get())
    assert set(lines_since(before)) == {story.get_url() for story in stories[1:]}
