"""What crawlers and link previews get: the head of a page, structured data, robots.txt."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction

from . import factories as make

pytestmark = pytest.mark.django_db

HEADLINE = 'Wall & "sea" </script><script>alert(1)</script>'


def head(client, path: str) -> tuple[dict[str, list[str]], BeautifulSoup]:
    """The meta elements of a page by their name, and the page."""
    page = BeautifulSoup(client.get(path).content, "html.parser")
    metas: dict[str, list[str]] = {}
    for element in page.head.find_all("meta", content=True):
        metas.setdefault(element.get("property") or element.get("name"), []).append(element["content"])
    return metas, page


def data(page: BeautifulSoup) -> dict:
    """What the page says it is."""
    return json.loads(page.find("script", type="application/ld+json").string)


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    ines = make.PersonFactory(name="Ines Falk", slug="ines-falk")
    now = timezone.now()
    make.article(
        HEADLINE,
        slug="wall",
        topics=["Housing"],
        by=[ines, make.PersonFactory(name="Teo Lundgren")],
        genre="analysis",
        lead_image=make.ImageFactory(caption="The wall.", credit="Maja Ferrow", description="A wall"),
        published_at=now - timedelta(hours=8),
        updated_at=now - timedelta(hours=2),
    )
    make.article("Bare")
    make.video("Film", lead_image=make.ImageFactory())
    make.advertisement("Sail early", sponsor=make.SponsorFactory(name="Sundline"), lead_image=make.ImageFactory())
    make.article("Draft", live=False)
    make.article("Tomorrow", go_live_at=datetime(2999, 1, 1, tzinfo=UTC))
    make.article("Over", expire_at=now - timedelta(minutes=1), hours_ago=5)
    hidden = make.section("Hidden")
    make.article("Secret", within=hidden)
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)


def test_link_preview_of_a_story_is_complete(client):
    metas, page = head(client, "/city/wall/")
    assert metas["og:title"] == [HEADLINE]
    assert metas["og:type"] == ["article"]
    assert metas["og:url"] == ["http://testserver/city/wall/"]
    assert metas["og:description"] == metas["description"]
    assert metas["og:site_name"] == ["Newsroom"]
    assert metas["article:section"] == ["City"]
    assert metas["article:tag"] == ["Housing"]
    assert metas["article:author"][0] == "http://testserver/people/ines-falk/"
    assert metas["og:image:width"] == ["1200"]
    assert metas["og:image:height"] == ["630"]
    assert metas["og:image:alt"] == ["A wall"]
    assert client.get(metas["og:image"][0].removeprefix("http://testserver")).status_code == 200
    assert page.head.find("link", rel="canonical")["href"] == "http://testserver/city/wall/"
    assert page.title.string == f"{HEADLINE} | Newsroom"


def test_structured_data_of_a_story_is_complete(client):
    _metas, page = head(client, "/city/wall/")
    story = data(page)
    assert story["@context"] == "https://schema.org"
    assert story["@type"] == "AnalysisNewsArticle"
    assert story["headline"] == HEADLINE
    assert story["mainEntityOfPage"] == story["url"] == "http://testserver/city/wall/"
    assert [author["name"] for author in story["author"]] == ["Ines Falk", "Teo Lundgren"]
    assert story["author"][0]["url"] == "http://testserver/people/ines-falk/"
    assert story["publisher"]["name"] == "Newsroom"
    assert story["image"][0]["creditText"] == "Maja Ferrow"
    assert story["image"][0]["url"].startswith("http://testserver/media/")
    assert story["articleSection"] == "City"
    assert story["keywords"] == ["Housing"]


def test_dates_agree_wherever_they_are_told(client):
    metas, page = head(client, "/city/wall/")
    shown = [datetime.fromisoformat(time["datetime"]) for time in page.select("article.story .dates time")]
    for told in (
        [metas["article:published_time"][0], metas["article:modified_time"][0]],
        [data(page)["datePublished"], data(page)["dateModified"]],
    ):
        assert [datetime.fromisoformat(date).replace(microsecond=0) for date in told] == shown


def test_headline_cannot_break_out_of_its_script(client):
    _metas, page = head(client, "/city/wall/")
    assert not [
        script for script in page.find_all("script") if "alert" in (script.string or "") and not script.get("type")
    ]
    assert page.h1.get_text(strip=True) == HEADLINE


def test_story_without_anything_has_a_sound_head(client):
    metas, page = head(client, "/city/bare/")
    assert metas["og:image"][0].startswith("http://testserver/share/")
    assert (metas["og:image:width"], metas["og:image:height"]) == (["1200"], ["630"])
    assert data(page)["@type"] == "NewsArticle"
    assert all(content for contents in metas.values() for content in contents)


def test_film_is_announced_as_one(client):
    metas = head(client, "/city/film/")[0]
    assert metas["og:type"] == ["video.other"]
    assert metas["video:duration"] == ["95"]
    assert metas["og:video"] == ["https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"]
    assert not [name for name in metas if name.startswith("article:")]


def test_advertisement_is_one_in_every_title_and_to_every_crawler(client):
    metas, page = head(client, "/city/sail-early/")
    assert metas["og:title"][0].startswith("Advertisement: ")
    assert page.title.string.startswith("Advertisement: ")
    assert metas["robots"] == ["noindex, nofollow"]
    assert "article:section" not in metas
    assert data(page)["@type"] == "AdvertiserContentArticle"
    assert data(page)["sponsor"]["name"] == "Sundline"


@pytest.mark.parametrize("path", ["/", "/city/", "/topics/housing/", "/people/ines-falk/", "/corrections/", "/feeds/"])
def test_every_page_names_itself_and_its_feed(client, path):
    metas, page = head(client, path)
    assert page.title.string
    assert metas["og:url"] == [f"http://testserver{path}"]
    assert page.head.find("link", rel="canonical")["href"] == f"http://testserver{path}"
    feeds = [link["href"] for link in page.head.find_all("link", type="application/rss+xml")]
    assert "/feeds/latest.rss" in feeds
    assert all(client.get(feed).status_code == 200 for feed in feeds)


@pytest.mark.parametrize("path", ["/", "/city/", "/topics/housing/", "/people/ines-falk/"])
def test_link_preview_of_any_other_page_has_the_papers_sign(client, path):
    metas, _page = head(client, path)
    assert metas["og:image"] == ["http://testserver/static/img/icon-512.png"]
    assert metas["og:image:alt"] == ["Newsroom"]
    assert metas["twitter:card"] == ["summary"]


def test_search_results_are_not_for_search_engines(client):
    assert head(client, "/search/?q=wall")[0]["robots"] == ["noindex"]


def test_robots_are_told_what_to_leave_and_where_the_sitemap_is(client):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert "User-agent: *" in lines
    assert {"Disallow: /admin/", "Disallow: /search/"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines
