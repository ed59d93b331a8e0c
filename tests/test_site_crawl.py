"""The seeded newspaper, read from front to back: every address in a page, a feed or a sitemap leads somewhere."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from defusedxml import ElementTree
from django.db import connection
from django.db.models import TextField
from django.db.models.functions import Cast, Length
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import SectionPage, Show, Story

pytestmark = pytest.mark.slow

HOST = "http://testserver"
STARTS = ("/", "/feeds/", "/sitemap.xml", "/news-sitemap.xml", "/video-sitemap.xml", "/robots.txt", "/llms.txt")
ADDRESSES = ("src", "href", "poster", "action", "data-embed", "data-copy")
ADDRESSES_IN_META = {"og:image", "og:url", "og:video", "og:audio", "article:author"}
ADDRESSES_IN_XML = {"loc", "link", "url", "icon", "thumbnail_loc", "content_loc"}
UNFILLED = re.compile(r"\{\{|\{%|\[object |^\s*(None|True|False|undefined)\s*$")


@dataclass
class Visit:
    """What an address answered, and the first page that gave it."""

    path: str
    given_by: str
    status: int
    content_type: str
    links: list[str] = field(default_factory=list)
    page: BeautifulSoup | None = None


def crawl() -> dict[str, Visit]:
    client = Client(raise_request_exception=False)
    advertisements = [
        story.url for story in Story.objects.published().advertisements()
    ]  # shown in turn, not all at once
    waiting = deque((path, "the start") for path in (*STARTS, *advertisements))
    visits: dict[str, Visit] = {}
    while waiting:
        path, given_by = waiting.popleft()
        if path in visits:
            continue
        response = client.get(path)
        visit = visits[path] = Visit(path, given_by, response.status_code, response.headers.get("Content-Type", ""))
        if response.streaming:
            response.close()
            continue
        if visit.status in {301, 302}:
            visit.links = [response.headers["Location"]]
        elif "html" in visit.content_type:
            visit.page = BeautifulSoup(response.content, "html.parser")
            visit.links = [address for _tag, address in addresses(visit.page)]
        elif "xml" in visit.content_type:
            visit.links = list(addresses_in_xml(response.content))
        waiting.extend((own, path) for link in visit.links if (own := internal(link, path)))
    return visits


def addresses(page: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    for tag in page.find_all(True):
        for name in ADDRESSES:
            if tag.has_attr(name):
                yield tag, tag[name]
        for part in tag.get("srcset", "").split(","):
            if part.strip():
                yield tag, part.split()[0]
        if tag.name == "meta" and tag.get("property") in ADDRESSES_IN_META:
            yield tag, tag["content"]


def addresses_in_xml(content: bytes) -> Iterator[str]:
    for element in ElementTree.fromstring(content).iter():
        if element.tag.rpartition("}")[2] in ADDRESSES_IN_XML and (element.text or "").strip():
            yield element.text
        yield from (element.get(name) for name in ("href", "url", "domain", "img") if element.get(name))
        if element.tag.endswith("}encoded"):
            yield from (address for _tag, address in addresses(BeautifulSoup(element.text or "", "html.parser")))


def internal(link: str, base: str) -> str | None:
    """The path of an address of ours, as the test client wants it; None for others."""
    url = urlsplit(urldefrag(urljoin(HOST + base, link)).url)
    if url.scheme not in {"http", "https"} or url.netloc != "testserver":
        return None
    return url.path + (f"?{url.query}" if url.query else "")


@pytest.fixture(scope="module")
def visits(newspaper) -> dict[str, Visit]:
    return crawl()


@pytest.fixture(scope="module")
def pages(visits) -> dict[str, BeautifulSoup]:
    return {path: visit.page for path, visit in visits.items() if visit.page}


def found(*faults: str) -> None:
    assert not faults, "\n" + "\n".join(sorted(set(faults))[:40])


def test_every_address_leads_somewhere(visits):
    notices = {story.url for story in Story.objects.retracted()}  # linked from the corrections
    wrong = [visit for path, visit in visits.items() if visit.status != (410 if path in notices else 200)]
    found(*(f"{visit.status} {visit.path} on {visit.given_by}" for visit in wrong))


def test_the_whole_paper_was_read(visits):
    paths = {unquote(path) for path in visits}
    stories = {unquote(story.url) for story in Story.objects.published()}
    sections = set(SectionPage.objects.values_list("slug", flat=True))
    assert stories <= paths
    assert len(stories) >= 55
    assert len(sections) >= 6
    assert len([path for path in paths if path.startswith("/topics/") and "?" not in path]) >= 25
    assert len([path for path in paths if path.endswith(".rss")]) >= 40
    assert len([path for path in paths if path.startswith("/media/")]) >= 300


def test_what_is_not_public_is_not_linked(visits):
    hidden = Story.objects.exclude(pk__in=Story.objects.published().values("pk"))
    assert {story.live for story in hidden} == {False}
    assert len(hidden) >= 3  # the draft, the scheduled story, the withdrawn one
    led = [(story.url, visits[story.url].given_by) for story in hidden if story.url in visits]
    found(*(f"{url} on {page}" for url, page in led if page != "/corrections/"))
    assert len(led) == Story.objects.retracted().count()


def test_no_address_is_empty(pages):
    found(*(f"{path}: {str(tag)[:120]}" for path, page in pages.items() for tag, link in addresses(page) if not link))


def test_no_link_leads_to_a_place_that_is_not_on_its_page(pages):
    for path, page in pages.items():
        ids = {tag["id"] for tag in page.find_all(id=True)}
        links = (tag["href"] for tag in page.find_all("a", href=re.compile("^#")))
        found(*(f"{path}: {link}" for link in links if link.removeprefix("#") not in ids))


def test_every_page_has_one_heading_of_the_first_rank_and_a_title(pages):
    found(*(f"{path}: {len(page.find_all('h1'))}" for path, page in pages.items() if len(page.find_all("h1")) != 1))
    found(*(path for path, page in pages.items() if not page.title.get_text(strip=True)))


def test_headings_skip_no_rank(pages):
    for path, page in pages.items():
        ranks = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
        found(*(f"{path}: h{b} after h{a}" for a, b in zip([0, *ranks], ranks, strict=False) if b > a + 1 and a))


def test_ids_are_unique_on_a_page(pages):
    for path, page in pages.items():
        counts = Counter(tag["id"] for tag in page.find_all(id=True))
        found(*(f"{path}: #{id_} {count} times" for id_, count in counts.items() if count > 1))


def test_no_story_stands_twice_in_the_lists_of_a_page(pages):
    for path, page in pages.items():
        cards = page.select("article.card .card-headline a, .rail a")
        counts = Counter(tag["href"] for tag in cards)
        found(*(f"{path}: {href} {count} times" for href, count in counts.items() if count > 1))


def test_a_story_does_not_list_itself(pages):
    found(*(path for path, page in pages.items() if page.select_one(f'article.card a[href="{path}"]')))


def test_every_advertisement_is_labelled_before_its_headline(pages):
    advertisements = [(path, card) for path, page in pages.items() for card in page.select("[data-kind=sponsored]")]
    assert len(advertisements) > 20
    for path, card in advertisements:
        text = card.get_text(" ", strip=True)
        headline = card.find(["h1", "h2", "h3"]).get_text(" ", strip=True)
        label = re.search("Advertisement|Paid advertisement|Sponsored advertising content", text)
        if not label or label.start() > text.index(headline):
            found(f"{path}: {text[:100]}")


def test_every_link_that_leaves_an_advertisement_is_marked_as_paid(pages):
    stories = [
        (path, story) for path, page in pages.items() for story in page.select("article.story[data-kind=sponsored]")
    ]
    links = [(path, link) for path, story in stories for link in story.find_all("a", href=re.compile(r"^(https?:)?//"))]
    assert len(links) >= 3
    found(*(f"{path}: {link}" for path, link in links if "sponsored" not in link.get("rel", [])))


def test_nothing_in_a_page_needs_an_unsafe_policy(pages):
    for path, page in pages.items():
        found(*(f"{path}: {tag.name}" for tag in page.find_all(style=True)))
        found(*(f"{path}: <style>" for _tag in page.find_all("style")))
        inline = (
            tag for tag in page.find_all("script") if not tag.get("src") and tag.get("type") != "application/ld+json"
        )
        found(*(f"{path}: {tag}" for tag in inline))
        found(*(f"{path}: {name}" for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")))


def test_every_picture_has_its_place_kept_and_words_for_it(pages):
    for path, page in pages.items():
        found(*(f"{path}: {tag}" for tag in page.find_all("img") if not {"alt", "width", "height"} <= tag.attrs.keys()))


def test_lead_pictures_are_described_and_credited(pages):
    for path, page in pages.items():
        for figure in page.select("article.story > figure.picture"):
            if not figure.img or not figure.img["alt"] or not figure.select_one(".credit"):
                found(f"{path}: {str(figure)[:200]}")


def test_no_page_shows_what_a_template_could_not_fill(pages):
    for path, page in pages.items():
        found(*(f"{path}: {text} in {text.parent}" for text in page.body.find_all(string=UNFILLED)))


def test_podcasts_are_fit_for_directories(visits):
    for show in Show.objects.all():
        show.full_clean()
        assert visits[show.feed_url].status == 200
        feed = ElementTree.fromstring(Client().get(show.feed_url).content).find("channel")
        assert feed.find("{http://www.itunes.com/dtds/podcast-1.0.dtd}image") is not None
        assert len(feed.findall("item/enclosure")) == len(feed.findall("item")) > 0


def test_no_feed_is_heavier_than_json_feed_advises(visits):
    client = Client()
    feeds = {path: client.get(path).content for path in visits if path.startswith("/feeds/") and "." in path}
    assert len(feeds) >= 120
    found(*(f"{len(text)} bytes: {path}" for path, text in feeds.items() if len(text) > 250_000))


def test_home_sections_and_stories_cost_few_queries(visits):
    client = Client()
    paths = ["/", SectionPage.objects.first().url]
    longest_first = Story.objects.published().order_by(Length(Cast("body", TextField())).desc())
    for kind in Story.Kind:
        paths += [story.url for story in longest_first.of_kind(kind)[:3]]
    for path in paths:
        client.get(path)  # what is kept was emptied before this test
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        assert len(queries) <= 15, path
