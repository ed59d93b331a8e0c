from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from articles import publishing, topics
from articles.models import Byline, Story, StoryTopic, Topic

from . import factories as make

pytestmark = pytest.mark.django_db


def about(name: str) -> set[str]:
    return {story.title for story in Story.objects.latest_stories(Topic.objects.get(name=name))}


def merge(synonym: str, canonical: str) -> None:
    topic = Topic.objects.get(name=synonym)
    topic.canonical = Topic.objects.get(name=canonical)
    topic.full_clean()
    topic.save()


def test_merge_moves_stories_counts_and_addresses(client):
    make.article("One", topics=["Homes"])
    make.article("Two", topics=["Housing"])
    make.article("Both", topics=["Homes", "Housing", "Rent"])
    merge("Homes", "Housing")
    assert about("Housing") == {"One", "Two", "Both"}
    assert dict(Topic.objects.values_list("name", "story_count")) == {"Homes": 0, "Housing": 3, "Rent": 1}
    assert publishing.rebuild() == (0, 0)
    assert client.get("/topics/homes/")["Location"] == "/topics/housing/"
    assert client.get("/feeds/topics/homes.rss")["Location"] == "/feeds/topics/housing.rss"


def test_draft_that_names_a_synonym_gets_the_canonical_topic_when_it_is_published():
    make.TopicFactory(name="Housing")
    page = make.article("Draft", topics=["Homes"], live=False)
    revision = page.save_revision()
    merge("Homes", "Housing")
    revision.publish()
    assert about("Housing") == {"Draft"}
    assert StoryTopic.objects.count() == 1


def test_two_synonyms_on_one_story_become_one_topic():
    for name in ("Housing", "Homes", "Dwellings"):
        make.TopicFactory(name=name)
    merge("Homes", "Housing")
    merge("Dwellings", "Housing")
    make.article("One", topics=["Homes", "Dwellings"])
    assert list(StoryTopic.objects.values_list("tag__name", flat=True)) == ["Housing"]


def test_synonyms_of_a_merged_topic_follow_it():
    for name in ("Housing", "Homes", "Dwellings"):
        make.TopicFactory(name=name)
    merge("Dwellings", "Homes")
    merge("Homes", "Housing")
    assert set(Topic.objects.get(name="Housing").synonyms.values_list("name", flat=True)) == {"Homes", "Dwellings"}


def test_topic_cannot_be_merged_into_itself_or_into_a_synonym():
    homes, housing = make.TopicFactory(name="Homes"), make.TopicFactory(name="Housing")
    with pytest.raises(ValidationError):
        topics.merge(homes, homes)
    merge("Homes", "Housing")
    housing.refresh_from_db()
    housing.canonical = homes
    with pytest.raises(ValidationError):
        housing.save()
    assert Topic.objects.get(name="Housing").canonical is None


@pytest.mark.parametrize("end", ["merge", "delete"])
def test_topic_of_very_many_stories_is_merged_or_deleted_now_and_its_stories_follow(
    end, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(topics, "AT_ONCE", 2)
    for number in range(5):
        make.article(f"Story {number}", topics=["Homes", "Energy"])
    homes, housing = Topic.objects.get(name="Homes"), make.TopicFactory(name="Housing")
    with django_capture_on_commit_callbacks(execute=True) as followed:
        topics.merge(homes, housing) if end == "merge" else homes.delete()
        names = {"Energy", "Housing"} if end == "merge" else {"Energy"}
        assert {topic.name for topic in Topic.objects.filter(story_count=5)} == names
    assert len(followed) >= 3
    assert publishing.rebuild() == (0, 0)


def test_deleted_topic_leaves_its_stories_in_line():
    make.article("One", topics=["Homes", "Housing"])
    Topic.objects.get(name="Homes").delete()
    assert publishing.rebuild() == (0, 0)
    (row,) = StoryTopic.objects.all()
    assert row.topic_ids == [row.tag_id]


def test_often_with_counts_the_newest_stories():
    make.article("One", topics=["Housing", "Rent", "Courts"])
    make.article("Two", topics=["Housing", "Rent"])
    make.article("Draft", topics=["Housing", "Courts"], live=False)
    make.article("Other", topics=["Courts"])
    assert [topic.name for topic in Topic.objects.get(name="Housing").often_with(1)] == ["Rent"]


def test_topics_of_odd_scripts_and_case_have_a_page(client):
    for number, name in enumerate(["Жильё", "住房", "🏠", "Ü"]):
        make.article(f"Story {number}", topics=[name])
        assert client.get(Topic.objects.get(name=name).get_absolute_url()).status_code == 200
    assert client.get("/topics/no-such-topic/").status_code == 404


def test_check_command_finds_and_repairs_drift(capsys):
    page = make.article(topics=["Housing"], by=[make.PersonFactory()])
    call_command("check_topics")
    StoryTopic.objects.update(published_at=None)
    Byline.objects.update(published_at=None)
    Topic.objects.update(story_count=7)
    with pytest.raises(CommandError, match="2 topic rows, bylines and uses of files, 1 counts"):
        call_command("check_topics")
    call_command("check_topics", repair=True)
    assert publishing.rebuild() == (0, 0)
    assert StoryTopic.objects.get().published_at == page.published_at
