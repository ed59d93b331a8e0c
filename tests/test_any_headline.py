"""Whatever a headline is made of, every surface is sound and says it whole, without what cannot be printed."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import feedparser
import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from django.core.exceptions import ValidationError
from PIL import Image

from articles.characters import printable
from articles.markdown import plain
from articles.models import Story

from . import factories as make
from .feed_reader import TYPES, read
from .sitemap_schemas import NEWS, VIDEO, faults

pytestmark = pytest.mark.django_db

HEADLINES = {
    "control": "a\x01b\x0b\x1f\ufffe\x7f c",
    "markup": "</title></script><script>alert(1)</script> ]]> --> <!-- \"quoted\" & 'too' {{ 7 * 7 }}",
    "entities": "&amp;&#0;&bogus;&lt;",
    "markdown": "# *Not* a [link](x) | `code` <b>",
    "emoji": "🚢👩‍🚀" * 50,
    "rtl": "مرحبا بالعالم \u202eשלום\u202c e\u0301",
    "lines": "one\u2028two\u2029three\u0085four\u00a0five",
    "longest": "x" * 255,
}
TEXT = [("paragraph", f"<p>{'word ' * 2000}]]></p>")]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    """A story of each kind under each headline, the first of them the newest."""
    show = make.ShowFactory(slug="low-water")
    picture = make.ImageFactory(description="]]> & <b>", caption=HEADLINES["markup"], credit="a\x01 & b")
    for hours, (name, headline) in enumerate(HEADLINES.items()):
        said = {"hours_ago": hours, "standfirst": headline[:250], "kicker": headline[:40], "body": TEXT}
        make.article(headline, slug=f"{name}-article", lead_image=picture, **said)
        make.video(headline, slug=f"{name}-video", **said)
        make.episode(headline, slug=f"{name}-episode", podcast=show, **said)
        make.advertisement(headline, slug=f"{name}-advertisement", **said)


def stories() -> Iterator[tuple[str, Story]]:
    """Each headline as it can be printed, with each of its stories."""
    for name, headline in HEADLINES.items():
        for story in Story.objects.filter(slug__startswith=f"{name}-"):
            yield printable(headline), story


PRINTED = [printable(headline) for headline in HEADLINES.values()]


@pytest.mark.parametrize("kind", ["articles", "videos", "podcasts"])
@pytest.mark.parametrize("form", TYPES)
def test_feeds(client, kind, form):
    content = client.get(f"/feeds/kinds/{kind}.{form}").content
    assert [entry.title for entry in read(content, form).entries] == PRINTED
    assert form == "json" or not feedparser.parse(content).bozo


def test_podcast_feed(client):
    content = client.get("/podcasts/low-water/feed.xml").content
    assert [item.findtext("title") for item in ElementTree.fromstring(content).iter("item")] == PRINTED
    assert not feedparser.parse(content).bozo


@pytest.mark.parametrize(("kind", "label"), [("article", ""), ("video", ""), ("sponsored", "Advertisement: ")])
def test_api(client, kind, label):
    listed = client.get(f"/api/v2/stories/?kind={kind}").json()["items"]
    assert {story["title"] for story in listed} == {label + headline for headline in PRINTED}


def test_sitemaps(client):
    news, films = (client.get(f"/{name}-sitemap.xml").content for name in ("news", "video"))
    assert faults(news) == faults(films) == []
    titles = [title.text for title in ElementTree.fromstring(news).iter(f"{NEWS}title")]
    assert titles == [headline for headline in PRINTED for _kind in ("article", "video", "episode")]
    assert [title.text for title in ElementTree.fromstring(films).iter(f"{VIDEO}title")] == PRINTED


def test_pages_their_data_and_their_previews(client):
    for headline, story in stories():
        page = BeautifulSoup(client.get(story.url).content, "html.parser")
        label = "Advertisement: " if story.is_advertisement else ""
        data = json.loads(page.find("script", type="application/ld+json").string)
        said = [page.h1.get_text(), data["headline"], page.find("meta", property="og:title")["content"]]
        assert [printable(text) for text in said] == [headline, headline, label + headline], story.slug
        assert "alert(1)" not in "".join(script.get_text() for script in page.find_all("script", type=False))


def test_markdown_and_what_machines_are_told_first(client):
    listed = client.get("/llms.txt").text
    for headline, story in stories():
        lines = client.get(f"{story.url.rstrip('/')}.md").text.split("\n")
        assert f"# {plain(headline)}" in lines
        assert story.is_advertisement or f"- [{plain(headline)}](" in listed


def test_pictures_for_previews(client):
    for film in Story.objects.of_kind(Story.Kind.VIDEO):
        page = BeautifulSoup(client.get(film.url).content, "html.parser")
        drawn = client.get(page.find("meta", property="og:image")["content"])
        with Image.open(io.BytesIO(drawn.content)) as picture:
            assert picture.size == (1200, 630), film.slug


def test_search_and_lists(client):
    for path in ("/", "/city/", "/podcasts/low-water/", "/search/?q=word"):
        page = BeautifulSoup(client.get(path).content, "html.parser")
        assert "alert(1)" not in "".join(script.get_text() for script in page.find_all("script", type=False))


def test_ten_thousand_characters_are_no_headline():
    with pytest.raises(ValidationError, match="at most 255 characters"):
        make.article("x" * 10_000)
