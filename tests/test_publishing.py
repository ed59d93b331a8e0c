from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.search.models import IndexEntry

from articles.models import Edition, Publication, SponsoredPage, Story, StoryTopic, Topic

from . import factories as make

pytestmark = pytest.mark.django_db


def events(story) -> list[str]:
    return list(Publication.objects.filter(story_uid=story.uid).order_by("id").values_list("event", flat=True))


def edition(scope: str) -> int:
    return getattr(Edition.objects.filter(scope=scope).first(), "number", 0)


def dates(story) -> set:
    return set(StoryTopic.objects.filter(content_object=story.pk).values_list("published_at", flat=True))


def test_draft_dates_no_topic_row_and_writes_no_line():
    page = make.article(topics=["Housing"], live=False)
    assert dates(page) == {None}
    assert events(page) == []
    assert Topic.objects.get().story_count == 0


def test_publishing_dates_topic_rows_counts_topics_and_writes_a_line():
    page = make.article(topics=["Housing", "Flooding"])
    ids = sorted(Topic.objects.values_list("pk", flat=True))
    assert dates(page) == {page.published_at}
    assert [row.topic_ids for row in StoryTopic.objects.all()] == [ids, ids]
    assert set(Topic.objects.values_list("story_count", flat=True)) == {1}
    assert events(page) == ["published"]


def test_scheduling_is_not_publishing():
    page = make.article(topics=["Housing"], go_live_at=timezone.now() + timedelta(hours=1))
    assert page.published_at is None
    assert events(page) == []
    assert dates(page) == {None}


def test_schedule_publishes_through_the_same_door(time_machine):
    page = make.article(topics=["Housing"], go_live_at=timezone.now() + timedelta(hours=1))
    time_machine.move_to(timezone.now() + timedelta(hours=2))
    call_command("publish_scheduled")
    page.refresh_from_db()
    assert page.live
    assert dates(page) == {page.published_at}
    assert events(page) == ["published"]


def test_published_at_survives_later_revisions_and_republication():
    page = make.article(hours_ago=48)
    first = page.published_at
    page.title = "Changed"
    page.save_revision().publish()
    page.unpublish()
    page = Story.objects.get(pk=page.pk).specific
    page.save_revision().publish()
    assert Story.objects.get(pk=page.pk).published_at == first
    assert events(page) == ["published", "changed", "withdrawn", "published"]


def test_unpublishing_empties_topic_rows():
    page = make.article(topics=["Housing"])
    page.unpublish()
    assert dates(page) == {None}
    assert Topic.objects.get().story_count == 0


def test_saving_a_draft_of_a_live_story_changes_nothing_public():
    page = make.article(topics=["Housing"])
    before = edition("latest"), events(page)
    page.title = "Not yet"
    page.topics.set(["Flooding"])
    page.save_revision()
    assert (edition("latest"), events(page)) == before
    assert list(StoryTopic.objects.values_list("tag__name", flat=True)) == ["Housing"]


def test_editions_of_every_scope_count_up():
    writer = make.PersonFactory(slug="ines")
    page = make.article(topics=["Housing"], by=[writer])
    scopes = ["site", "latest", "kinds/articles", "sections/city", "topics/housing", "people/ines"]
    assert [edition(scope) for scope in scopes] == [1] * 6
    page.topics.set([make.TopicFactory(name="Flooding")])
    page.save_revision().publish()
    assert edition("topics/housing") == 2
    assert edition("topics/flooding") == 1
    assert edition("latest") == 2


def test_advertisement_touches_no_editorial_scope():
    make.advertisement(topics=["Housing"])
    assert edition("site") == 1
    assert edition("latest") == edition("topics/housing") == 0


def test_move_changes_section_and_both_editions():
    page = make.article(within=make.section("City"))
    page.move(make.section("Sport"), pos="last-child")
    page = Story.objects.get(pk=page.pk)
    assert page.section.slug == "sport"
    assert edition("sections/city") == 2
    assert edition("sections/sport") == 1


def test_restriction_hides_topic_rows_and_lifting_it_shows_them_again():
    page = make.article(topics=["Housing"])
    restriction = PageViewRestriction.objects.create(page=page.section, restriction_type=PageViewRestriction.LOGIN)
    assert dates(page) == {None}
    assert Topic.objects.get().story_count == 0
    restriction.delete()
    assert dates(page) == {page.published_at}
    assert Topic.objects.get().story_count == 1


