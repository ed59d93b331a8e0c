"""What a reader's browser gets: a story in its order, errors in the paper's style, the policies of every page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from django.views.defaults import server_error

from articles import endings
from articles.models import Correction, Ending

from . import factories as make

pytestmark = pytest.mark.django_db


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    ines = make.PersonFactory(name="Ines Falk", slug="ines-falk")
    now = timezone.now()
    for number in range(4):
        make.article(f"Other {number}", topics=["Housing"], hours_ago=number + 9, standfirst="Water rises. " * 15)
    make.article(
        "Wall sinks",
        kicker="Fennside",
        topics=["Housing"],
        by=[ines],
        lead_image=make.ImageFactory(caption="The wall at low water.", credit="Maja Ferrow"),
        body=[("paragraph", "<p>The first words.</p>")],
        published_at=now - timedelta(hours=8),
        updated_at=now - timedelta(hours=2),
        corrections=[Correction(text="It was the other wall.", made_at=now - timedelta(hours=1))],
    )
    make.advertisement("Sail early", sponsor=make.SponsorFactory(name="Sundline"), body=[("paragraph", "<p>Sail.</p>")])
    endings.end(make.article("Mistaken"), Ending.RETRACTED, notice="We were wrong.\n\nWe are sorry.")


def test_story_is_told_in_the_order_of_reading(client):
    page = soup(client.get("/city/wall-sinks/"))
    text = page.body.get_text(" ", strip=True)
    order = [
        "Skip to",
        "Search",
        "Latest Stories",
        "Fennside",
        "Wall sinks",
        "What Wall sinks is about.",
        "Ines Falk",
        "Published",
        "Updated",
        "The wall at low water.",
        "Maja Ferrow",
        "The first words.",
        "Topics",
        "It was the other wall.",
        "More for you",
    ]
    main = text.index("Fennside", text.index("Latest Stories"))
    places = [text.index(words, main if number > 2 else 0) for number, words in enumerate(order)]
    assert places == sorted(places)


def test_skip_link_leads_to_the_content(client):
    page = soup(client.get("/city/wall-sinks/"))
    first = page.body.find("a")
    assert page.find(id=first["href"].removeprefix("#")).name == "main"


def test_every_visible_date_is_machine_readable_with_its_zone(client):
    for time in soup(client.get("/city/wall-sinks/")).select("article.story .dates time"):
        assert timezone.datetime.fromisoformat(time["datetime"]).tzinfo
        assert "UTC" in time.get_text()


def test_advertisement_says_so_before_its_headline_and_has_no_byline_of_ours(client):
    story = soup(client.get("/city/sail-early/")).select_one("article.story")
    text = story.get_text(" ", strip=True)
    assert text.index("Advertisement") < text.index("Sail early")
    assert "Sundline" in text
    assert not story.select(".byline")


def test_long_teaser_is_cut_at_a_word(client):
    card = soup(client.get("/city/")).select_one("article.card:has(a[href='/city/other-0/'])")
    teaser = card.select_one(".card-teaser").get_text(strip=True)
    assert teaser.endswith(("rises. […]", "Water […]"))
    assert len(teaser) <= 140


# Errors


def test_what_is_not_there_is_said_in_the_papers_style(client):
    response = client.get("/nowhere/")
    page = soup(response)
    assert response.status_code == 404
    assert page.h1.get_text(strip=True) == "There is no such page"
    assert page.select_one("header.masthead form[action='/search/']")


def test_withdrawn_story_leaves_its_notice_and_410(client):
    response = client.get("/city/mistaken/")
    assert response.status_code == 410
    text = soup(response).main.get_text(" ", strip=True)
    assert "We were wrong." in text
    assert "We are sorry." in text
    assert soup(response).find("meta", {"name": "robots"})["content"] == "noindex"


def test_breakdown_is_said_in_the_papers_style(monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("articles.views.page_meta", broken)
    response = Client(raise_request_exception=False).get("/topics/")
    assert response.status_code == 500
    assert soup(response).h1.get_text(strip=True) == "Something broke on our side"
    assert soup(response).find("link", rel="stylesheet")


def test_page_of_a_breakdown_needs_no_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert server_error(rf.get("/")).status_code == 500


# Probes


def test_process_is_up_whoever_asks(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz", headers={"host": "10.0.0.7:8000"})
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"


def test_ready_while_database_and_cache_answer(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": True, "cache": True}


def test_not_ready_while_the_database_is_away(client, monkeypatch):
    class Away:
        def cursor(self):
            raise OperationalError("connection refused")

    monkeypatch.setattr("newsroom.delivery.health.connection", Away())
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"database": False, "cache": True}


def test_not_ready_while_the_cache_is_away(client, monkeypatch):
    class Away:
        def set(self, *args):
            raise ConnectionError

    monkeypatch.setattr("newsroom.delivery.health.cache", Away())
    assert client.get("/readyz").json() == {"database": True, "cache": False}


# Policies

PUBLIC = [
    "/",
    "/city/",
    "/city/wall-sinks/",
    "/city/sail-early/",
    "/city/mistaken/",
    "/topics/",
    "/topics/housing/",
    "/people/",
    "/people/ines-falk/",
    "/podcasts/",
    "/search/?q=wall",
    "/corrections/",
    "/feeds/",
    "/feeds/latest.rss",
    "/sitemap.xml",
    "/nowhere/",
    "/?q=%00",
    "/admin/login/",
]


def policy(response) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _space, value in parts}


@pytest.mark.parametrize("path", PUBLIC)
def test_browser_is_told_to_run_nothing_but_our_own_files(client, path):
    response = client.get(path)
    told = policy(response)
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert told["default-src"] == "'none'"
    assert told["script-src"] == told["style-src"] == "'self'"
    assert told["base-uri"] == "'none'"
    assert response.headers.get("X-Content-Type-Options") == "nosniff"
    assert response.headers.get("Referrer-Policy") == "strict-origin-when-cross-origin"
    assert "camera=()" in response.headers.get("Permissions-Policy", "")


def test_desk_may_run_wagtails_inline_scripts_and_load_nothing_from_elsewhere(client):
    client.force_login(make.editor())
    told = policy(client.get("/admin/"))
    assert told["script-src"] == "'self' 'unsafe-inline'"
    assert told["default-src"] == "'none'"
    assert told["connect-src"] == "'self'"


def test_page_that_a_cache_may_keep_sets_no_cookie(client):
    for path in PUBLIC[:-1]:
        response = client.get(path)
        assert not response.cookies, path
        assert "Cookie" not in response.headers.get("Vary", ""), path
