"""An advertisement is one wherever it stands: every output times every label.

A new place where stories stand is a line in `OUTPUTS`; a new kind of link in a body is a line in `links`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import SimpleNamespace

import feedparser
import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model

from articles.front_page import LATEST, TOP
from articles.models import Correction, NewsImage, ReviewLink, SponsoredPage, Story

from . import factories as make

LABELS = SponsoredPage.Label.values
SHOP = "https://shop.example"


BODY = Story._meta.get_field("body").stream_block


def links(picture: NewsImage) -> list[tuple[str, object]]:
    """A body with every kind of link that leads out of the site, each to an address of its own."""

    def out(kind: str) -> str:
        return f'<p>Buy <a href="{SHOP}/{kind}">here</a>.</p>'

    shown = {"image": {"image": picture.pk, "decorative": False, "alt_text": "A boat"}, "caption": ""}
    table = {
        "columns": [{"type": "rich_text", "heading": "Offer"}],
        "rows": [{"values": [out("table")]}],
        "caption": "Offers",
    }
    return [
        ("paragraph", out("paragraph")),
        ("list", {"style": "bullet", "items": [out("list")]}),
        ("block_quote", {"quote": out("quote"), "attribution": "A buyer"}),
        ("fact_box", {"title": "Fares", "text": out("box")}),
        ("timeline", {"title": "", "events": [{"when": str(n), "what": out(f"event-{n}")} for n in (1, 2)]}),
        ("table", table),
        ("image", shown),
        ("gallery", {"title": "", "pictures": [shown, shown]}),
        ("embed", {"url": "https://vimeo.com/76979871", "title": "The boat"}),
        ("document", {"document": get_document_model().objects.first().pk, "title": "Fares"}),
    ]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> SimpleNamespace:
    """An advertisement for each label, and a story that points to each."""
    from django.core.files.base import ContentFile

    get_document_model().objects.create(title="Fares", file=ContentFile(b"%PDF-1.7", name="fares.pdf"))
    picture = make.ImageFactory(credit="Sundline", credit_url=f"{SHOP}/credit")
    sponsor = make.SponsorFactory(name="Sundline", url=f"{SHOP}/sponsor", logo=make.ImageFactory())
    ines = make.PersonFactory(slug="ines")
    for number in range(1 + TOP + LATEST + 1):
        make.article(f"News {number}", slug=f"news-{number}", lead_image=None if number else make.ImageFactory())
    ads = {}
    for number, label in enumerate(LABELS):
        ad = make.advertisement(
            f"Sail early {number}", slug=f"ad-{number}", label=label, sponsor=sponsor, topics=["Boats"], by=[ines]
        )
        ad.body = BODY.to_python([{"type": name, "value": value} for name, value in links(picture)])
        ad.lead_image = picture
        ad.save_revision().publish()
        ads[label] = SponsoredPage.objects.get(pk=ad.pk)
        Correction.objects.create(story_id=ad.pk, kind=Correction.Kind.CORRECTION, text="The fare is 12 marks.")
    return SimpleNamespace(ads=ads, editor=make.editor())


def soup(client: Client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.text, "html.parser")


def own_page(client: Client, ad: SponsoredPage) -> Tag:
    return soup(client, ad.url).main


def title(client: Client, ad: SponsoredPage) -> Tag:
    return soup(client, ad.url).title


def shared_title(client: Client, ad: SponsoredPage) -> str:
    return soup(client, ad.url).find("meta", property="og:title")["content"]


def review(client: Client, ad: SponsoredPage) -> Tag:
    revision = ad.save_revision()
    link = ReviewLink.objects.create(story_id=ad.pk, revision=revision, label="Sundline", created_by=make.editor())
    return soup(client, link.get_absolute_url()).main


def preview(client: Client, ad: SponsoredPage) -> Tag:
    return BeautifulSoup(ad.make_preview_request().render().content, "html.parser").main


def words(story: Story) -> str:
    return f'<p>See <a linktype="page" id="{story.pk}">{story.title}</a>.</p>'


def body_of(client: Client, *body: tuple[str, object]) -> Tag:
    return soup(client, make.article("Pointing", slug="pointing", body=list(body)).url).find("div", class_="body")


def words_in_a_body(client: Client, ad: SponsoredPage) -> Tag:
    return body_of(client, ("paragraph", words(ad)))


def words_in_a_box(client: Client, ad: SponsoredPage) -> Tag:
    return body_of(client, ("fact_box", {"title": "More", "text": words(ad)}))


def words_in_a_feed(client: Client, ad: SponsoredPage) -> str:
    make.article("Pointing", slug="pointing", body=[("paragraph", words(ad))])
    return feedparser.parse(client.get("/feeds/latest.rss").content).entries[0].content[0].value


def markdown(client: Client, ad: SponsoredPage) -> str:
    return client.get(f"{ad.url.rstrip('/')}.md").text


def words_in_markdown(client: Client, ad: SponsoredPage) -> str:
    make.article("Pointing", slug="pointing", body=[("paragraph", words(ad))])
    return client.get("/city/pointing.md").text


def alone(ad: SponsoredPage) -> None:
    """The other campaigns are over: a slot is this one's."""
    Story.objects.advertisements().exclude(pk=ad.pk).update(live=False)


