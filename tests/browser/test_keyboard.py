"""A reader without a mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import factories as make

from .watch import Watch

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOCUSED = """() => {
    const it = document.activeElement, box = it.getBoundingClientRect();
    const outlined = style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const form = it.closest("form:focus-within");
    return {
        tag: it.tagName,
        name: it.getAttribute("aria-label") || it.innerText || it.name || "",
        order: [...document.querySelectorAll("*")].indexOf(it),
        visible: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
        marked: outlined(getComputedStyle(it)) || !!form && getComputedStyle(form).boxShadow !== "none",
    };
}"""


@pytest.fixture
def story(live_server) -> str:
    """The address of a story with all that can be focused: topics, links, a rail, related stories."""
    make.article("Another", topics=["Housing"], hours_ago=3)
    make.article("Elsewhere", within=make.section("Sport"), hours_ago=9)
    link = {"type": "paragraph", "value": '<p>See <a href="https://a.example/">the ruling</a>.</p>'}
    body = make.ArticlePage.body.field.stream_block.to_python([link])
    page = make.article("Story", topics=["Housing"], by=[make.PersonFactory()], body=body)
    return live_server.url + page.url


def tab(page: Page) -> dict:
    page.keyboard.press("Tab")
    return page.evaluate(FOCUSED)


@pytest.mark.parametrize("width", [1280, 390])
def test_tab_follows_reading_order_and_shows_where_it_is(width: int, browser: Browser, story: str):
    watch = Watch(story.split("/city")[0])
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = watch.over(context).new_page()
        page.goto(story)
        stops = []
        while (stop := tab(page))["tag"] != "BODY" and len(stops) < 80:
            stops.append(stop)
    assert 15 < len(stops) < 80, "the page can be left"
    assert "Skip to" in stops[0]["name"]
    assert [stop["order"] for stop in stops] == sorted(stop["order"] for stop in stops)
    assert [stop["name"] for stop in stops if not stop["visible"]] == []
    assert [stop["name"] for stop in stops if not stop["marked"]] == []
    names = [stop["name"] for stop in stops]
    for name in ("the ruling", "Housing", "Another"):
        assert name in names
    assert watch.complaints == []


def test_skip_link_leads_past_the_masthead_to_the_story(browser: Browser, story: str):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(story)
        assert tab(page)["visible"]
        page.keyboard.press("Enter")
        expect(page.locator("#content")).to_be_focused()
        assert page.evaluate("scrollY") <= page.evaluate("document.querySelector('#content').offsetTop")
        first = tab(page)
        assert page.evaluate("document.querySelector('#content').contains(document.activeElement)"), first


def test_search_is_reached_and_sent_from_the_keyboard(browser: Browser, story: str):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(story)
        page.get_by_role("searchbox").focus()
        page.keyboard.type("story")
        page.keyboard.press("Enter")
        expect(page.get_by_role("main").get_by_role("link", name="Story", exact=True)).to_be_visible()
