"""Nothing paid looks like news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import OuterRef
from wagtail.admin.forms import WagtailAdminModelForm

from articles import machine_use, roles
from articles.models import Story

from .guard import Guard, replaced, unchanged

LABEL = "test_advertisements.py::test_label_is_text_before_the_headline"
NO_PLACE = "test_advertisements.py::test_advertisement_stands_in_no_list_of_news"
LABELLED = (
    *("own_page", "title", "shared_title", "review", "preview", "front_page", "more_for_you", "search", "correction"),
    *("title_for_a_partner", "title_for_a_partner_in_atom", "title_for_a_partner_in_json", "markdown"),
    "words_of_the_picture_of_a_shared_link",
)
LABELLED_IN_WORDS = (
    *("words_in_a_body", "words_in_a_box", "words_in_a_feed", "words_in_atom", "words_in_json", "words_in_markdown"),
)
NEWS = (
    *("/city/", "/feeds/latest.rss", "/feeds/latest.atom", "/feeds/latest.json", "/feeds/sections/city.rss"),
    *("/llms.txt", "/news-sitemap.xml"),
)


def row_of_a_listed_story(story: str):
    return Story.objects.listable().filter(pk=OuterRef(story))


def scopes_of_news(story: Story, topic_slugs: Iterable[str]) -> Iterable[str]:
    return "site", "latest"


def of_every_kind(user) -> Mapping[int, set[str]]:
    return defaultdict(lambda: {*roles.NEWS, *roles.ADVERTISEMENTS, *roles.THE_PAPER})


GUARDS = (
    Guard(
        "an advertisement has its label before its headline",
        replaced("articles.models.SponsoredPage.get_label_display", lambda advertisement: ""),
        (
            *(f"{LABEL}[{output}-Advertisement]" for output in LABELLED),
            "test_advertisements.py::test_what_partners_are_given_of_it_begins_with_the_label",
            "test_api.py::test_advertisement_says_so_first",
        ),
    ),
    Guard(
        "a drawn picture of a link preview begins with the label",
        replaced("articles.models.SponsoredPage.get_label_display", lambda advertisement: ""),
        ("test_share_images.py::test_advertisement_is_labelled_before_all_else",),
    ),
    Guard(
        "a link to an advertisement has its label before its words",
        replaced("articles.prose_links._label", lambda page: ""),
        tuple(f"{LABEL}[{output}-Advertisement]" for output in LABELLED_IN_WORDS),
    ),
    Guard(
        "every link out of an advertisement is marked as paid",
        replaced("articles.templatetags.sponsored.mark_paid", unchanged),
        ("test_advertisements.py::test_every_link_out_is_marked_as_paid",),
    ),
    Guard(
        "machines are told that it is an advertisement",
        replaced("articles.structured_data.stories.story_type", lambda story: "NewsArticle"),
        ("test_structured_data.py::test_advertisement_is_by_its_sponsor_and_no_news",),
    ),
    Guard(
        "an advertisement is for no machine to use",
        replaced("articles.machine_use.terms_of", lambda story, paper: machine_use.editorial(paper)),
        ("test_machine_use.py::test_advertisement_is_for_no_machine_whatever_the_paper_allows",),
    ),
    Guard(
        "news is the newsroom's own work",
        replaced("articles.querysets.StoryQuerySet.editorial", unchanged),
        (
            *(f"{NO_PLACE}[{path}]" for path in NEWS),
            "test_advertisements.py::test_sitemap_of_its_month_has_no_advertisement",
            "test_advertisements.py::test_archive_of_a_feed_has_no_advertisement",
            "test_advertisements.py::test_block_that_points_to_an_advertisement_shows_nothing",
        ),
    ),
    Guard(
        "an advertisement is in no list of a topic or a person",
        replaced("articles.dating._listed", row_of_a_listed_story),
        (f"{NO_PLACE}[/topics/boats/]", f"{NO_PLACE}[/people/ines/]", f"{NO_PLACE}[/feeds/topics/boats.atom]"),
    ),
    Guard(
        "an advertisement is news to nobody who follows the news",
        replaced("articles.publishing._scopes", scopes_of_news),
        (
            "test_publishing.py::test_advertisement_touches_no_editorial_scope",
            "test_advertisements.py::test_subscribers_are_not_woken_by_an_advertisement_and_get_none",
            "test_indexnow.py::test_drafts_scheduled_stories_and_advertisements_are_not_told",
        ),
    ),
    Guard(
        "an advertisement begins and ends with its campaign",
        replaced("articles.models.SponsoredPage.save", Story.save),
        (
            "test_querysets.py::test_advertisement_outside_its_campaign_is_not_published",
            "test_endings.py::test_advertisement_has_ended_with_its_campaign",
        ),
    ),
    Guard(
        "who sells advertisements touches no news, and who writes news no advertisement",
        replaced("articles.permissions._kinds_by_group", of_every_kind),
        (
            "test_access.py::test_table[edit another's article]",
            "test_access.py::test_table[edit another's advertisement]",
        ),
    ),
    Guard(
        "what is sold is approved by editors",
        replaced("articles.models.SponsoredPage.get_workflow", Story.get_workflow),
        ("test_access.py::test_advertisement_is_approved_by_editors_whatever_the_section_asks_for",),
    ),
    Guard(
        "what stands in the label of an approved advertisement is changed by who may approve it",
        replaced("articles.admin.viewsets.SponsorForm.clean", WagtailAdminModelForm.clean),
        ("test_access.py::test_table[rename a live advertisement's]",),
    ),
)
