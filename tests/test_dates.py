"""A story's two dates are the same second wherever they are told: page, metadata, feed, sitemaps, Markdown."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from django.utils import timezone

from . import factories as make
from .sitemap_schemas import NEWS, SITEMAP, VIDEO

pytestmark = pytest.mark.django_db

NOW = timezone.now().replace(microsecond=999_999)
PUBLISHED, UPDATED = NOW - timedelta(hours=3), NOW - timedelta(hours=1)


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    dates = {"published_at": PUBLISHED, "updated_at": UPDATED}
    make.article("Wall", **dates)
    make.video("Film", **dates)
    make.episode("Episode", **dates)


def told(client, slug: str) -> dict[str, str]:
    """Every date that is told of a story, by where it is told."""
    url = f"http://testserver/city/{slug}/"
    page = BeautifulSoup(client.get(url).content, "html.parser")
    metas = {meta.get("property"): meta["content"] for meta in page.find_all("meta", property=True)}
    data = json.loads(page.find("script", type="application/ld+json").string)
    markdown = client.get(f"/city/{slug}.md").content.decode()
    facts = {
        "page published": page.select_one("article.story .published time")["datetime"],
        "page updated": page.select_one("article.story .updated time")["datetime"],
        "markdown published": re.search("^- Published: (.*)$", markdown, re.M)[1],
        "markdown updated": re.search("^- Updated: (.*)$", markdown, re.M)[1],
        "data published": data["datePublished"],
        "data updated": data["dateModified"],
        "feed published": parsedate_to_datetime(feed_item(client, url).findtext("pubDate")).isoformat(),
        "sitemap updated": sitemap(client, f"/sitemap-{PUBLISHED:%Y-%m}.xml", url).findtext(f"{SITEMAP}lastmod"),
        "news published": sitemap(client, "/news-sitemap.xml", url).find(f".//{NEWS}publication_date").text,
    }
    if slug == "film":
        film = sitemap(client, "/video-sitemap.xml", url)
        facts["video published"] = film.find(f".//{VIDEO}publication_date").text
        facts["upload published"] = data["uploadDate"]
        facts["release published"] = metas["video:release_date"]
    else:
        facts["graph published"] = metas["article:published_time"]
        facts["graph updated"] = metas["article:modified_time"]
    return facts


def feed_item(client, url: str):
    items = ElementTree.fromstring(client.get("/feeds/latest.rss").content).iter("item")
    return next(item for item in items if item.findtext("link") == url)


def sitemap(client, path: str, url: str):
    urls = ElementTree.fromstring(client.get(path).content).iter(f"{SITEMAP}url")
    return next(found for found in urls if found.findtext(f"{SITEMAP}loc") == url)


@pytest.mark.parametrize("slug", ["wall", "film", "episode"])
@pytest.mark.parametrize("zone", ["UTC", "Asia/Kathmandu"])
def test_dates_agree_to_the_second_wherever_they_are_told(client, settings, slug, zone):
    settings.TIME_ZONE = zone
    facts = told(client, slug)
    due = {"published": PUBLISHED.replace(microsecond=0), "updated": UPDATED.replace(microsecond=0)}
    assert {where: datetime.fromisoformat(at).astimezone(UTC) for where, at in facts.items()} == {
        where: due[where.split()[1]] for where in facts
    }
