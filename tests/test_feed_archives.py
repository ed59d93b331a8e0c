"""A feed back to its first story (RFC 5005), whatever is published meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.feeds import archives
from articles.models import ArticlePage, Story

from . import factories as make
from .feed_reader import TYPES, read, walk

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LIVE, PER_PAGE = 4, 6
MONTHS = {(2026, 3): 1, (2026, 9): PER_PAGE, (2026, 10): 2 * PER_PAGE + 3, (2026, 11): PER_PAGE + 2}
TOTAL = sum(MONTHS.values())


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    with time_machine.travel(NOW, tick=False):
        for (year, month), stories in MONTHS.items():
            for number in range(stories):
                at = datetime(year, month, 1, tzinfo=UTC) + timedelta(hours=number)
                make.article(f"{year}-{month}-{number}", published_at=at, topics=["Housing"])


@pytest.fixture(autouse=True)
def today(monkeypatch) -> Iterator[None]:
    monkeypatch.setattr(archives, "LIVE", LIVE)
    monkeypatch.setattr(archives, "PER_PAGE", PER_PAGE)
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.mark.parametrize("form", TYPES)
@pytest.mark.parametrize("scope", ["latest", "topics/housing", "sections/city", "sections/city/topics/housing"])
def test_walk_to_the_first_page_finds_every_story(client, scope, form):
    live, *archives = walk(client, f"/feeds/{scope}.{form}", form)
    assert not live.is_archive
    assert len(live.entries) == LIVE
    assert all(page.is_archive and len(page.entries) <= PER_PAGE for page in archives)
    urls = [urlsplit(page.own).path.rpartition("/")[2] for page in archives]
    months = ["2026-11", "2026-10-3", "2026-10-2", "2026-10", "2026-09", "2026-03"]
    assert urls == [f"{month}.{form}" for month in months]
    in_archives = [entry.title for page in archives for entry in page.entries]
    assert len(in_archives) == len(set(in_archives))
    found = {entry.title for page in (live, *archives) for entry in page.entries}
    assert found == set(Story.objects.values_list("title", flat=True))
    for page in (live, *archives):
        dates = [entry.published for entry in page.entries]
        assert dates == sorted(dates, reverse=True)


def test_walk_while_stories_are_published_and_withdrawn_misses_none(client):
    before = set(Story.objects.values_list("title", flat=True))
    gone = set()

    def newsroom(step: int) -> None:
        for number in range(3):
            make.article(f"New {step}-{number}", published_at=NOW - timedelta(minutes=100 - 10 * step - number))
        story = ArticlePage.objects.get(title=f"2026-10-{step}")
        gone.add(story.title)
        story.unpublish()

    found = {entry.title for page in walk(client, "/feeds/latest.json", "json", newsroom) for entry in page.entries}
    assert before - gone <= found


def test_page_of_the_archive_stays_as_it_is(client):
    paths = [urlsplit(page.own).path for page in walk(client, "/feeds/latest.atom", "atom") if page.is_archive]
    before = {path: read(client.get(path).content, "atom").entries for path in paths}
    for number in range(2 * PER_PAGE):
        make.article(f"New {number}", published_at=NOW - timedelta(seconds=number + 1))
    for path in paths:
        assert read(client.get(path).content, "atom").entries == before[path]
    after = [urlsplit(page.own).path for page in walk(client, "/feeds/latest.atom", "atom") if page.is_archive]
    assert after[-len(paths) :] == paths
    assert len(after) == len(paths) + 2


def test_live_feed_holds_what_no_archive_has_yet(client):
    for number in range(PER_PAGE - 3):
        make.article(f"New {number}", published_at=NOW - timedelta(seconds=number + 1))
    live, newest, *_older = walk(client, "/feeds/latest.rss", "rss")
    assert len(live.entries) == PER_PAGE - 1
    assert not {entry.id for entry in live.entries} & {entry.id for entry in newest.entries}
    dates = [entry.published for page in (live, newest) for entry in page.entries]
    assert dates == sorted(dates, reverse=True)


def test_feed_that_holds_all_has_no_archive(client):
    make.article("Only one", topics=["Rare"], published_at=NOW - timedelta(days=400))
    feed = read(client.get("/feeds/topics/rare.json").content, "json")
    assert [entry.title for entry in feed.entries] == ["Only one"]
    assert feed.previous is None


@pytest.mark.parametrize(
    "page",
    [
        "2026-12",
        "2026-02",
        "2026-12-2",
        "2026-13",
        "2026-10-1",
        "2026-10-0",
        "0000-01",
        "9999-12",
        "x",
        "-",
    ],
)
def test_page_that_is_no_archive_is_404(client, page):
    assert client.get(f"/feeds/latest/archive/{page}.atom").status_code == 404


@pytest.mark.parametrize(("page", "leads_to"), [("2026-10-3", "2026-10-2"), ("2026-09", "2026-03")])
def test_page_whose_stories_were_all_withdrawn_still_leads_on(client, page, leads_to):
    path = f"/feeds/latest/archive/{page}.json"
    withdrawn = [entry.url for entry in read(client.get(path).content, "json").entries]
    for url in withdrawn:
        ArticlePage.objects.get(slug=urlsplit(url).path.split("/")[2]).unpublish()
    feed = read(client.get(path).content, "json")
    assert feed.entries == []
    assert urlsplit(feed.previous).path == f"/feeds/latest/archive/{leads_to}.json"


def test_full_page_of_this_month_that_loses_stories_is_still_there(client):
    path = "/feeds/latest/archive/2026-11.json"
    for story in ArticlePage.objects.filter(title__startswith="2026-11")[:3]:
        story.unpublish()
    assert len(read(client.get(path).content, "json").entries) == PER_PAGE - 1


def test_page_of_a_renamed_topic_is_found_under_its_new_name(client):
    topic = ArticlePage.objects.first().topic_list[0]
    topic.slug = "homes"
    topic.save()
    for form in TYPES:
        response = client.get(f"/feeds/topics/housing/archive/2026-10-2.{form}")
        assert response.status_code == 301
        assert response.headers["Location"] == f"/feeds/topics/homes/archive/2026-10-2.{form}"


def test_old_page_takes_no_more_statements_than_the_live_feed(client):
    def cost(path: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    cost("/feeds/latest.json")
    make.article("A new edition", published_at=NOW)
    assert cost("/feeds/latest/archive/2026-10-2.json") <= cost("/feeds/latest.json") + 3
