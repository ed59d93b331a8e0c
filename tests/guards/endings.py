"""How a story ends, and what readers are told of a change."""

from __future__ import annotations

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models import SET_NULL, ProtectedError
from django.utils import timezone
from wagtail.admin.api.views import PagesAdminAPIViewSet

from articles import publishing
from articles.admin.endings import EndingForm
from articles.models import Correction, Story, User

from .guard import Guard, altered, altogether, nothing, replaced, unchanged, unhooked

SHOWN = "test_freshness_of_what_stories_show.py::test_feed_and_markdown_are_new_and_the_log_has_the_story"
SAVE, TELL = Story.save, publishing.tell


def save_as_updated(story: Story, *args, **kwargs) -> None:
    story.updated_at = timezone.now()
    SAVE(story, *args, **kwargs)


def tell_afterwards(*said, **more) -> None:
    """When the change is stored, and no longer with it."""
    transaction.on_commit(lambda: TELL(*said, **more))


def unpublish_unasked(form: EndingForm, by: User) -> int:
    for page in form.pages:
        page.unpublish(user=by)
    return len(form.pages)


def texts_may_be_purged(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Correction._meta.get_field("superseded").remote_field, "on_delete", SET_NULL)


GUARDS = (
    Guard(
        "what is left of a story says how it ended",
        replaced("articles.models.Story.ended", ""),
        (
            "test_endings.py::test_retracted_story_is_gone_and_its_notice_stands_there_and_among_the_corrections",
            "test_endings.py::test_story_that_is_out_of_date_says_since_when",
            "test_endings.py::test_advertisement_has_ended_with_its_campaign",
        ),
    ),
    Guard(
        "who unpublishes a story says why",
        altogether(
            replaced("articles.admin.endings.EndingForm.add_error", nothing),
            replaced("articles.admin.endings.EndingForm.unpublish", unpublish_unasked),
        ),
        ("test_endings.py::test_stories_end_by_no_form_without_a_reason",),
    ),
    Guard(
        "no page ends by a request that asks for nothing",
        replaced("articles.admin.desk_api.Pages.actions", PagesAdminAPIViewSet.actions),
        ("test_endings.py::test_pages_end_by_no_request_that_asks_for_nothing",),
    ),
    Guard(
        "nothing ends twice",
        replaced("articles.endings.held", unchanged),
        ("test_endings.py::test_second_press_of_the_button_ends_nothing_twice",),
    ),
    Guard(
        "what has moved sends readers on",
        replaced("articles.endings._send_on", nothing),
        ("test_endings.py::test_moved_story_sends_readers_on_from_all_its_addresses",),
    ),
    Guard(
        "who leads to a story hears of its end",
        replaced("articles.many_stories.tell_of_links", nothing),
        (
            f"{SHOWN}[linked_story_unpublished]",
            f"{SHOWN}[linked_story_deleted]",
            f"{SHOWN}[section_of_linked_story_made_private]",
        ),
    ),
    Guard(
        "feeds say what has ended",
        replaced("articles.feeds.document.tombstones", lambda path: []),
        ("test_feed_formats.py::test_story_that_ended_leaves_a_tombstone_without_a_word_of_it",),
    ),
    # Corrections
    Guard(
        "who changes what is live says enough of the change",
        replaced("articles.admin.forms.StoryForm.check_change", nothing),
        (
            "test_corrections.py::test_change_that_says_too_little_is_not_published[fields0-wrong0]",
            "test_corrections.py::test_change_that_says_too_little_is_not_published[fields1-wrong1]",
            "test_corrections.py::test_change_that_says_too_little_is_not_published[fields2-wrong2]",
            "test_corrections.py::test_correction_of_a_text_that_is_not_public_yet_is_not_printed",
        ),
    ),
    Guard(
        "a correction is stored with the change that it tells of",
        replaced("articles.publishing.tell", tell_afterwards),
        ("test_corrections.py::test_correction_stands_though_what_follows_the_publication_fails",),
        seen_as=ObjectDoesNotExist,
    ),
    Guard(
        "a story is updated by a change of substance alone",
        replaced("articles.models.Story.save", save_as_updated),
        ("test_corrections.py::test_small_fix_tells_readers_nothing",),
    ),
    Guard(
        "no revision brings back what belongs to the row",
        replaced("articles.models.Story.kept_from_the_database", ()),
        ("test_corrections.py::test_draft_from_before_an_update_takes_its_date_from_no_story",),
    ),
    Guard(
        "the text before a correction is not purged",
        altogether(texts_may_be_purged, altered("articles_correction", "DISABLE TRIGGER correction_keeps_its_text")),
        ("test_corrections.py::test_text_before_a_correction_survives_the_purge_of_revisions",),
    ),
    Guard(
        "what was corrected is not deleted",
        unhooked("before_delete_page", "articles.admin.corrections.keep_what_was_corrected"),
        ("test_corrections.py::test_corrected_story_is_not_deleted_and_its_section_neither",),
        seen_as=ProtectedError,
    ),
    Guard(
        "what was corrected is not deleted with others",
        unhooked("before_bulk_action", "articles.admin.corrections.keep_what_was_corrected_in_bulk"),
        ("test_corrections.py::test_corrected_stories_are_not_deleted_many_at_once",),
        seen_as=ProtectedError,
    ),
    Guard(
        "of a retracted story its notice alone is listed",
        replaced("articles.querysets.CorrectionQuerySet.listed", lambda made: made.order_by("-made_at")),
        ("test_endings.py::test_other_corrections_of_a_retracted_story_go_with_it",),
    ),
)
