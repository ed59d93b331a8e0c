"""What machines may do with the paper's work is one answer, told the same everywhere."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Site

from articles import llms
from articles.machine_use import ASSISTANTS, COLLECTORS
from articles.models import Masthead

from . import factories as make

pytestmark = pytest.mark.django_db

PAGES = ["/", "/city/", "/city/wall/", "/topics/housing/", "/people/", "/city/wall.md"]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    make.article("Wall", topics=["Housing"])
    make.advertisement("Sail early")
    make.section("Sport", introduction="Games & <races>\nof the [week]")


def allow(**uses: bool) -> None:
    Masthead.objects.update_or_create(site=Site.objects.get(), defaults=uses)


def robots(client) -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").content.decode().splitlines())
    return parser


def text(client, path: str) -> str:
    response = client.get(path)
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    return response.content.decode()


def test_by_default_search_and_answers_are_welcome_and_training_is_not(client):
    parser = robots(client)
    assert [name for name in ("Googlebot", "Bingbot", *ASSISTANTS) if not parser.can_fetch(name, "/city/wall/")] == []
    assert [name for name in COLLECTORS if parser.can_fetch(name, "/city/wall/")] == []
    assert not parser.can_fetch("Googlebot", "/admin/")
    assert not parser.can_fetch("Googlebot", "/search/?q=wall")


@pytest.mark.parametrize("answers", [True, False])
@pytest.mark.parametrize("training", [True, False])
def test_every_place_says_the_same(client, answers, training):
    allow(ai_answers=answers, ai_training=training)
    parser = robots(client)
    assert {parser.can_fetch(name, "/") for name in ASSISTANTS} == {answers}
    assert {parser.can_fetch(name, "/") for name in COLLECTORS} == {training}
    assert parser.can_fetch("Googlebot", "/")
    words = {True: "yes", False: "no"}
    signal = f"Content-Signal: search=yes, ai-input={words[answers]}, ai-train={words[training]}"
    assert signal in text(client, "/robots.txt").splitlines()
    assert signal in text(client, "/llms.txt").splitlines()
    assert signal.removeprefix("Content-Signal: ") in client.get("/city/wall.md").content.decode()
    reserved = "0" if training else "1"
    assert {client.get(path).headers["tdm-reservation"] for path in PAGES} == {reserved}
    page = BeautifulSoup(client.get("/city/wall/").content, "html.parser")
    assert page.find("meta", attrs={"name": "tdm-reservation"})["content"] == reserved


@pytest.mark.parametrize(
    ("path", "robots"),
    [
        ("/city/wall/", "max-image-preview:large"),
        ("/city/", "max-image-preview:large"),
        ("/search/?q=wall", "noindex"),
        ("/city/sail-early/", "noindex, nofollow"),
    ],
)
def test_head_and_headers_say_the_same(client, path, robots):
    response = client.get(path)
    page = BeautifulSoup(response.content, "html.parser")
    assert page.find("meta", attrs={"name": "robots"})["content"] == response.headers["X-Robots-Tag"] == robots


def test_advertisement_is_for_no_machine_whatever_the_paper_allows(client):
    allow(ai_answers=True, ai_training=True)
    response = client.get("/city/sail-early/")
    assert response.headers["tdm-reservation"] == "1"
    assert "sail-early" not in text(client, "/llms.txt")


def test_robots_are_told_of_every_sitemap(client):
    lines = text(client, "/robots.txt").splitlines()
    for name in ("sitemap", "news-sitemap", "video-sitemap"):
        assert f"Sitemap: http://testserver/{name}.xml" in lines
        assert client.get(f"/{name}.xml").status_code == 200


def test_llms_are_led_to_the_markdown_of_the_newest(client):
    lines = text(client, "/llms.txt").splitlines()
    assert lines[0] == "# Newsroom"
    assert "- [Wall](http://testserver/city/wall.md): What Wall is about." in lines
    assert "- [Sport](http://testserver/sport/): Games & \\<races\\> of the \\[week\\]" in lines
    assert "- [Housing](http://testserver/topics/housing/)" in lines


def test_llms_txt_is_bounded_in_bytes(client, monkeypatch):
    for number in range(3):
        make.article(f"🌊 {number} " + "long " * 40, slug=f"long-{number}", standfirst="🌊" * 250)
    whole = client.get("/llms.txt").content
    monkeypatch.setattr(llms, "MOST_BYTES", 1700)
    short = client.get("/llms.txt").content
    assert len(short) <= 1700 < len(whole) < 50_000
    assert whole.startswith(short.rstrip(b"\n"))


@pytest.mark.parametrize("path", ["/robots.txt", "/llms.txt"])
def test_who_has_it_is_told_so_until_it_changes(client, path):
    known = client.get(path).headers["ETag"]
    short = client.get(path, headers={"if-none-match": known})
    assert (short.status_code, short.headers["ETag"]) == (304, known)
    assert client.head(path).status_code == 200
    allow(ai_training=True)
    assert client.get(path, headers={"if-none-match": known}).status_code == 200
