"""Publication and the schedule."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from django.core.mail import send_mail
from django.db import transaction
from wagtail.models import Page

from articles import publishing, schedule
from articles.models import Publication

from .guard import NO_TRANSACTION, Guard, Unlocked, nothing, replaced, unhooked, yes

SETTLE = publishing.settle


def settle_afterwards(story, before) -> None:
    """When the story is stored, and no longer with it."""
    transaction.on_commit(lambda: transaction.atomic(SETTLE)(story, before))


def number_first(story, event: str, scopes, reason: str = "") -> None:
    """A line before the editions are held, by which others wait."""
    Publication.objects.create(story_uid=story.uid, event=event, url=story.url_path, scopes=["site", *scopes])
    publishing.count_editions(scopes)


def attempt_unsafely(page_id: int, revision_id: int | None) -> bool:
    with transaction.atomic():
        return schedule._change(page_id, revision_id)


def tell_with_headline(failure) -> bool:
    address = f"/admin/pages/{failure.page_id}/edit/"
    send_mail(str(failure.page), address, None, [schedule._scheduled_by(failure).email])
    return True


FROM_A_SNAPSHOT = """
INSERT INTO articles_edition (scope, number, changed_at)
SELECT scope, 1, clock_timestamp() FROM unnest(%s::text[]) WITH ORDINALITY AS scopes (scope, place) ORDER BY place
ON CONFLICT (scope) DO UPDATE
SET number = 1 + coalesce((SELECT number FROM articles_edition AS known WHERE known.scope = excluded.scope), 0)
"""

GUARDS = (
    Guard(
        "whatever is published goes through the log",
        replaced("articles.publishing.settle", nothing),
        (
            "test_publishing.py::test_publishing_dates_topic_rows_counts_topics_and_writes_a_line",
            "test_publishing.py::test_schedule_publishes_through_the_same_door",
        ),
    ),
    Guard(
        "a story and its line of the log are stored together or not at all",
        replaced("articles.publishing.settle", settle_afterwards),
        ("test_cut_off.py::test_editor_whose_session_ends_finds_the_draft_and_publishes_it[log]",),
    ),
    Guard(
        "a story that is deleted is withdrawn",
        replaced("articles.publishing.withdraw", lambda story: frozenset()),
        ("test_publishing.py::test_deletion_is_logged_and_recounts",),
    ),
    Guard(
        "stories of a part of the tree that is closed are withdrawn",
        replaced("articles.many_stories.settle_tree", nothing),
        ("test_publishing.py::test_restriction_hides_topic_rows_and_lifting_it_shows_them_again",),
    ),
    Guard(
        "a story that was saved as a bare page is settled, too",
        replaced("articles.publishing.catch_up", nothing),
        ("test_publishing.py::test_story_that_is_saved_as_a_bare_page_is_settled_too",),
    ),
    Guard(
        "a copy has a date of its own",
        replaced("articles.models.Story.exclude_fields_in_copy", ["uid"]),
        ("test_publishing.py::test_copy_has_an_id_and_a_date_of_its_own",),
    ),
    Guard(
        "a story is saved where it stands now",
        replaced("articles.models.Story.take_place", nothing),
        ("test_addresses.py::test_story_that_was_read_before_it_moved_stays_where_it_moved_to",),
    ),
    Guard(
        "editions count up whoever publishes at the same moment",
        replaced("articles.publishing.COUNT_EDITIONS", FROM_A_SNAPSHOT),
        ("test_faults.py::test_fifty_publications_at_once_keep_editions_and_log_in_order_for_any_reader",),
    ),
    Guard(
        "lines are numbered in the order in which they appear",
        replaced("articles.publishing.log", number_first),
        ("test_faults.py::test_no_line_of_the_log_appears_behind_one_that_was_read",),
    ),
    # The schedule
    Guard(
        "each page is changed on a transaction of its own",
        replaced("articles.schedule.transaction", NO_TRANSACTION),
        ("test_schedule.py::test_failing_story_stops_nobody_and_keeps_its_schedule",),
    ),
    Guard(
        "a page that fails stops no other",
        replaced("articles.schedule.attempt", attempt_unsafely),
        ("test_schedule.py::test_failing_story_stops_nobody_and_keeps_its_schedule",),
        seen_as=RuntimeError,
    ),
    Guard(
        "what failed waits before it is tried again",
        replaced("articles.models.attempts.FIRST_WAIT", timedelta(0)),
        (
            "test_schedule.py::test_failed_story_is_tried_again_after_a_while_and_not_before",
            "test_outbox.py::test_failing_consumer_sees_its_line_again_and_holds_up_no_other",
        ),
    ),
    Guard(
        "what fails is tried every hour at least",
        replaced("articles.models.attempts.LONGEST_WAIT", timedelta(days=1)),
        ("test_schedule.py::test_waiting_grows_up_to_an_hour",),
    ),
    Guard(
        "who scheduled a page is told that it failed",
        replaced("articles.schedule._tell", yes),
        ("test_schedule.py::test_editor_who_scheduled_it_is_told_once_and_no_word_of_the_story_is_mailed",),
        seen_as=ValueError,
    ),
    Guard(
        "no word of a story that failed is mailed",
        replaced("articles.schedule._tell", tell_with_headline),
        ("test_schedule.py::test_editor_who_scheduled_it_is_told_once_and_no_word_of_the_story_is_mailed",),
    ),
    Guard(
        "two workers publish a story once",
        replaced("articles.schedule.Page", SimpleNamespace(objects=Unlocked(Page))),
        ("test_faults.py::test_two_workers_publish_a_story_once",),
    ),
    Guard(
        "aliases wait for their page",
        replaced("articles.models.reading.Reading.update_aliases", Page.update_aliases),
        (
            "test_schedule.py::test_aliases_wait_for_their_page",
            "test_schedule.py::test_alias_of_a_page_about_the_paper_waits_too",
        ),
    ),
    Guard(
        "lateness is named where editors see it",
        unhooked("construct_homepage_panels", "articles.admin.lateness.warn"),
        ("test_lateness.py::test_page_that_is_more_than_a_minute_late_is_named_late",),
    ),
)
