"""What a subscriber's feed reader gets."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import feedparser
import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from django.utils import timezone

from articles.blocks import BodyBlock
from articles.models import ArticlePage, PodcastEpisodePage

from . import factories as make

pytestmark = pytest.mark.django_db

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
FEEDS = [
    "latest",
    "sections/city",
    "topics/housing",
    "people/ines-falk",
    "kinds/articles",
    "kinds/videos",
    "kinds/podcasts",
]
NASTY = "a\x00b\x01\x0b\x1f\ufffe ]]> <script>alert(1)</script> & 🚢 مرحبا \u202e \u2028 é"
# Draft: what the database would not take anyway.
NASTY_STORED = NASTY.replace("\x00", "")


def channel(client, path: str = "latest"):
    response = client.get(f"/feeds/{path}.rss")
    assert response.status_code == 200, path
    return ElementTree.fromstring(response.content).find("channel")


def items(client, path: str = "latest") -> dict:
    """The items of a feed by title, in its order."""
    return {item.findtext("title"): item for item in channel(client, path).findall("item")}


def body_of_every_block() -> list:
    """Each block of a story with its preview value."""
    return [(name, block.get_preview_value()) for name, block in BodyBlock().child_blocks.items()]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    ines, teo = make.PersonFactory(name="Ines Falk", slug="ines-falk"), make.PersonFactory(name="Teo & Lundgren")
    image = make.ImageFactory(credit="Maja <Ferrow>", licence="CC BY 4.0")
    link = '<p>See <a href="/city/">the city</a> and <a href="https://other.example/?a=1&amp;b=2">elsewhere</a>.</p>'
    make.article(
        "Wall sinks",
        topics=["Housing", "Sea & shore"],
        by=[ines, teo],
        lead_image=image,
        body=[("paragraph", link), *body_of_every_block()],
        updated_at=timezone.now() - timedelta(minutes=5),
        hours_ago=5,
    )
    make.video("Film here", film=make.media("video", "film.mp4"), provider_url="", topics=["Housing"], hours_ago=4)
    make.video("Film elsewhere", hours_ago=3)
    make.episode("Sound", audio=make.media(), audio_url="", by=[ines], hours_ago=2)
    make.advertisement("Buy", topics=["Housing"], by=[ines])
    make.article("Draft", live=False, topics=["Housing"], by=[ines])
    make.article("Tomorrow", go_live_at=datetime(2999, 1, 1, tzinfo=UTC), topics=["Housing"], by=[ines])
    make.PersonFactory(name="Empty", slug="empty")


@pytest.mark.parametrize("path", [*FEEDS, "people/empty"])
def test_feed_is_well_formed_typed_and_knows_its_address(client, path):
    response = client.get(f"/feeds/{path}.rss")
    assert response.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert not feedparser.parse(response.content).bozo
    feed = ElementTree.fromstring(response.content).find("channel")
    (own,) = feed.findall("atom:link[@rel='self']", NAMES)
    assert own.attrib == {
        "rel": "self",
        "type": "application/rss+xml",
        "href": f"http://testserver/feeds/{path}.rss",
    }
    for required in ("title", "link", "description", "language"):
        assert feed.findtext(required), required


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("latest", ["Sound", "Film elsewhere", "Film here", "Wall sinks"]),
        ("sections/city", ["Sound", "Film elsewhere", "Film here", "Wall sinks"]),
        ("topics/housing", ["Film here", "Wall sinks"]),
        ("people/ines-falk", ["Sound", "Wall sinks"]),
        ("kinds/articles", ["Wall sinks"]),
        ("kinds/videos", ["Film elsewhere", "Film here"]),
        ("kinds/podcasts", ["Sound"]),
        ("people/empty", []),
    ],
)
def test_feed_has_its_public_editorial_stories_newest_first(client, path, titles):
    assert list(items(client, path)) == titles


@pytest.mark.parametrize("path", FEEDS)
def test_dates_are_there_in_order_and_not_in_the_future(client, path):
    parsed = feedparser.parse(client.get(f"/feeds/{path}.rss").content)
    dates = [entry.published_parsed for entry in parsed.entries]
    assert dates == sorted(dates, reverse=True)
    assert all(date and date <= datetime.now(UTC).timetuple() for date in dates)


def test_feed_was_built_when_its_newest_story_changed(client):
    feed = channel(client)
    assert feed.findtext("lastBuildDate") != items(client)["Wall sinks"].findtext("pubDate")
    assert channel(client, "kinds/podcasts").findtext("lastBuildDate") == items(client)["Sound"].findtext("pubDate")


def test_item_has_the_whole_story_after_its_summary(client):
    item = items(client)["Wall sinks"]
    tags = [child.tag for child in item]
    assert tags.index("description") < tags.index(f"{{{NAMES['content']}}}encoded")
    assert item.findtext("description") == "What Wall sinks is about."
    html = item.findtext("content:encoded", namespaces=NAMES)
    assert '<a href="http://testserver/city/">the city</a>' in html
    for words in ("What the surveyors found", "The works shall be completed", "Two new sluices", "How a spring tide"):
        assert words in html


def test_item_names_authors_topics_and_picture(client):
    item = items(client)["Wall sinks"]
    assert [name.text for name in item.findall("dc:creator", NAMES)] == ["Ines Falk", "Teo & Lundgren"]
    assert {category.text: category.get("domain") for category in item.findall("category")} == {
        "Housing": "http://testserver/topics/housing/",
        "Sea & shore": "http://testserver/topics/sea-shore/",
    }
    (picture,) = item.findall("media:content", NAMES)
    assert picture.get("type") == "image/jpeg"
    assert picture.get("medium") == "image"
    assert int(picture.get("width")) > 0
    said = {child.tag.partition("}")[2]: child for child in picture}
    assert {name: child.text for name, child in said.items()} == {
        "title": "Wall sinks",
        "description": "The six o’clock ferry.",
        "credit": "Maja <Ferrow>",
        "copyright": "CC BY 4.0",
        "thumbnail": None,
    }
    small = said["thumbnail"]
    assert (small.get("width"), small.get("height")) == ("320", "213")
    assert client.head(urlsplit(small.get("url")).path).status_code == 200


@pytest.mark.parametrize(("title", "type_"), [("Sound", "audio/mpeg"), ("Film here", "video/mp4")])
def test_sound_and_film_of_ours_are_enclosed(client, title, type_):
    (enclosure,) = items(client)[title].findall("enclosure")
    assert enclosure.get("type") == type_
    assert int(enclosure.get("length")) > 0
    assert client.head(urlsplit(enclosure.get("url")).path).status_code == 200


@pytest.mark.parametrize("length", [None, 0])
def test_sound_of_unknown_length_is_not_enclosed(client, length):
    story = make.episode("Unmeasured")
    PodcastEpisodePage.objects.filter(pk=story.pk).update(audio_bytes=length)
    assert items(client)["Unmeasured"].find("enclosure") is None


def test_film_elsewhere_is_not_enclosed(client):
    assert items(client)["Film elsewhere"].find("enclosure") is None


def test_addresses_are_absolute_and_nothing_is_active(client):
    text = client.get("/feeds/latest.rss").content.decode()
    feed = ElementTree.fromstring(text.encode())
    for element in feed.iter():
        for name in ("url", "href", "domain"):
            assert urlsplit(element.get(name, "http://x")).netloc, element.attrib
    for item in feed.iter("item"):
        soup = BeautifulSoup(item.findtext("content:encoded", namespaces=NAMES), "html.parser")
        assert not soup.find(["script", "style", "iframe", "form", "object", "button", "svg"])
        for element in soup.find_all(True):
            assert not [name for name in element.attrs if name.startswith("on") or name == "style"]
            assert not element.has_attr("src") or urlsplit(element["src"]).scheme in {"http", "https"}
            assert not element.has_attr("href") or urlsplit(element["href"]).scheme in {"http", "https", "mailto"}


def guids(client) -> dict[str, str]:
    return {title: item.findtext("guid") for title, item in items(client).items()}


def test_ids_stay_when_headline_slug_and_section_change(client):
    before = guids(client)["Wall sinks"]
    story = ArticlePage.objects.get(title="Wall sinks")
    story.title, story.slug = "Wall sank", "wall-sank"
    story.save_revision().publish()
    story.move(make.section("Sport"), pos="last-child")
    item = items(client)["Wall sank"]
    assert item.findtext("guid") == before == f"urn:uuid:{story.uid}"
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.findtext("link") == "http://testserver/sport/wall-sank/"


@pytest.mark.parametrize(
    "text", [NASTY_STORED, "x" * 10_000, "مرحبا بالعالم", "🚢" * 60, "]]>" * 20, "&amp;&#0;&bogus;"]
)
def test_any_text_leaves_the_feed_well_formed(client, text):
    make.article(
        text[:250],
        slug="nasty",
        standfirst=text[:250],
        kicker=text[:40],
        body=[("paragraph", f"<p>{text}</p>"), ("pull_quote", {"quote": text[:300], "attribution": text[:100]})],
        topics=[text[:90]],
        by=[make.PersonFactory(name=text[:100])],
        lead_image=make.ImageFactory(caption=text[:400], credit=text[:150], description=text[:200]),
    )
    response = client.get("/feeds/latest.rss")
    assert not feedparser.parse(response.content).bozo
    newest = ElementTree.fromstring(response.content).find("channel/item")
    assert newest.findtext("title") == re.sub(r"[\x01\x0b\x1f\ufffe]", "", text[:250])
    assert "<script" not in newest.findtext("content:encoded", namespaces=NAMES)


@pytest.mark.parametrize(
    "path", ["nowhere", "latest/more", "topics/none", "topics", "people/nobody", "kinds/sponsored"]
)
def test_feed_of_nothing_is_404(client, path):
    assert client.get(f"/feeds/{path}.rss").status_code == 404
    assert client.get(f"/feeds/{path}.rss", headers={"if-none-match": "*"}).status_code == 404


def test_page_of_feeds_has_no_heading_above_nothing(client):
    PodcastEpisodePage.objects.get().unpublish()
    page = BeautifulSoup(client.get("/feeds/").content, "html.parser")
    headings = [heading.text for heading in page.select(".feed-group h2")]
    assert headings == ["Everything", "Sections", "Kinds", "Topics", "People", "For programs"]


def test_lost_file_costs_a_story_its_enclosure_and_not_the_feed(client):
    film, image = make.media("video", "lost.mp4"), make.ImageFactory()
    make.video("Lost", film=film, provider_url="", lead_image=image)
    for file in (film.file, image.file):
        file.storage.delete(file.name)
    item = items(client)["Lost"]
    assert item.find("enclosure") is None
    assert item.find("media:content", NAMES) is None
