"""Stories of before 1970, as who brings an archive has them, are found like any others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from articles import moments
from articles.listings import PER_PAGE

from . import factories as make
from .feed_reader import TYPES, read
from .sitemap_schemas import faults

pytestmark = pytest.mark.django_db
DATES = [datetime(1965, 3, 14, 9, 26, 53, tzinfo=UTC) - timedelta(days=3000 * number) for number in range(PER_PAGE + 2)]
PATHS = [f"/city/story-{number}/" for number in range(len(DATES))]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    for number, date in enumerate(DATES):
        make.article(f"Story {number}", published_at=date + timedelta(microseconds=1), topics=["Housing"])


@pytest.mark.parametrize("hub", ["/city/", "/topics/housing/"])
def test_archive_is_walked_to_the_first_story_and_back(client, hub):
    def shown() -> list[str]:
        return [card["href"] for card in page.select(".river h2 a")]

    page = BeautifulSoup(client.get(hub).content, "html.parser")
    newest = shown()
    page = BeautifulSoup(client.get(page.select_one("a[rel=next]")["href"]).content, "html.parser")
    assert newest + shown() == PATHS
    page = BeautifulSoup(client.get(page.select_one("a[rel=prev]")["href"]).content, "html.parser")
    assert newest == shown()


def test_api_is_walked_to_the_first_story(client):
    found, address = [], "/api/v2/stories/?limit=7"
    while address:
        told = client.get(address).json()
        found += [(urlsplit(item["url"]).path, item["date_published"]) for item in told["items"]]
        address = told["meta"]["next"]
    assert [path for path, _date in found] == PATHS
    assert [datetime.fromisoformat(date).replace(microsecond=0) for _path, date in found] == DATES


@pytest.mark.parametrize("form", TYPES)
def test_feeds_lead_back_to_the_first_story(client, form):
    dates, address = [], f"/feeds/topics/housing.{form}"
    while address:
        feed = read(client.get(address).content, form)
        dates += [entry.published.replace(microsecond=0) for entry in feed.entries]
        address = feed.previous
    assert list(dict.fromkeys(dates)) == DATES


def test_sitemaps_have_their_months(client):
    listed = client.get("/sitemap.xml").text
    for date, path in zip(DATES, PATHS, strict=True):
        part = f"/sitemap-{date:%Y-%m}.xml"
        assert part in listed
        month = client.get(part)
        assert f"{path}</loc><lastmod>{date.isoformat()}<" in month.text
        assert faults(month.content) == []


def test_dates_of_before_time_zones_are_written_in_utc(settings):
    settings.TIME_ZONE = "Europe/Amsterdam"
    assert moments.iso(DATES[0]) == "1965-03-14T10:26:53+01:00"
    assert moments.iso(DATES[-1]) == DATES[-1].isoformat()
