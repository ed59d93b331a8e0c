"""The whole way of a story: an editor writes it in a browser, readers and subscribers find it where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from playwright.sync_api import Browser, Page, expect

from articles.models import ArticlePage, NewsImage
from articles.story_page import LATEST
from tests import factories as make
from tests.photographs import photograph

from .watch import Watch

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

expect.set_options(timeout=30_000)  # a loaded machine saves drafts slowly
PASSWORD = "harbour-tunnel-2028"
HEADLINE = "First tram crosses the Sund under water"
PASTED = """<!--StartFragment--><h1 style="color: red; font: 40px Comic Sans MS">Somebody else's headline</h1>
<p class="MsoNormal" onclick="alert(1)"><span style="font-size: 18pt">The first tram left <strong>Nordhavn</strong>,
said the <a href="https://operator.example/notice?a=1&amp;b=2" onmouseover="alert(2)">operator</a>.</span></p>
<script src="https://evil.example/"></script><iframe src="https://evil.example/"></iframe>
<p>Nobody was aboard but the crew.</p><!--EndFragment-->"""
IPTC = {120: "The tunnel's east mouth on Monday.", 80: "Maja Ferrow", 110: "The Courier", 115: "Picture desk"}


@pytest.fixture
def watch(live_server) -> Watch:
    return Watch(live_server.url)


@pytest.fixture
def editor(browser: Browser, live_server, watch) -> Iterator[Page]:
    """A page of someone who has just signed in."""
    user = make.editor()
    user.set_password(PASSWORD)
    user.save()
    size = {"width": 1280, "height": 1000}
    with browser.new_context(base_url=live_server.url, viewport=size) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_server.url)
        page = watch.over(context).new_page()
        page.goto("/admin/")
        page.fill("[name=login]", user.username)
        page.fill("[name=password]", PASSWORD)
        page.click("button[type=submit]")
        expect(page).to_have_url(re.compile("/admin/$"))
        yield page


@pytest.fixture
def reader(browser: Browser, live_server, watch) -> Iterator[Page]:
    """A page of someone who has no account."""
    with browser.new_context(base_url=live_server.url) as context:
        yield watch.over(context).new_page()


@pytest.fixture
def paper() -> None:
    """What was there before: two sections, a writer, a topic with a story about it."""
    city = make.section("City")
    make.section("Sport")
    make.PersonFactory(name="Ines Falk", slug="ines-falk")
    make.article("Tunnel bill doubles", within=city, topics=["Harbour Tunnel"], hours_ago=20)
    make.article("Rovers win", within=make.section("Sport"), topics=["Football"], hours_ago=10)


def paste(page: Page, html: str) -> None:
    """Put HTML on the clipboard as another web page would, and press the keys."""
    page.evaluate(
        """html => navigator.clipboard.write([new ClipboardItem({
            "text/html": new Blob([html], {type: "text/html"}),
            "text/plain": new Blob(["plain"], {type: "text/plain"}),
        })])""",
        html,
    )
    page.keyboard.press("Control+V")


def choose(page: Page, name: str) -> None:
    """In the window that opened. It gives the focus back when it has gone."""
    page.locator(".modal-body").get_by_role("link", name=name).click()
    expect(page.locator(".modal")).to_have_count(0)


def rest(page: Page) -> None:
    """Look at what was written, until the desk has saved it: Publish would overtake the save, which is refused then."""
    page.wait_for_timeout(2_000)
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()


def write(page: Page, photo: Path) -> None:
    """Fill in all the tabs of a new article and publish it."""
    page.goto("/admin/stories/")
    page.click("text=New article")
    page.click("text=Choose a page")
    choose(page, "City")
    page.get_by_role("button", name="Create a new article").click()

    page.get_by_role("textbox", name="Kicker").fill("Harbour Tunnel")
    page.get_by_role("textbox", name="Headline").fill(HEADLINE)
    page.get_by_role("textbox", name="Standfirst").fill("Eleven minutes late, and two years.")
    page.get_by_role("button", name="Choose person").click()
    choose(page, "Ines Falk")
    topics = page.locator(".tagit-new input")
    topics.press_sequentially("Harb")
    page.locator(".ui-autocomplete").get_by_text("Harbour Tunnel").click()
    topics.press_sequentially("Night trams")
    topics.press("Enter")

    page.get_by_role("button", name="Insert a block").click()
    page.get_by_role("option", name="Paragraph").click()
    page.locator(".public-DraftEditor-content").click()
    paste(page, PASTED)
    expect(page.locator(".public-DraftEditor-content")).to_contain_text("Nobody was aboard")

    page.get_by_role("tab", name="Media").click()
    page.get_by_role("button", name="Choose an image").click()
    modal = page.locator(".modal-body")
    modal.get_by_role("tab", name="Upload").click()
    modal.get_by_label("File").set_input_files(photo)
    modal.get_by_label("Title").fill(photo.stem)
    modal.get_by_label("Description").fill("A tram coming out of a tunnel")
    modal.get_by_role("button", name="Upload").click()
    expect(page.locator(".modal")).to_have_count(0)
    expect(page.get_by_role("tabpanel", name="Media")).to_contain_text(photo.stem)

    rest(page)
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("published")


def test_story_is_written_published_and_found_everywhere(editor, reader, paper, watch, live_server, tmp_path):
    photo = tmp_path / "east mouth.jpg"
    photo.write_bytes(photograph((1600, 1000), iptc=IPTC))
    write(editor, photo)

    image = NewsImage.objects.get()
    assert (image.caption, image.credit) == ("The tunnel's east mouth on Monday.", "Maja Ferrow / The Courier")
    story = ArticlePage.objects.get(title=HEADLINE)
    assert story.url == "/city/first-tram-crosses-the-sund-under-water/"

    reader.goto(story.url)
    expect(reader.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    article = reader.get_by_role("article").first
    for part in ("Harbour Tunnel", "Ines Falk", "Maja Ferrow", "Night trams", "Nobody was aboard but the crew."):
        expect(article).to_contain_text(part)
    html = article.inner_html()
    assert "<b>Nordhavn</b>" in html
    assert '<a href="https://operator.example/notice?a=1&amp;b=2">operator</a>' in html
    for harm in ("evil.example", "alert", "onclick", "MsoNormal", "Comic Sans", "style="):
        assert harm not in html
    picture = reader.locator("figure img").first
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    assert picture.get_attribute("alt") == "A tram coming out of a tunnel"

    for address in ("/", "/city/", "/topics/harbour-tunnel/", "/topics/night-trams/", "/people/ines-falk/"):
        reader.goto(address)
        expect(reader.get_by_role("main").get_by_role("link", name=HEADLINE).first).to_be_visible()

    reader.goto("/search/?q=tram+crew")
    expect(reader.get_by_role("main").get_by_role("link", name=HEADLINE)).to_be_visible()

    reader.goto("/sport/rovers-win/")
    rail = reader.get_by_role("complementary", name="Latest Stories")
    expect(rail.get_by_role("link", name=HEADLINE)).to_be_visible()

    for number in range(LATEST + 1):
        make.article(f"Later news {number}")
    reader.goto("/city/tunnel-bill-doubles/")
    expect(rail.get_by_role("link", name=HEADLINE)).to_have_count(0)
    related = reader.get_by_role("region", name="More for you").get_by_role("article").filter(has_text=HEADLINE)
    expect(related).to_contain_text("Also about Harbour Tunnel")

    feed = feedparser.parse(f"{live_server.url}/feeds/topics/night-trams.rss")
    assert [entry.title for entry in feed.entries] == [HEADLINE]
    assert HEADLINE in [entry.title for entry in feedparser.parse(f"{live_server.url}/feeds/latest.rss").entries]
    assert watch.complaints == []
