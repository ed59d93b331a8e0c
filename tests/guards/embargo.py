"""What is not public, on every surface; and who sees it by a review link."""

from __future__ import annotations

from django.db.models import OuterRef, Q
from django.http import HttpRequest, HttpResponse

from articles.models import ReviewLink, Story
from articles.review import HEADERS

from .guard import Guard, altogether, any_story_in, no, nothing, replaced, unchanged, yes


def of_any_date(at) -> Q:
    return Q()


def row_of_any_story(story: str):
    return Story.objects.filter(pk=OuterRef(story))


def show_unmarked(request: HttpRequest, link: ReviewLink) -> HttpResponse:
    story = link.story_as_shared
    return story.serve_preview(request, story.default_preview_mode).render()


QUERYSETS = "articles.querysets"
LATEST = altogether(any_story_in("articles.latest"), replaced("articles.latest.current", of_any_date))

GUARDS = (
    # Lists
    Guard(
        "lists hold what is live, open to all and no alias",
        replaced(f"{QUERYSETS}.StoryQuerySet.listable", unchanged),
        (
            "test_querysets.py::test_unpublished_story_is_not_published",
            "test_querysets.py::test_story_in_a_private_part_of_the_tree_is_not_published",
            "test_querysets.py::test_alias_is_not_listed_beside_its_source",
        ),
    ),
    Guard(
        "lists hold what is dated in the past and not over",
        replaced(f"{QUERYSETS}.current", of_any_date),
        (
            "test_querysets.py::test_future_dated_story_is_not_in_latest",
            "test_querysets.py::test_expired_story_is_not_published_even_before_the_schedule_ran",
            "test_querysets.py::test_advertisement_outside_its_campaign_is_not_published",
        ),
    ),
    Guard(
        "Latest Stories asks whether a story is public",
        LATEST,
        (
            "test_private_pages.py::test_private_story_is_in_no_list[/]",
            "test_private_pages.py::test_private_story_is_in_no_list[/city/]",
        ),
    ),
    Guard(
        "feeds ask whether a story is public",
        altogether(LATEST, replaced(f"{QUERYSETS}.StoryQuerySet.published", unchanged)),
        ("test_private_pages.py::test_private_story_is_in_no_list[/feeds/latest.rss]",),
    ),
    Guard(
        "rows of topics are dated for public stories alone",
        replaced("articles.dating._listed", row_of_any_story),
        (
            "test_publishing.py::test_unpublishing_empties_topic_rows",
            "test_publishing.py::test_restriction_hides_topic_rows_and_lifting_it_shows_them_again",
        ),
    ),
    Guard(
        "a topic that only drafts are about has no page, and leads to none",
        replaced("articles.models.Topic.is_public", True),
        ("test_embargo.py::test_former_address_does_not_tell_what_a_topic_of_drafts_is_called_now",),
    ),
    Guard(
        "topics of drafts are not listed",
        replaced(f"{QUERYSETS}.TopicQuerySet.listed", unchanged),
        ("test_embargo.py::test_no_page_holds_a_word_of_it[draft]",),
    ),
    Guard(
        "a podcast that has not begun is nowhere",
        replaced(f"{QUERYSETS}.ShowQuerySet.listed", unchanged),
        ("test_embargo.py::test_podcast_is_there_once_an_episode_is",),
    ),
    Guard(
        "a private section is named nowhere",
        replaced(f"{QUERYSETS}.OpenPageQuerySet.open_to_all", lambda pages: pages.filter(live=True)),
        (
            "test_private_pages.py::test_private_section_is_named_nowhere",
            "test_embargo.py::test_former_address_does_not_tell_what_a_private_section_is_called_now",
            "test_partner_feeds.py::test_private_section_is_in_no_feed",
        ),
    ),
    Guard(
        "search asks whether a story is public",
        any_story_in("articles.search"),
        ("test_search.py::test_what_is_not_public_is_not_found",),
    ),
    Guard(
        "boxes in a body ask whether a story is public",
        any_story_in("articles.allocation"),
        ("test_blocks.py::test_unpublished_story_is_not_shown_inside_another",),
    ),
    Guard(
        "links in prose lead to what is current",
        replaced(f"{QUERYSETS}.StoryQuerySet.published", unchanged),
        ("test_prose_links.py::test_no_link_leads_to_a_story_that_is_live_and_not_current",),
    ),
    Guard(
        "sitemaps ask whether a story is public",
        any_story_in("articles.sitemaps.months"),
        (
            "test_sitemaps.py::test_nothing_else_is_there[over]",
            "test_sitemaps.py::test_nothing_else_is_there[alone]",
            "test_sitemaps.py::test_nothing_else_is_there[secret]",
        ),
    ),
    Guard(
        "the news sitemap asks whether a story is public",
        any_story_in("articles.sitemaps.stories"),
        (
            "test_sitemaps.py::test_nothing_else_is_there[over]",
            "test_sitemaps.py::test_nothing_else_is_there[secret]",
        ),
    ),
    # What belongs to one story
    Guard(
        "a page asks whether its story is current",
        replaced("articles.publishing.is_current", yes),
        (
            "test_review_links.py::test_link_does_not_open_the_story_itself",
            "test_schedule.py::test_aliases_wait_for_their_page",
            "test_endings.py::test_draft_that_was_to_end_yesterday_is_no_page",
        ),
    ),
    Guard(
        "Markdown asks whether its story is public",
        any_story_in("articles.markdown"),
        (
            "test_markdown.py::test_it_ends_with_its_story[expire-410]",
            "test_markdown.py::test_it_ends_with_its_story[close-404]",
        ),
    ),
    Guard(
        "the API asks whether a story is public",
        any_story_in("articles.api.stories"),
        ("test_api.py::test_story_that_strangers_may_not_read_is_not_found",),
    ),
    Guard(
        "captions and chapters ask whether their story is public",
        any_story_in("articles.timed_text"),
        ("test_podcast_feed.py::test_nothing_of_an_episode_that_is_not_public_leaves",),
    ),
    Guard(
        "drawn pictures of link previews ask whether their story is public",
        any_story_in("articles.share_images"),
        (
            "test_share_images.py::test_picture_of_a_story_that_is_not_public_is_404_even_to_who_has_it[unpublish]",
            "test_share_images.py::test_picture_of_a_story_that_is_not_public_is_404_even_to_who_has_it[close]",
        ),
    ),
    Guard(
        "no redirect leads to what whoever asks may not open",
        replaced("articles.addresses.is_open", yes),
        (
            "test_markdown.py::test_markdown_is_not_sent_on_to_a_page_that_whoever_asks_may_not_open",
            "test_private_pages.py::test_redirect_does_not_tell_what_a_private_story_is_called",
        ),
    ),
    # Files
    Guard(
        "a picture is as private as what shows it",
        replaced("articles.files.public", unchanged),
        (
            "test_private_files.py::test_picture_is_public_with_its_story_and_private_again_when_it_is_withdrawn",
            "test_private_files.py::test_picture_that_nothing_shows_is_private",
        ),
    ),
    Guard(
        "a private picture is shown to those who may see it",
        replaced("articles.files.shown_to", yes),
        (
            "test_private_files.py::test_reader_who_is_logged_in_sees_no_private_picture",
            "test_review_links.py::test_pictures_of_the_draft_are_shown_only_to_who_came_by_the_link",
        ),
    ),
    Guard(
        "no cache keeps a private picture",
        replaced("newsroom.delivery.media._kept_nowhere", unchanged),
        ("test_private_files.py::test_editors_see_private_pictures_and_no_cache_keeps_them",),
        seen_as=KeyError,
    ),
    Guard(
        "uses of pictures are dated for public stories alone",
        replaced("articles.files.note", nothing),
        ("test_private_files.py::test_picture_that_a_live_story_no_longer_shows_is_private_again",),
    ),
    # What leaves by itself
    Guard(
        "what was told holds till the clock changes it",
        replaced("articles.editions._is_over", no),
        tuple(
            f"test_by_the_clock.py::test_story_that_{turns}[{path}]"
            for turns in ("runs_out_is_news", "is_dated_ahead_is_news_at_its_time")
            for path in ("/feeds/latest.rss", "/api/v2/stories/", "/sitemap-{month}.xml")
        ),
    ),
    Guard(
        "pictures are made of public stories alone",
        any_story_in("articles.consumers"),
        ("test_outbox.py::test_no_picture_is_made_of_a_story_that_is_not_public",),
    ),
    Guard(
        "search engines are told of what is public still",
        any_story_in("articles.indexnow"),
        ("test_indexnow.py::test_what_ran_out_before_the_worker_came_is_not_told",),
    ),
    Guard(
        "hubs of others are told of feeds that strangers can read",
        replaced("articles.consumers._has_feed", yes),
        ("test_websub.py::test_hubs_of_others_hear_of_no_feed_that_strangers_cannot_read",),
    ),
    # Review links
    Guard(
        "a review link is signed",
        replaced("articles.models.ReviewLink.key_in", staticmethod(lambda token: int(token.split(".")[0]))),
        ("test_review_links.py::test_changed_or_invented_token_is_404",),
    ),
    Guard(
        "a review link ends and can be taken back",
        replaced("articles.models.review.ReviewLinkQuerySet.open", unchanged),
        (
            "test_review_links.py::test_link_that_ended_is_410_and_so_are_its_pictures[expire]",
            "test_review_links.py::test_link_that_ended_is_410_and_so_are_its_pictures[take_back]",
        ),
    ),
    Guard(
        "what a review link shows is marked as a draft, and not for robots",
        replaced("articles.review._show", show_unmarked),
        (
            "test_review_links.py::test_stranger_reads_the_draft_marked_as_one",
            "test_review_links.py::test_no_robot_no_cache_and_no_other_site_learns_of_it",
        ),
    ),
    *(
        Guard(
            f"what a review link leads to has its {header}, even once it has ended",
            replaced("articles.review.HEADERS", {name: HEADERS[name] for name in HEADERS if name != header}),
            ("test_review_links.py::test_link_that_ended_is_410_and_so_are_its_pictures[expire]",),
        )
        for header in HEADERS
    ),
    Guard(
        "who opens a review link is counted",
        replaced("articles.review.ReviewView.objects.create", nothing),
        ("test_review_links.py::test_each_view_is_counted_and_only_when_it_was_is_kept",),
    ),
    Guard(
        "who may publish a story may share it and amend its notice",
        replaced("articles.admin.story_view.StoryView.is_for", staticmethod(yes)),
        (
            "test_review_links.py::test_who_may_not_publish_the_story_may_not_share_it",
            "test_review_links.py::test_who_may_not_publish_the_story_takes_no_link_back",
            "test_access.py::test_table[amend a retraction's notice]",
        ),
    ),
)
