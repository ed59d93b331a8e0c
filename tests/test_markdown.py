"""Every public story is there as Markdown at an address of its own, as public as its page and saying the same."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

from articles import endings
from articles.models import ArticlePage, Correction, Ending, Masthead

from . import factories as make

pytestmark = pytest.mark.django_db

BODY = [
    ("paragraph", '<p>The <b>wall</b> sank 2*3 cm, <a href="/city/bare/">again</a>. A_b_c &lt;script&gt;</p>'),
    ("heading", {"text": "What # they found", "level": "h2"}),
    ("list", {"style": "bullet", "items": ["Two sluices", "A wall"]}),
]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    now = timezone.now()
    make.article(
        "The *wall* [sinks]",
        slug="wall",
        body=BODY,
        topics=["Housing"],
        by=[make.PersonFactory(name="Ines Falk")],
        corrections=[Correction(text="It was Tuesday.", made_at=now)],
        updated_at=now,
    )
    make.article("Bare")
    make.article("مرحبا", slug="مرحبا")
    make.video("Film", captions="WEBVTT\n\n00:07.000 --> 00:09.000\n<v Ada>Low water.\n")
    make.episode("Episode")
    make.advertisement("Sail early", sponsor=make.SponsorFactory(name="Sundline"))


def read(client, path: str) -> str:
    response = client.get(path)
    assert response.headers["Content-Type"] == "text/markdown; charset=utf-8"
    return response.content.decode()


def test_story_is_whole(client):
    text = read(client, "/city/wall.md")
    assert text.startswith("# The \\*wall\\* \\[sinks\\]\n")
    for part in ("- By: Ines Falk\n", "- Section: City\n", "- Topics: Housing\n", "- Two sluices\n", "It was Tuesday."):
        assert part in text
    assert "The **wall** sank 2\\*3 cm, [again](http://testserver/city/bare/)." in text
    assert "\n## What" in text
    assert "A\\_b\\_c \\<script\\>" in text


def test_page_and_markdown_lead_to_each_other(client):
    page = BeautifulSoup(client.get("/city/wall/").content, "html.parser")
    assert page.find("link", type="text/markdown")["href"] == "http://testserver/city/wall.md"
    response = client.get("/city/wall.md")
    assert response.headers["Link"] == '<http://testserver/city/wall/>; rel="canonical"'
    assert "- Address: <http://testserver/city/wall/>" in response.content.decode()


def test_page_that_strangers_may_not_read_leads_to_no_markdown(client):
    story = ArticlePage.objects.get(slug="wall")
    close(story)
    client.force_login(make.editor())
    page = BeautifulSoup(client.get("/city/wall/").content, "html.parser")
    assert page.h1.get_text() == "The *wall* [sinks]"
    assert page.find("link", type="text/markdown") is None


@pytest.mark.parametrize("path", ["/city/bare.md", "/city/مرحبا.md", "/city/film.md", "/city/episode.md"])
def test_every_kind_is_there(client, path):
    assert read(client, path).startswith("# ")
    assert client.head(path).status_code == 200
    assert client.post(path).status_code == 405


def test_recording_has_its_transcript_and_where_it_plays(client):
    text = read(client, "/city/film.md")
    assert "[0:07] **Ada**: Low water." in text
    assert "- Recording: <https://vimeo.com/76979871>" in text
    assert "- Recording: <https://audio.example/one.mp3>" in read(client, "/city/episode.md")


def test_advertisement_is_one_before_all_else_and_for_no_crawler(client):
    response = client.get("/city/sail-early.md")
    assert response.content.decode().startswith(
        "**Advertisement**, paid for by [Sundline](<https://sponsor.example/>)\n"
    )
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "- Use by machines: search=no, ai-input=no, ai-train=no" in response.content.decode()


def test_page_answers_with_html_whatever_is_accepted(client):
    assert (
        client.get("/city/wall/", headers={"accept": "text/markdown"}).headers["Content-Type"].startswith("text/html")
    )


def test_who_has_it_is_told_so_until_it_changes(client):
    known = client.get("/city/wall.md").headers["ETag"]
    assert client.get("/city/wall.md", headers={"if-none-match": known}).status_code == 304
    story = ArticlePage.objects.get(slug="wall")
    story.title = "Changed"
    story.save_revision().publish()
    assert client.get("/city/wall.md", headers={"if-none-match": known}).status_code == 200


def test_who_has_it_learns_what_machines_may_do_now(client):
    known = client.get("/city/wall.md").headers["ETag"]
    Masthead.objects.update_or_create(site=Site.objects.get(), defaults={"ai_training": True})
    assert client.get("/city/wall.md", headers={"if-none-match": known}).status_code == 200


def close(story: ArticlePage) -> None:
    PageViewRestriction.objects.create(page=story.get_parent(), restriction_type=PageViewRestriction.LOGIN)


def expire(story: ArticlePage) -> None:
    ArticlePage.objects.filter(pk=story.pk).update(expire_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("end", "status"),
    [
        (lambda story: story.unpublish(), 404),
        (lambda story: endings.end(story, Ending.MISTAKE), 404),
        (lambda story: endings.end(story, Ending.RETRACTED, notice="We were wrong."), 410),
        (expire, 410),
        (close, 404),
    ],
)
def test_it_ends_with_its_story(client, end, status):
    known = client.get("/city/wall.md").headers["ETag"]
    end(ArticlePage.objects.get(slug="wall"))
    response = client.get("/city/wall.md", headers={"if-none-match": known})
    assert response.status_code == status
    assert "sank" not in response.content.decode()


@pytest.mark.parametrize("path", ["/city.md", "/city/none.md", "/none/wall.md", "/city/wall.md/", "/a/b/c.md", "/.md"])
def test_nothing_else_is_there(client, path):
    assert client.get(path).status_code == 404


def test_renamed_section_leads_on(client):
    section = make.section("City")
    section.slug = "town"
    section.save()
    assert client.get("/city/wall.md").headers["Location"] == "/town/wall.md"


def test_where_a_page_is_sent_on_its_markdown_is_too(client):
    story, other = ArticlePage.objects.get(slug="wall"), make.article("Other")
    Redirect.add_redirect("/city/was", story)
    assert client.get("/city/was.md").headers["Location"] == "/city/wall.md"
    endings.end(story, Ending.MOVED, target=other)
    assert client.get("/city/wall.md").headers["Location"] == "/city/other.md"
    endings.end(other, Ending.MOVED, target="https://archive.example/other")
    assert client.get("/city/other.md").headers["Location"] == "https://archive.example/other"


def test_markdown_is_not_sent_on_to_a_page_that_whoever_asks_may_not_open(client):
    story = ArticlePage.objects.get(slug="wall")
    Redirect.add_redirect("/city/was", story)
    close(story)
    assert client.get("/city/was.md").status_code == 404