def test_story_that_is_saved_as_a_bare_page_is_settled_too():
    page = make.article(topics=["Housing"])
    Page.objects.get(pk=page.pk).unpublish()
    assert events(page) == ["published", "withdrawn"]
    assert dates(page) == {None}


def test_deletion_is_logged_and_recounts():
    page = make.article(topics=["Housing"])
    page.delete()
    assert events(page) == ["published", "withdrawn"]
    assert Topic.objects.get().story_count == 0
    assert edition("topics/housing") == 2


def test_failed_publication_leaves_nothing_behind(monkeypatch):
    page = make.article(topics=["Housing"], live=False)
    monkeypatch.setattr("articles.publishing.count_editions", lambda scopes: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        page.save_revision().publish()
    assert not Story.objects.get(pk=page.pk).live
    assert events(page) == []
    assert dates(page) == {None}


def test_copy_has_an_id_and_a_date_of_its_own():
    page = make.article("Original")
    copy = page.copy(update_attrs={"slug": "copy", "title": "Copy"}, keep_live=False)
    assert copy.uid != page.uid
    assert copy.published_at is None
    copy.save_revision().publish()
    copy = Story.objects.get(pk=copy.pk)
    assert copy.uid != page.uid
    assert copy.published_at is not None


def test_kind_and_section_are_kept_by_the_model():
    page = make.video(within=make.section("Sport"))
    assert (page.kind, page.section.slug) == ("video", "sport")


def test_raw_sql_cannot_make_an_unlabelled_advertisement():
    page = make.advertisement()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE articles_sponsoredpage SET label = '' WHERE story_ptr_id = %s", [page.pk])
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE articles_sponsoredpage SET sponsor_id = NULL WHERE story_ptr_id = %s", [page.pk])
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE articles_sponsor SET name = ' '")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_story SET kind = 'sponsored' WHERE page_ptr_id = {article}",
        "UPDATE articles_story SET kind = 'article' WHERE page_ptr_id = {advertisement}",
        "DELETE FROM articles_sponsoredpage WHERE story_ptr_id = {advertisement}",
        "UPDATE articles_sponsoredpage SET story_ptr_id = {article} WHERE story_ptr_id = {advertisement}",
        "INSERT INTO articles_story SELECT (jsonb_populate_record(sold, jsonb_build_object("
        "'page_ptr_id', {section}, 'uid', gen_random_uuid()))).* FROM articles_story AS sold"
        " WHERE page_ptr_id = {advertisement}",
    ],
    ids=["made one", "unmade", "deleted", "moved", "inserted"],
)
def test_raw_sql_cannot_take_an_advertisement_from_its_label(statement):
    named = {"article": make.article(), "advertisement": make.advertisement(), "section": make.section()}
    at_once = "SET CONSTRAINTS story_is_labelled, story_keeps_its_kind, label_is_not_removed IMMEDIATE; "
    with pytest.raises(IntegrityError, match="without sponsor and label"), transaction.atomic():
        connection.cursor().execute(at_once + statement.format(**{name: page.pk for name, page in named.items()}))


def test_campaign_that_ends_before_it_starts_is_refused():
    now = timezone.now()
    page = make.advertisement()
    with pytest.raises(IntegrityError), transaction.atomic():
        SponsoredPage.objects.filter(pk=page.pk).update(campaign_start=now, campaign_end=now)


def test_publishing_indexes_a_story_once_and_reads_no_average_for_it():
    draft = make.article("Harbour wall", live=False).save_revision()
    make.article("First, of which the average is read")
    with CaptureQueriesContext(connection) as queries:
        draft.publish()
    statements = [query["sql"] for query in queries if "wagtailsearch_indexentry" in query["sql"]]
    assert len([sql for sql in statements if "INSERT" in sql]) == 1
    assert not [sql for sql in statements if "AVG" in sql]


def test_deleted_story_leaves_the_search_index():
    page = make.article()
    assert IndexEntry.objects.filter(object_id=str(page.pk)).exists()
    page.delete()
    assert not IndexEntry.objects.filter(object_id=str(page.pk)).exists()
