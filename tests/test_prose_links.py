"""Links in running text to pages of ours."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.rich_text import expand_db_html

from articles.blocks import BodyBlock

from . import factories as make

pytestmark = pytest.mark.django_db


def link(page, words: str = "there") -> str:
    return f'<p>See <a linktype="page" id="{page.pk}">{words}</a>.</p>'


def test_link_leads_to_the_page_where_it_is_now():
    page = make.article("Target")
    page.slug = "moved"
    page.save()
    assert expand_db_html(link(page)) == '<p>See <a href="/city/moved/">there</a>.</p>'


def unpublish(page) -> None:
    page.unpublish()


def delete(page) -> None:
    page.delete()


def restrict(page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("close", [unpublish, delete, restrict])
def test_words_stay_where_the_page_is_no_longer_open(close):
    page = make.article("Target")
    html = link(page)
    close(page)
    assert expand_db_html(html) == "<p>See <a>there</a>.</p>"


def advertisement_to_come():
    start = timezone.now() + timedelta(days=3)
    return make.advertisement("Target", campaign_start=start, campaign_end=start + timedelta(days=7))


def story_dated_ahead():
    return make.article("Target", published_at=timezone.now() + timedelta(hours=3))


def story_run_out():
    return make.article("Target", hours_ago=48, expire_at=timezone.now() - timedelta(hours=1))


def copy_of_a_story():
    return make.article("Target").create_alias(parent=make.section("Sport"))


@pytest.mark.parametrize("state", [advertisement_to_come, story_dated_ahead, story_run_out, copy_of_a_story])
def test_no_link_leads_to_a_story_that_is_live_and_not_current(state):
    page = state()
    assert page.live
    assert expand_db_html(link(page)) == "<p>See <a>there</a>.</p>"


@pytest.mark.parametrize("key", ["", "x", "²", "-1", "999999999", "9" * 40])
def test_link_that_names_no_page_is_no_error(key):
    assert expand_db_html(f'<a linktype="page" id="{key}">there</a>') == "<a>there</a>"


def test_links_of_a_whole_body_are_looked_up_at_once():
    pages = [make.article(f"Target {number}") for number in range(4)]
    body = [("paragraph", link(page)) for page in pages]
    body += [("fact_box", {"title": "Box", "text": link(pages[0])}), ("list", {"items": [link(pages[1])]})]
    story = make.article("Story", body=body)
    with CaptureQueriesContext(connection) as queries:
        html = BodyBlock().render(story.body)
    assert len(queries) == 1
    assert html.count('href="/city/target-') == 6