def front_page(client: Client, ad: SponsoredPage) -> Tag:
    alone(ad)
    return soup(client, "/").main


def more_for_you(client: Client, ad: SponsoredPage) -> Tag:
    alone(ad)
    return soup(client, "/city/news-0/").find("section", class_="more")


def search(client: Client, ad: SponsoredPage) -> Tag:
    hits = soup(client, f"/search/?q={ad.title.replace(' ', '+')}").main
    return next(card for card in hits.select("article.card") if ad.title in card.text)


def correction(client: Client, ad: SponsoredPage) -> Tag:
    rows = soup(client, "/corrections/").select(".correction-index li")
    return next(row for row in rows if ad.title in row.text)


OUTPUTS = [
    own_page,
    title,
    shared_title,
    review,
    preview,
    words_in_a_body,
    words_in_a_box,
    words_in_a_feed,
    markdown,
    words_in_markdown,
    front_page,
    more_for_you,
    search,
    correction,
]


def text_of(shown: Tag | str) -> str:
    return shown if isinstance(shown, str) else shown.get_text(" ", strip=True)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.__name__)
def test_label_is_text_before_the_headline(client, db, paper, output, label):
    ad = paper.ads[label]
    text = text_of(output(client, ad))
    assert ad.title in text
    assert label in text[: text.index(ad.title)]


NO_PLACE = [
    "/city/",
    "/topics/boats/",
    "/people/ines/",
    "/feeds/",
    "/feeds/latest.rss",
    "/feeds/latest.atom",
    "/feeds/latest.json",
    "/llms.txt",
    "/feeds/sections/city.rss",
    "/feeds/people/ines.rss",
    "/feeds/kinds/articles.rss",
    "/sitemap.xml",
    "/sitemap-pages.xml",
    "/news-sitemap.xml",
]


@pytest.mark.parametrize("path", NO_PLACE)
def test_advertisement_stands_in_no_list_of_news(client, db, paper, path):
    response = client.get(path)
    assert response.status_code == 200
    text = response.text
    assert "Sail early" not in text
    assert "/ad-0/" not in text


def test_sitemap_of_its_month_has_no_advertisement(client, db, paper):
    text = client.get(f"/sitemap-{timezone.now():%Y-%m}.xml").text
    assert "/city/news-0/" in text
    assert "/ad-" not in text


def test_block_that_points_to_an_advertisement_shows_nothing(client, db, paper):
    ad = next(iter(paper.ads.values()))
    assert text_of(body_of(client, ("related_story", {"story": ad, "label": ""}))) == ""


@pytest.mark.parametrize("label", LABELS)
def test_every_link_out_is_marked_as_paid(client, db, paper, label):
    story = own_page(client, paper.ads[label]).find("article", class_="story")
    leading_out = [link for link in story.find_all("a", href=True) if link["href"].startswith(("http", "//"))]
    kinds = {link["href"].removeprefix(f"{SHOP}/") for link in leading_out}
    assert kinds == {
        *("paragraph", "list", "quote", "box", "event-1", "event-2", "table", "credit", "sponsor"),
        "https://vimeo.com/76979871",
    }
    assert [link["href"] for link in leading_out if "sponsored" not in link.get("rel", [])] == []


@pytest.mark.parametrize("label", LABELS)
def test_machines_are_told_whose_advertisement_it_is(client, db, paper, label):
    page = soup(client, paper.ads[label].url)
    found = [json.loads(script.string) for script in page.find_all("script", type="application/ld+json")]
    told = {data["@type"]: data for data in found}
    assert told["AdvertiserContentArticle"]["sponsor"]["name"] == "Sundline"
    assert not any("NewsArticle" in kind for kind in told)


def lists_of_the_desk(ad: SponsoredPage) -> Iterator[str]:
    yield reverse("wagtailadmin_explore", args=[ad.get_parent().pk])
    yield reverse("stories:index")
    yield reverse("wagtailadmin_choose_page_child", args=[ad.get_parent().pk]) + "?page_type=articles.story"
    yield reverse("wagtailadmin_choose_page_search") + "?page_type=articles.story&q=Sail"


def test_editors_see_in_lists_and_choosers_that_it_is_one(client, db, paper):
    client.force_login(paper.editor)
    for address in lists_of_the_desk(next(iter(paper.ads.values()))):
        shown = client.get(address)
        html = shown.json()["html"] if shown.headers["Content-Type"] == "application/json" else shown.text
        rows = [row for row in BeautifulSoup(html, "html.parser").find_all("tr") if "Sail early" in row.text]
        assert len(rows) == len(LABELS), address
        for row in rows:
            assert "advertisement" in row.text.lower().replace("sail early", ""), address
